import { describe, expect, it } from 'vitest';
import { boxes } from '../../../src/checks/labels/boxes.ts';
import type { AnnotatedObject, ImageAnnotation } from '../../../src/model/annotation.ts';
import { buildDataset, failure, image, judge, run, sample } from '../build-dataset.ts';
import { annotate, annotation, object } from './annotated-dataset.ts';

const judgeObjects = (objects: readonly AnnotatedObject[], parts: Partial<ImageAnnotation> = {}) =>
  judge(boxes, annotate({ 'a.jpg': annotation(objects, parts) }));
const faultsOf = (objects: readonly AnnotatedObject[], parts: Partial<ImageAnnotation> = {}) =>
  judgeObjects(objects, parts).findings.map(({ messageId }) => messageId);
const triangle = [10, 10, 30, 10, 20, 30];
const around = (parts: Partial<AnnotatedObject>) => object([10, 10, 30, 30], parts);

describe('labels/boxes', () => {
  it('passes where every box lies in its image', () => {
    expect(judgeObjects([object([1, 1, 100, 80]), object([10, 10, 20, 20])])).toEqual({
      coverage: { evaluated: 1, unavailable: 0 },
      measurements: { images: 1, boxes: 2, boxesByClass: { cell: 2 } },
      findings: [],
      summary: { messageId: 'clean', data: { objects: 2, images: 1 } },
    });
  });

  it('finds boxes without width or height, all of one image at once, where they stand', () => {
    const objects = [
      object([5, 5, 9, 9], { line: 3 }),
      object([7, 8, 7, 8], { line: 9 }),
      object([7, 8, 20, 8], { line: 15 }),
    ];
    expect(judgeObjects(objects)).toEqual({
      coverage: { evaluated: 1, unavailable: 0 },
      measurements: { images: 1, boxes: 3, boxesByClass: { cell: 3 } },
      findings: [
        {
          key: 'a.jpg@degenerate',
          messageId: 'degenerate',
          data: { file: 'a.xml', image: 'a.jpg', objects: 2, name: 'cell', box: '[7, 8, 7, 8]' },
          samples: ['a.jpg'],
          location: { file: 'a.xml', line: 9 },
          evidence: {
            objects: 2,
            examples: [
              { class: 'cell', box: [7, 8, 7, 8], line: 9 },
              { class: 'cell', box: [7, 8, 20, 8], line: 15 },
            ],
          },
        },
      ],
      summary: { messageId: 'faults', data: { faults: 1, images: 1 } },
    });
  });

  it.each([
    // Corners in either order; of a box that is inverted and without height, the graver is told.
    ['inverted', object([20, 10, 10, 30])],
    ['inverted', object([10, 30, 20, 10])],
    ['inverted', object([20, 10, 10, 10])],
    ['degenerate', object([10, 10, 10, 30])],
    // A pixel around the image counts as inside it.
    ['outside', object([101, 10, 120, 30])],
    ['outside', object([10, 81, 20, 90])],
    ['outside', object([-9, 10, -1, 30])],
    ['outside', object([10, -9, 20, -1])],
  ] as const)('tells %s: %j', (fault, one) => {
    expect(faultsOf([object([1, 1, 9, 9]), one])).toEqual([fault]);
  });

  it.each([
    object([100, 10, 101, 30]),
    object([100.9, 10, 120, 30]),
    object([-9, 10, -0.9, 30]),
    object([0, 0, 100, 80]),
    object([-50, -50, 500, 500]),
  ])('leaves to another check what touches the image: %j', (one) => {
    expect(faultsOf([object([1, 1, 9, 9]), one])).toEqual([]);
  });

  it('compares the size that the annotation says with that of the image, and judges boxes by the former', () => {
    const { findings } = judgeObjects([object([110, 10, 190, 30])], {
      size: { width: 200, height: 160, line: 4 },
    });
    expect(findings).toEqual([
      {
        key: 'a.jpg@size',
        messageId: 'size',
        data: { file: 'a.xml', image: 'a.jpg', declared: '200 × 160', actual: '100 × 80' },
        samples: ['a.jpg'],
        location: { file: 'a.xml', line: 4 },
        evidence: { declared: { width: 200, height: 160 }, image: { width: 100, height: 80 } },
      },
    ]);
  });

  it('judges boxes by the image where the annotation says that it has no size', () => {
    expect(faultsOf([object([110, 10, 190, 30])], { size: { width: 0, height: 0 } })).toEqual([
      'size',
      'outside',
    ]);
  });

  it.each([
    [6, 80, 100, []],
    [6, 100, 80, []],
    [3, 100, 80, []],
    [3, 80, 100, ['size']],
    [1, 80, 100, ['size']],
  ])(
    'takes the size as shown where EXIF turns the image: %i, %i × %i',
    (orientation, width, height, faults) => {
      const dataset = annotate(
        { 'a.jpg': annotation([object([5, 5, 9, 9])], { size: { width, height } }) },
        { images: { 'a.jpg': image('a', { width: 100, height: 80, orientation }) } },
      );
      expect(judge(boxes, dataset).findings.map(({ messageId }) => messageId)).toEqual(faults);
    },
  );

  it.each([
    ['shares', [object([0.1, 0.1, 0.4, 0.5]), object([0.5, 0.5, 1, 1])], {}],
    ['pixels', [object([10, 10, 20, 20]), object([0.1, 0.1, 0.4, 0.5])], { unit: 'share', format: 'yolo' }],
    // One box with corners of 0 and 1 alone is of one pixel, or all of the image.
    ['shares', [object([0, 0, 1, 1])], {}],
  ] as const)('finds %s in the place of the other, and judges no box by them', (fault, objects, parts) => {
    expect(faultsOf(objects, parts)).toEqual([fault]);
  });

  it.each([
    [[object([0.1, 0.1, 0.4, 0.5]), object([1, 1, 2, 2])], {}],
    [[object([-0.1, 0.1, 0.4, 0.5])], {}],
    [[object([0.5, 0.5, 2.9, 1])], { unit: 'share' }],
    [[], {}],
    [[], { unit: 'share' }],
  ] as const)('takes the unit as meant: %j', (objects, parts) => {
    expect(faultsOf(objects, parts)).toEqual([]);
  });

  it('knows that a box in an image of one pixel has no larger corners', () => {
    const images = { 'a.jpg': image('a', { width: 1, height: 1 }) };
    const dataset = annotate({ 'a.jpg': annotation([object([0, 0, 1, 1])]) }, { images });
    expect(judge(boxes, dataset).findings).toEqual([]);
  });

  it('judges shares by the size of the image', () => {
    const share = { unit: 'share', format: 'yolo' } as const;
    expect(faultsOf([object([1.009, 0.1, 1.2, 0.3])], share)).toEqual([]);
    expect(faultsOf([object([1.011, 0.1, 1.2, 0.3])], share)).toEqual(['outside']);
    expect(faultsOf([object([0.5, 0.1, 0.5, 0.3])], share)).toEqual(['degenerate']);
  });

  it('finds classes that are not declared, each once, with the one that was meant', () => {
    const outcomes = {
      'a.jpg': annotation([
        object([1, 1, 9, 9]),
        object([1, 1, 9, 9], { className: 'Cel', line: 7 }),
        object([1, 1, 9, 9], { className: 'fish', line: 9 }),
      ]),
      'b.jpg': annotation([object([1, 1, 9, 9], { className: 'Cel' })], { file: 'b.xml' }),
    };
    expect(judge(boxes, annotate(outcomes, { classes: ['dog', 'cell'] })).findings).toEqual([
      {
        key: '@class:Cel',
        messageId: 'misspelled-class',
        data: { name: 'Cel', objects: 2, images: 2, nearest: 'cell' },
        samples: ['a.jpg', 'b.jpg'],
        location: { file: 'a.xml', line: 7 },
        evidence: { objects: 2, images: 2, declared: ['dog', 'cell'], nearest: 'cell' },
      },
      {
        key: '@class:fish',
        messageId: 'unknown-class',
        data: { name: 'fish', objects: 1, images: 1, nearest: '' },
        samples: ['a.jpg'],
        location: { file: 'a.xml', line: 9 },
        evidence: { objects: 1, images: 1, declared: ['dog', 'cell'] },
      },
    ]);
    expect(judge(boxes, annotate(outcomes)).findings).toEqual([]);
  });

  it.each([
    [[around({ polygons: [triangle] })], []],
    [[around({ polygons: [triangle, [10, 10, 30, 30]] })], ['few-points']],
    [[around({ polygons: [[]] })], ['few-points']],
    [[around({ runLengths: { width: 100, height: 80, pixels: 8000 } })], []],
    [[around({ runLengths: { width: 100, height: 80, pixels: 7999 } })], ['run-sum']],
    [[around({ runLengths: { width: 100, height: 80, pixels: undefined } })], ['run-sum']],
    [[around({ runLengths: { width: 80, height: 100, pixels: 8000 } })], ['run-size']],
  ] as const)('judges outlines and masks: %j', (objects, faults) => {
    expect(faultsOf(objects)).toEqual(faults);
  });

  it('finds entries that could not be used', () => {
    const unusable = [{ detail: 'xmin is "a"', line: 8 }, { detail: 'xmin is "b"' }];
    const [finding] = judgeObjects([], { unusable }).findings;
    expect(finding).toMatchObject({
      key: 'a.jpg@incomplete',
      data: { file: 'a.xml', image: 'a.jpg', entries: 2, detail: 'xmin is "a"' },
      location: { file: 'a.xml', line: 8 },
      evidence: { details: unusable },
    });
  });

  it('finds files that could not be read once, whatever they are for', () => {
    const broken = { kind: 'failure', file: 'x.xml', fault: 'malformed', detail: 'why', line: 3 } as const;
    const dataset = annotate(
      { 'a.jpg': broken, 'b.jpg': broken, 'c.jpg': annotation([]) },
      {
        failures: [{ kind: 'failure', file: 'all.json', fault: 'too-large', detail: 'how' }],
        unusable: [{ file: 'some.json', entries: [{ detail: 'what' }] }],
      },
    );
    const { coverage, findings } = judge(boxes, dataset);
    expect(coverage).toEqual({ evaluated: 1, unavailable: 2 });
    expect(findings).toEqual([
      {
        key: 'all.json@file',
        messageId: 'too-large',
        data: { file: 'all.json', detail: 'how' },
        samples: [],
        location: { file: 'all.json' },
        evidence: { detail: 'how' },
      },
      {
        key: 'x.xml@file',
        messageId: 'malformed',
        data: { file: 'x.xml', detail: 'why' },
        samples: ['a.jpg', 'b.jpg'],
        location: { file: 'x.xml', line: 3 },
        evidence: { detail: 'why' },
      },
      {
        key: 'some.json@entries',
        messageId: 'incomplete-file',
        data: { file: 'some.json', entries: 1, detail: 'what' },
        samples: [],
        location: { file: 'some.json' },
        evidence: { details: ['what'] },
      },
    ]);
  });

  it('judges by what the annotation says where the image could not be decoded', () => {
    const dataset = annotate(
      {
        'a.jpg': annotation([object([30, 1, 40, 9])], { size: { width: 20, height: 20 } }),
        'b.jpg': annotation([object([3000, 1, 4000, 9]), object([5, 5, 5, 5])]),
      },
      { images: { 'a.jpg': failure('corrupt') } },
    );
    const { coverage, findings } = judge(boxes, dataset);
    expect(coverage).toEqual({ evaluated: 2, unavailable: 0 });
    expect(findings.map(({ key }) => key)).toEqual(['a.jpg@outside', 'b.jpg@degenerate']);
  });

  it('is skipped where labels are no boxes, or no annotation was read', () => {
    expect(run(boxes, buildDataset({ labels: { kind: 'class' } }))).toEqual({
      skipped: { messageId: 'no-boxes', data: {} },
    });
    const dataset = buildDataset({ samples: [sample('a.jpg')], labels: { kind: 'boxes' } });
    expect(run(boxes, dataset)).toEqual({
      skipped: { messageId: 'no-annotations', data: {} },
      coverage: { evaluated: 0, unavailable: 0 },
    });
  });
});
