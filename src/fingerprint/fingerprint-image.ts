import { createHash } from 'node:crypto';
import type { ImageFeatures, ImageFingerprint } from '../model/fingerprint.ts';
import { decodeImage } from './decode.ts';
import { describeSamples, findKeptChannels } from './hash-pixels.ts';
import { measureFeatures } from './image-features.ts';
import { IntensityTally, measureSharpness } from './intensity.ts';
import { kernels } from './kernels/choose-kernels.ts';
import type { PageSums } from './kernels/kernels.ts';
import {
  describePicture,
  type PictureDescription,
} from './near-duplicates/description/picture-description.ts';
import { hashPerceptually } from './perceptual-hash.ts';
import { DecodeError, type DecodeLimits } from './raster.ts';

/** A fingerprint with what the search for near-duplicates needs of the first page, where it was asked for. */
export interface DescribedImage extends ImageFingerprint {
  readonly description?: PictureDescription;
}

/**
 * The fingerprint of an image file. Its `pixelsHash` is one of sums over the pixels, which differs only where they do:
 * `tellPixelsApart` makes it one of the pixels where it is shared.
 * @param isDescribed whether the first page is described for the search for near-duplicates
 * @throws DecodeError
 */
export async function fingerprintImage(
  bytes: Uint8Array,
  limits: DecodeLimits,
  isDescribed = false,
): Promise<DescribedImage> {
  const sumsHash = createHash('sha256');
  const intensity = new IntensityTally();
  let first: PageSums | undefined;
  let features: ImageFeatures | undefined;
  let description: PictureDescription | undefined;
  const { format, pages, bitDepth, channels, hasAlpha, orientation } = await decodeImage(
    bytes,
    limits,
    (page) => {
      const kept = findKeptChannels(page);
      const reading = kernels.readPage(page, kept, () => undefined);
      const { sums } = reading;
      sumsHash.update(describeSamples(page, kept)).update(sums.cells);
      sumsHash.update(`${sums.laplacians} ${sums.squaredLaplacians}\n`);
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
    pixelsHash: sumsHash.digest('hex'),
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
