import type { DecodeFailure, DecodeFault, ImageFormat } from '../model/fingerprint.ts';

/** One page of decoded pixels, channels interleaved, rows from top to bottom. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
  /** `width × height × channels` samples, 0–255 or 0–65,535. */
  readonly samples: Uint8Array | Uint16Array;
}

/** What a decoded file is beside its pixels. */
export interface FileFacts {
  readonly format: ImageFormat;
  /** At least one. */
  readonly pages: number;
  /** Bits a channel, as stored. */
  readonly bitDepth: number;
  /** Channels as stored, alpha included. */
  readonly channels: number;
  readonly hasAlpha: boolean;
  /** EXIF orientation 1–8. */
  readonly orientation: number;
}

/** How much a decode may take. */
export interface DecodeLimits {
  /** Declared pixels of all pages together; pixels of more than four bytes count by their bytes. */
  readonly pixels: number;
  readonly fileBytes: number;
}

/**
 * Refuses a declared size before it is decoded. Interlaced pixels stand in memory twice while they are decoded:
 * at the default limit of 64 million pixels of four bytes that is 512 MB, and a worker stays below 1 GB.
 * @throws DecodeError
 */
export function requireWithinLimits(
  declared: {
    readonly width: number;
    readonly height: number;
    readonly pages: number;
    readonly bytesPerPixel: number;
  },
  limits: DecodeLimits,
): void {
  const { width, height, pages, bytesPerPixel } = declared;
  if (width * height * pages * Math.max(1, bytesPerPixel / 4) <= limits.pixels) return;
  const size = `${width} × ${height} pixels${bytesPerPixel > 4 ? ` of ${bytesPerPixel} bytes` : ''}`;
  throw new DecodeError('too-many-pixels', pages > 1 ? `${pages} pages of ${size}` : size);
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

/**
 * The answer for a file that could not be decoded, from whatever was thrown. What is no `DecodeError` is a fault of
 * holdout and not called one of the file. Decoders repeat their lines.
 */
export function toFailure(error: unknown): DecodeFailure {
  const text = error instanceof Error ? error.message : String(error);
  const lines = new Set(text.split('\n').map((line) => line.replace(/\s+/gu, ' ').trim()));
  const detail = [...lines].join(' ').replace(/^Input buffer (has|contains) |[ :]+$/gu, '');
  return {
    kind: 'failure',
    fault: error instanceof DecodeError ? error.fault : 'crash',
    detail: detail.slice(0, maxDetailLength),
  };
}
