import { describe, expect, it } from 'vitest';
import { balance } from '../../../src/checks/classes/balance.ts';
import { annotate, annotation, object } from '../labels/annotated-dataset.ts';
import { buildDataset, failure, judge, mask, run, sample } from '../build-dataset.ts';

const near = (value: number, digits = 12): number => expect.closeTo(value, digits) as number;

const organs = {
  kind: 'mask',
  classes: [
    { name: 'liver', color: '#640000' },
    { name: 'kidney', color: '#ffff00' },
    { name: 'spleen', color: '#ff00ff' },
  ],
  ignore: ['#ffffff'],
} as const;

const samples = [
  sample('a.png', { label: 'a_mask.png', subject: 'P1', split: 'train' }),
  sample('b.png', { label: 'b_mask.png', subject: 'P1', split: 'test' }),
  sample('c.png', { label: 'c_mask.png', subject: 'P2' }),
  sample('d.png'),
];
/** Background, liver, kidney, spleen, ignored; the last mask shows nothing of them all. */
const masks = {
  'a_mask.png': mask([60, 30, 10, 0, 900]),
  'b_mask.png': mask([90, 10, 0, 0, 0]),
  'c_mask.png': failure('corrupt'),
};
const dataset = buildDataset({ samples, masks, labels: organs });

describe('classes/balance of masks', () => {
  it('measures pixels and weights, background among them and ignored pixels nowhere', () => {
    // Frequencies: liver 40 / 200, kidney 10 / 100, background 150 / 200; their median 0.2.
    expect(judge(balance, dataset)).toEqual({
      coverage: { evaluated: 2, unavailable: 1 },
      measurements: {
        unit: 'pixels',
        imbalanceRatio: 4,
        classes: {
          liver: { pixels: 40, share: 0.8, samples: 2, subjects: 1 },
          kidney: { pixels: 10, share: 0.2, samples: 1, subjects: 1 },
          spleen: { pixels: 0, share: 0, samples: 0, subjects: 0 },
        },
        background: { pixels: 150, share: 0.75 },
        splits: {
          train: {
            liver: { pixels: 30, share: 0.75, samples: 1, subjects: 1 },
            kidney: { pixels: 10, share: 0.25, samples: 1, subjects: 1 },
            spleen: { pixels: 0, share: 0, samples: 0, subjects: 0 },
          },
          test: {
            liver: { pixels: 10, share: 1, samples: 1, subjects: 1 },
            kidney: { pixels: 0, share: 0, samples: 0, subjects: 0 },
            spleen: { pixels: 0, share: 0, samples: 0, subjects: 0 },
          },
        },
        weights: {
          // A mean of 200/3 pixels.
          inverseFrequency: { background: near(4 / 9), liver: near(5 / 3), kidney: near(20 / 3) },
          medianFrequency: { background: near(0.2 / 0.75), liver: 1, kidney: 2 },
          // Shown by 2, 2 and 1 samples: 1/(1 + β), 1/(1 + β) and 1, over their mean.
          effectiveNumber: { background: near(0.75, 3), liver: near(0.75, 3), kidney: near(1.5, 3) },
        },
      },
      findings: [],
      summary: { messageId: 'result', data: { classes: 2, ratio: 4, unit: 'pixels' } },
    });
  });

  it('weighs by the effective number of samples with the β that is asked for', () => {
    const { weights } = judge(balance, dataset, { beta: 0.5 }).measurements;
    // 2/3 for two samples, 1 for one; their mean is 7/9.
    expect(weights).toMatchObject({ effectiveNumber: { liver: near(6 / 7), kidney: near(9 / 7) } });
  });

  it('finds a class that is rarer than allowed', () => {
    expect(judge(balance, dataset, { maxRatio: 4 }).findings).toEqual([]);
    expect(judge(balance, dataset, { maxRatio: 3.9 }).findings).toEqual([
      {
        key: 'kidney',
        messageId: 'rare',
        data: { name: 'kidney', most: 'liver', ratio: 4, share: 0.2, unit: 'pixels' },
        samples: [],
        evidence: { pixels: 10, samples: 1, subjects: 1, ratio: 4, maximumRatio: 3.9 },
      },
    ]);
  });

  it('knows the background by its index, too', () => {
    const labels = { kind: 'mask', classes: [{ name: 'liver', index: 1 }] } as const;
    const indexed = buildDataset({ samples, masks: { 'a_mask.png': mask([9, 3]) }, labels });
    expect(judge(balance, indexed)).toMatchObject({
      measurements: { background: { pixels: 9, share: 0.75 } },
      summary: { messageId: 'single', data: { name: 'liver', share: 0.25, unit: 'pixels' } },
    });
  });

  it('is skipped where no mask could be read, or all are empty', () => {
    const empty = buildDataset({ samples, masks: { 'a_mask.png': mask([12, 0, 0, 0, 0]) }, labels: organs });
    for (const [given, coverage] of [
      [buildDataset({ samples, labels: organs }), { evaluated: 0, unavailable: 3 }],
      [empty, { evaluated: 1, unavailable: 2 }],
    ] as const)
      expect(run(balance, given)).toEqual({ skipped: { messageId: 'no-classes', data: {} }, coverage });
  });
});

