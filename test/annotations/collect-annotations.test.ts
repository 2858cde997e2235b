import { describe, expect, it } from 'vitest';
import { collectAnnotations, type AnnotationReadings } from '../../src/annotations/collect-annotations.ts';
import { readAnnotationFile } from '../../src/annotations/read-annotation-file.ts';
import type { Sample } from '../../src/model/sample.ts';
import { sample } from '../checks/build-dataset.ts';
import { writeCoco, writeVoc } from './write-annotations.ts';

const box = { xmin: 1, ymin: 2, xmax: 30, ymax: 40 };
const read = (file: string, text: string) => readAnnotationFile(file, new TextEncoder().encode(text), []);
const voc = (file: string) => read(file, writeVoc([{ className: 'cell', box }]));
const coco = (file: string) => read(file, writeCoco([[{ className: 'cell', box }], []]));
const collect = (samples: readonly Sample[], readings: Partial<AnnotationReadings>, listed: string[] = []) =>
  collectAnnotations(samples, listed, 'images', {
    ofLabels: new Map(),
    ofIndices: [],
    ofUnused: [],
    ...readings,
  });

describe('collectAnnotations', () => {
  it('labels the images that a file for many images annotates, with or without objects', () => {
    const ids = ['images/0.jpg', 'images/1.jpg', 'images/2.jpg'];
    const { samples, annotations } = collect(
      ids.map((id) => sample(id)),
      { ofIndices: [coco('all.json')] },
    );
    expect(samples.map(({ label }) => label)).toEqual(['all.json', 'all.json', undefined]);
    expect([...annotations.byImage.keys()]).toEqual(['images/0.jpg', 'images/1.jpg']);
    expect(annotations.orphans).toEqual([]);
  });

  it('takes the own file of an image before its rows, and these before a file for many images', () => {
    const boxes = [{ class: 'cell', cells: { xmin: '1', ymin: '2', xmax: '3', ymax: '4' } }];
    const location = { file: 'm.csv', line: 2 };
    const ofLabels = new Map([['0.xml', voc('0.xml')]]);
    const { annotations, samples } = collect(
      [
        sample('images/0.jpg', { label: '0.xml', boxes, location }),
        sample('images/1.jpg', { boxes, location }),
      ],
      { ofLabels, ofIndices: [coco('all.json')] },
    );
    expect([...annotations.byImage.values()].map(({ file }) => file)).toEqual(['0.xml', 'm.csv']);
    expect(samples.map(({ label }) => label)).toEqual(['0.xml', undefined]);
  });

  it('reads a file for many images that rows name as the label of each', () => {
    const ofLabels = new Map([['all.json', coco('all.json')]]);
    const { annotations } = collect(
      ['0.jpg', '1.jpg', '2.jpg'].map((id) => sample(id, { label: 'all.json' })),
      { ofLabels },
    );
    expect([...annotations.byImage.keys()]).toEqual(['0.jpg', '1.jpg']);
  });

  it('tells entries of images that are not there from those that the dataset leaves out', () => {
    const { annotations } = collect([sample('images/7.jpg')], { ofIndices: [coco('all.json')] }, [
      'images/0.jpg',
      'images/7.jpg',
    ]);
    expect(annotations.orphans).toEqual([{ file: 'all.json', image: '1.jpg' }]);
  });

  it('takes a file that the config and rows name for one', () => {
    const ofLabels = new Map([['all.json', coco('all.json')]]);
    const { annotations } = collect([sample('0.jpg', { label: 'all.json' })], {
      ofLabels,
      ofIndices: [coco('all.json')],
    });
    expect(annotations.orphans).toEqual([{ file: 'all.json', image: '1.jpg' }]);
  });

  it('tells unused files that hold objects, and no others', () => {
    const ofUnused = [voc('b.xml'), voc('a.xml'), read('c.xml', writeVoc([])), read('d.xml', 'no XML')];
    expect(collect([], { ofUnused }).annotations.orphans).toEqual([{ file: 'a.xml' }, { file: 'b.xml' }]);
  });

  it('tells files that failed, and entries that mean one image', () => {
    const twice = JSON.stringify({
      images: ['a.jpg', './a.jpg'].map((name, id) => ({ id, file_name: name })),
      annotations: [],
    });
    const { annotations } = collect([sample('images/a.jpg')], {
      ofIndices: [read('two.json', twice), read('bad.json', '{')],
    });
    expect(annotations.failures).toMatchObject([{ file: 'bad.json', fault: 'malformed' }]);
    expect(annotations.unusable).toEqual([
      { file: 'two.json', entries: [{ detail: 'a second entry for image "./a.jpg"' }] },
    ]);
  });
});
