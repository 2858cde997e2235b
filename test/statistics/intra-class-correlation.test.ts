import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { effectiveNumber } from '../../src/statistics/effective-number.ts';
import { designEffect, measureClusterVariance } from '../../src/statistics/intra-class-correlation.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';

beforeAll(preparePython, pythonSetupMs);

const value = fc.integer({ min: -10_000, max: 10_000 }).map((tenths) => tenths / 10);
const clusters = fc.array(fc.array(value, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 12 });
const tellable = clusters.filter((list) => list.some((cluster) => new Set(cluster).size > 1));

it("agrees with SciPy's analysis of variance, by its F value", async () => {
  const cases = fc.sample(tellable, { numRuns: 200, seed: 50 });
  const script = `
import json, sys
import numpy as np
from scipy.stats import f_oneway
def correlation(clusters):
    f = f_oneway(*clusters).statistic
    n = np.array([len(c) for c in clusters], dtype=float)
    n0 = (n.sum() - (n ** 2).sum() / n.sum()) / (len(n) - 1)
    return float((f - 1) / (f - 1 + n0))
print(json.dumps([correlation(c) for c in json.load(sys.stdin)]))`;
  const expected = (await runPython(script, cases)) as number[];
  cases.forEach((list, index) =>
    expect(measureClusterVariance(list)?.correlation).toBeCloseTo(expected[index] ?? NaN, 7),
  );
});

it('finds again the correlation that values were drawn with', async () => {
  const script = `
import json, sys
import numpy as np
rng = np.random.default_rng(7)
def draw(rho):
    return [(np.sqrt(rho) * rng.normal() + np.sqrt(1 - rho) * rng.normal(size=rng.integers(2, 12))).tolist() for _ in range(2000)]
print(json.dumps([draw(rho) for rho in json.load(sys.stdin)]))`;
  const wanted = [0, 0.5, 0.9];
  const drawn = (await runPython(script, wanted)) as number[][][];
  wanted.forEach((rho, index) => {
    const found = measureClusterVariance(drawn[index] ?? [])?.correlation ?? NaN;
    expect(Math.abs(found - rho)).toBeLessThan(0.03);
  });
});

it('is 1 where the values of a cluster are equal, and cannot be told without spread or repetition', () => {
  expect(measureClusterVariance([[3, 3], [5, 5, 5], []])).toEqual({
    correlation: 1,
    clusters: 2,
    values: 5,
    meanSizePerValue: 13 / 5,
  });
  for (const given of [[], [[1, 2]], [[1], [2], [3]], [[0.1, 0.1], [0.1]]])
    expect(measureClusterVariance(given)).toBeUndefined();
});

it('changes neither with unit and origin nor with the order of values and clusters', () => {
  const whole = fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 6 }), {
    minLength: 2,
    maxLength: 8,
  });
  fc.assert(
    fc.property(
      whole,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: -9, max: 9 }),
      (list, scale, move) => {
        const plain = measureClusterVariance(list)?.correlation;
        const changed = list.map((cluster) => cluster.map((x) => scale * x + move).toReversed()).toReversed();
        const other = measureClusterVariance(changed)?.correlation;
        if (plain === undefined) expect(other).toBeUndefined();
        else expect(other).toBeCloseTo(plain, 9);
        if (plain !== undefined) expect(plain).toBeLessThanOrEqual(1);
      },
    ),
    { seed: 51 },
  );
});

it("leads from the number of values, where they are independent, to Kish's number of clusters, where they are one", () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(sizes, (list) => {
      const total = list.reduce((sum, size) => sum + size, 0);
      const perValue = list.reduce((sum, size) => sum + size * size, 0) / total;
      expect(total / designEffect(1, perValue)).toBeCloseTo(effectiveNumber(list), 9);
      expect([designEffect(0, perValue), designEffect(-0.2, perValue)]).toEqual([1, 1]);
    }),
    { seed: 52 },
  );
});
