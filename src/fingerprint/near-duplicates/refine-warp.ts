import type { GreyGrid } from './grey-grid.ts';

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
    const { left, right, top, bottom } = overlapOf(frame, moving, warp);
    if (right - left < minOverlapSide || bottom - top < minOverlapSide) return best;
    const sums = accumulate(frame, moving, warp, { left, right, top, bottom });
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

interface Sums {
  readonly error: number;
  /** Σaa, Σab, Σbb, Σae, Σbe of slope a, slope times place b, and residual e. */
  readonly across: Float64Array;
  readonly down: Float64Array;
}

function accumulate(frame: GreyGrid, moving: GreyGrid, warp: Warp, overlap: Overlap): Sums {
  const across = new Float64Array(5);
  const down = new Float64Array(5);
  let error = 0;
  let power = 0;
  const { width, levels } = frame;
  const centerX = (width - 1) / 2;
  const centerY = (frame.height - 1) / 2;
  const lastX = width - 1;
  const lastY = frame.height - 1;
  for (let y = overlap.top; y < overlap.bottom; y++) {
    const down1 = y < lastY ? width : 0;
    const up1 = y > 0 ? width : 0;
    const placeY = y - centerY;
    const sourceY = warp.scaleY * placeY + warp.shiftY + (moving.height - 1) / 2;
    for (let x = overlap.left; x < overlap.right; x++) {
      const at = y * width + x;
      const placeX = x - centerX;
      const target = levels[at] ?? 0;
      const value = interpolate(moving, warp.scaleX * placeX + warp.shiftX + (moving.width - 1) / 2, sourceY);
      const residual = value - target;
      const slopeX = ((levels[at + (x < lastX ? 1 : 0)] ?? 0) - (levels[at - (x > 0 ? 1 : 0)] ?? 0)) / 2;
      const slopeY = ((levels[at + down1] ?? 0) - (levels[at - up1] ?? 0)) / 2;
      const size = residual < 0 ? -residual : residual;
      const weight = size < huberLimit ? 1 : huberLimit / size;
      addTo(across, slopeX, slopeX * placeX, residual, weight);
      addTo(down, slopeY, slopeY * placeY, residual, weight);
      error += weight * residual * residual;
      power += value * value + target * target;
    }
  }
  return { error: error / (power + 1e-9), across, down };
}

function addTo(sums: Float64Array, a: number, b: number, residual: number, weight: number): void {
  sums[0] = (sums[0] ?? 0) + weight * a * a;
  sums[1] = (sums[1] ?? 0) + weight * a * b;
  sums[2] = (sums[2] ?? 0) + weight * b * b;
  sums[3] = (sums[3] ?? 0) + weight * a * residual;
  sums[4] = (sums[4] ?? 0) + weight * b * residual;
}

function solve(sums: Float64Array): [move: number, grow: number] {
  const [aa = 0, ab = 0, bb = 0, ae = 0, be = 0] = sums;
  const determinant = aa * bb - ab * ab;
  if (determinant <= 1e-6 * aa * bb) return [0, 0];
  return [(bb * ae - ab * be) / determinant, (aa * be - ab * ae) / determinant];
}

function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

/** Linear interpolation between four pixels; outside, the nearest edge. */
export function interpolate({ width, height, levels }: GreyGrid, x: number, y: number): number {
  const insideX = x < 0 ? 0 : x > width - 1 ? width - 1 : x;
  const insideY = y < 0 ? 0 : y > height - 1 ? height - 1 : y;
  const left = Math.floor(insideX);
  const top = Math.floor(insideY);
  const dx = insideX - left;
  const dy = insideY - top;
  const at = top * width + left;
  const right = left < width - 1 ? 1 : 0;
  const below = top < height - 1 ? width : 0;
  const upper = (levels[at] ?? 0) * (1 - dx) + (levels[at + right] ?? 0) * dx;
  const lower = (levels[at + below] ?? 0) * (1 - dx) + (levels[at + below + right] ?? 0) * dx;
  return upper * (1 - dy) + lower * dy;
}
