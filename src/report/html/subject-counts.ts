import { compareSplits, compareText } from '../../model/order.ts';
import type { FindingRow } from './finding-row.ts';

/** What was found of one subject. */
export interface SubjectCount {
  readonly subject: string;
  readonly findings: number;
  /** Samples of its findings; one that several of them name counts several times. */
  readonly samples: number;
  readonly splits: readonly string[];
}

/** The findings by the subjects that they name, those with most findings first. */
export function countBySubject(rows: readonly FindingRow[]): SubjectCount[] {
  const counts = new Map<string, { findings: number; samples: number; splits: Set<string> }>();
  for (const { subjects, samplesTotal, splits } of rows) {
    for (const subject of new Set(subjects)) {
      let count = counts.get(subject);
      if (!count) counts.set(subject, (count = { findings: 0, samples: 0, splits: new Set() }));
      count.findings += 1;
      count.samples += samplesTotal;
      for (const split of splits) count.splits.add(split);
    }
  }
  return [...counts]
    .map(([subject, { splits, ...count }]) => ({
      subject,
      ...count,
      splits: [...splits].sort(compareSplits),
    }))
    .sort((a, b) => b.findings - a.findings || compareText(a.subject, b.subject));
}

/** Whether a table by subject says more than the findings do: they are many, and name few subjects often. */
export function isWorthCounting(rows: readonly FindingRow[], counts: readonly SubjectCount[]): boolean {
  return rows.length > 10 && counts.length > 1 && counts.length <= rows.length / 2;
}
