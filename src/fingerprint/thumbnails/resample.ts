/** Sizes in pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** The largest size of the same aspect in a square, at least one pixel either way; small images grow, too. */
export function fitInSquare({ width, height }: Size, edge: number): Size {
  const scale = edge / Math.max(width, height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/**
 * Means over the area of the original that each pixel of the result covers, parts of pixels by their share.
 * @param samples channels interleaved
 * @param channels that are averaged, the first of `stride`
 * @returns `channels` values a pixel
 */
export function averageArea(
  samples: ArrayLike<number>,
  { width, height }: Size,
  { stride, channels }: { readonly stride: number; readonly channels: number },
  to: Size,
): Float64Array {
  const result = new Float64Array(to.width * to.height * channels);
  const [columns, rows] = [divide(width, to.width), divide(height, to.height)];
  for (const [y, row] of rows.entries()) {
    for (const [x, column] of columns.entries()) {
      const at = (y * to.width + x) * channels;
      for (let j = row.first; j <= row.last; j++) {
        for (let i = column.first; i <= column.last; i++) {
          const weight = weightOf(row, j) * weightOf(column, i);
          const from = (j * width + i) * stride;
          for (let channel = 0; channel < channels; channel++)
            result[at + channel] = (result[at + channel] ?? 0) + weight * (samples[from + channel] ?? 0);
        }
      }
      const area = row.length * column.length;
      for (let channel = 0; channel < channels; channel++)
        result[at + channel] = (result[at + channel] ?? 0) / area;
    }
  }
  return result;
}

/**
 * The place that fills the most of the area that each pixel of the result covers. The background (place 0) counts by
 * half, so that a vessel of two pixels does not vanish from a mask that shrinks to a quarter.
 * @param places from -1 on
 */
export function chooseByArea(
  places: Int16Array,
  { width, height }: Size,
  placeCount: number,
  to: Size,
): Int16Array {
  const result = new Int16Array(to.width * to.height);
  const areas = new Float64Array(placeCount + 1);
  const [columns, rows] = [divide(width, to.width), divide(height, to.height)];
  for (const [y, row] of rows.entries()) {
    for (const [x, column] of columns.entries()) {
      areas.fill(0);
      for (let j = row.first; j <= row.last; j++) {
        for (let i = column.first; i <= column.last; i++) {
          const place = (places[j * width + i] ?? -1) + 1;
          areas[place] = (areas[place] ?? 0) + weightOf(row, j) * weightOf(column, i);
        }
      }
      areas[1] = (areas[1] ?? 0) * backgroundWeight;
      result[y * to.width + x] = findLargest(areas) - 1;
    }
  }
  return result;
}

const backgroundWeight = 0.5;

function findLargest(areas: Float64Array): number {
  let largest = 0;
  for (let at = 1; at < areas.length; at++) if ((areas[at] ?? 0) > (areas[largest] ?? 0)) largest = at;
  return largest;
}

/** What one pixel of the result covers along one axis, in pixels of the original. */
interface Span {
  readonly first: number;
  /** Inclusive. */
  readonly last: number;
  readonly length: number;
  /** Share of the first and of the last pixel that is covered. */
  readonly firstShare: number;
  readonly lastShare: number;
}

function divide(length: number, parts: number): Span[] {
  const step = length / parts;
  return Array.from({ length: parts }, (_, part) => {
    const start = part * step;
    const end = Math.min(length, start + step);
    const first = Math.min(length - 1, Math.floor(start));
    const last = Math.max(first, Math.ceil(end) - 1);
    return {
      first,
      last,
      length: end - start,
      firstShare: Math.min(end, first + 1) - start,
      lastShare: end - Math.max(start, last),
    };
  });
}

function weightOf({ first, last, firstShare, lastShare }: Span, at: number): number {
  return at === first ? firstShare : at === last ? lastShare : 1;
}
