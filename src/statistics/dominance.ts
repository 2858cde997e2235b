import { lanes, locateRows } from './drawn-weights.ts';
import type { KernelMemory, MemoryPlan } from './kernels/memory.ts';

/** How the values of two sides lie to each other; second against first. */
export interface Dominance {
  /**
   * Cliff's delta: how much likelier a value of the second is above one of the first than below it, −1 to 1 (Cliff
   * 1993, doi:10.1037/0033-2909.114.3.494). The area under the ROC curve of the values is (delta + 1) / 2.
   */
  readonly delta: number;
  /** First Wasserstein distance, in the unit of the values: the area between the distribution functions. */
  readonly distance: number;
}

/** Values of two sides in ascending order. `…Places` are those of their weights. */
export interface OrderedValues {
  readonly places: Int32Array;
  /** How far the next value lies above. */
  readonly gaps: Float64Array;
  /** The size of the other side, negative for values of the second: those of both sides sum to 0. */
  readonly parts: Float64Array;
  readonly firstPlaces: Int32Array;
  readonly secondPlaces: Int32Array;
  /** How many values of the first side lie below each of the second, and how many at or below it, × `lanes`. */
  readonly below: Int32Array;
  readonly reached: Int32Array;
}

/** @param firstCount how many of the values, from the start, are those of the first side */
export function orderValues(values: Float64Array, firstCount: number): OrderedValues {
  const rows = Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const first = rows.filter((row) => row < firstCount);
  const second = rows.filter((row) => row >= firstCount);
  const countFirst = (isCounted: (value: number, limit: number) => boolean): Uint32Array => {
    let count = 0;
    return second.map((row) => {
      while (count < firstCount && isCounted(values[first[count] ?? 0] ?? 0, values[row] ?? 0)) count++;
      return count;
    });
  };
  return {
    places: locateRows(rows),
    gaps: Float64Array.from(rows, (row, at) => (values[rows[at + 1] ?? row] ?? 0) - (values[row] ?? 0)),
    parts: Float64Array.from(rows, (row) => (row < firstCount ? second.length : -firstCount)),
    firstPlaces: locateRows(first),
    secondPlaces: locateRows(second),
    below: locateRows(countFirst((value, limit) => value < limit)),
    reached: locateRows(countFirst((value, limit) => value <= limit)),
  };
}

/** Both measures, every value counting once. */
export function measureDominance(ordered: OrderedValues): Dominance {
  const { gaps, parts, firstPlaces, secondPlaces, below, reached } = ordered;
  const pairs = firstPlaces.length * secondPlaces.length;
  let above = -pairs;
  for (let at = 0; at < below.length; at++) above += ((below[at] ?? 0) + (reached[at] ?? 0)) / lanes;
  let distance = 0;
  let apart = 0;
  for (let at = 0; at < gaps.length; at++) {
    apart += parts[at] ?? 0;
    distance += (gaps[at] ?? 0) * Math.abs(apart);
  }
  return { delta: above / pairs, distance: distance / pairs };
}

/** Measures values of both sides in drawn rows. */
export interface DominanceMeasure {
  /** Writes the delta and the distance in the draws of each lane to `deltas` and `distances`, from `to` on. */
  readonly measure: (
    memory: KernelMemory,
    weights: number,
    deltas: Float64Array,
    distances: Float64Array,
    to: number,
  ) => void;
}

/**
 * Places ordered values where kernels read them.
 * @param seen room for a double of each value of the first side and lane, and one more; shared by all that measure in turn
 * @param sums room for a double a lane
 */
export function placeOrdered(
  plan: MemoryPlan,
  ordered: OrderedValues,
  seen: number,
  sums: number,
): DominanceMeasure {
  const [firstCount, secondCount] = [ordered.firstPlaces.length, ordered.secondPlaces.length];
  const count = ordered.places.length;
  const pairs = firstCount * secondCount;
  const places = plan.place(ordered.places);
  const gaps = plan.place(ordered.gaps);
  const parts = plan.place(ordered.parts);
  const first = plan.place(ordered.firstPlaces);
  const second = plan.place(ordered.secondPlaces);
  const below = plan.place(ordered.below);
  const reached = plan.place(ordered.reached);
  return {
    measure: ({ kernels, doubles }, weights, deltas, distances, to) => {
      // Of pairs, those above count twice and equal ones once, so that less their number leaves above − below. All are
      // whole numbers, and exact.
      kernels.weighPairs(first, firstCount, second, below, reached, secondCount, weights, seen, sums);
      for (let lane = 0; lane < lanes; lane++)
        deltas[to + lane] = ((doubles[sums / 8 + lane] ?? 0) - pairs) / pairs;
      kernels.weighGaps(places, gaps, parts, count, weights, sums);
      for (let lane = 0; lane < lanes; lane++) distances[to + lane] = (doubles[sums / 8 + lane] ?? 0) / pairs;
    },
  };
}
