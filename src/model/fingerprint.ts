/** What one decode of an image yields. Intensities are grey levels 0–255; 16-bit samples are divided by 257. */
export interface ImageFingerprint {
  readonly kind: 'image';
  /** SHA-256 of the file's bytes, hex. */
  readonly bytesHash: string;
  /**
   * Hex; the same for two pictures of a dataset exactly where their pixels are, with size, channels and depth. An opaque
   * alpha channel and three equal colour channels are dropped first, so that one picture stored as grey, RGB or RGBA has
   * one hash. Where files share it that differ in their bytes, it is SHA-256 of the pixels; elsewhere of sums over them.
   */
  readonly pixelsHash: string;
  /** By content, not by name: `png`, `jpeg`, `tiff`, `webp`, `gif`, `bmp`. */
  readonly format: ImageFormat;
  /** Pixels, as stored (before EXIF orientation). */
  readonly width: number;
  /** Pixels of one page, as stored. */
  readonly height: number;
  readonly pages: number;
  /** As stored, alpha included. */
  readonly channels: number;
  readonly bitDepth: number;
  /** EXIF orientation 1–8; 1 where the file says nothing. */
  readonly orientation: number;
  readonly hasAlpha: boolean;
  /** Mean intensity over all pages. */
  readonly mean: number;
  /** Population standard deviation of intensity. */
  readonly deviation: number;
  /** Intensity at the 1st, 5th, 25th, 50th, 75th, 95th and 99th percentile, from the histogram. */
  readonly percentiles: readonly number[];
  /** Pixels per intensity; 256 bins. */
  readonly histogram: Uint32Array;
  /** Variance of the 4-neighbour Laplacian of intensity: higher is sharper, noise counts as sharpness. */
  readonly sharpness: number;
  /** 64-bit perceptual hash, 16 hex digits: sign of the 8 × 8 lowest DCT terms of a 32 × 32 reduction against their median. */
  readonly perceptualHash: string;
  readonly features: ImageFeatures;
}

/**
 * How a picture was taken, stored and exposed, whatever it shows; of the first page. Levels are grey levels 0–255.
 * Texture is measured at full resolution in up to 16 squares of 16 pixels, spread evenly over the field of view and at
 * columns and rows that are multiples of 8; it is 0 (or as said below) where no square fits or all of them are black.
 */
export interface ImageFeatures {
  /**
   * Share of the pixels in the field of view, 0–1: in each row, from the first of two neighbours that are not black to
   * the last. The rest is padding. Black is an eighth of the 99th percentile, at most 8.
   */
  readonly fieldShare: number;
  /** Extent of the field of view, pixels; 0 where all is black. */
  readonly fieldWidth: number;
  readonly fieldHeight: number;
  /** Of the levels in the field of view, as are the next six. */
  readonly mean: number;
  /** Population standard deviation. */
  readonly deviation: number;
  /** 5th percentile. */
  readonly low: number;
  readonly median: number;
  /** 95th percentile. */
  readonly high: number;
  /** Share of black levels (as above) within the field of view, 0–1. */
  readonly blackShare: number;
  /** Share of levels from 250 on, 0–1. */
  readonly saturatedShare: number;
  /** Standard deviation of noise, levels, by Immerkær 1996 (doi:10.1006/cviu.1996.0060); fine texture counts, too. */
  readonly noise: number;
  /**
   * Root mean square of what is lost when squares of two by two pixels are averaged, levels: of the picture, and of the
   * picture averaged 1, 2 and 3 times before. Structures of about 1, 2, 4 and 8 pixels.
   */
  readonly detail: readonly [number, number, number, number];
  /**
   * Speckle: the lower quartile over blocks of 8 × 8 pixels of deviation / mean, the coefficient of variation that a
   * homogeneous region has (Lopes et al. 1990, doi:10.1109/36.62623).
   */
  readonly speckle: number;
  /** Correlation of levels with those 1 and 2 pixels on, along rows and columns, −1 to 1; 1 where nothing varies. */
  readonly correlation: readonly [number, number];
  /** Root mean square of the difference of neighbours, levels a pixel. */
  readonly gradient: number;
  /**
   * Exponent β of the power spectrum, power ∝ frequency^β, by the least squares line through `detail`: 0 for white noise,
   * about −2 for photographs of nature (Field 1987, doi:10.1364/JOSAA.4.002379), lower where blurred. By octaves of
   * averages, not by a Fourier transform. 0 where nothing varies.
   */
  readonly spectralSlope: number;
  /** Difference of neighbours across the 8 × 8 grid of JPEG, in that of other neighbours; 1 without a grid. */
  readonly blocking: number;
  /** Colourfulness by Hasler and Süsstrunk 2003 (doi:10.1117/12.477378); 0 for grey, from 60 on strong. */
  readonly colorfulness: number;
  /** Mean of red less green, and of the mean of both less blue; levels, −255 to 255. */
  readonly redness: number;
  readonly yellowness: number;
}

