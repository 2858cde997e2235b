import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { chiSquared, correctedCramersV, tabulate } from '../../src/statistics/contingency-table.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';

beforeAll(preparePython, pythonSetupMs);

const columns = 4;
const counts = fc
  .array(fc.array(fc.nat(20), { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 6 })
  .filter(
    (table) =>
      table.every((row) => row.some((count) => count > 0)) &&
      Array.from({ length: columns }, (_, at) => table.some((row) => (row[at] ?? 0) > 0)).every(Boolean),
  );

/** The units that a table of counts stands for. */
function tabulateCounts(table: readonly (readonly number[])[]) {
  const units = table.flatMap((row, r) =>
    row.flatMap((count, c) => Array.from({ length: count }, () => [r, c] as const)),
  );
  return tabulate(
    units.map(([row]) => row),
    units.map(([, column]) => column),
    table.length,
    Math.max(...table.map((row) => row.length)),
  );
}

it("agrees with SciPy's χ², and with Bergsma's formula over it", async () => {
  const cases = fc.sample(counts, { numRuns: 200, seed: 70 });
  const script = `
import json, sys
import numpy as np
from scipy.stats import chi2_contingency
def measure(table):
    table = np.array(table)
    chi = chi2_contingency(table, correction=False).statistic
    n, (r, c) = table.sum(), table.shape
    phi = max(0, chi / n - (r - 1) * (c - 1) / (n - 1))
    rt, ct = r - (r - 1) ** 2 / (n - 1), c - (c - 1) ** 2 / (n - 1)
    m = min(rt, ct) - 1
    return [float(chi), float(min(1, np.sqrt(phi / m))) if m > 1e-12 else None]
print(json.dumps([measure(t) for t in json.load(sys.stdin)]))`;
  const expected = (await runPython(script, cases)) as [chi: number, association: number | null][];
  cases.forEach((table, index) => {
    const [chi = NaN, association = NaN] = expected[index] ?? [];
    expect(chiSquared(tabulateCounts(table))).toBeCloseTo(chi, 8);
    if (association === null) expect(correctedCramersV(tabulateCounts(table))).toBeUndefined();
    else expect(correctedCramersV(tabulateCounts(table))).toBeCloseTo(association, 8);
  });
});

it('is 1 where one variable determines the other, 0 where they are independent', () => {
  expect(
    correctedCramersV(
      tabulateCounts([
        [9, 0],
        [0, 5],
      ]),
    ),
  ).toBeCloseTo(1, 12);
  expect(
    correctedCramersV(
      tabulateCounts([
        [10, 20],
        [30, 60],
      ]),
    ),
  ).toBe(0);
});

it('is not defined for a single value, or for as many values as units', () => {
  expect(correctedCramersV(tabulateCounts([[3, 4]]))).toBeUndefined();
  expect(
    correctedCramersV(
      tabulateCounts([
        [3, 4],
        [0, 0],
      ]),
    ),
  ).toBeUndefined();
  expect(
    correctedCramersV(
      tabulateCounts([
        [1, 0],
        [1, 0],
        [0, 1],
      ]),
    ),
  ).toBeUndefined();
  expect(correctedCramersV(tabulate([], [], 0, 0))).toBeUndefined();
});

it('does not change when rows and columns are exchanged', () => {
  fc.assert(
    fc.property(counts, (table) => {
      const turned = Array.from({ length: columns }, (_, at) => table.map((row) => row[at] ?? 0));
      const plain = correctedCramersV(tabulateCounts(table));
      const other = correctedCramersV(tabulateCounts(turned));
      if (plain === undefined) expect(other).toBeUndefined();
      else expect(other).toBeCloseTo(plain, 9);
    }),
    { seed: 71 },
  );
});
