/** Levels of `levelUnit` × (0–255) on a small grid, rows from top to bottom. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly values: Uint16Array;
}

/** A picture at one size, blurred more and more, and what each blur takes away. */
export interface Octave {
  readonly width: number;
  readonly height: number;
  /** Standard deviations 1, √2, 2, 2√2 and 4. */
  readonly levels: readonly Uint16Array[];
  /** Each level but the first less the one before it. */
  readonly differences: readonly Int16Array[];
}

export const maxOctaves = 3;
/** No octave has a side under this. */
export const minSide = 12;
/** The level with twice the blur of the first is the first of the next octave. */
const halvedLevel = 2;

/**
 * Distances of the passes of `smooth` that lead to each level from the one before. A pass adds half the square of its
 * distance to the variance: 1, 1, 2, 4 and 8 in all. Only a picture that is blurred already takes a distance above 1.
 */
const passesOfLevels: readonly (readonly number[])[] = [[1, 1], [1, 1], [2], [2, 2], [4]];

/** Sizes of the octaves: each half of the one before, the last with sides of 12 at least. */
function octaveSizes(width: number, height: number): (readonly [width: number, height: number])[] {
  const sizes: (readonly [number, number])[] = [];
  for (let octave = 0; octave < maxOctaves && Math.min(width, height) >> octave >= minSide; octave++) {
    sizes.push([width >> octave, height >> octave]);
  }
  return sizes;
}

/**
 * The scale space of a picture (Lowe 2004, doi:10.1023/B:VISI.0000029664.99615.94), its Gaussians made of binomials,
 * which take no multiplication.
 */
export function buildOctaves(base: Plane): Octave[] {
  const octaves: Octave[] = [];
  let first = base;
  for (const [width, height] of octaveSizes(base.width, base.height)) {
    const isFirst = octaves.length === 0;
    const levels: Plane[] = [];
    let plane = isFirst ? first : halve(first);
    passesOfLevels.forEach((distances, index) => {
      // A halved level has the blur of the first already.
      if (isFirst || index > 0) for (const distance of distances) plane = smooth(plane, distance);
      levels.push(plane);
    });
    first = levels[halvedLevel] ?? first;
    octaves.push({
      width,
      height,
      levels: levels.map(({ values }) => values),
      differences: levels
        .slice(1)
        .map(({ values }, index) => subtract(values, levels[index]?.values ?? values)),
    });
  }
  return octaves;
}

/** Weighs each value twice and its neighbours at a distance once, down and across; edges repeated. */
export function smooth({ width, height, values }: Plane, distance: number): Plane {
  const down = new Uint16Array(values.length);
  for (let y = 0, at = 0; y < height; y++) {
    const above = Math.max(0, y - distance) * width;
    const below = Math.min(height - 1, y + distance) * width;
    for (let x = 0; x < width; x++, at++) {
      down[at] = weigh(values[above + x] ?? 0, values[at] ?? 0, values[below + x] ?? 0);
    }
  }
  const both = new Uint16Array(values.length);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const left = down[at - Math.min(x, distance)] ?? 0;
      const right = down[at + Math.min(width - 1 - x, distance)] ?? 0;
      both[at] = weigh(left, down[at] ?? 0, right);
    }
  }
  return { width, height, values: both };
}

/** Rounds twice, upwards, as the processor's average of two does. */
function weigh(before: number, here: number, after: number): number {
  return (((before + after + 1) >> 1) + here + 1) >> 1;
}

/** Means of squares of four; what is left at the right and the bottom is dropped. */
export function halve({ width, height, values }: Plane): Plane {
  const [narrow, low] = [width >> 1, height >> 1];
  const means = new Uint16Array(narrow * low);
  for (let y = 0, to = 0; y < low; y++) {
    for (let x = 0, at = 2 * y * width; x < narrow; x++, at += 2, to++) {
      const upper = (values[at] ?? 0) + (values[at + 1] ?? 0);
      const lower = (values[at + width] ?? 0) + (values[at + width + 1] ?? 0);
      means[to] = (upper + lower + 2) >> 2;
    }
  }
  return { width: narrow, height: low, values: means };
}

function subtract(more: Uint16Array, less: Uint16Array): Int16Array {
  return Int16Array.from(more, (value, at) => value - (less[at] ?? 0));
}
