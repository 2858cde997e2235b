import { beforeAll, expect, it } from 'vitest';
import { findPrincipalComponents } from '../../src/statistics/principal-components.ts';
import { standardizeColumns } from '../../src/statistics/subject-table.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';
import { drawSubjectTable } from './draw-subjects.ts';

beforeAll(preparePython, pythonSetupMs);

it('agrees with the singular values of NumPy', async () => {
  const tables = [3, 8, 26].map((width, seed) =>
    drawSubjectTable(20 + seed, { firstCount: 30, secondCount: 15, width }),
  );
  const input = tables.map((table) => ({
    width: table.width,
    scores: [...standardizeColumns(table).scores],
  }));
  const script = `
import json, sys
import numpy as np
def components(case):
    rows = np.reshape(case['scores'], (-1, case['width']))
    _, singular, axes = np.linalg.svd(rows, full_matrices=False)
    axes = [axis * np.sign(axis[np.argmax(np.abs(axis))]) for axis in axes[:2]]
    return {'axes': [axis.tolist() for axis in axes], 'explained': (singular ** 2 / np.sum(singular ** 2))[:2].tolist()}
print(json.dumps([components(case) for case in json.load(sys.stdin)]))`;
  const expected = (await runPython(script, input)) as { axes: number[][]; explained: number[] }[];
  input.forEach(({ width, scores }, index) => {
    const { axes, explained } = findPrincipalComponents(Float64Array.from(scores), width, 2);
    const wanted = expected[index];
    expect(axes).toHaveLength(2);
    wanted?.explained.forEach((share, axis) => expect(explained[axis]).toBeCloseTo(share, 10));
    wanted?.axes.forEach((axis, at) =>
      axis.forEach((entry, column) => expect(axes[at]?.[column]).toBeCloseTo(entry, 8)),
    );
  });
});

it('explains nothing where nothing varies', () => {
  expect(findPrincipalComponents(new Float64Array(12), 3, 2).explained).toEqual([0, 0]);
});
