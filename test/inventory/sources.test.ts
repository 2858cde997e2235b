import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInventory } from '../../src/inventory/read-inventory.ts';
import { DatasetError } from '../../src/model/errors.ts';
import { openMemory } from '../memory-file-source.ts';
import { makeConfig } from './make-config.ts';

const lists = [{ path: 'lists/train.txt', split: 'train' }];

describe('split lists', () => {
  const readList = (text: string, files: readonly string[], kind: 'mask' | 'class' | 'boxes' = 'mask') =>
    readInventory(
      makeConfig({ lists, root: 'i', labelRoot: 'm' }, kind, 'classification'),
      openMemory({ ...Object.fromEntries(files.map((path) => [path, ''])), 'lists/train.txt': text }),
    );

  it('hold stems, paths with blanks, labels, comments and empty lines', async () => {
    const { samples, problems, rowsRead } = await readList(
      '\ufeff# images\r\n\r\n a \nmy picture.png\nb.png   b.png\nmy other.png\tmy mask.png\n./c.png\n',
      [
        ...['i/a.jpg', 'i/my picture.png', 'i/b.png', 'i/my other.png', 'lists/c.png'],
        ...['m/b.png', 'm/my mask.png'],
      ],
    );
    expect(samples.map(({ id, label, location }) => [id, label, location?.line])).toEqual([
      ['i/a.jpg', undefined, 3],
      ['i/b.png', 'm/b.png', 5],
      ['i/my other.png', 'm/my mask.png', 6],
      ['i/my picture.png', undefined, 4],
      ['lists/c.png', undefined, 7],
    ]);
    expect(problems).toEqual([]);
    expect(rowsRead).toBe(5);
    expect(samples.every(({ splits }) => splits.join() === 'train')).toBe(true);
  });

  it('report what is missing by the part that looks like an image', async () => {
    const { problems } = await readList('x.png y.png\nmy picture.png\nstem label\n/mnt/my data/a.png\n', [
      'i/a.png',
    ]);
    const location = (line: number) => ({ file: 'lists/train.txt', line });
    expect(problems).toEqual([
      { kind: 'missing-file', role: 'label', path: 'label', location: location(3) },
      { kind: 'missing-file', role: 'image', path: 'my picture.png', location: location(2) },
      { kind: 'missing-file', role: 'image', path: 'stem', location: location(3) },
      { kind: 'missing-file', role: 'image', path: 'x.png', location: location(1) },
      { kind: 'missing-file', role: 'label', path: 'y.png', location: location(1) },
      { kind: 'relocated', path: '/mnt/my data/a.png', foundAt: 'i/a.png', location: location(4) },
    ]);
  });

  it('give the class behind the path where classes are the labels', async () => {
    const { samples, problems } = await readList('a.png cat\nb.png 3\n', ['i/a.png', 'i/b.png'], 'class');
    expect(samples.map(({ classes }) => classes)).toEqual([['cat'], ['3']]);
    expect(problems).toEqual([]);
  });

  it('of Pascal VOC classes mark presence, which is neither class nor label', async () => {
    for (const kind of ['mask', 'class', 'boxes'] as const) {
      const { samples, problems } = await readList('a  1\nb -1\n', ['i/a.png', 'i/b.png'], kind);
      expect(samples.map(({ id, classes }) => [id, classes])).toEqual([
        ['i/a.png', []],
        ['i/b.png', []],
      ]);
      expect(problems).toEqual([]);
    }
  });

  it('may hold numbers, such as boxes, behind the path', async () => {
    const { problems } = await readList('a.png 1,2,30,40,0 5,6,7,8,1\n', ['i/a.png'], 'boxes');
    expect(problems).toEqual([]);
  });

  it('answer any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (bytes, isManifest) => {
        const config = makeConfig({
          ...(isManifest ? { manifests: [{ path: 'x' }] } : { lists: [{ path: 'x', split: 'train' }] }),
          columns: { image: 'a', groups: {} },
          imageTemplate: '{dir}/{stem}{ext}',
        });
        const content = isManifest ? Buffer.concat([Buffer.from('a,b\n'), bytes]) : bytes;
        const answer: unknown = await readInventory(config, openMemory({ x: content, 'a.png': '' })).catch(
          (error: unknown) => error,
        );
        if (answer instanceof Error) expect(answer).toBeInstanceOf(DatasetError);
        else expect(answer).toHaveProperty('samples');
      }),
      { numRuns: 500 },
    );
  });
});

