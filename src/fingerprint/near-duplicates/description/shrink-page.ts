import type { IntensityPage } from '../../intensity.ts';
import { weighAxis } from './axis-taps.ts';
import type { Frame } from './trim-borders.ts';

/** What a level of a page is multiplied by for 0–65,535. */
export function widenFactor({ levels }: IntensityPage): 1 | 257 {
  return levels instanceof Uint16Array ? 1 : 257;
}

/**
 * Means over `width × height` equal cells of the frame, as 0–65,535, rounded: a flipped picture gives the flipped means.
 * Where a cell is smaller than a pixel, neighbours are interpolated linearly.
 */
export function shrinkPage(page: IntensityPage, frame: Frame, width: number, height: number): Uint16Array {
  const columns = weighAxis(frame.right - frame.left, width);
  const rows = weighAxis(frame.bottom - frame.top, height);
  const factor = widenFactor(page) / (columns.total * rows.total);
  const means = new Uint16Array(width * height);
  const sums = new Float64Array(frame.right - frame.left);
  for (let row = 0; row < height; row++) {
    sums.fill(0);
    const from = rows.offsets[row] ?? 0;
    for (let tap = from; tap < (rows.offsets[row + 1] ?? 0); tap++) {
      const start = (frame.top + (rows.firsts[row] ?? 0) + tap - from) * page.width + frame.left;
      const weight = rows.weights[tap] ?? 0;
      for (let x = 0; x < sums.length; x++) sums[x] = (sums[x] ?? 0) + weight * (page.levels[start + x] ?? 0);
    }
    for (let column = 0; column < width; column++) {
      const first = (columns.firsts[column] ?? 0) - (columns.offsets[column] ?? 0);
      let sum = 0;
      for (let tap = columns.offsets[column] ?? 0; tap < (columns.offsets[column + 1] ?? 0); tap++) {
        sum += (columns.weights[tap] ?? 0) * (sums[first + tap] ?? 0);
      }
      means[row * width + column] = Math.trunc(sum * factor + 0.5);
    }
  }
  return means;
}
