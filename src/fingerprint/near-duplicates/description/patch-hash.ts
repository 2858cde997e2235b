import type { Orientation } from './dihedral.ts';
import type { Keypoint } from './keypoints.ts';
import type { Octave } from './scale-space.ts';
import { levelUnit } from './stretch-levels.ts';

export const patchSize = 16;
export const termCount = 8;
/** Half the side of a patch, in the keypoint's standard deviations. */
const patchRadiusSigmas = 5.5;
/** How far, as a share of its side, a patch may stick out of the picture. */
export const overhang = 0.08;
/** Relative size under which a sign or an order that the canonical pose hangs on counts as undecided. */
export const ambiguity = 0.12;
/** Taken from levels, so that half of them are negative. */
export const middle = (255 * levelUnit) / 2;
/** One, for `scale`. */
const unity = 32_768;

/** A word of a picture: what a patch looks like whichever way it is turned. */
export interface PatchHash {
  readonly high: number;
  readonly low: number;
  /** Turns the patch into its canonical pose. */
  readonly orientation: Orientation;
}

/**
 * cosines[frequency × half + position], of 32,768: half the DCT-II of 16 samples in an orthonormal basis, for the first
 * half of the positions. No sum of eight of them, doubled, reaches 65,536, so that sums of 16-bit levels stay 16-bit.
 */
export const cosines = Int16Array.from({ length: (termCount * patchSize) / 2 }, (_, index) => {
  const frequency = Math.floor(index / (patchSize / 2));
  const position = index % (patchSize / 2);
  const norm = Math.sqrt((frequency === 0 ? 1 : 2) / patchSize) / 2;
  return Math.round(unity * norm * Math.cos((Math.PI * frequency * (2 * position + 1)) / (2 * patchSize)));
});

/** Half the side of the patch around a keypoint, pixels of its octave. */
export function patchRadius({ layer, scale }: Pick<Keypoint, 'layer' | 'scale'>): number {
  const sigma = layer === 1 ? Math.SQRT2 : 2;
  // √2 to the power of `scale`, to 10⁻⁵: a series, since powers differ from machine to machine.
  const exponent = scale * (Math.LN2 / 2);
  const growth = 1 + exponent * (1 + (exponent / 2) * (1 + (exponent / 3) * (1 + exponent / 4)));
  return patchRadiusSigmas * sigma * growth;
}

/** For the samples of a patch along an axis: the pixel before each, and how far it lies on, of 32,768. */
interface AxisPlaces {
  readonly befores: readonly number[];
  readonly shares: readonly number[];
}

/**
 * The 8 × 8 lowest terms of the DCT-II of the patch of 16 × 16 samples around a keypoint, horizontal frequency first, at
 * a quarter of their size in an orthonormal basis; undefined where the patch sticks out of the picture.
 */
export function transformPatch(octave: Octave, keypoint: Keypoint): Int16Array | undefined {
  const { width, height, levels } = octave;
  const radius = patchRadius(keypoint);
  const columns = placeSamples(keypoint.x, radius, width);
  const rows = placeSamples(keypoint.y, radius, height);
  const level = levels[keypoint.layer];
  if (!columns || !rows || !level) return undefined;
  const first = columns.befores[0] ?? 0;
  const count = (columns.befores[patchSize - 1] ?? 0) + 2 - first;
  const column = new Int16Array(patchSize);
  const transformed = Array.from({ length: count }, (_, x) => {
    for (let row = 0; row < patchSize; row++) {
      const at = (rows.befores[row] ?? 0) * width + first + x;
      const before = level[at] ?? 0;
      column[row] = before - middle + scale((level[at + width] ?? 0) - before, rows.shares[row] ?? 0);
    }
    return transformLine(column);
  });
  const line = new Int16Array(patchSize);
  const terms = new Int16Array(termCount * termCount);
  for (let vertical = 0; vertical < termCount; vertical++) {
    for (let sample = 0; sample < patchSize; sample++) {
      const x = (columns.befores[sample] ?? 0) - first;
      const before = transformed[x]?.[vertical] ?? 0;
      const after = transformed[x + 1]?.[vertical] ?? 0;
      line[sample] = before + scale(after - before, columns.shares[sample] ?? 0);
    }
    transformLine(line).forEach((term, horizontal) => (terms[horizontal * termCount + vertical] = term));
  }
  return terms;
}

