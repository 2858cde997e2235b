import { describe, expect, it } from 'vitest';
import { withinSplit } from '../../../src/checks/duplicates/within-split.ts';
import { at, buildDataset, cluster, failure, image, judge, pair, run, sample } from '../build-dataset.ts';

const place = (id: string, split: string | undefined, line: number) =>
  sample(id, { ...(split !== undefined && { split }), location: at(line) });

describe('duplicates/within-split', () => {
  it('passes where copies stand apart: in two splits, or one of them in none', () => {
    const samples = [place('a.png', 'train', 2), place('b.png', 'test', 3), place('c.png', undefined, 4)];
    const images = { 'a.png': image(), 'b.png': image(), 'c.png': image() };
    expect(judge(withinSplit, buildDataset({ samples, images }))).toEqual({
      coverage: { evaluated: 3, unavailable: 0 },
      measurements: { pictures: 0, extraCopies: 0 },
      findings: [],
      summary: { messageId: 'clean', data: { pictures: 0, extra: 0 } },
    });
  });

  it('finds the copies inside each split of a picture that stands in two, and those in none', () => {
    const samples = [
      place('a.png', 'train', 2),
      place('b.png', 'train', 3),
      place('c.png', 'train', 4),
      place('d.png', 'test', 5),
      place('e.png', 'test', 6),
      place('f.png', undefined, 7),
      place('g.png', undefined, 8),
      place('h.png', 'test', 9),
    ];
    const images = {
      ...Object.fromEntries(samples.map(({ id }) => [id, image()])),
      'h.png': failure('corrupt'),
    };
    expect(judge(withinSplit, buildDataset({ samples, images }))).toEqual({
      coverage: { evaluated: 7, unavailable: 1 },
      measurements: { pictures: 3, extraCopies: 4 },
      findings: [
        {
          key: 'f.png',
          messageId: 'copies',
          data: { images: ['f.png', 'g.png'], where: '' },
          samples: ['f.png', 'g.png'],
          location: at(7),
          evidence: { copies: 2 },
        },
        {
          key: 'a.png@train',
          messageId: 'copies',
          data: { images: ['a.png', 'b.png', 'c.png'], where: ' in train' },
          samples: ['a.png', 'b.png', 'c.png'],
          location: at(2),
          evidence: { copies: 3, split: 'train' },
        },
        {
          key: 'd.png@test',
          messageId: 'copies',
          data: { images: ['d.png', 'e.png'], where: ' in test' },
          samples: ['d.png', 'e.png'],
          location: at(5),
          evidence: { copies: 2, split: 'test' },
        },
      ],
      summary: { messageId: 'found', data: { pictures: 3, extra: 4 } },
    });
  });

  it('is skipped where no image could be decoded', () => {
    const dataset = buildDataset({ samples: [sample('a.png')], images: { 'a.png': failure('corrupt') } });
    expect(run(withinSplit, dataset)).toEqual({
      skipped: { messageId: 'no-images', data: {} },
      coverage: { evaluated: 0, unavailable: 1 },
    });
  });
});

describe('duplicates/within-split, by copies that were saved again', () => {
  const samples = [
    place('a.png', 'train', 2),
    place('b.png', 'train', 3),
    place('c.png', 'test', 4),
    place('d.png', 'test', 5),
  ];
  const images = Object.fromEntries(samples.map(({ id }) => [id, image(id)]));

  it('finds them inside each split', () => {
    const clusters = [cluster(pair('a.png', 'b.png'), pair('b.png', 'c.png'))];
    expect(judge(withinSplit, buildDataset({ samples, images, clusters })).findings).toEqual([
      {
        key: 'near:a.png@train',
        messageId: 'near-copies',
        data: { images: ['a.png', 'b.png'], where: ' in train' },
        samples: ['a.png', 'b.png'],
        location: at(2),
        evidence: { copies: 2, split: 'train' },
      },
    ]);
  });

  it('says nothing of scenes, and nothing twice of equal pixels', () => {
    const clusters = [cluster(pair('a.png', 'b.png', 'scene')), cluster(pair('c.png', 'd.png'))];
    const same = { ...images, 'd.png': image('c.png') };
    const { findings } = judge(withinSplit, buildDataset({ samples, images: same, clusters }));
    expect(findings.map(({ messageId }) => messageId)).toEqual(['copies']);
  });
});
