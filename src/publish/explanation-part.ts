import { findPart } from './baseline-part.ts';

/** Stands at the beginning of a line, where no escaped text of a dataset can. */
const markerLine = '<!-- holdout-explanation -->';
const markerPattern = /^<!-- holdout-explanation -->\r?$/mu;

/**
 * The comment with an explanation between the audit and the baseline, in place of the one that it has. The next audit
 * writes its comment without it.
 * @param markdown without hidden lines of its own
 */
export function putExplanation(body: string, markdown: string): string {
  const part = findPart(body);
  const audit = part ? body.slice(0, -part.text.length) : body;
  const present = markerPattern.exec(audit);
  const before = present ? audit.slice(0, present.index) : audit;
  const explained = `${before.trimEnd()}\n\n${markerLine}\n\n${markdown.trim()}\n`;
  return part ? `${explained}\n${part.text}` : explained;
}
