import type { Report } from '../model/report.ts';
import type { FindingSeverity } from '../model/severity.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { escapeCommandData, escapeCommandProperty, revealInvisible } from './escape.ts';

/** A note at a line of a file, as GitHub shows it beside the diff. */
export interface Annotation {
  readonly severity: 'error' | 'warning' | 'notice';
  /** Relative to the dataset's directory, exactly as the file system spells it. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly title: string;
  readonly message: string;
}

/**
 * GitHub takes 50 annotations in one request of a check run and shows 50 of a job; of those written as workflow
 * commands it shows 10 per level and step. More would be dropped without a word.
 */
export const maxAnnotations = 50;

/** A check run's annotation holds 255 characters of title and 64 KB of message; a diff is no place for more than this. */
const maxMessageLength = 2000;

const ranks: Readonly<Record<FindingSeverity, number>> = { error: 0, warning: 1, info: 2 };
const levels = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * The findings that have a place in a file, errors first, at most `maxAnnotations`. Within a severity every check
 * has its first finding named before any has its second, so that one check with hundreds does not hide the rest.
 */
export function toAnnotations(report: Report): Annotation[] {
  const located = report.checks.flatMap((check, checkIndex) =>
    check.findings
      .flatMap(({ location, ...finding }) => (location === undefined ? [] : [{ ...finding, location }]))
      .map((finding, turn) => ({ ...finding, check: check.id, checkIndex, turn })),
  );
  located.sort(
    (a, b) => ranks[a.severity] - ranks[b.severity] || a.turn - b.turn || a.checkIndex - b.checkIndex,
  );
  return located.slice(0, maxAnnotations).map(({ severity, location, check, message, fix }) => ({
    severity: levels[severity],
    ...location,
    title: shortenMiddle(revealInvisible(`holdout: ${check}`), 255),
    message: [message, fix]
      .filter((sentence) => sentence !== '')
      .map((sentence) => shortenMiddle(revealInvisible(sentence), maxMessageLength))
      .join('\n'),
  }));
}

/** The annotation as one line that the runner obeys, without its newline: `::error file=…,line=…,title=…::message`. */
export function formatWorkflowCommand({ severity, file, line, column, title, message }: Annotation): string {
  const properties = [
    ['file', file],
    ['line', line],
    ['col', line === undefined ? undefined : column],
    ['title', title],
  ]
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeCommandProperty(String(value))}`);
  return `::${severity} ${properties.join(',')}::${escapeCommandData(message)}`;
}
