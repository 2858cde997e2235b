import { describe, expect, it } from 'vitest';
import { formatEvidence, listDomains, listSplits } from '../../src/report/format.ts';
import { buildAbdomenReport } from './fixtures/abdomen-report.ts';

describe('listSplits and listDomains', () => {
  const { dataset } = buildAbdomenReport();

  it('put splits in the order of their use and others after them', () => {
    const counts = { ...dataset.counts, splits: { zeta: 1, test: 2, extra: 3, val: 4, train: 5 } };
    const names = listSplits({ ...dataset, counts }).map(({ name }) => name);
    expect(names).toEqual(['train', 'val', 'test', 'extra', 'zeta']);
  });

  it('put the largest domain first', () => {
    const counts = { ...dataset.counts, domains: { c: 1, b: 7, a: 1 } };
    const names = listDomains({ ...dataset, counts }).map(({ name }) => name);
    expect(names).toEqual(['b', 'a', 'c']);
  });
});

describe('formatEvidence', () => {
  it('shows keys as words, sorted, and leaves names of the dataset as they are', () =>
    expect(
      formatEvidence({ meanDistance: 0.123456, framesBySubject: { h: 26, aB: 16 }, isFlipped: true }),
    ).toEqual([
      { label: 'frames by subject', value: 'aB: 16, h: 26' },
      { label: 'is flipped', value: 'yes' },
      { label: 'mean distance', value: '0.1235' },
    ]));

  it('leaves keys that are no words of ours alone', () =>
    expect(formatEvidence({ P07_A: 1, '"x': 2 }).map(({ label }) => label)).toEqual(['"x', 'P07_A']));

  it('shows shares in percent, and what only sounds like one as a number', () =>
    expect(formatEvidence({ labelledShare: 0.0388853, share: 1.5, shareholders: 0.5 })).toEqual([
      { label: 'labelled share', value: '3.9 %' },
      { label: 'share', value: '1.5' },
      { label: 'shareholders', value: '0.5' },
    ]));

  it.each([
    [null, 'none'],
    ['', '(empty)'],
    [[], 'none'],
    [{}, 'none'],
    [[1, 2, 3, 4, 5, 6], '1, 2, 3, 4, 5, 6'],
    [[1, 2, 3, 4, 5, 6, 7], '1, 2, 3, 4, 5, … 2 more'],
    [[{ value: '#640063', pixels: 9120 }], 'pixels: 9120, value: #640063'],
    [
      [
        { a: 1, b: 2 },
        { a: 3, b: [4, 5] },
      ],
      'a: 1, b: 2; a: 3, b (4, 5)',
    ],
    [[{ pValue: 0.5, by: { aB: 1 } }], 'by (aB: 1), p value: 0.5'],
    [
      [
        [1, 2],
        [3, 4],
      ],
      '(1, 2); (3, 4)',
    ],
    [{ train: ['c.png'], test: ['a.png', 'b.png'] }, 'test: a.png, b.png; train: c.png'],
    [{ train: [], test: ['a.png'] }, 'test: a.png; train: none'],
    [{ real: { images: 2, subjects: 1 }, synthetic: {} }, 'real (images: 2, subjects: 1), synthetic: none'],
    [{ a: { b: { c: { d: 1 } } } }, 'a (b (c (1 entry)))'],
    [
      Object.fromEntries(Array.from('abcdefghi', (key) => [key, 1])),
      'a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, … 2 more',
    ],
    ['x'.repeat(400), `${'x'.repeat(80)}…${'x'.repeat(79)}`],
  ])('shows %j as %s', (value, text) =>
    expect(formatEvidence({ value })).toEqual([{ label: 'value', value: text }]),
  );
});
