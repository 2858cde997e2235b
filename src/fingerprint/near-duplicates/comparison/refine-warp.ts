import type { GreyGrid } from '../description/grey-grid.ts';
import { makePlaces, overlapOf, placeSamples, shortSideOf, type Overlap, type Warp } from './warp-grid.ts';

/** Overlaps with a side under this, pixels, are too small to judge. */
export const minOverlapSide = 12;
const maxRounds = 10;
/** A residual above this, in local deviations, is a change of the picture rather than noise. */
const huberLimit = 0.6;
const maxGrowth = 1.25;
const maxMove = 3;
const settledPixels = 0.01;

/**
 * Refines a warp on pixels: Gauss–Newton on scale and shift of both axes with the slopes of the frame (the inverse
 * compositional algorithm: Baker and Matthews 2004, doi:10.1023/B:VISI.0000011205.11775.fd), residuals weighted after
 * Huber so that a caption does not pull.
 */
export function refineWarp(frame: GreyGrid, moving: GreyGrid, start: Warp, rounds = maxRounds): Warp {
  let warp = start;
  let best = start;
  let leastError = Infinity;
  for (let round = 0; round < rounds; round++) {
    const overlap = overlapOf(frame, moving, warp);
    if (shortSideOf(overlap) < minOverlapSide) return best;
    const sums = accumulate(frame, moving, warp, overlap);
    if (sums.error < leastError) {
      leastError = sums.error;
      best = warp;
    }
    const [moveX, growX] = solve(sums.across);
    const [moveY, growY] = solve(sums.down);
    warp = {
      scaleX: clamp(
        warp.scaleX / (1 + clamp(growX, -0.1, 0.1)),
        start.scaleX / maxGrowth,
        start.scaleX * maxGrowth,
      ),
      scaleY: clamp(
        warp.scaleY / (1 + clamp(growY, -0.1, 0.1)),
        start.scaleY / maxGrowth,
        start.scaleY * maxGrowth,
      ),
      shiftX: warp.shiftX - (warp.scaleX * clamp(moveX, -maxMove, maxMove)) / (1 + clamp(growX, -0.1, 0.1)),
      shiftY: warp.shiftY - (warp.scaleY * clamp(moveY, -maxMove, maxMove)) / (1 + clamp(growY, -0.1, 0.1)),
    };
    const settled = Math.abs(moveX) + Math.abs(moveY) + 40 * (Math.abs(growX) + Math.abs(growY));
    if (settled < settledPixels * 4) break;
  }
  return best;
}

/** Σaa, Σab, Σbb, Σae, Σbe of slope a, slope times place b, and residual e. */
type AxisSums = readonly [aa: number, ab: number, bb: number, ae: number, be: number];

interface Sums {
  readonly error: number;
  readonly across: AxisSums;
  readonly down: AxisSums;
}

const columnPlaces = makePlaces();
const rowPlaces = makePlaces();

function accumulate(frame: GreyGrid, moving: GreyGrid, warp: Warp, overlap: Overlap): Sums {
  const { left, right, top, bottom } = overlap;
  const { width, levels } = frame;
  const { width: movingWidth, levels: movingLevels } = moving;
  const lastX = width - 1;
  const lastY = frame.height - 1;
  const columns = placeSamples(columnPlaces, warp.scaleX, warp.shiftX, left, right, lastX / 2, movingWidth);
  const rows = placeSamples(rowPlaces, warp.scaleY, warp.shiftY, top, bottom, lastY / 2, moving.height);
  const { firsts, shares } = columns;
  let acrossAA = 0;
  let acrossAB = 0;
  let acrossBB = 0;
  let acrossAE = 0;
  let acrossBE = 0;
  let downAA = 0;
  let downAB = 0;
  let downBB = 0;
  let downAE = 0;
  let downBE = 0;
  let error = 0;
  let power = 0;
  for (let y = top; y < bottom; y++) {
    const below = y < lastY ? width : 0;
    const above = y > 0 ? width : 0;
    const row = (rows.firsts[y - top] ?? 0) * movingWidth;
    const dy = rows.shares[y - top] ?? 0;
    let rowAA = 0;
    let rowAE = 0;
    for (let x = left; x < right; x++) {
      const at = y * width + x;
      const target = levels[at] ?? 0;
      const from = row + (firsts[x - left] ?? 0);
      const dx = shares[x - left] ?? 0;
      const upperLeft = movingLevels[from] ?? 0;
      const lowerLeft = movingLevels[from + movingWidth] ?? 0;
      const upper = upperLeft + dx * ((movingLevels[from + 1] ?? 0) - upperLeft);
      const lower = lowerLeft + dx * ((movingLevels[from + movingWidth + 1] ?? 0) - lowerLeft);
      const value = upper + dy * (lower - upper);
      const residual = value - target;
      const slopeX = ((levels[at + (x < lastX ? 1 : 0)] ?? 0) - (levels[at - (x > 0 ? 1 : 0)] ?? 0)) / 2;
      const slopeY = ((levels[at + below] ?? 0) - (levels[at - above] ?? 0)) / 2;
      // Without a branch, as either way is likely.
      const weight = huberLimit / Math.max(huberLimit, Math.abs(residual));
      const weighted = weight * residual;
      const placeX = x - lastX / 2;
      const aa = weight * slopeX * slopeX;
      const ae = weighted * slopeX;
      acrossAA += aa;
      acrossAB += placeX * aa;
      acrossBB += placeX * placeX * aa;
      acrossAE += ae;
      acrossBE += placeX * ae;
      rowAA += weight * slopeY * slopeY;
      rowAE += weighted * slopeY;
      error += weighted * residual;
      power += value * value + target * target;
    }
    const placeY = y - lastY / 2;
    downAA += rowAA;
    downAB += placeY * rowAA;
    downBB += placeY * placeY * rowAA;
    downAE += rowAE;
    downBE += placeY * rowAE;
  }
  return {
    error: error / (power + 1e-9),
    across: [acrossAA, acrossAB, acrossBB, acrossAE, acrossBE],
    down: [downAA, downAB, downBB, downAE, downBE],
  };
}

function solve([aa, ab, bb, ae, be]: AxisSums): [move: number, grow: number] {
  const determinant = aa * bb - ab * ab;
  if (determinant <= 1e-6 * aa * bb) return [0, 0];
  return [(bb * ae - ab * be) / determinant, (aa * be - ab * ae) / determinant];
}

function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}
