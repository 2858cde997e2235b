import { formatCount, formatQuantity } from '../model/number-words.ts';
import { bars } from './kinds.ts';
import { listIn, measurementsOf, numberIn, objectIn, textIn, type Measured } from './measured.ts';
import type { Drawing } from './drawing.ts';

const check = 'composition/labelled';
const maxRows = 40;

/** Labelled and unlabelled images by domain and split. */
export function drawComposition(measured: Measured): Drawing | undefined {
  const measurements = measurementsOf(measured, check);
  const counts = new Map<string, { labelled: number; unlabelled: number }>();
  for (const row of listIn(measurements, 'bySplitDomainAndClass')) {
    const name = [textIn(row, 'domain'), textIn(row, 'split')].filter(Boolean).join(' · ') || 'all';
    const sum = counts.get(name) ?? { labelled: 0, unlabelled: 0 };
    sum.labelled += numberIn(row, 'labelled');
    sum.unlabelled += numberIn(row, 'unlabelled');
    counts.set(name, sum);
  }
  const rows = [...counts].slice(0, maxRows);
  if (rows.length === 0) return undefined;
  const { samples } = measured.dataset.counts;
  const { targetDomain } = measured.dataset;
  const target = objectIn(measurements, 'target');
  const labelled = numberIn(target, 'labelled');
  const subjects = numberIn(target, 'subjects');
  const title =
    targetDomain === undefined
      ? `${formatCount(labelled)} of ${formatQuantity(samples, 'image')} are labelled`
      : `${formatCount(labelled)} of ${formatQuantity(samples, 'image')} are labelled and of the target domain ${targetDomain}`;
  return {
    id: 'composition',
    check,
    title,
    subtitle: `Images by domain, split and label; n = ${formatQuantity(samples, 'image')}${
      subjects > 0
        ? `, ${formatQuantity(subjects, 'labelled subject')}${targetDomain === undefined ? '' : ' of the target domain'}`
        : ''
    }`,
    alternative: `${title}. ${rows.map(([name, { labelled: some, unlabelled }]) => `${name}: ${formatCount(some)} labelled, ${formatCount(unlabelled)} not`).join('. ')}.`,
    kind: 'bars',
    data: bars.dataOf({
      unit: 'images',
      values: rows.flatMap(([row, parts]) =>
        (['labelled', 'unlabelled'] as const).map((part) => ({ row, part, value: parts[part] })),
      ),
    }),
  };
}
