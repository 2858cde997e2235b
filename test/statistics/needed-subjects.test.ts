import { beforeAll, expect, it } from 'vitest';
import { detectableEffect, neededSubjects } from '../../src/statistics/needed-subjects.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';

beforeAll(preparePython, pythonSetupMs);

it('is the first number whose power, by SciPy, is 80 %', async () => {
  const effects = [0.2, 0.35, 0.5, 0.8, 1.2, 2];
  const cases = effects.flatMap((effect) =>
    [undefined, 40, 400].flatMap((others) => {
      const needed = neededSubjects(effect, others);
      return needed === undefined ? [] : [{ effect, needed, ...(others !== undefined && { others }) }];
    }),
  );
  const script = `
import json, sys
import numpy as np
from scipy.stats import norm
def power(effect, n, others):
    return norm.cdf(effect / np.sqrt(1 / n + 1 / others) - norm.ppf(0.975)) if n > 0 else 0
print(json.dumps([[power(c['effect'], n, c.get('others', n)) for n in (c['needed'], c['needed'] - 1)] for c in json.load(sys.stdin)]))`;
  const expected = (await runPython(script, cases)) as [enough: number, tooFew: number][];
  expect(cases.length).toBeGreaterThan(12);
  for (const [enough, tooFew] of expected) {
    expect(enough).toBeGreaterThanOrEqual(0.8 - 1e-9);
    expect(tooFew).toBeLessThan(0.8);
  }
});

it('is no number where the other side is too small, or there is nothing to find', () => {
  expect(neededSubjects(0.2, 40)).toBeUndefined();
  expect(neededSubjects(0)).toBeUndefined();
});

it('finds the effect that so many subjects can show', () => {
  for (const count of [4, 20, 300]) {
    const effect = detectableEffect(count, count);
    expect(neededSubjects(effect * 1.0001)).toBe(count);
    expect(neededSubjects(effect * 1.0001, count)).toBe(count);
  }
});
