import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotationIndex } from '../../src/annotations/annotation-index.ts';
import { readAnnotationFile } from '../../src/annotations/read-annotation-file.ts';
import type { AnnotationOutcome, Box, ImageAnnotation } from '../../src/model/annotation.ts';
import {
  classNames,
  drawObject,
  writeCoco,
  writeLabelMe,
  writeVoc,
  writeYolo,
  type WrittenObject,
} from './write-annotations.ts';

const classes = classNames.map((name) => ({ name }));
const encode = (text: string) => new TextEncoder().encode(text);
const read = (file: string, content: string | Uint8Array) =>
  readAnnotationFile(file, typeof content === 'string' ? encode(content) : content, classes);

function expectAnnotation(outcome: AnnotationOutcome | AnnotationIndex | undefined): ImageAnnotation {
  if (outcome?.kind !== 'annotation') throw new Error(JSON.stringify(outcome));
  return outcome;
}

const told = ({ objects }: ImageAnnotation): WrittenObject[] =>
  objects.map(({ className, box }) => ({ className, box }));
const order = (box: Box): Box => ({
  xmin: Math.min(box.xmin, box.xmax),
  ymin: Math.min(box.ymin, box.ymax),
  xmax: Math.max(box.xmin, box.xmax),
  ymax: Math.max(box.ymin, box.ymax),
});

/** Compares numbers to nine digits: formats of centre and size, or of corner and size, round. */
function expectNear(given: readonly WrittenObject[], written: readonly WrittenObject[]): void {
  expect(given.map(({ className }) => className)).toEqual(written.map(({ className }) => className));
  given.forEach(({ box }, at) => {
    for (const [name, value] of Object.entries(written[at]?.box ?? {}))
      expect(Math.abs(box[name as keyof Box] - value)).toBeLessThan(1e-9 * 10_000);
  });
}

describe('what is written is read back', () => {
  const draw = fc.array(drawObject, { maxLength: 8 });

  it('as Pascal VOC, to the last digit, with the lines of the objects', () => {
    fc.assert(
      fc.property(draw, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (objects, lineEnd, hasMark) => {
        const text = writeVoc(objects);
        const annotation = expectAnnotation(
          read('a.XML', `${hasMark ? '\ufeff' : ''}${text.replaceAll('\n', lineEnd)}`),
        );
        expect(told(annotation)).toEqual(objects);
        expect(annotation.size).toEqual({ width: 640, height: 480, line: 4 });
        const lines = text.split('\n');
        for (const { line = 0 } of annotation.objects) expect(lines[line - 1]).toBe('  <object>');
      }),
    );
  });

  it('as COCO', () => {
    fc.assert(
      fc.property(fc.array(draw, { maxLength: 4 }), (images) => {
        const index = read('all.json', writeCoco(images));
        if (index.kind !== 'index') throw new Error(JSON.stringify(index));
        expect(index.unusable).toEqual([]);
        expect(index.entries.map(({ image }) => image)).toEqual(images.map((_, id) => `${id}.jpg`));
        index.entries.forEach(({ outcome }, at) =>
          expectNear(told(expectAnnotation(outcome)), images[at] ?? []),
        );
      }),
    );
  });

  it('as YOLO, in shares', () => {
    const side = fc.integer({ min: 2, max: 6000 });
    const drawInside = draw.map((objects) =>
      objects.map(({ className, box }) => ({ className, box: order(box) })),
    );
    fc.assert(
      fc.property(drawInside, side, side, (objects, width, height) => {
        const annotation = expectAnnotation(read('a.txt', writeYolo(objects, width, height)));
        expect(annotation.unit).toBe('share');
        const inPixels = told(annotation).map(({ className, box }) => ({
          className,
          box: {
            xmin: box.xmin * width,
            ymin: box.ymin * height,
            xmax: box.xmax * width,
            ymax: box.ymax * height,
          },
        }));
        expectNear(inPixels, objects);
      }),
    );
  });

  it('as LabelMe, whichever corners are given', () => {
    fc.assert(
      fc.property(draw, (objects) => {
        const annotation = expectAnnotation(read('a.json', writeLabelMe(objects)));
        expect(told(annotation)).toEqual(
          objects.map(({ className, box }) => ({ className, box: order(box) })),
        );
      }),
    );
  });
});

