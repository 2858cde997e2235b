import type { Alignment } from './alignment.ts';
import { lookAt } from './first-look.ts';
import type { GreyGrid } from '../description/grey-grid.ts';
import { noiseVariance, orientJudged, soften, type JudgedPicture } from './judged-picture.ts';
import { minOverlapSide, refineWarp } from './refine-warp.ts';
import { measureResidual, type Residual } from './residual.ts';
import { cut, invertWarp, overlapOf, shortSideOf, warpOver, type Overlap, type Warp } from './warp-grid.ts';

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

/** Rounds on half as many rows and columns, and the correlation there under which pictures are not alike. */
const coarseRounds = 4;
/** Copies of the benchmark show 0.4 and more. */
const leastCorrelation = 0.3;

/**
 * Refines an alignment on the pixels, coarse to fine, and measures how well the pictures agree under it.
 * @returns undefined where half the pixels show that they do not
 */
export function verifyCopy(a: JudgedPicture, b: JudgedPicture, start: Alignment): Agreement | undefined {
  const coarse = lookAt(a.coarse, b.coarse, start, 2, coarseRounds);
  if (coarse.correlation < leastCorrelation) return undefined;
  const { frame, moving, warp, isSwapped } = layOver(a, b, coarse.alignment);
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
  if (shortSideOf(area) < minOverlapSide) return undefined;
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

function measure(frame: JudgedPicture, moving: JudgedPicture, warp: Warp): Omit<Agreement, 'alignment'> {
  const area = overlapOf(frame.grid, moving.grid, warp);
  if (shortSideOf(area) < minOverlapSide) return { correlation: 0, overlap: 0 };
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
