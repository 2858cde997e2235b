import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSamples } from '../../src/change/compare-samples.ts';
import { findRenames } from '../../src/change/renames.ts';
import type { ComparedSample } from '../../src/change/view-samples.ts';
import type { SampleChanges } from '../../src/model/change.ts';

/** The content of each image by its path. */
function contentsOf(samples: readonly ComparedSample[]): Map<string, string> {
  return new Map(samples.flatMap(({ id, image }) => (image === undefined ? [] : [[id, image] as const])));
}

/** As the dataset of the base is compared: first under the names of today. */
function compare(before: readonly ComparedSample[], after: readonly ComparedSample[]): SampleChanges {
  const renames = findRenames(contentsOf(before), contentsOf(after));
  const renamed = before.map((sample) => ({ ...sample, id: renames.get(sample.id) ?? sample.id }));
  return compareSamples(renamed, after, renames);
}

function sample(id: string, more: Partial<ComparedSample> = {}): ComparedSample {
  return { id, image: `content of ${id}`, subject: 'p1', splits: ['train'], ...more };
}

const nothing = { items: [], total: 0 };

describe('compareSamples', () => {
  it('finds nothing between equal datasets, whatever their order', () => {
    const samples = [sample('a.png'), sample('b.png', { subject: 'p2', splits: ['test'] })];
    expect(compare(samples, [...samples].reverse())).toEqual({
      added: nothing,
      removed: nothing,
      renamed: nothing,
      replaced: nothing,
      relabelled: nothing,
      reassigned: nothing,
      moved: nothing,
      movedSubjects: nothing,
      trainToTest: 0,
    });
  });

  it('tells which samples are given another subject, though no picture moves', () => {
    const before = [
      sample('a.png'),
      sample('b.png', { subject: 'p2', splits: ['test'] }),
      sample('kept.png', { subject: 'p3' }),
    ];
    const nameless: ComparedSample = { id: 'b.png', image: 'content of b.png', splits: ['test'] };
    const after = [sample('a.png', { subject: 'new' }), nameless, sample('kept.png', { subject: 'p3' })];
    const found = compare(before, after);
    expect(found.reassigned.items).toEqual([
      { sample: 'a.png', before: 'p1', after: 'new' },
      { sample: 'b.png', before: 'p2' },
    ]);
    expect(found.movedSubjects).toEqual(nothing);
  });

  it('puts subjects that moved from train to test before others', () => {
    const before = [sample('a.png', { subject: 'a', splits: ['val'] }), sample('z.png', { subject: 'z' })];
    const after = [
      sample('a.png', { subject: 'a' }),
      sample('z.png', { subject: 'z', splits: ['test'] }),
      sample('new.png', { subject: 'n', splits: ['test'] }),
    ];
    const { movedSubjects, trainToTest } = compare(before, after);
    expect(movedSubjects.items.map(({ subject }) => subject)).toEqual(['z', 'a']);
    expect(trainToTest).toBe(1);
  });

  it('counts a subject that only gained a split as moved', () => {
    const after = [sample('a.png'), sample('b.png', { splits: ['test'] })];
    expect(compare([sample('a.png')], after)).toMatchObject({
      movedSubjects: { items: [{ subject: 'p1', before: ['train'], after: ['test', 'train'] }] },
      moved: nothing,
      added: { total: 1 },
      trainToTest: 1,
    });
  });

  it('takes a mask that is stored in another way for the same label, and other values for another', () => {
    const mask = (label: string, meaning: string, pixels: number) =>
      sample('a.png', { label, meaning, pixels: new Map([['liver', pixels]]), maskPixels: 100 });
    expect(compare([mask('1', 'm', 5)], [mask('2', 'm', 5)]).relabelled).toEqual(nothing);
    expect(compare([mask('1', 'm', 5)], [mask('2', 'n', 7)]).relabelled.items).toEqual([
      {
        sample: 'a.png',
        pixels: [{ name: 'liver', before: 5, after: 7 }],
        maskPixels: { before: 100, after: 100 },
      },
    ]);
  });

  it('says nothing of files whose content is not known', () => {
    const unknown: ComparedSample = { id: 'a.png', splits: ['train'] };
    expect(compare([unknown], [sample('a.png')])).toMatchObject({ replaced: nothing, relabelled: nothing });
  });

  it('lists the first hundred and counts all', () => {
    const after = Array.from({ length: 150 }, (_, index) => sample(`${String(index).padStart(3, '0')}.png`));
    const { added } = compare([], after);
    expect(added.total).toBe(150);
    expect(added.items).toHaveLength(100);
    expect(added.items[99]?.sample).toBe('099.png');
  });

  it('mirrors: from B to A is from A to B with added and removed, before and after exchanged', () => {
    fc.assert(
      fc.property(arbitraryDataset(), arbitraryDataset(), (a, b) => {
        const there = compare(a, b);
        const back = compare(b, a);
        // A sample that was renamed is named by its path of today in the one and by its old one in the other.
        const names = new Map(there.renamed.items.map(({ from, sample: to }) => [from, to]));
        expect(mirror(back, names)).toEqual(sortLists(there));
      }),
    );
  });

  it('accounts for every sample', () => {
    fc.assert(
      fc.property(arbitraryDataset(), arbitraryDataset(), (before, after) => {
        const { added, removed } = compare(before, after);
        expect(before.length - removed.total + added.total).toBe(after.length);
      }),
    );
  });
});