describe('a text of boxes', () => {
  const readText = (text: string) => read('a.txt', text);

  it.each([
    ['centre and size', '1 0.5 0.5 0.2 0.4', { xmin: 0.4, ymin: 0.3, xmax: 0.6, ymax: 0.7 }, 'yolo'],
    ['a score behind', '1 0.5 0.5 0.2 0.4 0.93', { xmin: 0.4, ymin: 0.3, xmax: 0.6, ymax: 0.7 }, 'yolo'],
    ['an outline', '1 0.1 0.2 0.5 0.6 0.3 0.9', { xmin: 0.1, ymin: 0.2, xmax: 0.5, ymax: 0.9 }, 'yolo'],
    ['corners', '80 284 114 317 1', { xmin: 80, ymin: 284, xmax: 114, ymax: 317 }, 'corners'],
    ['corners with commas', '80,284,114,317,1', { xmin: 80, ymin: 284, xmax: 114, ymax: 317 }, 'corners'],
    ['all of the image', '1 0.5 0.5 1 1', { xmin: 0, ymin: 0, xmax: 1, ymax: 1 }, 'yolo'],
  ])('reads %s', (_, line, box, format) => {
    const annotation = expectAnnotation(readText(line));
    expect(annotation.format).toBe(format);
    const [object] = annotation.objects;
    expect(object?.className).toBe('a & b');
    for (const [name, value] of Object.entries(box))
      expect(object?.box[name as keyof Box]).toBeCloseTo(value, 12);
  });

  it('takes pixels in the place of shares as YOLO that is wrong, not as corners', () => {
    const { format, unit } = expectAnnotation(readText('0 300 200 50 40\n1 30 20 5 4\n'));
    expect([format, unit]).toEqual(['yolo', 'share']);
  });

  it('says that nothing is to be seen where there is no line', () => {
    for (const text of ['', '\n\n', '\ufeff  \r\n'])
      expect(expectAnnotation(readText(text)).objects).toEqual([]);
  });

  it('names numbers without a class by themselves, and others by index where classes have one', () => {
    const text = encode('7 0.5 0.5 0.1 0.1');
    const name = (given: { name: string; index?: number }[]) =>
      expectAnnotation(readAnnotationFile('a.txt', text, given)).objects[0]?.className;
    expect(name([{ name: 'a' }])).toBe('7');
    expect(name([{ name: 'a', index: 7 }, { name: 'b' }])).toBe('a');
  });

  it('keeps what is right beside lines that are not', () => {
    const { objects, unusable } = expectAnnotation(
      readText(
        '0 0.5 0.5 0.1 0.1\n\n1 nan 0.5 0.1 0.1\n1 0.5 0.5\n1.5 0.5 0.5 0.1 0.1\n-1 0.5 0.5 0.1 0.1\n',
      ),
    );
    expect(objects.map(({ line }) => line)).toEqual([1]);
    expect(unusable).toEqual([
      { detail: '"nan" is no number', line: 3 },
      { detail: 'a line of 3 numbers', line: 4 },
      { detail: '1.5 is no number of a class', line: 5 },
      { detail: '-1 is no number of a class', line: 6 },
    ]);
  });
});

