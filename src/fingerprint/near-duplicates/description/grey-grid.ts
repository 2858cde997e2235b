import { matrixOf, type Orientation } from './dihedral.ts';
import type { Frame } from './trim-borders.ts';

/** Grey levels on a small grid, rows from top to bottom; a pixel's centre is its integer coordinate. */
export interface GreyGrid {
  readonly width: number;
  readonly height: number;
  readonly levels: Float32Array;
}

interface Levels {
  readonly width: number;
  readonly height: number;
  readonly levels: Uint8Array | Float32Array;
}

/** How the samples of one axis fall into cells: sample `first + i` of a cell weighs `weights[offset + i]`. */
interface AxisWeights {
  readonly first: Int32Array;
  readonly offsets: Int32Array;
  readonly weights: Float32Array;
}

/**
 * Means over `width × height` equal cells, samples that a cell's border cuts counted by their share: a flipped picture
 * gives the flipped means. Where a cell is smaller than a pixel, neighbours are interpolated linearly.
 */
export function resample(
  page: Levels,
  width: number,
  height: number,
  frame: Frame = { left: 0, top: 0, right: page.width, bottom: page.height },
): GreyGrid {
  const columns = axisWeights(frame.right - frame.left, width);
  const rows = axisWeights(frame.bottom - frame.top, height);
  const narrow = new Float32Array(width);
  const levels = new Float32Array(width * height);
  const rowSums = new Float32Array(frame.right - frame.left);
  for (let row = 0; row < height; row++) {
    rowSums.fill(0);
    const from = rows.offsets[row] ?? 0;
    const to = rows.offsets[row + 1] ?? 0;
    for (let tap = from; tap < to; tap++) {
      const start = (frame.top + (rows.first[row] ?? 0) + tap - from) * page.width + frame.left;
      addRow(rowSums, page.levels, start, rows.weights[tap] ?? 0);
    }
    mixColumns(narrow, rowSums, columns);
    levels.set(narrow, row * width);
  }
  return { width, height, levels };
}

function addRow(sums: Float32Array, levels: Levels['levels'], start: number, weight: number): void {
  for (let x = 0, at = start; x < sums.length; x++, at++) {
    sums[x] = (sums[x] ?? 0) + weight * (levels[at] ?? 0);
  }
}

function mixColumns(
  cells: Float32Array,
  samples: Float32Array,
  { first, offsets, weights }: AxisWeights,
): void {
  for (let cell = 0; cell < cells.length; cell++) {
    const from = offsets[cell] ?? 0;
    const to = offsets[cell + 1] ?? 0;
    let at = first[cell] ?? 0;
    let sum = 0;
    for (let tap = from; tap < to; tap++, at++) sum += (weights[tap] ?? 0) * (samples[at] ?? 0);
    cells[cell] = sum;
  }
}

function axisWeights(samples: number, cells: number): AxisWeights {
  const first = new Int32Array(cells);
  const offsets = new Int32Array(cells + 1);
  const weights: number[] = [];
  const step = samples / cells;
  for (let cell = 0; cell < cells; cell++) {
    offsets[cell] = weights.length;
    if (step >= 1) {
      const from = cell * step;
      const to = from + step;
      const start = Math.floor(from);
      first[cell] = start;
      for (let at = start; at < Math.min(samples, Math.ceil(to - 1e-9)); at++) {
        weights.push((Math.min(at + 1, to) - Math.max(at, from)) / step);
      }
    } else {
      const center = Math.min(samples - 1, Math.max(0, (cell + 0.5) * step - 0.5));
      const start = Math.min(Math.floor(center), Math.max(0, samples - 2));
      first[cell] = start;
      if (samples === 1) weights.push(1);
      else weights.push(1 - (center - start), center - start);
    }
  }
  offsets[cells] = weights.length;
  return { first, offsets, weights: Float32Array.from(weights) };
}

/** Size with the same proportions whose longest side is `longestSide`; no side under one. */
export function fitSize(width: number, height: number, longestSide: number): [width: number, height: number] {
  const scale = longestSide / Math.max(width, height);
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}

