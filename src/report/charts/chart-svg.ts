import { toSpec } from '../../charts/chart-spec.ts';
import type { Json } from '../../model/json.ts';
import type { Chart, Report } from '../../model/report.ts';
import { revealInvisible } from '../escape.ts';
import { estimateWidth } from './text-width.ts';

export interface ChartTexts {
  /** A text as it is drawn. */
  readonly show: (text: string) => string;
  /** About how wide it is, in the unit of the font's size. */
  readonly measure: (text: string, fontSize: number) => number;
}

/** For a reader whose fonts are not known. */
const unknownFonts: ChartTexts = { show: revealInvisible, measure: estimateWidth };

/**
 * Draws the charts of a report as SVG, each text in the colour of the text around it, so that one picture suits a
 * white and a dark page. The same chart gives the same bytes. Charts that cannot be drawn are left out.
 * @returns SVG by the chart's id
 */
export async function drawCharts(
  { charts }: Pick<Report, 'charts'>,
  { show, measure }: ChartTexts = unknownFonts,
): Promise<ReadonlyMap<string, string>> {
  const drawn = new Map<string, string>();
  const specs = charts.flatMap((chart) => {
    const spec = toSpec(showTexts(chart, show));
    return spec ? [{ id: chart.id, spec }] : [];
  });
  if (specs.length === 0) return drawn;
  // Loaded where a chart is drawn: nothing else waits for it.
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  // Vega measures with a canvas or guesses 0.8 em a character, which leaves no room for the plot.
  vega.textMetrics.width = (item, text) => measure(String(text), item.fontSize ?? 11);
  // Ids within the pictures are numbered from 1 for each page, so that no two are the same.
  vega.resetSVGDefIds();
  for (const { id, spec } of specs) {
    const program = vega.parse(compile(spec as never, { logger: silentLogger }).spec);
    const view = new vega.View(program, { renderer: 'none', logLevel: vega.Error, loader: refusingLoader });
    // Vega escapes what is structure to XML, but not what a runner obeys.
    drawn.set(id, (await view.toSVG()).replaceAll('##[', '##&#91;'));
    view.finalize();
  }
  return drawn;
}

function showTexts(chart: Chart, show: ChartTexts['show']): Chart {
  const { title, subtitle, data } = chart;
  return { ...chart, title: show(title), subtitle: show(subtitle), data: showAll(data, show) };
}

function showAll(value: Json, show: ChartTexts['show']): Json {
  if (typeof value === 'string') return show(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Json) => showAll(item, show));
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, showAll(entry, show)]));
}

const refuse = (): never => {
  throw new Error('a chart loads nothing');
};

/** No spec of ours names an address; should one ever, nothing is fetched. */
const refusingLoader = { load: refuse, sanitize: refuse, http: refuse, file: refuse } as never;

const silentLogger = {
  level: () => silentLogger,
  error: () => silentLogger,
  warn: () => silentLogger,
  info: () => silentLogger,
  debug: () => silentLogger,
} as never;
