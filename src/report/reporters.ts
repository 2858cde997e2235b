import type { Report } from '../model/report.ts';
import { renderHtml } from './html.ts';
import { serializeReport } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import type { MarkdownOptions } from './markdown.ts';
import { renderPretty } from './pretty.ts';
import type { PrettyOptions } from './pretty.ts';
import type { ReportFormat } from './report-formats.ts';

/** What any reporter may be told; each takes what concerns it. */
export type RenderOptions = PrettyOptions & MarkdownOptions;

/** A report as a text, by format; the text ends with a newline. */
export const reporters: Readonly<Record<ReportFormat, (report: Report, options: RenderOptions) => string>> = {
  pretty: renderPretty,
  json: serializeReport,
  markdown: renderMarkdown,
  html: renderHtml,
};
