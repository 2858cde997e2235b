import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import {
  deviationOverChoices,
  halfIntervalOfMean,
  studentQuantile,
  unitsForHalfInterval,
} from '../../src/statistics/mean-interval.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';

beforeAll(preparePython, pythonSetupMs);

it("agrees with SciPy's percentile of Student's t, on both sides of the expansion", async () => {
  const degrees = [1, 2, 3, 4, 5, 6, 9, 10, 29, 30, 99, 398, 399, 400, 401, 1000, 54_321, 1e6, 1e9];
  const script = `
import json, sys
from scipy.stats import t
print(json.dumps([float(t.ppf(0.975, n)) for n in json.load(sys.stdin)]))`;
  const expected = (await runPython(script, degrees)) as number[];
  degrees.forEach((count, index) => expect(studentQuantile(count)).toBeCloseTo(expected[index] ?? NaN, 8));
});

const cases = fc.sample(
  fc.record({
    scores: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 40 }),
  }),
  { numRuns: 100, seed: 60 },
);

it("is half of SciPy's t interval of the mean", async () => {
  const script = `
import json, sys
import numpy as np
from scipy.stats import ttest_1samp
def half(scores):
    interval = ttest_1samp(scores, 0).confidence_interval(0.95)
    return [float(np.std(scores, ddof=1)), float(interval.high - interval.low) / 2]
print(json.dumps([half(c['scores']) for c in json.load(sys.stdin)]))`;
  const expected = (await runPython(script, cases)) as [deviation: number, half: number][];
  cases.forEach(({ scores }, index) => {
    const [deviation = NaN, half = NaN] = expected[index] ?? [];
    expect(halfIntervalOfMean(scores.length, deviation)).toBeCloseTo(half, 9);
  });
});

it('knows nothing of fewer than two units', () =>
  expect([halfIntervalOfMean(0, 0.1), halfIntervalOfMean(1, 0.1)]).toEqual([undefined, undefined]));

it('finds the fewest units for a half interval', () => {
  const half = fc.double({ min: 0.002, max: 2, noNaN: true });
  const deviation = fc.double({ min: 0, max: 0.5, noNaN: true });
  fc.assert(
    fc.property(half, deviation, (wanted, spread) => {
      const units = unitsForHalfInterval(wanted, spread) ?? NaN;
      expect(halfIntervalOfMean(units, spread)).toBeLessThanOrEqual(wanted);
      if (units > 2) expect(halfIntervalOfMean(units - 1, spread)).toBeGreaterThan(wanted);
      else expect(units).toBe(2);
    }),
    { seed: 61 },
  );
  // 2.11 · 0.1 / √18 = 0.0497, and 2.12 · 0.1 / √17 = 0.0514.
  expect(unitsForHalfInterval(0.05, 0.1)).toBe(18);
  expect(unitsForHalfInterval(1e-9, 0.5)).toBeUndefined();
});

it('is the deviation of the means of all choices of units', () => {
  const drawn = fc
    .array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 9 })
    .chain((scores) => fc.tuple(fc.constant(scores), fc.integer({ min: 1, max: scores.length })));
  fc.assert(
    fc.property(drawn, ([scores, chosen]) => {
      const means = listChoices(scores, chosen).map((choice) => sum(choice) / chosen);
      const mean = sum(scores) / scores.length;
      const overChoices = Math.sqrt(sum(means.map((one) => (one - mean) ** 2)) / means.length);
      const deviation = Math.sqrt(sum(scores.map((score) => (score - mean) ** 2)) / (scores.length - 1));
      expect(deviationOverChoices(chosen, scores.length, deviation)).toBeCloseTo(overChoices, 9);
    }),
    { seed: 62 },
  );
});

function listChoices(values: readonly number[], chosen: number): number[][] {
  if (chosen === 0) return [[]];
  return values.flatMap((value, at) =>
    listChoices(values.slice(at + 1), chosen - 1).map((choice) => [value, ...choice]),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
