import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tallyComponents, type Component, type SplitSample } from '../../src/split/component.ts';
import { proposeSplit, type SplitRequest } from '../../src/split/propose-split.ts';

const splits = [
  { name: 'train', ratio: 0.7 },
  { name: 'val', ratio: 0.15 },
  { name: 'test', ratio: 0.15 },
];
const anew: SplitRequest = { mode: 'new', splits, seed: 1 };
const folds = (count: number): SplitRequest => ({ mode: 'folds', count, seed: 1 });

/** Subjects of so many samples, with the strata that `strataOf` gives each. */
function subjects(
  sizes: readonly number[],
  strataOf: (index: number) => Record<string, string> = () => ({}),
  splitOf: (index: number) => string | undefined = () => undefined,
): Component[] {
  const samples = sizes.flatMap((size, index) => {
    const strata = new Map(Object.entries(strataOf(index)).map(([dimension, name]) => [dimension, [name]]));
    const split = splitOf(index);
    const subject = `p${index}`;
    return Array.from({ length: size }, (): SplitSample => {
      return { component: subject, subject, strata, ...(split !== undefined && { split }) };
    });
  });
  return tallyComponents(samples);
}

const equal = (count: number, size = 10) => Array.from({ length: count }, () => size);

function say(components: readonly Component[], request: SplitRequest): string[] {
  return proposeSplit(components, request).limits.map(({ kind, message }) => `${kind}: ${message}`);
}

describe('how many there are', () => {
  it('says nothing of 40 equal subjects', () => {
    expect(say(subjects(equal(40)), anew)).toEqual([]);
    expect(say(subjects(equal(40)), folds(5))).toEqual([]);
  });

  it('calls one subject nothing to split', () => {
    expect(say(subjects([7]), anew)).toEqual([
      'too-few-components: all samples hang together in 1 subject: there is nothing to split',
    ]);
  });

  it('counts the splits that stay empty', () => {
    expect(say(subjects([5, 5]), anew)).toEqual([
      'too-few-components: 2 subjects cannot fill 3 splits: 1 stays empty',
      'large-component: subject p0 holds 50.0 % of all samples: no val split of 15.0 % and no test split of 15.0 % can be had without it in train',
      'large-component: subject p1 holds 50.0 % of all samples: no val split of 15.0 % and no test split of 15.0 % can be had without it in train',
    ]);
  });

  it('leaves leave-one-out to four subjects, and no more than one each to seven', () => {
    expect(say(subjects(equal(4)), anew)[0]).toBe(
      'leave-one-out: 4 subjects: leave-one-subject-out is all there is; 15.0 % of them for val is less than one',
    );
    expect(say(subjects(equal(6)), anew)[0]).toContain('leave-one-out');
    expect(say(subjects(equal(7)), anew)).toEqual([
      'few-subjects: val holds 1 subject: a rate measured there may lie 45 percentage points from the truth (95 % interval)',
      'few-subjects: test holds 1 subject: a rate measured there may lie 45 percentage points from the truth (95 % interval)',
    ]);
  });

  it('wants five subjects to measure on', () => {
    const kinds = (count: number) => say(subjects(equal(count)), anew).map((text) => text.split(':')[0]);
    expect(kinds(32)).toEqual([]);
    expect(kinds(27)).toEqual(['few-subjects', 'few-subjects']);
  });

  it('wants a subject for each fold', () => {
    expect(say(subjects(equal(4)), folds(5))).toEqual([
      'too-few-components: 5 folds need as many subjects, and there are 4: leave-one-subject-out, in 4 folds, is all there is',
    ]);
    expect(say(subjects(equal(5)), folds(5))).toEqual([]);
  });

  it('speaks of components where they are no subjects, and of no subjects where none is known', () => {
    const components = tallyComponents(['a', 'b'].map((component) => ({ component, strata: new Map() })));
    expect(say(components, anew)[0]).toBe(
      'too-few-components: 2 components cannot fill 3 splits: 1 stays empty',
    );
  });
});

describe('how large they are', () => {
  it('says where the only place of a large one is', () => {
    const components = subjects([62, ...equal(19, 2)]);
    const proposal = proposeSplit(components, anew);
    expect(proposal.assignment.get('p0')).toBe('train');
    expect(proposal.limits.filter(({ kind }) => kind === 'large-component')).toEqual([
      {
        kind: 'large-component',
        message:
          'subject p0 holds 62.0 % of all samples: no val split of 15.0 % and no test split of 15.0 % can be had without it in train',
      },
    ]);
  });

  it('says what a very large one leaves, in the sizes too', () => {
    const texts = say(subjects([90, ...equal(10, 1)]), anew);
    expect(texts[0]).toBe(
      'large-component: subject p0 holds 90.0 % of all samples: even in train it leaves 10.0 % for all other splits, where 30.0 % were wanted',
    );
    // Five more subjects to learn from, at the price of even less to measure on.
    expect(texts[1]).toBe(
      'size: the subjects do not divide into splits of the wanted sizes: train holds 95.0 % where 70.0 % were wanted, val holds 2.0 % where 15.0 % were wanted, test holds 3.0 % where 15.0 % were wanted',
    );
  });

  it('says what is too large for a fold', () => {
    const texts = say(subjects([50, ...equal(10, 5)]), folds(5));
    expect(texts[0]).toBe(
      'large-component: subject p0 holds 50.0 % of all samples: the fold it is in cannot be the 20.0 % wanted',
    );
  });

  it('says when a repair cannot keep to its tolerance, and says nothing when it can', () => {
    const components = subjects([60, 20, 20], undefined, (index) => splits[index]?.name);
    const repair = (tolerance: number): SplitRequest => ({ mode: 'repair', splits, tolerance, seed: 1 });
    const kinds = (tolerance: number) =>
      say(components, repair(tolerance)).filter((text) => text.startsWith('tolerance'));
    expect(kinds(0.05)).toEqual([
      'tolerance: sizes within 5.0 % of the wanted shares were not found: train 60.0 % (wanted 70.0 %)',
    ]);
    expect(kinds(0.1)).toEqual([]);
  });
});

