import { describe, expect, it } from 'vitest';
import { conflict } from '../../../src/checks/labels/conflict.ts';
import type { MaskFingerprint } from '../../../src/model/fingerprint.ts';
import type { LikePair } from '../../../src/model/near-duplicates.ts';
import { at, buildDataset, cluster, image, judge, mask, pair, run, sample } from '../build-dataset.ts';

const labels = {
  kind: 'mask',
  classes: [
    { name: 'liver', index: 1 },
    { name: 'kidney', index: 2 },
  ],
} as const;
const samples = ['a', 'b', 'c'].map((name, index) =>
  sample(`${name}.png`, { label: `${name}_mask.png`, location: at(index + 2) }),
);
const images = { 'a.png': image('one'), 'b.png': image('one', { bytes: 'two' }), 'c.png': image('other') };

/** A mask whose first cells are of class 1, the next of class 2. */
function cells(first: number, second: number, parts: Partial<MaskFingerprint> = {}): MaskFingerprint {
  const grid = Int16Array.from({ length: 1024 }, (_, at) => (at < first ? 1 : at < first + second ? 2 : 0));
  const counts = [1024 - first - second, first, second];
  return mask(counts, { pixels: 1024, grid, labelHash: `${first} ${second}`, ...parts });
}

const findingsOf = (a: MaskFingerprint, b: MaskFingerprint, options = {}) =>
  judge(
    conflict,
    buildDataset({
      labels,
      samples,
      images,
      masks: { 'a_mask.png': a, 'b_mask.png': b, 'c_mask.png': cells(9, 9) },
    }),
    options,
  ).findings;

describe('labels/conflict', () => {
  it('passes one picture with one label', () => {
    const masks = { 'a_mask.png': cells(100, 50), 'b_mask.png': cells(100, 50), 'c_mask.png': cells(9, 9) };
    expect(judge(conflict, buildDataset({ labels, samples, images, masks }))).toEqual({
      coverage: { evaluated: 3, unavailable: 0 },
      measurements: { repeated: 1, conflicting: 0 },
      findings: [],
      summary: { messageId: 'clean', data: { repeated: 1, conflicting: 0 } },
    });
  });

  it('finds two masks that agree too little', () => {
    expect(findingsOf(cells(100, 50), cells(61, 50))).toEqual([
      {
        key: 'a.png',
        messageId: 'mask',
        data: { a: 'a.png', b: 'b.png', agreement: 72 / 150, classes: [] },
        samples: ['a.png', 'b.png'],
        location: at(2),
        evidence: {
          pair: ['a.png', 'b.png'],
          agreement: 72 / 150,
          onlyInFirst: [],
          onlyInSecond: [],
          masks: ['a_mask.png', 'b_mask.png'],
        },
      },
    ]);
  });

  it('tolerates what two people differ by', () => {
    const [a, b] = [cells(100, 10), cells(90, 10)];
    expect(findingsOf(a, b, { minAgreement: 0.81 })).toEqual([]);
    expect(findingsOf(a, b, { minAgreement: 0.82 })).toHaveLength(1);
  });

  it('finds a class that one mask lacks, however small, but not a slip', () => {
    const [whole, lacking] = [cells(900, 2), cells(900, 0)];
    expect(findingsOf(whole, lacking)).toMatchObject([
      { messageId: 'mask-classes', data: { classes: ['kidney'] }, evidence: { onlyInFirst: ['kidney'] } },
    ]);
    expect(findingsOf(cells(900, 1, { pixels: 1001, labelHash: 'slip' }), lacking)).toEqual([]);
    expect(findingsOf(cells(900, 1, { pixels: 1000, labelHash: 'slip' }), lacking)).toHaveLength(1);
  });

  it('compares copies that lie upright and whole on each other', () => {
    const found = (parts: Partial<LikePair>) => {
      const masks = { 'a_mask.png': cells(100, 50), 'b_mask.png': cells(100, 50), 'c_mask.png': cells(9, 9) };
      const like = { ...pair('b.png', 'c.png'), orientation: 'upright', overlap: 0.97, ...parts } as const;
      return judge(
        conflict,
        buildDataset({ labels, samples, images, masks, clusters: [cluster(like)] }),
      ).findings.map((finding) => finding.samples);
    };
    expect(found({})).toEqual([['a.png', 'b.png', 'c.png']]);
    expect(found({ overlap: 0.96 })).toEqual([]);
    expect(found({ orientation: 'mirrored' })).toEqual([]);
    expect(found({ likeness: 'scene' })).toEqual([]);
  });

  it('finds one picture of two classes', () => {
    const classes = samples.map((one, index) => ({ ...one, classes: [index === 0 ? 'cat' : 'dog'] }));
    const dataset = buildDataset({ labels: { kind: 'class' }, samples: classes, images });
    expect(judge(conflict, dataset)).toMatchObject({
      coverage: { evaluated: 3, unavailable: 0 },
      findings: [{ messageId: 'class', data: { classA: ['cat'], classB: ['dog'] } }],
    });
  });

  it('counts what could not be compared', () => {
    const masks = { 'a_mask.png': cells(1, 1), 'b_mask.png': mask([12]) };
    expect(judge(conflict, buildDataset({ labels, samples, images, masks }))).toMatchObject({
      coverage: { evaluated: 1, unavailable: 2 },
      findings: [],
    });
  });

  it.each([
    ['boxes', undefined],
    ['mask', { evaluated: 0, unavailable: 3 }],
  ] as const)('is skipped with labels of kind %s that cannot be read', (kind, coverage) => {
    expect(run(conflict, buildDataset({ labels: { kind }, samples, images }))).toEqual({
      skipped: { messageId: 'no-labels', data: {} },
      ...(coverage && { coverage }),
    });
  });
});
