import { beforeAll, expect, it } from 'vitest';
import { widestHalfInterval } from '../../src/statistics/proportion-interval.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';

beforeAll(preparePython, pythonSetupMs);

it("is half of SciPy's Wilson interval where half of an even number succeeds, and the widest of all", async () => {
  const script = `
import json, sys
from scipy.stats import binomtest
def half(successes, units):
    interval = binomtest(successes, units).proportion_ci(confidence_level=0.95, method='wilson')
    return (interval.high - interval.low) / 2
print(json.dumps([[half(n // 2, n), max(half(k, n) for k in range(n + 1))] for n in json.load(sys.stdin)]))`;
  const units = [2, 4, 6, 8, 10, 20, 50, 100, 200];
  const expected = (await runPython(script, units)) as [half: number, widest: number][];
  units.forEach((count, index) => {
    const [half = NaN, widest = NaN] = expected[index] ?? [];
    expect(widestHalfInterval(count)).toBeCloseTo(half, 12);
    expect(widest).toBeLessThanOrEqual(widestHalfInterval(count) + 1e-12);
  });
});

it("agrees with Wilson's formula at one half for odd numbers and for one", async () => {
  const script = `
import json, sys
import numpy as np
from scipy.stats import norm
z = norm.ppf(0.975)
n = np.array(json.load(sys.stdin), dtype=float)
print(json.dumps((z / (1 + z * z / n) * np.sqrt(0.25 / n + z * z / (4 * n * n))).tolist()))`;
  const units = [1, 3, 5, 7, 11, 25, 333];
  const expected = (await runPython(script, units)) as number[];
  units.forEach((count, index) => expect(widestHalfInterval(count)).toBeCloseTo(expected[index] ?? NaN, 12));
});

it('is one half without units and falls with every unit', () => {
  expect(widestHalfInterval(0)).toBeCloseTo(0.5, 15);
  const widths = Array.from({ length: 200 }, (_, units) => widestHalfInterval(units));
  for (const [index, width] of widths.slice(1).entries()) {
    expect(width).toBeLessThan(widths[index] ?? NaN);
    expect(width).toBeGreaterThan(0);
  }
});
