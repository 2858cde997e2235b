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

/** Values of two sides in ascending order. */
export interface OrderedValues {
  readonly values: Float64Array;
  /** Where each stood: those of the first side come before those of the second. */
  readonly places: Uint32Array;
  /** 1 for a value of the first side, 0 for one of the second. */
  readonly isFirst: Float64Array;
  readonly firstCount: number;
}

/** @param firstCount how many of the values, from the start, are those of the first side */
export function orderValues(values: Float64Array, firstCount: number): OrderedValues {
  const places = Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  return {
    values: Float64Array.from(places, (place) => values[place] ?? 0),
    places,
    isFirst: Float64Array.from(places, (place) => (place < firstCount ? 1 : 0)),
    firstCount,
  };
}

/**
 * Both measures in one pass.
 * @param weights how often each value counts, by its place; they sum, over each side, to its number of values. Ones
 * where left out
 */
export function measureDominance(
  { values, places, isFirst, firstCount }: OrderedValues,
  weights?: Float64Array,
): Dominance {
  const secondCount = values.length - firstCount;
  let firstSeen = 0;
  let secondSeen = 0;
  let firstBelow = 0;
  let secondBelow = 0;
  let above = 0;
  let below = 0;
  let distance = 0;
  let last = values[0] ?? 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    if (value !== last) {
      distance += (value - last) * Math.abs(firstSeen * secondCount - secondSeen * firstCount);
      firstBelow = firstSeen;
      secondBelow = secondSeen;
      last = value;
    }
    // Sums instead of a choice between the sides, which no processor could foresee.
    const weight = weights ? (weights[places[at] ?? 0] ?? 0) : 1;
    const first = weight * (isFirst[at] ?? 0);
    const second = weight - first;
    firstSeen += first;
    secondSeen += second;
    below += first * secondBelow;
    above += second * firstBelow;
  }
  const pairs = firstCount * secondCount;
  return { delta: (above - below) / pairs, distance: distance / pairs };
}
