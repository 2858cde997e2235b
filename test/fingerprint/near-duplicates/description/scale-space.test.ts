import { beforeAll, describe, expect, it } from 'vitest';
import {
  listExtrema,
  locateKeypoint,
  minStrength,
} from '../../../../src/fingerprint/near-duplicates/description/keypoints.ts';
import {
  hashPatch,
  patchRadius,
  transformPatch,
} from '../../../../src/fingerprint/near-duplicates/description/patch-hash.ts';
import {
  buildOctaves,
  halve,
  smooth,
} from '../../../../src/fingerprint/near-duplicates/description/scale-space.ts';
import { levelUnit } from '../../../../src/fingerprint/near-duplicates/description/stretch-levels.ts';
import { preparePython, pythonSetupMs, runPython } from '../../../python.ts';
import { drawDetail } from '../draw-detail.ts';

beforeAll(preparePython, pythonSetupMs);

const { width, height, levels } = drawDetail(8, 96, 71);
const base = { width, height, values: Uint16Array.from(levels, (level) => level * levelUnit) };

/** Everything below with NumPy and SciPy. */
const script = `
import json, sys
import numpy as np
from scipy import ndimage
from scipy.fft import dctn

given = json.load(sys.stdin)
base = np.array(given['base'], float).reshape(given['height'], given['width'])

def passed(distance):
    kernel = np.zeros(2 * distance + 1)
    kernel[[0, distance, -1]] = [0.25, 0.5, 0.25]
    down = ndimage.correlate1d(base, kernel, axis=0, mode='nearest')
    return ndimage.correlate1d(down, kernel, axis=1, mode='nearest').ravel().tolist()

even = base[:base.shape[0] // 2 * 2, :base.shape[1] // 2 * 2]
halved = even.reshape(even.shape[0] // 2, 2, even.shape[1] // 2, 2).mean(axis=(1, 3)).ravel().tolist()
blurred = [ndimage.gaussian_filter(base, 2 ** (n / 2), mode='nearest', truncate=6).ravel().tolist() for n in range(5)]

extrema = []
for octave in given['octaves']:
    stack = np.array(octave['differences']).reshape(4, octave['height'], octave['width'])
    others = np.ones((3, 3, 3), bool)
    others[1, 1, 1] = False
    highest = ndimage.maximum_filter(stack, footprint=others, mode='constant', cval=99999)
    lowest = ndimage.minimum_filter(stack, footprint=others, mode='constant', cval=-99999)
    peaks = (stack >= given['least']) & (stack > highest)
    pits = (stack <= -given['least']) & (stack < lowest)
    extrema.append(sorted([int(l), int(y), int(x), int(abs(stack[l, y, x]))] for l, y, x in np.argwhere(peaks | pits)))

terms = []
for patch in given['patches']:
    octave = given['octaves'][patch['octave']]
    level = np.array(octave['levels'][patch['layer']], float).reshape(octave['height'], octave['width'])
    steps = ((np.arange(16) + 0.5) / 8 - 1) * patch['radius']
    ys, xs = np.meshgrid(patch['y'] + steps, patch['x'] + steps, indexing='ij')
    samples = ndimage.map_coordinates(level, [ys, xs], order=1, mode='nearest')
    terms.append((dctn(samples, norm='ortho')[:8, :8].T / 4).ravel().tolist())

print(json.dumps({
    'passes': {str(distance): passed(distance) for distance in (1, 2, 4)},
    'halved': halved, 'blurred': blurred, 'extrema': extrema, 'terms': terms,
}))`;

interface Expected {
  readonly passes: Readonly<Record<string, number[]>>;
  readonly halved: number[];
  readonly blurred: number[][];
  readonly extrema: [layer: number, y: number, x: number, strength: number][][];
  readonly terms: number[][];
}

const octaves = buildOctaves(base);
const packed = [...listExtrema(octaves)];
const patches = packed.flatMap((extremum) => {
  const keypoint = locateKeypoint(octaves, extremum);
  const octave = octaves[keypoint.octave];
  const terms = octave && transformPatch(octave, keypoint);
  return terms ? [{ ...keypoint, radius: patchRadius(keypoint), terms }] : [];
});

let expected: Expected;
beforeAll(async () => {
  expected = (await runPython(script, {
    ...{ width, height, base: [...base.values], least: minStrength },
    octaves: octaves.map((octave) => ({
      ...octave,
      levels: octave.levels.map((level) => [...level]),
      differences: octave.differences.map((difference) => [...difference]),
    })),
    patches: patches.map(({ octave, layer, x, y, radius }) => ({ octave, layer, x, y, radius })),
  })) as Expected;
}, pythonSetupMs);

function largestError(actual: ArrayLike<number>, wanted: readonly number[]): number {
  expect(actual).toHaveLength(wanted.length);
  return Math.max(...wanted.map((value, at) => Math.abs(value - (actual[at] ?? NaN))));
}