/** What one decode of a mask yields, measured against the declared classes. */
export interface MaskFingerprint {
  readonly kind: 'mask';
  readonly bytesHash: string;
  readonly format: ImageFormat;
  readonly width: number;
  readonly height: number;
  readonly pages: number;
  readonly orientation: number;
  /** Pixels over all pages. */
  readonly pixels: number;
  /** Pixels per declared value, in the order of the palette the mask was read with. Colours go to the nearest. */
  readonly counts: readonly number[];
  /** Pixels whose value is exactly no declared one. */
  readonly offPalette: number;
  /** Distinct values in the mask, counted up to 65,536. */
  readonly distinct: number;
  /** The most frequent undeclared values with their pixels, at most 32: `#rrggbb` or an index. */
  readonly strays: readonly { readonly value: string; readonly pixels: number }[];
  /** Bits a channel, as stored. */
  readonly bitDepth: number;
  /** Whether the file is of a kind that changes values: JPEG, lossy WebP. */
  readonly isLossy: boolean;
  /**
   * SHA-256 of the declared value of each pixel, hex: equal for one mask stored in two ways. Absent where the mask
   * has more runs of equal values than are kept.
   */
  readonly labelHash?: string;
  /** Declared value (place in `counts`, -1 for none) at the middle of each of 32 × 32 cells of the first page. */
  readonly grid: Int16Array;
  /**
   * Changes of value within rows of the first page, and those at columns that are multiples of 8, where the blocks of
   * JPEG and WebP begin: an eighth, where nothing favours them. 0 where `shapes` is empty.
   */
  readonly steps: { readonly count: number; readonly onGrid: number };
  /** What each class looks like, by place; empty for several pages or more runs than are kept. */
  readonly shapes: readonly ClassShape[];
  /** Present where a pixel is off the palette. */
  readonly deviations?: MaskDeviations;
  /** Present where an alpha channel is not opaque everywhere. */
  readonly alpha?: MaskAlpha;
  /** Of an indexed PNG read by indices: pixels whose palette entry is a grey that is declared. */
  readonly throughPalette?: number;
  /** Present where the mask holds so many values that it may be none: what it is, taken as a picture. */
  readonly picture?: { readonly pixelsHash: string; readonly perceptualHash: string };
}

/** The connected parts of one declared value, other than the background; diagonal neighbours are connected. */
export interface ClassShape {
  /** Index into `MaskFingerprint.counts`. */
  readonly place: number;
  readonly parts: number;
  /** The largest parts, at most two: their pixels and their centres as shares of width and height. */
  readonly largest: readonly { readonly pixels: number; readonly x: number; readonly y: number }[];
  /** Pixels of the smallest parts, ascending, at most 16. */
  readonly smallest: readonly number[];
  /** Parts of the background (neighbours by sides alone) that this class alone surrounds. */
  readonly holes: number;
  /** Pixels of the smallest holes, ascending, at most 16. */
  readonly smallestHoles: readonly number[];
  /** Pixels on the outermost rows and columns. */
  readonly borderPixels: number;
  /**
   * Pixels in runs of at most two along a row between a lower and a higher index: where this is most of a class,
   * interpolation has made it out of two others. 0 for colours.
   */
  readonly between: number;
  /** Pixels in runs of at most two along a row between two of the same other value: many are noise. 0 for colours. */
  readonly isolated: number;
  /** First and last columns and rows. */
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
}

/** What the pixels off the palette look like, to tell how they came to be. */
export interface MaskDeviations {
  /** Pixels of the whole mask that are off the palette when red and blue are exchanged. */
  readonly swapped: number;
  /** Undeclared pixels within a Euclidean distance of 32 of a declared colour, or an index of 8. */
  readonly near: number;
  /** Undeclared pixels that lie between two declared values of the mask, within rounding. */
  readonly blended: number;
  /** Undeclared pixels of the first page that were looked at in place; those below are parts of them. */
  readonly placed: number;
  /** With a pixel of another declared value within two pixels along the row or column. */
  readonly atBoundary: number;
  /** Whose four neighbours have the same value. */
  readonly flat: number;
  /** Neighbours in a row of which one is undeclared, and those whose right one is in a column that is a multiple of 8. */
  readonly edges: number;
  readonly edgesOnGrid: number;
}

/** What an alpha channel holds. */
export interface MaskAlpha {
  /** Distinct values, 1–256; 16-bit values by their higher byte. */
  readonly distinct: number;
  /** Pixels whose alpha is 0. */
  readonly transparent: number;
  /** Of those, pixels whose colour is read as something else than the background. */
  readonly transparentLabelled: number;
}

export const percentileRanks = [1, 5, 25, 50, 75, 95, 99] as const;

export type ImageFormat = 'png' | 'jpeg' | 'tiff' | 'webp' | 'gif' | 'bmp';

/** Why a file has no fingerprint. */
export type DecodeFault =
  | 'missing'
  | 'empty'
  | 'pointer'
  | 'unknown-format'
  | 'unsupported-format'
  | 'too-large'
  | 'too-many-pixels'
  | 'corrupt'
  | 'timeout'
  | 'crash';

export interface DecodeFailure {
  readonly kind: 'failure';
  readonly fault: DecodeFault;
  /** The decoder's own words or the figure that was exceeded; from hostile input, bounded to 200 characters. */
  readonly detail: string;
}

export type ImageOutcome = ImageFingerprint | DecodeFailure;
export type MaskOutcome = MaskFingerprint | DecodeFailure;

/** How the values of a mask are read: colours or indices, in the order of `MaskFingerprint.counts`. */
export type MaskPalette =
  | {
      readonly kind: 'color';
      readonly colors: readonly (readonly [red: number, green: number, blue: number])[];
    }
  | { readonly kind: 'index'; readonly indices: readonly number[] };
