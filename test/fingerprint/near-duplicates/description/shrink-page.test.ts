import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weighAxis } from '../../../../src/fingerprint/near-duplicates/description/axis-taps.ts';
import { shrinkPage } from '../../../../src/fingerprint/near-duplicates/description/shrink-page.ts';
import { makePage } from '../../make-images.ts';

/** Means of `cells` cells of an axis, with each sample repeated so often that no border cuts one. */
function averageRepeated(samples: readonly number[], cells: number): number[] {
  const repeated = samples.flatMap((sample) => Array.from({ length: cells }, () => sample));
  return Array.from({ length: cells }, (_, cell) => {
    const part = repeated.slice(cell * samples.length, (cell + 1) * samples.length);
    return part.reduce((sum, sample) => sum + sample, 0) / part.length;
  });
}

/** Linear interpolation at the centres of the cells; beyond the outermost samples, their values. */
function interpolateCenters(samples: readonly number[], cells: number): number[] {
  return Array.from({ length: cells }, (_, cell) => {
    const place = Math.max(0, Math.min(samples.length - 1, ((cell + 0.5) * samples.length) / cells - 0.5));
    const before = Math.floor(place);
    const [one = 0, other = one] = samples.slice(before);
    return one + (place - before) * (other - one);
  });
}

function applyTaps(samples: readonly number[], cells: number): number[] {
  const { firsts, offsets, weights, total } = weighAxis(samples.length, cells);
  return Array.from({ length: cells }, (_, cell) => {
    const from = offsets[cell] ?? 0;
    const own = [...weights.subarray(from, offsets[cell + 1])];
    expect(own.reduce((sum, weight) => sum + weight, 0)).toBe(total);
    return (
      own.reduce((sum, weight, tap) => sum + weight * (samples[(firsts[cell] ?? 0) + tap] ?? NaN), 0) / total
    );
  });
}

describe('weighAxis', () => {
  const axis = fc.tuple(
    fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 60 }),
    fc.integer({ min: 1, max: 60 }),
  );

  it('averages what lies in each cell, and interpolates where a cell is smaller than a sample', () => {
    fc.assert(
      fc.property(axis, ([samples, cells]) => {
        const expected =
          samples.length >= cells ? averageRepeated(samples, cells) : interpolateCenters(samples, cells);
        applyTaps(samples, cells).forEach((mean, cell) => expect(mean).toBeCloseTo(expected[cell] ?? NaN, 9));
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('gives the flipped means of flipped samples', () => {
    fc.assert(
      fc.property(axis, ([samples, cells]) => {
        expect(applyTaps([...samples].reverse(), cells)).toEqual(applyTaps(samples, cells).reverse());
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

describe('shrinkPage', () => {
  it.each([false, true])('averages the frame alone, down and across (16 bits: %s)', (isWide) => {
    const { width, height, samples: levels } = makePage(37, 29, 1, { isWide });
    const frame = { left: 4, top: 3, right: 35, bottom: 26 };
    const means = shrinkPage({ width, height, levels }, frame, 9, 7);
    const rows = Array.from({ length: 23 }, (_, y) => [
      ...levels.subarray((y + 3) * width + 4, (y + 3) * width + 35),
    ]);
    const narrow = rows.map((row) => averageRepeated(row, 9));
    const scale = isWide ? 1 : 257;
    for (let column = 0; column < 9; column++) {
      const expected = averageRepeated(
        narrow.map((row) => row[column] ?? NaN),
        7,
      );
      expected.forEach((mean, row) =>
        expect(Math.abs((means[row * 9 + column] ?? NaN) - mean * scale)).toBeLessThanOrEqual(0.5001),
      );
    }
  });
});
