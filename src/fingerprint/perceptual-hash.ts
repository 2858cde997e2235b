import { cellBounds, gridSize, type PageSums } from './kernels/kernels.ts';

const hashSize = 8;

/** cosines[frequency × 32 + position] of the DCT-II of `gridSize` samples. */
const cosines = Float64Array.from({ length: hashSize * gridSize }, (_, index) => {
  const frequency = Math.floor(index / gridSize);
  const position = index % gridSize;
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
  for (let y = 0; y < gridSize; y++) {
    for (let u = 0; u < hashSize; u++) {
      let sum = 0;
      for (let x = 0; x < gridSize; x++) {
        sum += (cells[y * gridSize + x] ?? 0) * (cosines[u * gridSize + x] ?? 0);
      }
      rows[y * hashSize + u] = sum;
    }
  }
  const terms = new Float64Array(hashSize * hashSize);
  for (let v = 0; v < hashSize; v++) {
    for (let u = 0; u < hashSize; u++) {
      let sum = 0;
      for (let y = 0; y < gridSize; y++) {
        sum += (rows[y * hashSize + u] ?? 0) * (cosines[v * gridSize + y] ?? 0);
      }
      terms[v * hashSize + u] = sum;
    }
  }
  return terms;
}

function medianOf(values: Float64Array): number {
  const sorted = values.slice().sort();
  const middle = sorted.length / 2;
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
