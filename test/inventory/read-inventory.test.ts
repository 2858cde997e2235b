import { describe, expect, it } from 'vitest';
import { readInventory } from '../../src/inventory/read-inventory.ts';
import { DatasetError } from '../../src/model/errors.ts';
import { openMemory } from '../memory-file-source.ts';
import { makeConfig } from './make-config.ts';

const at = (line: number, file = 'm.csv') => ({ file, line });
const manifests = [{ path: 'm.csv' }];

describe('readInventory with manifests', () => {
  it('brings a row, its label and its fields together', async () => {
    const config = makeConfig({
      manifests,
      root: 'images',
      labelRoot: 'masks',
      columns: {
        ...{ image: 'file', label: 'mask', subject: 'patient', split: 'split', domain: 'scanner' },
        groups: { study: 'study' },
      },
    });
    const files = openMemory({
      'm.csv': 'file,mask,patient,split,scanner,study\nb.png,b.png,P1,Training,A,7\na.png,,,,,\n',
      'images/a.png': '',
      'images/b.png': '',
      'masks/b.png': '',
    });
    expect(await readInventory(config, files)).toEqual({
      samples: [
        { id: 'images/a.png', groups: {}, splits: [], classes: [], location: at(3) },
        {
          id: 'images/b.png',
          label: 'masks/b.png',
          subject: 'P1',
          groups: { study: '7' },
          splits: ['train'],
          domain: 'A',
          classes: [],
          location: at(2),
        },
      ],
      problems: [],
      sources: ['m.csv'],
      rowsRead: 2,
    });
  });

  it('drops samples without image and labels without file, once for each path', async () => {
    const config = makeConfig({ manifests, columns: { image: 'file', label: 'mask', groups: {} } });
    const files = openMemory({
      'm.csv':
        'file,mask\ngone.png,a.txt\nhere.png,gone.txt\ngone.png,a.txt\n/x/moved.png,\n../up.png,\n/x/d.png,\n',
      ...{ 'here.png': '', 'a.txt': '', 'deep/moved.png': '', 'p/d.png': '', 'q/d.png': '' },
    });
    const { samples, problems } = await readInventory(config, files);
    expect(samples.map(({ id, label }) => [id, label])).toEqual([
      ['deep/moved.png', undefined],
      ['here.png', undefined],
    ]);
    expect(problems).toEqual([
      { kind: 'ambiguous', path: '/x/d.png', candidates: ['p/d.png', 'q/d.png'], location: at(7) },
      { kind: 'missing-file', role: 'image', path: 'gone.png', location: at(2) },
      { kind: 'missing-file', role: 'label', path: 'gone.txt', location: at(3) },
      { kind: 'outside', path: '../up.png', location: at(6) },
      { kind: 'relocated', path: '/x/moved.png', foundAt: 'deep/moved.png', location: at(5) },
      { kind: 'unlisted', path: 'p/d.png', role: 'image' },
      { kind: 'unlisted', path: 'q/d.png', role: 'image' },
    ]);
  });

  it('does not take a file that another row owns for one that is missing elsewhere', async () => {
    const config = makeConfig({ manifests, columns: { image: 'file', groups: {} } });
    const contents = { 'P2/scan.png': '', 'images/x.png': '' };
    const owned = await readInventory(
      config,
      openMemory({ ...contents, 'm.csv': 'file\nP1/scan.png\nP2/scan.png\nold/x.png\n' }),
    );
    expect(owned.samples.map(({ id }) => id)).toEqual(['P2/scan.png', 'images/x.png']);
    expect(owned.problems).toEqual([
      { kind: 'missing-file', role: 'image', path: 'P1/scan.png', location: at(2) },
      { kind: 'relocated', path: 'old/x.png', foundAt: 'images/x.png', location: at(4) },
    ]);
  });

  it('lets an absolute path lead to a file that another row owns', async () => {
    const config = makeConfig({ manifests, columns: { image: 'file', subject: 'patient', groups: {} } });
    const files = openMemory({
      'images/x.png': '',
      'm.csv': 'file,patient\n/mnt/old/x.png,P1\nimages/x.png,\n',
    });
    const { samples, problems } = await readInventory(config, files);
    expect(samples.map(({ id, subject }) => [id, subject])).toEqual([['images/x.png', 'P1']]);
    expect(problems.map(({ kind }) => kind)).toEqual(['relocated']);
  });

  it('fills fields from the path only where no row has them', async () => {
    const config = makeConfig({
      manifests,
      root: 'images',
      columns: { image: 'file', subject: 'patient', groups: { study: 'study' } },
      patterns: {
        subject: '^(?<subject>[^/]+)/',
        split: '_(?<split>[a-z]+)\\.',
        domain: '^(?<domain>real|syn)',
        class: '(?<class>cat|dog)',
      },
      groupPatterns: { study: '-(?<study>\\d+)', clip: 'c(?<clip>\\d)' },
    });
    const files = openMemory({
      'm.csv': 'file,patient,study\nreal1/x-3_trn.png,P1,9\nsyn2/dog-4c1_dev.png,,\n',
      'images/real1/x-3_trn.png': '',
      'images/syn2/dog-4c1_dev.png': '',
    });
    expect((await readInventory(config, files)).samples).toEqual([
      {
        ...{ id: 'images/real1/x-3_trn.png', subject: 'P1', groups: { study: '9' }, splits: ['train'] },
        ...{ domain: 'real', classes: [], location: at(2) },
      },
      {
        ...{ id: 'images/syn2/dog-4c1_dev.png', subject: 'syn2', groups: { study: '4', clip: '1' } },
        ...{ splits: ['val'], domain: 'syn', classes: ['dog'], location: at(3) },
      },
    ]);
  });

  it('applies the templates to the listed path and to the image', async () => {
    const config = makeConfig({
      manifests,
      root: 'images',
      labelRoot: 'masks',
      columns: { image: 'id', groups: {} },
      imageTemplate: '{stem}/frame.png',
      labelTemplate: '{dir}/{stem}_mask.png',
    });
    const files = openMemory({
      'm.csv': 'id\nP1\nP2\n',
      'images/P1/frame.png': '',
      'images/P2/frame.png': '',
      'masks/P1/frame_mask.png': '',
    });
    const { samples, problems } = await readInventory(config, files);
    expect(samples.map(({ id, label }) => [id, label])).toEqual([
      ['images/P1/frame.png', 'masks/P1/frame_mask.png'],
      ['images/P2/frame.png', undefined],
    ]);
    expect(problems).toEqual([]);
  });

  it('reports labels of the template that lie outside or could be several', async () => {
    const config = makeConfig({
      ...{ manifests, root: 'i', labelRoot: 'm', labelTemplate: '{stem}' },
      columns: { image: 'file', groups: {} },
    });
    const { samples, problems } = await readInventory(
      config,
      openMemory(
        { 'm.csv': 'file\na.png\nb.png\n', 'i/a.png': '', 'i/b.png': '', 'm/a.png': '', 'm/a.tif': '' },
        ['m/b.png'],
      ),
    );
    expect(samples.map(({ label }) => label)).toEqual([undefined, undefined]);
    expect(problems.slice(0, 2)).toEqual([
      { kind: 'ambiguous', path: 'a', candidates: ['m/a.png', 'm/a.tif'], location: at(2) },
      { kind: 'outside', path: 'b', location: at(3) },
    ]);
  });

  it('takes a label column for the class where classes are the labels', async () => {
    const samples = { manifests, columns: { image: 'file', label: 'label', groups: {} } };
    const files = openMemory({ 'm.csv': 'file,label\na.png,benign\n', 'a.png': '' });
    const { samples: read, problems } = await readInventory(
      makeConfig(samples, 'class', 'classification'),
      files,
    );
    expect(read[0]?.classes).toEqual(['benign']);
    expect(problems).toEqual([]);
    const masks = await readInventory(makeConfig(samples), files);
    expect(masks.problems).toEqual([
      { kind: 'missing-file', role: 'label', path: 'benign', location: at(2) },
    ]);
  });

  it('counts the samples of unknown splits and suggests a name', async () => {
    const config = makeConfig({ manifests, columns: { image: 'file', split: 'split', groups: {} } });
    const files = openMemory({
      'm.csv': 'file,split\na.png,tarin\nb.png, fold 1\na.png,tarin\nc.png,tarin\nd.png,Valid\n',
      ...{ 'a.png': '', 'b.png': '', 'c.png': '', 'd.png': '' },
    });
    expect((await readInventory(config, files)).problems).toEqual([
      { kind: 'unknown-split', name: 'fold 1', samples: 1, location: at(3) },
      { kind: 'unknown-split', name: 'tarin', samples: 2, suggestion: 'train', location: at(2) },
    ]);
  });
});

