import { describe, expect, it } from 'vitest';
import { nearDuplicate } from '../../../src/checks/leakage/near-duplicate.ts';
import { scene } from '../../../src/checks/leakage/scene.ts';
import { at, buildDataset, cluster, failure, image, judge, pair, run, sample } from '../build-dataset.ts';

const samples = [
  sample('a.png', { split: 'train', subject: 'P1', location: at(2) }),
  sample('b.png', { split: 'test', subject: 'P2', location: at(3) }),
  sample('c.png', { split: 'train', location: at(4) }),
  sample('d.png', { location: at(5) }),
];
const images = Object.fromEntries(samples.map(({ id }) => [id, image(id)]));
const build = (...clusters: ReturnType<typeof cluster>[]) => buildDataset({ samples, images, clusters });

describe('leakage/near-duplicate', () => {
  it('passes where pictures are alike inside one split only', () => {
    expect(judge(nearDuplicate, build(cluster(pair('a.png', 'c.png'))))).toEqual({
      coverage: { evaluated: 4, unavailable: 0 },
      measurements: {
        copies: 0,
        comparedPairs: 7,
        featureless: 0,
        thresholds: { betweenSubjects: 0.95, withinSubject: 0.97 },
        falseAlarmRate: 0.001,
      },
      findings: [],
      summary: { messageId: 'clean', data: { copies: 0 } },
    });
  });

  it('shows copies by their best pair across splits', () => {
    const { findings, summary } = judge(
      nearDuplicate,
      build(cluster(pair('a.png', 'c.png'), pair('b.png', 'c.png'))),
    );
    expect(findings).toEqual([
      {
        key: 'a.png',
        messageId: 'copy',
        data: {
          a: 'b.png',
          aSplit: 'test',
          b: 'c.png',
          bSplit: 'train',
          orientation: 'mirrored',
          correlation: 0.9981,
          splits: 'train (2), test (1)',
        },
        samples: ['a.png', 'b.png', 'c.png'],
        subjects: ['P1', 'P2'],
        location: at(3),
        evidence: {
          pictures: 3,
          verifiedPairs: 2,
          overlap: 0.9,
          samples: { train: 2, test: 1 },
          files: { train: ['a.png (m.csv:2)', 'c.png (m.csv:4)'], test: ['b.png (m.csv:3)'] },
        },
      },
    ]);
    expect(summary).toEqual({ messageId: 'leaks', data: { copies: 1 } });
  });

  it('tells a scene from a copy', () => {
    const dataset = build(cluster(pair('a.png', 'b.png', 'scene')));
    expect(judge(nearDuplicate, dataset).findings).toEqual([]);
    expect(judge(scene, dataset)).toMatchObject({
      measurements: { scenes: 1 },
      findings: [
        { key: 'a.png', messageId: 'scene', data: { a: 'a.png', bSplit: 'test', correlation: 0.9981 } },
      ],
      summary: { messageId: 'leaks', data: { scenes: 1 } },
    });
    expect(judge(scene, build(cluster(pair('a.png', 'b.png')))).findings).toEqual([]);
    expect(judge(scene, build(cluster(pair('a.png', 'c.png', 'scene')))).summary.messageId).toBe('clean');
  });

  it('leaves copies with the same pixels to leakage/duplicate', () => {
    const same = buildDataset({
      samples,
      images: { ...images, 'b.png': image('a.png') },
      clusters: [cluster(pair('a.png', 'b.png'))],
    });
    expect(judge(nearDuplicate, same).findings).toEqual([]);
  });

  it('does not leak through a picture that stands in no split', () => {
    expect(judge(nearDuplicate, build(cluster(pair('a.png', 'd.png')))).findings).toEqual([]);
  });

  it('counts what shows too little or could not be decoded as not evaluated', () => {
    const dataset = buildDataset({
      samples,
      images: { ...images, 'a.png': failure('corrupt') },
      clusters: [],
      featureless: ['b.png'],
    });
    expect(judge(nearDuplicate, dataset).coverage).toEqual({ evaluated: 2, unavailable: 2 });
  });

  it.each([
    ['no-images', buildDataset({ samples, images })],
    ['no-images', buildDataset({ samples, images, clusters: [], featureless: samples.map(({ id }) => id) })],
    ['no-splits', buildDataset({ samples: [sample('a.png', { split: 'train' })], images, clusters: [] })],
  ])('is skipped: %s', (messageId, dataset) => {
    expect(run(nearDuplicate, dataset)).toMatchObject({ skipped: { messageId } });
    expect(run(scene, dataset)).toMatchObject({ skipped: { messageId } });
  });
});
