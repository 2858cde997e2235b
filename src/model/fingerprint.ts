/** What one decode of an image yields. Intensities are grey levels 0–255; 16-bit samples are divided by 257. */
export interface ImageFingerprint {
  readonly kind: 'image';
  /** SHA-256 of the file's bytes, hex. */
  readonly bytesHash: string;
  /**
   * SHA-256 of the decoded pixels with their size, channels and depth, hex. An opaque alpha channel and
   * three equal colour channels are dropped first, so that one picture stored as grey, RGB or RGBA has one hash.
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
  /** The most frequent undeclared values with their pixels, at most eight: `#rrggbb` or an index. */
  readonly strays: readonly { readonly value: string; readonly pixels: number }[];
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
