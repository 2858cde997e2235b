import type { ImageFeatures } from '../model/fingerprint.ts';
import type { FieldOfView } from './field-of-view.ts';
import type { IntensityPage } from './intensity.ts';
import { kernels } from './kernels/choose-kernels.ts';
import { blockSide, patchFields, patchNumbers, patchSide, type PatchCorner } from './patch-sums.ts';

export type Texture = Pick<
  ImageFeatures,
  'noise' | 'detail' | 'speckle' | 'correlation' | 'gradient' | 'spectralSlope' | 'blocking'
>;

const pixels = patchSide * patchSide;
const patchesPerAxis = 4;
/** Darker blocks have no coefficient of variation to speak of: rounding is a part of it. */
const leastBlockMean = 16;

/**
 * Texture of a page, from at most 4 × 4 patches in its field of view; the fields are explained at `ImageFeatures`.
 * @param darkest highest level that is black, in the page's own depth
 * @param levelScale what a level is divided by for 0–255
 */
export function measureTexture(
  page: IntensityPage,
  field: FieldOfView,
  darkest: number,
  levelScale: number,
): Texture {
  const records = kernels.sumPatches(page, placePatches(field), darkest);
  const tally = newTally();
  for (let at = 0; at < records.length; at += patchNumbers) {
    if ((records[at + patchFields.dark] ?? 0) <= pixels / 2) addPatch(records, at, levelScale, tally);
  }
  return summarize(tally, levelScale);
}

function placePatches({ left, top, right, bottom }: FieldOfView): PatchCorner[] {
  const columns = placeAlong(left, right);
  return placeAlong(top, bottom).flatMap((row) => columns.map((column) => ({ left: column, top: row })));
}

/** First columns (or rows) of at most four squares between two edges, multiples of 8, as far apart as they can be. */
function placeAlong(from: number, end: number): number[] {
  const first = Math.ceil(from / blockSide);
  const last = Math.floor((end - patchSide) / blockSide);
  const count = Math.min(patchesPerAxis, last - first + 1);
  if (count <= 0) return [];
  const step = count > 1 ? (last - first) / (count - 1) : 0;
  return Array.from({ length: count }, (_, place) => blockSide * Math.round(first + place * step));
}

/** Sums over patches, in levels of the page's own depth. */
interface TextureTally {
  patches: number;
  neighbours: number;
  across: number;
  apart: number;
  noise: number;
  /** Of levels about the mean of their patch. */
  variance: number;
  squares: number;
  /** Squares of the sums of 2 × 2, 4 × 4, 8 × 8 and 16 × 16 pixels. */
  readonly octaves: number[];
  /** Coefficients of variation. */
  readonly speckle: number[];
}

function newTally(): TextureTally {
  return {
    patches: 0,
    neighbours: 0,
    across: 0,
    apart: 0,
    noise: 0,
    variance: 0,
    squares: 0,
    octaves: [0, 0, 0, 0],
    speckle: [],
  };
}

function addPatch(records: Float64Array, at: number, levelScale: number, tally: TextureTally): void {
  tally.patches++;
  tally.neighbours += records[at + patchFields.neighbours] ?? 0;
  tally.across += records[at + patchFields.across] ?? 0;
  tally.apart += records[at + patchFields.apart] ?? 0;
  tally.noise += records[at + patchFields.noise] ?? 0;
  let total = 0;
  let squares = 0;
  for (let index = 0; index < 4; index++) {
    tally.octaves[index] = (tally.octaves[index] ?? 0) + (records[at + patchFields.octaves + index] ?? 0);
    const sum = records[at + patchFields.blocks + index] ?? 0;
    const square = records[at + patchFields.blockSquares + index] ?? 0;
    total += sum;
    squares += square;
    const mean = sum / blockSide ** 2;
    const variance = square / blockSide ** 2 - mean ** 2;
    if (mean >= leastBlockMean * levelScale) tally.speckle.push(Math.sqrt(Math.max(0, variance)) / mean);
  }
  tally.squares += squares;
  tally.variance += Math.max(0, squares / pixels - (total / pixels) ** 2);
}

/** Pairs of pixels of a patch, along both axes. */
const neighboursAcross = 2 * patchSide;
const neighboursWithin = 2 * patchSide * (patchSide - 2);
const pairsApart = 2 * patchSide * (patchSide - 2);
const innerPixels = (patchSide - 2) ** 2;

function summarize(tally: TextureTally, levelScale: number): Texture {
  const { patches, neighbours, across, apart, noise, variance, speckle } = tally;
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
  const within = neighbours - across;
  const meanNeighbours = neighbours / (neighboursWithin + neighboursAcross) / patches;
  const correlate = (meanSquares: number): number =>
    variance > 0 ? 1 - meanSquares / ((2 * variance) / patches) : 1;
  const power = lostPower(tally).map((lost) => lost / levelScale ** 2);
  const [one = 0, two = 0, four = 0, eight = 0] = power.map(Math.sqrt);
  const sorted = speckle.sort((a, b) => a - b);
  return {
    noise: ((Math.sqrt(Math.PI / 2) / 6) * (noise / patches / innerPixels)) / levelScale,
    detail: [one, two, four, eight],
    speckle: sorted[Math.floor(sorted.length / 4)] ?? 0,
    correlation: [correlate(meanNeighbours), correlate(apart / pairsApart / patches)],
    gradient: Math.sqrt(meanNeighbours) / levelScale,
    spectralSlope: slopeOf(power),
    blocking: within > 0 ? Math.sqrt(across / neighboursAcross / (within / neighboursWithin)) : 1,
  };
}

/**
 * Variances that are lost where every 2 × 2 become their mean, and those every 2 × 2, four times, as means over pixels: of
 * four values with the sum S and squares Q, 4 Q − S² is four times what is lost of Q.
 */
function lostPower({ patches, squares, octaves }: TextureTally): number[] {
  let before = squares;
  return octaves.map((after, octave) => {
    const lost = 4 * before - after;
    before = after;
    return lost / (4 * pixels * 4 ** octave * patches);
  });
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