function arbitraryDataset(): fc.Arbitrary<ComparedSample[]> {
  const record = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__', 'constructor'),
    image: fc.constantFrom('1', '2', '3', '4'),
    subject: fc.constantFrom('p1', 'p2', 'toString', undefined),
    splits: fc.subarray(['test', 'train', 'val']),
    says: fc.constantFrom('cat', 'dog', 'no label'),
  });
  return fc
    .uniqueArray(record, { selector: ({ id }) => id })
    .map((samples) =>
      samples.map(({ subject, ...rest }) => (subject === undefined ? rest : { ...rest, subject })),
    );
}

/** The change read backwards, under the names of what it began with. */
function mirror(change: SampleChanges, names: ReadonlyMap<string, string>): SampleChanges {
  const rename = <T extends { readonly sample: string }>(item: T): T => ({
    ...item,
    sample: names.get(item.sample) ?? item.sample,
  });
  const turn = <T extends { readonly before?: unknown; readonly after?: unknown }>({
    before,
    after,
    ...rest
  }: T) => ({ ...rest, before: after, after: before }) as unknown as T;
  const { movedSubjects, replaced, relabelled, reassigned, moved, renamed } = change;
  const turned = movedSubjects.items.map(turn);
  return sortLists({
    added: change.removed,
    removed: change.added,
    renamed: { ...renamed, items: renamed.items.map(({ from, sample: to }) => ({ from: to, sample: from })) },
    replaced: { ...replaced, items: replaced.items.map(rename) },
    relabelled: { ...relabelled, items: relabelled.items.map(turn).map(rename) },
    reassigned: { ...reassigned, items: reassigned.items.map(turn).map(rename) },
    moved: { ...moved, items: moved.items.map(turn).map(rename) },
    movedSubjects: { ...movedSubjects, items: turned },
    trainToTest: turned.filter(({ before, after }) => before.includes('train') && after.includes('test'))
      .length,
  });
}

/** The order of lists is another in the mirror: paths are others, and one way is graver than the other. */
function sortLists(change: SampleChanges): SampleChanges {
  const sort = <T>(list: { readonly items: readonly T[]; readonly total: number }) => ({
    ...list,
    items: [...list.items].sort((a, b) => (key(a) < key(b) ? -1 : 1)),
  });
  const key = (item: unknown) => {
    const { sample: path, subject } = item as { readonly sample?: string; readonly subject?: string };
    return path ?? subject ?? '';
  };
  return {
    added: sort(change.added),
    removed: sort(change.removed),
    renamed: sort(change.renamed),
    // Its splits are those of today, which differ where it has moved as well.
    replaced: {
      ...sort(change.replaced),
      items: sort(change.replaced).items.map((item) => ({ ...item, splits: [] })),
    },
    relabelled: sort(change.relabelled),
    reassigned: sort(change.reassigned),
    moved: sort(change.moved),
    movedSubjects: sort(change.movedSubjects),
    trainToTest: change.trainToTest,
  };
}
