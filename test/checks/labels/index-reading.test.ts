import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divide, findFactor, findShift, listValues } from '../../../src/checks/labels/index-reading.ts';
import { mask } from '../build-dataset.ts';

const strays = (...values: readonly (readonly [value: string, pixels: number])[]) => ({
  strays: values.map(([value, pixels]) => ({ value, pixels })),
});

describe('the values of a mask', () => {
  const indices = [0, 1, 2];

  it('are the declared and the undeclared ones', () => {
    const given = mask([5, 0, 3], { distinct: 4, ...strays(['9', 3], ['1', 1]) });
    expect(listValues(given, { kind: 'index', indices })).toEqual([0, 1, 2, 9]);
  });

  it('are unknown where the fingerprint does not name all, or names colours', () => {
    const more = mask([5], { distinct: 3, ...strays(['9', 3]) });
    expect(listValues(more, { kind: 'index', indices })).toBeUndefined();
    const colors = mask([5], { distinct: 2, ...strays(['#010203', 3]) });
    expect(listValues(colors, { kind: 'index', indices })).toBeUndefined();
  });
});

describe('the factor of indices', () => {
  it('is found for every factor by which two indices or more were multiplied', () => {
    const factor = fc.oneof(fc.integer({ min: 2, max: 257 }), fc.constant(255 / 6));
    const used = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(factor, used, (by, order) => {
        const indices = [0, 1, 2, 3, 4, 5, 6];
        // Two masks of three classes each: only together they hold all.
        const masks = [order.slice(0, 3), order.slice(3)].map((classes) =>
          [0, ...classes].map((index) => Math.round(index * by)),
        );
        const found = findFactor(masks, indices) ?? 1;
        for (const value of masks.flat()) expect(divide(value, found, new Set(indices))).toBeDefined();
        expect(masks.flat().map((value) => Math.round(value / found))).toEqual(
          [0, ...order.slice(0, 3), 0, ...order.slice(3)].map((index) => index),
        );
      }),
      { seed: 5 },
    );
  });

  it('is none where one value alone could be any index', () =>
    expect(findFactor([[0, 50]], [0, 1, 2])).toBeUndefined());

  it('is that of the most masks', () =>
    expect(
      findFactor(
        [
          [0, 50, 100],
          [0, 50, 150],
          [0, 7, 14],
        ],
        [0, 1, 2, 3],
      ),
    ).toBe(50));
});

describe('a shift of indices', () => {
  const indices = [0, 1, 2];
  it.each([
    ['up, background missing', mask([0, 5, 5], { distinct: 3, ...strays(['3', 2]) }), [1, 2, 3], 1],
    ['none, with background', mask([1, 5, 4], { distinct: 4, ...strays(['3', 2]) }), [0, 1, 2, 3], undefined],
    ['down, background 255', mask([2, 3, 0], { distinct: 3, ...strays(['255', 7]) }), [0, 1, 255], -1],
    [
      'none: 255 is an outline',
      mask([5, 3, 2], { distinct: 4, ...strays(['255', 2]) }),
      [0, 1, 2, 255],
      undefined,
    ],
    ['none: 255 is all there is', mask([0, 0, 0], { distinct: 1, ...strays(['255', 12]) }), [255], undefined],
  ] as const)('%s', (_, given, values, shift) => expect(findShift(given, values, indices)).toBe(shift));
});
