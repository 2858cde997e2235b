import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { weighByEffectiveNumber, weighByInverse } from '../../src/statistics/class-weights.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';

beforeAll(preparePython, pythonSetupMs);

const amounts = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 12 });
const beta = fc.constantFrom(0, 0.9, 0.99, 0.999, 0.9999);

function byName(list: readonly number[]): Map<string, number> {
  return new Map(list.map((amount, at) => [`class ${at}`, amount]));
}

it('agrees with NumPy: inverse frequency, and effective numbers of samples', async () => {
  const cases = fc.sample(fc.tuple(amounts, beta), { numRuns: 200, seed: 100 });
  const script = `
import json, sys
import numpy as np
def weigh(n, beta):
    n = np.array(n, dtype=float)
    effective = (1 - beta) / (1 - np.power(beta, n))
    return [(n.sum() / (len(n) * n)).tolist(), (effective / effective.sum() * len(n)).tolist()]
print(json.dumps([weigh(n, beta) for n, beta in json.load(sys.stdin)]))`;
  const expected = (await runPython(script, cases)) as [inverse: number[], effective: number[]][];
  cases.forEach(([list, b], index) => {
    const [inverse = [], effective = []] = expected[index] ?? [];
    const given = [
      Object.values(weighByInverse(byName(list))),
      Object.values(weighByEffectiveNumber(byName(list), b)),
    ];
    [inverse, effective].forEach((wanted, at) => {
      expect(given[at]).toHaveLength(wanted.length);
      wanted.forEach((weight, place) => expect((given[at]?.[place] ?? NaN) / weight).toBeCloseTo(1, 8));
    });
  });
});

it('gives no weight to what occurs nowhere', () => {
  const given = new Map([
    ['liver', 30],
    ['spleen', 0],
    ['kidney', 10],
  ]);
  expect(weighByInverse(given)).toEqual({ liver: 20 / 30, kidney: 2 });
  expect(Object.keys(weighByEffectiveNumber(given, 0.99))).toEqual(['liver', 'kidney']);
  expect([weighByInverse(new Map()), weighByEffectiveNumber(new Map(), 0.9)]).toEqual([{}, {}]);
});

it('weighs all classes the same at β = 0, and as inverse frequency does as β nears 1', () => {
  expect(weighByEffectiveNumber(byName([5, 500]), 0)).toEqual({ 'class 0': 1, 'class 1': 1 });
  const near = weighByEffectiveNumber(byName([5, 500]), 1 - 1e-9);
  expect((near['class 0'] ?? NaN) / (near['class 1'] ?? NaN)).toBeCloseTo(100, 3);
});
