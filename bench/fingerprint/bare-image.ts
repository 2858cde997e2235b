import sharp from 'sharp';
import { readJpegHeader } from '../../src/fingerprint/jpeg-header.ts';
import { readPngHeader } from '../../src/fingerprint/png-header.ts';
import type { DecodeLimits } from '../../src/fingerprint/raster.ts';

// Stands for src/fingerprint/fingerprint-image.ts in the bare worker: the least that yields every pixel.

sharp.cache(false);
sharp.concurrency(1);

export async function fingerprintImage(bytes: Uint8Array, limits: DecodeLimits): Promise<{ kind: 'image' }> {
  const image = sharp(bytes, { ignoreIcc: true, limitInputPixels: limits.pixels });
  // Left to itself, sharp makes three channels of one.
  if (isGrey(bytes)) image.toColourspace('b-w');
  await image.raw().toBuffer();
  return { kind: 'image' };
}

function isGrey(bytes: Uint8Array): boolean {
  if (bytes[0] === 0xff) return readJpegHeader(bytes).channels === 1;
  const { isGrey, hasAlpha } = readPngHeader(bytes);
  return isGrey && !hasAlpha;
}
