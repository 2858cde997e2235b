import type { FindingSeverity } from '../../model/severity.ts';

/**
 * One finding as the page shows it. All texts are bounded, and what hides in them is made visible: they hold neither
 * line breaks nor tabs. They are still not markup.
 */
export interface FindingRow {
  /** Id of the row, the same for the same finding in every report. */
  readonly id: string;
  readonly message: string;
  /** What to do; empty where the check says it once for all. */
  readonly fix: string;
  /** What waivers refer to. */
  readonly key: string;
  /** `file:line:column`, or empty. */
  readonly place: string;
  /** The first of them; `subjectsTotal` counts all. */
  readonly subjects: readonly string[];
  readonly subjectsTotal: number;
  /** Splits that the finding names. */
  readonly splits: readonly string[];
  /** The first of them; `samplesTotal` counts all. */
  readonly samples: readonly string[];
  readonly samplesTotal: number;
  /** Label, value, label, value, … */
  readonly evidence: readonly string[];
}

/** The findings of a check, as far as the page holds them. */
export interface CheckFindings {
  /** Place of the check in the report, from 0. */
  readonly place: number;
  readonly id: string;
  readonly severity: FindingSeverity;
  /** All findings, those that the page does not hold included. */
  readonly total: number;
  readonly rows: readonly FindingRow[];
}

/** Rows of a table that are in sight at once. */
export const pageSize = 10;

/** The columns that a table of findings can be sorted by. */
export const columns = ['finding', 'subject', 'split', 'samples'] as const;
export type Column = (typeof columns)[number];

/** The columns that hold something, in order. */
export function listColumns(rows: readonly FindingRow[]): Column[] {
  return columns.filter((column) => {
    switch (column) {
      case 'finding':
        return true;
      case 'subject':
        return rows.some(({ subjects }) => subjects.length > 0);
      case 'split':
        return rows.some(({ splits }) => splits.length > 0);
      case 'samples':
        return rows.some(({ samplesTotal }) => samplesTotal > 0);
    }
  });
}
