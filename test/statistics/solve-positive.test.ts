import { beforeAll, expect, it } from 'vitest';
import { solvePositive } from '../../src/statistics/solve-positive.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';
import { drawNormal } from './draw-subjects.ts';

beforeAll(preparePython, pythonSetupMs);

it('agrees with NumPy', async () => {
  const cases = Array.from({ length: 30 }, (_, seed) => {
    const normal = drawNormal(seed);
    const size = 1 + (seed % 9);
    const factor = Array.from({ length: size }, () => Array.from({ length: size }, normal));
    const matrix = factor.map((row, a) =>
      factor.map((other, b) => row.reduce((sum, x, at) => sum + x * (other[at] ?? 0), a === b ? 0.5 : 0)),
    );
    return { matrix, right: Array.from({ length: size }, normal) };
  });
  const script = `
import json, sys
import numpy as np
print(json.dumps([np.linalg.solve(case['matrix'], case['right']).tolist() for case in json.load(sys.stdin)]))`;
  const expected = (await runPython(script, cases)) as number[][];
  cases.forEach(({ matrix, right }, index) => {
    const solution = solvePositive(Float64Array.from(matrix.flat()), Float64Array.from(right));
    expected[index]?.forEach((value, row) => expect(solution[row]).toBeCloseTo(value, 9));
  });
});