describe('rows whose image is not there', () => {
  const read = (kind: 'mask' | 'none', rows: readonly string[]) =>
    readInventory(
      makeConfig({ manifests, columns: { image: 'file', label: 'mask', split: 'split', groups: {} } }, kind),
      openMemory({ 'm.csv': ['file,mask,split', ...rows].join('\n'), 'a.png': '', 'a_mask.png': '' }),
    );

  it('do not say where an unknown split stands', async () => {
    const { problems } = await read('none', ['gone.png,,tarin', 'a.png,,tarin']);
    expect(problems.filter(({ kind }) => kind === 'unknown-split')).toMatchObject([{ location: at(3) }]);
  });

  it('do not make a file the label of an image', async () => {
    const { problems } = await read('mask', ['gone.png,a_mask.png,', 'a.png,,']);
    expect(problems.filter(({ kind }) => kind === 'unlisted')).toEqual([
      { kind: 'unlisted', path: 'a_mask.png', role: 'image' },
    ]);
  });
});

describe('readInventory on what it cannot read', () => {
  it.each([
    ['mainfest.csv', 'There is no file "mainfest.csv" in the dataset.', 'Did you mean "manifest.csv"?'],
    ['x/y/z.csv', 'There is no file "x/y/z.csv" in the dataset.', /relative to the dataset's directory/],
    ['../m.csv', /lies outside the dataset's directory/, /inside the dataset/],
    ['/etc/passwd', /lies outside the dataset's directory/, /inside the dataset/],
  ])('answers a manifest at %s', async (path, message, hint) => {
    const config = makeConfig({ manifests: [{ path }], columns: { image: 'file', groups: {} } });
    const error: unknown = await readInventory(config, openMemory({ 'manifest.csv': 'file\n' })).catch(
      (cause: unknown) => cause,
    );
    expect(error).toBeInstanceOf(DatasetError);
    expect((error as DatasetError).message).toMatch(message);
    expect((error as DatasetError).hint).toMatch(hint);
  });

  it('refuses roots that leave the dataset', async () => {
    for (const samples of [{ root: '..' }, { labelRoot: 'a/../../b' }, { root: 'C:\\x' }])
      await expect(readInventory(makeConfig(samples), openMemory({}))).rejects.toThrow(/lies outside/);
  });

  it('looks at the size of a manifest before it reads it', async () => {
    const files = openMemory({});
    const list = () => Promise.resolve({ files: [{ path: 'm.csv', bytes: 2 ** 40 }], outside: [] });
    const read = () => Promise.reject(new Error('was read'));
    await expect(readInventory(makeConfig({ manifests }), { ...files, list, read })).rejects.toThrow(
      'm.csv has 1099511627776 bytes; at most 4294967296 are read.',
    );
  });
});
