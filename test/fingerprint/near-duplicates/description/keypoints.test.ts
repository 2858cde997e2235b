import { describe, expect, it } from 'vitest';
import { plainKernels } from '../../../../src/fingerprint/kernels/plain-kernels.ts';
import {
  locateKeypoint,
  placeOf,
} from '../../../../src/fingerprint/near-duplicates/description/keypoints.ts';
import { halve, type Octave } from '../../../../src/fingerprint/near-duplicates/description/scale-space.ts';

const size = 20;

/** An octave whose differences are a paraboloid with its peak at a place and scale. */
function makeOctave(peakX: number, peakY: number, peakLayer: number): Octave {
  const differences = [0, 1, 2, 3].map((layer) =>
    Int16Array.from({ length: size * size }, (_, at) => {
      const [x, y] = [at % size, Math.floor(at / size)];
      return 9000 - 100 * ((x - peakX) ** 2 + 2 * (y - peakY) ** 2 + 4 * (layer - peakLayer) ** 2);
    }),
  );
  return { width: size, height: size, levels: [], differences };
}

describe('locateKeypoint', () => {
  it('finds the peak of a parabola between the pixels and the layers', () => {
    const octave = makeOctave(7.3, 11.6, 1.25);
    const packed = (1000 << 17) | (2 << 14) | (12 << 7) | 7;
    const { octave: number, layer, x, y, scale } = locateKeypoint([octave, octave], packed);
    expect({ number, layer }).toEqual({ number: 1, layer: 1 });
    expect(x).toBeCloseTo(7.3, 2);
    expect(y).toBeCloseTo(11.6, 2);
    expect(scale).toBeCloseTo(0.25, 2);
  });
});

describe('placeOf', () => {
  it.each([
    [{ octave: 0, layer: 1, x: 10, y: 20, scale: 0 }, [20, 40, 4]],
    [{ octave: 0, layer: 2, x: 10.25, y: 20, scale: 0.5 }, [21, 40, 10]],
    // A pixel of the third octave covers four: the middle of those of column 2 is 9.5.
    [{ octave: 2, layer: 1, x: 2, y: 0, scale: -0.5 }, [19, 3, 18]],
  ])('of %o is %o', (keypoint, place) => expect(placeOf(keypoint)).toEqual(place));
});

describe('halve', () => {
  it.each([
    [[0, 0, 0, 1], 0],
    [[0, 0, 1, 1], 1],
    [[1, 1, 1, 0], 1],
    [[3, 4, 4, 4], 4],
  ])('rounds the mean of %o to %i, a half upwards', (values, mean) => {
    expect([...halve({ width: 2, height: 2, values: Uint16Array.from(values) }).values]).toEqual([mean]);
  });
});

describe('the words of a picture', () => {
  it('are those of its strongest blobs', () => {
    const side = 96;
    const levels = new Uint8Array(side * side);
    for (let at = 0; at < levels.length; at++) {
      const [x, y] = [at % side, Math.floor(at / side)];
      const square = ((x % 8) - 4) ** 2 + ((y % 8) - 4) ** 2;
      levels[at] = 60 + Math.round((x < side / 2 ? 40 : 150) * Math.exp(-square / 4));
    }
    const { words, places } = plainKernels.describePicture({ width: side, height: side, levels });
    expect(words.length / 2).toBeGreaterThanOrEqual(48);
    for (let at = 0; at < places.length; at += 4) expect(places[at]).toBeGreaterThanOrEqual(side - 1);
  });
});
