import { lanes, locateRows, type DrawnWeights } from './drawn-weights.ts';

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

/**
 * Delta in the draws of each lane.
 * @param seen room for a sum of each value of the first side and lane, and one more
 * @param deltas written from `to` on
 */
export function weighDelta(
  { firstPlaces, secondPlaces, below, reached }: OrderedValues,
  weights: DrawnWeights,
  seen: Float64Array,
  deltas: Float64Array,
  to: number,
): void {
  const pairs = firstPlaces.length * secondPlaces.length;
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let at = 0; at < firstPlaces.length; at++) {
    const place = firstPlaces[at] ?? 0;
    const next = (at + 1) * lanes;
    seen[next] = a += weights[place] ?? 0;
    seen[next + 1] = b += weights[place + 1] ?? 0;
    seen[next + 2] = c += weights[place + 2] ?? 0;
    seen[next + 3] = d += weights[place + 3] ?? 0;
  }
  // Of pairs, those above count twice and equal ones once, so that less their number leaves above − below. All are whole
  // numbers, and exact.
  a = b = c = d = -pairs;
  for (let at = 0; at < secondPlaces.length; at++) {
    const place = secondPlaces[at] ?? 0;
    const low = below[at] ?? 0;
    const high = reached[at] ?? 0;
    a += (weights[place] ?? 0) * ((seen[low] ?? 0) + (seen[high] ?? 0));
    b += (weights[place + 1] ?? 0) * ((seen[low + 1] ?? 0) + (seen[high + 1] ?? 0));
    c += (weights[place + 2] ?? 0) * ((seen[low + 2] ?? 0) + (seen[high + 2] ?? 0));
    d += (weights[place + 3] ?? 0) * ((seen[low + 3] ?? 0) + (seen[high + 3] ?? 0));
  }
  deltas[to] = a / pairs;
  deltas[to + 1] = b / pairs;
  deltas[to + 2] = c / pairs;
  deltas[to + 3] = d / pairs;
}

/**
 * The distance in the draws of each lane.
 * @param distances written from `to` on
 */
export function weighDistance(
  { places, gaps, parts, firstPlaces, secondPlaces }: OrderedValues,
  weights: DrawnWeights,
  distances: Float64Array,
  to: number,
): void {
  const pairs = firstPlaces.length * secondPlaces.length;
  for (let lane = 0; lane < lanes; lane += 2) {
    let [a, b, apartA, apartB] = [0, 0, 0, 0];
    for (let at = 0; at < places.length; at++) {
      const place = (places[at] ?? 0) + lane;
      const part = parts[at] ?? 0;
      const gap = gaps[at] ?? 0;
      apartA += (weights[place] ?? 0) * part;
      apartB += (weights[place + 1] ?? 0) * part;
      a += gap * Math.abs(apartA);
      b += gap * Math.abs(apartB);
    }
    distances[to + lane] = a / pairs;
    distances[to + lane + 1] = b / pairs;
  }
}
