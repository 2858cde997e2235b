import { percentileRanks } from '../model/fingerprint.ts';
import type { PageSums } from './kernels/kernels.ts';
import { toLevels } from './kernels/plain-kernels.ts';
import type { Page } from './raster.ts';

/** One page in grey levels, rows from top to bottom. */
export interface IntensityPage {
  readonly width: number;
  readonly height: number;
  /** 0–255, or 0–65,535 for 16-bit pages. */
  readonly levels: Uint8Array | Uint16Array;
}

/** Grey levels of a page: luma for colour, alpha ignored. */
export function toIntensity(page: Page): IntensityPage {
  const { width, height, channels } = page;
  return { width, height, levels: toLevels(page, channels <= 2 ? 1 : 3) };
}

export interface IntensityFacts {
  readonly mean: number;
  /** Population standard deviation. */
  readonly deviation: number;
  readonly histogram: Uint32Array;
  /** At `percentileRanks`. */
  readonly percentiles: number[];
}

/** Adds up pages, of which hostile files have many, to what is told of them all, in grey levels 0–255. */
export class IntensityTally {
  readonly #histogram = new Uint32Array(256);
  #pixels = 0n;
  #levels = 0n;
  #squaredLevels = 0n;
  #levelScale = 1;

  /** @param page of the same depth as the others */
  add(page: PageSums): void {
    this.#pixels += BigInt(page.width * page.height);
    this.#levels += page.levels;
    this.#squaredLevels += page.squaredLevels;
    this.#levelScale = page.levelScale;
    for (let bin = 0; bin < this.#histogram.length; bin++) {
      this.#histogram[bin] = (this.#histogram[bin] ?? 0) + (page.histogram[bin] ?? 0);
    }
  }

  summarize(): IntensityFacts {
    const pixels = Number(this.#pixels);
    const variance = varianceOf(this.#pixels, this.#levels, this.#squaredLevels);
    return {
      mean: Number(this.#levels) / pixels / this.#levelScale,
      deviation: Math.sqrt(variance) / this.#levelScale,
      histogram: this.#histogram,
      percentiles: percentileRanks.map((rank) => percentileOf(this.#histogram, pixels, rank)),
    };
  }
}

/**
 * Variance of the 4-neighbour Laplacian over the inner pixels of a page, in grey levels 0–255, a common focus
 * measure (Pech-Pacheco et al. 2000, doi:10.1109/ICPR.2000.903548). Zero for pages without inner pixels.
 */
export function measureSharpness(page: PageSums): number {
  const { width, height, laplacians, squaredLaplacians, levelScale } = page;
  if (width < 3 || height < 3) return 0;
  const pixels = BigInt((width - 2) * (height - 2));
  return varianceOf(pixels, laplacians, squaredLaplacians) / levelScale ** 2;
}

/** The difference is taken between integers: between rounded numbers it would lose the digits that count. */
function varianceOf(count: bigint, sum: bigint, squares: bigint): number {
  return Number(count * squares - sum * sum) / Number(count) ** 2;
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
