import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import {
  measureDominance,
  orderValues,
  placeOrdered,
  type Dominance,
} from '../../src/statistics/dominance.ts';
import { lanes } from '../../src/statistics/drawn-weights.ts';
import { MemoryPlan } from '../../src/statistics/kernels/memory.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';

beforeAll(preparePython, pythonSetupMs);

/** Small whole numbers tie; the others do not. */
const side = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 25 }),
  fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 1, maxLength: 25 }),
);

function measure(a: readonly number[], b: readonly number[]): Dominance {
  return measureDominance(orderValues(Float64Array.from([...a, ...b]), a.length));
}

/** In each lane, with the weights beside those of the other lanes. */
function weigh(
  a: readonly number[],
  b: readonly number[],
  byLane: readonly (readonly number[])[],
): Dominance[] {
  const plan = new MemoryPlan();
  const weights = new Float64Array(byLane.length * (a.length + b.length));
  byLane.forEach((of, lane) => of.forEach((weight, row) => (weights[row * byLane.length + lane] = weight)));
  const placed = placeOrdered(
    plan,
    orderValues(Float64Array.from([...a, ...b]), a.length),
    plan.reserve((a.length + 1) * lanes),
    plan.reserve(lanes),
  );
  const place = plan.place(weights);
  const [deltas, distances] = [new Float64Array(byLane.length), new Float64Array(byLane.length)];
  placed.measure(plan.open(), place, deltas, distances, 0);
  return byLane.map((_, lane) => ({ delta: deltas[lane] ?? NaN, distance: distances[lane] ?? NaN }));
}

it('agrees with SciPy: delta with the U of Mann and Whitney, the distance with Wasserstein', async () => {
  const cases = fc.sample(fc.record({ a: side, b: side }), { numRuns: 200, seed: 60 });
  const script = `
import json, sys
from scipy.stats import mannwhitneyu, wasserstein_distance
print(json.dumps([{
    'delta': 2 * mannwhitneyu(case['b'], case['a']).statistic / len(case['a']) / len(case['b']) - 1,
    'distance': wasserstein_distance(case['a'], case['b']),
} for case in json.load(sys.stdin)]))`;
  const expected = (await runPython(script, cases)) as Dominance[];
  cases.forEach(({ a, b }, index) => {
    const { delta, distance } = measure(a, b);
    expect(delta).toBeCloseTo(expected[index]?.delta ?? NaN, 11);
    expect(distance).toBeCloseTo(expected[index]?.distance ?? NaN, 9);
  });
});

it('counts a value as often as its weight in the lane says', () => {
  const drawn = side.chain((values) => {
    const places = fc.array(fc.nat(values.length - 1), {
      minLength: values.length,
      maxLength: values.length,
    });
    return fc.record({
      values: fc.constant(values),
      draws: fc.array(places, { minLength: lanes, maxLength: lanes }),
    });
  });
  fc.assert(
    fc.property(drawn, drawn, (a, b) => {
      const resample = ({ values, draws }: typeof a, lane: number): number[] =>
        (draws[lane] ?? []).map((place) => values[place] ?? NaN);
      const count = ({ values, draws }: typeof a, lane: number): number[] =>
        values.map((_, place) => (draws[lane] ?? []).filter((other) => other === place).length);
      const byLane = a.draws.map((_, lane) => [...count(a, lane), ...count(b, lane)]);
      weigh(a.values, b.values, byLane).forEach((weighted, lane) => {
        const repeated = measure(resample(a, lane), resample(b, lane));
        expect(weighted.delta).toBeCloseTo(repeated.delta, 12);
        expect(weighted.distance).toBeCloseTo(repeated.distance, 9);
      });
    }),
    { seed: 61 },
  );
});

it('is 1 where all of the second lie above, −1 where below, 0 among equals', () => {
  expect(measure([1, 2], [3, 5])).toEqual({ delta: 1, distance: 2.5 });
  expect(measure([3, 5], [1, 2])).toEqual({ delta: -1, distance: 2.5 });
  expect(measure([4, 4], [4])).toEqual({ delta: 0, distance: 0 });
});
