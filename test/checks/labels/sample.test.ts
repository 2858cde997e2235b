import { describe, expect, it } from 'vitest';
import { sample as check } from '../../../src/checks/labels/sample.ts';
import type { CheckResult, EarlierFinding } from '../../../src/model/check.ts';
import type { Dataset } from '../../../src/model/dataset.ts';
import type { FindingSeverity } from '../../../src/model/severity.ts';
import { buildDataset, failure, image, mask, sample } from '../build-dataset.ts';
import { annotate, annotation, object } from './annotated-dataset.ts';

interface Tile {
  readonly sample: string;
  readonly suspicions: readonly { readonly check: string }[];
}

function run(
  dataset: Dataset,
  options: Record<string, number> = {},
  found: readonly EarlierFinding[] = [],
): CheckResult {
  return check.run(dataset, { size: 24, seed: 1, suspiciousShare: 0.5, ...options }, found);
}

function judge(...parameters: Parameters<typeof run>): Exclude<CheckResult, { skipped: unknown }> {
  const result = run(...parameters);
  if ('skipped' in result) throw new Error('skipped');
  return result;
}

function tilesOf(...parameters: Parameters<typeof run>): readonly Tile[] {
  return judge(...parameters).measurements['tiles'] as unknown as readonly Tile[];
}

function find(
  name: string,
  samples: readonly string[],
  severity: FindingSeverity = 'warning',
  messageId = 'wrong',
): EarlierFinding {
  return {
    check: name,
    severity,
    finding: { key: samples.join(), messageId, data: {}, samples, evidence: {} },
  };
}

const colors = {
  classes: [
    { name: 'cat', color: '#ff0000' },
    { name: 'dog', color: '#00ff00' },
  ],
};

/** Forty cats of one subject in train, and one dog of another in test. */
const lopsided = buildDataset({
  labels: colors,
  samples: [
    ...Array.from({ length: 40 }, (_, index) =>
      sample(`cat${String(index).padStart(2, '0')}.png`, {
        label: 'cat',
        subject: 'p1',
        split: 'train',
        domain: 'sim',
      }),
    ),
    sample('dog.png', { label: 'dog', subject: 'p2', split: 'test', domain: 'real' }),
  ],
  images: Object.fromEntries(
    [...Array.from({ length: 40 }, (_, index) => `cat${String(index).padStart(2, '0')}.png`), 'dog.png'].map(
      (id) => [id, image(id)],
    ),
  ),
  masks: { cat: mask([9, 3, 0]), dog: mask([6, 0, 6]) },
});

describe('labels/sample', () => {
  it('tells of a mask what a sheet writes below it', () => {
    const dataset = buildDataset({
      labels: colors,
      samples: [
        sample('a.png', { label: 'm', subject: 'p1', split: 'train', domain: 'real' }),
        sample('b.png'),
      ],
      images: { 'a.png': image('a'), 'b.png': image('b') },
      masks: { m: mask([6, 3, 3]) },
    });
    expect(judge(dataset)).toEqual({
      coverage: { evaluated: 1, unavailable: 0 },
      measurements: {
        candidates: 1,
        combinations: { present: 2, drawn: 2 },
        subjects: { present: 1, drawn: 1 },
        suspicious: { present: 0, drawn: 0 },
        seed: 1,
        unit: 'pixels',
        tiles: [
          {
            sample: 'a.png',
            label: 'm',
            subject: 'p1',
            domain: 'real',
            splits: ['train'],
            classes: [
              { name: 'cat', share: 0.25 },
              { name: 'dog', share: 0.25 },
            ],
            classesTotal: 2,
            suspicions: [],
            suspicionsTotal: 0,
          },
        ],
      },
      findings: [],
      summary: { messageId: 'drawn', data: { drawn: 1, candidates: 1, suspicious: 0, combinations: 1 } },
    });
  });

  it('counts the boxes of each class', () => {
    const dataset = annotate({
      'a.png': annotation([
        object([1, 1, 5, 5]),
        object([2, 2, 9, 9]),
        object([0, 0, 3, 3], { className: 'rbc' }),
      ]),
    });
    expect(tilesOf(dataset)).toMatchObject([
      {
        sample: 'a.png',
        label: 'a.xml',
        classes: [
          { name: 'cell', objects: 2 },
          { name: 'rbc', objects: 1 },
        ],
      },
    ]);
  });

  it('names the classes of rows', () => {
    const dataset = buildDataset({
      labels: { kind: 'class', classes: [] },
      samples: [sample('a.png', { classes: ['cat'] })],
      images: { 'a.png': image() },
    });
    expect(tilesOf(dataset)).toMatchObject([{ classes: [{ name: 'cat' }] }]);
  });

  it('draws none whose image or label cannot be read, and says how many', () => {
    const dataset = buildDataset({
      labels: colors,
      samples: ['a', 'b', 'c'].map((id) => sample(id, { label: `${id}m` })),
      images: { a: image('a'), b: failure('corrupt'), c: image('c') },
      masks: { am: mask([12]), bm: mask([12]), cm: failure('corrupt') },
    });
    const { coverage, measurements } = judge(dataset);
    expect(coverage).toEqual({ evaluated: 1, unavailable: 2 });
    expect(measurements['tiles']).toMatchObject([{ sample: 'a', classes: [] }]);
    const unreadable = { ...dataset, images: new Map() };
    expect(run(unreadable)).toMatchObject({
      skipped: { messageId: 'no-labels' },
      coverage: { evaluated: 0, unavailable: 3 },
    });
  });

  it('shows the rare class, domain, split and subject with the first two, whatever the order of samples', () => {
    for (let seed = 0; seed < 10; seed++) {
      const drawn = tilesOf(lopsided, { size: 2, seed });
      expect(drawn.map(({ sample: id }) => id)).toContain('dog.png');
      const reversed = { ...lopsided, samples: [...lopsided.samples].reverse() };
      expect(tilesOf(reversed, { size: 2, seed })).toEqual(drawn);
    }
  });

  it('puts suspicious samples first, the gravest of them first, each kind of finding in turn', () => {
    const many = Array.from({ length: 30 }, (_, index) => `cat${String(index).padStart(2, '0')}.png`);
    const found = [
      find('labels/shapes', many),
      find('labels/values', ['cat38.png'], 'error'),
      find('labels/shapes', ['cat39.png'], 'warning', 'holes'),
    ];
    const drawn = tilesOf(lopsided, { size: 8 }, found);
    expect(drawn).toHaveLength(8);
    expect(drawn[0]).toMatchObject({
      sample: 'cat38.png',
      suspicions: [{ check: 'labels/values', key: 'cat38.png', messageId: 'wrong' }],
      suspicionsTotal: 1,
    });
    const marked = drawn.filter(({ suspicions }) => suspicions.length > 0);
    expect(drawn.slice(0, marked.length)).toEqual(marked);
    expect(marked.map(({ sample: id }) => id)).toContain('cat39.png');
    expect(marked.length).toBeGreaterThanOrEqual(4);
    const alone = tilesOf(lopsided, { size: 8, suspiciousShare: 1 }, found);
    expect(alone.filter(({ suspicions }) => suspicions.length > 0)).toHaveLength(8);
    // The other half is drawn to cover the dataset.
    expect(drawn.map(({ sample: id }) => id)).toContain('dog.png');
  });

  it('takes nothing for suspicious that says nothing of one label or image', () => {
    const { measurements } = judge(lopsided, {}, [find('subjects/count', ['dog.png'], 'error')]);
    expect(measurements['suspicious']).toEqual({ present: 0, drawn: 0 });
  });
});
