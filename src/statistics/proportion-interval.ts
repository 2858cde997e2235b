/** The 97.5th percentile of the standard normal distribution. */
const z95 = 1.959963984540054;

/**
 * Half the width of Wilson's 95 % interval for a proportion of one half, the widest there is: how far a rate
 * that is measured on `units` independent units may lie from the truth (Wilson 1927,
 * doi:10.1080/01621459.1927.10502953).
 * @param units independent units, ≥ 0
 * @returns 0.5 (nothing is known) without units, towards 0 with many
 */
export function widestHalfInterval(units: number): number {
  return z95 / (2 * Math.sqrt(units + z95 * z95));
}
