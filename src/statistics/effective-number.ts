/**
 * Kish's effective number of independent units behind samples that come in clusters: (Σn)² / Σn².
 * As many as there are units when each gives the same number of samples, close to 1 when one unit dominates
 * (Kish 1965, "Survey Sampling", § 8.2, with the units as strata of unequal weight).
 * @param counts samples per unit, each ≥ 0
 * @returns 0 where there are no samples
 */
export function effectiveNumber(counts: Iterable<number>): number {
  let sum = 0;
  let squares = 0;
  for (const count of counts) {
    sum += count;
    squares += count * count;
  }
  return squares === 0 ? 0 : (sum * sum) / squares;
}
