import fc from 'fast-check';
import { expect, it } from 'vitest';
import { selectRank } from '../../../../src/fingerprint/near-duplicates/comparison/order-statistic.ts';

it('selects what a full sort puts at the rank, among equals too', () => {
  const list = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ noNaN: true })), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(list, fc.nat(), (values, seed) => {
      const rank = seed % values.length;
      const sorted = Float64Array.from(values).sort();
      // A sort puts −0 before 0; they are equal to a selection.
      expect(selectRank(Float64Array.from(values), rank) === sorted[rank]).toBe(true);
    }),
  );
});

it('gives 0 for no values', () => {
  expect(selectRank(new Float64Array(0), 0)).toBe(0);
});
