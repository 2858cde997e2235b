import type { SeededRandom } from './seeded-random.ts';

/** Draws that are weighed at once: what is known of a subject is read once for all of them. */
export const lanes = 8;

/** How often each subject is drawn: the one of row r in the draw of lane l at r × `lanes` + l. */
export type DrawnWeights = Float64Array;

/** Draws, in one lane, as many of the rows [from, end) as they are, with replacement. */
export function drawSubjects(
  weights: DrawnWeights,
  lane: number,
  from: number,
  end: number,
  random: SeededRandom,
): void {
  for (let row = from; row < end; row++) weights[row * lanes + lane] = 0;
  for (let taken = from; taken < end; taken++) {
    const at = (from + random.below(end - from)) * lanes + lane;
    weights[at] = (weights[at] ?? 0) + 1;
  }
}

/** Where the weights of the rows start. */
export function locateRows(rows: ArrayLike<number>): Int32Array {
  return Int32Array.from(rows, (row) => row * lanes);
}
