import type { MaskFingerprint } from '../../model/fingerprint.ts';

/** How pixels off the palette came to be, told by where they lie and what they hold. */
export type DeviationCause = 'lossy' | 'resampled' | 'other-values';

/**
 * The marks below were set on masks of examples/abdomen-ultrasound that were resampled by factors of 0.6 to 4 with
 * three kernels, and saved as JPEG of quality 30 to 98 and as WebP.
 */
const marks = {
  /** Share of the pixels in areas of one value: those of another palette are flat, others next to never. */
  flat: 0.5,
  /** Share beside another class: 0.51 to 1 where masks were resampled, 0.18 to 0.45 after JPEG. */
  atBoundary: 0.5,
  /** Share close to a declared value: 0.72 to 1 after JPEG. */
  near: 0.7,
  /** Share between two declared values: 0.55 to 1 where masks were resampled. */
  blended: 0.3,
  /** Distinct undeclared values: a kernel leaves many, a drawn outline one. */
  minValues: 3,
  /** More undeclared values, flat or not, are no palette's: JPEG of low quality shifts whole areas. */
  paletteValues: 32,
  /** Standard deviations by which edges favour the columns where blocks begin. */
  gridExcess: 5,
};

/** Undefined where the pixels tell no cause. */
export function findDeviationCause(mask: MaskFingerprint): DeviationCause | undefined {
  const { deviations, offPalette, strays } = mask;
  if (!deviations || deviations.placed === 0) return undefined;
  const { placed, flat, near, atBoundary, blended, edges, edgesOnGrid } = deviations;
  const isFlat = flat / placed >= marks.flat && strays.length < marks.paletteValues;
  if (isFlat || strays.length < marks.minValues) return 'other-values';
  const isNear = near / offPalette >= marks.near;
  const isBlended = blended / offPalette >= marks.blended;
  if ((isNear || isBlended) && gridExcess(edges, edgesOnGrid) >= marks.gridExcess) return 'lossy';
  if (isBlended && atBoundary / placed >= marks.atBoundary) return 'resampled';
  if (isNear) return 'lossy';
  return isBlended ? 'resampled' : undefined;
}

/** Standard deviations above the eighth that chance puts in columns that are multiples of 8 (binomial). */
function gridExcess(edges: number, onGrid: number): number {
  return edges === 0 ? 0 : (onGrid - edges / 8) / Math.sqrt((edges * 7) / 64);
}

const ringMarks = {
  /** 0.09 at most in clean masks, from 0.27 where they were resampled. */
  share: 0.2,
  pixels: 8,
  /** Against pixels between: 0.18 at most where masks were resampled, from 0.27 after JPEG of quality 90. */
  isolated: 0.2,
  /** Share of the steps on the grid: 0.23 at most where masks were resampled (by up to 4), 0.25 after JPEG below 90. */
  onGrid: 0.235,
};

export interface Rings {
  readonly cause: 'lossy' | 'resampled';
  /** Places of the classes that are mostly thin lines between a lower and a higher index. */
  readonly places: readonly number[];
  readonly pixels: number;
}

/**
 * Finds what interpolation leaves where every value in between is an index of its own: between background 0 and
 * class 3 it draws lines of the classes 1 and 2.
 */
export function findRings({ shapes, counts, steps }: MaskFingerprint): Rings | undefined {
  const rings = shapes.filter(
    ({ place, between }) => between >= ringMarks.pixels && between / (counts[place] ?? 1) >= ringMarks.share,
  );
  if (rings.length === 0) return undefined;
  const between = shapes.reduce((sum, shape) => sum + shape.between, 0);
  const isolated = shapes.reduce((sum, shape) => sum + shape.isolated, 0);
  const isLossy =
    isolated / between >= ringMarks.isolated || steps.onGrid / Math.max(1, steps.count) >= ringMarks.onGrid;
  return {
    cause: isLossy ? 'lossy' : 'resampled',
    places: rings.map(({ place }) => place),
    pixels: rings.reduce((sum, ring) => sum + ring.between, 0),
  };
}
