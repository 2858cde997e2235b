import { describe, expect, it } from 'vitest';
import { missing } from '../../../src/checks/labels/missing.ts';
import { at, buildDataset, judge, run, sample } from '../build-dataset.ts';

const samples = [
  sample('a.png', { label: 'a_mask.png', location: at(2) }),
  sample('b.png', { label: 'a_mask.png', location: at(3) }),
  sample('c.png', { location: at(4) }),
];

describe('labels/missing', () => {
  it('passes where rows without a label name none', () => {
    expect(judge(missing, buildDataset({ samples }))).toEqual({
      coverage: { evaluated: 1, unavailable: 0 },
      measurements: { files: 1, lost: 0 },
      findings: [],
      summary: { messageId: 'clean', data: { files: 1, lost: 0 } },
    });
  });

  it('finds a label that is named and not there, for the sample of its row', () => {
    const problems = [
      { kind: 'missing-file', role: 'label', path: 'c_mask.png', location: at(4) },
      { kind: 'missing-file', role: 'label', path: 'gone.png' },
      { kind: 'missing-file', role: 'image', path: 'x.png', location: at(9) },
    ] as const;
    expect(judge(missing, buildDataset({ samples, problems }))).toEqual({
      coverage: { evaluated: 3, unavailable: 0 },
      measurements: { files: 3, lost: 2 },
      findings: [
        {
          key: 'c_mask.png',
          messageId: 'missing-label',
          data: { path: 'c_mask.png' },
          samples: ['c.png'],
          location: at(4),
          evidence: { path: 'c_mask.png' },
        },
        {
          key: 'gone.png',
          messageId: 'missing-label',
          data: { path: 'gone.png' },
          samples: [],
          evidence: { path: 'gone.png' },
        },
      ],
      summary: { messageId: 'lost', data: { files: 3, lost: 2 } },
    });
  });

  it('is skipped where no row names a label file', () => {
    const classes = [sample('a.png', { classes: ['cat'] })];
    expect(run(missing, buildDataset({ samples: classes, labels: { kind: 'class' } }))).toEqual({
      skipped: { messageId: 'no-files', data: {} },
    });
  });
});
