import { lanes, type DrawnWeights } from './drawn-weights.ts';

/**
 * Adds the figures of the rows [from, end), as often as they are drawn, and their squares to those of each lane.
 * @param figures by row
 */
export function addMoments(
  figures: Float64Array,
  weights: DrawnWeights,
  from: number,
  end: number,
  sums: Float64Array,
  squares: Float64Array,
): void {
  for (let lane = 0; lane < lanes; lane += 2) {
    let a = sums[lane] ?? 0;
    let b = sums[lane + 1] ?? 0;
    let squaresA = squares[lane] ?? 0;
    let squaresB = squares[lane + 1] ?? 0;
    for (let row = from; row < end; row++) {
      const figure = figures[row] ?? 0;
      const weightedA = (weights[row * lanes + lane] ?? 0) * figure;
      const weightedB = (weights[row * lanes + lane + 1] ?? 0) * figure;
      a += weightedA;
      b += weightedB;
      squaresA += weightedA * figure;
      squaresB += weightedB * figure;
    }
    sums[lane] = a;
    sums[lane + 1] = b;
    squares[lane] = squaresA;
    squares[lane + 1] = squaresB;
  }
}
