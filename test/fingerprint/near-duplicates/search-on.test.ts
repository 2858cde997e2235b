import { describe, expect, it } from 'vitest';
import type { DescribedPicture } from '../../../src/fingerprint/near-duplicates/described-picture.ts';
import { describeSearch } from '../../../src/fingerprint/near-duplicates/find-near-duplicates.ts';
import { describePicture } from '../../../src/fingerprint/near-duplicates/description/picture-description.ts';
import { searchAll } from '../../../src/fingerprint/near-duplicates/search-all.ts';
import { searchOn } from '../../../src/fingerprint/near-duplicates/search-on.ts';
import type { Search } from '../../../src/fingerprint/near-duplicates/search.ts';
import { drawPicture, mapLevels, remap } from './draw-picture.ts';

function toPicture(name: string, page: ReturnType<typeof drawPicture>): DescribedPicture {
  return {
    id: name,
    bytesHash: name,
    description: describePicture(page),
    subject: name,
    part: `${name} train`,
  };
}

/** Brighter or darker, the same picture otherwise. */
const copyOf = (seed: number, gain: number): DescribedPicture =>
  toPicture(
    `${seed} × ${gain}`,
    mapLevels(drawPicture(seed, 120, 90), (level) => level * gain),
  );

const different = Array.from({ length: 60 }, (_, seed) =>
  toPicture(`${seed + 1}`, drawPicture(seed + 1, 120, 90)),
);
const base = [...different, copyOf(1, 0.8), copyOf(2, 0.9)];
const earlier = searchAll(base);

const listMembers = (search: Search) => describeSearch(search).clusters.map(({ members }) => members);

function expectSearch(before: Search, pictures: readonly DescribedPicture[]): Search {
  const search = searchOn(before, pictures);
  if (!search) throw new Error('all would be searched');
  return search;
}

describe('searchOn', () => {
  it('gives what was found where nothing has changed, under whatever names', () => {
    expect(expectSearch(earlier, [...base].reverse())).toStrictEqual(earlier);
    const renamed = base.map((picture) => ({ ...picture, id: `moved/${picture.id}` }));
    expect(expectSearch(earlier, renamed)).toStrictEqual({ ...searchAll(renamed) });
    expect(listMembers(expectSearch(earlier, renamed))).toEqual([
      ['moved/1', 'moved/1 × 0.8'],
      ['moved/2', 'moved/2 × 0.9'],
    ]);
  });

  it('finds copies among the new pictures, and of the old ones, as a search of all does', () => {
    const page = drawPicture(7, 120, 90);
    const flipped = toPicture(
      '7 flipped',
      remap(page, 120, 90, (x, y) => [119 - x, y]),
    );
    const pictures = [...base, flipped, toPicture('100', drawPicture(100, 120, 90)), copyOf(100, 0.7)];
    const search = expectSearch(earlier, pictures);
    expect(listMembers(search)).toEqual([
      ['1', '1 × 0.8'],
      ['100', '100 × 0.7'],
      ['2', '2 × 0.9'],
      ['7', '7 flipped'],
    ]);
    expect(describeSearch(search).clusters.map(({ tree }) => tree[0]?.orientation)).toEqual([
      'upright',
      'upright',
      'upright',
      'mirrored',
    ]);
    expect(listMembers(search)).toEqual(listMembers(searchAll(pictures)));
    expect(expectSearch(earlier, [...pictures].reverse())).toStrictEqual(search);
  });

  it('compares only what is new', () => {
    const search = expectSearch(earlier, [...base, copyOf(30, 0.9)]);
    expect(search.comparedPairs - earlier.comparedPairs).toBeGreaterThan(0);
    expect(search.comparedPairs - earlier.comparedPairs).toBeLessThanOrEqual(12);
  });

  it('forgets pictures that are gone', () => {
    expect(
      listMembers(
        expectSearch(
          earlier,
          base.filter(({ id }) => id !== '1'),
        ),
      ),
    ).toEqual([['2', '2 × 0.9']]);
  });

  it('compares a picture of another subject or split anew', () => {
    const [first, ...others] = base;
    if (!first) throw new Error('no picture');
    const beside = copyOf(1, 0.8);
    const joined = { ...first, subject: beside.subject ?? '', part: beside.part ?? '' };
    // Both are of one subject and split now: that they are alike leaks nothing.
    expect(listMembers(expectSearch(earlier, [joined, ...others]))).toEqual([['2', '2 × 0.9']]);
  });

  it('compares copies anew that a picture held together which is gone', () => {
    const family = [0.95, 0.9, 0.85].map((gain) => copyOf(9, gain));
    const pictures = [...base, ...family];
    const found = searchAll(pictures);
    const idOf = (place: number): string => found.pictures[place]?.id ?? '';
    // As in a large data set, where copies that are known to be copies of one are not compared.
    const known = ['9', '9 × 0.95 9 × 0.9', '9 × 0.9 9 × 0.95'];
    const isKnown = (a: string, b: string): boolean =>
      a === '9' || b === '9' || !a.startsWith('9 ') || known.includes(`${a} ${b}`);
    const star = { ...found, pairs: found.pairs.filter(({ a, b }) => isKnown(idOf(a), idOf(b))) };
    expect(found.pairs.length - star.pairs.length).toBe(2);
    const left = expectSearch(
      star,
      pictures.filter(({ id }) => id !== '9'),
    );
    const cluster = describeSearch(left).clusters.find(({ members }) => members.length === 3);
    expect(cluster).toMatchObject({ members: ['9 × 0.85', '9 × 0.9', '9 × 0.95'], pairs: 3 });
  });

  it('leaves out what the pictures of a source shared in the earlier search', () => {
    // Panels that cover all but a strip: twelve pictures of a size tell that they are the source's.
    const panel = drawPicture(500);
    const { width, height } = panel;
    const drawPanelled = (seed: number): DescribedPicture => {
      const levels = drawPicture(seed + 100).levels.slice();
      for (let y = 0; y < height; y++)
        for (let x = 0; x < 0.8 * width; x++) levels[y * width + x] = panel.levels[y * width + x] ?? 0;
      return toPicture(`panelled ${seed}`, { width, height, levels });
    };
    const twelve = Array.from({ length: 12 }, (_, seed) => drawPanelled(seed));
    const before = searchAll([...different, ...twelve]);
    expect(listMembers(before)).toEqual([]);
    // Eleven by themselves would not.
    const eleven = [...twelve.slice(2), drawPanelled(12)];
    expect(listMembers(searchAll([...different, ...eleven]))).not.toEqual([]);
    expect(listMembers(expectSearch(before, [...different, ...eleven]))).toEqual([]);
  });

  it('takes thresholds from the earlier search, so that new pictures do not move them', () => {
    const strict = { ...earlier, thresholds: { betweenSubjects: 0.999, withinSubject: 0.999 } };
    const search = expectSearch(strict, [...base, copyOf(30, 0.5)]);
    expect(search.thresholds).toEqual(strict.thresholds);
    expect(listMembers(search)).not.toContainEqual(['30', '30 × 0.5']);
    expect(listMembers(expectSearch(earlier, [...base, copyOf(30, 0.5)]))).toContainEqual(['30', '30 × 0.5']);
  });

  it('leaves it to a search of all where more than one in twenty is new', () => {
    const copies = [40, 41, 42, 43].map((seed) => copyOf(seed, 0.9));
    expect(searchOn(earlier, [...base, ...copies.slice(1)])).toBeDefined();
    expect(searchOn(earlier, [...base, ...copies])).toBeUndefined();
  });
});