describe('what is where', () => {
  it('says which strata are too rare for every split', () => {
    const classes = ['adrenals', 'spleen', 'spleen'];
    const components = subjects(equal(40), (index) => ({ class: classes[index] ?? 'liver' }));
    const texts = say(components, anew);
    expect(texts).toEqual([
      'rare-stratum: class adrenals occurs in 1 subject: it can be in one split only',
      'rare-stratum: class spleen occurs in 2 subjects: it can be in 2 of 3 splits only',
    ]);
    const { strata } = proposeSplit(components, anew);
    const placesOf = (name: string) => strata.find(({ stratum }) => stratum === name)?.splits ?? [];
    // What can be in one split only is there to be learned from.
    expect(placesOf('adrenals').map(({ samples }) => samples)).toEqual([10, 0, 0]);
    expect(placesOf('spleen')[0]?.samples).toBe(10);
  });

  it('gives each split one of three, and says that it is one', () => {
    const components = subjects(equal(40), (index) => ({ class: index < 3 ? 'spleen' : 'liver' }));
    expect(say(components, anew)).toEqual([
      'single-source: class spleen comes from 1 subject in train, val and test: what is seen of it there is true of that one',
    ]);
  });

  it('lists five and counts the others', () => {
    const components = subjects(equal(40), (index) => ({ site: index < 9 ? `site ${index}` : 'main' }));
    const texts = say(components, anew);
    expect(texts).toHaveLength(6);
    expect(texts[5]).toBe('rare-stratum: 4 more strata occur in fewer subjects than there are splits');
  });

  it('says what a split lacks though there is enough of it', () => {
    // Today's split is whole and stays: the seven of site b are all in train.
    const components = subjects(
      equal(40),
      (index) => ({ site: index < 7 ? 'b' : 'a' }),
      (index) => (index < 28 ? 'train' : index < 34 ? 'val' : 'test'),
    );
    expect(say(components, { mode: 'repair', seed: 1 })).toEqual([
      'absent-stratum: site b is not in val or test, though 7 subjects have it',
    ]);
  });

  it('shortens names that would hide the sentence', () => {
    const texts = say(
      subjects(equal(40), (index) => ({ class: index === 0 ? 'x'.repeat(9999) : 'y' })),
      anew,
    );
    expect(texts).toHaveLength(1);
    expect(texts[0]?.length).toBeLessThan(150);
  });
});

describe('the abdomen example', () => {
  const rows = readFileSync('examples/abdomen-ultrasound/manifest.csv', 'utf8').trim().split('\n').slice(1);
  const samples = rows.map((row): SplitSample => {
    const [, mask = '', subject = '', split = '', domain = ''] = row.split(',');
    const label = mask === '' ? 'unlabelled' : `labelled ${domain}`;
    const strata = new Map([
      ['domain', [domain]],
      ['label', [label]],
    ]);
    return { component: subject, subject, split, strata };
  });
  const components = tallyComponents(samples);

  it('has val and test of the mix of the whole, with subjects of both domains', () => {
    const proposal = proposeSplit(components, anew);
    for (const { share, wanted, subjects: count, mixes } of proposal.splits) {
      expect(Math.abs(share - wanted)).toBeLessThan(0.02);
      expect(Math.abs(count - 32 * wanted)).toBeLessThan(1);
      for (const { distance } of mixes) expect(distance).toBeLessThan(0.05);
    }
    const labelled = proposal.strata.find(({ stratum }) => stratum === 'labelled real');
    // 26 and 16 frames to learn from, 10 and 8 to measure on: four subjects give no more.
    expect(labelled?.splits.map(({ samples: size }) => size).sort()).toEqual([10, 42, 8].sort());
    expect(labelled?.splits[0]?.samples).toBe(42);
    expect(proposal.limits.map(({ message }) => message)).toEqual([
      'label labelled real comes from 1 subject in val and test: what is seen of it there is true of that one',
    ]);
    expect(proposal.cost.after.total).toBeLessThan(proposal.cost.before?.total ?? 0);
  });

  it('leaves today’s division as it is when it is repaired', () => {
    expect(proposeSplit(components, { mode: 'repair', seed: 1 }).moves).toEqual([]);
  });

  it('cannot be divided by its labelled real frames alone', () => {
    const real = tallyComponents(
      samples.filter(({ strata }) => strata.get('label')?.includes('labelled real')),
    );
    expect(say(real, anew).map((text) => text.split(':')[0])).toEqual([
      'leave-one-out',
      'large-component',
      'few-subjects',
      'few-subjects',
    ]);
  });
});
