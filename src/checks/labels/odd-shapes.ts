import type { Dataset } from '../../model/dataset.ts';
import type { ClassShape } from '../../model/fingerprint.ts';
import type { JsonObject } from '../../model/json.ts';
import type { DecodedMask } from './decoded-masks.ts';
import { describeUsual } from './robust-spread.ts';

/** One class of one mask. */
interface SeenShape {
  readonly one: DecodedMask;
  readonly shape: ClassShape;
  readonly name: string;
  /** Share of the mask's pixels. */
  readonly share: number;
}

/** Something odd about classes of a mask. */
export interface OddShape {
  readonly kind: 'specks' | 'holes' | 'parts' | 'border' | 'size';
  readonly one: DecodedMask;
  readonly name: string;
  /** What was measured, for message and evidence. */
  readonly measured: JsonObject;
}

export interface ShapeLimits {
  readonly speckPixels: number;
  readonly minSpecks: number;
  readonly rareShare: number;
  readonly minMasks: number;
  readonly partShare: number;
  readonly partGap: number;
  readonly borderShare: number;
  readonly sizeScore: number;
  readonly sizeRatio: number;
  readonly minSubjects: number;
}

/** Finds classes that look otherwise than in the rest of the dataset. In the order of classes, then of masks. */
export function findOddShapes(
  masks: readonly DecodedMask[],
  { maskClasses }: Pick<Dataset, 'maskClasses'>,
  limits: ShapeLimits,
): readonly OddShape[] {
  return maskClasses.flatMap((name, place) => {
    if (name === undefined) return [];
    const seen = masks.flatMap((one): SeenShape[] => {
      const shape = one.mask.shapes.find((candidate) => candidate.place === place);
      return shape ? [{ one, shape, name, share: (one.mask.counts[place] ?? 0) / one.mask.pixels }] : [];
    });
    return [
      ...findSpecks(seen, limits),
      ...findRare(seen, limits, 'holes', measureHoles),
      ...findRare(seen, limits, 'parts', measureParts),
      ...findRare(seen, limits, 'border', measureBorder),
      ...findSizes(seen, limits),
    ];
  });
}

/** How much larger than a speck the rest of the class is, for specks to be slips beside it. */
const largestInSpecks = 20;

function findSpecks(seen: readonly SeenShape[], { speckPixels, minSpecks }: ShapeLimits): OddShape[] {
  return seen.flatMap(({ one, shape, name }): OddShape[] => {
    const specks = shape.smallest.filter((pixels) => pixels < speckPixels).length;
    const largest = shape.largest[0]?.pixels ?? 0;
    if (specks < minSpecks || largest < largestInSpecks * speckPixels) return [];
    return [{ kind: 'specks', one, name, measured: { specks, speckPixels, parts: shape.parts } }];
  });
}

/** Finds what few masks of a class have: with so few, the others are the rule. */
function findRare(
  seen: readonly SeenShape[],
  limits: ShapeLimits,
  kind: OddShape['kind'],
  measure: (seen: SeenShape, limits: ShapeLimits) => JsonObject | undefined,
): OddShape[] {
  if (seen.length < limits.minMasks) return [];
  const odd = seen.flatMap((shape): OddShape[] => {
    const measured = measure(shape, limits);
    return measured ? [{ kind, one: shape.one, name: shape.name, measured }] : [];
  });
  if (odd.length > limits.rareShare * seen.length) return [];
  return odd.map((one) => ({
    ...one,
    measured: { ...one.measured, masksOfClass: seen.length, masksAlike: odd.length },
  }));
}

function measureHoles({ shape }: SeenShape, { speckPixels, minSpecks }: ShapeLimits): JsonObject | undefined {
  const { holes, smallestHoles } = shape;
  const isOdd = holes >= minSpecks || (smallestHoles.at(-1) ?? 0) >= speckPixels;
  return isOdd ? { holes, largestHole: smallestHoles.at(-1) ?? 0 } : undefined;
}

function measureParts(
  { one, shape }: SeenShape,
  { partShare, partGap }: ShapeLimits,
): JsonObject | undefined {
  const [first, second] = shape.largest;
  if (!first || !second || second.pixels < partShare * first.pixels) return undefined;
  const { width, height } = one.mask;
  const distance = Math.hypot((first.x - second.x) * width, (first.y - second.y) * height);
  const gap = distance / Math.hypot(width, height);
  return gap < partGap ? undefined : { gap, pixels: [first.pixels, second.pixels] };
}

function measureBorder({ one, shape }: SeenShape, { borderShare }: ShapeLimits): JsonObject | undefined {
  const { width, height } = one.mask;
  const all = width === 1 || height === 1 ? width * height : 2 * (width + height) - 4;
  const share = shape.borderPixels / all;
  return share < borderShare ? undefined : { borderShare: share };
}

/**
 * Sizes are the square roots of shares of pixels: lengths, which spread more evenly than areas on both sides. A
 * score is the distance from the usual size in units of its robust deviation.
 */
function findSizes(
  seen: readonly SeenShape[],
  { minMasks, minSubjects, sizeScore, sizeRatio }: ShapeLimits,
): OddShape[] {
  const bySubject = new Map<string, number[]>();
  for (const { one, share } of seen) {
    const subject = one.samples.find((sample) => sample.subject !== undefined)?.subject;
    if (subject === undefined) continue;
    const sizes = bySubject.get(subject);
    if (sizes) sizes.push(Math.sqrt(share));
    else bySubject.set(subject, [Math.sqrt(share)]);
  }
  if (seen.length < minMasks || bySubject.size < minSubjects) return [];
  const { center, spread } = describeUsual(bySubject.values());
  if (spread === 0) return [];
  return seen.flatMap(({ one, name, share }): OddShape[] => {
    const score = (Math.sqrt(share) - center) / spread;
    const ratio = share / center ** 2;
    const isFar = ratio >= sizeRatio || ratio <= 1 / sizeRatio;
    if (!isFar || Math.abs(score) < sizeScore) return [];
    const measured = { share, usualShare: center ** 2, score, ratio, subjects: bySubject.size };
    return [{ kind: 'size', one, name, measured }];
  });
}
