import { describe, expect, it } from 'vitest';
import { group } from '../../../src/checks/leakage/group.ts';
import type { Sample } from '../../../src/model/sample.ts';
import { at, buildDataset, judge, run, sample } from '../build-dataset.ts';

const clip = (id: string, name: string, split: string, subject?: string): Sample =>
  sample(id, { groups: { clip: name }, split, ...(subject !== undefined && { subject }) });

describe('leakage/group', () => {
  it('takes the same name of two subjects for two groups', () => {
    const samples = [
      clip('a.png', '1', 'train', 'P1'),
      clip('b.png', '1', 'test', 'P2'),
      clip('c.png', '1', 'val'),
      sample('d.png', { split: 'train' }),
    ];
    expect(judge(group, buildDataset({ samples }))).toEqual({
      coverage: { evaluated: 3, unavailable: 1 },
      measurements: { kinds: { clip: { groups: 3, leaking: 0 } } },
      findings: [],
      summary: { messageId: 'clean', data: { groups: 3, leaking: 0 } },
    });
  });

  it('finds a group in two splits, by kind', () => {
    const samples = [
      sample('a.png', { subject: 'P1', groups: { clip: '1', study: 's' }, split: 'train', location: at(2) }),
      sample('b.png', { subject: 'P1', groups: { clip: '2', study: 's' }, split: 'test', location: at(3) }),
      clip('c.png', '7', 'train'),
      clip('d.png', '7', 'test'),
    ];
    const { findings, measurements, summary } = judge(group, buildDataset({ samples }));
    expect(findings).toEqual([
      {
        key: 'clip:7',
        messageId: 'leak',
        data: { kind: 'clip', group: '7', splits: 'train (1), test (1)' },
        samples: ['c.png', 'd.png'],
        subjects: [],
        evidence: {
          samples: { test: 1, train: 1 },
          files: { test: ['d.png'], train: ['c.png'] },
        },
      },
      {
        key: 'study:P1:s',
        messageId: 'leak',
        data: { kind: 'study', group: 's', splits: 'train (1), test (1)' },
        samples: ['a.png', 'b.png'],
        subjects: ['P1'],
        location: at(3),
        evidence: {
          samples: { test: 1, train: 1 },
          files: { test: ['b.png (m.csv:3)'], train: ['a.png (m.csv:2)'] },
        },
      },
    ]);
    expect(measurements).toEqual({
      kinds: { clip: { groups: 3, leaking: 1 }, study: { groups: 1, leaking: 1 } },
    });
    expect(summary).toEqual({ messageId: 'leaks', data: { groups: 4, leaking: 2 } });
  });

  it('reads kinds that are called like members of every object', () => {
    const samples = [
      sample('a.png', { groups: { constructor: '1' }, split: 'train' }),
      sample('b.png', { groups: { clip: '1' }, split: 'test' }),
    ];
    expect(judge(group, buildDataset({ samples })).measurements).toEqual({
      kinds: { clip: { groups: 1, leaking: 0 }, constructor: { groups: 1, leaking: 0 } },
    });
  });

  it.each([
    ['no-groups', [sample('a.png', { split: 'train' }), sample('b.png', { groups: { clip: '1' } })], 2],
    ['one-split', [clip('a.png', '1', 'train'), clip('b.png', '2', 'train')], 0],
  ])('is skipped: %s', (messageId, samples, unavailable) => {
    expect(run(group, buildDataset({ samples }))).toEqual({
      skipped: { messageId, data: {} },
      coverage: { evaluated: samples.length - unavailable, unavailable },
    });
  });
});
