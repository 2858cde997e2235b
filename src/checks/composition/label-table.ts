import { isLabelled, type Dataset } from '../../model/dataset.ts';
import type { JsonObject } from '../../model/json.ts';
import { compareSplits, compareText } from '../../model/order.ts';

/** Samples of one split, domain and class of the manifest; null where that is not known. */
export type LabelRow = {
  readonly split: string | null;
  readonly domain: string | null;
  readonly class: string | null;
  readonly labelled: number;
  readonly unlabelled: number;
} & JsonObject;

/** Labelled and unlabelled samples by split, domain and class; one of several splits or classes counts in each. */
export function tabulateLabels({ samples, labels }: Pick<Dataset, 'samples' | 'labels'>): LabelRow[] {
  const rows = new Map<string, { -readonly [K in keyof LabelRow]: LabelRow[K] }>();
  for (const sample of samples) {
    const { domain = null, splits, classes } = sample;
    const side = isLabelled(sample, labels) ? 'labelled' : 'unlabelled';
    for (const split of splits.length === 0 ? [null] : splits) {
      for (const name of classes.length === 0 ? [null] : classes) {
        const key = JSON.stringify([split, domain, name]);
        const row = rows.get(key) ?? { split, domain, class: name, labelled: 0, unlabelled: 0 };
        row[side]++;
        rows.set(key, row);
      }
    }
  }
  return [...rows.values()].sort(
    (a, b) =>
      compareSplits(a.split ?? '', b.split ?? '') ||
      compareText(a.domain ?? '', b.domain ?? '') ||
      compareText(a.class ?? '', b.class ?? ''),
  );
}
