import type { IntensityPage } from '../../intensity.ts';

/** The part of a page inside its blank borders: columns [left, right), rows [top, bottom). */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The highest level less the lowest of a page, of a row, and of the rows [top, bottom) of a column. */
export interface LevelSpans {
  ofPage(): number;
  ofRow(row: number): number;
  ofColumn(column: number, top: number, bottom: number): number;
}

/** A row or column whose levels span less than this share of the page's is blank: compression ripples near an edge. */
const blankShare = 0.06;
/** At least this much of each side is kept. */
const keptShare = 0.3;

/** Finds the blank borders of a page, such as padding and the black around a scan. */
export function trimBorders({ width, height }: IntensityPage, spans: LevelSpans): Frame {
  const limit = blankShare * spans.ofPage();
  let [left, top, right, bottom] = [0, 0, width, height];
  const minWidth = Math.ceil(keptShare * width);
  const minHeight = Math.ceil(keptShare * height);
  while (bottom - top > minHeight && spans.ofRow(top) <= limit) top++;
  while (bottom - top > minHeight && spans.ofRow(bottom - 1) <= limit) bottom--;
  while (right - left > minWidth && spans.ofColumn(left, top, bottom) <= limit) left++;
  while (right - left > minWidth && spans.ofColumn(right - 1, top, bottom) <= limit) right--;
  return { left, top, right, bottom };
}

export function measureSpans({ width, levels }: IntensityPage): LevelSpans {
  const measure = (first: number, end: number, step: number): number => {
    let low = 65_535;
    let high = 0;
    for (let at = first; at < end; at += step) {
      const level = levels[at] ?? 0;
      if (level < low) low = level;
      if (level > high) high = level;
    }
    return high - low;
  };
  return {
    ofPage: () => measure(0, levels.length, 1),
    ofRow: (row) => measure(row * width, (row + 1) * width, 1),
    ofColumn: (column, top, bottom) => measure(top * width + column, bottom * width, width),
  };
}
