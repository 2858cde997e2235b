import { describe, expect, it } from 'vitest';
import { Ajv } from 'ajv';
import { exportBaseline, type ExportContext } from '../../src/baseline/export-baseline.ts';
import { baselineInputSchema } from '../../src/baseline/input-schema.ts';
import type { BaselineInput } from '../../src/model/baseline.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { buildDataset, failure, image, mask, sample, type DatasetParts } from '../checks/build-dataset.ts';

const validate = new Ajv({ allowUnionTypes: true }).compile(baselineInputSchema);
const hashA = 'a'.repeat(64);
const hashB = 'b'.repeat(64);

const context: ExportContext = {
  version: '1.2.3',
  settings: {
    seed: 1,
    imageSize: 128,
    batchSize: 8,
    steps: 400,
    overfitSteps: 120,
    shuffledSteps: 200,
    leakSeeds: 1,
    learningRate: 0.005,
    features: 16,
    threads: 2,
    maxImages: 1000,
  },
  limits: { pixels: 10, fileBytes: 20, decodeSeconds: 1 },
  unitOf: new Map(),
  proposeCleanSplits: [
    () => {
      throw new Error('no unit is divided');
    },
  ],
  weighClasses: () => ({ classes: new Map([['liver', 2.123456789]]), background: 0.5 }),
};

function exportValid(dataset: Dataset, changes: Partial<ExportContext> = {}): BaselineInput {
  const input = exportBaseline(dataset, { ...context, ...changes });
  expect(validate(JSON.parse(JSON.stringify(input))), JSON.stringify(validate.errors)).toBe(true);
  return input;
}

const masked: DatasetParts = {
  labels: {
    classes: [
      { name: 'liver', color: '#ff0000' },
      { name: 'spleen', color: '#00ff00' },
    ],
    ignore: ['#0000ff'],
  },
  targetDomain: 'real',
  samples: [
    sample('a.png', { label: 'am.png', split: 'train', subject: 'P1', domain: 'sim' }),
    sample('b.png', { label: 'bm.png', split: 'test' }),
  ],
  images: { 'a.png': image('a', { bytesHash: hashA }), 'b.png': image('b', { bytesHash: hashB }) },
  masks: {
    'am.png': mask([6, 6, 0, 0], { bytesHash: hashB }),
    'bm.png': mask([6, 6, 0, 0], { bytesHash: hashA }),
  },
};

describe('an export of masks', () => {
  it('holds samples, splits, palette and weights', () => {
    const input = exportValid(buildDataset(masked), { revision: 'abc' });
    expect(input).toMatchObject({
      schemaVersion: 1,
      tool: { name: 'holdout', version: '1.2.3' },
      revision: 'abc',
      dataset: { name: 'test', targetDomain: 'real' },
      task: 'segmentation',
      labels: 'masks',
      classes: [{ name: 'liver', weight: 2.12346 }, { name: 'spleen' }],
      backgroundWeight: 0.5,
      palette: {
        kind: 'color',
        values: [
          { value: '#000000', target: 0 },
          { value: '#ff0000', target: 1 },
          { value: '#00ff00', target: 2 },
          { value: '#0000ff', target: null },
        ],
      },
      channels: 1,
      limits: { pixels: 10, fileBytes: 20 },
      excluded: {},
    });
    expect(input.samples).toEqual([
      {
        ...{ image: 'a.png', imageHash: hashA, label: 'am.png', labelHash: hashB },
        ...{ split: 'train', subject: 'P1', domain: 'sim' },
      },
      { image: 'b.png', imageHash: hashB, label: 'bm.png', labelHash: hashA, split: 'test' },
    ]);
  });

  it('weighs classes by training samples alone', () => {
    const seen: string[][] = [];
    exportValid(buildDataset(masked), {
      weighClasses: ({ samples }) => {
        seen.push(samples.map(({ id }) => id));
        return { classes: new Map() };
      },
    });
    expect(seen).toEqual([['a.png']]);
  });

  it.each<[string, Partial<DatasetParts>]>([
    ['in several splits', { samples: [sample('b.png', { label: 'bm.png', splits: ['test', 'train'] })] }],
    ['in none of train, val and test', { samples: [sample('b.png', { label: 'bm.png', split: 'fold 1' })] }],
    ['image not decoded', { images: { 'b.png': failure('corrupt') } }],
    ['label not read', { masks: { 'bm.png': failure('corrupt') } }],
    ['label of several pages', { masks: { 'bm.png': mask([6, 6, 0, 0], { pages: 2 }) } }],
    ['label of another size than its image', { masks: { 'bm.png': mask([6, 6, 0, 0], { width: 5 }) } }],
  ])('leaves out and counts a sample that is %s', (reason, { samples = [], images = {}, masks = {} }) => {
    const others = (masked.samples ?? []).filter(({ id }) => !samples.some((one) => one.id === id));
    const input = exportValid(
      buildDataset({
        ...masked,
        samples: [...others, ...samples],
        images: { ...masked.images, ...images },
        masks: { ...masked.masks, ...masks },
      }),
    );
    expect(input.samples.map(({ image: path }) => path)).toEqual(['a.png']);
    expect(input.excluded).toEqual({ [reason]: 1 });
  });

  it('reads images in colour where one is', () => {
    const images = { ...masked.images, 'b.png': image('b', { bytesHash: hashB, channels: 4 }) };
    expect(exportValid(buildDataset({ ...masked, images })).channels).toBe(3);
  });

  it('says nothing of samples without a label', () => {
    const samples = [...(masked.samples ?? []), sample('c.png', { split: 'train' })];
    const input = exportValid(buildDataset({ ...masked, samples }));
    expect(input.samples).toHaveLength(2);
    expect(input.excluded).toEqual({});
  });
});

