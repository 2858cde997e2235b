import { beforeAll, expect, it } from 'vitest';
import { areaInterval } from '../../src/statistics/area-interval.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';

beforeAll(preparePython, pythonSetupMs);

it("is the roots of Newcombe's equation, found by SciPy", async () => {
  const cases = [0, 0.03, 0.25, 0.5, 0.77, 0.96, 1].flatMap((area) =>
    [
      [1, 1],
      [4, 4],
      [3, 17],
      [40, 60],
      [500, 2],
    ].map(([first = 0, second = 0]) => ({ area, first, second })),
  );
  const script = `
import json, sys
import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm
def interval(area, first, second):
    def excess(theta):
        n = (first + second) / 2 - 1
        q = theta * (1 - theta) * (1 + n * ((1 - theta) / (2 - theta) + theta / (1 + theta)))
        return (theta - area) ** 2 - norm.ppf(0.975) ** 2 * q / (first * second)
    tiny = 1e-13
    low = brentq(excess, 0, area - tiny, xtol=1e-14) if area > 0 else 0
    high = brentq(excess, area + tiny, 1, xtol=1e-14) if area < 1 else 1
    return [low, high]
print(json.dumps([interval(**case) for case in json.load(sys.stdin)]))`;
  const expected = (await runPython(script, cases)) as [low: number, high: number][];
  cases.forEach(({ area, first, second }, index) => {
    const { low, high } = areaInterval(area, first, second);
    expect(low).toBeCloseTo(expected[index]?.[0] ?? NaN, 9);
    expect(high).toBeCloseTo(expected[index]?.[1] ?? NaN, 9);
  });
});

it('narrows with more units, and knows little of few that are told apart without a mistake', () => {
  expect(areaInterval(1, 4, 4).low).toBeLessThan(0.75);
  expect(areaInterval(1, 400, 400).low).toBeGreaterThan(0.98);
  expect(areaInterval(1, 4, 4).high).toBe(1);
});
