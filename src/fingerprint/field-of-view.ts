import { levelReader } from './pixel-levels.ts';
import type { Page } from './raster.ts';

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
 * @param black the highest level that is black, 0–255
 */
export function findFieldOfView(page: Page, black: number): FieldOfView {
  const { width, height } = page;
  const readLevel = levelReader(page);
  const rowStep = Math.ceil(height / looks);
  const columnStep = Math.ceil(width / looks);
  let [left, right, top, bottom] = [width, 0, height, 0];
  let [pixels, rows] = [0, 0];
  for (let band = 0; band < height; band += rowStep) {
    rows++;
    // Its middle row stands for a band.
    const start = Math.min(height - 1, band + (rowStep >> 1)) * width;
    const isSeen = (column: number): boolean => readLevel(start + column) > black;
    const from = findEdge(0, width, columnStep, isSeen);
    if (from === undefined) continue;
    const mirrored = findEdge(0, width, columnStep, (column) => isSeen(width - 1 - column));
    const end = width - (mirrored ?? 0);
    left = Math.min(left, from);
    right = Math.max(right, end);
    top = Math.min(top, band);
    bottom = Math.min(height, band + rowStep);
    pixels += Math.max(0, end - from);
  }
  if (pixels === 0) return { left: 0, top: 0, right: 0, bottom: 0, share: 0 };
  return { left, top, right, bottom, share: pixels / (rows * width) };
}

/** The first column of what is seen `step` columns on, too; undefined where there is none. */
function findEdge(
  first: number,
  end: number,
  step: number,
  isSeen: (column: number) => boolean,
): number | undefined {
  for (let column = first; column < end; column += step) {
    if (!isSeen(column) || !isSeen(Math.min(end - 1, column + step))) continue;
    const least = Math.max(first, column - step + 1);
    while (column > least && isSeen(column - 1)) column--;
    return column;
  }
  return undefined;
}
