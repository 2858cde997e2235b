import type { IntensityPage } from '../intensity.ts';

/** The part of a page inside its blank borders: columns [left, right), rows [top, bottom). */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A row or column whose levels span less than this share of the page's is blank: compression ripples near an edge. */
const blankShare = 0.06;
/** At least this much of each side is kept. */
const keptShare = 0.3;

/** Finds the blank borders of a page, such as padding and the black around a scan. */
export function trimBorders(page: IntensityPage, range: number): Frame {
  const { width, height } = page;
  const limit = blankShare * range;
  let [left, top, right, bottom] = [0, 0, width, height];
  const minWidth = Math.ceil(keptShare * width);
  const minHeight = Math.ceil(keptShare * height);
  while (bottom - top > minHeight && isBlank(page, top * width, 1, width, limit)) top++;
  while (bottom - top > minHeight && isBlank(page, (bottom - 1) * width, 1, width, limit)) bottom--;
  const rows = bottom - top;
  while (right - left > minWidth && isBlank(page, top * width + left, width, rows, limit)) left++;
  while (right - left > minWidth && isBlank(page, top * width + right - 1, width, rows, limit)) right--;
  return { left, top, right, bottom };
}

/** Whether `count` levels that lie `step` apart span `limit` at most. */
function isBlank(
  { levels }: IntensityPage,
  start: number,
  step: number,
  count: number,
  limit: number,
): boolean {
  let low = levels[start] ?? 0;
  let high = low;
  for (let at = start, end = start + count * step; at < end; at += step) {
    const level = levels[at] ?? 0;
    if (level < low) low = level;
    else if (level > high) high = level;
    if (high - low > limit) return false;
  }
  return true;
}
