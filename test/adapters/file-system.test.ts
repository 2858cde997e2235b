import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDataset } from '../../src/adapters/file-system.ts';
import { DatasetError } from '../../src/model/errors.ts';
import { describeFileSource } from '../contract/file-source.ts';
import { openMemory } from '../memory-file-source.ts';

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function makeFolder(contents: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-'));
  made.push(folder);
  for (const [path, content] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

describeFileSource('a folder', (contents) => Promise.resolve(openDataset(makeFolder(contents))));
describeFileSource('memory', (contents) => Promise.resolve(openMemory(contents)));

async function listPaths(folder: string): Promise<string[]> {
  return (await openDataset(folder).list()).files.map(({ path }) => path);
}

describe('openDataset', () => {
  it('leaves out dot-folders and installed packages, but not dot-files', async () => {
    const folder = makeFolder({
      '.git/config': '',
      'x/.cache/y.png': '',
      'node_modules/p/logo.png': '',
      'x/node_modules/p/logo.png': '',
      '.hidden': '',
      'x/a.png': '',
    });
    expect(await listPaths(folder)).toEqual(['.hidden', 'x/a.png']);
  });

  it('lists a link to a file inside and names those that lead out, to nowhere or in a circle', async () => {
    const elsewhere = makeFolder({ 'secret.txt': 'secret', 'folder/x.png': '' });
    const folder = makeFolder({ 'real/a.png': 'abc' });
    symlinkSync('real/a.png', join(folder, 'inside.png'));
    symlinkSync('real', join(folder, 'linked-folder'));
    symlinkSync(join(elsewhere, 'secret.txt'), join(folder, 'secret.png'));
    symlinkSync(join(elsewhere, 'folder'), join(folder, 'out'));
    symlinkSync('nowhere.png', join(folder, 'dangling.png'));
    symlinkSync('circle.png', join(folder, 'circle.png'));
    symlinkSync('..', join(folder, 'real', 'up'));
    const source = openDataset(folder);
    expect(await source.list()).toEqual({
      files: [
        { path: 'inside.png', bytes: 3 },
        { path: 'real/a.png', bytes: 3 },
      ],
      outside: ['circle.png', 'dangling.png', 'out', 'secret.png'],
    });
    expect(Buffer.from(await source.read('inside.png', 10)).toString()).toBe('abc');
    for (const path of ['secret.png', 'out/x.png', 'linked-folder/a.png', 'real/up/real/a.png'])
      await expect(source.read(path, 100)).rejects.toThrow(DatasetError);
  });

  it('does not take a neighbour whose name starts alike for the inside', async () => {
    const parent = makeFolder({ 'data/a.png': '', 'data-private/b.png': 'secret' });
    symlinkSync(join(parent, 'data-private', 'b.png'), join(parent, 'data', 'b.png'));
    expect(await openDataset(join(parent, 'data')).list()).toEqual({
      files: [{ path: 'a.png', bytes: 0 }],
      outside: ['b.png'],
    });
  });

  it('refuses a file that has become a link to the outside since it was listed', async () => {
    const elsewhere = makeFolder({ 'secret.txt': 'secret' });
    const folder = makeFolder({ 'a.png': 'x' });
    const source = openDataset(folder);
    await source.list();
    unlinkSync(join(folder, 'a.png'));
    symlinkSync(join(elsewhere, 'secret.txt'), join(folder, 'a.png'));
    await expect(source.read('a.png', 100)).rejects.toThrow(/no listed file/);
    await expect(source.stream('a.png', 100)[Symbol.asyncIterator]().next()).rejects.toThrow(
      /no listed file/,
    );
  });

  it('stops streaming a file that grows over the limit meanwhile', async () => {
    const folder = makeFolder({ 'a.csv': 'x'.repeat(2 ** 20) });
    const pieces = openDataset(folder)
      .stream('a.csv', 2 ** 20)
      [Symbol.asyncIterator]();
    await pieces.next();
    appendFileSync(join(folder, 'a.csv'), 'more');
    await expect(pieces.next()).rejects.toThrow('"a.csv" has 1048580 bytes; at most 1048576 are read.');
  });

  it('looks at the size of a file before it reads it', async () => {
    const folder = makeFolder({ 'a.png': 'x' });
    truncateSync(join(folder, 'a.png'), 2 ** 36);
    await expect(openDataset(folder).read('a.png', 100)).rejects.toThrow(
      '"a.png" has 68719476736 bytes; at most 100 are read.',
    );
  });

  it('says so when a listed file has gone', async () => {
    const folder = makeFolder({ 'a.png': 'x' });
    const source = openDataset(folder);
    await source.list();
    unlinkSync(join(folder, 'a.png'));
    await expect(source.read('a.png', 100)).rejects.toThrow('"a.png" cannot be read.');
  });

  it('works on a dataset that is itself reached through a link', async () => {
    const folder = makeFolder({ 'data/a.png': 'x' });
    symlinkSync('data', join(folder, 'link'));
    const source = openDataset(join(folder, 'link'));
    expect((await source.list()).files).toEqual([{ path: 'a.png', bytes: 1 }]);
    expect(await readFile(source.absolutePath('a.png'), 'utf8')).toBe('x');
  });

  it('leaves out pipes', async () => {
    const folder = makeFolder({ 'a.png': '' });
    execFileSync('mkfifo', [join(folder, 'pipe.png')]);
    expect(await listPaths(folder)).toEqual(['a.png']);
  });

  it.runIf(process.platform === 'linux')('lists and reads names that are not valid UTF-8', async () => {
    const folder = makeFolder({ 'a.png': '' });
    const odd = Buffer.concat([Buffer.from(`${folder}/x`), Buffer.from([0xff])]);
    mkdirSync(odd);
    writeFileSync(Buffer.concat([odd, Buffer.from('/y'), Buffer.from([0xfe]), Buffer.from('.png')]), 'abc');
    const source = openDataset(folder);
    const path = 'x\ufffd/y\ufffd.png';
    expect((await source.list()).files).toEqual([
      { path: 'a.png', bytes: 0 },
      { path, bytes: 3 },
    ]);
    expect(Buffer.from(await source.read(path, 10)).toString()).toBe('abc');
  });

  it('answers a directory that does not exist, or is a file, with what to do', async () => {
    const folder = makeFolder({ 'a.png': '' });
    for (const directory of [join(folder, 'nowhere'), join(folder, 'a.png')]) {
      const error: unknown = await openDataset(directory)
        .list()
        .catch((cause: unknown) => cause);
      expect(error).toBeInstanceOf(DatasetError);
      expect(error).toMatchObject({ message: expect.stringContaining('does not exist') as string });
      expect(error).toHaveProperty('hint', 'Give the directory that holds the images and the manifest.');
    }
  });

  const isRoot = process.getuid?.() === 0;
  if (isRoot) console.warn('skipped: root may read every folder');
  it.skipIf(isRoot)('names a folder that it may not read', async () => {
    const folder = makeFolder({ 'closed/a.png': '' });
    chmodSync(join(folder, 'closed'), 0);
    await expect(openDataset(folder).list()).rejects.toThrow('The folder "closed/" of the dataset');
    chmodSync(join(folder, 'closed'), 0o755);
  });

  it('gives absolute paths only once the files are listed', () => {
    const source = openDataset(makeFolder({ 'a.png': '' }));
    expect(() => source.absolutePath('a.png')).toThrow(DatasetError);
  });
});
