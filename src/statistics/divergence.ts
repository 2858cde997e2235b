/**
 * Jensen–Shannon divergence of two distributions over the same bins, in bits: 0 where they are the same, 1 where they
 * share no bin (Lin 1991, doi:10.1109/18.61115).
 * @param a shares that sum to 1
 */
export function jensenShannonDivergence(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let bin = 0; bin < a.length; bin++) {
    const [p, q] = [a[bin] ?? 0, b[bin] ?? 0];
    const middle = (p + q) / 2;
    if (p > 0) sum += p * Math.log2(p / middle);
    if (q > 0) sum += q * Math.log2(q / middle);
  }
  // Rounding leaves as little as −1e-17 of two that are equal.
  return Math.max(0, sum / 2);
}

/** Shares below this count as this, as tools that report the index do, or an empty bin would make it infinite. */
const leastShare = 1e-4;

/**
 * Population stability index Σ (a − b) ln(a / b): symmetric, 0 where both are the same; by convention 0.1 is a small and
 * 0.2 or 0.25 a large shift, whatever the number of units (Siddiqi 2006, "Credit Risk Scorecards", ch. 9; Yurdakul 2018,
 * scholarworks.wmich.edu/dissertations/3208, on how it grows with few of them).
 */
export function populationStabilityIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let bin = 0; bin < a.length; bin++) {
    const [p, q] = [Math.max(leastShare, a[bin] ?? 0), Math.max(leastShare, b[bin] ?? 0)];
    sum += (p - q) * Math.log(p / q);
  }
  return sum;
}
