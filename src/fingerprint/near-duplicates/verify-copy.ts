import type { Alignment } from './alignment.ts';
import { noiseVariance, orientJudged, soften, type JudgedPicture } from './judged-picture.ts';
import type { GreyGrid } from './grey-grid.ts';
import { measureResidual, type Residual } from './residual.ts';
import {
  interpolate,
  invertWarp,
  minOverlapSide,
  overlapOf,
  refineWarp,
  type Overlap,
  type Warp,
} from './refine-warp.ts';

/** How well two aligned pictures agree. */
export interface Agreement {
  /** Mean correlation of small windows of the overlap, weighted by the structure in them, −1 to 1. */
  readonly correlation: number;
  /** Share of the structure in the overlap whose window correlates at 0.8 or more. */
  readonly agreeing: number;
  /** Share of the smaller picture that the other covers. */
  readonly overlap: number;
  readonly alignment: Alignment;
  readonly residual?: Residual;
}

const windowSide = 8;
const windowStep = 4;
const agreeingCorrelation = 0.8;
/** Pictures that agree less are no copies, so what sets them apart is not looked at. */
const leastLikeness = 0.75;

/** Refines an alignment on the pixels and measures how well the pictures agree under it. */
export function verifyCopy(a: JudgedPicture, b: JudgedPicture, alignment: Alignment): Agreement {
  const turned = alignment.orientation === 0 ? a : orientJudged(a, alignment.orientation);
  // The frame is the picture that shows the subject smaller: the other one is only ever shrunk.
  const isSwapped = alignment.scaleX * alignment.scaleY > 1;
  const frame = isSwapped ? turned : b;
  const start = isSwapped ? alignment : invertWarp(alignment);
  const step = Math.sqrt(start.scaleX * start.scaleY);
  const moving = step > 1.05 ? soften(isSwapped ? b : turned, step) : isSwapped ? b : turned;
  const warp = refineWarp(frame.normal, moving.normal, start);
  const final = isSwapped ? warp : invertWarp(warp);
  return {
    ...measure(frame.grid, moving.grid, warp),
    alignment: {
      orientation: alignment.orientation,
      scaleX: final.scaleX,
      scaleY: final.scaleY,
      shiftX: final.shiftX,
      shiftY: final.shiftY,
    },
  };
}

function measure(frame: GreyGrid, moving: GreyGrid, warp: Warp): Omit<Agreement, 'alignment'> {
  const area = overlapOf(frame, moving, warp);
  const width = area.right - area.left;
  const height = area.bottom - area.top;
  if (width < minOverlapSide || height < minOverlapSide) return { correlation: 0, agreeing: 0, overlap: 0 };
  const smaller = Math.min(
    frame.width * frame.height,
    (moving.width * moving.height) / (warp.scaleX * warp.scaleY),
  );
  const overlap = Math.min(1, (width * height) / smaller);
  const warped = warpOver(frame, moving, warp, area);
  const contrastA = meanContrast(frame.levels);
  const contrastB = meanContrast(moving.levels);
  let weights = 0;
  let sum = 0;
  let agreeing = 0;
  for (let top = 0; top + windowSide <= height; top += windowStep) {
    for (let left = 0; left + windowSide <= width; left += windowStep) {
      const { correlation, deviationA, deviationB } = compareWindow(frame, warped, area, left, top);
      // By the lesser contrast, so that what is drawn over one picture weighs little.
      const weight = Math.min(deviationA / contrastA, deviationB / contrastB);
      weights += weight;
      sum += weight * correlation;
      if (correlation >= agreeingCorrelation) agreeing += weight;
    }
  }
  if (weights === 0) return { correlation: 0, agreeing: 0, overlap };
  const correlation = sum / weights;
  return {
    correlation,
    agreeing: agreeing / weights,
    overlap,
    ...(correlation >= leastLikeness && { residual: measureResidual(cut(frame, area), warped) }),
  };
}

function cut({ width, levels }: GreyGrid, { left, top, right, bottom }: Overlap): GreyGrid {
  const part = new Float32Array((right - left) * (bottom - top));
  for (let y = top, at = 0; y < bottom; y++, at += right - left) {
    part.set(levels.subarray(y * width + left, y * width + right), at);
  }
  return { width: right - left, height: bottom - top, levels: part };
}

/** The moving picture as it lies over the overlap. */
function warpOver(frame: GreyGrid, moving: GreyGrid, warp: Warp, area: Overlap): GreyGrid {
  const width = area.right - area.left;
  const height = area.bottom - area.top;
  const levels = new Float32Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    const sourceY =
      warp.scaleY * (y + area.top - (frame.height - 1) / 2) + warp.shiftY + (moving.height - 1) / 2;
    for (let x = 0; x < width; x++, at++) {
      const sourceX =
        warp.scaleX * (x + area.left - (frame.width - 1) / 2) + warp.shiftX + (moving.width - 1) / 2;
      levels[at] = interpolate(moving, sourceX, sourceY);
    }
  }
  return { width, height, levels };
}

/** Standard deviation of the levels, against which the contrast of a window is taken. */
function meanContrast(levels: Float32Array): number {
  let sum = 0;
  let squares = 0;
  for (const level of levels) {
    sum += level;
    squares += level * level;
  }
  const mean = sum / levels.length;
  return Math.sqrt(Math.max(1, squares / levels.length - mean * mean));
}

function compareWindow(frame: GreyGrid, warped: GreyGrid, area: Overlap, left: number, top: number) {
  let sumA = 0;
  let sumB = 0;
  let squaresA = 0;
  let squaresB = 0;
  let products = 0;
  for (let y = top; y < top + windowSide; y++) {
    let atA = (y + area.top) * frame.width + area.left + left;
    let atB = y * warped.width + left;
    for (let x = 0; x < windowSide; x++, atA++, atB++) {
      const a = frame.levels[atA] ?? 0;
      const b = warped.levels[atB] ?? 0;
      sumA += a;
      sumB += b;
      squaresA += a * a;
      squaresB += b * b;
      products += a * b;
    }
  }
  const count = windowSide * windowSide;
  const varianceA = Math.max(0, squaresA / count - (sumA / count) ** 2);
  const varianceB = Math.max(0, squaresB / count - (sumB / count) ** 2);
  const covariance = products / count - (sumA / count) * (sumB / count);
  return {
    correlation: covariance / Math.sqrt((varianceA + noiseVariance) * (varianceB + noiseVariance)),
    deviationA: Math.sqrt(varianceA),
    deviationB: Math.sqrt(varianceB),
  };
}
