import type { ImageFeatures } from '../model/fingerprint.ts';
import type { Page } from './raster.ts';

export type Tint = Pick<ImageFeatures, 'colorfulness' | 'redness' | 'yellowness'>;

/** Pixels looked at along a side: each is fetched from memory for itself, which takes longer than to reckon with it. */
const looks = 24;

/** Colour of a page, from at most 24 × 24 of its pixels; the fields are explained at `ImageFeatures`. */
export function measureTint({ width, height, channels, samples }: Page): Tint {
  if (channels <= 2) return { colorfulness: 0, redness: 0, yellowness: 0 };
  const scale = samples instanceof Uint16Array ? 1 / 257 : 1;
  const [columnStep, rowStep] = [Math.ceil(width / looks), Math.ceil(height / looks)];
  let count = 0;
  let redness = 0;
  let yellowness = 0;
  let redSquares = 0;
  let yellowSquares = 0;
  for (let row = 0; row < height; row += rowStep) {
    for (let column = 0; column < width; column += columnStep) {
      const at = (row * width + column) * channels;
      const red = samples[at] ?? 0;
      const green = samples[at + 1] ?? 0;
      const blue = samples[at + 2] ?? 0;
      const redGreen = (red - green) * scale;
      const yellowBlue = ((red + green) / 2 - blue) * scale;
      count++;
      redness += redGreen;
      yellowness += yellowBlue;
      redSquares += redGreen * redGreen;
      yellowSquares += yellowBlue * yellowBlue;
    }
  }
  redness /= count;
  yellowness /= count;
  const variance = redSquares / count - redness ** 2 + (yellowSquares / count - yellowness ** 2);
  return {
    colorfulness: Math.sqrt(Math.max(0, variance)) + 0.3 * Math.hypot(redness, yellowness),
    redness,
    yellowness,
  };
}
