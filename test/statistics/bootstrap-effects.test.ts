import { beforeAll, describe, expect, it } from 'vitest';
import {
  bootstrapEffects,
  effectNames,
  measureEffects,
  prepareSides,
  type Effects,
} from '../../src/statistics/bootstrap-effects.ts';
import { percentileInterval, type Interval } from '../../src/statistics/interval.ts';
import { seedRandom } from '../../src/statistics/seeded-random.ts';
import type { SubjectHistograms } from '../../src/statistics/subject-histograms.ts';
import type { SubjectTable } from '../../src/statistics/subject-table.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';
import { drawSubjectTable, rowsOf } from './draw-subjects.ts';

beforeAll(preparePython, pythonSetupMs);

const bins = 5;

/** Half of the images of each subject in one of five bins of twenty from 0, the other half one further. */
function histogramsOf({ width, values }: SubjectTable): SubjectHistograms {
  const rows = values.length / width;
  const cells: number[] = [];
  const binOf = (value: number): number => Math.min(bins - 2, Math.max(0, Math.floor(value / 20)));
  values.forEach((value, at) => {
    const first = (at % width) * bins + binOf(value);
    cells.push(first, first + 1);
  });
  return {
    bins,
    starts: Uint32Array.from({ length: rows + 1 }, (_, row) => row * width * 2),
    cells: Uint32Array.from(cells),
    shares: new Float64Array(cells.length).fill(0.5),
  };
}

describe('the intervals', () => {
  it('are those of NumPy and SciPy, within what draws differ by', { timeout: 120_000 }, async () => {
    const tables = [
      drawSubjectTable(1, { firstCount: 12, secondCount: 20, width: 2, shift: 20 }),
      drawSubjectTable(2, { firstCount: 30, secondCount: 9, width: 2 }),
    ];
    const script = `
import json, sys
import numpy as np
from scipy.special import gammaln
from scipy.stats import wasserstein_distance
from scipy.spatial.distance import jensenshannon
random = np.random.default_rng(5)
def shares(x):
    lower = np.clip(np.floor(x / 20).astype(int), 0, ${bins} - 2)
    counts = np.bincount(lower, minlength=${bins}) + np.bincount(lower + 1, minlength=${bins})
    return counts / counts.sum()
def measure(a, b):
    m = len(a) + len(b) - 2
    pooled = np.sqrt((((a - a.mean()) ** 2).sum() + ((b - b.mean()) ** 2).sum()) / m)
    difference = b.mean() - a.mean()
    p, q = shares(a), shares(b)
    s, t = np.maximum(p, 1e-4), np.maximum(q, 1e-4)
    return [difference, np.exp(gammaln(m / 2) - gammaln((m - 1) / 2)) / np.sqrt(m / 2) * difference / pooled,
        np.sign(np.subtract.outer(b, a)).mean(), wasserstein_distance(a, b),
        jensenshannon(p, q, base=2) ** 2, np.sum((s - t) * np.log(s / t))]
def bootstrap(case):
    columns = []
    for a, b in zip(np.array(case['a']).T, np.array(case['b']).T):
        draws = [measure(random.choice(a, len(a)), random.choice(b, len(b))) for _ in range(2500)]
        columns.append(np.percentile(draws, [2.5, 97.5], axis=0).T.tolist())
    return columns
print(json.dumps([bootstrap(case) for case in json.load(sys.stdin)]))`;
    const expected = (await runPython(script, tables.map(rowsOf))) as [low: number, high: number][][][];
    tables.forEach((table, index) => {
      const intervals = bootstrapEffects(prepareSides(table, histogramsOf(table)), 4000, 1);
      intervals.forEach((effects, column) => {
        effectNames.forEach((name, place) => {
          const [low = NaN, high = NaN] = expected[index]?.[column]?.[place] ?? [];
          const within = 0.1 * (high - low);
          expect(Math.abs(effects[name].low - low), `${name} from`).toBeLessThan(within);
          expect(Math.abs(effects[name].high - high), `${name} to`).toBeLessThan(within);
        });
      });
    });
  });

  it('are the same for the same seed, and points where nothing varies', () => {
    const table = drawSubjectTable(3, { firstCount: 5, secondCount: 6, width: 2 });
    const draw = (seed: number): Effects<Interval>[] =>
      bootstrapEffects(prepareSides(table, histogramsOf(table)), 300, seed);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(2)).not.toEqual(draw(1));
    const flat = { ...table, values: table.values.map((_, at) => (at < 10 ? 30 : 70)) };
    const [effects] = bootstrapEffects(prepareSides(flat, histogramsOf(flat)), 100, 1);
    expect(effects?.difference.low).toBeCloseTo(40, 12);
    expect(effects?.difference.high).toBeCloseTo(40, 12);
    expect(effects?.effect).toEqual({ low: Infinity, high: Infinity });
    expect(effects?.delta).toEqual({ low: 1, high: 1 });
    const same = { ...table, values: table.values.map(() => 50) };
    expect(bootstrapEffects(prepareSides(same, histogramsOf(same)), 100, 1)[0]?.effect).toEqual({
      low: 0,
      high: 0,
    });
  });
});

it('measures each draw as if its subjects were the whole table, the last few draws included', () => {
  const table = drawSubjectTable(5, { firstCount: 7, secondCount: 6, width: 3, shift: 10 });
  // The last figure does not vary, the one before has ties.
  table.values.forEach((value, at) => {
    if (at % 3 > 0) table.values[at] = at % 3 === 1 ? 20 * Math.round(value / 20) : 50;
  });
  const { width, firstCount, secondCount } = table;
  const draws = 6;
  const random = seedRandom(9);
  const measured = Array.from({ length: draws }, () => {
    const rows = [
      ...Array.from({ length: firstCount }, () => random.below(firstCount)),
      ...Array.from({ length: secondCount }, () => firstCount + random.below(secondCount)),
    ];
    const values = Float64Array.from(
      rows.flatMap((row) => [...table.values.subarray(row * width, (row + 1) * width)]),
    );
    const resampled = { ...table, values };
    return measureEffects(prepareSides(resampled, histogramsOf(resampled)));
  });
  const intervals = bootstrapEffects(prepareSides(table, histogramsOf(table)), draws, 9);
  intervals.forEach((effects, column) => {
    for (const name of effectNames) {
      const expected = percentileInterval(
        Float64Array.from(measured, (drawn) => drawn[column]?.[name] ?? NaN),
      );
      expect(effects[name].low, `${name} from`).toBeCloseTo(expected.low, 9);
      expect(effects[name].high, `${name} to`).toBeCloseTo(expected.high, 9);
    }
  });
});

it('draws subjects, not images: a side of one subject does not vary', () => {
  const table = drawSubjectTable(4, { firstCount: 1, secondCount: 1, width: 1, shift: 50 });
  const [effects] = bootstrapEffects(prepareSides(table, histogramsOf(table)), 50, 1);
  const difference = (table.values[1] ?? NaN) - (table.values[0] ?? NaN);
  expect(effects?.difference.low).toBeCloseTo(difference, 10);
  expect(effects?.difference.high).toBeCloseTo(difference, 10);
});
