/** What a stretched level of 0–255 is multiplied by. */
export const levelUnit = 64;
const highest = 255 * levelUnit;
/** Share of the cells below the lowest level that is told apart, and above the highest. */
const clippedShare = 0.002;

/** Ranks, from 0, of the cells whose means become the lowest and the highest level. */
export function clippedRanks(cells: number): readonly [low: number, high: number] {
  return [Math.floor(cells * clippedShare), Math.max(0, Math.ceil(cells * (1 - clippedShare)) - 1)];
}

/** What a mean less the lowest is multiplied by, 2⁻¹⁶, for `levelUnit` × (0–255); 0 for a blank picture. */
export function stretchFactor(range: number): number {
  return range > 0 ? Math.floor((highest * 65_536) / range) : 0;
}

/**
 * Stretches means between the lowest and the highest but a few; what lies outside is clipped.
 * @returns levels of `levelUnit` × (0–255), and the difference between the means they are stretched between
 */
export function stretchLevels(means: Uint16Array): { stretched: Uint16Array; range: number } {
  const [lowRank, highRank] = clippedRanks(means.length);
  const sorted = means.slice().sort();
  const low = sorted[lowRank] ?? 0;
  const range = (sorted[highRank] ?? 0) - low;
  const factor = stretchFactor(range);
  const stretched = means.map(
    (mean) => (Math.max(0, Math.min(range, mean - low)) * factor + 32_768) / 65_536,
  );
  return { stretched, range };
}
