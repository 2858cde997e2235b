import { describe, expect, it } from 'vitest';
import { alias } from '../../../src/checks/leakage/alias.ts';
import { at, buildDataset, cluster, image, judge, pair, run, sample } from '../build-dataset.ts';

const samples = [
  sample('a.png', { subject: 'P7', location: at(2) }),
  sample('b.png', { subject: 'P8', location: at(3) }),
  sample('c.png', { subject: '--', location: at(4) }),
  sample('d.png', { subject: '__', location: at(5) }),
  sample('e.png', { location: at(6) }),
];
const images = { 'a.png': image('a'), 'b.png': image('b'), 'e.png': image('a') };

describe('leakage/alias', () => {
  it('passes where ids differ in more than spelling and share no picture', () => {
    expect(judge(alias, buildDataset({ samples, images }))).toEqual({
      coverage: { evaluated: 4, unavailable: 1 },
      measurements: { subjects: 4, suspicions: 0, imagesCompared: 2 },
      findings: [],
      summary: { messageId: 'clean', data: { subjects: 4, pairs: 0 } },
    });
  });

  it('says so where no picture could be compared', () => {
    expect(judge(alias, buildDataset({ samples })).summary.messageId).toBe('clean-spelling');
  });

  it('finds ids that differ in spelling only', () => {
    const more = [...samples, sample('f.png', { subject: 'p07' }), sample('g.png', { subject: 'p07' })];
    const { findings, summary } = judge(alias, buildDataset({ samples: more, images }));
    expect(findings).toEqual([
      {
        key: 'P7|p07',
        messageId: 'spelling',
        data: { ids: ['P7', 'p07'] },
        samples: ['a.png', 'f.png'],
        subjects: ['P7', 'p07'],
        location: at(2),
        evidence: { P7: { samples: 1 }, p07: { samples: 2 } },
      },
    ]);
    expect(summary).toEqual({ messageId: 'aliases', data: { subjects: 5, pairs: 1 } });
  });

  it('finds subjects that share a picture', () => {
    const shared = { ...images, 'b.png': image('a') };
    expect(judge(alias, buildDataset({ samples, images: shared })).findings).toEqual([
      {
        key: 'P7|P8@a.png',
        messageId: 'picture',
        data: { ids: ['P7', 'P8'] },
        samples: ['a.png', 'b.png'],
        subjects: ['P7', 'P8'],
        location: at(2),
        evidence: { files: ['a.png (m.csv:2)', 'b.png (m.csv:3)'] },
      },
    ]);
  });

  it('is skipped where no subject is known', () => {
    expect(run(alias, buildDataset({ samples: samples.slice(4), images }))).toEqual({
      skipped: { messageId: 'no-subjects', data: {} },
      coverage: { evaluated: 0, unavailable: 1 },
    });
  });
});

describe('leakage/alias, by copies and names', () => {
  const pictures = Object.fromEntries(samples.map(({ id }) => [id, image(id)]));

  it('finds two subjects that share a picture that was saved again', () => {
    const dataset = buildDataset({ samples, images: pictures, clusters: [cluster(pair('a.png', 'b.png'))] });
    expect(judge(alias, dataset).findings).toEqual([
      {
        key: 'copy:P7|P8@a.png',
        messageId: 'copy',
        data: {
          ids: ['P7', 'P8'],
          a: 'a.png',
          aSplit: 'no split',
          b: 'b.png',
          bSplit: 'no split',
          orientation: 'mirrored',
          correlation: 0.9981,
        },
        samples: ['a.png', 'b.png'],
        subjects: ['P7', 'P8'],
        location: at(3),
        evidence: { overlap: 0.9, files: ['a.png (m.csv:2)', 'b.png (m.csv:3)'] },
      },
    ]);
  });

  it('says nothing of a scene, or of a picture whose subject is unknown', () => {
    const clusters = [cluster(pair('a.png', 'b.png', 'scene')), cluster(pair('a.png', 'e.png'))];
    expect(judge(alias, buildDataset({ samples, images: pictures, clusters })).findings).toEqual([]);
  });

  it('finds names that suggest one subject in two splits, where none is declared', () => {
    const named = [
      sample('patient_3/a.png', { split: 'train', location: at(2) }),
      sample('patient_03/b.png', { split: 'test', location: at(3) }),
      sample('patient_4/c.png', { split: 'test' }),
      sample('patient_5/d.png', { split: 'train', subject: 'X' }),
      sample('patient_5/e.png', { split: 'test', subject: 'Y' }),
      sample('page-p3-.png', { split: 'test' }),
    ];
    const { findings, coverage } = judge(alias, buildDataset({ samples: named }));
    expect(findings).toEqual([
      {
        key: 'name:patient 3',
        messageId: 'name',
        data: { suggested: 'patient 3', splits: 'train (1), test (1)' },
        samples: ['patient_03/b.png', 'patient_3/a.png'],
        location: at(3),
        evidence: {
          samples: { train: 1, test: 1 },
          files: { train: ['patient_3/a.png (m.csv:2)'], test: ['patient_03/b.png (m.csv:3)'] },
        },
      },
    ]);
    expect(coverage).toEqual({ evaluated: 5, unavailable: 1 });
  });
});
