import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  deviationOf,
  meanDistribution,
  meanOf,
  percentileOf,
  standardizedShift,
  wassersteinDistance,
  type Distribution,
} from '../../src/statistics/distribution.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';

const levels = 256;
const tolerance = 1e-9;

const histogram = fc
  .array(fc.tuple(fc.nat(levels - 1), fc.integer({ min: 1, max: 100_000 })), { minLength: 1, maxLength: 40 })
  .map((entries) => {
    const counts = new Array<number>(levels).fill(0);
    for (const [level, count] of entries) counts[level] = count;
    return counts;
  });
const distribution = histogram.map((counts) => meanDistribution([counts], levels));

describe('against NumPy and SciPy', () => {
  beforeAll(preparePython, pythonSetupMs);

  const cases = fc.sample(
    fc.record({
      a: histogram,
      b: histogram,
      rank: fc.oneof(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0.01, max: 100, noDefaultInfinity: true, noNaN: true }),
      ),
    }),
    { numRuns: 200, seed: 20 },
  );

  it('agrees in means, deviations, percentiles, distances and shifts of random histograms', async () => {
    const script = `
import json, math, sys
from fractions import Fraction
import numpy as np
from scipy.stats import wasserstein_distance
levels = np.arange(${levels})
results = []
for case in json.load(sys.stdin):
    a, b = np.array(case['a']), np.array(case['b'])
    pixels = np.repeat(levels, a)
    others = np.repeat(levels, b)
    distance = wasserstein_distance(levels, levels, a, b)
    pooled = np.sqrt((pixels.var() + others.var()) / 2)
    # In fractions: numpy.percentile(method='inverted_cdf') rounds ranks that fall on a pixel either way.
    position = math.ceil(Fraction(case['rank']) / 100 * len(pixels)) - 1
    results.append({
        'mean': pixels.mean(),
        'deviation': pixels.std(),
        'percentile': int(pixels[position]),
        'distance': distance,
        'shift': distance / pooled if pooled > 0 else None,
        'shares': (a / a.sum() / 2 + b / b.sum() / 2).tolist(),
    })
print(json.dumps(results))`;
    const expected = (await runPython(script, cases)) as {
      mean: number;
      deviation: number;
      percentile: number;
      distance: number;
      shift: number | null;
      shares: number[];
    }[];
    expect(expected).toHaveLength(cases.length);
    cases.forEach(({ a, b, rank }, index) => {
      const wanted = expected[index];
      const left = meanDistribution([a], levels);
      const right = meanDistribution([b], levels);
      expect(meanOf(left), 'mean').toSatisfy(closeTo(wanted?.mean));
      expect(deviationOf(left), 'deviation').toSatisfy(closeTo(wanted?.deviation));
      expect(percentileOf(left, rank), `percentile ${rank}`).toBe(wanted?.percentile);
      expect(wassersteinDistance(left, right), 'distance').toSatisfy(closeTo(wanted?.distance));
      if (wanted?.shift === null) expect([0, undefined]).toContain(standardizedShift(left, right));
      else expect(standardizedShift(left, right), 'shift').toSatisfy(closeTo(wanted?.shift));
      const mean = meanDistribution([a, b], levels);
      wanted?.shares.forEach((share, level) => {
        expect(mean[level]).toSatisfy(closeTo(share));
      });
    });
  });
});

describe('meanDistribution', () => {
  it('counts each histogram once, whatever its number of pixels', () => {
    expect([
      ...meanDistribution(
        [
          [4, 0, 0],
          [0, 1000, 3000],
        ],
        3,
      ),
    ]).toEqual([0.5, 0.125, 0.375]);
  });

  it('leaves empty histograms out', () => {
    expect([
      ...meanDistribution(
        [
          [0, 0],
          [1, 3],
        ],
        2,
      ),
    ]).toEqual([0.25, 0.75]);
  });

  it('is all 0 of nothing', () => {
    expect([...meanDistribution([], 3)]).toEqual([0, 0, 0]);
    expect([...meanDistribution([[0, 0, 0]], 3)]).toEqual([0, 0, 0]);
  });

  it('sums to 1, and does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(histogram, { minLength: 1, maxLength: 8 }), (histograms) => {
        const mean = meanDistribution(histograms, levels);
        expect(mean.reduce((sum, share) => sum + share, 0)).toSatisfy(closeTo(1));
        const reversed = meanDistribution(histograms.toReversed(), levels);
        mean.forEach((share, level) => {
          expect(reversed[level]).toSatisfy(closeTo(share));
        });
      }),
      { seed: 21 },
    );
  });
});

