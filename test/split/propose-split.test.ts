import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HoldoutError } from '../../src/model/errors.ts';
import { tallyComponents, type Component, type SplitSample } from '../../src/split/component.ts';
import { proposeSplit, type SplitRequest } from '../../src/split/propose-split.ts';
import { seedRandom } from '../../src/statistics/seeded-random.ts';
import { drawComponents, type Drawn } from './draw-components.ts';

const trainValTest = [
  { name: 'train', ratio: 0.7 },
  { name: 'val', ratio: 0.15 },
  { name: 'test', ratio: 0.15 },
];

const drawn = drawComponents({ minLength: 1, maxLength: 18 });

/** A request of each mode that suits the components. */
const requests: Readonly<Record<string, (drawn: Drawn) => SplitRequest>> = {
  new: ({ splits }) => ({ mode: 'new', splits, seed: 3 }),
  folds: () => ({ mode: 'folds', count: 4, seed: 3 }),
  repair: ({ splits }) => ({ mode: 'repair', splits, seed: 3 }),
  'repair within 5 %': ({ splits }) => ({ mode: 'repair', splits, tolerance: 0.05, seed: 3 }),
};

function hasSplits({ components }: Drawn): boolean {
  return components.some(({ today }) => today.size > 0);
}

describe.each(Object.entries(requests))('%s', (_, requestOf) => {
  it('puts every component, and so every sample, into exactly one split, and counts what it does', () => {
    fc.assert(
      fc.property(drawn.filter(hasSplits), (dataset) => {
        const request = requestOf(dataset);
        const { assignment, splits, strata, moves } = proposeSplit(dataset.components, request);
        expect([...assignment.keys()]).toEqual(dataset.components.map(({ id }) => id));
        for (const { name, samples, subjects, components } of splits) {
          const inside = dataset.samples.filter(({ component }) => assignment.get(component) === name);
          expect(samples).toBe(inside.length);
          expect(subjects).toBe(new Set(inside.map(({ subject }) => subject)).size);
          expect(components).toBe(new Set(inside.map(({ component }) => component)).size);
          for (const { dimension, stratum, splits: places } of strata) {
            const counted = inside.filter((sample) => sample.strata.get(dimension)?.includes(stratum));
            const place = places.find((other) => other.name === name);
            expect(place?.samples).toBe(counted.length);
            expect(place?.components).toBe(new Set(counted.map(({ component }) => component)).size);
          }
        }
        expect(splits.reduce((sum, { samples }) => sum + samples, 0)).toBe(dataset.samples.length);
        const moving = dataset.samples.filter(
          ({ component, split }) => split !== undefined && split !== assignment.get(component),
        );
        const moved = moves.reduce((sum, { samples }) => sum + samples, 0);
        expect(moved).toBe(request.mode === 'folds' ? 0 : moving.length);
      }),
      { seed: 21, numRuns: 10 },
    );
  });

  it('is the same whatever the order of components, strata and splits', () => {
    fc.assert(
      fc.property(drawn.filter(hasSplits), fc.integer(), (dataset, seed) => {
        const shuffled = { ...dataset, ...reorder(dataset, seed) };
        const [a, b] = [dataset, shuffled].map((each) => proposeSplit(each.components, requestOf(each)));
        expect([...(b?.assignment ?? [])]).toEqual([...(a?.assignment ?? [])]);
        expect(b?.cost.after.terms).toEqual(a?.cost.after.terms);
        expect(b?.strata.map(({ stratum }) => stratum)).toEqual(a?.strata.map(({ stratum }) => stratum));
        expect(b?.moves).toEqual(a?.moves);
      }),
      { seed: 22, numRuns: 10 },
    );
  });
});

function reorder({ samples, splits }: Drawn, seed: number) {
  const random = seedRandom(seed);
  const mix = <T>(items: readonly T[]) =>
    [...items]
      .map((item) => [random.below(1e9), item] as const)
      .sort(([a], [b]) => a - b)
      .map(([, item]) => item);
  const mixed = mix(samples).map((sample) => ({ ...sample, strata: new Map(mix([...sample.strata])) }));
  return { components: mix(tallyComponents(mixed)), splits: mix(splits) };
}

