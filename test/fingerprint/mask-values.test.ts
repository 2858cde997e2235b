import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  colorKey,
  DeclaredValues,
  liesBetween,
  nearestColor,
  swapKey,
  type Rgb,
} from '../../src/fingerprint/mask-values.ts';

const level = fc.integer({ min: 0, max: 255 });
const color: fc.Arbitrary<Rgb> = fc.tuple(level, level, level);

describe('the nearest colour', () => {
  it('is the first of those at the least distance', () => {
    const few = fc.constantFrom(0, 10, 20);
    const coarse = fc.tuple(few, few, few);
    fc.assert(
      fc.property(coarse, fc.array(coarse, { minLength: 1, maxLength: 6 }), (given, declared) => {
        const distances = declared.map((other) =>
          Math.hypot(...other.map((value, at) => value - (given[at] ?? 0))),
        );
        expect(nearestColor(colorKey(given), declared)).toBe(distances.indexOf(Math.min(...distances)));
      }),
      { seed: 8, numRuns: 1000 },
    );
  });

  it('is none of none', () => expect(nearestColor(5, [])).toBeUndefined());
});

describe('a colour between two', () => {
  it('is every rounded mean of them', () => {
    fc.assert(
      fc.property(color, color, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, part) => {
        fc.pre(colorKey(from) !== colorKey(to));
        const mix = (at: 0 | 1 | 2) => Math.round(from[at] + part * (to[at] - from[at]));
        const [u, v, w] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
        const mixed: Rgb = [mix(0), mix(1), mix(2)];
        const along =
          ((mixed[0] - from[0]) * u + (mixed[1] - from[1]) * v + (mixed[2] - from[2]) * w) /
          (u * u + v * v + w * w);
        // Rounding may step over an end.
        fc.pre(along >= 0 && along <= 1);
        expect(liesBetween(mixed, from, to)).toBe(true);
      }),
      { seed: 9, numRuns: 2000 },
    );
  });

  it('is none that no mean comes within a level of in every channel', () => {
    const close = fc.integer({ min: 0, max: 12 });
    const near = fc.tuple(close, close, close);
    fc.assert(
      fc.property(near, near, near, (given, from, to) => {
        fc.pre(colorKey(from) !== colorKey(to));
        let least = Infinity;
        for (let step = 0; step <= 2000; step++) {
          const offs = given.map((value, at) =>
            Math.abs((from[at] ?? 0) + (step / 2000) * ((to[at] ?? 0) - (from[at] ?? 0)) - value),
          );
          least = Math.min(least, Math.max(...offs));
        }
        if (liesBetween(given, from, to)) expect(least).toBeLessThanOrEqual(1.01);
      }),
      { seed: 10, numRuns: 300 },
    );
  });
});

it('exchanges red and blue', () => {
  expect(swapKey(0x123456)).toBe(0x563412);
  fc.assert(fc.property(fc.nat(0xffffff), (key) => swapKey(swapKey(key)) === key));
});

describe('an index', () => {
  const declared = new DeclaredValues({ kind: 'index', indices: [0, 100, 50] });

  it('is read as itself or as nothing, and placed with the nearest', () => {
    expect([0, 50, 49].map((key) => declared.readAs(key))).toEqual([0, 2, undefined]);
    expect([24, 25, 26, 76, 900].map((key) => declared.nearestPlace(key))).toEqual([0, 0, 2, 1, 1]);
  });

  it('is a blend between the least and the greatest present', () => {
    expect([1, 49, 50, 99].map((key) => declared.isBlend(key, [0, 2]))).toEqual([true, true, false, false]);
  });

  it('is near within 8', () =>
    expect([8, 9, 41, 42].map((key) => declared.isNear(key))).toEqual([true, false, false, true]));
});