describe('mean, deviation and percentile', () => {
  it('of one level are the level, nothing and the level', () => {
    const flat = atLevels({ 42: 1 });
    expect([meanOf(flat), deviationOf(flat), percentileOf(flat, 1), percentileOf(flat, 100)]).toEqual([
      42, 0, 42, 42,
    ]);
  });

  it('of nothing are 0', () => {
    const nothing = meanDistribution([], levels);
    expect([meanOf(nothing), deviationOf(nothing), percentileOf(nothing, 50)]).toEqual([0, 0, 0]);
  });

  it('reach a rank that falls between two levels at the lower', () => {
    const two = atLevels({ 10: 1, 20: 1 });
    expect([percentileOf(two, 50), percentileOf(two, 50.1)]).toEqual([10, 20]);
  });

  it('reach a rank in spite of the rounding of shares', () => {
    const tenths = atLevels(Object.fromEntries(Array.from({ length: 10 }, (_, level) => [level, 1])));
    expect([10, 30, 60, 70, 80, 90, 100].map((rank) => percentileOf(tenths, rank))).toEqual([
      0, 2, 5, 6, 7, 8, 9,
    ]);
  });

  it('stay within the levels, percentiles in their order', () => {
    fc.assert(
      fc.property(distribution, (shares) => {
        const used = [...shares.keys()].filter((level) => (shares[level] ?? 0) > 0);
        const lowest = used[0] ?? NaN;
        const highest = used.at(-1) ?? NaN;
        expect(meanOf(shares)).toBeGreaterThanOrEqual(lowest - tolerance);
        expect(meanOf(shares)).toBeLessThanOrEqual(highest + tolerance);
        // Popoviciu's inequality.
        expect(deviationOf(shares)).toBeLessThanOrEqual((highest - lowest) / 2 + tolerance);
        const percentiles = [1, 5, 25, 50, 75, 95, 99, 100].map((rank) => percentileOf(shares, rank));
        expect(percentiles.toSorted((a, b) => a - b)).toEqual(percentiles);
        for (const level of percentiles) expect(used).toContain(level);
        expect(percentiles.at(-1)).toBe(highest);
      }),
      { seed: 22 },
    );
  });
});

describe('wassersteinDistance', () => {
  it('is the number of levels between two single levels', () => {
    expect(wassersteinDistance(atLevels({ 3: 1 }), atLevels({ 200: 5 }))).toBe(197);
    expect(wassersteinDistance(atLevels({ 0: 1 }), atLevels({ 255: 1 }))).toBe(255);
  });

  it('is a metric that is at least the difference of the means', () => {
    fc.assert(
      fc.property(distribution, distribution, distribution, (a, b, c) => {
        const distance = wassersteinDistance(a, b);
        expect(wassersteinDistance(a, a)).toBe(0);
        expect(wassersteinDistance(b, a)).toBe(distance);
        expect(distance).toBeLessThanOrEqual(
          wassersteinDistance(a, c) + wassersteinDistance(c, b) + tolerance,
        );
        expect(distance).toBeGreaterThanOrEqual(Math.abs(meanOf(a) - meanOf(b)) - tolerance);
        expect(distance).toBeLessThanOrEqual(levels - 1);
      }),
      { seed: 23 },
    );
  });
});

describe('standardizedShift', () => {
  it("is Cohen's d of two distributions of one shape", () => {
    // Both deviate by 10 levels.
    expect(standardizedShift(atLevels({ 100: 1, 120: 1 }), atLevels({ 115: 1, 135: 1 }))).toSatisfy(
      closeTo(1.5),
    );
  });

  it('does not change when both are moved or mirrored', () => {
    const dim = histogram.map((counts) => [...counts.slice(0, 200), ...new Array<number>(56).fill(0)]);
    fc.assert(
      fc.property(dim, dim, fc.integer({ min: 1, max: 56 }), (a, b, move) => {
        fc.pre(a.some((count) => count > 0) && b.some((count) => count > 0));
        const shiftOf = (change: (counts: number[]) => number[]): number | undefined =>
          standardizedShift(meanDistribution([change(a)], levels), meanDistribution([change(b)], levels));
        const plain = shiftOf((counts) => counts);
        const moved = shiftOf((counts) => [...new Array<number>(move).fill(0), ...counts].slice(0, levels));
        const mirrored = shiftOf((counts) => counts.toReversed());
        if (plain === undefined) expect([moved, mirrored]).toEqual([undefined, undefined]);
        else for (const other of [moved, mirrored]) expect(other).toSatisfy(closeTo(plain, 1e-7));
      }),
      { seed: 24 },
    );
  });

  it('is 0 for the same level, and has no unit for two different ones', () => {
    expect(standardizedShift(atLevels({ 7: 1 }), atLevels({ 7: 9 }))).toBe(0);
    expect(standardizedShift(atLevels({ 7: 1 }), atLevels({ 8: 1 }))).toBeUndefined();
  });
});

/** Within the tolerance, relative to values above 1. */
function closeTo(wanted: number | undefined, within = tolerance): (value: unknown) => boolean {
  return (value) =>
    typeof value === 'number' &&
    wanted !== undefined &&
    Math.abs(value - wanted) <= within * Math.max(1, Math.abs(wanted));
}

function atLevels(counts: Readonly<Record<number, number>>): Distribution {
  return meanDistribution([Array.from({ length: levels }, (_, level) => counts[level] ?? 0)], levels);
}
