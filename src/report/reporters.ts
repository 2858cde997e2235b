import type { Report } from '../model/report.ts';
import { renderHtml } from './html.ts';
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
  };

/** A report as a text, by format; the text ends with a newline. */
export const reporters: Readonly<Record<ReportFormat, (report: Report, options: RenderOptions) => string>> = {
  pretty: renderPretty,
  json: serializeReport,
  markdown: renderMarkdown,
  html: renderHtml,
  sarif: renderSarif,
  junit: renderJunit,
};