describe('the digest', () => {
  const digestOf = (parts: DatasetParts, changes: Partial<ExportContext> = {}): string =>
    exportValid(buildDataset(parts), changes).digest;
  const usual = digestOf(masked);

  it('does not depend on the order of samples, the version of holdout or the revision', () => {
    expect(digestOf({ ...masked, samples: [...(masked.samples ?? [])].reverse() })).toBe(usual);
    expect(digestOf(masked, { version: '9.9.9', revision: 'abc' })).toBe(usual);
  });

  it('depends on bytes, splits and settings', () => {
    const others = [
      digestOf({ ...masked, images: { ...masked.images, 'a.png': image('a', { bytesHash: hashB }) } }),
      digestOf({
        ...masked,
        samples: (masked.samples ?? []).map((one) => ({ ...one, splits: ['train'] })),
      }),
      digestOf(masked, { settings: { ...context.settings, seed: 2 } }),
    ];
    expect(new Set([usual, ...others]).size).toBe(4);
  });
});

describe('a split that divides a unit', () => {
  const parts: DatasetParts = {
    ...masked,
    samples: [...(masked.samples ?? []), sample('c.png', { label: 'am.png', split: 'train' })],
    images: { ...masked.images, 'c.png': image('c', { bytesHash: hashB }) },
  };
  const unitOf = new Map([
    ['a.png', 'u'],
    ['b.png', 'u'],
  ]);
  const divide = (a: string, b: string, c: string) => () =>
    new Map([
      ['a.png', a],
      ['b.png', b],
      ['c.png', c],
    ]);
  const divisionOf = (...proposeCleanSplits: ExportContext['proposeCleanSplits']) =>
    exportValid(buildDataset(parts), { unitOf, proposeCleanSplits }).samples.map(
      ({ unit, split, cleanSplit }) => [unit, split, cleanSplit],
    );

  it('is exported with the units and the first division that leaves no split empty', () => {
    const expected = [
      ['u', 'train', 'test'],
      ['u', 'test', 'test'],
      ['c.png', 'train', 'train'],
    ];
    expect(divisionOf(divide('test', 'test', 'train'))).toEqual(expected);
    expect(divisionOf(divide('train', 'train', 'train'), divide('test', 'test', 'train'))).toEqual(expected);
  });

  it('is exported with the units alone where every division leaves a split empty', () => {
    expect(divisionOf(divide('train', 'train', 'train'))).toEqual([
      ['u', 'train', undefined],
      ['u', 'test', undefined],
      ['c.png', 'train', undefined],
    ]);
  });
});

describe('other labels', () => {
  const images = { 'a.png': image('a', { bytesHash: hashA, width: 200, height: 100 }) };

  it('are one class an image, or several', () => {
    const labels = { kind: 'class', classes: [] } as const;
    const one = sample('a.png', { classes: ['cat'], split: 'train' });
    const two = sample('b.png', { classes: ['cat', 'dog'], split: 'test' });
    const both = { ...images, 'b.png': image('b', { bytesHash: hashB }) };
    expect(exportValid(buildDataset({ labels, images, samples: [one] }))).toMatchObject({
      task: 'classification',
      classes: [{ name: 'cat' }],
      samples: [{ classes: [0] }],
    });
    expect(exportValid(buildDataset({ labels, images: both, samples: [one, two] }))).toMatchObject({
      task: 'multi-label',
      classes: [{ name: 'cat' }, { name: 'dog' }],
      samples: [{ classes: [0] }, { classes: [0, 1] }],
    });
  });

  it('are no classes that the config does not declare', () => {
    const labels = { kind: 'class', classes: [{ name: 'cat' }] } as const;
    const samples = [
      sample('a.png', { classes: ['cat'], split: 'train' }),
      sample('b.png', { classes: ['cow'], split: 'train' }),
    ];
    const both = { ...images, 'b.png': image('b') };
    expect(exportValid(buildDataset({ labels, images: both, samples })).excluded).toEqual({
      'no class that is declared': 1,
    });
  });

  it('are boxes as shares of the image, those of no size or no declared class left out', () => {
    const labels = { kind: 'boxes', classes: [{ name: 'cell' }] } as const;
    const object = { className: 'cell', polygons: [], isCrowd: false };
    const box = { xmin: 20, ymin: 10, xmax: 100, ymax: 120 };
    const dataset = buildDataset({
      labels,
      images,
      samples: [sample('a.png', { label: 'a.xml', split: 'train' })],
    });
    const annotations: Dataset['annotations'] = {
      byImage: new Map([
        [
          'a.png',
          {
            ...{ kind: 'annotation', file: 'a.xml', format: 'voc', unit: 'pixel', unusable: [] },
            objects: [
              { ...object, box },
              { ...object, box: { ...box, xmax: 20 } },
              { ...object, box, className: 'dust' },
            ],
          },
        ],
      ]),
      failures: [],
      unusable: [],
      orphans: [],
    };
    const input = exportValid({ ...dataset, annotations });
    expect(input).toMatchObject({ task: 'segmentation', labels: 'boxes' });
    expect(input.samples[0]?.boxes).toEqual([{ class: 0, corners: [0.1, 0.1, 0.5, 1] }]);
  });
});

describe('nothing to train on', () => {
  it('is an error with the reason', () => {
    expect(() => exportBaseline(buildDataset({ labels: { kind: 'none' } }), context)).toThrow(
      'labels.kind is "none": there is nothing to train on',
    );
    expect(() => exportBaseline(buildDataset({ ...masked, images: {} }), context)).toThrow(
      'no labelled sample of train, val or test can be used for a baseline',
    );
  });
});