describe('globs', () => {
  const readGlobs = async (
    files: readonly string[],
    paths: readonly string[],
    more = {},
    kind: 'mask' | 'class' = 'mask',
  ) =>
    readInventory(
      makeConfig({ files, ...more }, kind, 'classification'),
      openMemory(Object.fromEntries(paths.map((path) => [path, '']))),
    );
  const idsOf = ({ samples }: Awaited<ReturnType<typeof readInventory>>) => samples.map(({ id }) => id);

  it('take images below the root, without those that a glob with ! names', async () => {
    const paths = [
      'i/a.png',
      'i/x/b.JPG',
      'i/x/c.txt',
      'i/x/d.nii.gz',
      'i/x/thumb.png',
      'i/.e.png',
      'j/f.png',
    ];
    const inventory = await readGlobs(['**/*', '!**/thumb.*'], paths, { root: 'i' });
    expect(idsOf(inventory)).toEqual(['i/a.png', 'i/x/b.JPG', 'i/x/d.nii.gz']);
    expect(inventory.samples[0]).toEqual({ id: 'i/a.png', groups: {}, splits: [], classes: [] });
    expect(inventory.problems).toEqual([]);
    expect(idsOf(await readGlobs(['./*.png'], paths, { root: 'i' }))).toEqual(['i/a.png']);
  });

  it('read trees of classes by patterns', async () => {
    const inventory = await readGlobs(
      ['**/*.png'],
      ['t/train/cat/1.png', 't/valid/dog/2.png'],
      {
        root: 't',
        patterns: { split: '^(?<split>[^/]+)/', class: '^[^/]+/(?<class>[^/]+)/' },
      },
      'class',
    );
    expect(inventory.samples.map(({ splits, classes }) => [...splits, ...classes])).toEqual([
      ['train', 'cat'],
      ['val', 'dog'],
    ]);
  });

  it('do not take labels for images', async () => {
    const inFolder = await readGlobs(['**/*.png'], ['a.png', 'masks/a.png', 'masks/b.png'], {
      labelRoot: 'masks',
      labelTemplate: '{name}',
    });
    expect(inFolder.samples.map(({ id, label }) => [id, label])).toEqual([['a.png', 'masks/a.png']]);
    expect(inFolder.problems).toEqual([{ kind: 'unlisted', path: 'masks/b.png', role: 'label' }]);
    const beside = await readGlobs(['**/*.{jpg,png}'], ['a.jpg', 'a.png', 'b.jpg', 'c.png'], {
      labelTemplate: '{stem}.png',
    });
    expect(beside.samples.map(({ id, label }) => [id, label])).toEqual([
      ['a.jpg', 'a.png'],
      ['b.jpg', undefined],
      ['c.png', undefined],
    ]);
    expect(beside.problems).toEqual([]);
  });

  it('do not take a label that a manifest names for an image', async () => {
    const config = makeConfig({
      ...{ manifests: [{ path: 'm.csv' }], files: ['*.png'] },
      columns: { image: 'file', label: 'mask', groups: {} },
    });
    const files = openMemory({ 'm.csv': 'file,mask\na.png,b.png\n', 'a.png': '', 'b.png': '', 'c.png': '' });
    expect(idsOf(await readInventory(config, files))).toEqual(['a.png', 'c.png']);
  });

  it('that are none are refused', async () => {
    await expect(readGlobs(['x'.repeat(70_000)], ['a.png'])).rejects.toThrow(DatasetError);
  });
});

describe('files that nobody names', () => {
  it('are reported below the roots, as labels where only labels lie', async () => {
    const config = makeConfig({ lists, root: 'd', labelRoot: 'd', labelTemplate: 'masks/{stem}.png' });
    const files = openMemory({
      'lists/train.txt': 'i/a.jpg\nmixed/c.jpg',
      ...{ 'd/i/a.jpg': '', 'd/masks/a.png': '', 'd/masks/b.png': '', 'd/i/b.jpg': '', 'd/mixed/c.jpg': '' },
      ...{
        'd/other/e.gif': '',
        'd/i/._a.jpg': '',
        'd/i/notes.txt': '',
        'd/i/v.dcm': '',
        'logo.png': '',
        'd2/x.png': '',
      },
    });
    expect((await readInventory(config, files)).problems).toEqual([
      { kind: 'unlisted', path: 'd/i/b.jpg', role: 'image' },
      { kind: 'unlisted', path: 'd/masks/b.png', role: 'label' },
      { kind: 'unlisted', path: 'd/other/e.gif', role: 'image' },
    ]);
  });

  it('are images in a folder where both lie', async () => {
    const config = makeConfig({ lists, labelTemplate: '{stem}_mask.png' });
    const files = openMemory({ 'lists/train.txt': 'a', 'a.jpg': '', 'a_mask.png': '', 'b.jpg': '' });
    expect((await readInventory(config, files)).problems).toEqual([
      { kind: 'unlisted', path: 'b.jpg', role: 'image' },
    ]);
  });

  it('are labels in a folder of labels', async () => {
    const config = makeConfig({ lists, root: 'i', labelRoot: 'm' });
    const files = openMemory({ 'lists/train.txt': 'a', 'i/a.jpg': '', 'm/x.png': '', 'o/x.png': '' });
    expect((await readInventory(config, files)).problems).toEqual([
      { kind: 'unlisted', path: 'm/x.png', role: 'label' },
    ]);
  });

  it('are no problem where only globs say what belongs', async () => {
    const config = makeConfig({ files: ['a*.png'] });
    expect((await readInventory(config, openMemory({ 'a1.png': '', 'b.png': '' }))).problems).toEqual([]);
  });
});

describe('links out of the dataset', () => {
  it('are reported where images or labels are looked for', async () => {
    const config = makeConfig({ files: ['set/**/*.png'], root: 'i', labelRoot: 'm' });
    const outside = ['i/a.png', 'i/set', 'm', 'i/notes', 'venv/python', 'o/a.png'];
    expect((await readInventory(config, openMemory({}, outside))).problems).toEqual([
      { kind: 'outside', path: 'i/a.png' },
      { kind: 'outside', path: 'i/set' },
      { kind: 'outside', path: 'm' },
    ]);
  });

  it('are named by the row that leads to them', async () => {
    const { samples, problems } = await readInventory(
      makeConfig({ lists, root: 'i' }),
      openMemory({ 'lists/train.txt': 'out/a.png\nlink.png\n', 'b/a.png': '' }, ['i/link.png', 'i/out']),
    );
    expect(samples).toEqual([]);
    expect(problems).toEqual([
      { kind: 'outside', path: 'link.png', location: { file: 'lists/train.txt', line: 2 } },
      { kind: 'outside', path: 'out/a.png', location: { file: 'lists/train.txt', line: 1 } },
    ]);
  });
});
