import type { GreyGrid } from '../description/grey-grid.ts';
import { thumbnailSide } from '../description/thumbnail.ts';

/** From a point of a frame to a point of a moving picture, both in pixels from their centres, axis by axis. */
export interface Warp {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly shiftX: number;
  readonly shiftY: number;
}

export function invertWarp({ scaleX, scaleY, shiftX, shiftY }: Warp): Warp {
  return { scaleX: 1 / scaleX, scaleY: 1 / scaleY, shiftX: -shiftX / scaleX, shiftY: -shiftY / scaleY };
}

/** Pixels of a frame: columns [left, right), rows [top, bottom). */
export interface Overlap {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The pixels of the frame that the moving picture covers. */
export function overlapOf(frame: Size, moving: Size, warp: Warp): Overlap {
  const { scaleX, scaleY, shiftX, shiftY } = invertWarp(warp);
  const centerX = (frame.width - 1) / 2 + shiftX;
  const centerY = (frame.height - 1) / 2 + shiftY;
  const halfX = ((moving.width - 1) / 2) * scaleX;
  const halfY = ((moving.height - 1) / 2) * scaleY;
  return {
    left: Math.max(0, Math.ceil(centerX - halfX - 0.25)),
    right: Math.min(frame.width, Math.floor(centerX + halfX + 0.25) + 1),
    top: Math.max(0, Math.ceil(centerY - halfY - 0.25)),
    bottom: Math.min(frame.height, Math.floor(centerY + halfY + 0.25) + 1),
  };
}

/** The shorter side of an overlap, pixels; 0 or less where there is none. */
export function shortSideOf({ left, right, top, bottom }: Overlap): number {
  return Math.min(right - left, bottom - top);
}

/** Where samples of one axis lie between those of another: `firsts[i]` and the next, which weighs `shares[i]`. */
export interface SamplePlaces {
  readonly firsts: Int32Array;
  readonly shares: Float64Array;
}

/** Room for the places of an axis, to be used again and again: typed arrays are slow to make. */
export function makePlaces(): SamplePlaces {
  return { firsts: new Int32Array(thumbnailSide), shares: new Float64Array(thumbnailSide) };
}

/**
 * Places the samples `from` up to `to` of a frame's axis on the axis of a moving picture, for linear interpolation;
 * outside, on its nearest edge.
 * @param places is written
 * @param center the middle of the frame's axis
 * @param length samples of the moving picture's axis, at least 2
 */
export function placeSamples(
  places: SamplePlaces,
  scale: number,
  shift: number,
  from: number,
  to: number,
  center: number,
  length: number,
): SamplePlaces {
  const { firsts, shares } = places;
  for (let at = 0; at < to - from; at++) {
    const place = scale * (from + at - center) + shift + (length - 1) / 2;
    const inside = place < 0 ? 0 : place > length - 1 ? length - 1 : place;
    const first = Math.min(length - 2, Math.floor(inside));
    firsts[at] = first;
    shares[at] = inside - first;
  }
  return places;
}

const columnPlaces = makePlaces();
const rowPlaces = makePlaces();

/** The moving picture as it lies over an overlap. */
export function warpOver(frame: Size, moving: GreyGrid, warp: Warp, overlap: Overlap): GreyGrid {
  const { left, right, top, bottom } = overlap;
  const { scaleX, scaleY, shiftX, shiftY } = warp;
  const columns = placeSamples(
    columnPlaces,
    scaleX,
    shiftX,
    left,
    right,
    (frame.width - 1) / 2,
    moving.width,
  );
  const rows = placeSamples(rowPlaces, scaleY, shiftY, top, bottom, (frame.height - 1) / 2, moving.height);
  const { firsts, shares } = columns;
  const { width: step, levels: source } = moving;
  const width = right - left;
  const height = bottom - top;
  const levels = new Float32Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    const row = (rows.firsts[y] ?? 0) * step;
    const dy = rows.shares[y] ?? 0;
    for (let x = 0; x < width; x++, at++) {
      const from = row + (firsts[x] ?? 0);
      const dx = shares[x] ?? 0;
      const upperLeft = source[from] ?? 0;
      const lowerLeft = source[from + step] ?? 0;
      const upper = upperLeft + dx * ((source[from + 1] ?? 0) - upperLeft);
      const lower = lowerLeft + dx * ((source[from + step + 1] ?? 0) - lowerLeft);
      levels[at] = upper + dy * (lower - upper);
    }
  }
  return { width, height, levels };
}

/** The part of a grid that an overlap covers. */
export function cut({ width, levels }: GreyGrid, { left, top, right, bottom }: Overlap): GreyGrid {
  const part = new Float32Array((right - left) * (bottom - top));
  for (let y = top, at = 0; y < bottom; y++, at += right - left) {
    part.set(levels.subarray(y * width + left, y * width + right), at);
  }
  return { width: right - left, height: bottom - top, levels: part };
}
