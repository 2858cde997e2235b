import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { effectiveNumber } from '../../src/statistics/effective-number.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';

beforeAll(preparePython, pythonSetupMs);

const counts = fc
  .array(fc.nat(5000), { minLength: 1, maxLength: 60 })
  .filter((list) => list.some((n) => n > 0));

it("agrees with Kish's formula in NumPy", async () => {
  const cases = fc.sample(counts, { numRuns: 200, seed: 30 });
  const script = `
import json, sys
import numpy as np
print(json.dumps([float(np.sum(n) ** 2 / np.sum(np.square(n))) for n in map(np.array, json.load(sys.stdin))]))`;
  const expected = (await runPython(script, cases)) as number[];
  cases.forEach((list, index) => expect(effectiveNumber(list)).toBeCloseTo(expected[index] ?? NaN, 9));
});

it('is the number of units that give equally many samples, whatever their order', () => {
  expect(effectiveNumber([7, 7, 7, 7])).toBe(4);
  // The four patients of the case that holdout was made for.
  expect(effectiveNumber([26, 16, 10, 8])).toBeCloseTo(3600 / 1096, 12);
  expect(effectiveNumber([8, 26, 10, 16])).toBe(effectiveNumber([26, 16, 10, 8]));
});

it('is 1 for a single unit and 0 for none', () => {
  expect([effectiveNumber([5]), effectiveNumber([]), effectiveNumber([0, 0])]).toEqual([1, 0, 0]);
});

it('lies between 1 and the number of units, and scale or empty units change nothing', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 2, max: 9 }), (list, factor) => {
      const effective = effectiveNumber(list);
      expect(effective).toBeGreaterThanOrEqual(1 - 1e-9);
      expect(effective).toBeLessThanOrEqual(list.filter((n) => n > 0).length + 1e-9);
      expect(effectiveNumber(list.map((n) => n * factor))).toBeCloseTo(effective, 9);
      expect(effectiveNumber([...list, 0])).toBe(effective);
    }),
    { seed: 31 },
  );
});
