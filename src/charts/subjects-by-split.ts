import { formatCount, formatQuantity } from '../model/number-words.ts';
import { compareSplits } from '../model/order.ts';
import type { Drawing } from './drawing.ts';
import { matrix } from './kinds.ts';
import { listIn, measurementsOf, numberIn, objectIn, textIn, type Measured } from './measured.ts';

const check = 'leakage/subject';
const maxRows = 30;
/** Where all is well, a few rows show how it looks. */
const maxRowsWithoutLeak = 12;

/** Images of each subject in each split, those of subjects in several splits marked. */
export function drawSubjectsBySplit(measured: Measured): Drawing | undefined {
  const measurements = measurementsOf(measured, check);
  const subjects = listIn(measurements, 'subjectsBySplit').flatMap((row) => {
    const subject = textIn(row, 'subject');
    return subject === undefined ? [] : [{ subject, splits: objectIn(row, 'splits') }];
  });
  const splits = [...new Set(subjects.flatMap((row) => Object.keys(row.splits)))].sort(compareSplits);
  if (subjects.length === 0 || splits.length < 2) return undefined;
  const leaking = numberIn(measurements, 'leaking');
  const shown = subjects.slice(0, leaking > 0 ? maxRows : maxRowsWithoutLeak);
  const isLeaking = (row: (typeof shown)[number]): boolean => Object.keys(row.splits).length > 1;
  const total = numberIn(measurements, 'subjects');
  return {
    id: 'subjects-by-split',
    check,
    title:
      leaking === 0
        ? `Each of ${formatQuantity(total, 'subject')} stands in one split`
        : `${formatCount(leaking)} of ${formatQuantity(total, 'subject stands', 'subjects stand')} in several splits`,
    subtitle: `Images by subject and split; ${formatCount(shown.length)} of ${formatQuantity(total, 'subject')}, those in several splits first`,
    alternative: `${shown
      .map(
        (row) =>
          `${row.subject}: ${Object.entries(row.splits)
            .map(([split, count]) => `${split} ${JSON.stringify(count)}`)
            .join(', ')}`,
      )
      .join('. ')}.`,
    kind: 'matrix',
    data: matrix.dataOf({
      unit: 'images',
      values: shown.flatMap((row) =>
        splits.map((column) => ({
          row: row.subject,
          column,
          value: numberIn(row.splits, column),
          isMarked: isLeaking(row) && column in row.splits,
        })),
      ),
    }),
  };
}
