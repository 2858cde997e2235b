import type { SubjectHistograms } from '../../statistics/subject-histograms.ts';
import type { SubjectTable } from '../../statistics/subject-table.ts';
import { features } from './features.ts';
import type { Side } from './side.ts';

/** The features of a side's images, in flat rows of `features.length` figures. */
export interface SideFeatures {
  readonly side: Side;
  /** A row an image, unit after unit. */
  readonly images: Float64Array;
  /** First image of each unit, and the end of the last. */
  readonly starts: Uint32Array;
  /** A row a unit: the mean of its images. */
  readonly means: Float64Array;
}

const width = features.length;

export function readFeatures(side: Side): SideFeatures {
  const { units } = side;
  const starts = new Uint32Array(units.length + 1);
  units.forEach(({ images }, unit) => (starts[unit + 1] = (starts[unit] ?? 0) + images.length));
  const rows = new Float64Array((starts[units.length] ?? 0) * width);
  const means = new Float64Array(units.length * width);
  units.forEach(({ images }, unit) => {
    const first = (starts[unit] ?? 0) * width;
    images.forEach((image, place) => {
      for (let column = 0; column < width; column++)
        rows[first + place * width + column] = features[column]?.read(image) ?? 0;
    });
    for (let column = 0; column < width; column++)
      means[unit * width + column] = averageColumn(rows, first + column, images.length);
  });
  return { side, images: rows, starts, means };
}

/** A feature of the side as it is compared: the mean of its subjects' means. */
export function averageFeature({ means }: SideFeatures, key: string): number {
  const column = features.findIndex((feature) => feature.key === key);
  return averageColumn(means, column, means.length / width);
}

/** From the first value on, so that equal ones have exactly their value as their mean. */
function averageColumn(rows: Float64Array, at: number, count: number): number {
  const first = rows[at] ?? 0;
  let sum = 0;
  for (let row = 1; row < count; row++) sum += (rows[at + row * width] ?? 0) - first;
  return first + sum / count;
}

export function joinSides(first: SideFeatures, second: SideFeatures): SubjectTable {
  const values = new Float64Array(first.means.length + second.means.length);
  values.set(first.means);
  values.set(second.means, first.means.length);
  return { width, values, firstCount: first.side.units.length, secondCount: second.side.units.length };
}

/** Bins of the population stability index, by convention. */
const bins = 10;

/** Where the images of each unit lie among the tenths of all images of both sides. */
export function countTenths(first: SideFeatures, second: SideFeatures): SubjectHistograms {
  const edges = Array.from({ length: width }, (_, column) => findTenths(first, second, column));
  // No more than where every image has a bin of its own.
  const room = first.images.length + second.images.length;
  const cells = new Uint32Array(room);
  const shares = new Float64Array(room);
  const starts = [0];
  let entries = 0;
  const counts = new Uint32Array(width * bins);
  for (const { images, starts: units } of [first, second]) {
    for (let unit = 0; unit + 1 < units.length; unit++) {
      const [from, end] = [units[unit] ?? 0, units[unit + 1] ?? 0];
      counts.fill(0);
      for (let column = 0; column < width; column++) {
        const limits = edges[column] ?? noLimits;
        for (let row = from; row < end; row++) {
          const cell = column * bins + countBelow(limits, images[row * width + column] ?? 0);
          counts[cell] = (counts[cell] ?? 0) + 1;
        }
      }
      for (let cell = 0; cell < counts.length; cell++) {
        const count = counts[cell] ?? 0;
        if (count === 0) continue;
        cells[entries] = cell;
        shares[entries++] = count / (end - from);
      }
      starts.push(entries);
    }
  }
  return {
    bins,
    starts: Uint32Array.from(starts),
    cells: cells.subarray(0, entries),
    shares: shares.subarray(0, entries),
  };
}

const noLimits = new Float64Array();

/** The nine values between the tenths. */
function findTenths(first: SideFeatures, second: SideFeatures, column: number): Float64Array {
  const of = ({ images }: SideFeatures): number => images.length / width;
  const values = new Float64Array(of(first) + of(second));
  let at = 0;
  for (const { images } of [first, second])
    for (let from = column; from < images.length; from += width) values[at++] = images[from] ?? 0;
  values.sort();
  return Float64Array.from(
    { length: bins - 1 },
    (_, tenth) => values[Math.floor(((tenth + 1) * values.length) / bins)] ?? 0,
  );
}

/** How many of the nine lie at or below the value: its bin. */
function countBelow(limits: Float64Array, value: number): number {
  let below = 0;
  while (below < limits.length && (limits[below] ?? 0) <= value) below++;
  return below;
}
