import { barColor, colorNames, lighten, nameColor } from '../charts/colors.ts';
import { isObject, readRows } from '../charts/rows.ts';
import { formatCount, formatNumber, formatShare } from '../model/number-words.ts';
import type { Json } from '../model/json.ts';
import type { Chart, Report } from '../model/report.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { baselineCheck } from './baseline-figures.ts';
import { nameChartPicture } from './charts/chart-names.ts';
import type { MarkdownOptions } from './markdown.ts';
import { fold, maxSentence, tabulate, type Column } from './markdown-parts.ts';
import { priorities, type Section } from './markdown-section.ts';
import { fillHtml, fillMarkdown, joinMarkup, type Markup } from './markup.ts';
import { groupChecks } from './outcome.ts';
import { drawBars, drawLines, drawPie } from './mermaid.ts';

/** A chart as Markdown has it. */
interface View {
  /** Where Mermaid can draw it. */
  readonly drawing?: Markup | undefined;
  /** Where its numbers are few enough to be read. */
  readonly table?: Markup;
}

const maxTableRows = 24;
const maxTableColumns = 8;
const maxBarRows = 16;
const maxName = 60;
const tableBins = 8;

/**
 * The charts, folded but for that of the gravest check that failed: a picture where there is one, else what GitHub
 * draws, each with its numbers. What a baseline showed has a section of its own, with the same numbers.
 */
export function planCharts(report: Report, { imageAddress }: MarkdownOptions): Section[] {
  const shown = report.charts.flatMap((chart) => {
    if (chart.check === baselineCheck) return [];
    const picture = imageAddress && showPicture(chart, imageAddress);
    const view = viewChart(chart);
    if (!picture && !view) return [];
    // A picture has the subtitle in it.
    const subtitle = picture ? undefined : fillMarkdown`${shortenMiddle(chart.subtitle, maxSentence)}`;
    const parts = [subtitle, picture ?? view?.drawing, view?.table].filter((part) => part !== undefined);
    return [{ chart, parts }];
  });
  const open = groupChecks(report).failing.flatMap(
    ({ id }) => shown.find(({ chart }) => chart.check === id) ?? [],
  )[0];
  return shown.map((one) => ({
    name: 'a chart',
    priority: priorities.charts,
    render: () => {
      const { chart, parts } = one;
      const title = fillMarkdown`📊 ${shortenMiddle(chart.title, 200)}`;
      return fold(title, joinMarkup(parts, '\n\n'), one === open);
    },
  }));
}

/** The picture for the reader's page, white or dark; each leads to itself in full size on GitHub. */
function showPicture(
  chart: Chart,
  imageAddress: NonNullable<MarkdownOptions['imageAddress']>,
): Markup | undefined {
  const addressOf = (theme: 'light' | 'dark'): string | undefined => {
    const name = nameChartPicture(chart, theme, 'png');
    return name === undefined ? undefined : imageAddress(name);
  };
  const light = addressOf('light');
  if (light === undefined) return undefined;
  const dark = addressOf('dark') ?? light;
  const words = shortenMiddle(chart.alternative, maxSentence);
  return fillHtml`<picture><source media="(prefers-color-scheme: dark)" srcset="${dark}"><img src="${light}" alt="${words}"></picture>`;
}

function viewChart({ kind, data }: Chart): View | undefined {
  if (!isObject(data) || !Object.hasOwn(views, kind)) return undefined;
  return views[kind]?.(data['values'] ?? [], (name) => readText(data[name]));
}

