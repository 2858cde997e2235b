import type { ImageThumbnail } from '../../model/thumbnail.ts';
import { decodeImage } from '../decode.ts';
import { DecodeError, type DecodeLimits, type Page } from '../raster.ts';
import { findWindow } from './intensity-window.ts';
import { averageArea, fitInSquare } from './resample.ts';
import { turnAsShown, type Pixels } from './turn.ts';

/**
 * The first page of an image in a square of `edge` pixels, as its EXIF orientation says, or as `orientation` says where
 * it is given. Alpha is dropped, as in fingerprints.
 * @throws DecodeError
 */
export async function thumbnailImage(
  bytes: Uint8Array,
  limits: DecodeLimits,
  edge: number,
  orientation?: number,
): Promise<ImageThumbnail> {
  let first: (Pixels<Uint8Array> & Pick<ImageThumbnail, 'window'>) | undefined;
  const facts = await decodeImage(bytes, limits, (page) => (first ??= shrink(page, edge)));
  if (!first) throw new DecodeError('corrupt', 'the file holds no page');
  const { width, height, values } = turnAsShown(first, 3, orientation ?? facts.orientation);
  const { window } = first;
  return {
    kind: 'image-thumbnail',
    width,
    height,
    colors: values,
    pages: facts.pages,
    ...(window && { window }),
  };
}

function shrink(page: Page, edge: number): Pixels<Uint8Array> & Pick<ImageThumbnail, 'window'> {
  const size = fitInSquare(page, edge);
  const { channels: stride, samples } = page;
  const layout = { stride, channels: stride <= 2 ? 1 : 3 };
  const means = averageArea(samples, page, layout, size);
  const window = samples instanceof Uint16Array ? findWindow(samples, layout) : undefined;
  const { low, high } = window ?? { low: 0, high: 255 };
  const values = new Uint8Array(size.width * size.height * 3);
  for (let at = 0; at < values.length; at++) {
    const mean = means[layout.channels === 1 ? Math.floor(at / 3) : at] ?? 0;
    values[at] = Math.min(255, Math.max(0, Math.round((255 * (mean - low)) / (high - low))));
  }
  return { ...size, values, ...(window && { window }) };
}
