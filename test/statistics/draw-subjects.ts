import { seedRandom } from '../../src/statistics/seeded-random.ts';
import type { SubjectTable } from '../../src/statistics/subject-table.ts';

/** Nearly normal numbers: sums of twelve uniform ones, less their mean. */
export function drawNormal(seed: number): () => number {
  const random = seedRandom(seed);
  return () => {
    let sum = -6;
    for (let term = 0; term < 12; term++) sum += random.below(2 ** 32) / 2 ** 32;
    return sum;
  };
}

/**
 * Subjects by chance, columns of one subject hanging together.
 * @param shift added to the first column of the second side
 */
export function drawSubjectTable(
  seed: number,
  { firstCount, secondCount, width, shift = 0 }: Omit<SubjectTable, 'values'> & { readonly shift?: number },
): SubjectTable {
  const normal = drawNormal(seed);
  const values = new Float64Array((firstCount + secondCount) * width);
  for (let row = 0; row < firstCount + secondCount; row++) {
    const common = normal();
    for (let column = 0; column < width; column++)
      values[row * width + column] =
        50 + 10 * (common + normal()) + (row >= firstCount && column === 0 ? shift : 0);
  }
  return { width, values, firstCount, secondCount };
}

/** The rows of both sides, for scripts. */
export function rowsOf({ width, values, firstCount }: SubjectTable): { a: number[][]; b: number[][] } {
  const rows = Array.from({ length: values.length / width }, (_, row) => [
    ...values.subarray(row * width, (row + 1) * width),
  ]);
  return { a: rows.slice(0, firstCount), b: rows.slice(firstCount) };
}
