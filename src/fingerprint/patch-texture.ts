import type { ImageFeatures } from '../model/fingerprint.ts';
import type { FieldOfView } from './field-of-view.ts';
import { readLevels } from './pixel-levels.ts';
import type { Page } from './raster.ts';

export type Texture = Pick<
  ImageFeatures,
  'noise' | 'detail' | 'speckle' | 'correlation' | 'gradient' | 'spectralSlope' | 'blocking'
>;

const side = 16;
const pixels = side * side;
/** Of JPEG, and of speckle. */
const block = 8;
const patchesPerAxis = 4;
/** Darker blocks have no coefficient of variation to speak of: rounding is a part of it. */
const leastBlockMean = 16;

/** The square that is being measured: typed arrays are dear to make for every picture. */
const patch = new Float64Array(pixels);

/** Texture of the first page; the fields are explained at `ImageFeatures`. */
export function measureTexture(page: Page, field: FieldOfView, black: number): Texture {
  const tally = newTally();
  const columns = placePatches(field.left, field.right);
  for (const top of placePatches(field.top, field.bottom)) {
    for (const left of columns) {
      for (let y = 0; y < side; y++) readLevels(page, (top + y) * page.width + left, side, patch, y * side);
      if (countDark(patch, black) <= pixels / 2) addPatch(patch, tally);
    }
  }
  return summarize(tally);
}

function countDark(patch: Float64Array, black: number): number {
  let dark = 0;
  for (let at = 0; at < pixels; at++) if ((patch[at] ?? 0) <= black) dark++;
  return dark;
}

/** First columns (or rows) of at most four squares between two edges, multiples of 8, as far apart as they can be. */
function placePatches(from: number, end: number): number[] {
  const first = Math.ceil(from / block);
  const last = Math.floor((end - side) / block);
  const count = Math.min(patchesPerAxis, last - first + 1);
  if (count <= 0) return [];
  const step = count > 1 ? (last - first) / (count - 1) : 0;
  return Array.from({ length: count }, (_, place) => block * Math.round(first + place * step));
}

/** Sums over squares. */
interface TextureTally {
  patches: number;
  /** Squared differences of neighbours within blocks, and of those across the grid. */
  within: number;
  across: number;
  /** Squared differences of pixels two apart. */
  apart: number;
  /** Of levels about the mean of their square. */
  variance: number;
  /** Absolute responses of Immerkær's mask. */
  noise: number;
  /** Variances lost to averaging, by octave. */
  readonly lost: number[];
  /** Coefficients of variation. */
  readonly speckle: number[];
}

function newTally(): TextureTally {
  return {
    patches: 0,
    within: 0,
    across: 0,
    apart: 0,
    variance: 0,
    noise: 0,
    lost: [0, 0, 0, 0],
    speckle: [],
  };
}

const differencesAcross = 2 * side;
const differencesWithin = 2 * side * (side - 2);
const differencesApart = 2 * side * (side - 2);

function addPatch(patch: Float64Array, tally: TextureTally): void {
  tally.patches++;
  addNeighbours(patch, tally);
  addNoise(patch, tally);
  addBlocks(patch, tally);
  addOctaves(patch, tally);
}

function addNeighbours(patch: Float64Array, tally: TextureTally): void {
  for (const step of [1, side]) {
    const grid = sumSquares(patch, step, 1, block, block + 1);
    tally.across += grid;
    tally.within += sumSquares(patch, step, 1, 1, side) - grid;
    tally.apart += sumSquares(patch, step, 2, 2, side);
  }
}

/**
 * Sum of squared differences of pixels `distance` apart along rows (`step` 1) or columns (`step` 16), of those whose
 * second lies at the places `from` up to `end`.
 */
function sumSquares(patch: Float64Array, step: number, distance: number, from: number, end: number): number {
  const lineStep = side / step;
  const back = distance * step;
  let sum = 0;
  for (let line = 0; line < side; line++) {
    const first = line * lineStep;
    for (let place = from; place < end; place++) {
      const at = first + place * step;
      const difference = (patch[at] ?? 0) - (patch[at - back] ?? 0);
      sum += difference * difference;
    }
  }
  return sum;
}

