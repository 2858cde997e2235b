import type { Report } from '../model/report.ts';
import { minMarkdownBytes, renderMarkdown } from '../report/markdown.ts';
import { fillHtml, fillMarkdown } from '../report/markup.ts';
import { writeMarker, type CommentMarker } from './comment-marker.ts';

export interface CommentSource {
  readonly run: CommentMarker;
  /** Page of the run that made the report. */
  readonly runUrl: string;
  /** The address of an image by its file's name, where images were published. */
  readonly imageAddress?: (name: string) => string | undefined;
}

/** Kept free for the marker and the closing line. */
const frameBytes = 1000;
/** The sheet of samples, as it is called in a folder of pictures. */
const sheetName = 'sheet.png';

/**
 * The comment about a report: the marker, the report and a line that tells which commit it speaks of.
 * @param maxBytes from 5,000
 */
export function renderComment(
  report: Report,
  { run, runUrl, imageAddress }: CommentSource,
  maxBytes: number,
): string {
  const wanted = showSheet(imageAddress?.(sheetName));
  const room = maxBytes - frameBytes - Buffer.byteLength(wanted);
  const sheet = room < minMarkdownBytes ? '' : wanted;
  const markdown = renderMarkdown(report, {
    maxBytes: Math.max(room, minMarkdownBytes),
    ...(imageAddress && { imageAddress }),
  });
  return `${writeMarker(run)}\n${markdown}\n${sheet}${describeCommit(run.headSha, runUrl)}\n`;
}

/** The sheet is large: it is folded away, and its parts can be read where it is opened by itself. */
function showSheet(address: string | undefined): string {
  if (address === undefined) return '';
  const image = fillHtml`<a href="${address}"><img src="${address}" alt="Samples of the dataset with their labels, suspicious ones first" /></a>`;
  return fillHtml`<details>\n<summary>Samples with their labels</summary>\n\n${image}\n\n</details>\n\n`.text;
}

/** GitHub makes a link of a commit's id that stands for itself. */
function describeCommit(headSha: string, runUrl: string): string {
  // Inside a tag, Markdown is not read; the value of an attribute is escaped as that.
  const link = fillHtml`<a href="${runUrl}">run</a>`;
  return fillMarkdown`<sub>Audit of ${headSha} · ${link}</sub>`.text;
}
