import { createHash } from 'node:crypto';
import type { MaskFingerprint, MaskPalette } from '../model/fingerprint.ts';
import { decodeImage, decodeIndexMask } from './decode.ts';
import type { DecodeLimits, Page } from './raster.ts';
import { ValueTally } from './value-tally.ts';

/**
 * The fingerprint of a mask file: pixels per declared value, and what was found beside them.
 * @throws DecodeError
 */
export async function fingerprintMask(
  bytes: Uint8Array,
  palette: MaskPalette,
  limits: DecodeLimits,
): Promise<MaskFingerprint> {
  const tally = new ValueTally(palette);
  let size = { width: 0, height: 0 };
  const onPage = (page: Page): void => {
    if (size.width === 0) size = { width: page.width, height: page.height };
    tally.add(page);
  };
  const { format, pages, orientation, valueScale } =
    palette.kind === 'color'
      ? { ...(await decodeImage(bytes, limits, onPage)), valueScale: 1 }
      : await decodeIndexMask(bytes, limits, onPage);
  return {
    kind: 'mask',
    bytesHash: createHash('sha256').update(bytes).digest('hex'),
    format,
    ...size,
    pages,
    orientation,
    ...tally.summarize(valueScale),
  };
}
