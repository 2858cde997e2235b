import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lanes } from '../../src/statistics/drawn-weights.ts';
import { MemoryPlan, openPlainMemory, openSimdMemory } from '../../src/statistics/kernels/memory.ts';

const hasSimd = openSimdMemory(0) !== undefined;
if (!hasSimd) console.warn('skipped: this processor has no SIMD for WebAssembly');

const figure = fc.double({ min: -1e3, max: 1e3, noNaN: true });

/** Rows with their weights in each lane, a figure of each row and another, and lists of some of the rows. */
const table = fc.integer({ min: 1, max: 30 }).chain((rows) => {
  const doubles = (count: number, value: fc.Arbitrary<number>) =>
    fc.array(value, { minLength: count, maxLength: count }).map((values) => Float64Array.from(values));
  return fc.record({
    rows: fc.constant(rows),
    weights: doubles(rows * lanes, fc.nat(4)),
    figures: doubles(rows, figure),
    others: doubles(rows, figure),
    from: fc.nat(rows),
    listed: fc
      .array(fc.nat(rows - 1), { maxLength: rows })
      .map((list) => Int32Array.from(list, (row) => row * lanes)),
  });
});

describe.skipIf(!hasSimd)('the kernels in WebAssembly', () => {
  it('write the same bits as the plain ones', () => {
    fc.assert(
      fc.property(table, ({ rows, weights, figures, others, from, listed }) => {
        const plan = new MemoryPlan();
        const [weight, list] = [plan.place(weights), plan.place(listed)];
        const [first, second] = [plan.place(figures), plan.place(others)];
        const [seen, sums, squares] = [
          plan.reserve((rows + 1) * lanes),
          plan.reserve(lanes),
          plan.reserve(lanes),
        ];
        const count = listed.length;
        const compute = (open: typeof openPlainMemory): Float64Array[] => {
          const { kernels, doubles } = plan.open(open);
          const read = (at: number): Float64Array => doubles.slice(at / 8, at / 8 + lanes);
          const results: Float64Array[] = [];
          kernels.weighShares(list, first, count, weight, sums);
          results.push(read(sums));
          kernels.weighMoments(first, weight, from, rows, sums, squares);
          results.push(read(sums), read(squares));
          kernels.weighPairs(list, count, list, list, list, count, weight, seen, sums);
          results.push(read(sums), doubles.slice(seen / 8, seen / 8 + (count + 1) * lanes));
          kernels.weighGaps(list, first, second, count, weight, sums);
          results.push(read(sums));
          return results;
        };
        expect(compute((bytes) => openSimdMemory(bytes) ?? openPlainMemory(bytes))).toEqual(
          compute(openPlainMemory),
        );
      }),
    );
  });

  it('have memory that grows, and refuse more than they may have', () => {
    const plan = new MemoryPlan();
    const wide = new Float64Array(2e6).fill(1);
    const at = plan.place(wide);
    const weights = plan.place(new Float64Array(lanes).fill(2));
    const rows = plan.place(new Int32Array(2e6));
    const sums = plan.reserve(lanes);
    const { kernels, doubles } = plan.open();
    kernels.weighShares(rows, at, 2e6, weights, sums);
    expect([...doubles.slice(sums / 8, sums / 8 + lanes)]).toEqual(Array<number>(lanes).fill(4e6));
    expect(openSimdMemory(2 ** 31)).toBeUndefined();
    expect(openSimdMemory(1)?.doubles.length).toBeGreaterThan(2e6);
  });
});
