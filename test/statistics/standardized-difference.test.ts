import { beforeAll, expect, it } from 'vitest';
import { correctSmallSample, hedgesG, momentsOf } from '../../src/statistics/standardized-difference.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';
import { drawNormal } from './draw-subjects.ts';

beforeAll(preparePython, pythonSetupMs);

it("is Hedges' g with the correction by the gamma function, to ten digits", async () => {
  const cases = Array.from({ length: 120 }, (_, seed) => {
    const normal = drawNormal(seed);
    return {
      a: Array.from({ length: 2 + (seed % 17) }, () => 20 + 3 * normal()),
      b: Array.from({ length: 2 + ((seed * 7) % 40) }, () => 24 + 5 * normal()),
    };
  });
  const script = `
import json, sys
import numpy as np
from scipy.special import gammaln
def g(a, b):
    m = len(a) + len(b) - 2
    pooled = np.sqrt(((len(a) - 1) * np.var(a, ddof=1) + (len(b) - 1) * np.var(b, ddof=1)) / m)
    return np.exp(gammaln(m / 2) - gammaln((m - 1) / 2)) / np.sqrt(m / 2) * (np.mean(b) - np.mean(a)) / pooled
print(json.dumps([g(case['a'], case['b']) for case in json.load(sys.stdin)]))`;
  const expected = (await runPython(script, cases)) as number[];
  cases.forEach(({ a, b }, index) =>
    expect(hedgesG(momentsOf(a), momentsOf(b))).toBeCloseTo(expected[index] ?? NaN, 10),
  );
});

it('corrects as the gamma function does where the table ends, too, to seven digits', async () => {
  const degrees = [2, 3, 4, 17, 998, 999, 1000, 1001, 5000];
  const script = `
import json, sys
from math import lgamma, exp, sqrt
print(json.dumps([exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2) for m in json.load(sys.stdin)]))`;
  const expected = (await runPython(script, degrees)) as number[];
  degrees.forEach((freedom, index) =>
    expect(correctSmallSample(freedom)).toBeCloseTo(expected[index] ?? NaN, 7),
  );
});

it('is 0 for equal means, without a unit where nothing spreads, and of opposite sign when exchanged', () => {
  const of = (...values: number[]) => momentsOf(values);
  expect(hedgesG(of(3, 3), of(3, 3, 3))).toBe(0);
  expect(hedgesG(of(3, 3), of(4, 4))).toBeUndefined();
  expect(hedgesG(of(3), of(4))).toBeUndefined();
  expect(hedgesG(of(), of(4, 5))).toBeUndefined();
  expect(hedgesG(of(1, 2, 3), of(4, 5, 7))).toBeCloseTo(-(hedgesG(of(4, 5, 7), of(1, 2, 3)) ?? NaN), 14);
});
