import { blur, boxMean, type GreyGrid } from '../description/grey-grid.ts';
import { selectRank } from './order-statistic.ts';

/** What is left of a picture when another one has been laid over it and taken away. */
export interface Residual {
  /** Root mean square of the residual where the picture is flat, in levels; robust. */
  readonly noiseLevels: number;
  /** Displacement that explains the residual at edges, pixels, root mean square; robust. */
  readonly driftPixels: number;
  /** Separate places that differ by more than noise and drift explain. */
  readonly changes: number;
  /** Share of the overlap that those places cover. */
  readonly changedShare: number;
}

/** Gain and offset are fitted over squares of twice this and one, pixels. */
const fitRadius = 8;
/** Squared residuals above this multiple of what noise and drift explain are changes. */
const changeRatio = 16;
/** Variance of a rounded level and of the interpolation, levels². */
const roundingVariance = 1.5;
/** Less noise, levels², and less drift, pixels², than this is what resampling alone leaves. */
const leastNoiseVariance = 9;
const leastDriftSquared = 0.02;
/** A median of a squared normal variable is this share of its mean. */
const medianOfChiSquare = 0.4549;
const minChangePixels = 3;

/** Compares two aligned grids of the same size. */
export function measureResidual(a: GreyGrid, b: GreyGrid): Residual {
  const { width, height } = a;
  const fitted = fitLocally(a, b);
  const slopes = new Float32Array(fitted.length);
  const bends = new Float32Array(fitted.length);
  for (let y = 1, at = width + 1; y < height - 1; y++, at += 2) {
    for (let x = 1; x < width - 1; x++, at++) {
      const across = ((a.levels[at + 1] ?? 0) - (a.levels[at - 1] ?? 0)) / 2;
      const down = ((a.levels[at + width] ?? 0) - (a.levels[at - width] ?? 0)) / 2;
      slopes[at] = across * across + down * down;
      bends[at] =
        (a.levels[at + 1] ?? 0) +
        (a.levels[at - 1] ?? 0) +
        (a.levels[at + width] ?? 0) +
        (a.levels[at - width] ?? 0) -
        4 * (a.levels[at] ?? 0);
    }
  }
  const residual = removeSharpness(fitted, bends);
  const ranked = slopes.slice();
  const low = selectRank(ranked, Math.floor(ranked.length * 0.4));
  const high = selectRank(ranked, Math.floor(ranked.length * 0.8));
  const flat = new Float64Array(residual.length);
  const steep = new Float64Array(residual.length);
  const steepness = new Float64Array(residual.length);
  let flatCount = 0;
  let steepCount = 0;
  for (let at = 0; at < residual.length; at++) {
    const level = residual[at] ?? 0;
    const slope = slopes[at] ?? 0;
    if (slope <= low) flat[flatCount++] = level * level;
    else if (slope >= high) {
      steep[steepCount] = (level * level) / slope;
      steepness[steepCount++] = 1 / slope;
    }
  }
  const noise = medianOf(flat.subarray(0, flatCount)) / medianOfChiSquare;
  const drift = Math.max(
    0,
    medianOf(steep.subarray(0, steepCount)) / medianOfChiSquare -
      noise * medianOf(steepness.subarray(0, steepCount)),
  );
  const ratios = new Float32Array(residual.length);
  for (let at = 0; at < residual.length; at++) {
    const explained =
      Math.max(noise, leastNoiseVariance) + Math.max(drift, leastDriftSquared) * (slopes[at] ?? 0);
    ratios[at] = (residual[at] ?? 0) ** 2 / explained;
  }
  const smoothed = blur({ width, height, levels: ratios }, 1.2);
  const { places, pixels } = countPlaces(smoothed, changeRatio);
  return {
    noiseLevels: Math.sqrt(noise),
    driftPixels: Math.sqrt(drift),
    changes: places,
    changedShare: pixels / residual.length,
  };
}

/** `a` less the best gain and offset of `b` in each neighbourhood. */
function fitLocally(a: GreyGrid, b: GreyGrid): Float32Array {
  const product = (x: Float32Array, y: Float32Array) => {
    const levels = new Float32Array(x.length);
    for (let at = 0; at < levels.length; at++) levels[at] = (x[at] ?? 0) * (y[at] ?? 0);
    return boxMean({ ...a, levels }, fitRadius).levels;
  };
  const meanA = boxMean(a, fitRadius).levels;
  const meanB = boxMean(b, fitRadius).levels;
  const productsAB = product(a.levels, b.levels);
  const squaresB = product(b.levels, b.levels);
  const fitted = new Float32Array(a.levels.length);
  for (let at = 0; at < fitted.length; at++) {
    const ma = meanA[at] ?? 0;
    const mb = meanB[at] ?? 0;
    const gain = ((productsAB[at] ?? 0) - ma * mb) / ((squaresB[at] ?? 0) - mb * mb + roundingVariance);
    fitted[at] = (a.levels[at] ?? 0) - ma - gain * ((b.levels[at] ?? 0) - mb);
  }
  return fitted;
}

/**
 * The residual less the multiple of the Laplacian that explains most of it: where one picture was blurred or sharpened
 * more than the other.
 */
function removeSharpness(residual: Float32Array, bends: Float32Array): Float32Array {
  let products = 0;
  let squares = 1;
  for (let at = 0; at < residual.length; at++) {
    const bend = bends[at] ?? 0;
    const size = Math.abs(residual[at] ?? 0);
    // What was drawn into one of the pictures must not count.
    const weight = size < 12 ? 1 : 12 / size;
    products += weight * bend * (residual[at] ?? 0);
    squares += weight * bend * bend;
  }
  const share = products / squares;
  const rest = new Float32Array(residual.length);
  for (let at = 0; at < rest.length; at++) rest[at] = (residual[at] ?? 0) - share * (bends[at] ?? 0);
  return rest;
}

/** Reorders the values; 0 where there are none. */
function medianOf(values: Float64Array): number {
  return selectRank(values, Math.floor(values.length / 2));
}

/** Connected places (eight neighbours) above a limit. */
function countPlaces({ width, height, levels }: GreyGrid, limit: number): { places: number; pixels: number } {
  const seen = new Uint8Array(levels.length);
  const stack: number[] = [];
  let places = 0;
  let pixels = 0;
  for (let start = 0; start < levels.length; start++) {
    if (seen[start] === 1 || (levels[start] ?? 0) <= limit) continue;
    seen[start] = 1;
    stack.push(start);
    let size = 0;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      size++;
      const x = at % width;
      const y = (at - x) / width;
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const near = row * width + column;
          if (seen[near] === 1 || (levels[near] ?? 0) <= limit) continue;
          seen[near] = 1;
          stack.push(near);
        }
      }
    }
    if (size < minChangePixels) continue;
    places++;
    pixels += size;
  }
  return { places, pixels };
}
