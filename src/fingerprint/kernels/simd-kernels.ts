import type { Page } from '../raster.ts';
import {
  bytesOf,
  cellBounds,
  countKeptChannels,
  gridSize,
  hasAlphaChannel,
  type KeptChannels,
  type Kernels,
  type PageSums,
} from './kernels.ts';
import { plainKernels } from './plain-kernels.ts';
import { simdBinary } from './simd-binary.ts';

/** What `simd.as` exports; its comments say what the parameters are. */
interface SimdExports {
  readonly memory: { readonly buffer: ArrayBuffer };
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
  readonly countLevels16: (at: number, pixels: number, bins: number, totals: number) => void;
  readonly sumLaplacians8: (at: number, width: number, rows: number, totals: number) => void;
  readonly sumLaplacians16: (at: number, width: number, rows: number, totals: number) => void;
  readonly addColumns8: (at: number, width: number, rows: number, columns: number) => void;
  readonly addColumns16: (at: number, width: number, rows: number, columns: number) => void;
  readonly foldColumns: (columns: number, bounds: number, count: number, cells: number) => void;
  readonly listChanges: (
    at: number,
    pixels: number,
    pixelBytes: number,
    mask: number,
    first: number,
    list: number,
  ) => number;
}

/** Pages that are wider or higher, or smaller than the grid, are rare and left to the plain kernels. */
const maxWidth = 16_384;
const maxHeight = 1_000_000;

/** Bytes of a band, unless one row is longer: input and results stay in the processor's caches. */
const bandBytes = 32_768;
const maxRowBytes = maxWidth * 8;
/** The sums of columns are 16-bit for as many rows. */
const maxBandRows = 256;
/** Behind each region; the kernels may touch it. */
const slackBytes = 64;
const maskPeriodBytes = 48;

