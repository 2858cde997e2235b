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
  const means = new Float64Array(cells.length);
  for (let row = 0, cell = 0; row < gridSize; row++) {
    for (let column = 0; column < gridSize; column++, cell++) {
      means[cell] = (cells[cell] ?? 0) / ((columns[column] ?? 1) * (rows[row] ?? 1)) / levelScale;
    }
  }
  return means;
}

function cellLengths(length: number): Uint32Array {
  const bounds = cellBounds(length);
  for (let cell = 0; cell < gridSize; cell++) {
    bounds[cell] = Math.max(1, (bounds[cell + 1] ?? 0) - (bounds[cell] ?? 0));
  }
  return bounds;
}

/** The 8 × 8 lowest terms of the two-dimensional DCT-II, unnormalised, vertical frequency first. */
function transform(cells: Float64Array): Float64Array {
  const rows = new Float64Array(gridSize * hashSize);
  for (let y = 0; y < gridSize; y++) transformLine(cells, y * gridSize, 1, rows, y * hashSize, 1);
  const terms = new Float64Array(hashSize * hashSize);
  for (let u = 0; u < hashSize; u++) transformLine(rows, u, hashSize, terms, u, hashSize);
  return terms;
}

/** Sums, then differences, of mirrored samples. */
const joined = new Float64Array(gridSize);

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
  for (let position = 0, one = at, other = at + (gridSize - 1) * step; position < half; position++) {
    joined[position] = (samples[one] ?? 0) + (samples[other] ?? 0);
    joined[half + position] = (samples[one] ?? 0) - (samples[other] ?? 0);
    one += step;
    other -= step;
  }
  for (let frequency = 0; frequency < hashSize; frequency++) {
    const from = frequency % 2 === 0 ? 0 : half;
    const cosinesAt = frequency * half;
    let sum = 0;
    for (let position = 0; position < half; position++) {
      sum += (joined[from + position] ?? 0) * (cosines[cosinesAt + position] ?? 0);
    }
    terms[termsAt + frequency * termsStep] = sum;
  }
}

function medianOf(values: Float64Array): number {
  const sorted = values.slice().sort();
  const middle = sorted.length / 2;
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
