import type { Report } from '../model/report.ts';
import { minMarkdownBytes, renderMarkdown } from '../report/markdown.ts';
import { fillHtml, fillMarkdown } from '../report/markup.ts';
import { findPart, maxPartBytes } from './baseline-part.ts';
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
 * The comment about a report: the marker, the report, a line that tells which commit it speaks of, and what the comment
 * already tells of a baseline of that commit.
 * @param maxBytes from 5,000, and with a baseline from 5,000 more than that takes
 * @param present what the comment says now
 */
export function renderComment(
  report: Report,
  { run, runUrl, imageAddress }: CommentSource,
  maxBytes: number,
  present?: string,
): string {
  const kept = keepPart(present ?? '', run.headSha);
  const wanted = showSheet(imageAddress?.(sheetName));
  const room = maxBytes - frameBytes - Buffer.byteLength(kept);
  const roomWithSheet = room - Buffer.byteLength(wanted);
  const sheet = roomWithSheet < minMarkdownBytes ? '' : wanted;
  const markdown = renderMarkdown(report, {
    maxBytes: sheet === '' ? room : roomWithSheet,
    ...(imageAddress && { imageAddress }),
  });
  return `${writeMarker(run)}\n${markdown}\n${sheet}${describeCommit(run.headSha, runUrl)}\n${kept}`;
}

/** Whoever may write can have changed what stands there: a part that is too long was. */
function keepPart(present: string, headSha: string): string {
  const part = findPart(present);
  const isKept = part?.marker.headSha === headSha && Buffer.byteLength(part.text) <= maxPartBytes;
  return isKept ? `\n${part.text}` : '';
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
