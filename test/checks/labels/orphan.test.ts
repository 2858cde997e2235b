import { describe, expect, it } from 'vitest';
import { orphan } from '../../../src/checks/labels/orphan.ts';
import { buildDataset, judge, run, sample } from '../build-dataset.ts';

const samples = [sample('a.png', { label: 'masks/a.png' }), sample('b.png', { label: 'masks/a.png' })];

describe('labels/orphan', () => {
  it('passes where every mask is used', () => {
    expect(judge(orphan, buildDataset({ samples }))).toEqual({
      coverage: { evaluated: 1, unavailable: 0 },
      measurements: { masks: 1, orphans: 0 },
      findings: [],
      summary: { messageId: 'clean', data: { masks: 1, orphans: 0 } },
    });
  });

  it('finds masks without an image, one finding a folder', () => {
    const problems = [
      { kind: 'unlisted', role: 'label', path: 'masks/z.png' },
      { kind: 'unlisted', role: 'label', path: 'masks/y.png' },
      { kind: 'unlisted', role: 'label', path: 'x.png' },
      { kind: 'unlisted', role: 'image', path: 'w.png' },
    ] as const;
    expect(judge(orphan, buildDataset({ samples, problems }))).toEqual({
      coverage: { evaluated: 4, unavailable: 0 },
      measurements: { masks: 4, orphans: 3 },
      findings: [
        {
          key: '.',
          messageId: 'orphans',
          data: { files: 1, folder: "the dataset's own folder" },
          samples: [],
          evidence: { files: 1, examples: ['x.png'] },
        },
        {
          key: 'masks',
          messageId: 'orphans',
          data: { files: 2, folder: 'masks' },
          samples: [],
          evidence: { files: 2, examples: ['masks/y.png', 'masks/z.png'] },
        },
      ],
      summary: { messageId: 'found', data: { masks: 4, orphans: 3 } },
    });
  });

  it.each(['boxes', 'class', 'none', 'mask'] as const)('is skipped without masks (%s)', (kind) => {
    const others = kind === 'mask' ? [sample('a.png')] : samples;
    expect(run(orphan, buildDataset({ samples: others, labels: { kind } }))).toEqual({
      skipped: { messageId: 'no-masks', data: {} },
    });
  });
});
