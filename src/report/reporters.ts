import type { Report } from '../model/report.ts';
import { drawCharts } from './charts/chart-svg.ts';
import { renderHtml } from './html.ts';
import type { DrawnSamples } from './html/pictures.ts';
import { serializeReport } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import type { MarkdownOptions } from './markdown.ts';
import { renderPretty } from './pretty.ts';
import type { PrettyOptions } from './pretty.ts';
import type { ReportFormat } from './report-formats.ts';
import { renderSarif } from './sarif.ts';

/** What any reporter may be told; each takes what concerns it. */
export type RenderOptions = PrettyOptions &
  MarkdownOptions & {
    /** What leads from the repository's root to the dataset's directory: empty, or ending in `/`. */
    readonly prefix?: string;
    /** For a page: samples with their pictures. */
    readonly samples?: DrawnSamples;
  };

type Reporter<T> = (report: Report, options: RenderOptions) => T;

/** A report as a text, by format; the text ends with a newline. Drawing charts takes a while. */
export const reporters: Readonly<
  Record<Exclude<ReportFormat, 'html'>, Reporter<string>> & Record<'html', Reporter<Promise<string>>>
> = {
  pretty: renderPretty,
  json: serializeReport,
  markdown: renderMarkdown,
  html: async (report, { samples }) => renderHtml(report, await drawCharts(report), samples),
  sarif: renderSarif,
  junit: renderJunit,
};
