import type { Box } from './annotation.ts';
import type { DecodeFailure } from './fingerprint.ts';

/** The first page of an image, made small to be looked at. */
export interface ImageThumbnail {
  readonly kind: 'image-thumbnail';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel, 0–255, rows from top to bottom. */
  readonly colors: Uint8Array;
  /** Pages of the file. */
  readonly pages: number;
  /** Of an image of more than 8 bits: the stored values that are shown as black and as white. */
  readonly window?: { readonly low: number; readonly high: number };
}

/** The first page of a mask, made small. */
export interface MaskThumbnail {
  readonly kind: 'mask-thumbnail';
  readonly width: number;
  readonly height: number;
  /** Place of each pixel's value in the palette that the mask was read with, -1 for a value of no place. */
  readonly places: Int16Array;
}

export type Thumbnail = ImageThumbnail | MaskThumbnail;
export type ThumbnailOutcome = Thumbnail | DecodeFailure;

/** An object that an annotation marks, in shares of the image's width and height. */
export interface Outline {
  readonly className: string;
  readonly box: Box;
  /** Each as x, y, x, y, …; empty where the object is a box. */
  readonly polygons: readonly (readonly number[])[];
}