/** Undefined where a patch sticks out. Pixels beyond the picture's edge are those of the edge. */
function placeSamples(center: number, radius: number, length: number): AxisPlaces | undefined {
  const slack = overhang * 2 * radius;
  if (center - radius < -0.5 - slack || center + radius > length - 0.5 + slack) return undefined;
  const step = radius / (patchSize / 2);
  const places = Array.from({ length: patchSize }, (_, sample) =>
    Math.max(0, Math.min(length - 1, center - radius + (sample + 0.5) * step)),
  );
  const befores = places.map((place) => Math.min(Math.trunc(place), length - 2));
  return {
    befores,
    shares: places.map((place, sample) =>
      Math.min(unity - 1, Math.trunc((place - (befores[sample] ?? 0)) * unity + 0.5)),
    ),
  };
}

/** A share of a number, rounded, as the processor's rounding multiplication of 16-bit numbers does. */
function scale(value: number, share: number): number {
  return (value * share + unity / 2) >> 15;
}

/** Half of the 8 lowest terms of the DCT-II of 16 samples. Mirrored samples are joined first. */
function transformLine(samples: Int16Array): Int16Array {
  const half = patchSize / 2;
  const terms = new Int16Array(termCount);
  for (let frequency = 0; frequency < termCount; frequency++) {
    const sign = frequency % 2 === 0 ? 1 : -1;
    let sum = 0;
    for (let position = 0; position < half; position++) {
      const joined = (samples[position] ?? 0) + sign * (samples[patchSize - 1 - position] ?? 0);
      sum += scale(joined, cosines[frequency * half + position] ?? 0);
    }
    terms[frequency] = sum;
  }
  return terms;
}

/**
 * The words of a patch: signs of its low DCT terms in the pose where the lowest horizontal and vertical terms are
 * positive and the horizontal one is the larger. A flip changes the sign of the odd terms, a transposition swaps the
 * frequencies, so that a turned patch has the same word. Where that pose hangs on a term that is nearly zero, or on two
 * that are nearly equal, there is a word for the other pose, too.
 * @param terms as `transformPatch` gives them
 */
export function hashPatch(terms: Int16Array): PatchHash[] {
  const horizontal = terms[termCount] ?? 0;
  const vertical = terms[1] ?? 0;
  let energy = 0;
  for (let at = 1; at < terms.length; at++) energy += (terms[at] ?? 0) ** 2;
  const doubtful = (ambiguity / 2) * Math.sqrt(energy);
  const isTurned = Math.abs(horizontal) < Math.abs(vertical);
  const first = poseOf(horizontal, vertical, isTurned);
  const poses: Orientation[] = [first];
  const large = Math.max(Math.abs(horizontal), Math.abs(vertical));
  const small = Math.min(Math.abs(horizontal), Math.abs(vertical));
  if (small < doubtful) poses.push(first ^ 2);
  if (large - small < doubtful) poses.push(poseOf(horizontal, vertical, !isTurned));
  return poses.map((orientation) => ({ ...signs(terms, orientation), orientation }));
}

function poseOf(horizontal: number, vertical: number, isTurned: boolean): Orientation {
  const [x, y] = isTurned ? [vertical, horizontal] : [horizontal, vertical];
  return (isTurned ? 4 : 0) | (x < 0 ? 1 : 0) | (y < 0 ? 2 : 0);
}

function signs(terms: Int16Array, orientation: Orientation): { high: number; low: number } {
  let high = 0;
  let low = 0;
  for (let v = 0; v < termCount; v++) {
    for (let u = 0; u < termCount; u++) {
      if (u + v < 2) continue;
      const term = (orientation & 4 ? terms[v * termCount + u] : terms[u * termCount + v]) ?? 0;
      const flipped = ((orientation & 1) * u + ((orientation >> 1) & 1) * v) % 2 === 1;
      if (flipped ? term < 0 : term > 0) {
        if (v < termCount / 2) high |= 1 << (v * termCount + u);
        else low |= 1 << ((v - termCount / 2) * termCount + u);
      }
    }
  }
  return { high: high >>> 0, low: low >>> 0 };
}
