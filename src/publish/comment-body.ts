import type { Report } from '../model/report.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { fillHtml, fillMarkdown } from '../report/markup.ts';
import { writeMarker, type CommentMarker } from './comment-marker.ts';

export interface CommentSource {
  readonly run: CommentMarker;
  /** Page of the run that made the report. */
  readonly runUrl: string;
}

/** Kept free for the marker and the closing line. */
const frameBytes = 1000;

/**
 * The comment about a report: the marker, the report and a line that tells which commit it speaks of.
 * @param maxBytes from 5,000
 */
export function renderComment(report: Report, { run, runUrl }: CommentSource, maxBytes: number): string {
  const markdown = renderMarkdown(report, { maxBytes: maxBytes - frameBytes });
  return `${writeMarker(run)}\n${markdown}\n${describeCommit(run.headSha, runUrl)}\n`;
}

/** GitHub makes a link of a commit's id that stands for itself. */
function describeCommit(headSha: string, runUrl: string): string {
  // Inside a tag, Markdown is not read; the value of an attribute is escaped as that.
  const link = fillHtml`<a href="${runUrl}">run</a>`;
  return fillMarkdown`<sub>Audit of ${headSha} · ${link}</sub>`.text;
}