/** Separable Gaussian blur, edges repeated. */
export function blur({ width, height, levels }: GreyGrid, sigma: number): GreyGrid {
  const kernel = gaussian(sigma);
  const across = new Float32Array(levels.length);
  convolve(across, levels, kernel, width, height, 1, width);
  const both = new Float32Array(levels.length);
  convolve(both, across, kernel, height, width, width, 1);
  return { width, height, levels: both };
}

/** Half of a symmetrical kernel: the weight of the centre and of each distance. */
function gaussian(sigma: number): Float32Array {
  const radius = Math.max(1, Math.ceil(2.5 * sigma));
  const half = Float32Array.from({ length: radius + 1 }, (_, distance) =>
    Math.exp((-distance * distance) / (2 * sigma * sigma)),
  );
  const sum = half.reduce((total, weight, distance) => total + (distance === 0 ? weight : 2 * weight), 0);
  return half.map((weight) => weight / sum);
}

/** Convolves `lines` lines of `length` samples that lie `step` apart; lines start `lineStep` apart. */
function convolve(
  to: Float32Array,
  from: Float32Array,
  kernel: Float32Array,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
): void {
  const radius = kernel.length - 1;
  const padded = new Float32Array(length + 2 * radius);
  for (let line = 0, start = 0; line < lines; line++, start += lineStep) {
    for (let at = 0, source = start; at < length; at++, source += step)
      padded[at + radius] = from[source] ?? 0;
    padded.fill(padded[radius] ?? 0, 0, radius);
    padded.fill(padded[length + radius - 1] ?? 0, length + radius);
    for (let at = 0, target = start; at < length; at++, target += step) {
      const center = at + radius;
      let sum = (kernel[0] ?? 0) * (padded[center] ?? 0);
      for (let distance = 1; distance <= radius; distance++) {
        sum +=
          (kernel[distance] ?? 0) * ((padded[center - distance] ?? 0) + (padded[center + distance] ?? 0));
      }
      to[target] = sum;
    }
  }
}

/** The grid flipped and turned. */
export function orient(grid: GreyGrid, orientation: Orientation): GreyGrid {
  if (orientation === 0) return grid;
  const turned = (orientation & 4) !== 0;
  const width = turned ? grid.height : grid.width;
  const height = turned ? grid.width : grid.height;
  const { xx, xy, yx, yy } = matrixOf(orientation);
  const levels = new Float32Array(grid.levels.length);
  for (let y = 0, from = 0; y < grid.height; y++) {
    for (let x = 0; x < grid.width; x++, from++) {
      const toX = xx * x + xy * y + (xx + xy < 0 ? width - 1 : 0);
      const toY = yx * x + yy * y + (yx + yy < 0 ? height - 1 : 0);
      levels[toY * width + toX] = grid.levels[from] ?? 0;
    }
  }
  return { width, height, levels };
}

/** Means over squares of `2 × radius + 1`, cut off at the edges. */
export function boxMean({ width, height, levels }: GreyGrid, radius: number): GreyGrid {
  const across = new Float32Array(levels.length);
  for (let start = 0; start < levels.length; start += width) slide(across, levels, start, 1, width, radius);
  const both = new Float32Array(levels.length);
  for (let start = 0; start < width; start++) slide(both, across, start, width, height, radius);
  return { width, height, levels: both };
}

/** Running means of one line. */
function slide(
  to: Float32Array,
  from: Float32Array,
  start: number,
  step: number,
  length: number,
  radius: number,
): void {
  let sum = 0;
  let count = 0;
  for (let ahead = 0; ahead < length + radius; ahead++) {
    if (ahead < length) {
      sum += from[start + ahead * step] ?? 0;
      count++;
    }
    if (ahead > 2 * radius) {
      sum -= from[start + (ahead - 2 * radius - 1) * step] ?? 0;
      count--;
    }
    const center = ahead - radius;
    if (center >= 0) to[start + center * step] = sum / count;
  }
}
