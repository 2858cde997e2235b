import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnnotationFile } from '../../src/annotations/read-annotation-file.ts';
import { writeCoco, writeLabelMe, writeVoc, writeYolo } from './write-annotations.ts';

const read = (file: string, content: string | Uint8Array) =>
  readAnnotationFile(file, typeof content === 'string' ? new TextEncoder().encode(content) : content, []);

const box = { xmin: 1, ymin: 2, xmax: 30, ymax: 40 };
const objects = [
  { className: 'cell', box },
  { className: '<x>', box },
];
const valid = {
  'a.xml': writeVoc(objects),
  'coco.json': writeCoco([objects, []]),
  'labelme.json': writeLabelMe(objects),
  'a.txt': writeYolo(objects, 640, 480),
};

/** Ten entities, each ten of the one before: a thousand million letters. */
const laughs = Array.from({ length: 9 }, (_, level) => {
  const below = level === 0 ? 'ha' : `&l${level - 1};`;
  return `<!ENTITY l${level} "${below.repeat(10)}">`;
}).join('');

function encodeUtf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isLittle ? bytes : bytes.swap16();
}

describe('hostile annotations', () => {
  it.each([
    ['entities that multiply', `<!DOCTYPE a [${laughs}]>\n<annotation>&l8;</annotation>`, 2],
    [
      'an entity from outside',
      `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<annotation>&x;</annotation>`,
      2,
    ],
    ['a cut file', valid['a.xml'].slice(0, -60), 21],
    ['no element', '', 1],
    ['two roots', '<annotation/>\n<annotation/>', 2],
    ['an attribute twice', '<annotation a="1"\n a="2"/>', 2],
    ['a null character', '<annotation>\u0000</annotation>', 1],
    ['a bare ampersand', '<annotation>\n\nR&D</annotation>', 3],
  ])('refuses XML with %s', (_, text, line) => {
    expect(read('a.xml', text)).toMatchObject({ kind: 'failure', fault: 'malformed', line });
  });

  it.each([65, 1000, 5000, 100_000])('refuses XML of %i levels, one way or the other', (levels) => {
    const text = `${'<annotation>'.repeat(levels)}${'</annotation>'.repeat(levels)}`;
    expect(read('a.xml', text)).toEqual({
      kind: 'failure',
      file: 'a.xml',
      fault: 'malformed',
      detail: 'elements lie more than 64 levels deep',
    });
  });

  it.each([
    ['{"images": [', 1],
    ['{"images": [],\n "annotations": [1 2]}', 2],
    ['', 1],
    ["{\n'images': []}", 2],
    ['{"images": [],\n "annotations": [NaN]}', undefined],
  ])('refuses what is no JSON, and says where: %j', (text, line) => {
    expect(read('a.json', text)).toMatchObject({
      ...{ kind: 'failure', fault: 'malformed' },
      ...(line !== undefined && { line }),
    });
  });

  it.each(['[]', '1', 'null', '{}', '{"images": 3}', '{"__proto__": {"images": []}}', '{"shapes": {}}'])(
    'knows no format in %s',
    (text) => expect(read('a.json', text)).toMatchObject({ kind: 'failure', fault: 'unknown-format' }),
  );

  it.each([
    ['a.xml', '<html/>'],
    ['a.txt', 'Car 0.00 0 -1.57 614 181 727 284'],
    ['a.mat', 'x'],
  ])('knows no format in %s: %s', (file, text) =>
    expect(read(file, text)).toMatchObject({ kind: 'failure', fault: 'unknown-format' }),
  );

  it('reads JSON of a hundred thousand levels', () => {
    const text = `{"images": [], "info": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(read('a.json', text)).toMatchObject({ kind: 'index', entries: [] });
  });

  it('takes the last of a key that stands twice', () => {
    const text = `{"shapes": [{}], "shapes": []}`;
    expect(read('a.json', text)).toMatchObject({ kind: 'annotation', objects: [], unusable: [] });
  });

  it('knows a Git LFS pointer under any extension', () => {
    for (const file of ['a.xml', 'a.json', 'a.txt'])
      expect(read(file, 'version https://git-lfs.github.com/spec/v1\noid sha256:00\n')).toMatchObject({
        fault: 'pointer',
      });
  });

  it('refuses more objects and lines than it reads', () => {
    for (const [file, text] of [
      ['a.xml', writeVoc(Array<(typeof objects)[0]>(10_001).fill({ className: 'a', box }))],
      ['a.json', writeLabelMe(Array<(typeof objects)[0]>(10_001).fill({ className: 'a', box }))],
      ['a.txt', '0 0.5 0.5 0.1 0.1\n'.repeat(10_001)],
      ['a.txt', '\n'.repeat(200_000)],
    ] as const)
      expect(read(file, text)).toMatchObject({ kind: 'failure', fault: 'too-large' });
  });

  it.each(Object.entries(valid))('reads %s in UTF-16 as in UTF-8', (file, text) => {
    for (const isLittle of [true, false])
      expect(read(file, encodeUtf16(text, isLittle))).toEqual(read(file, text));
  });

  it('reads bytes that are no UTF-8 as Latin-1', () => {
    const bytes = Buffer.from(valid['a.xml'].replaceAll('cell', 'Größe'), 'latin1');
    expect(read('a.xml', bytes)).toMatchObject({ objects: [{ className: 'Größe' }, {}] });
  });

  it('answers whatever the bytes are, and says no more than it may', () => {
    const files = Object.entries(valid);
    const mutated = fc
      .tuple(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
        fc.nat(),
      )
      .map(([[file, text], changes, cut]): [string, Uint8Array] => {
        const bytes = new TextEncoder().encode(text);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        return [file, cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes];
      });
    const random = fc.tuple(fc.constantFrom(...files.map(([file]) => file)), fc.uint8Array());
    fc.assert(
      fc.property(fc.oneof(mutated, random), ([file, bytes]) => {
        const outcome = read(file, bytes);
        const annotations =
          outcome.kind === 'index' ? outcome.entries.map((entry) => entry.outcome) : [outcome];
        for (const annotation of annotations) {
          if (annotation.kind === 'failure') {
            expect(annotation.detail.length).toBeLessThanOrEqual(200);
            continue;
          }
          for (const object of annotation.objects) {
            expect(object.className).not.toBe('');
            expect(Object.values(object.box).every(Number.isFinite)).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