describe('a new split', () => {
  it('meets the ratios within the size of the components, and the mix and the subjects with them', () => {
    const drawMany = drawComponents({ minLength: 60, maxLength: 90 });
    fc.assert(
      fc.property(drawMany, ({ samples, components, splits }) => {
        const proposal = proposeSplit(components, { mode: 'new', splits, seed: 1 });
        const largest = Math.max(...components.map(({ tally }) => tally.samples)) / samples.length;
        for (const { share, wanted, subjects, mixes } of proposal.splits) {
          expect(Math.abs(share - wanted)).toBeLessThan(largest / 2);
          const all = proposal.splits.reduce((sum, split) => sum + split.subjects, 0);
          expect(Math.abs(subjects / all - wanted)).toBeLessThan(0.03);
          for (const { distance } of mixes) expect(distance).toBeLessThan(0.06);
        }
        expect(proposal.limits.filter(({ kind }) => kind !== 'single-source')).toEqual([]);
      }),
      { seed: 23, numRuns: 10 },
    );
  });

  it('takes ratios as weights', () => {
    const [{ components }] = fc.sample(drawn, { numRuns: 1, seed: 4 }) as [Drawn];
    const assign = (factor: number) =>
      proposeSplit(components, {
        mode: 'new',
        splits: trainValTest.map(({ name, ratio }) => ({ name, ratio: ratio * factor })),
        seed: 1,
      }).assignment;
    expect(assign(128)).toEqual(assign(1));
  });

  it('divides equal components differently for other seeds, and the same for the same', () => {
    const components = equalSubjects(40);
    const assign = (seed: number) =>
      [...proposeSplit(components, { mode: 'new', splits: trainValTest, seed }).assignment].join(' ');
    expect(assign(1)).toBe(assign(1));
    expect(new Set([1, 2, 3, 4].map(assign)).size).toBe(4);
  });

  it('does not fill the small splits with the largest components', () => {
    const components = tallyComponents(
      Array.from({ length: 60 }, (_, index) =>
        Array.from({ length: 5 + index }, () => ofSubject(`p${index}`)),
      ).flat(),
    );
    const { assignment } = proposeSplit(components, { mode: 'new', splits: trainValTest, seed: 1 });
    const upperHalf = components.filter(({ tally }) => tally.samples >= 35);
    const inTest = (of: readonly Component[]) => of.filter(({ id }) => assignment.get(id) === 'test').length;
    expect([inTest(components), inTest(upperHalf) > 2, inTest(upperHalf) < 7]).toEqual([9, true, true]);
  });
});

describe('folds', () => {
  it('are of one size', () => {
    const { splits } = proposeSplit(equalSubjects(20), { mode: 'folds', count: 10, seed: 1 });
    expect(splits.map(({ name, components }) => [name, components])).toEqual(
      ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'].map((digits) => [`fold-${digits}`, 2]),
    );
  });
});

describe('repair', () => {
  it('moves nothing where no component is divided and sizes are within the tolerance', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 0, max: 2 ** 31 }), ({ samples }, seed) => {
        const random = seedRandom(seed);
        const places = new Map<string, string>();
        for (const { component } of samples)
          places.set(component, places.get(component) ?? (random.below(3) > 0 ? 'train' : 'test'));
        const clean = tallyComponents(
          samples.map((sample) => ({ ...sample, split: places.get(sample.component) ?? '' })),
        );
        fc.pre(new Set(places.values()).size === 2);
        for (const tolerance of [undefined, 0, 0.05]) {
          const { moves, assignment, cost } = proposeSplit(clean, { mode: 'repair', tolerance, seed: 1 });
          expect(moves).toEqual([]);
          expect(assignment).toEqual(places);
          expect(cost.after).toEqual(cost.before);
        }
      }),
      { seed: 24, numRuns: 10 },
    );
  });

  it('keeps what is not divided, and lets each divided component follow its larger part', () => {
    const components = tallyComponents([
      ...repeat(9, ofSubject('a', 'train')),
      ...repeat(2, ofSubject('a', 'test')),
      ...repeat(4, ofSubject('b', 'test')),
      ...repeat(1, ofSubject('b', 'train')),
      ...repeat(3, ofSubject('b')),
      ...repeat(5, ofSubject('c', 'test')),
    ]);
    const { moves, assignment } = proposeSplit(components, { mode: 'repair', seed: 1 });
    expect(moves).toEqual([
      { component: 'a', from: 'test', to: 'train', samples: 2 },
      { component: 'b', from: 'train', to: 'test', samples: 1 },
    ]);
    expect(Object.fromEntries(assignment)).toEqual({ a: 'train', b: 'test', c: 'test' });
  });

  it('moves hardly more than needed where there are many components', () => {
    // 1,000 subjects of 1 to 30 samples, train too large by about a tenth of all; every 20th is divided.
    const random = seedRandom(9);
    const samples = Array.from({ length: 1000 }, (_, index) => {
      const split = random.below(100) < 80 ? 'train' : index % 2 === 0 ? 'val' : 'test';
      const own = repeat(1 + random.below(30), ofSubject(`p${index}`, split));
      return index % 20 === 0 ? [...own, ofSubject(`p${index}`, split === 'train' ? 'test' : 'train')] : own;
    }).flat();
    const components = tallyComponents(samples);
    const splits = trainValTest;
    const whole = proposeSplit(components, { mode: 'repair', splits, seed: 1 });
    const fewest = components.reduce((sum, { today, tally }) => {
      return sum + tally.samples - Math.max(...[...today.values()].map((part) => part.samples));
    }, 0);
    expect(countMoved(whole.moves)).toBe(fewest);

    const tolerance = 0.01;
    const within = proposeSplit(components, { mode: 'repair', splits, tolerance, seed: 1 });
    for (const { share, wanted } of within.splits)
      expect(Math.abs(share - wanted)).toBeLessThanOrEqual(tolerance);
    const excess = Math.max(0, (whole.splits[0]?.samples ?? 0) - (0.7 + tolerance) * samples.length);
    expect(excess).toBeGreaterThan(1000);
    expect(countMoved(within.moves) - fewest).toBeLessThanOrEqual(excess + 5);
  });
});

