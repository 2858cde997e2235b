import { describe, expect, it } from 'vitest';
import { coverage } from '../../../src/checks/classes/coverage.ts';
import type { Sample } from '../../../src/model/sample.ts';
import { annotate, annotation, object } from '../labels/annotated-dataset.ts';
import { buildDataset, failure, judge, mask, run, sample } from '../build-dataset.ts';

const animals = { kind: 'class', classes: [{ name: 'cat' }, { name: 'dog' }] } as const;
const row = (id: string, subject: string, split: string, domain: string | undefined, ...classes: string[]) =>
  sample(id, { subject, split, classes, ...(domain !== undefined && { domain }) });

const samples = [
  row('a.png', 'P1', 'train', 'real', 'cat', 'dog'),
  row('b.png', 'P2', 'test', 'real', 'cat', 'dog'),
];
const judgeRows = (rows: readonly Sample[], options = {}) =>
  judge(coverage, buildDataset({ samples: rows, labels: animals }), options);

describe('classes/coverage', () => {
  it('passes where each class is seen everywhere, in two subjects', () => {
    expect(judgeRows(samples)).toEqual({
      coverage: { evaluated: 2, unavailable: 0 },
      measurements: {
        samplesBySplit: { train: { cat: 1, dog: 1 }, test: { cat: 1, dog: 1 } },
        samplesByDomain: { real: { cat: 2, dog: 2 } },
      },
      findings: [],
      summary: { messageId: 'clean', data: { classes: 2 } },
    });
  });

  it('finds a class that no label shows, and says it once', () => {
    const cats = samples.map((one) => ({ ...one, classes: ['cat'] }));
    const { findings, summary } = judgeRows(cats);
    expect(findings).toEqual([
      { key: 'dog', messageId: 'absent', data: { name: 'dog' }, samples: [], evidence: { labelled: 2 } },
    ]);
    expect(summary).toEqual({ messageId: 'gaps', data: { gaps: 1, classes: 2, places: 3 } });
  });

  it.each([
    ['split', row('c.png', 'P1', 'val', 'real', 'cat'), 'val'],
    ['domain', row('c.png', 'P3', 'test', 'sim', 'cat'), 'sim'],
  ])('finds a class that is missing from a %s', (kind, more, place) => {
    expect(judgeRows([...samples, more], { minSubjects: 0 }).findings).toEqual([
      {
        key: `dog@${kind}:${place}`,
        messageId: 'absent-in',
        data: { name: 'dog', kind, place },
        samples: [],
        evidence: { labelled: 1 },
      },
    ]);
  });

  it('finds a class of too few subjects in a domain', () => {
    const more = row('c.png', 'P1', 'test', 'sim', 'cat', 'dog');
    const few = (name: string) => ({
      key: `${name}@subjects:sim`,
      messageId: 'few-subjects',
      data: { name, place: 'sim', subjects: 1 },
      samples: [],
      subjects: ['P1'],
      evidence: { samples: 1, minimumSubjects: 2 },
    });
    expect(judgeRows([...samples, more]).findings).toEqual([few('cat'), few('dog')]);
    expect(judgeRows([...samples, more], { minSubjects: 1 }).findings).toEqual([]);
  });

  it('counts subjects over the dataset where no domain is known', () => {
    const rows = [
      row('a.png', 'P1', 'train', undefined, 'cat', 'dog'),
      row('b.png', 'P2', 'train', undefined, 'cat'),
    ];
    expect(judgeRows(rows).findings).toEqual([
      {
        key: 'dog@subjects',
        messageId: 'few-subjects',
        data: { name: 'dog', place: 'the dataset', subjects: 1 },
        samples: [],
        subjects: ['P1'],
        evidence: { samples: 1, minimumSubjects: 2 },
      },
    ]);
  });

  it('finds a class of too few test subjects, where the test split has enough', () => {
    const rows = [
      ...['P1', 'P2', 'P3'].map((subject) => row(`${subject}.png`, subject, 'train', 'real', 'cat', 'dog')),
      ...['P4', 'P5', 'P6'].map((subject) => row(`${subject}.png`, subject, 'test', 'real', 'cat')),
      row('x.png', 'P4', 'test', 'real', 'dog'),
      row('y.png', 'P5', 'test', 'real', 'dog'),
    ];
    expect(judgeRows(rows).findings).toEqual([
      {
        key: 'dog@test',
        messageId: 'few-in-test',
        data: { name: 'dog', subjects: 2, all: 3 },
        samples: [],
        subjects: ['P4', 'P5'],
        evidence: { samples: 2, minimumSubjects: 3 },
      },
    ]);
    for (const minTestSubjects of [2, 4]) expect(judgeRows(rows, { minTestSubjects }).findings).toEqual([]);
  });

  it('reads classes from masks', () => {
    const labels = { kind: 'mask', classes: [{ name: 'liver', index: 1 }] } as const;
    const masks = { 'x.png': mask([9, 3]), 'y.png': mask([12, 0]), 'z.png': failure('corrupt') };
    const labelled = ['x', 'y', 'z'].map((name) =>
      sample(`${name}.jpg`, { label: `${name}.png`, split: name }),
    );
    const { findings, ...result } = judge(coverage, buildDataset({ samples: labelled, labels, masks }));
    expect(findings.map(({ key }) => key)).toEqual(['liver@split:y']);
    expect(result.coverage).toEqual({ evaluated: 2, unavailable: 1 });
    expect(result.measurements).toEqual({
      samplesBySplit: { x: { liver: 1 }, y: { liver: 0 } },
      samplesByDomain: {},
    });
  });

  it('is skipped where no class could be read', () => {
    expect(run(coverage, buildDataset({ samples: [sample('a.png')], labels: animals }))).toEqual({
      skipped: { messageId: 'no-classes', data: {} },
      coverage: { evaluated: 0, unavailable: 0 },
    });
  });
});

it('asks the boxes of annotations where labels are boxes', () => {
  const [cell, dog] = [object([1, 1, 9, 9]), object([1, 1, 9, 9], { className: 'dog' })];
  const dataset = annotate({ 'a.jpg': annotation([cell, dog]), 'b.jpg': annotation([cell]) });
  const splits = ['train', 'test'];
  const given = {
    ...dataset,
    samples: dataset.samples.map((one, at) => ({ ...one, splits: [splits[at] ?? ''] })),
  };
  expect(judge(coverage, given)).toMatchObject({
    coverage: { evaluated: 2, unavailable: 0 },
    measurements: { samplesBySplit: { train: { cell: 1, dog: 1 }, test: { cell: 1, dog: 0 } } },
    findings: [{ key: 'dog@split:test', messageId: 'absent-in' }],
  });
});
