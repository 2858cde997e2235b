import { createHash } from 'node:crypto';
import type { ImageFingerprint } from '../model/fingerprint.ts';
import { toCanonicalPage } from './canonical-page.ts';
import { decodeImage } from './decode.ts';
import { measureSharpness, summarizeIntensity, toIntensity } from './intensity.ts';
import { hashPerceptually } from './perceptual-hash.ts';
import type { DecodeLimits, Page } from './raster.ts';

/**
 * The fingerprint of an image file.
 * @throws DecodeError
 */
export async function fingerprintImage(bytes: Uint8Array, limits: DecodeLimits): Promise<ImageFingerprint> {
  const { format, pages, bitDepth, channels, orientation } = await decodeImage(bytes, limits);
  const canonical = pages.map(toCanonicalPage);
  const intensity = canonical.map(toIntensity);
  const [first = { width: 0, height: 0, levels: new Uint8Array() }] = intensity;
  return {
    kind: 'image',
    bytesHash: createHash('sha256').update(bytes).digest('hex'),
    pixelsHash: hashPixels(canonical),
    format,
    width: pages[0].width,
    height: pages[0].height,
    pages: pages.length,
    channels,
    bitDepth,
    orientation,
    hasAlpha: channels === 2 || channels === 4,
    ...summarizeIntensity(intensity),
    sharpness: measureSharpness(first),
    perceptualHash: hashPerceptually(first),
  };
}

function hashPixels(pages: readonly Page[]): string {
  const hash = createHash('sha256');
  for (const { width, height, channels, samples } of pages) {
    hash.update(`${width} ${height} ${channels} ${samples.BYTES_PER_ELEMENT}\n`);
    hash.update(samples);
  }
  return hash.digest('hex');
}
