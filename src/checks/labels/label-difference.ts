import type { MaskFingerprint } from '../../model/fingerprint.ts';

/** How two masks of one picture differ. */
export interface MaskDifference {
  /** Cells that both read as the same class against cells that either reads as one, 0–1 (Jaccard). */
  readonly agreement: number;
  /** Places of classes that one mask holds and the other does not, not counting slips of a few pixels. */
  readonly onlyA: readonly number[];
  readonly onlyB: readonly number[];
}

/** Share of a mask's pixels below which a class is a slip. */
const minClassShare = 0.001;

/**
 * Compares two masks at 32 × 32 places, so that one of another size can be compared, too.
 * @param isClass whether a place of the palette is a class
 * @returns undefined where either has several pages or too many runs
 */
export function compareMasks(
  a: MaskFingerprint,
  b: MaskFingerprint,
  isClass: (place: number) => boolean,
): MaskDifference | undefined {
  if (a.labelHash === undefined || b.labelHash === undefined) return undefined;
  if (a.labelHash === b.labelHash) return { agreement: 1, onlyA: [], onlyB: [] };
  let [same, either] = [0, 0];
  a.grid.forEach((place, cell) => {
    const other = b.grid[cell] ?? -1;
    if (!isClass(place) && !isClass(other)) return;
    either++;
    if (place === other) same++;
  });
  return {
    agreement: either === 0 ? 1 : same / either,
    onlyA: listMissing(a, b, isClass),
    onlyB: listMissing(b, a, isClass),
  };
}

function listMissing(
  { counts, pixels }: MaskFingerprint,
  other: MaskFingerprint,
  isClass: (place: number) => boolean,
): number[] {
  return counts.flatMap((count, place) =>
    isClass(place) && count >= minClassShare * pixels && (other.counts[place] ?? 0) === 0 ? [place] : [],
  );
}
