import { describe, expect, it } from 'vitest';
import { values } from '../../../src/checks/labels/values.ts';
import type { MaskFingerprint } from '../../../src/model/fingerprint.ts';
import { at, buildDataset, failure, judge, mask, run, sample } from '../build-dataset.ts';

const labels = { kind: 'mask', classes: [{ name: 'liver', index: 1 }] } as const;
const samples = [
  sample('a.png', { label: 'a_mask.png', location: at(2) }),
  sample('b.png', { label: 'a_mask.png', location: at(3) }),
  sample('c.png', { label: 'c_mask.png', location: at(4) }),
];
const judgeMask = (given: Partial<MaskFingerprint>) =>
  judge(
    values,
    buildDataset({
      samples,
      labels,
      masks: { 'a_mask.png': mask([6, 3], given), 'c_mask.png': failure('corrupt') },
    }),
  );

describe('labels/values', () => {
  it('passes where all values are declared', () => {
    expect(judgeMask({})).toEqual({
      coverage: { evaluated: 1, unavailable: 1 },
      measurements: { masks: 1, failing: 0 },
      findings: [],
      summary: { messageId: 'clean', data: { masks: 1, failing: 0 } },
    });
  });

  it('finds values that no class has, in a mask of two samples', () => {
    const strays = [
      { value: '7', pixels: 2 },
      { value: '3', pixels: 1 },
    ];
    expect(judgeMask({ offPalette: 3, distinct: 4, strays })).toEqual({
      coverage: { evaluated: 1, unavailable: 1 },
      measurements: { masks: 1, failing: 1 },
      findings: [
        {
          key: 'a_mask.png',
          messageId: 'undeclared',
          data: { mask: 'a_mask.png', strays: ['7', '3'], share: 0.25 },
          samples: ['a.png', 'b.png'],
          location: at(2),
          evidence: { share: 0.25, undeclaredPixels: 3, distinctValues: 4, strays },
        },
      ],
      summary: { messageId: 'strays', data: { masks: 1, failing: 1 } },
    });
  });

  it.each([
    ['binary', 2, ['255']],
    ['binary', 1, ['255']],
    ['undeclared', 3, ['255']],
    ['undeclared', 2, ['254']],
    ['undeclared', 2, ['255', '254']],
    ['colors', 3, ['#640000', '#ffff00']],
  ])('names the cause: %s (%i values, undeclared %j)', (messageId, distinct, undeclared) => {
    const strays = undeclared.map((value) => ({ value, pixels: 1 }));
    const { findings } = judgeMask({ offPalette: undeclared.length, distinct, strays });
    expect(findings.map((finding) => finding.messageId)).toEqual([messageId]);
  });

  it.each([
    ['no-indices', { kind: 'mask', classes: [{ name: 'liver', color: '#640000' }] } as const, undefined],
    ['no-indices', { kind: 'class' } as const, undefined],
    ['no-masks', labels, { evaluated: 0, unavailable: 2 }],
  ])('is skipped: %s', (messageId, declared, coverage) => {
    const masks = coverage ? {} : { 'a_mask.png': mask([6, 6]) };
    expect(run(values, buildDataset({ samples, labels: declared, masks }))).toEqual({
      skipped: { messageId, data: {} },
      ...(coverage && { coverage }),
    });
  });
});
