import { maxKeypoints, thumbnailSide } from '../near-duplicates/description/thumbnail.ts';
import { patchNumbers } from '../patch-sums.ts';
import { gridSize } from './kernels.ts';
import { simdBinary } from './simd-binary.ts';

/** What the `.as` files export; their comments say what the parameters are. */
export interface SimdExports {
  readonly memory: {
    readonly buffer: ArrayBuffer;
    /** By pages of 64 KiB; the buffer before is detached. Throws where there is no more. */
    readonly grow: (pages: number) => number;
  };
  readonly hasDifference: (at: number, bytes: number, step: number, mask: number) => number;
  readonly hasGap: (at: number, bytes: number, mask: number) => number;
  readonly pack: (
    from: number,
    to: number,
    pixels: number,
    fromBytes: number,
    toBytes: number,
    pattern: number,
  ) => void;
  readonly levelsOfColor8: (from: number, to: number, pixels: number) => void;
  readonly levelsOfColorAlpha8: (from: number, to: number, pixels: number) => void;
  readonly levelsOfColor16: (from: number, to: number, pixels: number, channels: number) => void;
  readonly countLevels8: (at: number, pixels: number, bins: number) => void;
  readonly addBins: (bins: number) => void;
  readonly countLevels16: (at: number, pixels: number, bins: number, totals: number) => void;
  readonly sumLaplacians8: (at: number, width: number, rows: number, totals: number) => void;
  readonly sumLaplacians16: (at: number, width: number, rows: number, totals: number) => void;
  readonly addColumns8: (at: number, width: number, rows: number, columns: number) => void;
  readonly addColumns16: (at: number, width: number, rows: number, columns: number) => void;
  readonly foldColumns: (columns: number, bounds: number, count: number, cells: number) => void;
  readonly listNear: (at: number, end: number, distance: number, list: number) => number;
  readonly findEdge8: (
    origin: number,
    direction: number,
    width: number,
    step: number,
    darkest: number,
  ) => number;
  readonly sumPatch8: (at: number, stride: number, darkest: number, record: number) => void;
  readonly listChanges: (
    at: number,
    pixels: number,
    pixelBytes: number,
    mask: number,
    first: number,
    list: number,
  ) => number;
  readonly spanOf8: (at: number, count: number) => number;
  readonly spanOf16: (at: number, count: number) => number;
  readonly spanColumns8: (at: number, rowBytes: number, rows: number, spans: number) => void;
  readonly spanColumns16: (at: number, rowBytes: number, rows: number, spans: number) => void;
  readonly weighAxis: (samples: number, cells: number, taps: number) => number;
  readonly shrink8: Shrink;
  readonly shrink16: Shrink;
  readonly selectRanks: (
    plane: number,
    width: number,
    height: number,
    stride: number,
    lowRank: number,
    highRank: number,
    bins: number,
  ) => number;
  readonly stretchPlane: (
    plane: number,
    width: number,
    height: number,
    stride: number,
    low: number,
    range: number,
    factor: number,
    levels: number,
  ) => void;
  readonly listExtrema: (
    base: number,
    width: number,
    height: number,
    maxOctaves: number,
    minSide: number,
    least: number,
    octaves: number,
    planes: number,
    line: number,
    list: number,
  ) => number;
  readonly writeWords: (
    list: number,
    count: number,
    octaves: number,
    cosines: number,
    scratch: number,
    radius1: number,
    radius2: number,
    overhang: number,
    ambiguity: number,
    middle: number,
    maxKeypoints: number,
    words: number,
    places: number,
  ) => number;
}

type Shrink = (
  at: number,
  rowBytes: number,
  frameWidth: number,
  rows: number,
  height: number,
  columns: number,
  width: number,
  factor: number,
  sums: number,
  to: number,
  stride: number,
) => void;

/** Pages that are wider or higher are rare and left to the plain kernels. */
export const maxWidth = 16_384;
export const maxHeight = 65_536;

/** Bytes of a band, unless one row is longer: input and results stay in the processor's caches. */
export const bandBytes = 32_768;
const maxRowBytes = maxWidth * 8;
/** Behind each region; the kernels may touch it. */
const slackBytes = 64;
export const maskPeriodBytes = 48;

/** Tables in which levels are counted. */
export const binTables = 8;

/** A picture of the scale space with 16-bit levels, and the rooms of the taps of an axis before its weights. */
const planeBytes = 2 * thumbnailSide * thumbnailSide;
const tapsBytes = 4 * (thumbnailSide + 100);
/** A word for each pose of a patch that may be meant. */
const maxWords = 3 * maxKeypoints;
/** Six planes an octave, each octave a quarter of the one before. */
const scaleSpaceBytes = 8 * (planeBytes + 3 * slackBytes);

/** Where in the memory everything lies; the first KiB is the compiler's, the levels of the page come last and grow. */
export const layout = layOut(1024, {
  pattern: maskPeriodBytes,
  levelTotals: 16,
  laplacianTotals: 16,
  bounds: 4 * (gridSize + 1),
  bins: 4 * binTables * 256,
  cells: 8 * gridSize,
  columns: 4 * maxWidth,
  input: maxRowBytes,
  packed: maxRowBytes,
  changes: 4 * bandBytes,
  spans: 32,
  patchRecord: 8 * patchNumbers,
  rowTaps: tapsBytes + 2 * (maxHeight + 2 * thumbnailSide),
  columnTaps: tapsBytes + 2 * (maxWidth + 2 * thumbnailSide),
  thumbnail: thumbnailSide * thumbnailSide,
  means: planeBytes,
  line: 2 * thumbnailSide + 32,
  scaleSpace: scaleSpaceBytes,
  octaves: 256,
  cosines: 128,
  scratch: 4096,
  extrema: 4 * 2 * thumbnailSide * thumbnailSide,
  words: 8 * maxWords,
  places: 4 * maxWords,
  page: 0,
});

function layOut<Name extends string>(start: number, sizes: Record<Name, number>): Record<Name, number> {
  const places = { ...sizes };
  let at = start;
  for (const name of Object.keys(sizes) as Name[]) {
    places[name] = at;
    at += Math.ceil((sizes[name] + slackBytes) / slackBytes) * slackBytes;
  }
  return places;
}

/** The WebAssembly; undefined where the processor has no SIMD instructions. */
export function loadSimdModule(): SimdExports | undefined {
  let module: object;
  try {
    module = new WebAssembly.Module(Buffer.from(simdBinary, 'base64'));
  } catch {
    return undefined;
  }
  return new WebAssembly.Instance(module).exports as unknown as SimdExports;
}

const memoryPageBytes = 65_536;

/** Makes room for a page of levels, which stays; views of the memory may end. @returns whether there is as much */
export function reservePage({ memory }: SimdExports, levelBytes: number): boolean {
  const missing = layout.page + levelBytes + slackBytes - memory.buffer.byteLength;
  if (missing <= 0) return true;
  try {
    memory.grow(Math.ceil(missing / memoryPageBytes));
    return true;
  } catch {
    return false;
  }
}
