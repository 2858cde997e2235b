import { describe, expect, it } from 'vitest';
import { subject } from '../../../src/checks/leakage/subject.ts';
import { at, buildDataset, judge, run, sample } from '../build-dataset.ts';

const apart = [
  sample('a.png', { subject: 'P1', split: 'train', location: at(2) }),
  sample('b.png', { subject: 'P1', split: 'train', location: at(3) }),
  sample('c.png', { subject: 'P2', split: 'test', location: at(4) }),
  sample('d.png', { split: 'test', location: at(5) }),
  sample('e.png', { subject: 'P1', location: at(6) }),
];

describe('leakage/subject', () => {
  it('passes where each subject stands in one split', () => {
    expect(judge(subject, buildDataset({ samples: apart }))).toEqual({
      coverage: { evaluated: 3, unavailable: 2 },
      measurements: {
        subjects: 2,
        leaking: 0,
        joined: 0,
        splits: ['train', 'test'],
        subjectsBySplit: [
          { subject: 'P1', splits: { train: 2 } },
          { subject: 'P2', splits: { test: 1 } },
        ],
      },
      findings: [],
      summary: { messageId: 'clean', data: { subjects: 2, leaking: 0, joined: 0 } },
    });
  });

  it('finds a subject in two splits, at the row of the smaller side', () => {
    const samples = [...apart, sample('f.png', { subject: 'P1', split: 'test', location: at(7) })];
    const { findings, measurements, summary } = judge(subject, buildDataset({ samples }));
    expect(findings).toEqual([
      {
        key: 'P1',
        messageId: 'leak',
        data: { subject: 'P1', splits: 'train (2), test (1)', fewest: ['test'] },
        samples: ['a.png', 'b.png', 'f.png'],
        subjects: ['P1'],
        location: at(7),
        evidence: {
          samples: { train: 2, test: 1 },
          files: { train: ['a.png (m.csv:2)', 'b.png (m.csv:3)'], test: ['f.png (m.csv:7)'] },
        },
      },
    ]);
    expect(measurements).toEqual({
      subjects: 2,
      leaking: 1,
      joined: 0,
      splits: ['train', 'test'],
      subjectsBySplit: [
        { subject: 'P1', splits: { train: 2, test: 1 } },
        { subject: 'P2', splits: { test: 1 } },
      ],
    });
    expect(summary).toEqual({ messageId: 'leaks', data: { subjects: 2, leaking: 1, joined: 0 } });
  });

  it('finds one image that is listed in two splits', () => {
    const samples = [...apart, sample('f.png', { subject: 'P3', splits: ['test', 'val'] })];
    expect(judge(subject, buildDataset({ samples })).findings.map(({ key }) => key)).toEqual(['P3']);
  });

  it.each([
    ['no-subjects', [sample('a.png', { subject: 'P1' }), sample('b.png', { split: 'train' })], 2],
    ['one-split', apart.slice(0, 2), 0],
  ])('is skipped: %s', (messageId, samples, unavailable) => {
    expect(run(subject, buildDataset({ samples }))).toEqual({
      skipped: { messageId, data: {} },
      coverage: { evaluated: samples.length - unavailable, unavailable },
    });
  });
});
