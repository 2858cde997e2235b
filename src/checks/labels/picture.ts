import type { ImageOutcome, MaskFingerprint } from '../../model/fingerprint.ts';

/** Differing bits of 64 up to which two perceptual hashes are of one picture saved again. */
const maxBits = 6;

/** Whether the mask's file shows the same as the image, saved again or drawn over a little. */
export function showsImage(mask: MaskFingerprint, image: ImageOutcome | undefined): boolean {
  if (image?.kind !== 'image') return false;
  if (mask.bytesHash === image.bytesHash) return true;
  if (!mask.picture) return false;
  const { pixelsHash, perceptualHash } = mask.picture;
  return (
    pixelsHash === image.pixelsHash || countDifferingBits(perceptualHash, image.perceptualHash) <= maxBits
  );
}

function countDifferingBits(a: string, b: string): number {
  let difference = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let bits = 0;
  for (; difference > 0n; difference >>= 1n) bits += Number(difference & 1n);
  return bits;
}