describe('classes/balance of classes', () => {
  const named = (id: string, ...classes: string[]) => sample(id, { classes });

  it('counts samples, and finds the classes without a declaration', () => {
    const rows = [named('a.png', 'cat'), named('b.png', 'cat'), named('c.png', 'cat', 'dog'), named('d.png')];
    const result = judge(balance, buildDataset({ samples: rows, labels: { kind: 'class' } }));
    expect(result).toEqual({
      coverage: { evaluated: 3, unavailable: 0 },
      measurements: {
        unit: 'samples',
        imbalanceRatio: 3,
        classes: {
          cat: { share: 0.75, samples: 3, subjects: 0 },
          dog: { share: 0.25, samples: 1, subjects: 0 },
        },
        splits: {},
        weights: {
          inverseFrequency: { cat: near(2 / 3), dog: 2 },
          medianFrequency: { cat: near(2 / 3), dog: 2 },
          // 1/(1 + β + β²) and 1, over their mean.
          effectiveNumber: { cat: near(0.5, 3), dog: near(1.5, 3) },
        },
      },
      findings: [],
      summary: { messageId: 'result', data: { classes: 2, ratio: 3, unit: 'samples' } },
    });
  });

  it('says the share of the samples where there is one class', () => {
    const boxes = [named('a.png', 'cat'), sample('b.png', { label: 'b.txt' })];
    const result = judge(balance, buildDataset({ samples: boxes, labels: { kind: 'boxes' } }));
    expect(result.coverage).toEqual({ evaluated: 1, unavailable: 1 });
    expect(result.summary).toEqual({ messageId: 'single', data: { name: 'cat', share: 1, unit: 'samples' } });
  });
});

describe('classes/balance of boxes', () => {
  it('counts boxes, and weighs a class by its share of those where it is', () => {
    const [cell, dog] = [object([1, 1, 9, 9]), object([1, 1, 9, 9], { className: 'dog' })];
    const dataset = annotate({
      'a.jpg': annotation([cell, cell, dog]),
      'b.jpg': annotation([cell, cell]),
      'c.jpg': annotation([]),
      'd.jpg': { kind: 'failure', file: 'd.xml', fault: 'malformed', detail: 'why' },
    });
    expect(judge(balance, dataset)).toEqual({
      coverage: { evaluated: 3, unavailable: 1 },
      measurements: {
        unit: 'boxes',
        imbalanceRatio: 4,
        classes: {
          cell: { boxes: 4, share: 0.8, samples: 2, subjects: 0 },
          dog: { boxes: 1, share: 0.2, samples: 1, subjects: 0 },
        },
        splits: {},
        weights: {
          inverseFrequency: { cell: near(2.5 / 4), dog: near(2.5) },
          // Four of five boxes, and one of three: their median is 17/30.
          medianFrequency: { cell: near(17 / 24), dog: near(1.7) },
          effectiveNumber: { cell: near(2 / 3, 3), dog: near(4 / 3, 3) },
        },
      },
      findings: [],
      summary: { messageId: 'result', data: { classes: 2, ratio: 4, unit: 'boxes' } },
    });
  });
});
