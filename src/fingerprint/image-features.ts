import type { ImageFeatures } from '../model/fingerprint.ts';
import { findFieldOfView } from './field-of-view.ts';
import type { PageReading } from './kernels/kernels.ts';
import { measureTexture } from './patch-texture.ts';
import type { Page } from './raster.ts';
import { measureTint } from './tint.ts';

/** Black is at most this: JPEG leaves ripples of as much around what is black. */
const blackest = 8;
const saturated = 250;

/**
 * How a page was taken, stored and exposed. It looks at some tens of thousands of pixels at most, however large the page.
 * @param reading of the same page
 */
export function measureFeatures(page: Page, { sums, intensity }: PageReading): ImageFeatures {
  const { histogram, levelScale } = sums;
  // Of 12-bit samples stored as 16-bit ones, everything lies below 16.
  const black = Math.min(blackest, quantileLevel(histogram, 0.99) / 8);
  const darkest = Math.floor(black * levelScale);
  const field = findFieldOfView(intensity, darkest);
  return {
    fieldShare: field.share,
    fieldWidth: field.right - field.left,
    fieldHeight: field.bottom - field.top,
    ...summarizeLevels(withoutPadding(histogram, field.share, black), black),
    ...measureTexture(intensity, field, darkest, levelScale),
    ...measureTint(page),
  };
}

/** The histogram without as many black pixels as there are in the padding, which holds no others to speak of. */
function withoutPadding(histogram: Uint32Array, fieldShare: number, black: number): number[] {
  const pixels = sumBins(histogram, 0, histogram.length);
  const dark = sumBins(histogram, 0, Math.floor(black) + 1);
  const isPadded = fieldShare > 0 && dark > 0;
  // A picture that is all black is no padding.
  const kept = isPadded ? Math.max(0, 1 - ((1 - fieldShare) * pixels) / dark) : 1;
  return Array.from(histogram, (count, level) => (level <= black ? count * kept : count));
}

type LevelFacts = Pick<
  ImageFeatures,
  'mean' | 'deviation' | 'low' | 'median' | 'high' | 'blackShare' | 'saturatedShare'
>;

function summarizeLevels(histogram: readonly number[], black: number): LevelFacts {
  const pixels = sumBins(histogram, 0, histogram.length);
  let sum = 0;
  let squares = 0;
  for (let level = 0; level < histogram.length; level++) {
    const weighted = (histogram[level] ?? 0) * level;
    sum += weighted;
    squares += weighted * level;
  }
  const mean = sum / pixels;
  return {
    mean,
    deviation: Math.sqrt(Math.max(0, squares / pixels - mean ** 2)),
    low: quantileLevel(histogram, 0.05),
    median: quantileLevel(histogram, 0.5),
    high: quantileLevel(histogram, 0.95),
    blackShare: sumBins(histogram, 0, Math.floor(black) + 1) / pixels,
    saturatedShare: sumBins(histogram, saturated, histogram.length) / pixels,
  };
}

/** The lowest level that at least a share of the pixels does not exceed. */
function quantileLevel(histogram: ArrayLike<number>, share: number): number {
  const wanted = share * sumBins(histogram, 0, histogram.length);
  let seen = 0;
  for (let level = 0; level < histogram.length; level++) {
    seen += histogram[level] ?? 0;
    if (seen >= wanted) return level;
  }
  return histogram.length - 1;
}

function sumBins(histogram: ArrayLike<number>, from: number, end: number): number {
  let sum = 0;
  for (let level = from; level < end; level++) sum += histogram[level] ?? 0;
  return sum;
}
