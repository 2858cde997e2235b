import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { permuteColumns, smallestPValue } from '../../src/statistics/permutation-test.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';

beforeAll(preparePython, pythonSetupMs);

const units = fc.array(fc.tuple(fc.nat(2), fc.nat(1)), { minLength: 6, maxLength: 24 });

it("agrees with SciPy's permutation test of χ² but for the draws", async () => {
  const cases = fc.sample(units, { numRuns: 12, seed: 90 });
  const script = `
import json, sys
import numpy as np
from scipy.stats import permutation_test
def chi(rows, columns):
    table = np.zeros((3, 2))
    np.add.at(table, (rows, columns), 1)
    expected = np.outer(table.sum(1), table.sum(0)) / table.sum()
    return float(np.sum(np.divide((table - expected) ** 2, expected, out=np.zeros_like(table), where=expected > 0)))
def p(units):
    rows, columns = np.array(units).T
    return float(permutation_test((columns,), lambda c: chi(rows, c), permutation_type='pairings', n_resamples=4000,
                                  alternative='greater', rng=np.random.default_rng(1)).pvalue)
print(json.dumps([p(u) for u in json.load(sys.stdin)]))`;
  const expected = (await runPython(script, cases)) as number[];
  cases.forEach((list, index) => {
    const rows = list.map(([row]) => row);
    const columns = list.map(([, column]) => column);
    const { pValue, draws } = permuteColumns(rows, columns, { level: 1, draws: 4000 });
    expect(draws).toBe(4000);
    // Four deviations of the difference of two shares among 4,000 draws, at most 0.032.
    expect(Math.abs(pValue - (expected[index] ?? NaN))).toBeLessThan(0.035);
  });
});

it('ends early only where the level is out of reach, and gives the same for the same units', () => {
  const together = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
  const apart = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1];
  const told = permuteColumns(together, together, { level: 0.05, draws: 999 });
  expect(told.draws).toBe(999);
  // Two of the 924 ways to deal six of twelve are as far apart.
  expect(told.pValue).toBeLessThan(0.01);
  const untold = permuteColumns(together, apart, { level: 0.05, draws: 999 });
  expect(untold.draws).toBeLessThan(200);
  expect(untold.pValue).toBeGreaterThan(0.05);
  expect(permuteColumns(together, apart, { level: 0.05, draws: 999 })).toEqual(untold);
});

it('falls below a level no more often than the level says, where nothing is associated', () => {
  const rows = Array.from({ length: 20 }, (_, unit) => unit % 2);
  const draws = fc.sample(fc.shuffledSubarray(rows, { minLength: 20, maxLength: 20 }), {
    numRuns: 400,
    seed: 91,
  });
  const low = draws.filter(
    (columns) => permuteColumns(rows, columns, { level: 0.1, draws: 199 }).pValue <= 0.1,
  );
  // Four deviations of 400 trials above 0.1.
  expect(low.length / draws.length).toBeLessThan(0.16);
});

it('has a smallest value: one in as many ways as there are', () => {
  expect(smallestPValue([2, 2])).toBeCloseTo(1 / 6, 12);
  expect(smallestPValue([6, 0, 6])).toBeCloseTo(1 / 924, 12);
  expect(smallestPValue([3, 2, 1])).toBeCloseTo(1 / 60, 12);
  expect(smallestPValue([5])).toBe(1);
});
