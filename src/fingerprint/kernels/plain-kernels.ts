import { findEdgePlainly } from '../find-edge.ts';
import { describePlainly } from '../near-duplicates/description/describe-plainly.ts';
import { sumPatchesPlainly } from '../patch-sums.ts';
import type { Page } from '../raster.ts';
import {
  bytesOf,
  cellBounds,
  countKeptChannels,
  gridSize,
  hasAlphaChannel,
  type KeptChannels,
  type Kernels,
  type PageReading,
  type PageSums,
} from './kernels.ts';

/** Pixels whose canonical samples are copied at once. */
const pixelsPerPiece = 65_536;

/** The kernels in plain TypeScript: what the others are measured against, and for machines without SIMD. */
export const plainKernels: Kernels = {
  hasEqualColors,
  isOpaque,
  readPage,
  describePicture: describePlainly,
  findEdge: findEdgePlainly,
  sumPatches: sumPatchesPlainly,
  forEachRun,
};

function hasEqualColors({ channels, samples }: Page): boolean {
  if (channels <= 2) return true;
  for (let at = 0; at < samples.length; at += channels) {
    const red = samples[at];
    if (red !== samples[at + 1] || red !== samples[at + 2]) return false;
  }
  return true;
}

function isOpaque(page: Page): boolean {
  if (!hasAlphaChannel(page)) return true;
  const { channels, samples } = page;
  const opaque = samples instanceof Uint16Array ? 65_535 : 255;
  for (let at = channels - 1; at < samples.length; at += channels) {
    if (samples[at] !== opaque) return false;
  }
  return true;
}

function readPage(page: Page, kept: KeptChannels, onCanonical: (bytes: Uint8Array) => void): PageReading {
  giveCanonical(page, kept, onCanonical);
  const levels = toLevels(page, kept.colors);
  const { width, height } = page;
  const sums = {
    width,
    height,
    levelScale: levels instanceof Uint16Array ? (257 as const) : (1 as const),
    histogram: countLevels(levels),
    ...sumLevels(levels),
    ...sumLaplacians(levels, width, height),
    cells: sumCells(levels, width, height),
  };
  return { sums, intensity: { width, height, levels } };
}

function giveCanonical(page: Page, kept: KeptChannels, onCanonical: (bytes: Uint8Array) => void): void {
  const { channels, samples } = page;
  const keptChannels = countKeptChannels(kept);
  if (keptChannels === channels) {
    onCanonical(bytesOf(samples));
    return;
  }
  const pixels = samples.length / channels;
  for (let first = 0; first < pixels; first += pixelsPerPiece) {
    const end = Math.min(pixels, first + pixelsPerPiece);
    const length = (end - first) * keptChannels;
    const piece = samples instanceof Uint16Array ? new Uint16Array(length) : new Uint8Array(length);
    for (let at = first * channels, to = 0; to < length; at += channels) {
      for (let color = 0; color < kept.colors; color++) piece[to++] = samples[at + color] ?? 0;
      if (kept.alpha) piece[to++] = samples[at + channels - 1] ?? 0;
    }
    onCanonical(bytesOf(piece));
  }
}

/** The level of each pixel, in the page's own depth. */
export function toLevels({ channels, samples }: Page, colors: 1 | 3): Uint8Array | Uint16Array {
  const pixels = samples.length / channels;
  const levels = samples instanceof Uint16Array ? new Uint16Array(pixels) : new Uint8Array(pixels);
  for (let pixel = 0, at = 0; pixel < pixels; pixel++, at += channels) {
    const red = samples[at] ?? 0;
    levels[pixel] =
      colors === 1
        ? red
        : (9798 * red + 19_235 * (samples[at + 1] ?? 0) + 3735 * (samples[at + 2] ?? 0) + 16_384) >>> 15;
  }
  return levels;
}

function countLevels(levels: Uint8Array | Uint16Array): Uint32Array {
  const histogram = new Uint32Array(256);
  for (const level of levels) {
    const bin = levels instanceof Uint16Array ? Math.floor((level + 128) / 257) : level;
    histogram[bin] = (histogram[bin] ?? 0) + 1;
  }
  return histogram;
}

/** Values of one piece of pixels add up below 2⁵³, where numbers are exact; the pieces are added as big integers. */
const pixelsPerSum = 65_536;

function sumLevels(levels: Uint8Array | Uint16Array): Pick<PageSums, 'levels' | 'squaredLevels'> {
  let total = 0n;
  let squaredTotal = 0n;
  for (let first = 0; first < levels.length; first += pixelsPerSum) {
    let sum = 0;
    let squares = 0;
    for (const level of levels.subarray(first, first + pixelsPerSum)) {
      sum += level;
      squares += level * level;
    }
    total += BigInt(sum);
    squaredTotal += BigInt(squares);
  }
  return { levels: total, squaredLevels: squaredTotal };
}

function sumLaplacians(
  levels: Uint8Array | Uint16Array,
  width: number,
  height: number,
): Pick<PageSums, 'laplacians' | 'squaredLaplacians'> {
  let total = 0n;
  let squaredTotal = 0n;
  for (let row = 1; row < height - 1; row++) {
    const end = (row + 1) * width - 1;
    for (let first = row * width + 1; first < end; first += pixelsPerSum) {
      let sum = 0;
      let squares = 0;
      for (let at = first; at < Math.min(end, first + pixelsPerSum); at++) {
        const across = (levels[at - 1] ?? 0) + (levels[at + 1] ?? 0);
        const down = (levels[at - width] ?? 0) + (levels[at + width] ?? 0);
        const laplacian = across + down - 4 * (levels[at] ?? 0);
        sum += laplacian;
        squares += laplacian * laplacian;
      }
      total += BigInt(sum);
      squaredTotal += BigInt(squares);
    }
  }
  return { laplacians: total, squaredLaplacians: squaredTotal };
}

function sumCells(levels: Uint8Array | Uint16Array, width: number, height: number): Float64Array {
  const cells = new Float64Array(gridSize * gridSize);
  const [columns, rows] = [cellBounds(width), cellBounds(height)];
  for (let cell = 0; cell < cells.length; cell++) {
    const [top, bottom] = cellRange(rows, Math.floor(cell / gridSize));
    const [left, right] = cellRange(columns, cell % gridSize);
    let sum = 0;
    for (let y = top; y < bottom; y++) {
      for (let at = y * width + left; at < y * width + right; at++) sum += levels[at] ?? 0;
    }
    cells[cell] = sum;
  }
  return cells;
}

function cellRange(bounds: Uint32Array, cell: number): [from: number, to: number] {
  const from = bounds[cell] ?? 0;
  return [from, Math.max(from + 1, bounds[cell + 1] ?? 0)];
}

function forEachRun(
  { channels, samples }: Page,
  isGrey: boolean,
  onRun: (firstSample: number, pixels: number) => void,
): void {
  let first = 0;
  for (let at = channels; at < samples.length; at += channels) {
    if (samples[at] === samples[at - channels]) {
      if (isGrey) continue;
      if (samples[at + 1] === samples[at + 1 - channels] && samples[at + 2] === samples[at + 2 - channels])
        continue;
    }
    onRun(first, (at - first) / channels);
    first = at;
  }
  if (samples.length > 0) onRun(first, (samples.length - first) / channels);
}
