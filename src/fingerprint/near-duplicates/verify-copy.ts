import type { Alignment } from './alignment.ts';
import { blur, orient, type GreyGrid } from './grey-grid.ts';
import type { PictureDescription } from './picture-description.ts';

/** How well two aligned pictures agree. */
export interface Agreement {
  /** Local correlation of the structure in the overlap, −1 to 1. */
  readonly correlation: number;
  /** Share of the structure in the overlap whose neighbourhood correlates at 0.8 or more. */
  readonly agreeing: number;
  /** Share of the smaller picture's area that the other covers. */
  readonly overlap: number;
  readonly alignment: Alignment;
}

const windowRadius = 4;
const refinements = 8;
/** Added to local variances, levels²: structure under this is noise of 8-bit levels. */
const noiseVariance = 6;

export function gridOf({ width, height, levels }: PictureDescription): GreyGrid {
  return { width, height, levels: Float32Array.from(levels) };
}

/** Refines an alignment on the pixels and measures how well the pictures agree under it. */
export function verifyCopy(a: GreyGrid, b: GreyGrid, alignment: Alignment): Agreement {
  // The frame is the picture that shows the subject smaller, so that the other is only ever shrunk.
  const scale = Math.sqrt(alignment.scaleX * alignment.scaleY);
  const turned = orient(a, alignment.orientation);
  const swapped = scale > 1;
  const frame = smooth(swapped ? turned : b, 0.7);
  const step = swapped ? scale : 1 / scale;
  const moving = smooth(swapped ? b : turned, 0.7 * Math.max(1, step));
  let warp: Warp = swapped
    ? {
        scaleX: alignment.scaleX,
        scaleY: alignment.scaleY,
        shiftX: alignment.shiftX,
        shiftY: alignment.shiftY,
      }
    : invertWarp(alignment);
  warp = refine(frame, moving, warp);
  const measured = measure(frame, moving, warp);
  const final = swapped ? warp : invertWarp(warp);
  return { ...measured, alignment: { orientation: alignment.orientation, ...final } };
}

interface Warp {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly shiftX: number;
  readonly shiftY: number;
}

function invertWarp({ scaleX, scaleY, shiftX, shiftY }: Warp): Warp {
  return { scaleX: 1 / scaleX, scaleY: 1 / scaleY, shiftX: -shiftX / scaleX, shiftY: -shiftY / scaleY };
}

function smooth(grid: GreyGrid, sigma: number): GreyGrid {
  return blur(grid, sigma);
}

/** The part of the frame that the moving picture covers, whole pixels: [left, right) × [top, bottom). */
function overlapOf(frame: GreyGrid, moving: GreyGrid, warp: Warp) {
  const toFrame = invertWarp(warp);
  const centerX = (frame.width - 1) / 2;
  const centerY = (frame.height - 1) / 2;
  const halfX = ((moving.width - 1) / 2) * toFrame.scaleX;
  const halfY = ((moving.height - 1) / 2) * toFrame.scaleY;
  return {
    left: Math.max(0, Math.ceil(centerX + toFrame.shiftX - halfX)),
    right: Math.min(frame.width, Math.floor(centerX + toFrame.shiftX + halfX) + 1),
    top: Math.max(0, Math.ceil(centerY + toFrame.shiftY - halfY)),
    bottom: Math.min(frame.height, Math.floor(centerY + toFrame.shiftY + halfY) + 1),
  };
}

interface Normal {
  readonly levels: Float32Array;
}

/** Levels without their local mean, over their local deviation. */
function normalize(grid: GreyGrid): Normal {
  const mean = blur(grid, windowRadius / 1.5);
  const centred = grid.levels.map((level, at) => level - (mean.levels[at] ?? 0));
  const power = blur({ ...grid, levels: centred.map((level) => level * level) }, windowRadius / 1.5);
  return {
    levels: centred.map((level, at) => level / Math.sqrt((power.levels[at] ?? 0) + 4 * noiseVariance)),
  };
}

