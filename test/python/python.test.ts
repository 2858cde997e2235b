import { beforeAll, expect, it } from 'vitest';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';

beforeAll(() => Promise.all([preparePython(), preparePython()]), pythonSetupMs);

it('exchanges JSON with a script that has SciPy', async () => {
  const script = `
import json, sys
from scipy.stats import wasserstein_distance
a, b = json.load(sys.stdin)
print(json.dumps(wasserstein_distance(a, b)))`;
  expect(
    await runPython(script, [
      [0, 1, 3],
      [5, 6, 8],
    ]),
  ).toBeCloseTo(5, 12);
});

it('tells what a failing script said', async () => {
  await expect(runPython('raise ValueError("no such é")', null)).rejects.toThrow('ValueError: no such é');
});
