import { createHash } from 'node:crypto';
import { decodeImage } from './decode.ts';
import { kernels } from './kernels/choose-kernels.ts';
import { countKeptChannels, hasAlphaChannel, type KeptChannels } from './kernels/kernels.ts';
import type { DecodeLimits, Page } from './raster.ts';

/** What a worker answers where the pixels of a file are to be hashed. */
export interface PixelsAnswer {
  readonly kind: 'pixels';
  /** Hex. */
  readonly pixelsHash: string;
}

/**
 * SHA-256 of a file's pixels with their size, channels and depth, page by page, of what `findKeptChannels` keeps.
 * @throws DecodeError
 */
export async function hashPixels(bytes: Uint8Array, limits: DecodeLimits): Promise<PixelsAnswer> {
  const hash = createHash('sha256');
  await decodeImage(bytes, limits, (page) => {
    const kept = findKeptChannels(page);
    hash.update(describeSamples(page, kept));
    kernels.readPage(page, kept, (canonical) => hash.update(canonical));
  });
  return { kind: 'pixels', pixelsHash: hash.digest('hex') };
}

/** Without an opaque alpha channel and with one of three equal colours, so that a picture stored as RGBA is its grey one. */
export function findKeptChannels(page: Page): KeptChannels {
  return {
    colors: kernels.hasEqualColors(page) ? 1 : 3,
    alpha: hasAlphaChannel(page) && !kernels.isOpaque(page),
  };
}

/** What two pages must share beside their samples to be the same. */
export function describeSamples({ width, height, samples }: Page, kept: KeptChannels): string {
  return `${width} ${height} ${countKeptChannels(kept)} ${samples.BYTES_PER_ELEMENT}\n`;
}
