import type { IntensityPage } from './intensity.ts';
import { kernels } from './kernels/choose-kernels.ts';

/** What of a page is not padding. */
export interface FieldOfView {
  /** Columns [left, right) and rows [top, bottom) that hold it; empty where all is black. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Of the pixels, 0–1. */
  readonly share: number;
}

/** Rows that are looked at, and pixels looked at in a row before the edge of the field is known. */
const looks = 64;

/**
 * In each row, the field of view goes from the first of two neighbours above black to the last, so that what is black
 * within a picture stays a part of it, and a fan of ultrasound is one without its corners. Columns are found to the pixel,
 * rows to a 64th of the height.
 * @param darkest highest level that is black, in the page's own depth
 */
export function findFieldOfView(page: IntensityPage, darkest: number): FieldOfView {
  const { width, height } = page;
  const rowStep = Math.ceil(height / looks);
  const columnStep = Math.ceil(width / looks);
  let [left, right, top, bottom] = [width, 0, height, 0];
  let [pixels, rows] = [0, 0];
  for (let band = 0; band < height; band += rowStep) {
    rows++;
    // Its middle row stands for a band.
    const start = Math.min(height - 1, band + (rowStep >> 1)) * width;
    const from = kernels.findEdge(page, start, 1, columnStep, darkest);
    if (from === undefined) continue;
    const end = width - (kernels.findEdge(page, start + width - 1, -1, columnStep, darkest) ?? 0);
    left = Math.min(left, from);
    right = Math.max(right, end);
    top = Math.min(top, band);
    bottom = Math.min(height, band + rowStep);
    pixels += Math.max(0, end - from);
  }
  if (pixels === 0) return { left: 0, top: 0, right: 0, bottom: 0, share: 0 };
  return { left, top, right, bottom, share: pixels / (rows * width) };
}
