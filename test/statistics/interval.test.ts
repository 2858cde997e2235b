import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { percentileInterval, quantileOf } from '../../src/statistics/interval.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';

beforeAll(preparePython, pythonSetupMs);

it('agrees with NumPy', async () => {
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 });
  const cases = fc.sample(fc.record({ values, rank: fc.double({ min: 0, max: 1, noNaN: true }) }), {
    numRuns: 200,
    seed: 80,
  });
  const script = `
import json, sys
import numpy as np
print(json.dumps([[*np.percentile(c['values'], [2.5, 97.5]), np.quantile(c['values'], c['rank'])] for c in json.load(sys.stdin)]))`;
  const expected = (await runPython(script, cases)) as [low: number, high: number, quantile: number][];
  cases.forEach(({ values: given, rank }, index) => {
    const [low = NaN, high = NaN, quantile = NaN] = expected[index] ?? [];
    const sorted = Float64Array.from(given);
    const interval = percentileInterval(sorted);
    expect(interval.low).toBeCloseTo(low, 6);
    expect(interval.high).toBeCloseTo(high, 6);
    expect(quantileOf(sorted, rank)).toBeCloseTo(quantile, 6);
  });
});

it('is infinite, not nothing, between infinite values', () => {
  expect(percentileInterval(Float64Array.of(1, Infinity, Infinity, Infinity)).high).toBe(Infinity);
});
