import { describe, expect, it } from 'vitest';
import { subject } from '../../../src/checks/leakage/subject.ts';
import { at, buildDataset, cluster, image, judge, pair, sample } from '../build-dataset.ts';

const samples = [
  sample('b_01.png', { subject: 'b', split: 'train', location: at(2) }),
  sample('b_17.png', { subject: 'b', split: 'train', location: at(3) }),
  sample('h_03.png', { subject: 'h', location: at(4) }),
  sample('h_99.png', { subject: 'h', split: 'test', location: at(5) }),
  sample('x_01.png', { subject: 'x', split: 'test', location: at(6) }),
];
const images = Object.fromEntries(samples.map(({ id }) => [id, image(id)]));

describe('leakage/subject, by pictures', () => {
  it('shows the path of evidence between subjects that a copy ties across splits', () => {
    const dataset = buildDataset({ samples, images, clusters: [cluster(pair('b_17.png', 'h_03.png'))] });
    const { findings, summary } = judge(subject, dataset);
    expect(findings).toEqual([
      {
        key: 'joined:b|h',
        messageId: 'joined',
        data: {
          ids: ['b', 'h'],
          splits: 'train (2), test (1)',
          a: 'b_17.png',
          aSplit: 'train',
          b: 'h_03.png',
          bSplit: 'no split',
          tie: 'copy, mirrored, correlation 0.998',
        },
        samples: ['b_01.png', 'b_17.png', 'h_03.png', 'h_99.png'],
        subjects: ['b', 'h'],
        location: at(5),
        evidence: {
          path: [
            'b_17.png (m.csv:3) – h_03.png (m.csv:4): copy, mirrored, correlation 0.998',
            'h_03.png (m.csv:4) – h_99.png (m.csv:5): subject h',
          ],
        },
      },
    ]);
    expect(summary).toEqual({ messageId: 'joins', data: { subjects: 3, leaking: 0, joined: 1 } });
  });

  it('finds the same by equal pixels', () => {
    const same = { ...images, 'x_01.png': image('b_01.png') };
    expect(judge(subject, buildDataset({ samples, images: same })).findings).toMatchObject([
      { key: 'joined:b|x', data: { tie: 'same pixels' } },
    ]);
  });

  it('is no leak where the tied subjects stand in one split', () => {
    const dataset = buildDataset({ samples, images, clusters: [cluster(pair('h_99.png', 'x_01.png'))] });
    expect(judge(subject, dataset).findings).toEqual([]);
  });

  it('is no leak where ids are alike in spelling alone', () => {
    const spelled = [
      sample('a.png', { subject: 'P07', split: 'train' }),
      sample('b.png', { subject: 'p7', split: 'test' }),
    ];
    expect(judge(subject, buildDataset({ samples: spelled })).findings).toEqual([]);
  });
});
