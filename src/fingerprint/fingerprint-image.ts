import { createHash } from 'node:crypto';
import type { ImageFeatures, ImageFingerprint } from '../model/fingerprint.ts';
import { decodeImage } from './decode.ts';
import { measureFeatures } from './image-features.ts';
import { IntensityTally, measureSharpness } from './intensity.ts';
import { kernels } from './kernels/choose-kernels.ts';
import { countKeptChannels, hasAlphaChannel, type KeptChannels, type PageSums } from './kernels/kernels.ts';
import { describePicture, type PictureDescription } from './near-duplicates/picture-description.ts';
import { hashPerceptually } from './perceptual-hash.ts';
import { DecodeError, type DecodeLimits, type Page } from './raster.ts';

/** A fingerprint with what the search for near-duplicates needs of the first page, where it was asked for. */
export interface DescribedImage extends ImageFingerprint {
  readonly description?: PictureDescription;
}

/**
 * The fingerprint of an image file.
 * @param isDescribed whether the first page is described for the search for near-duplicates
 * @throws DecodeError
 */
export async function fingerprintImage(
  bytes: Uint8Array,
  limits: DecodeLimits,
  isDescribed = false,
): Promise<DescribedImage> {
  const pixelsHash = createHash('sha256');
  const intensity = new IntensityTally();
  let first: PageSums | undefined;
  let features: ImageFeatures | undefined;
  let description: PictureDescription | undefined;
  const { format, pages, bitDepth, channels, hasAlpha, orientation } = await decodeImage(
    bytes,
    limits,
    (page) => {
      const kept = findKeptChannels(page);
      const { width, height, samples } = page;
      pixelsHash.update(`${width} ${height} ${countKeptChannels(kept)} ${samples.BYTES_PER_ELEMENT}\n`);
      const reading = kernels.readPage(page, kept, (canonical) => pixelsHash.update(canonical));
      const { sums } = reading;
      intensity.add(sums);
      if (isDescribed && !first) description = describePicture(reading.intensity);
      features ??= measureFeatures(page, reading);
      first ??= sums;
    },
  );
  if (!first || !features) throw new DecodeError('corrupt', 'the file holds no page');
  return {
    kind: 'image',
    bytesHash: createHash('sha256').update(bytes).digest('hex'),
    pixelsHash: pixelsHash.digest('hex'),
    format,
    width: first.width,
    height: first.height,
    pages,
    channels,
    bitDepth,
    orientation,
    hasAlpha,
    ...intensity.summarize(),
    sharpness: measureSharpness(first),
    perceptualHash: hashPerceptually(first),
    features,
    ...(description && { description }),
  };
}

function findKeptChannels(page: Page): KeptChannels {
  return {
    colors: kernels.hasEqualColors(page) ? 1 : 3,
    alpha: hasAlphaChannel(page) && !kernels.isOpaque(page),
  };
}
