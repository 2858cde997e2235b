/** Percentiles of the standard normal distribution: 97.5 for a test at 5 % on both sides, 80 for the power. */
const z = 1.959963984540054 + 0.8416212335729143;

/**
 * Subjects that one side needs, so that a difference of `effect` standard deviations from a side of `others` subjects
 * is found with a probability of 80 % by a test at 5 %, by the normal approximation (Chow, Shao and Wang 2008, "Sample
 * Size Calculations in Clinical Research", § 3.2). For several features tested together it is the least.
 * @param others undefined for as many as are asked for
 * @returns undefined where no number is enough, because the others are too few or the effect is 0
 */
export function neededSubjects(effect: number, others?: number): number | undefined {
  const share = (effect / z) ** 2 - (others === undefined ? 0 : 1 / others);
  return share > 0 ? Math.ceil((others === undefined ? 2 : 1) / share) : undefined;
}

/** The difference in standard deviations that sides of `first` and `second` subjects find as `neededSubjects` asks. */
export function detectableEffect(first: number, second: number): number {
  return z * Math.sqrt(1 / first + 1 / second);
}