describe('COCO', () => {
  const whole = {
    images: [{ id: 1, file_name: 'a.jpg', width: 4, height: 3 }],
    categories: [{ id: 1, name: 'cell' }],
    annotations: [{ id: 9, image_id: 1, category_id: 1, bbox: [0, 0, 2, 2] }],
  };
  const readIndex = (content: object) => {
    const index = read('all.json', JSON.stringify(content));
    if (index.kind !== 'index') throw new Error(JSON.stringify(index));
    return index;
  };
  const readOne = (annotation: object) =>
    expectAnnotation(
      readIndex({ ...whole, annotations: [{ ...whole.annotations[0], ...annotation }] }).entries[0]?.outcome,
    );

  it('takes an image without annotations as one with nothing to be seen', () => {
    const [entry] = readIndex({ ...whole, annotations: [] }).entries;
    expect(expectAnnotation(entry?.outcome)).toMatchObject({ objects: [], unusable: [] });
  });

  it.each([
    [{ category_id: 5 }, 'annotation 9 is of category 5, which is not there'],
    [{ category_id: null }, 'annotation 9 is of category none, which is not there'],
    [{ bbox: [1, 2, 3] }, 'annotation 9 has no bbox of four numbers'],
    [{ bbox: [1, 2, 3, 4, 5] }, 'annotation 9 has no bbox of four numbers'],
    [{ bbox: [1, 2, '3', 4] }, 'annotation 9 has no bbox of four numbers'],
    [{ bbox: [1, 2, 3, 1e300] }, 'annotation 9 has no bbox of four numbers'],
    [{ id: undefined, bbox: {} }, 'entry 0 of annotations has no bbox of four numbers'],
  ])('leaves out %j', (annotation, detail) => {
    expect(readOne(annotation)).toMatchObject({ objects: [], unusable: [{ detail }] });
  });

  it.each([[{ segmentation: 'x' }], [{ segmentation: [[1, null]] }], [{ segmentation: { size: [3] } }]])(
    'keeps the box of %j',
    (annotation) => {
      const { objects, unusable } = readOne(annotation);
      expect(objects).toHaveLength(1);
      expect(unusable).toEqual([
        { detail: 'annotation 9 has a segmentation that is neither outlines nor runs' },
      ]);
    },
  );

  it('tells entries that belong to no image, and ids that stand twice', () => {
    const { entries, unusable } = readIndex({
      images: [...whole.images, { ...whole.images[0], file_name: 'b.jpg' }, { id: 2 }, 7],
      categories: [...whole.categories, { id: 1, name: 'x' }, { name: 'y' }],
      annotations: [{ id: 1, image_id: 4 }, { image_id: {} }],
    });
    expect(entries.map(({ image }) => image)).toEqual(['a.jpg']);
    expect(unusable.map(({ detail }) => detail)).toEqual([
      'two images have the id 1',
      'entry 2 of images has no file_name',
      'entry 3 of images has no id',
      'two categories have the id 1',
      'entry 2 of categories has no id',
      'annotation 1 is of image 4, which is not there',
      'entry 1 of annotations is of image none, which is not there',
    ]);
  });

  it.each([
    ['a list', [3, 4, 5], 12],
    ['a list with a negative run', [13, -1], undefined],
    ['a list with a fraction', [1.5, 10.5], undefined],
    ['a list with a text', ['12'], undefined],
    ['nothing', [], 0],
    ['a text with a character that is none', '3~', undefined],
    ['a text that ends within a run', 'P', undefined],
    ['a text with a run without end', 'o'.repeat(50), undefined],
    ['a text with a run longer than any picture', `${'o'.repeat(7)}1`, undefined],
  ])('adds up runs: %s', (_, counts, pixels) => {
    const { objects } = readOne({ segmentation: { size: [3, 4], counts } });
    expect(objects[0]?.runLengths).toEqual({ width: 4, height: 3, pixels });
  });

  it('adds up packed runs', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 300_000 }), { maxLength: 30 }), (counts) => {
        const { objects } = readOne({ segmentation: { size: [3, 4], counts: packRuns(counts) } });
        expect(objects[0]?.runLengths?.pixels).toBe(counts.reduce((sum, run) => sum + run, 0));
      }),
    );
  });

  it('gives up an image with too many objects, and no other', () => {
    const [annotation] = whole.annotations;
    const { entries } = readIndex({
      ...whole,
      images: [...whole.images, { id: 2, file_name: 'b.jpg' }],
      annotations: [...Array<object>(10_001).fill({ ...annotation }), { ...annotation, image_id: 2 }],
    });
    expect(entries.map(({ outcome }) => outcome.kind)).toEqual(['failure', 'annotation']);
    expect(entries[0]?.outcome).toMatchObject({ fault: 'too-large' });
  });
});

/** Packs runs bit by bit: two's complement in groups of five, the lowest first. */
function packRuns(counts: readonly number[]): string {
  return counts
    .map((run, at) => (at > 2 ? run - (counts[at - 2] ?? 0) : run))
    .map((value) => {
      let text = '';
      for (let rest = value; ;) {
        const bits = rest & 31;
        rest >>= 5;
        const isLast = bits & 16 ? rest === -1 : rest === 0;
        text += String.fromCharCode(48 + bits + (isLast ? 0 : 32));
        if (isLast) return text;
      }
    })
    .join('');
}

describe('a Pascal VOC object that cannot be used', () => {
  const object = (inner: string) => `<annotation>\n<object>${inner}</object></annotation>`;
  const box = (xmin: string) =>
    `<name>cell</name><bndbox><xmin>${xmin}</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox>`;

  it.each([
    ['', 'an object without a name'],
    ['<name> </name>', 'an object without a name'],
    ['<name>cell</name>', 'an object "cell" without a box'],
    ['<name>cell</name><bndbox><xmin>1</xmin></bndbox>', 'a box without ymin'],
    [box('NaN'), 'xmin is "NaN"'],
    [box('1,5'), 'xmin is "1,5"'],
    [box(''), 'xmin is ""'],
    [box('0x10'), 'xmin is "0x10"'],
    [box('1e400'), 'xmin is "1e400"'],
    [box('9'.repeat(5000)), `xmin is "${'9'.repeat(20)}…${'9'.repeat(19)}"`],
  ])('%#', (inner, detail) => {
    expect(expectAnnotation(read('a.xml', object(inner)))).toMatchObject({
      objects: [],
      unusable: [{ detail, line: 2 }],
    });
  });
});
