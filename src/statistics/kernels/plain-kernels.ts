import { lanes } from '../drawn-weights.ts';
import type { Kernels } from './kernels.ts';

/** Lanes whose sums a loop keeps: with more, V8 keeps them in memory, at three times the cost. */
const abreast = 2;

/** The kernels in TypeScript, for processors without SIMD instructions. */
export function makePlainKernels(memory: ArrayBuffer): Kernels {
  const doubles = new Float64Array(memory);
  // Signed, as V8 takes a quarter less time over signed indices.
  const integers = new Int32Array(memory);
  const at = (place: number): number => doubles[place] ?? 0;
  const rowAt = (place: number): number => integers[place] ?? 0;

  const weighShares: Kernels['weighShares'] = (rows, shares, count, weights, sums) => {
    const [row, share, weight, to] = [rows / 4, shares / 8, weights / 8, sums / 8];
    for (let lane = 0; lane < lanes; lane += abreast) {
      let [a, b] = [0, 0];
      for (let entry = 0; entry < count; entry++) {
        const place = weight + rowAt(row + entry) + lane;
        const of = at(share + entry);
        a += at(place) * of;
        b += at(place + 1) * of;
      }
      doubles[to + lane] = a;
      doubles[to + lane + 1] = b;
    }
  };

  const weighMoments: Kernels['weighMoments'] = (figures, weights, from, end, sums, squares) => {
    const [figure, weight, to, toSquares] = [figures / 8, weights / 8, sums / 8, squares / 8];
    for (let lane = 0; lane < lanes; lane += abreast) {
      let [a, b, squaresA, squaresB] = [0, 0, 0, 0];
      for (let row = from; row < end; row++) {
        const value = at(figure + row);
        const weightedA = at(weight + row * lanes + lane) * value;
        const weightedB = at(weight + row * lanes + lane + 1) * value;
        a += weightedA;
        b += weightedB;
        squaresA += weightedA * value;
        squaresB += weightedB * value;
      }
      doubles[to + lane] = a;
      doubles[to + lane + 1] = b;
      doubles[toSquares + lane] = squaresA;
      doubles[toSquares + lane + 1] = squaresB;
    }
  };

  const weighPairs: Kernels['weighPairs'] = (
    firstRows,
    firstCount,
    secondRows,
    below,
    reached,
    secondCount,
    weights,
    seen,
    sums,
  ) => {
    const [first, second, low, high] = [firstRows / 4, secondRows / 4, below / 4, reached / 4];
    const [weight, before, to] = [weights / 8, seen / 8, sums / 8];
    for (let lane = 0; lane < lanes; lane += abreast) {
      let [a, b] = [0, 0];
      for (let value = 0; value < firstCount; value++) {
        const place = weight + rowAt(first + value) + lane;
        const next = before + (value + 1) * lanes + lane;
        doubles[next] = a += at(place);
        doubles[next + 1] = b += at(place + 1);
      }
      a = b = 0;
      for (let value = 0; value < secondCount; value++) {
        const place = weight + rowAt(second + value) + lane;
        const lowest = before + rowAt(low + value) + lane;
        const highest = before + rowAt(high + value) + lane;
        a += at(place) * (at(lowest) + at(highest));
        b += at(place + 1) * (at(lowest + 1) + at(highest + 1));
      }
      doubles[to + lane] = a;
      doubles[to + lane + 1] = b;
    }
  };

  const weighGaps: Kernels['weighGaps'] = (rows, gaps, parts, count, weights, sums) => {
    const [row, gap, part, weight, to] = [rows / 4, gaps / 8, parts / 8, weights / 8, sums / 8];
    for (let lane = 0; lane < lanes; lane += abreast) {
      let [a, b, apartA, apartB] = [0, 0, 0, 0];
      for (let value = 0; value < count; value++) {
        const place = weight + rowAt(row + value) + lane;
        const of = at(part + value);
        const wide = at(gap + value);
        apartA += at(place) * of;
        apartB += at(place + 1) * of;
        a += wide * Math.abs(apartA);
        b += wide * Math.abs(apartB);
      }
      doubles[to + lane] = a;
      doubles[to + lane + 1] = b;
    }
  };

  return { weighShares, weighMoments, weighPairs, weighGaps };
}
