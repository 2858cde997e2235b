import { solvePositive } from './solve-positive.ts';
import { standardizeColumns, type SubjectTable } from './subject-table.ts';

/** A direction that tells the second side from the first: a row scores Σ weight × value + offset. */
export interface Discriminant {
  readonly weights: Float64Array;
  /** Puts the middle between the means of both sides at 0. */
  readonly offset: number;
}

/**
 * Fisher's linear discriminant with a regularised covariance (Friedman 1989, doi:10.1080/01621459.1989.10478752): of the
 * columns in units of their deviation over all rows, the covariance within sides, S, is taken as (1 − λ) S + λ I with
 * λ = width / (width + rows), so that it can be solved however few rows there are and matters less the more there are.
 * Scores have a standard deviation of one within sides, by that covariance, so that those of several fits may be compared.
 */
export function fitDiscriminant(table: SubjectTable): Discriminant {
  const { width, firstCount, secondCount } = table;
  const rows = firstCount + secondCount;
  const { scores, norms, means } = standardizeColumns(table);
  const unit = Math.sqrt(rows - 1);
  const centers = [new Float64Array(width), new Float64Array(width)] as const;
  for (let row = 0; row < rows; row++) {
    const isFirst = row < firstCount;
    const center = isFirst ? centers[0] : centers[1];
    for (let column = 0; column < width; column++)
      center[column] =
        (center[column] ?? 0) +
        (unit * (scores[row * width + column] ?? 0)) / (isFirst ? firstCount : secondCount);
  }
  const shrinkage = width / (width + rows);
  const covariance = new Float64Array(width * width);
  const deviations = new Float64Array(width);
  const share = (1 - shrinkage) / Math.max(1, rows - 2);
  for (let row = 0; row < rows; row++) {
    const center = row < firstCount ? centers[0] : centers[1];
    for (let column = 0; column < width; column++)
      deviations[column] = unit * (scores[row * width + column] ?? 0) - (center[column] ?? 0);
    for (let a = 0; a < width; a++) {
      const deviation = share * (deviations[a] ?? 0);
      for (let b = 0; b <= a; b++)
        covariance[a * width + b] = (covariance[a * width + b] ?? 0) + deviation * (deviations[b] ?? 0);
    }
  }
  for (let a = 0; a < width; a++) covariance[a * width + a] = (covariance[a * width + a] ?? 0) + shrinkage;
  const difference = centers[1].map((mean, column) => mean - (centers[0][column] ?? 0));
  const direction = solvePositive(covariance, difference);
  const separation = Math.sqrt(dot(direction, difference));
  const weights = direction.map((weight, column) => {
    const deviation = (norms[column] ?? 0) / unit;
    return deviation > 0 && separation > 0 ? weight / separation / deviation : 0;
  });
  const middle = means.map(
    (mean, column) =>
      mean + (((centers[0][column] ?? 0) + (centers[1][column] ?? 0)) / 2) * ((norms[column] ?? 0) / unit),
  );
  return { weights, offset: -dot(weights, middle) };
}

/**
 * The score of each row by a discriminant that was fitted without the rows of its fold.
 * @param folds of each row; leaving out any one leaves rows of both sides
 */
export function scoreHeldOut(table: SubjectTable, folds: Uint32Array): Float64Array {
  const { width, values } = table;
  const scores = new Float64Array(folds.length);
  for (const fold of new Set(folds)) {
    const kept = [...folds.keys()].filter((row) => folds[row] !== fold);
    const { weights, offset } = fitDiscriminant(selectRows(table, kept));
    folds.forEach((of, row) => {
      if (of === fold) scores[row] = dot(weights, values.subarray(row * width, (row + 1) * width)) + offset;
    });
  }
  return scores;
}

function selectRows({ width, values, firstCount }: SubjectTable, rows: readonly number[]): SubjectTable {
  const selected = new Float64Array(rows.length * width);
  rows.forEach((row, at) => selected.set(values.subarray(row * width, (row + 1) * width), at * width));
  const kept = rows.filter((row) => row < firstCount).length;
  return { width, values: selected, firstCount: kept, secondCount: rows.length - kept };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
