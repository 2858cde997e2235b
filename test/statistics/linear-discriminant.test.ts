import { beforeAll, expect, it } from 'vitest';
import { fitDiscriminant, scoreHeldOut } from '../../src/statistics/linear-discriminant.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';
import { drawSubjectTable, rowsOf } from './draw-subjects.ts';

beforeAll(preparePython, pythonSetupMs);

const cases = [
  drawSubjectTable(11, { firstCount: 4, secondCount: 5, width: 7, shift: 10 }),
  drawSubjectTable(12, { firstCount: 20, secondCount: 13, width: 4, shift: -8 }),
  drawSubjectTable(13, { firstCount: 60, secondCount: 40, width: 3 }),
];
const folds = cases.map(({ firstCount, secondCount }) =>
  Uint32Array.from({ length: firstCount + secondCount }, (_, row) =>
    row < firstCount ? row % 3 : (row - firstCount) % 3,
  ),
);

it('agrees with the formula in NumPy, fitted to all and held out, to nine digits', async () => {
  const script = `
import json, sys
import numpy as np
def fit(a, b):
    rows = np.vstack([a, b])
    n, width = rows.shape
    deviation = rows.std(0, ddof=1)
    a, b = a / deviation, b / deviation
    within = ((len(a) - 1) * np.cov(a.T) + (len(b) - 1) * np.cov(b.T)) / (n - 2)
    shrinkage = width / (width + n)
    direction = np.linalg.solve((1 - shrinkage) * within + shrinkage * np.eye(width), b.mean(0) - a.mean(0))
    direction /= np.sqrt(direction @ (b.mean(0) - a.mean(0)))
    return direction / deviation, -direction @ (a.mean(0) + b.mean(0)) / 2
def scores(case):
    a, b, folds = np.array(case['a']), np.array(case['b']), np.array(case['folds'])
    rows, side = np.vstack([a, b]), np.repeat([0, 1], [len(a), len(b)])
    held = np.empty(len(rows))
    for fold in set(folds):
        weights, offset = fit(rows[(folds != fold) & (side == 0)], rows[(folds != fold) & (side == 1)])
        held[folds == fold] = rows[folds == fold] @ weights + offset
    weights, offset = fit(a, b)
    return {'weights': weights.tolist(), 'offset': offset, 'held': held.tolist()}
print(json.dumps([scores(case) for case in json.load(sys.stdin)]))`;
  const input = cases.map((table, index) => ({ ...rowsOf(table), folds: [...(folds[index] ?? [])] }));
  const expected = (await runPython(script, input)) as {
    weights: number[];
    offset: number;
    held: number[];
  }[];
  cases.forEach((table, index) => {
    const wanted = expected[index];
    const { weights, offset } = fitDiscriminant(table);
    expect(offset).toBeCloseTo(wanted?.offset ?? NaN, 9);
    wanted?.weights.forEach((weight, column) => expect(weights[column]).toBeCloseTo(weight, 9));
    const held = scoreHeldOut(table, folds[index] ?? new Uint32Array());
    wanted?.held.forEach((score, row) => expect(held[row]).toBeCloseTo(score, 9));
  });
});

it('leaves out what does not vary, and scores 0 where nothing does', () => {
  const values = Float64Array.of(1, 5, 2, 5, 3, 5, 11, 5, 12, 5, 13, 5);
  const table = { width: 2, firstCount: 3, secondCount: 3, values };
  const { weights, offset } = fitDiscriminant(table);
  expect(weights[0]).toBeGreaterThan(0);
  expect(weights[1]).toBe(0);
  expect(offset + 7 * (weights[0] ?? NaN)).toBeCloseTo(0, 12);
  const flat = fitDiscriminant({ ...table, values: values.map(() => 3) });
  expect([...flat.weights]).toEqual([0, 0]);
  expect(flat.offset).toBeCloseTo(0, 12);
});
