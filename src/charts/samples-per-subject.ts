import { formatCount, formatNumber, formatQuantity } from '../model/number-words.ts';
import { compareText } from '../model/order.ts';
import type { Drawing } from './drawing.ts';
import { markedBars } from './kinds.ts';
import { measurementsOf, numberIn, objectIn, type Measured } from './measured.ts';

const check = 'subjects/count';
const maxRows = 30;

/** Labelled images of each subject of the target domain, those that leak marked. */
export function drawSamplesPerSubject(measured: Measured): Drawing | undefined {
  const target = objectIn(measurementsOf(measured, check), 'target');
  const perSubject = Object.entries(objectIn(target, 'samplesPerSubject')).flatMap(
    ([subject, count]): [string, number][] => (typeof count === 'number' ? [[subject, count]] : []),
  );
  if (perSubject.length === 0) return undefined;
  const leaking = new Set(
    measured.checks
      .filter(({ id }) => id === 'leakage/subject')
      .flatMap(({ findings }) => findings.flatMap(({ subjects }) => subjects)),
  );
  const rows = perSubject.sort(([a, m], [b, n]) => n - m || compareText(a, b)).slice(0, maxRows);
  const [samples, subjects] = [numberIn(target, 'samples'), numberIn(target, 'subjects')];
  const effective = numberIn(target, 'effectiveSubjects');
  const domain =
    measured.dataset.targetDomain === undefined
      ? ''
      : ` of the target domain ${measured.dataset.targetDomain}`;
  const marked = rows.filter(([subject]) => leaking.has(subject)).length;
  return {
    id: 'samples-per-subject',
    check,
    title: `${formatQuantity(subjects, 'subject holds', 'subjects hold')} all ${formatQuantity(samples, 'labelled image')}${domain}`,
    subtitle: `${subjects > rows.length ? `The ${formatCount(rows.length)} with most images; effective` : 'Effective'} number of subjects ${formatNumber(effective)}${marked > 0 ? `; ${formatCount(marked)} in several splits` : ''}`,
    alternative: `${rows.map(([subject, count]) => `${subject} ${formatCount(count)}${leaking.has(subject) ? ' (in several splits)' : ''}`).join(', ')}.`,
    kind: 'marked-bars',
    data: markedBars.dataOf({
      unit: 'images',
      values: rows.map(([row, value]) => ({ row, value, isMarked: leaking.has(row) })),
    }),
  };
}
