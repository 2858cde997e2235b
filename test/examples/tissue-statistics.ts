import type { Pixels } from './committed.ts';

const reach = 3;

/**
 * Mean and standard deviation of grey levels in windows of 7 × 7 pixels, averaged over all windows that lie in the
 * tissue as a whole; undefined where fewer than 200 do.
 */
export function measureTissue(
  { width, height, data }: Pixels,
  isTissue: readonly boolean[],
): { mean: number; deviation: number } | undefined {
  let windows = 0;
  let means = 0;
  let deviations = 0;
  for (let row = reach; row < height - reach; row++)
    for (let column = reach; column < width - reach; column++) {
      const levels = readWindow(row, column);
      if (levels === undefined) continue;
      const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
      const variance = levels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / levels.length;
      windows += 1;
      means += mean;
      deviations += Math.sqrt(variance);
    }
  return windows < 200 ? undefined : { mean: means / windows, deviation: deviations / windows };

  function readWindow(row: number, column: number): number[] | undefined {
    const levels: number[] = [];
    for (let y = row - reach; y <= row + reach; y++)
      for (let x = column - reach; x <= column + reach; x++) {
        if (isTissue[y * width + x] !== true) return undefined;
        levels.push(data[y * width + x] ?? 0);
      }
    return levels;
  }
}