/** Where in the memory of 1 MiB everything lies; the first KiB is the compiler's. */
const layout = layOut(1024, {
  pattern: maskPeriodBytes,
  levelTotals: 16,
  laplacianTotals: 16,
  bounds: 4 * (gridSize + 1),
  bins: 4 * 4 * 256,
  cells: 8 * gridSize,
  columns: 4 * maxWidth,
  input: maxRowBytes,
  packed: maxRowBytes,
  levels: 2 * 2 * maxWidth + Math.max(bandBytes, 2 * maxWidth),
  changes: 4 * bandBytes,
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

/** The kernels in WebAssembly with SIMD instructions; undefined where the processor has none. */
export function loadSimdKernels(): Kernels | undefined {
  let module: object;
  try {
    module = new WebAssembly.Module(Buffer.from(simdBinary, 'base64'));
  } catch {
    return undefined;
  }
  const simd = new WebAssembly.Instance(module).exports as unknown as SimdExports;
  return makeKernels(simd, new Uint8Array(simd.memory.buffer));
}

function makeKernels(simd: SimdExports, memory: Uint8Array): Kernels {
  const { buffer } = simd.memory;
  const bins = new Uint32Array(buffer, layout.bins, 4 * 256);
  const columns = new Uint32Array(buffer, layout.columns, maxWidth + slackBytes / 4);
  const cellRow = new Float64Array(buffer, layout.cells, gridSize);
  const bounds = new Uint32Array(buffer, layout.bounds, gridSize + 1);
  const changes = new Uint32Array(buffer, layout.changes, bandBytes);
  const [levelTotals, laplacianTotals] = [layout.levelTotals, layout.laplacianTotals].map((at) => ({
    sum: new BigInt64Array(buffer, at, 1),
    squares: new BigUint64Array(buffer, at + 8, 1),
  }));
  if (!levelTotals || !laplacianTotals) throw new Error('the totals are missing');

  /** Sets the bytes of each pixel that are compared; `bytes` is a multiple of the pixel's. */
  const setMask = (bytes: number, pixelBytes: number, isCompared: (byteOfPixel: number) => boolean): void => {
    for (let at = 0; at < maskPeriodBytes; at++) {
      memory[layout.pattern + at] = at < bytes && isCompared(at % pixelBytes) ? 255 : 0;
    }
  };

  /** Whether a predicate holds for one of the bands of a page. */
  const findInBands = (page: Page, isFound: (bytes: number) => boolean): boolean => {
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
    const perStep = Math.floor(16 / pixelBytes);
    let to = layout.pattern;
    for (let pixel = 0; pixel < perStep; pixel++) {
      for (const sample of kept) {
        for (let byte = 0; byte < sampleBytes; byte++)
          memory[to++] = pixel * pixelBytes + sample * sampleBytes + byte;
      }
    }
  };

  const sumPage = (page: Page, kept: KeptChannels, onCanonical: (bytes: Uint8Array) => void): PageSums => {
    const { width, height, channels, samples } = page;
    if (width < gridSize || height < gridSize || width > maxWidth || height > maxHeight) {
      return plainKernels.sumPage(page, kept, onCanonical);
    }
    const sampleBytes = samples.BYTES_PER_ELEMENT;
    const isWide = sampleBytes === 2;
    const keptChannels = countKeptChannels(kept);
    const isPacked = keptChannels < channels;
    const pixelBytes = channels * sampleBytes;
    const keptBytes = keptChannels * sampleBytes;
    const rowBytes = width * sampleBytes;
    const bytes = bytesOf(samples);
    const bandRows = Math.max(1, Math.min(maxBandRows, Math.floor(bandBytes / (width * pixelBytes))));
    const bandLevels = layout.levels + 2 * rowBytes;

    /** Copies rows into memory, gives their canonical bytes and leaves their levels at `bandLevels`. */
    const readBand = (top: number, rows: number): void => {
      const pixels = rows * width;
      const band = bytes.subarray(top * width * pixelBytes, (top + rows) * width * pixelBytes);
      const canonical = keptChannels === 1 ? bandLevels : layout.packed;
      if (isPacked) {
        memory.set(band, layout.input);
        simd.pack(layout.input, canonical, pixels, pixelBytes, keptBytes, layout.pattern);
        onCanonical(memory.subarray(canonical, canonical + pixels * keptBytes));
      } else {
        memory.set(band, canonical);
      }
      if (keptChannels === 2) takeGrey(pixels);
      else if (keptChannels > 2 && isWide) simd.levelsOfColor16(canonical, bandLevels, pixels, keptChannels);
      else if (keptChannels === 3) simd.levelsOfColor8(canonical, bandLevels, pixels);
      else if (keptChannels === 4) simd.levelsOfColorAlpha8(canonical, bandLevels, pixels);
    };
    const takeGrey = (pixels: number): void => {
      setPattern(keptBytes, sampleBytes, [0]);
      simd.pack(layout.packed, bandLevels, pixels, keptBytes, sampleBytes, layout.pattern);
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
    columns.fill(0, 0, width + 16);
    bounds.set(cellBounds(width));
    for (const { sum, squares } of [levelTotals, laplacianTotals]) {
      sum.fill(0n);
      squares.fill(0n);
    }
    const cells = new Float64Array(gridSize * gridSize);
    const cellRows = cellBounds(height);
    let cell = 0;

    for (let top = 0; top < height; top += bandRows) {
      const rows = Math.min(bandRows, height - top);
      readBand(top, rows);
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
      const bandEnd = bandLevels + rows * rowBytes;
      memory.copyWithin(layout.levels, bandEnd - 2 * rowBytes, bandEnd);
    }

    const histogram = Uint32Array.from({ length: 256 }, (_, bin) => {
      return (bins[bin] ?? 0) + (bins[bin + 256] ?? 0) + (bins[bin + 512] ?? 0) + (bins[bin + 768] ?? 0);
    });
    return {
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
  };

  const forEachRun = (
    page: Page,
    isGrey: boolean,
    onRun: (firstSample: number, pixels: number) => void,
  ): void => {
    const { channels, samples } = page;
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

  return { hasEqualColors, isOpaque, sumPage, forEachRun };
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
