import fc from 'fast-check';
import { tallyComponents, type Component, type SplitSample } from '../../src/split/component.ts';
import type { WantedSplit } from '../../src/split/wanted-splits.ts';

export interface Drawn {
  readonly samples: readonly SplitSample[];
  readonly components: readonly Component[];
  readonly splits: readonly WantedSplit[];
}

const classes = ['liver', 'kidney', 'spleen', 'adrenals'];
const sites = ['north', 'south', 'east'];

/** A component: its site, how many samples it has and which classes and split they have. */
const drawComponent = fc.record({
  site: fc.constantFrom(...sites),
  samples: fc.array(
    fc.record({
      subject: fc.nat(1),
      split: fc.option(fc.constantFrom('train', 'val', 'test'), { nil: undefined, freq: 6 }),
      class: fc.subarray(classes, { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 30, size: 'max' },
  ),
});

const ratioSets = [
  [70, 15, 15],
  [0.8, 0.1, 0.1],
  [1, 1, 1],
  [0.75, 0.25],
  [5, 3, 2],
];

/** Components of 1 to 30 samples with sites, classes, one or two subjects and a split of today that may divide them. */
export function drawComponents(count: { minLength: number; maxLength: number }): fc.Arbitrary<Drawn> {
  return fc
    .record({
      drafts: fc.array(drawComponent, { ...count, size: 'max' }),
      ratios: fc.constantFrom(...ratioSets),
    })
    .map(({ drafts, ratios }) => {
      const samples = drafts.flatMap((draft, index) =>
        draft.samples.map(({ subject, split, class: names }) => ({
          component: `c${index}`,
          subject: `s${index}-${subject}`,
          ...(split !== undefined && { split: ratios.length === 2 && split === 'val' ? 'test' : split }),
          strata: new Map([
            ['class', names],
            ['site', [draft.site]],
          ]),
        })),
      );
      const names = ratios.length === 2 ? ['train', 'test'] : ['train', 'val', 'test'];
      const splits = names.map((name, index) => ({ name, ratio: ratios[index] ?? 0 }));
      return { samples, components: tallyComponents(samples), splits };
    });
}
