import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeUsual, robustDeviation } from '../../../src/checks/labels/robust-spread.ts';
import { preparePython, pythonSetupMs, runPython } from '../../python.ts';

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });

describe('against SciPy', () => {
  beforeAll(preparePython, pythonSetupMs);

  it('has the median absolute deviation, scaled as for a normal distribution', async () => {
    const cases = fc.sample(values, { numRuns: 200, seed: 3 });
    const script = `
import json, sys
from scipy.stats import median_abs_deviation
print(json.dumps([median_abs_deviation(case, scale="normal") for case in json.load(sys.stdin)]))`;
    const expected = (await runPython(script, cases)) as number[];
    expect(expected).toHaveLength(200);
    cases.forEach((given, at) => {
      const wanted = expected[at] ?? NaN;
      expect(Math.abs(robustDeviation(given) - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, wanted));
    });
  });

  it('has the center and spread that SciPy gives by subjects', async () => {
    const cases = fc.sample(fc.array(values, { minLength: 1, maxLength: 9 }), { numRuns: 100, seed: 4 });
    const script = `
import json, sys
import numpy as np
from scipy.stats import median_abs_deviation as mad
def usual(subjects):
    medians = [np.median(one) for one in subjects]
    within = np.median([mad(one, scale="normal") for one in subjects])
    return [float(np.median(medians)), float(np.sqrt(mad(medians, scale="normal") ** 2 + within ** 2))]
print(json.dumps([usual(case) for case in json.load(sys.stdin)]))`;
    const expected = (await runPython(script, cases)) as [number, number][];
    cases.forEach((given, at) => {
      const { center, spread } = describeUsual(given);
      const [wantedCenter = NaN, wantedSpread = NaN] = expected[at] ?? [];
      expect(Math.abs(center - wantedCenter)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wantedCenter)));
      expect(Math.abs(spread - wantedSpread)).toBeLessThanOrEqual(1e-9 * Math.max(1, wantedSpread));
    });
  });
});

it('counts a subject of many images as one', () => {
  const many = new Array<number>(100).fill(9);
  expect(describeUsual([many, [1], [2], [3], [4]]).center).toBe(3);
});

it('is hardly moved by outliers', () => {
  expect(robustDeviation([1, 2, 3, 4, 5])).toBeCloseTo(1.4826, 4);
  expect(robustDeviation([1, 2, 3, 4, 1e9])).toBeCloseTo(1.4826, 4);
});
