import type { MaskFingerprint, MaskPalette } from '../../model/fingerprint.ts';

/** More undeclared values than this are not compared one by one. */
const maxValues = 64;

/**
 * Every value of an index mask, ascending; undefined where it holds colours or more values than its fingerprint
 * names.
 */
export function listValues(
  { counts, strays, distinct }: MaskFingerprint,
  { indices }: MaskPalette & { readonly kind: 'index' },
): readonly number[] | undefined {
  const declared = indices.filter((_, place) => (counts[place] ?? 0) > 0);
  const undeclared = strays.map(({ value }) => Number(value));
  if (declared.length + undeclared.length !== distinct || undeclared.some(Number.isNaN)) return undefined;
  const values = [...declared, ...undeclared].sort((a, b) => a - b);
  return values.length > maxValues ? undefined : values;
}

/** The index that a value is, multiplied by the factor and rounded; undefined where it is none. */
export function divide(value: number, factor: number, indices: ReadonlySet<number>): number | undefined {
  const index = Math.round(value / factor);
  return Math.round(index * factor) === value && indices.has(index) ? index : undefined;
}

/** What the largest index becomes when indices are spread over the greys of 8 bits. */
const whitest = 255;

/**
 * The factor by which index masks were multiplied: that which makes indices of all values of the most masks, the
 * larger of equals. A single value is no evidence, since every value is a multiple of itself.
 * @param masks values of masks that hold undeclared ones
 */
export function findFactor(
  masks: readonly (readonly number[])[],
  indices: readonly number[],
): number | undefined {
  const declared = new Set(indices);
  const most = Math.min(whitest, Math.max(0, ...indices));
  const factors = new Set([
    ...masks.map((values) => values.reduce(greatestCommonDivisor, 0)),
    masks.flat().reduce(greatestCommonDivisor, 0),
    ...Array.from({ length: most }, (_, index) => whitest / (index + 1)),
  ]);
  let best: { readonly factor: number; readonly explained: number } | undefined;
  for (const factor of [...factors].sort((a, b) => b - a)) {
    if (factor <= 1) continue;
    const explained = masks.filter((values) =>
      values.every((value) => divide(value, factor, declared) !== undefined),
    );
    const values = new Set(explained.flat().filter((value) => value !== 0));
    if (values.size < 2) continue;
    if (!best || explained.length > best.explained) best = { factor, explained: explained.length };
  }
  return best?.factor;
}

function greatestCommonDivisor(a: number, b: number): number {
  let [larger, smaller] = [a, b];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** What an unsigned integer of 8 and of 16 bits becomes when one is taken from 0. */
const wrapped = new Set([255, 65_535]);

/**
 * By how much all values of a mask are too large: 1 where each is an index plus 1 and the background is missing, -1
 * where each is an index less 1, 0 less 1 being the largest value that there is. Undefined for neither.
 */
export function findShift(
  { counts, strays, pixels }: MaskFingerprint,
  values: readonly number[],
  indices: readonly number[],
): 1 | -1 | undefined {
  const declared = new Set(indices);
  if ((counts[0] ?? 0) === 0 && values.every((value) => declared.has(value - 1))) return 1;
  const wrap = strays.find(({ value }) => wrapped.has(Number(value)));
  const isLargest = wrap !== undefined && wrap.pixels >= Math.max(...counts, pixels / 4);
  const others = values.filter((value) => !wrapped.has(value));
  const isShifted = others.length > 0 && others.every((value) => declared.has(value + 1));
  return isLargest && strays.length === 1 && isShifted ? -1 : undefined;
}
