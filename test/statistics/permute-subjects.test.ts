import { beforeAll, describe, expect, it } from 'vitest';
import {
  countArrangements,
  permuteSubjects,
  smallestPermutationP,
} from '../../src/statistics/permute-subjects.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';
import { drawSubjectTable, rowsOf } from './draw-subjects.ts';

beforeAll(preparePython, pythonSetupMs);

describe('all arrangements', () => {
  const cases = [
    [4, 4],
    [3, 7],
    [6, 4],
    [2, 6],
    [5, 5],
  ].flatMap(([firstCount = 0, secondCount = 0], index) =>
    [0, 15, 60].map((shift) => drawSubjectTable(90 + index, { firstCount, secondCount, width: 4, shift })),
  );

  it('give the p-values of a step-down maximum counted out in Python, with t as the statistic', async () => {
    const script = `
import json, sys
from itertools import combinations
import numpy as np
def t(a, b):
    pooled = (((a - a.mean(0)) ** 2).sum(0) + ((b - b.mean(0)) ** 2).sum(0)) / (len(a) + len(b) - 2)
    return np.abs(b.mean(0) - a.mean(0)) / np.sqrt(pooled * (1 / len(a) + 1 / len(b)))
def adjust(case):
    a, b = np.array(case['a']), np.array(case['b'])
    rows = np.vstack([a, b])
    observed = t(a, b)
    order = np.argsort(-observed)
    seen = []
    for chosen in combinations(range(len(rows)), len(a)):
        rest = [row for row in range(len(rows)) if row not in chosen]
        seen.append(t(rows[list(chosen)], rows[rest]))
    seen = np.array(seen)
    adjusted, highest = [0] * len(observed), 0
    for place, column in enumerate(order):
        reached = seen[:, order[place:]].max(1) >= observed[column] * (1 - 1e-9)
        highest = max(highest, reached.mean())
        adjusted[column] = highest
    return adjusted
print(json.dumps([adjust(case) for case in json.load(sys.stdin)]))`;
    const expected = (await runPython(script, cases.map(rowsOf))) as number[][];
    cases.forEach((table, index) => {
      const { pValues } = permuteSubjects(table, 2000, 1);
      expected[index]?.forEach((p, column) => expect(pValues[column]).toBeCloseTo(p, 12));
    });
  });

  it('give the p-value of SciPy for a single figure', async () => {
    const single = cases.map((table) => ({
      ...table,
      width: 1,
      values: table.values.filter((_, at) => at % table.width === 0),
    }));
    const script = `
import json, sys
import numpy as np
from scipy.stats import permutation_test
def p(case):
    a, b = np.ravel(case['a']), np.ravel(case['b'])
    difference = lambda x, y, axis: np.abs(np.mean(x, axis=axis) - np.mean(y, axis=axis))
    return permutation_test((a, b), difference, vectorized=True, n_resamples=np.inf, alternative='greater').pvalue
print(json.dumps([p(case) for case in json.load(sys.stdin)]))`;
    const expected = (await runPython(script, single.map(rowsOf))) as number[];
    single
      .map((table) => permuteSubjects(table, 2000, 1).pValues[0])
      .forEach((p, index) => expect(p).toBeCloseTo(expected[index] ?? NaN, 12));
  });
});

it('draws arrangements where there are too many, close to the p-value of all of them', () => {
  const table = drawSubjectTable(7, { firstCount: 6, secondCount: 7, width: 3, shift: 12 });
  const all = permuteSubjects(table, 1716, 1).pValues;
  const some = permuteSubjects(table, 1715, 1).pValues;
  // Four standard errors of a share of 1,715 draws.
  all.forEach((p, column) =>
    expect(Math.abs((some[column] ?? NaN) - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 1715) + 1e-3),
  );
  expect(some).not.toEqual(all);
  expect(permuteSubjects(table, 1715, 1)).toEqual(permuteSubjects(table, 1715, 1));
});

it('tells how much of the variation lies between the sides', () => {
  const apart = { width: 2, firstCount: 2, secondCount: 2, values: Float64Array.of(1, 5, 1, 5, 3, 5, 3, 5) };
  const { explained, pValues } = permuteSubjects(apart, 100, 1);
  expect(explained[0]).toBeCloseTo(1, 12);
  expect(explained[1]).toBe(0);
  expect([...pValues]).toEqual([2 / 6, 1]);
});

it('raises a false alarm among twelve figures of equal sides in about 5 % of draws', () => {
  let alarms = 0;
  const draws = 400;
  for (let seed = 0; seed < draws; seed++) {
    const table = drawSubjectTable(1000 + seed, { firstCount: 6, secondCount: 8, width: 12 });
    if (permuteSubjects(table, 400, seed).pValues.some((p) => p <= 0.05)) alarms++;
  }
  // Two-sided 99.9 % limits of a binomial share of 5 % in 400.
  expect(alarms / draws).toBeGreaterThan(0.015);
  expect(alarms / draws).toBeLessThan(0.09);
});

it('counts arrangements, and cannot be surer than one of all', () => {
  expect([countArrangements(4, 4), countArrangements(3, 17), countArrangements(0, 5)]).toEqual([70, 1140, 1]);
  expect(countArrangements(500, 500)).toBe(Infinity);
  expect(smallestPermutationP(3, 3)).toBeCloseTo(0.1, 12);
  expect(smallestPermutationP(4, 4)).toBeCloseTo(2 / 70, 12);
  expect(smallestPermutationP(3, 4)).toBeCloseTo(1 / 35, 12);
  expect([smallestPermutationP(0, 9), smallestPermutationP(500, 500)]).toEqual([1, 0]);
});
