import { describe, expect, it } from 'vitest';
import { doubtfulBoxes } from '../../../src/checks/labels/doubtful-boxes.ts';
import type { AnnotatedObject, ImageAnnotation } from '../../../src/model/annotation.ts';
import { buildDataset, judge, run } from '../build-dataset.ts';
import { annotate, annotation, object } from './annotated-dataset.ts';

const judgeObjects = (
  objects: readonly AnnotatedObject[],
  parts: Partial<ImageAnnotation> = {},
  options: Readonly<Record<string, number>> = {},
) => judge(doubtfulBoxes, annotate({ 'a.jpg': annotation(objects, parts) }), options);
const doubtsOf = (...parameters: Parameters<typeof judgeObjects>) =>
  judgeObjects(...parameters).findings.map(({ messageId, data }) => [messageId, data['objects']]);
const bowtie = [10, 10, 30, 30, 30, 10, 10, 30];

describe('labels/doubtful-boxes', () => {
  it('passes where there is no doubt', () => {
    expect(judgeObjects([object([0, 0, 101, 81]), object([-1, -1, 50, 40])])).toEqual({
      coverage: { evaluated: 1, unavailable: 0 },
      measurements: { images: 1, objects: 2, doubtful: 0 },
      findings: [],
      summary: { messageId: 'clean', data: { images: 1, objects: 2, doubtful: 0 } },
    });
  });

  it('finds a box that reaches beyond the image by more than a pixel', () => {
    expect(judgeObjects([object([50, 10, 101.5, 30], { line: 4 })])).toEqual({
      coverage: { evaluated: 1, unavailable: 0 },
      measurements: { images: 1, objects: 1, doubtful: 1 },
      findings: [
        {
          key: 'a.jpg@beyond-edge',
          messageId: 'beyond-edge',
          data: { file: 'a.xml', image: 'a.jpg', objects: 1, name: 'cell', box: '[50, 10, 101.5, 30]' },
          samples: ['a.jpg'],
          location: { file: 'a.xml', line: 4 },
          evidence: { objects: 1, examples: [{ class: 'cell', box: [50, 10, 101.5, 30], line: 4 }] },
        },
      ],
      summary: { messageId: 'doubts', data: { images: 1, objects: 1, doubtful: 1 } },
    });
  });

  it.each([
    [object([-1.1, 10, 30, 30]), 1],
    [object([10, -1.1, 30, 30]), 1],
    [object([10, 10, 30, 81.1]), 1],
    [object([10, 10, 30, 81]), 0],
    // Sums of a corner and a width are off by the last digit.
    [object([10, 10, 101 + 1e-9, 30]), 0],
    // Six digits of a share, times a size.
    [object([10, 10, 101.004, 30]), 0],
    // Degenerate boxes and those outside are faults already.
    [object([120, 10, 130, 30]), 0],
    [object([120, 10, 120, 30]), 0],
  ])('%j', (one, count) => {
    expect(doubtsOf([one])).toEqual(count === 0 ? [] : [['beyond-edge', 1]]);
  });

  it('heeds its tolerance', () => {
    const objects = [object([10, 10, 104, 30])];
    expect(doubtsOf(objects, {}, { tolerance: 4 })).toEqual([]);
    expect(doubtsOf(objects, {}, { tolerance: 3.9 })).toEqual([['beyond-edge', 1]]);
  });

  it.each([
    ['the same box twice', object([10, 10, 30, 30]), 1],
    ['corners within a pixel', object([11, 11, 31, 31]), 1],
    ['corners a pixel away, but for six digits of a share', object([11.004, 10, 30, 30]), 1],
    ['a corner a pixel and a half away', object([11.5, 10, 30, 30]), 0],
    ['another class', object([10, 10, 30, 30], { className: 'dog' }), 0],
    ['many objects at once', object([10, 10, 30, 30], { isCrowd: true }), 0],
  ])('compares boxes: %s', (_, other, count) => {
    expect(doubtsOf([object([10, 10, 30, 30]), other])).toEqual(count === 0 ? [] : [['repeated', 1]]);
  });

  it('takes tiny neighbours for two', () => {
    expect(doubtsOf([object([10, 10, 12, 12]), object([11, 10, 13, 12])])).toEqual([]);
    expect(doubtsOf([object([10, 10, 14, 14]), object([11, 10, 15, 14])])).toEqual([['repeated', 1]]);
  });

  it('takes large boxes for one from an overlap on', () => {
    const large = { size: { width: 5000, height: 5000 } };
    const objects = [object([0, 0, 1000, 1000]), object([10, 0, 1000, 1000])];
    expect(doubtsOf(objects, large)).toEqual([['repeated', 1]]);
    expect(doubtsOf(objects, large, { repeatOverlap: 0.991 })).toEqual([]);
  });

  it('compares shares in pixels of the image', () => {
    const share = { unit: 'share' } as const;
    expect(doubtsOf([object([0.1, 0.1, 0.3, 0.4]), object([0.109, 0.1, 0.3, 0.4])], share)).toEqual([
      ['repeated', 1],
    ]);
    expect(doubtsOf([object([0.1, 0.1, 0.3, 0.4]), object([0.115, 0.1, 0.3, 0.4])], share)).toEqual([]);
  });

  it('finds outlines that cross themselves', () => {
    const outlined = (polygon: readonly number[]) => object([10, 10, 30, 30], { polygons: [polygon] });
    expect(doubtsOf([outlined(bowtie)])).toEqual([['crossing', 1]]);
    expect(doubtsOf([outlined([10, 10, 30, 10, 30, 30, 10, 30])])).toEqual([]);
  });

  it('judges nothing in the wrong unit', () => {
    const dataset = annotate({
      'a.jpg': annotation([object([0.1, 0.1, 0.4, 0.4]), object([0.1, 0.1, 0.4, 0.4])]),
    });
    expect(run(doubtfulBoxes, dataset)).toEqual({
      skipped: { messageId: 'no-annotations', data: {} },
      coverage: { evaluated: 0, unavailable: 1 },
    });
    expect(run(doubtfulBoxes, buildDataset({ labels: { kind: 'none' } }))).toEqual({
      skipped: { messageId: 'no-boxes', data: {} },
    });
  });
});