/** Immerkær's mask is the second difference along rows of the second difference along columns. */
function addNoise(patch: Float64Array, tally: TextureTally): void {
  let sum = 0;
  for (let y = 1; y < side - 1; y++) {
    const row = y * side;
    let before = bend(patch, row);
    let here = bend(patch, row + 1);
    for (let x = 1; x < side - 1; x++) {
      const after = bend(patch, row + x + 1);
      sum += Math.abs(before - 2 * here + after);
      before = here;
      here = after;
    }
  }
  tally.noise += sum;
}

function bend(patch: Float64Array, at: number): number {
  return (patch[at - side] ?? 0) - 2 * (patch[at] ?? 0) + (patch[at + side] ?? 0);
}

function addBlocks(patch: Float64Array, tally: TextureTally): void {
  let total = 0;
  let squares = 0;
  for (let corner = 0; corner < 4; corner++) {
    const first = (corner >> 1) * block * side + (corner & 1) * block;
    let sum = 0;
    let square = 0;
    for (let y = 0; y < block; y++) {
      for (let at = first + y * side; at < first + y * side + block; at++) {
        const level = patch[at] ?? 0;
        sum += level;
        square += level * level;
      }
    }
    total += sum;
    squares += square;
    const mean = sum / (block * block);
    const variance = square / (block * block) - mean * mean;
    if (mean >= leastBlockMean) tally.speckle.push(Math.sqrt(Math.max(0, variance)) / mean);
  }
  tally.variance += Math.max(0, squares / pixels - (total / pixels) ** 2);
}

/** Averages the square by halves, in place, and adds the variance within each four. */
function addOctaves(patch: Float64Array, tally: TextureTally): void {
  for (let octave = 0, size = side; octave < 4; octave++, size /= 2) {
    let lost = 0;
    for (let y = 0; y < size / 2; y++) {
      for (let x = 0; x < size / 2; x++) {
        const at = 2 * y * size + 2 * x;
        const a = patch[at] ?? 0;
        const b = patch[at + 1] ?? 0;
        const c = patch[at + size] ?? 0;
        const d = patch[at + size + 1] ?? 0;
        const mean = (a + b + c + d) / 4;
        // Of four, the sum of squared deviations is what is left of the squares.
        lost += a * a + b * b + c * c + d * d - 4 * mean * mean;
        patch[(y * size) / 2 + x] = mean;
      }
    }
    tally.lost[octave] = (tally.lost[octave] ?? 0) + Math.max(0, lost) / (size * size);
  }
}

function summarize(tally: TextureTally): Texture {
  const { patches, within, across, apart, variance, noise, lost, speckle } = tally;
  if (patches === 0)
    return {
      noise: 0,
      detail: [0, 0, 0, 0],
      speckle: 0,
      correlation: [1, 1],
      gradient: 0,
      spectralSlope: 0,
      blocking: 1,
    };
  const neighbours = (within + across) / (differencesWithin + differencesAcross);
  const correlate = (squares: number): number =>
    variance > 0 ? 1 - squares / ((2 * variance) / patches) : 1;
  const power = lost.map((sum) => sum / patches);
  const [one = 0, two = 0, four = 0, eight = 0] = power.map(Math.sqrt);
  const sorted = speckle.sort((a, b) => a - b);
  return {
    noise: (Math.sqrt(Math.PI / 2) / 6) * (noise / patches / (side - 2) ** 2),
    detail: [one, two, four, eight],
    speckle: sorted[Math.floor(sorted.length / 4)] ?? 0,
    correlation: [correlate(neighbours / patches), correlate(apart / differencesApart / patches)],
    gradient: Math.sqrt(neighbours / patches),
    spectralSlope: slopeOf(power),
    blocking: within > 0 ? Math.sqrt(across / differencesAcross / (within / differencesWithin)) : 1,
  };
}

/**
 * Power ∝ frequency^β in two dimensions gives an octave a variance ∝ frequency^(β + 2); each octave has half the
 * frequency of the one before.
 */
function slopeOf(power: readonly number[]): number {
  if (power.some((variance) => variance <= 0)) return 0;
  const [a = 0, b = 0, c = 0, d = 0] = power.map(Math.log2);
  // Least squares over the places 0, 1, 2 and 3.
  return -(3 * (d - a) + (c - b)) / 10 - 2;
}
