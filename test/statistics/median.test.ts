import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { median } from '../../src/statistics/median.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';

beforeAll(preparePython, pythonSetupMs);

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });

it('agrees with NumPy', async () => {
  const cases = fc.sample(values, { numRuns: 200, seed: 40 });
  const script = `
import json, sys
import numpy as np
print(json.dumps([float(np.median(values)) for values in json.load(sys.stdin)]))`;
  const expected = (await runPython(script, cases)) as number[];
  cases.forEach((list, index) => expect(median(list)).toBeCloseTo(expected[index] ?? NaN, 9));
});

it('sorts by size, not as text, and leaves the values as they are', () => {
  const given = [100, 9, -20];
  expect(median(given)).toBe(9);
  expect(given).toEqual([100, 9, -20]);
});

it('is the value of a single one, the mean of two, 0 of nothing', () => {
  expect([median([3]), median([3, 8]), median([])]).toEqual([3, 5.5, 0]);
});

it('has half of the values on either side, in any order', () => {
  fc.assert(
    fc.property(values, (list) => {
      const middle = median(list);
      expect(list.filter((value) => value <= middle).length * 2).toBeGreaterThanOrEqual(list.length);
      expect(list.filter((value) => value >= middle).length * 2).toBeGreaterThanOrEqual(list.length);
      expect(median(list.toReversed())).toBe(middle);
    }),
    { seed: 41 },
  );
});
