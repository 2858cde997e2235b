/** Where a figure lies with a stated confidence. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The middle 95 % of the values: of draws of a bootstrap, the percentile interval (Efron and Tibshirani 1993, "An
 * Introduction to the Bootstrap", § 13.3).
 * @param values sorted in place; at least one
 */
export function percentileInterval(values: Float64Array): Interval {
  values.sort();
  return { low: quantileOf(values, 0.025), high: quantileOf(values, 0.975) };
}

/**
 * The quantile between the two values nearest to it (Hyndman and Fan 1996, doi:10.2307/2684934, type 7).
 * @param sorted ascending, at least one
 * @param rank 0–1
 */
export function quantileOf(sorted: Float64Array, rank: number): number {
  const place = rank * (sorted.length - 1);
  const lower = sorted[Math.floor(place)] ?? NaN;
  const upper = sorted[Math.ceil(place)] ?? NaN;
  // Two infinite neighbours have no difference.
  return lower === upper ? lower : lower + (upper - lower) * (place - Math.floor(place));
}
