import type { IntensityPage } from '../intensity.ts';
import { describePlainly } from '../near-duplicates/description/describe-plainly.ts';
import { minStrength } from '../near-duplicates/description/keypoints.ts';
import {
  ambiguity,
  cosines,
  middle,
  overhang,
  patchRadius,
} from '../near-duplicates/description/patch-hash.ts';
import type { PictureDescription } from '../near-duplicates/description/picture-description.ts';
import { maxOctaves, minSide } from '../near-duplicates/description/scale-space.ts';
import { widenFactor } from '../near-duplicates/description/shrink-page.ts';
import { clippedRanks, stretchFactor } from '../near-duplicates/description/stretch-levels.ts';
import { fitThumbnail, maxKeypoints } from '../near-duplicates/description/thumbnail.ts';
import { trimBorders, type Frame, type LevelSpans } from '../near-duplicates/description/trim-borders.ts';
import { layout, maxHeight, maxWidth, reservePage, type SimdExports } from './simd-module.ts';

/** Levels of a block of columns. */
const blockColumns = 16;
/** Rows of a plane begin at multiples of as many bytes. */
const vectorBytes = 16;
const radii = ([1, 2] as const).map((layer) => patchRadius({ layer, scale: 0 }));

/** A thumbnail and how its rows lie. */
interface Thumbnail {
  readonly width: number;
  readonly height: number;
  readonly stride: number;
}

/** `describePicture` in WebAssembly. */
export function describeWithSimd(simd: SimdExports, page: IntensityPage): PictureDescription {
  if (page.width > maxWidth || page.height > maxHeight || !loadPage(simd, page)) return describePlainly(page);
  const frame = trimBorders(page, measureSpans(simd, page));
  const [width, height] = fitThumbnail(frame);
  const thumbnail = { width, height, stride: strideOf(width) };
  shrinkPage(simd, page, frame, thumbnail);
  const range = stretchLevels(simd, thumbnail);
  const words = writeWords(simd, listExtrema(simd, thumbnail));
  const { buffer } = simd.memory;
  return {
    sourceWidth: page.width,
    sourceHeight: page.height,
    frame,
    width,
    height,
    levels: new Uint8Array(buffer, layout.thumbnail, width * height).slice(),
    range: range / 257,
    words: new Uint32Array(buffer, layout.words, 2 * words).slice(),
    places: new Uint8Array(buffer, layout.places, 4 * words).slice(),
  };
}

/** Copies a page into memory unless it lies there already. @returns whether there was room */
function loadPage(simd: SimdExports, { levels }: IntensityPage): boolean {
  if (levels.buffer === simd.memory.buffer) return true;
  if (!reservePage(simd, levels.byteLength)) return false;
  new Uint8Array(simd.memory.buffer, layout.page).set(
    new Uint8Array(levels.buffer, levels.byteOffset, levels.byteLength),
  );
  return true;
}

function strideOf(width: number): number {
  return Math.ceil((2 * width) / vectorBytes) * vectorBytes;
}

function measureSpans(simd: SimdExports, { width, levels }: IntensityPage): LevelSpans {
  const sampleBytes = levels.BYTES_PER_ELEMENT;
  const [spanOf, spanColumns] =
    sampleBytes === 1 ? [simd.spanOf8, simd.spanColumns8] : [simd.spanOf16, simd.spanColumns16];
  const spans = new Uint16Array(simd.memory.buffer, layout.spans, blockColumns);
  let measured = { block: -1, top: 0, bottom: 0 };
  return {
    ofPage: () => spanOf(layout.page, levels.length),
    ofRow: (row) => spanOf(layout.page + row * width * sampleBytes, width),
    ofColumn: (column, top, bottom) => {
      const place = column % blockColumns;
      const block = column - place;
      if (block !== measured.block || top !== measured.top || bottom !== measured.bottom) {
        const at = layout.page + (top * width + block) * sampleBytes;
        spanColumns(at, width * sampleBytes, bottom - top, layout.spans);
        measured = { block, top, bottom };
      }
      return spans[place] ?? 0;
    },
  };
}

/** Leaves the means at `layout.means`. */
function shrinkPage(
  simd: SimdExports,
  page: IntensityPage,
  { left, top, right, bottom }: Frame,
  { width, height, stride }: Thumbnail,
): void {
  const sampleBytes = page.levels.BYTES_PER_ELEMENT;
  const total =
    simd.weighAxis(right - left, width, layout.columnTaps) *
    simd.weighAxis(bottom - top, height, layout.rowTaps);
  const shrink = sampleBytes === 1 ? simd.shrink8 : simd.shrink16;
  const at = layout.page + (top * page.width + left) * sampleBytes;
  const factor = widenFactor(page) / total;
  shrink(
    at,
    page.width * sampleBytes,
    right - left,
    layout.rowTaps,
    height,
    layout.columnTaps,
    width,
    factor,
    layout.columns,
    layout.means,
    stride,
  );
}

/** Stretches the means in place and writes the thumbnail's levels. @returns as `stretchLevels` does */
function stretchLevels(simd: SimdExports, { width, height, stride }: Thumbnail): number {
  const [lowRank, highRank] = clippedRanks(width * height);
  const both = simd.selectRanks(layout.means, width, height, stride, lowRank, highRank, layout.bins);
  const low = both & 0xffff;
  const high = both >>> 16;
  const range = high - low;
  simd.stretchPlane(layout.means, width, height, stride, low, range, stretchFactor(range), layout.thumbnail);
  return range;
}

/** Builds the scale space and lists its extrema, the weakest first. @returns how many there are */
function listExtrema(simd: SimdExports, { width, height }: Thumbnail): number {
  const listEnd = simd.listExtrema(
    layout.means,
    width,
    height,
    maxOctaves,
    minSide,
    minStrength,
    layout.octaves,
    layout.scaleSpace,
    layout.line + vectorBytes,
    layout.extrema,
  );
  const extrema = new Uint32Array(simd.memory.buffer, layout.extrema, (listEnd - layout.extrema) / 4);
  return extrema.sort().length;
}

/** @returns how many words there are */
function writeWords(simd: SimdExports, extrema: number): number {
  new Int16Array(simd.memory.buffer, layout.cosines).set(cosines);
  const [first = 0, second = 0] = radii;
  return simd.writeWords(
    layout.extrema,
    extrema,
    layout.octaves,
    layout.cosines,
    layout.scratch,
    first,
    second,
    overhang,
    ambiguity,
    middle,
    maxKeypoints,
    layout.words,
    layout.places,
  );
}
