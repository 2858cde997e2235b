import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countCarriers, sumTallies, tallyComponents, type SplitSample } from '../../src/split/component.ts';
import { drawComponents } from './draw-components.ts';

const sample = (component: string, rest: Partial<SplitSample> = {}): SplitSample => ({
  component,
  strata: new Map(),
  ...rest,
});

it('counts samples, subjects and strata of each component, and of each split of today', () => {
  const samples = [
    sample('b', { subject: 'p2', split: 'train', strata: new Map([['class', ['liver', 'kidney']]]) }),
    sample('a', { subject: 'p1' }),
    sample('b', { subject: 'p2', split: 'test', strata: new Map([['class', ['liver', 'liver']]]) }),
    sample('b', { subject: 'p3', split: 'train', strata: new Map([['site', ['north']]]) }),
    sample('b'),
  ];
  expect(tallyComponents(samples)).toEqual([
    { id: 'a', tally: { samples: 1, subjects: 1, strata: new Map() }, today: new Map() },
    {
      id: 'b',
      tally: {
        samples: 4,
        subjects: 2,
        strata: new Map([
          [
            'class',
            new Map([
              ['liver', 2],
              ['kidney', 1],
            ]),
          ],
          ['site', new Map([['north', 1]])],
        ]),
      },
      today: new Map([
        ['test', { samples: 1, subjects: 1, strata: new Map([['class', new Map([['liver', 1]])]]) }],
        [
          'train',
          {
            samples: 2,
            subjects: 2,
            strata: new Map([
              [
                'class',
                new Map([
                  ['liver', 1],
                  ['kidney', 1],
                ]),
              ],
              ['site', new Map([['north', 1]])],
            ]),
          },
        ],
      ]),
    },
  ]);
});

it('loses and doubles nothing when components are summed', () => {
  fc.assert(
    fc.property(drawComponents({ minLength: 1, maxLength: 8 }), ({ samples, components }) => {
      const tallies = components.map(({ tally }) => tally);
      const sum = sumTallies(tallies);
      expect(sum.samples).toBe(samples.length);
      expect(sum.subjects).toBe(new Set(samples.map(({ subject }) => subject)).size);
      const ofLiver = samples.filter(({ strata }) => strata.get('class')?.includes('liver'));
      expect(sum.strata.get('class')?.get('liver') ?? 0).toBe(ofLiver.length);
      const carriers = new Set(ofLiver.map(({ component }) => component));
      expect(countCarriers(tallies).get('class')?.get('liver') ?? 0).toBe(carriers.size);
    }),
    { seed: 11 },
  );
});
