import type { Dataset } from '../../model/dataset.ts';
import { listMasks, type DecodedMask } from './decoded-masks.ts';
import { findRings } from './deviation-cause.ts';

/**
 * The masks whose shapes can be taken at their word: of one page, every pixel of a declared value, none changed by
 * compression or interpolation or hidden by transparency. `labels/palette` and `labels/values` tell of the others.
 */
export function listJudgedMasks(dataset: Dataset): {
  readonly judged: readonly DecodedMask[];
  readonly unavailable: number;
} {
  const { decoded, unavailable } = listMasks(dataset);
  const judged = decoded.filter(
    ({ mask }) =>
      mask.offPalette === 0 &&
      !mask.isLossy &&
      !mask.alpha?.transparentLabelled &&
      mask.labelHash !== undefined &&
      findRings(mask) === undefined,
  );
  return { judged, unavailable: unavailable + decoded.length - judged.length };
}
