import type { IntensityPage } from '../intensity.ts';
import type { PictureDescription } from '../near-duplicates/description/picture-description.ts';
import type { PatchCorner } from '../patch-sums.ts';
import type { Page } from '../raster.ts';

/** Cells a side of the grid that a page is summed over. */
export const gridSize = 32;

/** What is left of each pixel once what carries no information is taken away. */
export interface KeptChannels {
  /** One when the colour channels are equal everywhere. */
  readonly colors: 1 | 3;
  /** False also when it is opaque everywhere. */
  readonly alpha: boolean;
}

/**
 * What one pass over a page sums up. Everything is an exact integer, the same on every machine. Levels are the
 * luma of ITU-R BT.601 in the page's own depth (0–255 or 0–65,535), rounded as OpenCV's COLOR_RGB2GRAY does:
 * (9798 red + 19235 green + 3735 blue + 16384) / 32768; the grey value itself where the colours are equal.
 */
export interface PageSums {
  readonly width: number;
  readonly height: number;
  /** 1 for 8-bit pages, 257 for 16-bit pages: what a level is divided by for 0–255. */
  readonly levelScale: 1 | 257;
  /** Pixels by level; 256 bins, 16-bit levels rounded to the nearest of 257. */
  readonly histogram: Uint32Array;
  readonly levels: bigint;
  readonly squaredLevels: bigint;
  /** Of the 4-neighbour Laplacian of the levels over inner pixels: all but the outermost rows and columns. */
  readonly laplacians: bigint;
  readonly squaredLaplacians: bigint;
  /**
   * Sums of levels over `gridSize` × `gridSize` cells, row by row, at most 2⁵³. Cell c of a side of n pixels is
   * [⌊c n / gridSize⌋, ⌊(c + 1) n / gridSize⌋), or the one pixel at its start where that is empty.
   */
  readonly cells: Float64Array;
}

/** What one pass over a page yields. */
export interface PageReading {
  readonly sums: PageSums;
  /** Valid until the next page is read: it may lie in memory that the kernels share. */
  readonly intensity: IntensityPage;
}

/** The loops over every pixel. All implementations give the same, to the last bit. */
export interface Kernels {
  /** Whether red, green and blue are equal everywhere; true for grey pages. */
  hasEqualColors(page: Page): boolean;
  /** Whether alpha is at its maximum everywhere; true for pages without alpha. */
  isOpaque(page: Page): boolean;
  /**
   * @param onCanonical gets the bytes of the kept channels, interleaved, in one or several pieces, in order; a
   * piece is valid only during the call
   */
  readPage(page: Page, kept: KeptChannels, onCanonical: (bytes: Uint8Array) => void): PageReading;
  /** Describes a picture for the search for near-duplicates; fastest for the page that was read last. */
  describePicture(page: IntensityPage): PictureDescription;
  /** As `findEdgePlainly`; fastest for the page that was read last. */
  findEdge(
    page: IntensityPage,
    origin: number,
    direction: 1 | -1,
    step: number,
    darkest: number,
  ): number | undefined;
  /** As `sumPatchesPlainly`; fastest for the page that was read last. */
  sumPatches(page: IntensityPage, corners: readonly PatchCorner[], darkest: number): Float64Array;
  /**
   * Calls `onRun` once for each run of equal colours (of the first channel alone where `isGrey`), in order; a run
   * may go on in the next row.
   * @param onRun index of the run's first sample in `page.samples`, and its pixels
   */
  forEachRun(page: Page, isGrey: boolean, onRun: (firstSample: number, pixels: number) => void): void;
}

/** First pixel of each cell, and the end of the last. */
export function cellBounds(length: number): Uint32Array {
  const bounds = new Uint32Array(gridSize + 1);
  for (let cell = 0; cell <= gridSize; cell++) bounds[cell] = Math.floor((cell * length) / gridSize);
  return bounds;
}

export function hasAlphaChannel({ channels }: Page): boolean {
  return channels === 2 || channels === 4;
}

export function countKeptChannels({ colors, alpha }: KeptChannels): number {
  return colors + (alpha ? 1 : 0);
}

export function bytesOf(samples: Page['samples']): Uint8Array {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
}
