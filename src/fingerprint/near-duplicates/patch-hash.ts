import type { Orientation } from './dihedral.ts';
import type { GreyGrid } from './grey-grid.ts';
import type { Keypoint } from './keypoints.ts';

export const patchSize = 16;
const termCount = 8;
/** Half the side of a patch, in the keypoint's sigmas. */
const patchRadiusSigmas = 5.5;
/** How far, as a share of its side, a patch may stick out of the picture. */
const overhang = 0.08;

/** A word of a picture: what a patch looks like whichever way it is turned. */
export interface PatchHash {
  readonly high: number;
  readonly low: number;
  /** Turns the patch into its canonical pose. */
  readonly orientation: Orientation;
}

const cosines = Float32Array.from({ length: termCount * patchSize }, (_, index) => {
  const frequency = Math.floor(index / patchSize);
  return Math.cos((Math.PI * frequency * (2 * (index % patchSize) + 1)) / (2 * patchSize));
});

/** Relative size under which a sign or an order that the canonical pose hangs on counts as undecided. */
const ambiguity = 0.12;

/** Reads the patch around a keypoint; undefined where it sticks out of the picture. */
export function readPatch(keypoint: Keypoint, into: Float32Array): boolean {
  const { level, unit } = keypoint;
  const radius = (patchRadiusSigmas * keypoint.sigma) / unit;
  const x = (keypoint.x + 0.5) / unit - 0.5;
  const y = (keypoint.y + 0.5) / unit - 0.5;
  const slack = overhang * 2 * radius;
  if (x - radius < -0.5 - slack || x + radius > level.width - 0.5 + slack) return false;
  if (y - radius < -0.5 - slack || y + radius > level.height - 0.5 + slack) return false;
  const step = (2 * radius) / patchSize;
  for (let row = 0, at = 0; row < patchSize; row++) {
    const fromY = y - radius + (row + 0.5) * step;
    for (let column = 0; column < patchSize; column++, at++) {
      into[at] = interpolate(level, x - radius + (column + 0.5) * step, fromY);
    }
  }
  return true;
}

function interpolate({ width, height, levels }: GreyGrid, x: number, y: number): number {
  const clampedX = x < 0 ? 0 : x > width - 1 ? width - 1 : x;
  const clampedY = y < 0 ? 0 : y > height - 1 ? height - 1 : y;
  const left = Math.min(Math.floor(clampedX), Math.max(0, width - 2));
  const top = Math.min(Math.floor(clampedY), Math.max(0, height - 2));
  const dx = clampedX - left;
  const dy = clampedY - top;
  const at = top * width + left;
  const upper = (levels[at] ?? 0) * (1 - dx) + (levels[at + 1] ?? 0) * dx;
  const lower = (levels[at + width] ?? 0) * (1 - dx) + (levels[at + width + 1] ?? 0) * dx;
  return upper * (1 - dy) + lower * dy;
}

/** The 8 × 8 lowest terms of the DCT-II of a patch, vertical frequency first, scaled to an orthonormal basis. */
export function transformPatch(patch: Float32Array, terms: Float32Array): void {
  const rows = new Float32Array(patchSize * termCount);
  for (let y = 0; y < patchSize; y++) {
    for (let u = 0; u < termCount; u++) {
      let sum = 0;
      for (let x = 0; x < patchSize; x++)
        sum += (patch[y * patchSize + x] ?? 0) * (cosines[u * patchSize + x] ?? 0);
      rows[y * termCount + u] = sum;
    }
  }
  for (let v = 0; v < termCount; v++) {
    for (let u = 0; u < termCount; u++) {
      let sum = 0;
      for (let y = 0; y < patchSize; y++)
        sum += (rows[y * termCount + u] ?? 0) * (cosines[v * patchSize + y] ?? 0);
      terms[v * termCount + u] =
        (sum * (u === 0 ? Math.SQRT1_2 : 1) * (v === 0 ? Math.SQRT1_2 : 1) * 2) / patchSize;
    }
  }
}

/**
 * The words of a patch: signs of its low DCT terms in the pose where the lowest horizontal and vertical terms are
 * positive and the horizontal one is the larger. A flip changes the sign of the odd terms, a transposition swaps the
 * frequencies, so that a turned patch has the same word. Where that pose hangs on a term that is nearly zero, or on two
 * that are nearly equal, there is a word for the other pose, too.
 */
export function hashPatch(terms: Float32Array): PatchHash[] {
  const horizontal = terms[1] ?? 0;
  const vertical = terms[termCount] ?? 0;
  let energy = 0;
  for (let at = 1; at < terms.length; at++) energy += (terms[at] ?? 0) ** 2;
  const limit = ambiguity * Math.sqrt(energy);
  const first =
    (Math.abs(horizontal) < Math.abs(vertical) ? 4 : 0) |
    posedFlips(horizontal, vertical, Math.abs(horizontal) < Math.abs(vertical));
  const poses = new Set<Orientation>([first]);
  const turned = (first & 4) !== 0;
  // The doubts, least certain first: the order of the two terms, the sign of the larger, the sign of the smaller.
  const large = Math.max(Math.abs(horizontal), Math.abs(vertical));
  const small = Math.min(Math.abs(horizontal), Math.abs(vertical));
  if (small < limit / 2) poses.add(first ^ 2);
  if (large - small < limit / 2) poses.add((turned ? 0 : 4) | posedFlips(horizontal, vertical, !turned));
  return [...poses].map((orientation) => ({ ...signs(terms, orientation), orientation }));
}

function posedFlips(horizontal: number, vertical: number, turned: boolean): Orientation {
  const [x, y] = turned ? [vertical, horizontal] : [horizontal, vertical];
  return (x < 0 ? 1 : 0) | (y < 0 ? 2 : 0);
}

function signs(terms: Float32Array, orientation: Orientation): { high: number; low: number } {
  let high = 0;
  let low = 0;
  for (let v = 0; v < termCount; v++) {
    for (let u = 0; u < termCount; u++) {
      if (u + v < 2) continue;
      const term = (orientation & 4 ? terms[u * termCount + v] : terms[v * termCount + u]) ?? 0;
      const flipped = ((orientation & 1) * u + ((orientation >> 1) & 1) * v) % 2 === 1;
      if (flipped ? term < 0 : term > 0) {
        if (v < termCount / 2) high |= 1 << (v * termCount + u);
        else low |= 1 << ((v - termCount / 2) * termCount + u);
      }
    }
  }
  return { high: high >>> 0, low: low >>> 0 };
}
