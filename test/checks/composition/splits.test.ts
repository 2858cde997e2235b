import { describe, expect, it } from 'vitest';
import { splits } from '../../../src/checks/composition/splits.ts';
import { at, buildDataset, judge, run, sample } from '../build-dataset.ts';

const samples = [
  sample('a.png', { split: 'train' }),
  sample('b.png', { split: 'train' }),
  sample('c.png', { split: 'train' }),
  sample('d.png', { split: 'test' }),
];

describe('composition/splits', () => {
  it('passes with train and test', () => {
    expect(judge(splits, buildDataset({ samples }))).toEqual({
      coverage: { evaluated: 4, unavailable: 0 },
      measurements: { splits: { train: 3, test: 1 }, unassigned: 0 },
      findings: [],
      summary: { messageId: 'result', data: { splits: ['train 3', 'test 1'] } },
    });
  });

  it('finds a small split', () => {
    expect(judge(splits, buildDataset({ samples }), { minShare: 0.25 }).findings).toEqual([]);
    expect(judge(splits, buildDataset({ samples }), { minShare: 0.26 }).findings).toEqual([
      {
        key: 'small:test',
        messageId: 'small',
        data: { split: 'test', samples: 1, share: 0.25 },
        samples: [],
        evidence: { samples: 1, share: 0.25, minimumShare: 0.26 },
      },
    ]);
  });

  it.each(['train', 'test'])('misses %s', (split) => {
    const others = samples.filter((one) => !one.splits.includes(split));
    const [other] = others.flatMap((one) => one.splits);
    expect(judge(splits, buildDataset({ samples: others })).findings).toEqual([
      {
        key: `missing:${split}`,
        messageId: 'missing',
        data: { split },
        samples: [],
        evidence: { splits: [other] },
      },
    ]);
  });

  it('finds names that are none of the known, with what was meant', () => {
    const problems = [
      { kind: 'unknown-split', name: 'fold1', samples: 3 },
      { kind: 'unknown-split', name: 'tset', samples: 2, suggestion: 'test', location: at(5) },
    ] as const;
    expect(judge(splits, buildDataset({ samples, problems })).findings).toEqual([
      {
        key: 'name:fold1',
        messageId: 'unknown',
        data: { name: 'fold1', samples: 3 },
        samples: [],
        evidence: { samples: 3 },
      },
      {
        key: 'name:tset',
        messageId: 'misspelled',
        data: { name: 'tset', samples: 2, suggestion: 'test' },
        samples: [],
        location: at(5),
        evidence: { samples: 2, suggestion: 'test' },
      },
    ]);
  });

  it('finds samples in no split', () => {
    const more = [...samples, sample('e.png')];
    const { findings, coverage } = judge(splits, buildDataset({ samples: more }));
    expect(coverage).toEqual({ evaluated: 4, unavailable: 1 });
    expect(findings).toEqual([
      {
        key: 'unassigned',
        messageId: 'unassigned',
        data: { samples: 1 },
        samples: ['e.png'],
        evidence: { samples: 1 },
      },
    ]);
  });

  it('is skipped where nothing stands in a split', () => {
    expect(run(splits, buildDataset({ samples: [sample('a.png')] }))).toEqual({
      skipped: { messageId: 'no-splits', data: {} },
      coverage: { evaluated: 0, unavailable: 1 },
    });
  });
});
