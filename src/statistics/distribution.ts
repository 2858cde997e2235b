/** Shares of a whole by level 0, 1, 2, …; they sum to 1, or are all 0 where there is nothing. */
export type Distribution = Float64Array;

/** The mean of several histograms, each counting the same whatever its number of pixels; empty ones do not count. */
export function meanDistribution(histograms: Iterable<ArrayLike<number>>, levels: number): Distribution {
  const mean = new Float64Array(levels);
  let count = 0;
  for (const histogram of histograms) {
    let total = 0;
    for (let level = 0; level < levels; level++) total += histogram[level] ?? 0;
    if (total === 0) continue;
    count++;
    for (let level = 0; level < levels; level++)
      mean[level] = (mean[level] ?? 0) + (histogram[level] ?? 0) / total;
  }
  if (count > 0) for (let level = 0; level < levels; level++) mean[level] = (mean[level] ?? 0) / count;
  return mean;
}

export function meanOf(distribution: Distribution): number {
  let sum = 0;
  distribution.forEach((share, level) => (sum += share * level));
  return sum;
}

/** Standard deviation of the whole distribution (population form). */
export function deviationOf(distribution: Distribution): number {
  const mean = meanOf(distribution);
  let sum = 0;
  distribution.forEach((share, level) => (sum += share * (level - mean) ** 2));
  return Math.sqrt(sum);
}

/**
 * The lowest level at which the distribution function reaches `rank` per cent.
 * @param rank above 0, up to 100
 * @returns 0 of nothing
 */
export function percentileOf(distribution: Distribution, rank: number): number {
  // Sums of shares fall short of 1 by rounding; half a billionth is far below one pixel of any image.
  const wanted = rank / 100 - 5e-10;
  let seen = 0;
  for (let level = 0; level < distribution.length; level++) {
    seen += distribution[level] ?? 0;
    if (seen >= wanted) return level;
  }
  return 0;
}

/**
 * First Wasserstein distance of two distributions over the same levels, in levels: how far the mass of one
 * has to move on average to become the other; the area between their distribution functions.
 */
export function wassersteinDistance(a: Distribution, b: Distribution): number {
  let difference = 0;
  let distance = 0;
  for (let level = 0; level < a.length - 1; level++) {
    difference += (a[level] ?? 0) - (b[level] ?? 0);
    distance += Math.abs(difference);
  }
  return distance;
}

/**
 * The Wasserstein distance in units of the pooled standard deviation. For two distributions of one shape it is
 * the absolute value of Cohen's d, whose marks are 0.2 small, 0.5 medium, 0.8 large (Cohen 1988,
 * "Statistical Power Analysis for the Behavioral Sciences", § 2.2).
 * @returns 0 where both are the same; undefined where two differ and neither spreads, so that there is no unit
 */
export function standardizedShift(a: Distribution, b: Distribution): number | undefined {
  const distance = wassersteinDistance(a, b);
  const pooled = Math.sqrt((deviationOf(a) ** 2 + deviationOf(b) ** 2) / 2);
  if (pooled > 0) return distance / pooled;
  return distance === 0 ? 0 : undefined;
}