/** Gauss–Newton on scale and shift of both axes, on locally normalised levels (Lucas and Kanade 1981). */
function refine(frame: GreyGrid, moving: GreyGrid, start: Warp): Warp {
  const target = normalize(frame).levels;
  const source = { ...moving, levels: normalize(moving).levels };
  let warp = start;
  let best = start;
  let bestError = Infinity;
  for (let round = 0; round < refinements; round++) {
    const { left, right, top, bottom } = overlapOf(frame, moving, warp);
    if (right - left < 12 || bottom - top < 12) return best;
    const horizontal = new NormalEquations();
    const vertical = new NormalEquations();
    let error = 0;
    let power = 0;
    for (let y = top; y < bottom; y++) {
      const fromCenterY = y - (frame.height - 1) / 2;
      const sourceY = warp.scaleY * fromCenterY + warp.shiftY + (moving.height - 1) / 2;
      for (let x = left; x < right; x++) {
        const fromCenterX = x - (frame.width - 1) / 2;
        const sourceX = warp.scaleX * fromCenterX + warp.shiftX + (moving.width - 1) / 2;
        const value = sample(source, sourceX, sourceY);
        const difference = (target[y * frame.width + x] ?? 0) - value;
        const slopeX = sample(source, sourceX + 0.5, sourceY) - sample(source, sourceX - 0.5, sourceY);
        const slopeY = sample(source, sourceX, sourceY + 0.5) - sample(source, sourceX, sourceY - 0.5);
        // Huber: what differs locally (a caption, an arrow) must not pull the alignment.
        const weight = Math.abs(difference) < 0.6 ? 1 : 0.6 / Math.abs(difference);
        horizontal.add(slopeX, slopeX * fromCenterX, difference, weight);
        vertical.add(slopeY, slopeY * fromCenterY, difference, weight);
        error += weight * difference * difference;
        power += value * value + (target[y * frame.width + x] ?? 0) ** 2;
      }
    }
    const relative = error / power;
    if (relative < bestError) {
      bestError = relative;
      best = warp;
    }
    const [moveX, growX] = horizontal.solve();
    const [moveY, growY] = vertical.solve();
    warp = {
      scaleX: clamp(warp.scaleX + growX, start.scaleX * 0.8, start.scaleX * 1.25),
      scaleY: clamp(warp.scaleY + growY, start.scaleY * 0.8, start.scaleY * 1.25),
      shiftX: warp.shiftX + clamp(moveX, -3, 3),
      shiftY: warp.shiftY + clamp(moveY, -3, 3),
    };
  }
  return best;
}

function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

class NormalEquations {
  #aa = 1e-6;
  #ab = 0;
  #bb = 1e-3;
  #ac = 0;
  #bc = 0;

  add(a: number, b: number, difference: number, weight: number): void {
    this.#aa += weight * a * a;
    this.#ab += weight * a * b;
    this.#bb += weight * b * b;
    this.#ac += weight * a * difference;
    this.#bc += weight * b * difference;
  }

  solve(): [number, number] {
    const determinant = this.#aa * this.#bb - this.#ab * this.#ab;
    if (determinant <= 0) return [0, 0];
    return [
      (this.#bb * this.#ac - this.#ab * this.#bc) / determinant,
      (this.#aa * this.#bc - this.#ab * this.#ac) / determinant,
    ];
  }
}

function sample({ width, height, levels }: GreyGrid, x: number, y: number): number {
  const clampedX = x < 0 ? 0 : x > width - 1 ? width - 1 : x;
  const clampedY = y < 0 ? 0 : y > height - 1 ? height - 1 : y;
  const left = Math.min(Math.floor(clampedX), width - 2);
  const top = Math.min(Math.floor(clampedY), height - 2);
  const dx = clampedX - left;
  const dy = clampedY - top;
  const at = top * width + left;
  const upper = (levels[at] ?? 0) * (1 - dx) + (levels[at + 1] ?? 0) * dx;
  const lower = (levels[at + width] ?? 0) * (1 - dx) + (levels[at + width + 1] ?? 0) * dx;
  return upper * (1 - dy) + lower * dy;
}

/** Local correlations over square windows, weighted by the structure in them. */
function measure(frame: GreyGrid, moving: GreyGrid, warp: Warp) {
  const { left, right, top, bottom } = overlapOf(frame, moving, warp);
  const width = right - left;
  const height = bottom - top;
  const smaller = Math.min(
    frame.width * frame.height,
    (moving.width * moving.height) / (warp.scaleX * warp.scaleY),
  );
  const overlap = (Math.max(0, width) * Math.max(0, height)) / smaller;
  if (width < 12 || height < 12) return { correlation: 0, agreeing: 0, overlap };
  const side = 2 * windowRadius;
  let weights = 0;
  let sum = 0;
  let agreeing = 0;
  for (let y0 = top; y0 + side <= bottom; y0 += windowRadius) {
    for (let x0 = left; x0 + side <= right; x0 += windowRadius) {
      let sa = 0;
      let sb = 0;
      let saa = 0;
      let sbb = 0;
      let sab = 0;
      for (let y = y0; y < y0 + side; y++) {
        const sourceY = warp.scaleY * (y - (frame.height - 1) / 2) + warp.shiftY + (moving.height - 1) / 2;
        for (let x = x0; x < x0 + side; x++) {
          const sourceX = warp.scaleX * (x - (frame.width - 1) / 2) + warp.shiftX + (moving.width - 1) / 2;
          const va = frame.levels[y * frame.width + x] ?? 0;
          const vb = sample(moving, sourceX, sourceY);
          sa += va;
          sb += vb;
          saa += va * va;
          sbb += vb * vb;
          sab += va * vb;
        }
      }
      const count = side * side;
      const varianceA = saa / count - (sa / count) ** 2;
      const varianceB = sbb / count - (sb / count) ** 2;
      const covariance = sab / count - (sa / count) * (sb / count);
      const local = covariance / Math.sqrt((varianceA + noiseVariance) * (varianceB + noiseVariance));
      // Weighted by contrast, not variance: one strong edge must not stand for the whole picture.
      const weight = Math.sqrt(Math.sqrt(varianceA * varianceB));
      weights += weight;
      sum += weight * local;
      if (local >= 0.8) agreeing += weight;
    }
  }
  if (weights === 0) return { correlation: 0, agreeing: 0, overlap };
  return { correlation: sum / weights, agreeing: agreeing / weights, overlap };
}
