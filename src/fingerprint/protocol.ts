import type { DecodeFailure, MaskFingerprint, MaskPalette } from '../model/fingerprint.ts';
import type { DescribedImage } from './fingerprint-image.ts';
import type { DecodeLimits } from './raster.ts';

/** What every job of a worker shares; the first message it gets. */
export interface WorkerSettings {
  readonly limits: DecodeLimits;
  readonly palette: MaskPalette | undefined;
  /** Whether images are described for the search for near-duplicates. */
  readonly describesImages: boolean;
}

export interface Job {
  readonly absolutePath: string;
  /** Real path of the folder that the file must lie in, once links are followed. */
  readonly folder: string;
  readonly role: 'image' | 'mask';
}

/** From the pool to a worker: settings once, then jobs, which the worker answers one by one in their order. */
export type WorkerInput = { readonly settings: WorkerSettings } | { readonly job: Job };

/** What a worker makes of a file. */
export type Answer = DescribedImage | MaskFingerprint | DecodeFailure;

/** From a worker to the pool: ready (or unable to decode anything) once, then an answer a job. */
export type WorkerOutput =
  { readonly ready: true } | { readonly unavailable: string } | { readonly answer: Answer };
