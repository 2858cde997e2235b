import type { DecodeFailure, DecodeFault, ImageFormat } from '../model/fingerprint.ts';

/** One page of decoded pixels, channels interleaved, rows from top to bottom. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
  /** `width × height × channels` samples, 0–255 or 0–65,535. */
  readonly samples: Uint8Array | Uint16Array;
}

/** A decoded file. */
export interface Raster {
  readonly format: ImageFormat;
  /** At least one. */
  readonly pages: readonly [Page, ...Page[]];
  /** Bits a channel, as stored. */
  readonly bitDepth: number;
  /** Channels as stored, alpha included. */
  readonly channels: number;
  /** EXIF orientation 1–8. */
  readonly orientation: number;
}

/** How much a decode may take. */
export interface DecodeLimits {
  /** Declared pixels of all pages together. */
  readonly pixels: number;
  readonly fileBytes: number;
}

/** A file that has no fingerprint; caught where a job is answered, never shown as an exception. */
export class DecodeError extends Error {
  readonly fault: DecodeFault;

  constructor(fault: DecodeFault, detail: string, options?: { cause?: unknown }) {
    super(detail, options);
    this.name = 'DecodeError';
    this.fault = fault;
  }
}

const maxDetailLength = 200;

/** The answer for a file that could not be decoded, from whatever was thrown. */
export function toFailure(error: unknown): DecodeFailure {
  const detail = (error instanceof Error ? error.message : String(error))
    .replace(/\s+/gu, ' ')
    .replace(/^Input buffer (has|contains) |[ :]+$/gu, '');
  return {
    kind: 'failure',
    fault: error instanceof DecodeError ? error.fault : 'corrupt',
    detail: detail.slice(0, maxDetailLength),
  };
}
