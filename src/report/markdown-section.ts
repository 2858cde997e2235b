import type { Report } from '../model/report.ts';
import type { MarkdownOptions } from './markdown.ts';
import type { Markup } from './markup.ts';

/**
 * What is kept where not everything fits: sections of a lower number have their room first, and those of the same
 * number share what is left evenly. The place in the text is another thing; the list in `markdown.ts` has it.
 */
export const priorities = {
  head: 0,
  reasons: 1,
  change: 2,
  checks: 3,
  counts: 4,
  errors: 5,
  baseline: 6,
  pictures: 7,
  charts: 8,
  warnings: 9,
  notes: 10,
  quiet: 11,
} as const;

/** A part of the text that is shown whole or not at all. */
export interface Section {
  /** What is missing when it is left out, as the closing sentence puts it: the renderer's own short words. */
  readonly name: string;
  readonly priority: number;
  /** How much it may tell, falling: the first that fits is taken. Without it, the section is all or nothing. */
  readonly sizes?: readonly number[];
  /** @param size one of `sizes`, 0 without them; a smaller one gives a shorter text */
  readonly render: (size: number) => Markup;
  /** Of a section of findings, whose sizes count findings: how many there are. */
  readonly findings?: number;
}

/** The sections that a report gives on one topic; none where it has nothing to say. */
export type Plan = (report: Report, options: MarkdownOptions) => readonly Section[];
