import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tally } from '../../src/split/component.ts';
import { gapOf, measureCost } from '../../src/split/cost.ts';

describe('gapOf', () => {
  it.each([
    [15, 15, 0],
    [0, 15, 1],
    [30, 15, 0.5],
    [7.5, 15, 0.5],
    [9, 10, 0.1],
    [10, 9, 0.1],
    [150, 15, 0.9],
  ])('of %s where %s are wanted is %s', (count, wanted, gap) =>
    expect(gapOf(count, wanted)).toBeCloseTo(gap, 12),
  );

  it('grows with the distance on either side, from 0 to 1', () => {
    const amount = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(amount, fc.nat(10_000), fc.nat(10_000), (wanted, a, b) => {
        const [near, far] = Math.abs(a - wanted) <= Math.abs(b - wanted) ? [a, b] : [b, a];
        if (Math.sign(near - wanted) * Math.sign(far - wanted) >= 0)
          expect(gapOf(near, wanted)).toBeLessThanOrEqual(gapOf(far, wanted));
        expect(gapOf(a, wanted)).toBeGreaterThanOrEqual(0);
        expect(gapOf(a, wanted)).toBeLessThanOrEqual(1);
      }),
      { seed: 12 },
    );
  });
});

describe('measureCost', () => {
  const tally = (samples: number, subjects: number, liver: number, kidney: number): Tally => ({
    samples,
    subjects,
    strata: new Map([
      [
        'class',
        new Map([
          ['liver', liver],
          ['kidney', kidney],
        ]),
      ],
    ]),
  });
  const splits = [
    { name: 'train', ratio: 0.8 },
    { name: 'test', ratio: 0.2 },
  ];

  it('weighs the gaps of samples, subjects and strata', () => {
    // Train holds 90 where 80 are wanted (gap 1/9), test 10 where 20 are (1/2); subjects 8 of 8 and 2 of 2; livers
    // 40 of 40 and 10 of 10; kidneys 10 where 8 are wanted (1/5) and none where 2 are (1).
    const cost = measureCost(tally(100, 10, 50, 10), [tally(90, 8, 40, 10), tally(10, 2, 10, 0)], splits);
    const samples = Math.sqrt((1 / 81 + 1 / 4) / 2);
    const classes = Math.sqrt((0 + 0 + 1 / 25 + 1) / 4);
    expect(cost.terms).toEqual([
      { kind: 'samples', weight: 2, gap: expect.closeTo(samples, 12) as number },
      { kind: 'subjects', weight: 1, gap: 0 },
      { kind: 'strata', dimension: 'class', weight: 1, gap: expect.closeTo(classes, 12) as number },
    ]);
    expect(cost.total).toBeCloseTo(Math.sqrt((2 * samples ** 2 + classes ** 2) / 4), 12);
  });

  it('leaves out what is nowhere', () => {
    const cost = measureCost(tally(10, 0, 0, 0), [tally(8, 0, 0, 0), tally(2, 0, 0, 0)], splits);
    expect(cost).toEqual({ total: 0, terms: [{ kind: 'samples', weight: 2, gap: 0 }] });
  });
});
