import type { DecodeFailure, ImageFingerprint, MaskFingerprint, MaskPalette } from '../model/fingerprint.ts';
import type { ThumbnailOutcome } from '../model/thumbnail.ts';
import type { PixelsAnswer } from './hash-pixels.ts';
import type { PackedDescription } from './near-duplicates/description/packed-description.ts';
import type { PictureDescription } from './near-duplicates/description/picture-description.ts';
import type { DecodeLimits } from './raster.ts';

/** What every job of a worker shares; the first message it gets. */
export interface WorkerSettings {
  readonly limits: DecodeLimits;
  readonly palette: MaskPalette | undefined;
  /** Whether images are described for the search for near-duplicates. */
  readonly describesImages: boolean;
  /**
   * Where given, fingerprints come with the file's identity, and those of known contents are left out: SHA-256 of the
   * contents, 32 bytes each.
   */
  readonly known?: Readonly<Record<'image' | 'mask', Uint8Array>>;
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

/** The fingerprint of an image and, where it was asked for, what the search for near-duplicates needs of it. */
export interface ImageAnswer {
  readonly kind: 'image';
  readonly image: ImageFingerprint;
  readonly description?: PictureDescription;
}

export type Fingerprint = ImageAnswer | MaskFingerprint;

/** What a worker makes of a file whose fingerprint, or the hash of whose pixels, is wanted. */
export type Answer = Fingerprint | PixelsAnswer | DecodeFailure;

/** What the content of a file is known by. */
export interface FileIdentity {
  /** SHA-256 of the bytes, hex. */
  readonly bytesHash: string;
  /** The id that git gives the bytes, SHA-1, hex. */
  readonly blobId: string;
  readonly bytes: number;
}

/** An answer with what it is of; without a fingerprint where that is known. */
export interface Identified {
  readonly kind: 'identified';
  readonly identity: FileIdentity;
  readonly answer?: Fingerprint;
}

/** The same on their way between the processes. */
export type PackedFingerprint = PackedImage | MaskFingerprint;
export type PackedAnswer = PackedFingerprint | PixelsAnswer | DecodeFailure;

export interface PackedIdentified extends Omit<Identified, 'answer'> {
  readonly answer?: PackedFingerprint;
}

export interface PackedImage extends Omit<ImageAnswer, 'description'> {
  readonly description?: PackedDescription;
}

/** From the pool to a worker: settings once, then jobs, which the worker answers one by one in their order. */
export type WorkerInput = { readonly settings: WorkerSettings } | { readonly job: Job };

/** From a worker to the pool: ready (or unable to decode anything) once, then an answer a job. */
export type WorkerOutput<A = PackedAnswer | PackedIdentified | ThumbnailOutcome> =
  { readonly ready: true } | { readonly unavailable: string } | { readonly answer: A };
