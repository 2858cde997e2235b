import type { IntensityPage } from './intensity.ts';

/** Pixels of a side of a patch, and of one of its four blocks: of JPEG, and of speckle. */
export const patchSide = 16;
export const blockSide = 8;

/** First pixel of a patch, which lies inside its page. */
export interface PatchCorner {
  readonly left: number;
  readonly top: number;
}

/** Where in its record each sum of a patch lies. All are exact integers, in levels of the page's own depth. */
export const patchFields = {
  /** Pixels that are at most as bright as the darkest level that counts. */
  dark: 0,
  /** Squared differences of pixels beside each other, along rows and along columns. */
  neighbours: 1,
  /** Those of them that lie in different blocks. */
  across: 2,
  /** Squared differences of pixels two apart. */
  apart: 3,
  /** Absolute responses of Immerkær's mask over inner pixels. */
  noise: 4,
  /** Levels of the blocks, row by row: four. */
  blocks: 5,
  /** Their squares: four. */
  blockSquares: 9,
  /** Squares of the sums of 2 × 2, 4 × 4, 8 × 8 and 16 × 16 pixels: four. */
  octaves: 13,
} as const;

/** Numbers of a record. */
export const patchNumbers = 17;

/**
 * What the texture of patches is reckoned from.
 * @param darkest level of the page's own depth
 * @returns a record for each corner, in order
 */
export function sumPatchesPlainly(
  { width, levels }: IntensityPage,
  corners: readonly PatchCorner[],
  darkest: number,
): Float64Array {
  const records = new Float64Array(corners.length * patchNumbers);
  const patch = new Float64Array(patchSide * patchSide);
  for (const [index, { left, top }] of corners.entries()) {
    for (let y = 0; y < patchSide; y++) {
      const at = (top + y) * width + left;
      patch.set(levels.subarray(at, at + patchSide), y * patchSide);
    }
    const record = records.subarray(index * patchNumbers, (index + 1) * patchNumbers);
    record[patchFields.dark] = patch.reduce((count, level) => count + (level <= darkest ? 1 : 0), 0);
    record[patchFields.neighbours] = sumSquaredDifferences(patch, 1, 1);
    record[patchFields.across] = sumSquaredDifferences(patch, 1, blockSide);
    record[patchFields.apart] = sumSquaredDifferences(patch, 2, 1);
    record[patchFields.noise] = sumNoise(patch);
    addBlocks(patch, record);
    addOctaves(patch, record);
  }
  return records;
}

/**
 * Of pixels `distance` apart along rows and along columns, of those whose second lies at a multiple of `period`.
 */
function sumSquaredDifferences(patch: Float64Array, distance: number, period: number): number {
  const first = Math.ceil(distance / period) * period;
  let sum = 0;
  for (let line = 0; line < patchSide; line++) {
    for (let place = first; place < patchSide; place += period) {
      const along = levelAt(patch, place, line) - levelAt(patch, place - distance, line);
      const down = levelAt(patch, line, place) - levelAt(patch, line, place - distance);
      sum += along * along + down * down;
    }
  }
  return sum;
}

/** Immerkær's mask is the second difference along rows of the second difference along columns. */
function sumNoise(patch: Float64Array): number {
  const bend = (x: number, y: number): number =>
    levelAt(patch, x, y - 1) - 2 * levelAt(patch, x, y) + levelAt(patch, x, y + 1);
  let sum = 0;
  for (let y = 1; y < patchSide - 1; y++) {
    for (let x = 1; x < patchSide - 1; x++) sum += Math.abs(bend(x - 1, y) - 2 * bend(x, y) + bend(x + 1, y));
  }
  return sum;
}

function addBlocks(patch: Float64Array, record: Float64Array): void {
  for (let y = 0; y < patchSide; y++) {
    for (let x = 0; x < patchSide; x++) {
      const block = 2 * Math.floor(y / blockSide) + Math.floor(x / blockSide);
      const level = levelAt(patch, x, y);
      addTo(record, patchFields.blocks + block, level);
      addTo(record, patchFields.blockSquares + block, level * level);
    }
  }
}

function addOctaves(patch: Float64Array, record: Float64Array): void {
  for (let octave = 0, size = 2; size <= patchSide; octave++, size *= 2) {
    for (let top = 0; top < patchSide; top += size) {
      for (let left = 0; left < patchSide; left += size) {
        let sum = 0;
        for (let y = top; y < top + size; y++) {
          for (let x = left; x < left + size; x++) sum += levelAt(patch, x, y);
        }
        addTo(record, patchFields.octaves + octave, sum * sum);
      }
    }
  }
}

function levelAt(patch: Float64Array, x: number, y: number): number {
  return patch[y * patchSide + x] ?? 0;
}

function addTo(record: Float64Array, field: number, value: number): void {
  record[field] = (record[field] ?? 0) + value;
}
