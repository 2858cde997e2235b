/**
 * An element of the dihedral group of the square, as three bits: 4 transposes (x, y) → (y, x) first, then 1 turns x
 * into −x, and 2 turns y into −y. Coordinates are relative to a centre.
 */
export type Orientation = number;

export const orientationCount = 8;

/** The matrix of an orientation, row by row: x' = xx·x + xy·y, y' = yx·x + yy·y. */
export interface OrientationMatrix {
  readonly xx: number;
  readonly xy: number;
  readonly yx: number;
  readonly yy: number;
}

export function matrixOf(orientation: Orientation): OrientationMatrix {
  const x = orientation & 1 ? -1 : 1;
  const y = orientation & 2 ? -1 : 1;
  return orientation & 4 ? { xx: 0, xy: x, yx: y, yy: 0 } : { xx: x, xy: 0, yx: 0, yy: y };
}

/** First `inner`, then `outer`. A transposition swaps the flips that it passes. */
export function compose(outer: Orientation, inner: Orientation): Orientation {
  const flips = inner & 3;
  const passed = outer & 4 ? ((flips & 1) << 1) | (flips >> 1) : flips;
  return ((outer ^ inner) & 4) | ((outer & 3) ^ passed);
}

export function invert(orientation: Orientation): Orientation {
  const flips = orientation & 3;
  return orientation & 4 ? 4 | ((flips & 1) << 1) | (flips >> 1) : orientation;
}
