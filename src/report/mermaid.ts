import { shortenMiddle } from '../model/shorten-text.ts';
import { fillMermaid, joinMarkup, Markup } from './markup.ts';

/** Charts that GitHub draws out of a block of Markdown. */

export interface Slice {
  readonly label: string;
  /** 0 or more. */
  readonly value: number;
  /** `#rrggbb`. */
  readonly color: string;
}

export interface Series {
  readonly mark: 'bar' | 'line';
  /** `#rrggbb`. */
  readonly color: string;
  /** One for each category, or evenly from end to end of the axis. */
  readonly values: readonly number[];
}

export interface PlotWords {
  readonly x: string;
  readonly y: string;
}

/** More slices than this are told apart by nobody. */
const maxSlices = 8;
const maxLabel = 24;
const maxAxisTitle = 60;
const otherColor = '#999999';
const plotSize = { width: 720, height: 320 };
const categoryHeight = 26;

/** A pie, its largest slice first. Undefined for less than two slices. */
export function drawPie(slices: readonly Slice[]): Markup | undefined {
  const sorted = [...slices].filter(({ value }) => value > 0).sort((a, b) => b.value - a.value);
  if (sorted.length < 2) return undefined;
  const few = sorted.length <= maxSlices ? sorted : mergeSmallest(sorted);
  const labels = nameApart(few.map(({ label }) => label));
  const colors = few.map(({ color }, index): [string, string] => [`pie${index + 1}`, color]);
  const lines = few.map(
    ({ value }, index) => fillMermaid`  "${labels[index] ?? ''}" : ${writeNumber(value)}`,
  );
  return fence([
    configure({ themeVariables: { ...Object.fromEntries(colors), pieOpacity: '1' } }),
    fillMermaid`pie showData`,
    ...lines,
  ]);
}

function mergeSmallest(sorted: readonly Slice[]): Slice[] {
  const rest = sorted.slice(maxSlices - 1);
  const value = rest.reduce((sum, slice) => sum + slice.value, 0);
  return [...sorted.slice(0, maxSlices - 1), { label: `${rest.length} others`, value, color: otherColor }];
}

/** Bars in rows, one for each category. Undefined for less than two. */
export function drawBars(
  categories: readonly string[],
  series: readonly Series[],
  words: PlotWords,
): Markup | undefined {
  if (categories.length < 2) return undefined;
  const labels = nameApart(categories).map((label) => fillMermaid`"${label}"`);
  const height = 90 + categoryHeight * categories.length;
  return drawPlot(fillMermaid`xychart-beta horizontal`, fillMermaid`[${joinMarkup(labels, ', ')}]`, height, {
    series,
    words,
  });
}

/** Lines over a quantity from `low` to `high`. Undefined where a line has less than two points. */
export function drawLines(
  [low, high]: readonly [low: number, high: number],
  series: readonly Series[],
  words: PlotWords,
): Markup | undefined {
  if (!(low < high) || series.length === 0 || series.some(({ values }) => values.length < 2))
    return undefined;
  const axis = fillMermaid`${writeNumber(low)} --> ${writeNumber(high)}`;
  return drawPlot(fillMermaid`xychart-beta`, axis, plotSize.height, { series, words });
}

function drawPlot(
  head: Markup,
  axis: Markup,
  height: number,
  { series, words }: { readonly series: readonly Series[]; readonly words: PlotWords },
): Markup {
  const highest = Math.max(...series.flatMap(({ values }) => values), 0);
  const lowest = Math.min(...series.flatMap(({ values }) => values), 0);
  const colors = series.map(({ color }) => color).join(', ');
  return fence([
    configure({
      xyChart: { width: plotSize.width, height },
      themeVariables: { xyChart: { backgroundColor: 'transparent', plotColorPalette: colors } },
    }),
    head,
    fillMermaid`  x-axis "${shortenMiddle(words.x, maxAxisTitle)}" ${axis}`,
    fillMermaid`  y-axis "${shortenMiddle(words.y, maxAxisTitle)}" ${writeNumber(lowest)} --> ${writeNumber(highest === lowest ? lowest + 1 : highest)}`,
    ...series.map(({ mark, values }) => {
      const numbers = joinMarkup(values.map(writeNumber), ', ');
      return mark === 'bar' ? fillMermaid`  bar [${numbers}]` : fillMermaid`  line [${numbers}]`;
    }),
  ]);
}

/** Mermaid takes one of two equal labels alone. */
function nameApart(labels: readonly string[]): string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    const shown = fillMermaid`${shortenMiddle(label, maxLabel)}`.text.trim() || '(empty)';
    let name = shown;
    for (let number = 2; taken.has(name); number++) name = `${shown} (${number})`;
    taken.add(name);
    return name;
  });
}

/** Mermaid reads no exponents. */
function writeNumber(value: number): Markup {
  const rounded = Number(value.toPrecision(5));
  return fillMermaid`${Math.abs(rounded) < 1e-6 ? 0 : rounded}`;
}

/** Settings of our own; nothing of a dataset is among them. */
function configure(settings: object): Markup {
  return new Markup(`%%{init: ${JSON.stringify(settings)}}%%`);
}

function fence(lines: readonly Markup[]): Markup {
  return joinMarkup([fillMermaid`\`\`\`mermaid`, ...lines, fillMermaid`\`\`\``], '\n');
}
