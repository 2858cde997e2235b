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
          data: { files: 1, folder: "the dataset's own folder", classes: [] },
          samples: [],
          evidence: { files: 1, examples: ['x.png'] },
        },
        {
          key: 'masks',
          messageId: 'orphans',
          data: { files: 2, folder: 'masks', classes: [] },
          samples: [],
          evidence: { files: 2, examples: ['masks/y.png', 'masks/z.png'] },
        },
      ],
      summary: { messageId: 'found', data: { masks: 4, orphans: 3 } },
    });
  });

  it.each([
    ['one-per-class', ['p/a_liver.png', 'p/a-Left Kidney.png', 'p/b_liver.png'], ['left-kidney', 'liver']],
    [
      'one-per-class',
      ['p/liver_a.png', 'p/left_kidney_b.png', 'p/x.png', 'p/y.png'],
      ['left-kidney', 'liver'],
    ],
    ['orphans', ['p/liver_a.png', 'p/left_kidney_b.png', 'p/x.png', 'p/y.png', 'p/z.png'], []],
    ['orphans', ['p/a_liver.png', 'p/b_liver.png'], ['liver']],
    ['orphans', ['p/a_spleen.png', 'p/c_liver.png', 'p/a_left_kidney.png'], []],
  ])('tells masks of one class each: %s (%j)', (messageId, paths, classes) => {
    const problems = paths.map((path) => ({ kind: 'unlisted', role: 'label', path }) as const);
    const labels = { classes: [{ name: 'liver' }, { name: 'left-kidney' }] };
    expect(judge(orphan, buildDataset({ samples, problems, labels })).findings).toMatchObject([
      { messageId, data: { classes } },
    ]);
  });

  it.each(['boxes', 'class', 'none', 'mask'] as const)('is skipped without masks (%s)', (kind) => {
    const others = kind === 'mask' ? [sample('a.png')] : samples;
    expect(run(orphan, buildDataset({ samples: others, labels: { kind } }))).toEqual({
      skipped: { messageId: 'no-masks', data: {} },
    });
  });
});
