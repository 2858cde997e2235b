import type { MaskPalette } from '../../src/model/fingerprint.ts';
import type { DecodeLimits } from '../../src/fingerprint/raster.ts';
import { fingerprintImage } from './bare-image.ts';

// Stands for src/fingerprint/fingerprint-mask.ts in the bare worker.

export function fingerprintMask(
  bytes: Uint8Array,
  _palette: MaskPalette,
  limits: DecodeLimits,
): Promise<{ kind: 'image' }> {
  return fingerprintImage(bytes, limits);
}
