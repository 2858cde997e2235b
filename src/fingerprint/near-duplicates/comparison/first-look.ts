import type { Alignment } from './alignment.ts';
import { orient, resample, type GreyGrid } from '../description/grey-grid.ts';
import { normalizeLevels } from './judged-picture.ts';
import type { PictureDescription } from '../description/picture-description.ts';
import { refineWarp } from './refine-warp.ts';
import { cut, invertWarp, overlapOf, shortSideOf, warpOver } from './warp-grid.ts';

/** What a look at shrunken pictures tells. */
export interface FirstLook {
  /** Of the aligned grids, −1 to 1; 1 where the overlap is too small to tell. */
  readonly correlation: number;
  /** The alignment, refined. */
  readonly alignment: Alignment;
}

/** Fewer pixels on a side tell nothing. */
const minSide = 6;

/**
 * Refines an alignment on pictures that were shrunk and compares them there.
 * @param shrink how many times, such as 2; the alignment is in pixels before that
 */
export function lookAt(
  a: GreyGrid,
  b: GreyGrid,
  alignment: Alignment,
  shrink: number,
  rounds: number,
): FirstLook {
  const { orientation, shiftX, shiftY } = alignment;
  const turned = orient(a, orientation);
  const start = { ...alignment, shiftX: shiftX / shrink, shiftY: shiftY / shrink };
  const isSwapped = start.scaleX * start.scaleY > 1;
  const frame = isSwapped ? turned : b;
  const moving = isSwapped ? b : turned;
  const warp = refineWarp(frame, moving, isSwapped ? start : invertWarp(start), rounds);
  const refined = isSwapped ? warp : invertWarp(warp);
  const area = overlapOf(frame, moving, warp);
  return {
    correlation:
      shortSideOf(area) < minSide
        ? 1
        : correlate(cut(frame, area).levels, warpOver(frame, moving, warp, area).levels),
    alignment: {
      orientation,
      scaleX: refined.scaleX,
      scaleY: refined.scaleY,
      shiftX: refined.shiftX * shrink,
      shiftY: refined.shiftY * shrink,
    },
  };
}

/** Correlation of two lists of levels; 0 where one does not vary. */
function correlate(a: Float32Array, b: Float32Array): number {
  let sumA = 0;
  let sumB = 0;
  let squaresA = 0;
  let squaresB = 0;
  let products = 0;
  for (let at = 0; at < a.length; at++) {
    const one = a[at] ?? 0;
    const other = b[at] ?? 0;
    sumA += one;
    sumB += other;
    squaresA += one * one;
    squaresB += other * other;
    products += one * other;
  }
  const spread = Math.sqrt((squaresA - sumA ** 2 / a.length) * (squaresB - sumB ** 2 / a.length));
  return spread > 0 ? (products - (sumA * sumB) / a.length) / spread : 0;
}

/** How many times smaller the pictures of a glance are. */
const glanceShrink = 4;
const glanceRadius = 2;
const glanceRounds = 2;
/** Of the benchmark's copies none shows less than 0.7. */
const leastGlance = 0.4;

/** A picture of about 24 pixels for a glance that takes microseconds. */
export function makeGlance(description: PictureDescription): GreyGrid {
  const shrink = (side: number): number => Math.max(2, Math.round(side / glanceShrink));
  const grid = resample(description, shrink(description.width), shrink(description.height));
  return normalizeLevels(grid, glanceRadius);
}

/** The alignment, refined by a glance; undefined where the pictures do not look alike. */
export function glance(a: GreyGrid, b: GreyGrid, alignment: Alignment): Alignment | undefined {
  const look = lookAt(a, b, alignment, glanceShrink, glanceRounds);
  return look.correlation < leastGlance ? undefined : look.alignment;
}
