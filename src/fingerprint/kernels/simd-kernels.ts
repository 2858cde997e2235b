import type { IntensityPage } from '../intensity.ts';
import { patchNumbers } from '../patch-sums.ts';
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
import { plainKernels } from './plain-kernels.ts';

import { describeWithSimd } from './simd-description.ts';
import {
  bandBytes,
  binTables,
  layout,
  loadSimdModule,
  maskPeriodBytes,
  maxHeight,
  maxWidth,
  reservePage,
  type SimdExports,
} from './simd-module.ts';

/** The sums of columns are 16-bit for as many rows. */
const maxBandRows = 256;

/** The kernels in WebAssembly with SIMD instructions; undefined where the processor has none. */
export function loadSimdKernels(): Kernels | undefined {
  const simd = loadSimdModule();
  return simd && makeKernels(simd);
}

function makeKernels(simd: SimdExports): Kernels {
  /** All memory, until it grows. */
  const viewMemory = (): Uint8Array => new Uint8Array(simd.memory.buffer);

  /** Sets the bytes of each pixel that are compared; `bytes` is a multiple of the pixel's. */
  const setMask = (bytes: number, pixelBytes: number, isCompared: (byteOfPixel: number) => boolean): void => {
    const memory = viewMemory();
    for (let at = 0; at < maskPeriodBytes; at++) {
      memory[layout.pattern + at] = at < bytes && isCompared(at % pixelBytes) ? 255 : 0;
    }
  };

  /** Whether a predicate holds for one of the bands of a page. */
  const findInBands = (page: Page, isFound: (bytes: number) => boolean): boolean => {
    const memory = viewMemory();
    const bytes = bytesOf(page.samples);
    const pixelBytes = page.channels * page.samples.BYTES_PER_ELEMENT;
    const step = Math.floor(bandBytes / pixelBytes) * pixelBytes;
    for (let at = 0; at < bytes.length; at += step) {
      const band = bytes.subarray(at, at + step);
      memory.set(band, layout.input);
      if (isFound(band.length)) return true;
    }
    return false;
  };

  const hasEqualColors = (page: Page): boolean => {
    if (page.channels <= 2) return true;
    const sampleBytes = page.samples.BYTES_PER_ELEMENT;
    setMask(maskPeriodBytes, page.channels * sampleBytes, (byte) => byte < 2 * sampleBytes);
    return !findInBands(
      page,
      (bytes) => simd.hasDifference(layout.input, bytes, sampleBytes, layout.pattern) !== 0,
    );
  };

  const isOpaque = (page: Page): boolean => {
    if (!hasAlphaChannel(page)) return true;
    const sampleBytes = page.samples.BYTES_PER_ELEMENT;
    const pixelBytes = page.channels * sampleBytes;
    setMask(maskPeriodBytes, pixelBytes, (byte) => byte >= pixelBytes - sampleBytes);
    return !findInBands(page, (bytes) => simd.hasGap(layout.input, bytes, layout.pattern) !== 0);
  };

  /** Sets the bytes that `pack` takes, for pixels of which the given samples are kept. */
  const setPattern = (pixelBytes: number, sampleBytes: number, kept: readonly number[]): void => {
    const memory = viewMemory();
    const perStep = Math.floor(16 / pixelBytes);
    let to = layout.pattern;
    for (let pixel = 0; pixel < perStep; pixel++) {
      for (const sample of kept) {
        for (let byte = 0; byte < sampleBytes; byte++)
          memory[to++] = pixel * pixelBytes + sample * sampleBytes + byte;
      }
    }
  };

  const readPage = (
    page: Page,
    kept: KeptChannels,
    onCanonical: (bytes: Uint8Array) => void,
  ): PageReading => {
    const { width, height, channels, samples } = page;
    const sampleBytes = samples.BYTES_PER_ELEMENT;
    const rowBytes = width * sampleBytes;
    const isFit = width >= gridSize && height >= gridSize && width <= maxWidth && height <= maxHeight;
    if (!isFit || !reservePage(simd, rowBytes * height)) {
      return plainKernels.readPage(page, kept, onCanonical);
    }
    const { buffer } = simd.memory;
    const memory = viewMemory();
    const bins = new Uint32Array(buffer, layout.bins, binTables * 256);
    const [levelTotals, laplacianTotals] = [
      viewTotals(layout.levelTotals),
      viewTotals(layout.laplacianTotals),
    ];
    const cellRow = new Float64Array(buffer, layout.cells, gridSize);
    const isWide = sampleBytes === 2;
    const keptChannels = countKeptChannels(kept);
    const isPacked = keptChannels < channels;
    const pixelBytes = channels * sampleBytes;
    const keptBytes = keptChannels * sampleBytes;
    const bytes = bytesOf(samples);
    const bandRows = Math.max(1, Math.min(maxBandRows, Math.floor(bandBytes / (width * pixelBytes))));

    /** Copies rows into memory, gives their canonical bytes and leaves their levels in the page. */
    const readBand = (top: number, rows: number, levelsAt: number): void => {
      const pixels = rows * width;
      const band = bytes.subarray(top * width * pixelBytes, (top + rows) * width * pixelBytes);
      const canonical = keptChannels === 1 ? levelsAt : layout.packed;
      if (isPacked) {
        memory.set(band, layout.input);
        simd.pack(layout.input, canonical, pixels, pixelBytes, keptBytes, layout.pattern);
        onCanonical(memory.subarray(canonical, canonical + pixels * keptBytes));
      } else {
        memory.set(band, canonical);
      }
      if (keptChannels === 2) takeGrey(pixels, levelsAt);
      else if (keptChannels > 2 && isWide) simd.levelsOfColor16(canonical, levelsAt, pixels, keptChannels);
      else if (keptChannels === 3) simd.levelsOfColor8(canonical, levelsAt, pixels);
      else if (keptChannels === 4) simd.levelsOfColorAlpha8(canonical, levelsAt, pixels);
    };
    const takeGrey = (pixels: number, levelsAt: number): void => {
      setPattern(keptBytes, sampleBytes, [0]);
      simd.pack(layout.packed, levelsAt, pixels, keptBytes, sampleBytes, layout.pattern);
      if (isPacked) setKeptPattern();
    };
    const setKeptPattern = (): void => {
      const colors = kept.colors === 1 ? [0] : [0, 1, 2];
      setPattern(pixelBytes, sampleBytes, kept.alpha ? [...colors, channels - 1] : colors);
    };

    if (isPacked) setKeptPattern();
    else onCanonical(bytes);
    bins.fill(0);
    // The kernels also write the sums of the columns behind the last, up to the next multiple of 16.
    memory.fill(0, layout.columns, layout.columns + 4 * (width + 16));
    new Uint32Array(buffer, layout.bounds).set(cellBounds(width));
    for (const { sum, squares } of [levelTotals, laplacianTotals]) {
      sum.fill(0n);
      squares.fill(0n);
    }
    const cells = new Float64Array(gridSize * gridSize);
    const cellRows = cellBounds(height);
    let cell = 0;

    for (let top = 0; top < height; top += bandRows) {
      const rows = Math.min(bandRows, height - top);
      const bandLevels = layout.page + top * rowBytes;
      readBand(top, rows, bandLevels);
      if (isWide) simd.countLevels16(bandLevels, rows * width, layout.bins, layout.levelTotals);
      else simd.countLevels8(bandLevels, rows * width, layout.bins);

      // The last row of the band waits for the next, the last but one of the band before had waited for this.
      const firstInner = Math.max(1, top - 1);
      const endInner = top + rows - 1;
      if (endInner > firstInner) {
        const sumLaplacians = isWide ? simd.sumLaplacians16 : simd.sumLaplacians8;
        const at = bandLevels + (firstInner - top) * rowBytes;
        sumLaplacians(at, width, endInner - firstInner, layout.laplacianTotals);
      }

      const addColumns = isWide ? simd.addColumns16 : simd.addColumns8;
      for (let row = top; row < top + rows;) {
        const cellEnd = cellRows[cell + 1] ?? height;
        const end = Math.min(cellEnd, top + rows);
        addColumns(bandLevels + (row - top) * rowBytes, width, end - row, layout.columns);
        row = end;
        if (end < cellEnd) break;
        simd.foldColumns(layout.columns, layout.bounds, gridSize, layout.cells);
        cells.set(cellRow, cell * gridSize);
        cell++;
      }
    }

    simd.addBins(layout.bins);
    const histogram = bins.slice(0, 256);
    const sums: PageSums = {
      width,
      height,
      levelScale: isWide ? 257 : 1,
      histogram,
      ...(isWide
        ? { levels: levelTotals.sum[0] ?? 0n, squaredLevels: levelTotals.squares[0] ?? 0n }
        : sumHistogram(histogram)),
      laplacians: laplacianTotals.sum[0] ?? 0n,
      squaredLaplacians: laplacianTotals.squares[0] ?? 0n,
      cells,
    };
    const levels = isWide
      ? new Uint16Array(buffer, layout.page, width * height)
      : new Uint8Array(buffer, layout.page, width * height);
    return { sums, intensity: { width, height, levels } };
  };

  const viewTotals = (at: number): { sum: BigInt64Array; squares: BigUint64Array } => ({
    sum: new BigInt64Array(simd.memory.buffer, at, 1),
    squares: new BigUint64Array(simd.memory.buffer, at + 8, 1),
  });

  const forEachRun = (
    page: Page,
    isGrey: boolean,
    onRun: (firstSample: number, pixels: number) => void,
  ): void => {
    const { channels, samples } = page;
    const memory = viewMemory();
    const changes = new Uint32Array(simd.memory.buffer, layout.changes, bandBytes);
    const bytes = bytesOf(samples);
    const sampleBytes = samples.BYTES_PER_ELEMENT;
    const pixelBytes = channels * sampleBytes;
    const pixels = samples.length / channels;
    const bandPixels = Math.floor(bandBytes / pixelBytes) - 1;
    const comparedBytes = isGrey ? sampleBytes : 3 * sampleBytes;
    setMask(Math.floor(16 / pixelBytes) * pixelBytes, pixelBytes, (byte) => byte < comparedBytes);
    let runStart = 0;
    for (let first = 1; first < pixels; first += bandPixels) {
      const count = Math.min(bandPixels, pixels - first);
      // One pixel more, which the first is compared with.
      memory.set(bytes.subarray((first - 1) * pixelBytes, (first + count) * pixelBytes), layout.input);
      const at = layout.input + pixelBytes;
      const found = simd.listChanges(at, count, pixelBytes, layout.pattern, first, layout.changes);
      for (let index = 0; index < found; index++) {
        const change = changes[index] ?? 0;
        onRun(runStart * channels, change - runStart);
        runStart = change;
      }
    }
    if (pixels > 0) onRun(runStart * channels, pixels - runStart);
  };

  /** Pages of 16 bits are rare, and their decoding takes far longer than what is left to the plain kernels. */
  const isLoaded8 = ({ levels }: IntensityPage): boolean =>
    levels.buffer === simd.memory.buffer && levels instanceof Uint8Array;

  const findEdge: Kernels['findEdge'] = (page, origin, direction, step, darkest) => {
    if (!isLoaded8(page)) return plainKernels.findEdge(page, origin, direction, step, darkest);
    const { width, levels } = page;
    const found = simd.findEdge8(levels.byteOffset + origin, direction, width, step, darkest);
    return found < width ? found : undefined;
  };

  const sumPatches: Kernels['sumPatches'] = (page, corners, darkest) => {
    if (!isLoaded8(page)) return plainKernels.sumPatches(page, corners, darkest);
    const { width, levels } = page;
    const record = new Float64Array(simd.memory.buffer, layout.patchRecord, patchNumbers);
    const records = new Float64Array(corners.length * patchNumbers);
    for (const [index, { left, top }] of corners.entries()) {
      simd.sumPatch8(levels.byteOffset + top * width + left, width, darkest, layout.patchRecord);
      records.set(record, index * patchNumbers);
    }
    return records;
  };

  return {
    hasEqualColors,
    isOpaque,
    readPage,
    describePicture: (page) => describeWithSimd(simd, page),
    findEdge,
    sumPatches,
    forEachRun,
  };
}

/** 8-bit levels are bins: their sums need no pass of their own. */
function sumHistogram(histogram: Uint32Array): Pick<PageSums, 'levels' | 'squaredLevels'> {
  let levels = 0;
  let squaredLevels = 0;
  for (let level = 0; level < histogram.length; level++) {
    const pixels = histogram[level] ?? 0;
    levels += pixels * level;
    squaredLevels += pixels * level * level;
  }
  return { levels: BigInt(levels), squaredLevels: BigInt(squaredLevels) };
}
