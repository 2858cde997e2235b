import { describe, expect, it } from 'vitest';
import { annotations } from '../../../src/checks/labels/annotations.ts';
import type { AnnotationOrphan } from '../../../src/model/annotation.ts';
import { buildDataset, judge, run, sample } from '../build-dataset.ts';
import { annotate, annotation } from './annotated-dataset.ts';

const build = (orphans: readonly AnnotationOrphan[], ...more: readonly string[]) => {
  const dataset = annotate({ 'a.jpg': annotation([]) }, { orphans });
  return { ...dataset, samples: [...dataset.samples, ...more.map((id) => sample(id))] };
};

describe('labels/annotations', () => {
  it('passes where each image has an annotation, though it be one without objects', () => {
    expect(judge(annotations, build([]))).toEqual({
      coverage: { evaluated: 1, unavailable: 0 },
      measurements: { images: 1, unannotated: 0, orphans: 0 },
      findings: [],
      summary: { messageId: 'clean', data: { images: 1 } },
    });
  });

  it('finds images without an annotation, at once', () => {
    expect(judge(annotations, build([], 'b.jpg', 'c.jpg'))).toEqual({
      coverage: { evaluated: 3, unavailable: 0 },
      measurements: { images: 3, unannotated: 2, orphans: 0 },
      findings: [
        {
          key: '@unannotated',
          messageId: 'unannotated',
          data: { images: 2 },
          samples: ['b.jpg', 'c.jpg'],
          evidence: { images: 2 },
        },
      ],
      summary: { messageId: 'unpaired', data: { images: 2, orphans: 0 } },
    });
  });

  it('takes a class in a row for a label', () => {
    const dataset = build([]);
    const samples = [...dataset.samples, sample('b.jpg', { classes: ['cell'] })];
    expect(judge(annotations, { ...dataset, samples }).findings).toEqual([]);
  });

  it('finds annotations without an image, by folder and by file', () => {
    const orphans = [
      { file: 'all.json', image: 'x.jpg' },
      { file: 'all.json', image: 'y.jpg' },
      { file: 'xml/y.xml' },
      { file: 'z.xml' },
    ];
    expect(judge(annotations, build(orphans)).findings).toEqual([
      {
        key: './',
        messageId: 'orphan-files',
        data: { folder: "the dataset's own folder", files: 1 },
        samples: [],
        evidence: { files: 1, examples: ['z.xml'] },
      },
      {
        key: 'xml/',
        messageId: 'orphan-files',
        data: { folder: 'xml', files: 1 },
        samples: [],
        evidence: { files: 1, examples: ['xml/y.xml'] },
      },
      {
        key: 'all.json',
        messageId: 'orphan-entries',
        data: { file: 'all.json', images: 2, example: 'x.jpg' },
        samples: [],
        location: { file: 'all.json' },
        evidence: { images: 2, examples: ['x.jpg', 'y.jpg'] },
      },
    ]);
  });

  it('is skipped where nothing annotates anything', () => {
    const skipped = (messageId: string) => ({ skipped: { messageId, data: {} } });
    expect(run(annotations, buildDataset({ labels: { kind: 'mask' } }))).toEqual(skipped('no-boxes'));
    expect(run(annotations, buildDataset({ samples: [sample('a.jpg')], labels: { kind: 'boxes' } }))).toEqual(
      skipped('no-annotations'),
    );
    expect(run(annotations, annotate({}))).toEqual(skipped('no-annotations'));
  });
});