it('takes any text for a name', () => {
  const names = [
    '__proto__',
    'constructor',
    '',
    ' ',
    '\n\u0000',
    '💥'.repeat(5000),
    'toString',
    '<b>',
    '\ud800',
  ];
  const samples = names.flatMap((name) =>
    repeat(3, { component: name, subject: name, split: name, strata: new Map([[name, [...names]]]) }),
  );
  const components = tallyComponents(samples);
  const splits = names.map((name) => ({ name, ratio: 1 }));
  const proposal = proposeSplit(components, { mode: 'new', splits, seed: 1 });
  expect([...proposal.assignment.keys()].sort()).toEqual([...names].sort());
  expect(proposal.splits.map(({ name, samples: size }) => [name, size])).toEqual(
    names.map((name) => [name, 3]),
  );
  expect(proposal.strata).toHaveLength(81);
  for (const { message } of proposal.limits) expect(message.length).toBeLessThan(1000);
  expect(proposeSplit(components, { mode: 'repair', seed: 1 }).moves).toEqual([]);
});

describe('what cannot be asked for', () => {
  const components = equalSubjects(4);
  const twice = [...components, ...components];
  const empty = components.map((component) => ({ ...component, tally: { ...component.tally, samples: 0 } }));
  const ratio = (...ratios: number[]): SplitRequest => ({
    mode: 'new',
    splits: ratios.map((value, index) => ({ name: `s${index}`, ratio: value })),
    seed: 1,
  });
  const sameName = [trainValTest[0], trainValTest[0]] as typeof trainValTest;
  const cases: [string, readonly Component[], SplitRequest, string][] = [
    ['no components', [], ratio(1, 1), 'there are no samples to split'],
    ['a component twice', twice, ratio(1, 1), 'component "p0" occurs twice'],
    ['a component without samples', empty, ratio(1, 1), 'component "p0" has 0 samples'],
    ['one split', components, ratio(1), 'at least two parts'],
    ['a ratio of 0', components, ratio(1, 0), 'the ratio of "s1" is 0, not above 0'],
    ['a negative ratio', components, ratio(1, -1), 'the ratio of "s1" is -1'],
    ['a ratio that is no number', components, ratio(NaN, 1), 'the ratio of "s0" is NaN'],
    ['an infinite ratio', components, ratio(1, Infinity), 'the ratio of "s1" is Infinity'],
    ['a vanishing ratio', components, ratio(1, 1e-9), 'less than a millionth'],
    [
      'two splits of one name',
      components,
      { mode: 'new', splits: sameName, seed: 1 },
      'two splits are called "train"',
    ],
    ['one fold', components, { mode: 'folds', count: 1, seed: 1 }, '1 folds cannot be made'],
    ['half folds', components, { mode: 'folds', count: 2.5, seed: 1 }, '2.5 folds cannot be made'],
    ['a repair of nothing', components, { mode: 'repair', seed: 1 }, 'there is no split to repair'],
    [
      'a repair into other splits',
      tallyComponents([ofSubject('a', 'dev'), ofSubject('b', 'train')]),
      { mode: 'repair', splits: trainValTest, seed: 1 },
      '1 sample stands in "dev", for which no ratio is given',
    ],
    [
      'a tolerance of 5',
      tallyComponents([ofSubject('a', 'test'), ofSubject('b', 'train')]),
      { mode: 'repair', tolerance: 5, seed: 1 },
      'the tolerance is 5, not a share from 0 to 1',
    ],
  ];
  it.each(cases)('%s', (_, given, request, message) => {
    const propose = () => proposeSplit(given, request);
    expect(propose).toThrow(HoldoutError);
    expect(propose).toThrow(message);
  });
});

function ofSubject(subject: string, split?: string): SplitSample {
  return { component: subject, subject, ...(split !== undefined && { split }), strata: new Map() };
}

function equalSubjects(count: number): Component[] {
  return tallyComponents(
    Array.from({ length: count }, (_, index) => repeat(5, ofSubject(`p${index}`))).flat(),
  );
}

function repeat<T>(count: number, item: T): T[] {
  return Array.from({ length: count }, () => item);
}

function countMoved(moves: readonly { readonly samples: number }[]): number {
  return moves.reduce((sum, { samples }) => sum + samples, 0);
}