describe('the scale space', () => {
  it.each([1, 2, 4])(
    'has the binomial of SciPy at a distance of %i, rounded up at most four times',
    (distance) => {
      // Each of two averages adds a half at most, of which the second average of a pair halves the first.
      expect(
        largestError(smooth(base, distance).values, expected.passes[distance] ?? []),
      ).toBeLessThanOrEqual(1.5);
    },
  );

  it('has the means of squares of four', () => {
    expect(largestError(halve(base).values, expected.halved)).toBeLessThanOrEqual(0.5);
  });

  it('has the Gaussians of SciPy within 1 % of the contrast away from the edges, and 4 % at them', () => {
    // Each pass repeats the edge anew, where a Gaussian repeats that of the picture once.
    const edge = 12;
    octaves[0]?.levels.forEach((level, index) => {
      const wanted = expected.blurred[index] ?? [];
      const isInside = (_: number, at: number): boolean => {
        const [x, y] = [at % width, Math.floor(at / width)];
        return x >= edge && y >= edge && x < width - edge && y < height - edge;
      };
      const inside = largestError(level.filter(isInside), wanted.filter(isInside));
      expect(inside).toBeLessThanOrEqual(0.01 * 255 * levelUnit);
      expect(largestError(level, wanted)).toBeLessThanOrEqual(0.04 * 255 * levelUnit);
    });
    expect(octaves.map((octave) => [octave.width, octave.height])).toEqual([
      [96, 71],
      [48, 35],
      [24, 17],
    ]);
  });
});

describe('listExtrema', () => {
  it('lists those that the filters of SciPy find, the weakest first', () => {
    const found = expected.extrema.map((): number[][] => []);
    for (const extremum of packed) {
      const layer = ((extremum >> 14) & 1) + 1;
      found[(extremum >> 15) & 3]?.push([layer, (extremum >> 7) & 127, extremum & 127, extremum >> 17]);
    }
    expect(found.map((own) => own.sort(compareLists))).toEqual(expected.extrema);
    expect(packed.length).toBeGreaterThan(40);
    expect(packed).toEqual([...packed].sort((a, b) => a - b));
  });
});

function compareLists(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

describe('transformPatch', () => {
  it('has the terms of SciPy within the rounding of its 16-bit steps', () => {
    expect(patches.length).toBeGreaterThan(30);
    patches.forEach(({ terms }, index) => {
      const wanted = expected.terms[index] ?? [];
      // The first term is the mean, from which the middle level was taken.
      expect(largestError(terms.subarray(1), wanted.slice(1))).toBeLessThanOrEqual(6);
    });
    const sizes = patches.flatMap(({ terms }) => [...terms.subarray(1)].map(Math.abs));
    expect(Math.max(...sizes)).toBeGreaterThan(1000);
  });
});

describe('hashPatch', () => {
  /** The terms of the patch once it is transposed, flipped left and right, and flipped top and bottom. */
  function turn(terms: Int16Array, orientation: number): Int16Array {
    return terms.map((_, at) => {
      const [u, v] = [Math.floor(at / 8), at % 8];
      const sign = ((orientation & 1) * u + ((orientation >> 1) & 1) * v) % 2 === 1 ? -1 : 1;
      return sign * (terms[orientation & 4 ? v * 8 + u : at] ?? 0);
    });
  }

  it('gives one word whichever way the patch is turned', () => {
    let certain = 0;
    for (const { terms } of patches) {
      const [word, ...doubts] = hashPatch(terms);
      if (!word || doubts.length > 0) continue;
      certain++;
      for (let orientation = 0; orientation < 8; orientation++) {
        const [turned] = hashPatch(turn(terms, orientation));
        expect({ high: turned?.high, low: turned?.low }).toEqual({ high: word.high, low: word.low });
      }
    }
    expect(certain).toBeGreaterThan(20);
  });

  it('is the signs of the terms of the patch that is turned as it says', () => {
    for (const { terms } of patches) {
      for (const { high, low, orientation } of hashPatch(terms)) {
        const posed = turn(terms, orientation);
        for (let at = 0; at < 64; at++) {
          const [v, u] = [Math.floor(at / 8), at % 8];
          const bit = ((at < 32 ? high : low) >>> (at % 32)) & 1;
          expect(bit).toBe(u + v >= 2 && (posed[u * 8 + v] ?? 0) > 0 ? 1 : 0);
        }
      }
    }
  });

  it('has a word for each pose where a sign or an order is in doubt', () => {
    const terms = new Int16Array(64);
    terms[8] = 1000;
    expect(hashPatch(terms).map(({ orientation }) => orientation)).toEqual([0, 2]);
    terms[1] = 990;
    expect(hashPatch(terms).map(({ orientation }) => orientation)).toEqual([0, 4]);
    terms[1] = -500;
    expect(hashPatch(terms).map(({ orientation }) => orientation)).toEqual([2]);
    terms[1] = -2000;
    expect(hashPatch(terms).map(({ orientation }) => orientation)).toEqual([5]);
  });
});
