import type { Report } from '../model/report.ts';
import { packSections } from './markdown-budget.ts';
import { planChange } from './markdown-change.ts';
import { planCharts } from './markdown-charts.ts';
import { planAccepted, planCheckTable, planFindings, planQuietChecks } from './markdown-checks.ts';
import { planClosing, planCounts } from './markdown-counts.ts';
import { planHead, planReasons, planWhenToStop } from './markdown-head.ts';
import type { Plan } from './markdown-section.ts';

export interface MarkdownOptions {
  /** Bytes of UTF-8 that the text may hold, from `minMarkdownBytes`; without it, only characters are counted. */
  readonly maxBytes?: number;
  /** The address of a picture by its file's name; where there is none, numbers are shown without one. */
  readonly imageAddress?: (name: string) => string | undefined;
}

/** GitHub takes 65,536 characters of a comment; some are left for what stands around a report. */
export const maxMarkdownCharacters = 60_000;
/** The shortest heading and the note of what was left out always fit this. */
export const minMarkdownBytes = 4000;

/** The sections in the order of the text; `priorities` says which of them stay where not all fit. */
const plans: readonly Plan[] = [
  planHead,
  planReasons,
  planWhenToStop,
  planChange,
  planCounts,
  planCheckTable,
  planCharts,
  planFindings,
  planQuietChecks,
  planAccepted,
  planClosing,
];

/**
 * The report as GitHub's Markdown, for a job summary or a comment: never more than `maxMarkdownCharacters`. What does
 * not fit is left out by whole sections, the least important first, and a closing sentence says what and how much.
 * @throws RangeError when `maxBytes` is below `minMarkdownBytes`.
 */
export function renderMarkdown(report: Report, options: MarkdownOptions = {}): string {
  const { maxBytes = Infinity } = options;
  if (maxBytes < minMarkdownBytes)
    throw new RangeError(`A report in Markdown needs ${minMarkdownBytes} bytes, not ${maxBytes}.`);
  return packSections(
    plans.flatMap((plan) => plan(report, options)),
    { characters: maxMarkdownCharacters, bytes: maxBytes },
  );
}
