import { blur, fitSize, resample, type GreyGrid } from './grey-grid.ts';

/** A blob of a picture: an extremum of the difference of Gaussians in place and scale. */
export interface Keypoint {
  /** Pixels of the base grid, sub-pixel. */
  readonly x: number;
  readonly y: number;
  /** Standard deviation of the Gaussian that fits the blob, pixels of the base grid. */
  readonly sigma: number;
  /** Absolute response. */
  readonly strength: number;
  /** The blurred grid that the patch around the blob is read from, and pixels of the base grid per pixel of it. */
  readonly level: GreyGrid;
  readonly unit: number;
}

const baseSigma = 1;
const octaves = 3;
/** Blurs an octave: two scales √2 apart are searched, with one more on either side. */
const blursPerOctave = 5;

/**
 * Extrema of the difference of Gaussians over place and scale (Lowe 2004, doi:10.1023/B:VISI.0000029664.99615.94),
 * strongest first, on two scales an octave.
 */
export function findKeypoints(base: GreyGrid, minStrength: number): Keypoint[] {
  const keypoints: Keypoint[] = [];
  let unit = 1;
  let grid = base;
  for (let octave = 0; octave < octaves && Math.min(grid.width, grid.height) >= 12; octave++) {
    const levels = blurLevels(grid);
    const differences = levels.slice(1).map((level, index) => subtract(level, levels[index] ?? level));
    for (let layer = 1; layer + 1 < differences.length; layer++) {
      const [below, here, above] = differences.slice(layer - 1, layer + 2);
      const level = levels[layer];
      if (below && here && above && level) {
        const sigma = baseSigma * Math.SQRT2 ** layer;
        collectExtrema(keypoints, below, here, above, level, sigma, unit, base, minStrength);
      }
    }
    const next = resample(
      grid,
      ...fitSize(grid.width, grid.height, Math.round(Math.max(grid.width, grid.height) / 2)),
    );
    unit = base.width / next.width;
    grid = next;
  }
  return keypoints.sort((a, b) => b.strength - a.strength || a.y - b.y || a.x - b.x);
}

function blurLevels(grid: GreyGrid): GreyGrid[] {
  const levels = [blur(grid, baseSigma)];
  for (let index = 1; index < blursPerOctave; index++) {
    const before = levels[index - 1];
    // From σ to √2 σ takes another blur of σ.
    if (before) levels.push(blur(before, baseSigma * Math.SQRT2 ** (index - 1)));
  }
  return levels;
}

function subtract(a: GreyGrid, b: GreyGrid): Float32Array {
  return a.levels.map((level, at) => level - (b.levels[at] ?? 0));
}

function collectExtrema(
  keypoints: Keypoint[],
  below: Float32Array,
  here: Float32Array,
  above: Float32Array,
  level: GreyGrid,
  sigma: number,
  unit: number,
  base: GreyGrid,
  minStrength: number,
): void {
  const { width, height } = level;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const value = here[at] ?? 0;
      const size = Math.abs(value);
      if (size < minStrength || !isExtremum(value, at, width, below, here, above)) continue;
      const dx = vertex(here[at - 1] ?? 0, value, here[at + 1] ?? 0);
      const dy = vertex(here[at - width] ?? 0, value, here[at + width] ?? 0);
      const ds = vertex(below[at] ?? 0, value, above[at] ?? 0);
      keypoints.push({
        x: (x + dx + 0.5) * (base.width / width) - 0.5,
        y: (y + dy + 0.5) * (base.height / height) - 0.5,
        sigma: sigma * unit * Math.SQRT2 ** ds,
        strength: size,
        level,
        unit,
      });
    }
  }
}

function isExtremum(
  value: number,
  at: number,
  width: number,
  below: Float32Array,
  here: Float32Array,
  above: Float32Array,
): boolean {
  const sign = value < 0 ? -1 : 1;
  const size = sign * value;
  for (let row = -width; row <= width; row += width) {
    for (let near = at + row - 1; near <= at + row + 1; near++) {
      if (near !== at && sign * (here[near] ?? 0) >= size) return false;
      if (sign * (below[near] ?? 0) >= size || sign * (above[near] ?? 0) >= size) return false;
    }
  }
  return true;
}

/** Where the parabola through three neighbours peaks, −½ to ½. */
function vertex(before: number, at: number, after: number): number {
  const curvature = before - 2 * at + after;
  if (curvature === 0) return 0;
  return Math.max(-0.5, Math.min(0.5, (before - after) / (2 * curvature)));
}
