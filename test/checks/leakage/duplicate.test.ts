import { describe, expect, it } from 'vitest';
import { duplicate } from '../../../src/checks/leakage/duplicate.ts';
import { at, buildDataset, failure, image, judge, run, sample } from '../build-dataset.ts';

const samples = [
  sample('a.png', { subject: 'P1', split: 'train', location: at(2) }),
  sample('b.png', { subject: 'P2', split: 'test', location: at(3) }),
  sample('c.png', { subject: 'P3', split: 'test', location: at(4) }),
];
const images = { 'a.png': image('a'), 'b.png': image('b'), 'c.png': failure('corrupt') };

const evidence = {
  samples: { train: 1, test: 1 },
  files: { train: ['a.png (m.csv:2)'], test: ['b.png (m.csv:3)'] },
};
const copies = {
  key: 'a.png',
  data: { images: ['a.png', 'b.png'], splits: 'train (1), test (1)' },
  samples: ['a.png', 'b.png'],
  subjects: ['P1', 'P2'],
  location: at(3),
  evidence,
};
const conflict = {
  kind: 'conflict',
  image: 'a.png',
  field: 'split',
  claims: [{ value: 'test' }, { value: 'train', location: at(2) }],
} as const;
const listed = {
  key: 'listed:a.png',
  messageId: 'listed',
  data: { image: 'a.png', splits: ['test', 'train'] },
  samples: ['a.png'],
  location: at(2),
  evidence: { claims: ['test', 'train (m.csv:2)'] },
};

describe('leakage/duplicate', () => {
  it('passes where all pictures differ', () => {
    expect(judge(duplicate, buildDataset({ samples, images }))).toEqual({
      coverage: { evaluated: 2, unavailable: 1 },
      measurements: { copiesAcrossSplits: 0, listedInSeveralSplits: 0, blank: 0 },
      findings: [],
      summary: { messageId: 'clean', data: { leaking: 0 } },
    });
  });

  it.each([
    ['bytes', image('a')],
    ['pixels', image('a', { bytes: 'other' })],
  ])('finds a picture in two splits by its %s', (messageId, copy) => {
    const result = judge(duplicate, buildDataset({ samples, images: { ...images, 'b.png': copy } }));
    expect(result.findings).toEqual([{ ...copies, messageId }]);
    expect(result.measurements).toEqual({ copiesAcrossSplits: 1, listedInSeveralSplits: 0, blank: 0 });
    expect(result.summary).toEqual({ messageId: 'leaks', data: { leaking: 1 } });
  });

  it('leaves copies inside a split and pictures of one value alone', () => {
    const blank = image('white', { deviation: 0 });
    const inside = buildDataset({ samples, images: { 'b.png': image('b'), 'c.png': image('b') } });
    const empty = buildDataset({ samples, images: { 'a.png': blank, 'b.png': blank } });
    expect(judge(duplicate, inside).findings).toEqual([]);
    expect(judge(duplicate, empty)).toMatchObject({ findings: [], measurements: { blank: 2 } });
  });

  it('finds an image that is listed in two splits, though none can be decoded', () => {
    const torn = [sample('a.png', { splits: ['train', 'test'], location: at(2) })];
    const result = judge(duplicate, buildDataset({ samples: torn, problems: [conflict] }));
    expect(result.findings).toEqual([listed]);
    expect(result.coverage).toEqual({ evaluated: 0, unavailable: 1 });
  });

  it('tells a copy of an image from its being listed twice', () => {
    const torn = [sample('a.png', { splits: ['train', 'test'] }), ...samples.slice(1)];
    const dataset = buildDataset({
      samples: torn,
      images: { ...images, 'b.png': image('a') },
      problems: [conflict, { ...conflict, field: 'subject' }],
    });
    expect(judge(duplicate, dataset).findings.map(({ key, messageId }) => [key, messageId])).toEqual([
      ['a.png', 'bytes'],
      ['listed:a.png', 'listed'],
    ]);
  });

  it.each([
    ['no-images', buildDataset({ samples }), { evaluated: 0, unavailable: 3 }],
    ['no-splits', buildDataset({ samples: samples.slice(1), images }), { evaluated: 1, unavailable: 1 }],
  ])('is skipped: %s', (messageId, dataset, coverage) => {
    expect(run(duplicate, dataset)).toEqual({ skipped: { messageId, data: {} }, coverage });
  });
});
