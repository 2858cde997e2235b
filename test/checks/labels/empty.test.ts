import { describe, expect, it } from 'vitest';
import { empty } from '../../../src/checks/labels/empty.ts';
import { at, buildDataset, judge, mask, run, sample } from '../build-dataset.ts';

const labels = { kind: 'mask', classes: [{ name: 'liver', index: 1 }], ignore: [255] } as const;
const samples = ['a', 'b', 'c'].map((name, index) =>
  sample(`${name}.png`, { label: `${name}_mask.png`, location: at(index + 2) }),
);
const full = mask([2, 10, 0]);
const build = (masks: Readonly<Record<string, ReturnType<typeof mask>>>) =>
  buildDataset({
    samples,
    labels,
    masks: { 'a_mask.png': full, 'b_mask.png': full, 'c_mask.png': full, ...masks },
  });

describe('labels/empty', () => {
  it('passes masks that show something', () =>
    expect(judge(empty, build({}))).toEqual({
      coverage: { evaluated: 3, unavailable: 0 },
      measurements: { masks: 3, empty: 0, share: 0 },
      findings: [],
      summary: { messageId: 'clean', data: { masks: 3, empty: 0 } },
    }));

  it('finds one that shows background and ignored pixels alone', () => {
    expect(judge(empty, build({ 'b_mask.png': mask([10, 0, 2]) })).findings).toEqual([
      {
        key: 'b_mask.png',
        messageId: 'empty',
        data: { mask: 'b_mask.png', holds: 'ignored pixels and background' },
        samples: ['b.png'],
        location: at(3),
        evidence: { backgroundPixels: 10, pixels: 12 },
      },
    ]);
  });

  it('tolerates the share that the option allows', () => {
    const dataset = build({ 'b_mask.png': mask([12, 0, 0]) });
    expect(judge(empty, dataset, { maxShare: 0.34 }).findings).toEqual([]);
    expect(judge(empty, dataset, { maxShare: 0.33 }).findings).toHaveLength(1);
  });

  it('says once that nearly all are empty', () => {
    const blank = mask([12, 0, 0]);
    const dataset = build({ 'a_mask.png': blank, 'b_mask.png': blank });
    expect(judge(empty, dataset, { nearlyAll: 0.67 }).findings).toHaveLength(2);
    expect(judge(empty, dataset, { nearlyAll: 0.66 }).findings).toMatchObject([
      { key: 'nearly-all', samples: ['a.png', 'b.png'] },
    ]);
  });

  it('does not call a mask empty that is read wrongly', () =>
    expect(judge(empty, build({ 'b_mask.png': mask([2, 0, 0], { offPalette: 10 }) })).findings).toEqual([]));

  it('does not call a mask empty whose label is in the alpha channel', () => {
    const given = (distinct: number) =>
      mask([12, 0, 0], { distinct: 1, alpha: { distinct, transparent: 5, transparentLabelled: 0 } });
    expect(judge(empty, build({ 'b_mask.png': given(2) })).findings).toEqual([]);
    expect(judge(empty, build({ 'b_mask.png': given(1) })).findings).toHaveLength(1);
  });

  it('is skipped where labels are no masks', () =>
    expect(run(empty, buildDataset({ samples, labels: { kind: 'class' } }))).toMatchObject({
      skipped: { messageId: 'no-masks' },
    }));
});
