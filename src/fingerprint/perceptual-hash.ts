import type { IntensityPage } from './intensity.ts';

const reducedSize = 32;
const hashSize = 8;

/** cosines[frequency × 32 + position] of the DCT-II of 32 samples. */
const cosines = Float64Array.from({ length: hashSize * reducedSize }, (_, index) => {
  const frequency = Math.floor(index / reducedSize);
  const position = index % reducedSize;
  return Math.cos((Math.PI * frequency * (2 * position + 1)) / (2 * reducedSize));
});

/**
 * 64-bit perceptual hash: the page is averaged to 32 × 32 cells, transformed by a DCT-II, and each of the
 * 8 × 8 lowest terms is one bit, set where it lies above their median (the scheme known as pHash; Zauner 2010).
 * @returns 16 hex digits, the lowest frequency in the highest bit, row by row
 */
export function hashPerceptually(page: IntensityPage): string {
  const terms = transform(reduce(page));
  const median = medianOf(terms);
  let hash = '';
  for (let digit = 0; digit < terms.length; digit += 4) {
    let value = 0;
    for (let bit = 0; bit < 4; bit++) value = value * 2 + ((terms[digit + bit] ?? 0) > median ? 1 : 0);
    hash += value.toString(16);
  }
  return hash;
}

/** Means over a grid of 32 × 32 cells; a page smaller than the grid repeats its pixels. */
function reduce({ width, height, levels }: IntensityPage): Float64Array {
  const cells = new Float64Array(reducedSize * reducedSize);
  const columnStarts = cellStarts(width);
  for (let row = 0; row < reducedSize; row++) {
    const [top, bottom] = cellRange(height, row);
    for (let y = top; y < bottom; y++) {
      for (let column = 0; column < reducedSize; column++) {
        const from = y * width + (columnStarts[column] ?? 0);
        const to = Math.max(from + 1, y * width + (columnStarts[column + 1] ?? 0));
        let sum = 0;
        for (let at = from; at < to; at++) sum += levels[at] ?? 0;
        const cell = row * reducedSize + column;
        cells[cell] = (cells[cell] ?? 0) + sum / (to - from) / (bottom - top);
      }
    }
  }
  return cells;
}

function cellStarts(length: number): Int32Array {
  return Int32Array.from({ length: reducedSize + 1 }, (_, cell) => Math.floor((cell * length) / reducedSize));
}

function cellRange(length: number, cell: number): [from: number, to: number] {
  const from = Math.floor((cell * length) / reducedSize);
  return [from, Math.max(from + 1, Math.floor(((cell + 1) * length) / reducedSize))];
}

/** The 8 × 8 lowest terms of the two-dimensional DCT-II, unnormalised, vertical frequency first. */
function transform(cells: Float64Array): Float64Array {
  const rows = new Float64Array(reducedSize * hashSize);
  for (let y = 0; y < reducedSize; y++) {
    for (let u = 0; u < hashSize; u++) {
      let sum = 0;
      for (let x = 0; x < reducedSize; x++) {
        sum += (cells[y * reducedSize + x] ?? 0) * (cosines[u * reducedSize + x] ?? 0);
      }
      rows[y * hashSize + u] = sum;
    }
  }
  const terms = new Float64Array(hashSize * hashSize);
  for (let v = 0; v < hashSize; v++) {
    for (let u = 0; u < hashSize; u++) {
      let sum = 0;
      for (let y = 0; y < reducedSize; y++) {
        sum += (rows[y * hashSize + u] ?? 0) * (cosines[v * reducedSize + y] ?? 0);
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
