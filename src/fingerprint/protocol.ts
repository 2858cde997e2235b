import type { DecodeFailure, ImageFingerprint, MaskFingerprint, MaskPalette } from '../model/fingerprint.ts';
import type { ThumbnailOutcome } from '../model/thumbnail.ts';
import type { DescribedImage } from './fingerprint-image.ts';
import type { PixelsAnswer } from './hash-pixels.ts';
import type { PackedDescription } from './near-duplicates/packed-description.ts';
import type { DecodeLimits } from './raster.ts';

/** What every job of a worker shares; the first message it gets. */
export interface WorkerSettings {
  readonly limits: DecodeLimits;
  readonly palette: MaskPalette | undefined;
  /** Whether images are described for the search for near-duplicates. */
  readonly describesImages: boolean;
}

interface FileJob {
  readonly absolutePath: string;
  /** Real path of the folder that the file must lie in, once links are followed. */
  readonly folder: string;
}

export interface FingerprintJob extends FileJob {
  /** `pixels`: nothing but their hash, see `tellPixelsApart`. */
  readonly role: 'image' | 'mask' | 'pixels';
}

export interface ThumbnailJob extends FileJob {
  readonly role: 'image-thumbnail' | 'mask-thumbnail';
  /** Pixels of a side of the square that it is to fit in. */
  readonly edge: number;
  /** EXIF orientation that an image is turned by, in place of its own. */
  readonly orientation?: number;
}

export type Job = FingerprintJob | ThumbnailJob;

/** What a worker makes of a file whose fingerprint, or the hash of whose pixels, is wanted. */
export type Answer = DescribedImage | MaskFingerprint | PixelsAnswer | DecodeFailure;

/** The same on its way between the processes. */
export type PackedAnswer = PackedImage | MaskFingerprint | PixelsAnswer | DecodeFailure;

export interface PackedImage extends ImageFingerprint {
  readonly description?: PackedDescription;
}

/** From the pool to a worker: settings once, then jobs, which the worker answers one by one in their order. */
export type WorkerInput = { readonly settings: WorkerSettings } | { readonly job: Job };

/** From a worker to the pool: ready (or unable to decode anything) once, then an answer a job. */
export type WorkerOutput<A = PackedAnswer | ThumbnailOutcome> =
  { readonly ready: true } | { readonly unavailable: string } | { readonly answer: A };