function readText(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

type ReadTitle = (name: string) => string;

/** How each kind of `charts/kinds.ts` is shown; points have no numbers that could be read, lines are a baseline's. */
const views: Readonly<Record<string, (values: Json, title: ReadTitle) => View | undefined>> = {
  bars: viewBars,
  'marked-bars': viewMarkedBars,
  'grouped-bars': viewGroupedBars,
  matrix: viewMatrix,
  bands: viewBands,
  intervals: viewIntervals,
};

/** Between the parts of a row's name, such as domain and split. */
const nameSeparator = ' · ';

/** A pie of the parts of what stands first in the rows' names. */
function viewBars(values: Json): View | undefined {
  const rows = readRows(values, { row: 'text', part: 'text', value: 'number' });
  if (rows.length === 0) return undefined;
  const slices = new Map<string, { label: string; value: number; color: string }>();
  const groups = [...new Set(rows.map(({ row }) => groupOf(row)))];
  const parts = [...new Set(rows.map(({ part }) => part))];
  const colors = colorNames(parts);
  for (const { row, part, value } of rows) {
    const group = groupOf(row);
    const color = colors[parts.indexOf(part)] ?? barColor;
    const label = `${group} ${part}`;
    const slice = slices.get(label) ?? { label, value: 0, color: lighten(color, groups.indexOf(group)) };
    slices.set(label, { ...slice, value: slice.value + value });
  }
  return {
    drawing: drawPie([...slices.values()]),
    table: pivot(rows.map(({ row, part, value }) => ({ row, column: part, text: formatCount(value) }))),
  };
}

function groupOf(row: string): string {
  return row.split(nameSeparator)[0] ?? row;
}

function viewMarkedBars(values: Json, title: ReadTitle): View | undefined {
  const rows = readRows(values, { row: 'text', value: 'number', isMarked: 'flag' });
  if (rows.length === 0) return undefined;
  const named = rows.map(({ row, ...others }) => ({ ...others, row: others.isMarked ? `${row} (!)` : row }));
  const shown = named.slice(0, maxBarRows);
  return {
    drawing: drawBars(
      shown.map(({ row }) => row),
      [{ mark: 'bar', color: barColor, values: shown.map(({ value }) => value) }],
      { x: '', y: title('unit') },
    ),
    table: pivot(
      named.map(({ row, value, isMarked }) => ({
        row,
        column: title('unit'),
        text: formatCount(value),
        isStrong: isMarked,
      })),
    ),
  };
}

/** Mermaid lays bars of several groups over each other; so the first group alone is drawn. */
function viewGroupedBars(values: Json, title: ReadTitle): View | undefined {
  const rows = readRows(values, { row: 'text', group: 'text', value: 'number' });
  const first = rows[0]?.group;
  if (first === undefined) return undefined;
  const drawn = rows.filter(({ group }) => group === first).slice(0, maxBarRows);
  return {
    drawing: drawBars(
      drawn.map(({ row }) => row),
      [
        {
          mark: 'bar',
          color: colorNames([first])[0] ?? barColor,
          values: drawn.map(({ value }) => 100 * value),
        },
      ],
      { x: '', y: `${title('unit')} in % (${first})` },
    ),
    table: pivot(rows.map(({ row, group, value }) => ({ row, column: group, text: showShare(value) }))),
  };
}

function viewMatrix(values: Json): View | undefined {
  const rows = readRows(values, { row: 'text', column: 'text', value: 'number', isMarked: 'flag' });
  if (rows.length === 0) return undefined;
  return {
    table: pivot(
      rows.map(({ row, column, value, isMarked }) => ({
        row,
        column,
        text: value === 0 ? '–' : formatCount(value),
        isStrong: isMarked,
      })),
    ),
  };
}

function viewBands(values: Json, title: ReadTitle): View | undefined {
  const rows = readRows(values, { side: 'text', at: 'number', share: 'number' });
  const sides = [...new Set(rows.map(({ side }) => side))].slice(0, maxTableColumns);
  const places = [...new Set(rows.map(({ at }) => at))].sort((a, b) => a - b);
  const [low, next] = places;
  const last = places.at(-1);
  if (low === undefined || next === undefined || last === undefined) return undefined;
  const colors = colorNames(sides);
  const shareAt = new Map(rows.map(({ side, at, share }) => [`${at} ${side}`, share]));
  const width = Math.max(1, Math.ceil(places.length / tableBins));
  const bins = Array.from({ length: Math.ceil(places.length / width) }, (_, bin) =>
    places.slice(bin * width, (bin + 1) * width),
  );
  const end = last + (next - low);
  return {
    drawing: drawLines(
      [low, last],
      sides.map((side, index) => ({
        mark: 'line',
        color: colors[index] ?? barColor,
        values: places.map((at) => 100 * (shareAt.get(`${at} ${side}`) ?? 0)),
      })),
      { x: title('x'), y: `${title('y')} in %` },
    ),
    table: pivot(
      bins.flatMap((bin, index) =>
        sides.map((side, place) => ({
          row: `${formatNumber(bin[0] ?? 0)} to ${formatNumber(bins[index + 1]?.[0] ?? end)}`,
          column: `${side} (${nameColor(colors[place] ?? '')})`,
          text: showShare(bin.reduce((sum, at) => sum + (shareAt.get(`${at} ${side}`) ?? 0), 0)),
        })),
      ),
      title('x'),
    ),
  };
}

function viewIntervals(values: Json, title: ReadTitle): View | undefined {
  const rows = readRows(values, {
    row: 'text',
    group: 'text',
    value: 'number',
    low: 'number?',
    high: 'number?',
  });
  if (rows.length === 0) return undefined;
  return {
    table: pivot(
      rows.flatMap(({ row, value, low, high }) => [
        { row, column: title('x'), text: formatNumber(value) },
        ...(low === null || high === null
          ? []
          : [{ row, column: '95 % interval', text: `${formatNumber(low)} to ${formatNumber(high)}` }]),
      ]),
    ),
  };
}

interface Entry {
  readonly row: string;
  readonly column: string;
  readonly text: string;
  readonly isStrong?: boolean;
}

/** Entries as a table, rows and columns in the order of their first entry; what is cut is counted. */
function pivot(entries: readonly Entry[], corner = ''): Markup {
  const columns = [...new Set(entries.map(({ column }) => column))].slice(0, maxTableColumns);
  const byRow = new Map<string, Map<string, Entry>>();
  for (const entry of entries) {
    const row = byRow.get(entry.row) ?? new Map<string, Entry>();
    byRow.set(entry.row, row.set(entry.column, entry));
  }
  const heads: Column[] = [
    { title: fillMarkdown`${shortenMiddle(corner, maxName)}`, align: 'left' },
    ...columns.map((column) => ({
      title: fillMarkdown`${shortenMiddle(column, maxName)}`,
      align: 'right' as const,
    })),
  ];
  const rows = [...byRow].slice(0, maxTableRows).map(([name, cells]) => [
    fillMarkdown`${shortenMiddle(name, maxName)}`,
    ...columns.map((column) => {
      const cell = cells.get(column);
      const text = fillMarkdown`${cell?.text ?? ''}`;
      return cell?.isStrong === true ? fillMarkdown`<strong>${text}</strong>` : text;
    }),
  ]);
  const hidden = byRow.size - rows.length;
  const more = hidden > 0 ? [fillMarkdown`… and ${formatCount(hidden)} more rows in the JSON report.`] : [];
  return joinMarkup([tabulate(heads, rows), ...more], '\n\n');
}

function showShare(share: number): string {
  return formatShare(share, 1) ?? '';
}
