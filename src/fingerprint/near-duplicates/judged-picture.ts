import { blur, orient, type GreyGrid } from './grey-grid.ts';
import type { Orientation } from './dihedral.ts';
import type { PictureDescription } from './picture-description.ts';

/** A thumbnail made ready to be compared. */
export interface JudgedPicture {
  /** Lightly smoothed levels 0–255, so that interpolation between pixels changes little. */
  readonly grid: GreyGrid;
  /** Levels less their local mean over their local deviation: what gain, gamma and shading leave alone. */
  readonly normal: GreyGrid;
}

const smoothingSigma = 0.7;
const neighbourhoodSigma = 3;
/** Local variance, levels², under which structure cannot be told from the noise of compression. */
export const noiseVariance = 6;

export function judgePicture({ width, height, levels }: PictureDescription): JudgedPicture {
  return prepare(blur({ width, height, levels: Float32Array.from(levels) }, smoothingSigma));
}

/** The picture as it is when it is shown `factor` times smaller. */
export function soften({ grid }: JudgedPicture, factor: number): JudgedPicture {
  return prepare(blur(grid, smoothingSigma * Math.sqrt(factor * factor - 1)));
}

export function orientJudged({ grid, normal }: JudgedPicture, orientation: Orientation): JudgedPicture {
  return { grid: orient(grid, orientation), normal: orient(normal, orientation) };
}

function prepare(grid: GreyGrid): JudgedPicture {
  const mean = blur(grid, neighbourhoodSigma).levels;
  const centred = grid.levels.map((level, at) => level - (mean[at] ?? 0));
  const power = blur({ ...grid, levels: centred.map((level) => level * level) }, neighbourhoodSigma).levels;
  const levels = centred.map((level, at) => level / Math.sqrt((power[at] ?? 0) + 4 * noiseVariance));
  return { grid, normal: { ...grid, levels } };
}
