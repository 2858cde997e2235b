import type { Dataset } from '../../model/dataset.ts';
import type { MaskFingerprint } from '../../model/fingerprint.ts';
import { groupBy } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';

/** A mask that was decoded, with the samples that it labels. */
export interface DecodedMask {
  readonly path: string;
  readonly mask: MaskFingerprint;
  /** At least one. */
  readonly samples: readonly Sample[];
}

/** Every mask of a sample, sorted by path, and how many could not be decoded. */
export function listMasks({ samples, masks }: Dataset): {
  readonly decoded: readonly DecodedMask[];
  readonly unavailable: number;
} {
  const byPath = groupBy(samples, ({ label }) => label);
  const decoded = [...byPath].flatMap(([path, members]): DecodedMask[] => {
    const mask = masks.get(path);
    return mask?.kind === 'mask' ? [{ path, mask, samples: members }] : [];
  });
  return { decoded, unavailable: byPath.size - decoded.length };
}
