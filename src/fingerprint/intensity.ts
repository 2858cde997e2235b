import { percentileRanks } from '../model/fingerprint.ts';
import type { Page } from './raster.ts';

/** One page in grey levels 0–255, rows from top to bottom. */
export interface IntensityPage {
  readonly width: number;
  readonly height: number;
  /** Fractions are kept for 16-bit and colour pages. */
  readonly levels: Uint8Array | Float32Array;
}

/**
 * Grey levels of a page: luma of ITU-R BT.601 for colour, 16-bit samples divided by 257, alpha ignored.
 */
export function toIntensity({ width, height, channels, samples }: Page): IntensityPage {
  if (channels === 1 && samples instanceof Uint8Array) return { width, height, levels: samples };
  const scale = samples instanceof Uint16Array ? 1 / 257 : 1;
  const levels = new Float32Array(width * height);
  if (channels <= 2) {
    for (let pixel = 0; pixel < levels.length; pixel++)
      levels[pixel] = (samples[pixel * channels] ?? 0) * scale;
  } else {
    for (let pixel = 0, at = 0; pixel < levels.length; pixel++, at += channels) {
      const luma =
        0.299 * (samples[at] ?? 0) + 0.587 * (samples[at + 1] ?? 0) + 0.114 * (samples[at + 2] ?? 0);
      levels[pixel] = luma * scale;
    }
  }
  return { width, height, levels };
}

export interface IntensityFacts {
  readonly mean: number;
  /** Population standard deviation. */
  readonly deviation: number;
  readonly histogram: Uint32Array;
  /** At `percentileRanks`. */
  readonly percentiles: number[];
}

/** Mean, deviation and 256-bin histogram (levels rounded to the nearest bin) over all pages. */
export function summarizeIntensity(pages: readonly IntensityPage[]): IntensityFacts {
  const histogram = new Uint32Array(256);
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (const { levels } of pages) {
    count += levels.length;
    const bins = new Uint32Array(256);
    if (levels instanceof Uint8Array) {
      for (const level of levels) bins[level] = (bins[level] ?? 0) + 1;
    } else {
      for (const level of levels) {
        const bin = Math.round(level);
        bins[bin] = (bins[bin] ?? 0) + 1;
        sum += level;
        squares += level * level;
      }
    }
    bins.forEach((pixels, level) => {
      histogram[level] = (histogram[level] ?? 0) + pixels;
      if (levels instanceof Uint8Array) {
        sum += pixels * level;
        squares += pixels * level * level;
      }
    });
  }
  const mean = sum / count;
  return {
    mean,
    deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)),
    histogram,
    percentiles: percentileRanks.map((rank) => percentileOf(histogram, count, rank)),
  };
}

/** The lowest level that at least `rank` per cent of the pixels do not exceed (the inverse of the empirical CDF). */
function percentileOf(histogram: Uint32Array, count: number, rank: number): number {
  const wanted = Math.max(1, Math.ceil((count * rank) / 100));
  let seen = 0;
  for (let level = 0; level < histogram.length; level++) {
    seen += histogram[level] ?? 0;
    if (seen >= wanted) return level;
  }
  return histogram.length - 1;
}

/**
 * Variance of the 4-neighbour Laplacian over the inner pixels of the first page, a common focus measure
 * (Pech-Pacheco et al. 2000, doi:10.1109/ICPR.2000.903548). Zero for pages without inner pixels.
 */
export function measureSharpness({ width, height, levels }: IntensityPage): number {
  const count = (width - 2) * (height - 2);
  if (width < 3 || height < 3) return 0;
  let sum = 0;
  let squares = 0;
  for (let row = 1; row < height - 1; row++) {
    const start = row * width;
    let left = levels[start] ?? 0;
    let center = levels[start + 1] ?? 0;
    for (let at = start + 1; at < start + width - 1; at++) {
      const right = levels[at + 1] ?? 0;
      const laplacian = (levels[at - width] ?? 0) + (levels[at + width] ?? 0) + left + right - 4 * center;
      sum += laplacian;
      squares += laplacian * laplacian;
      left = center;
      center = right;
    }
  }
  const mean = sum / count;
  return Math.max(0, squares / count - mean * mean);
}
