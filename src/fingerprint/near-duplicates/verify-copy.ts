import type { Alignment } from './alignment.ts';
import { orient, type GreyGrid } from './grey-grid.ts';
import { noiseVariance, orientJudged, soften, type JudgedPicture } from './judged-picture.ts';
import {
  interpolate,
  invertWarp,
  minOverlapSide,
  overlapOf,
  refineWarp,
  type Overlap,
  type Warp,
} from './refine-warp.ts';
import { measureResidual, type Residual } from './residual.ts';

/** How well two aligned pictures agree. */
export interface Agreement {
  /** Mean correlation of small windows of the overlap, weighted by the structure in them, −1 to 1. */
  readonly correlation: number;
  /** Share of the smaller picture that the other covers, 0–1. */
  readonly overlap: number;
  readonly alignment: Alignment;
}

const windowSide = 8;
const windowStep = 4;

/** Rounds of the first look, and the correlation under which it is the last. Copies of the benchmark show 0.4 and more. */
const firstRounds = 4;
const leastCorrelation = 0.3;

/** A first look on half as many rows and columns: whether two pictures are worth a closer one. */
export function mayAgree(a: JudgedPicture, b: JudgedPicture, start: Alignment): boolean {
  const turned = start.orientation === 0 ? a.coarse : orient(a.coarse, start.orientation);
  const half: Alignment = { ...start, shiftX: start.shiftX / 2, shiftY: start.shiftY / 2 };
  const isSwapped = half.scaleX * half.scaleY > 1;
  const frame = isSwapped ? turned : b.coarse;
  const moving = isSwapped ? b.coarse : turned;
  const warp = refineWarp(frame, moving, isSwapped ? half : invertWarp(half), firstRounds);
  const area = overlapOf(frame, moving, warp);
  if (isTooSmall(area)) return true;
  return correlate(cut(frame, area).levels, warpOver(frame, moving, warp, area).levels) >= leastCorrelation;
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

/** Refines an alignment on the pixels and measures how well the pictures agree under it. */
export function verifyCopy(a: JudgedPicture, b: JudgedPicture, start: Alignment): Agreement {
  const { frame, moving, warp, isSwapped } = layOver(a, b, start);
  const refined = refineWarp(frame.normal, moving.normal, warp);
  const { scaleX, scaleY, shiftX, shiftY } = isSwapped ? refined : invertWarp(refined);
  return {
    ...measure(frame, moving, refined),
    alignment: { orientation: start.orientation, scaleX, scaleY, shiftX, shiftY },
  };
}

/** What sets two aligned pictures apart; undefined where they hardly overlap. */
export function explainDifference(
  a: JudgedPicture,
  b: JudgedPicture,
  alignment: Alignment,
): Residual | undefined {
  const { frame, moving, warp } = layOver(a, b, alignment);
  const area = overlapOf(frame.grid, moving.grid, warp);
  if (isTooSmall(area)) return undefined;
  return measureResidual(cut(frame.grid, area), warpOver(frame.grid, moving.grid, warp, area));
}

/** The frame is the picture that shows the subject smaller: the other one is only ever shrunk. */
function layOver(a: JudgedPicture, b: JudgedPicture, alignment: Alignment) {
  const turned = alignment.orientation === 0 ? a : orientJudged(a, alignment.orientation);
  const isSwapped = alignment.scaleX * alignment.scaleY > 1;
  const frame = isSwapped ? turned : b;
  const sharp = isSwapped ? b : turned;
  const warp = isSwapped ? alignment : invertWarp(alignment);
  const step = Math.sqrt(warp.scaleX * warp.scaleY);
  return { frame, moving: step > 1.05 ? soften(sharp, step) : sharp, warp, isSwapped };
}

function isTooSmall({ left, right, top, bottom }: Overlap): boolean {
  return right - left < minOverlapSide || bottom - top < minOverlapSide;
}

function measure(frame: JudgedPicture, moving: JudgedPicture, warp: Warp): Omit<Agreement, 'alignment'> {
  const area = overlapOf(frame.grid, moving.grid, warp);
  if (isTooSmall(area)) return { correlation: 0, overlap: 0 };
  const width = area.right - area.left;
  const height = area.bottom - area.top;
  const smaller = Math.min(
    frame.grid.width * frame.grid.height,
    (moving.grid.width * moving.grid.height) / (warp.scaleX * warp.scaleY),
  );
  const warped = warpOver(frame.grid, moving.grid, warp, area);
  const layout = warpOver(frame.layout, moving.layout, warp, area);
  const contrastA = contrastOf(frame.grid.levels);
  const contrastB = contrastOf(moving.grid.levels);
  let weights = 0;
  let sum = 0;
  for (let top = 0; top + windowSide <= height; top += windowStep) {
    for (let left = 0; left + windowSide <= width; left += windowStep) {
      const { correlation, deviationA, deviationB } = compareWindow(frame.grid, warped, area, left, top);
      const x = left + windowSide / 2;
      const y = top + windowSide / 2;
      const constant = Math.max(
        frame.layout.levels[(area.top + y) * frame.layout.width + area.left + x] ?? 0,
        layout.levels[y * width + x] ?? 0,
      );
      // By the lesser contrast, so that what is drawn over one picture weighs little.
      const weight = (1 - constant) * Math.min(deviationA / contrastA, deviationB / contrastB);
      weights += weight;
      sum += weight * correlation;
    }
  }
  return { correlation: weights > 0 ? sum / weights : 0, overlap: Math.min(1, (width * height) / smaller) };
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
function contrastOf(levels: Float32Array): number {
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
