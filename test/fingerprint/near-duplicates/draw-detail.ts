import type { IntensityPage } from '../../../src/fingerprint/intensity.ts';
import { drawPicture } from './draw-picture.ts';

/** A grey picture with small blobs all over, different for each seed: four pictures of `drawPicture` in one. */
export function drawDetail(seed: number, width: number, height: number): IntensityPage {
  const pictures = [0, 1, 2, 3].map((index) => drawPicture(10 * seed + index, 2 * width, 2 * height).levels);
  const levels = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const sum = pictures.reduce((total, picture) => total + (picture[4 * y * width + 2 * x] ?? 0) - 120, 0);
      levels[at] = Math.max(0, Math.min(255, 120 + sum));
    }
  }
  return { width, height, levels };
}
