import { cellBounds, gridSize, type PageSums } from './kernels/kernels.ts';

const hashSize = 8;

const half = gridSize / 2;

/** cosines[frequency × half + position] of the DCT-II of `gridSize` samples, for the first half of the positions. */
const cosines = Float64Array.from({ length: hashSize * half }, (_, index) => {
  const frequency = Math.floor(index / half);
  const position = index % half;
  return Math.cos((Math.PI * frequency * (2 * position + 1)) / (2 * gridSize));
});

/**
 * How far above the median a term must lie to count: the terms of a flat page are zero but for rounding, and must
 * not be told apart by it. Pages that differ have terms of whole grey levels.
 */
const leastDifference = 1e-6;

/**
 * 64-bit perceptual hash: the page is averaged to 32 × 32 cells, transformed by a DCT-II, and each of the
 * 8 × 8 lowest terms is one bit, set where it lies above their median (the scheme known as pHash; Zauner 2010).
 * A page smaller than the grid repeats its pixels.
 * @returns 16 hex digits, the lowest frequency in the highest bit, row by row
 */
export function hashPerceptually(page: PageSums): string {
  const terms = transform(averageCells(page));
  const threshold = medianOf(terms) + leastDifference;
  let hash = '';
  for (let digit = 0; digit < terms.length; digit += 4) {
    let value = 0;
    for (let bit = 0; bit < 4; bit++) value = value * 2 + ((terms[digit + bit] ?? 0) > threshold ? 1 : 0);
    hash += value.toString(16);
  }
  return hash;
}

/** Mean grey levels 0–255 of the cells. */
function averageCells({ width, height, levelScale, cells }: PageSums): Float64Array {
  const columns = cellLengths(width);
  const rows = cellLengths(height);
  return cells.map((sum, cell) => {
    const pixels = (columns[cell % gridSize] ?? 1) * (rows[Math.floor(cell / gridSize)] ?? 1);
    return sum / pixels / levelScale;
  });
}

function cellLengths(length: number): Uint32Array {
  const bounds = cellBounds(length);
  return bounds.subarray(0, gridSize).map((from, cell) => Math.max(1, (bounds[cell + 1] ?? 0) - from));
}

/** The 8 × 8 lowest terms of the two-dimensional DCT-II, unnormalised, vertical frequency first. */
function transform(cells: Float64Array): Float64Array {
  const rows = new Float64Array(gridSize * hashSize);
  for (let y = 0; y < gridSize; y++) transformLine(cells, y * gridSize, 1, rows, y * hashSize, 1);
  const terms = new Float64Array(hashSize * hashSize);
  for (let u = 0; u < hashSize; u++) transformLine(rows, u, hashSize, terms, u, hashSize);
  return terms;
}

/**
 * The 8 lowest terms of the DCT-II of the `gridSize` samples that begin at `at` and lie `step` apart. The cosines of
 * even frequencies are symmetrical about the middle, the others antisymmetrical: mirrored samples are joined first.
 */
function transformLine(
  samples: Float64Array,
  at: number,
  step: number,
  terms: Float64Array,
  termsAt: number,
  termsStep: number,
): void {
  const end = at + (gridSize - 1) * step;
  for (let frequency = 0; frequency < hashSize; frequency++) {
    const sign = frequency % 2 === 0 ? 1 : -1;
    let sum = 0;
    for (let position = 0, offset = 0; position < half; position++, offset += step) {
      const joined = (samples[at + offset] ?? 0) + sign * (samples[end - offset] ?? 0);
      sum += joined * (cosines[frequency * half + position] ?? 0);
    }
    terms[termsAt + frequency * termsStep] = sum;
  }
}

function medianOf(values: Float64Array): number {
  const sorted = values.slice().sort();
  const middle = sorted.length / 2;
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
