import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { jensenShannonDivergence, populationStabilityIndex } from '../../src/statistics/divergence.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';

beforeAll(preparePython, pythonSetupMs);

const bins = 10;
const shares = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1000 })), { minLength: bins, maxLength: bins })
  .filter((counts) => counts.some((count) => count > 0))
  .map((counts) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count) => count / total);
  });

it('agrees with SciPy and NumPy on random shares', async () => {
  const cases = fc.sample(fc.record({ a: shares, b: shares }), { numRuns: 200, seed: 70 });
  const script = `
import json, sys
import numpy as np
from scipy.spatial.distance import jensenshannon
def psi(a, b):
    a, b = np.maximum(a, 1e-4), np.maximum(b, 1e-4)
    return float(np.sum((a - b) * np.log(a / b)))
print(json.dumps([[jensenshannon(c['a'], c['b'], base=2) ** 2, psi(c['a'], c['b'])] for c in json.load(sys.stdin)]))`;
  const expected = (await runPython(script, cases)) as [divergence: number, stability: number][];
  cases.forEach(({ a, b }, index) => {
    const [divergence = NaN, stability = NaN] = expected[index] ?? [];
    expect(jensenShannonDivergence(a, b)).toBeCloseTo(divergence, 10);
    expect(populationStabilityIndex(a, b)).toBeCloseTo(stability, 10);
  });
});

it('is symmetric, 0 between equals, and a bit between shares without a common bin', () => {
  fc.assert(
    fc.property(shares, shares, (a, b) => {
      expect(jensenShannonDivergence(a, b)).toBeCloseTo(jensenShannonDivergence(b, a), 12);
      expect(populationStabilityIndex(a, b)).toBeCloseTo(populationStabilityIndex(b, a), 12);
      expect([jensenShannonDivergence(a, a), populationStabilityIndex(a, a)]).toEqual([0, 0]);
    }),
    { seed: 71 },
  );
  expect(jensenShannonDivergence([1, 0], [0, 1])).toBe(1);
});
