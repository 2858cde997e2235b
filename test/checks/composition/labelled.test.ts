import { describe, expect, it } from 'vitest';
import { labelled } from '../../../src/checks/composition/labelled.ts';
import { buildDataset, judge, run, sample } from '../build-dataset.ts';

const marked = (id: string, domain: string, split: string) =>
  sample(id, { domain, split, label: `${id}_mask`, ...(id === 'a.png' && { subject: 'P1' }) });

const samples = [
  marked('a.png', 'real', 'train'),
  marked('b.png', 'real', 'test'),
  marked('c.png', 'synthetic', 'train'),
  sample('d.png', { domain: 'real', split: 'test' }),
  sample('e.png'),
];
const dataset = buildDataset({ samples, targetDomain: 'real' });
const words = { target: ' of the target domain real', from: ' from 1 subject' };
const data = { labelled: 2, samples: 5, share: 0.4, ...words, missing: 0 };

describe('composition/labelled', () => {
  it('counts what is labelled by domain and split', () => {
    expect(judge(labelled, dataset)).toEqual({
      coverage: { evaluated: 5, unavailable: 0 },
      measurements: {
        target: {
          labelled: 2,
          subjects: 1,
          share: 0.4,
          splits: { train: { labelled: 1, subjects: 1 }, test: { labelled: 1, subjects: 0 } },
        },
        domains: {
          real: { samples: 3, labelled: 2, labelledInTarget: 2 },
          synthetic: { samples: 1, labelled: 1, labelledInTarget: 0 },
        },
        splits: {
          train: { samples: 2, labelled: 2, labelledInTarget: 1 },
          test: { samples: 2, labelled: 1, labelledInTarget: 1 },
        },
        bySplitDomainAndClass: [
          { split: 'train', domain: 'real', class: null, labelled: 1, unlabelled: 0 },
          { split: 'train', domain: 'synthetic', class: null, labelled: 1, unlabelled: 0 },
          { split: 'test', domain: 'real', class: null, labelled: 1, unlabelled: 1 },
          { split: null, domain: null, class: null, labelled: 0, unlabelled: 1 },
        ],
        rowsLeftOut: 0,
      },
      findings: [],
      summary: { messageId: 'result', data },
    });
  });

  it('finds too small a share', () => {
    expect(judge(labelled, dataset, { minTargetShare: 0.4 }).findings).toEqual([]);
    expect(judge(labelled, dataset, { minTargetShare: 0.41 }).findings).toEqual([
      {
        key: 'target',
        messageId: 'few',
        data: { ...data, missing: 1 },
        samples: [],
        evidence: { labelled: 2, share: 0.4, minimumShare: 0.41 },
      },
    ]);
  });

  it('finds a split without labels of the target domain', () => {
    const more = [...samples, marked('f.png', 'synthetic', 'val')];
    expect(judge(labelled, buildDataset({ samples: more, targetDomain: 'real' })).findings).toEqual([
      {
        key: 'split:val',
        messageId: 'unlabelled-split',
        data: { target: ' of the target domain real', split: 'val' },
        samples: [],
        evidence: { samples: 1 },
      },
    ]);
  });

  it('finds that nothing is labelled, and says it once', () => {
    const none = { labelled: 0, samples: 2, share: 0, target: '', from: '', missing: 1 };
    const { findings, summary } = judge(labelled, buildDataset({ samples: samples.slice(3) }));
    expect(findings).toEqual([
      { key: 'none', messageId: 'none', data: none, samples: [], evidence: { samples: 2 } },
    ]);
    expect(summary).toEqual({ messageId: 'none', data: none });
  });

  it('counts by the classes that the manifest gives, one of two in each', () => {
    const rows = [
      sample('a.png', { split: 'train', classes: ['cat', 'dog'], label: 'a' }),
      sample('b.png', { split: 'train', classes: ['cat'] }),
    ];
    expect(judge(labelled, buildDataset({ samples: rows })).measurements['bySplitDomainAndClass']).toEqual([
      { split: 'train', domain: null, class: 'cat', labelled: 1, unlabelled: 1 },
      { split: 'train', domain: null, class: 'dog', labelled: 1, unlabelled: 0 },
    ]);
  });

  it.each([
    ['no-labels', buildDataset({ samples, labels: { kind: 'none' } })],
    ['no-samples', buildDataset({})],
  ])('is skipped: %s', (messageId, given) => {
    expect(run(labelled, given)).toEqual({ skipped: { messageId, data: {} } });
  });
});
