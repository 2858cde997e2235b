import { blur, boxMean, orient, resample, type GreyGrid } from '../description/grey-grid.ts';
import type { Orientation } from '../description/dihedral.ts';
import { layoutShareAt, type Layout } from './layout.ts';
import type { PictureDescription } from '../description/picture-description.ts';

/** A thumbnail made ready to be compared. */
export interface JudgedPicture {
  /** Lightly smoothed levels 0–255, so that interpolation between pixels changes little. */
  readonly grid: GreyGrid;
  /** Levels less their local mean over their local deviation: what gain, gamma and shading leave alone. */
  readonly normal: GreyGrid;
  /** `normal` on half as many rows and columns, for a first look. */
  readonly coarse: GreyGrid;
  /** Share of the structure that belongs to the source's layout, 0–1. */
  readonly layout: GreyGrid;
}

const smoothingSigma = 0.7;
const neighbourhoodRadius = 5;
/** Local variance, levels², under which structure cannot be told from the noise of compression. */
export const noiseVariance = 6;

export function judgePicture(description: PictureDescription, layout: Layout | undefined): JudgedPicture {
  const { width, height, levels } = description;
  const shares = new Float32Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) shares[at] = layoutShareAt(layout, description, x, y);
  }
  const grid = blur({ width, height, levels: Float32Array.from(levels) }, smoothingSigma);
  return { grid, ...normalize(grid), layout: { width, height, levels: shares } };
}

/** The picture as it is when it is shown `factor` times smaller. */
export function soften({ grid, layout }: JudgedPicture, factor: number): JudgedPicture {
  const softer = blur(grid, smoothingSigma * Math.sqrt(factor * factor - 1));
  return { grid: softer, ...normalize(softer), layout };
}

export function orientJudged(
  { grid, normal, coarse, layout }: JudgedPicture,
  orientation: Orientation,
): JudgedPicture {
  return {
    grid: orient(grid, orientation),
    normal: orient(normal, orientation),
    coarse: orient(coarse, orientation),
    layout: orient(layout, orientation),
  };
}

function normalize(grid: GreyGrid): Pick<JudgedPicture, 'normal' | 'coarse'> {
  const normal = normalizeLevels(grid, neighbourhoodRadius);
  const halve = (side: number): number => Math.max(2, Math.round(side / 2));
  return { normal, coarse: resample(normal, halve(grid.width), halve(grid.height)) };
}

/** Levels less the mean of their neighbourhood over its deviation. */
export function normalizeLevels(grid: GreyGrid, radius: number): GreyGrid {
  const mean = boxMean(grid, radius).levels;
  const levels = new Float32Array(mean.length);
  const squares = new Float32Array(mean.length);
  for (let at = 0; at < levels.length; at++) {
    levels[at] = (grid.levels[at] ?? 0) - (mean[at] ?? 0);
    squares[at] = (levels[at] ?? 0) ** 2;
  }
  const power = boxMean({ ...grid, levels: squares }, radius).levels;
  for (let at = 0; at < levels.length; at++)
    levels[at] = (levels[at] ?? 0) / Math.sqrt((power[at] ?? 0) + 4 * noiseVariance);
  return { ...grid, levels };
}
