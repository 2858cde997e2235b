import type { JsonObject } from '../../model/json.ts';
import { compareSplits, compareText } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';
import type { ClassPresence } from '../classes/class-presence.ts';

/** Subjects and samples of one split and domain that show one class; null where that is not known or not read. */
export type SubjectRow = {
  readonly split: string | null;
  readonly domain: string | null;
  readonly class: string | null;
  readonly subjects: number;
  readonly samples: number;
} & JsonObject;

/**
 * Subjects by split, domain and class, with those that there are; a subject that shows several classes counts with each.
 * @param samples each with a known subject
 */
export function tabulateSubjects(samples: readonly Sample[], { bySample }: ClassPresence): SubjectRow[] {
  const cells = new Map<string, Cell>();
  for (const sample of samples) {
    const { subject, domain = null, splits } = sample;
    if (subject === undefined) continue;
    const shown = [...(bySample.get(sample)?.keys() ?? [])];
    for (const split of splits.length === 0 ? [null] : splits) {
      for (const name of shown.length === 0 ? [null] : shown) {
        const key = JSON.stringify([split, domain, name]);
        const cell = cells.get(key) ?? { split, domain, class: name, subjects: new Set(), samples: 0 };
        cell.subjects.add(subject);
        cell.samples++;
        cells.set(key, cell);
      }
    }
  }
  return [...cells.values()]
    .map(({ subjects, ...cell }) => ({ ...cell, subjects: subjects.size }))
    .sort(
      (a, b) =>
        compareSplits(a.split ?? '', b.split ?? '') ||
        compareText(a.domain ?? '', b.domain ?? '') ||
        compareText(a.class ?? '', b.class ?? ''),
    );
}

interface Cell {
  readonly split: string | null;
  readonly domain: string | null;
  readonly class: string | null;
  readonly subjects: Set<string>;
  samples: number;
}
