import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tabulate } from '../../src/statistics/contingency-table.ts';
import { balancedAccuracy } from '../../src/statistics/held-out-prediction.ts';

const units = fc.array(fc.tuple(fc.nat(3), fc.nat(2)), { minLength: 6, maxLength: 30 });

function measure(list: readonly (readonly [row: number, column: number])[]): number | undefined {
  return balancedAccuracy(
    tabulate(
      list.map(([row]) => row),
      list.map(([, column]) => column),
      4,
      3,
    ),
  );
}

it('agrees with leaving out every unit and looking at the others', () => {
  let measured = 0;
  fc.assert(
    fc.property(units, (list) => {
      const expected = leaveOut(list);
      const found = measure(list);
      if (expected === undefined) expect(found).toBeUndefined();
      else {
        expect(found).toBeCloseTo(expected, 12);
        measured++;
      }
    }),
    { numRuns: 500, seed: 80 },
  );
  expect(measured).toBeGreaterThan(200);
});

it('is 1 where the row gives the column away, and no better than chance where all rows are one', () => {
  expect(
    measure([
      [0, 0],
      [0, 0],
      [1, 1],
      [1, 1],
    ]),
  ).toBe(1);
  expect(
    measure([
      [0, 0],
      [0, 0],
      [0, 1],
      [0, 1],
    ]),
  ).toBe(0);
  expect(
    measure([
      [0, 0],
      [1, 1],
      [1, 1],
    ]),
  ).toBeUndefined();
});

/** By definition: the share of each column among the others, in the row of the unit that is left out. */
function leaveOut(list: readonly (readonly [row: number, column: number])[]): number | undefined {
  const columns = [...new Set(list.map(([, column]) => column))];
  const right = new Map(columns.map((column) => [column, 0]));
  for (const [at, [row, column]] of list.entries()) {
    const others = list.filter((_, other) => other !== at);
    const shares = columns.map((one) => {
      const all = others.filter(([, of]) => of === one);
      return { one, share: all.filter(([of]) => of === row).length / all.length };
    });
    const own = shares.find(({ one }) => one === column)?.share ?? NaN;
    if (own > 0 && shares.every(({ one, share }) => one === column || share < own))
      right.set(column, (right.get(column) ?? 0) + 1);
  }
  const sizes = columns.map((column) => list.filter(([, of]) => of === column).length);
  if (columns.length < 2 || sizes.some((size) => size < 2)) return undefined;
  return (
    columns.reduce((sum, column, at) => sum + (right.get(column) ?? 0) / (sizes[at] ?? 1), 0) / columns.length
  );
}
