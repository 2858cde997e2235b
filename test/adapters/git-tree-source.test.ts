import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDataset } from '../../src/adapters/file-system.ts';
import { findCommit, findInCommit, findPrefix, listWorkingBlobs } from '../../src/adapters/git-repository.ts';
import { openGitTree, type GitTree } from '../../src/adapters/git-tree-source.ts';
import { DatasetError } from '../../src/model/errors.ts';
import { describeFileSource } from '../contract/file-source.ts';

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-git-'));
  made.push(folder);
  return folder;
}

function git(folder: string, ...parameters: string[]): string {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.org'];
  return execFileSync('git', ['-C', folder, ...identity, ...parameters], { encoding: 'utf8' }).trim();
}

function makeRepository(contents: Readonly<Record<string, string>>): string {
  const folder = makeFolder();
  git(folder, 'init', '--quiet');
  for (const [path, content] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** The tree of a commit of all that the folder holds. */
async function commitAll(folder: string, path = ''): Promise<GitTree> {
  git(folder, 'add', '--all', '--force');
  git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'all');
  const commit = (await findCommit(folder, 'HEAD')) ?? '';
  return openGitTree(folder, (await findInCommit(folder, commit, path)) ?? '', makeFolder());
}

describeFileSource('a tree of git', (contents) => commitAll(makeRepository(contents)));

describe('openGitTree', () => {
  it('lists what the folder of the same files lists: links inside, outside, in a circle, through folders', async () => {
    const folder = makeRepository({
      'data/real/a.png': 'abc',
      'data/.cache/b.png': '',
      'data/node_modules/c.png': '',
      'data/.hidden': '',
      'data/x y/ü\t.png': 'é',
      'other/d.png': 'd',
    });
    const link = (target: string, name: string) => symlinkSync(target, join(folder, 'data', name));
    link('real/a.png', 'inside.png');
    link('inside.png', 'twice.png');
    link('real', 'folder');
    link('folder/a.png', 'through.png');
    link('.cache/b.png', 'cached.png');
    link('../other/d.png', 'out.png');
    link('../data/real/a.png', 'out-and-in.png');
    link('nowhere.png', 'dangling.png');
    link('circle.png', 'circle.png');
    link('.', 'itself');
    const tree = await commitAll(folder, 'data');
    const listing = await tree.list();
    expect(listing.files.map(({ path }) => path)).toContain('through.png');
    const onDisk = await openDataset(join(folder, 'data')).list();
    // The tree ends at the dataset's directory: a way out that comes back in is taken as one that leads out.
    expect(listing).toEqual({
      files: onDisk.files.filter(({ path }) => path !== 'out-and-in.png'),
      outside: [...onDisk.outside, 'out-and-in.png'].sort(),
    });
    expect(tree.blobOf('twice.png')).toBe(tree.blobOf('real/a.png'));
    expect(Buffer.from(await tree.read('through.png', 10)).toString()).toBe('abc');
  });

  it('extracts listed files to where it says that they are', async () => {
    const tree = await commitAll(makeRepository({ 'a/b.bin': '\0\u0001', 'c.txt': 'c' }));
    await tree.list();
    expect(existsSync(tree.absolutePath('a/b.bin'))).toBe(false);
    await tree.extract(['a/b.bin']);
    expect(readFileSync(tree.absolutePath('a/b.bin'), 'latin1')).toBe('\0\u0001');
    expect(existsSync(tree.absolutePath('c.txt'))).toBe(false);
    await expect(tree.extract(['../c.txt'])).rejects.toThrow(DatasetError);
  });

  it('extracts many files, empty ones and those that look like what git says of them included', async () => {
    const contents = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [
        `${index}.bin`,
        index % 3 === 0 ? '' : `${'0'.repeat(40)} blob ${index}\n`.repeat(index),
      ]),
    );
    const tree = await commitAll(makeRepository(contents));
    await tree.list();
    expect(tree.extractedBlobs.size).toBe(0);
    await tree.extract(['7.bin', '8.bin']);
    await tree.extract(Object.keys(contents));
    for (const [path, content] of Object.entries(contents)) {
      expect(readFileSync(tree.absolutePath(path), 'utf8')).toBe(content);
      expect(tree.extractedBlobs.get(tree.absolutePath(path))).toBe(tree.blobOf(path));
    }
    expect(tree.extractedBlobs.size).toBe(100);
  });

  it('names a file that the repository does not hold', async () => {
    const folder = makeRepository({ 'a.png': 'a', 'b.png': 'b' });
    const tree = await commitAll(folder);
    await tree.list();
    const id = tree.blobOf('b.png') ?? '';
    rmSync(join(folder, '.git', 'objects', id.slice(0, 2), id.slice(2)));
    await expect(tree.extract(['a.png', 'b.png'])).rejects.toThrow(
      '"b.png" cannot be read from the repository',
    );
  });

  it('finds the blobs of a working tree, those of changed files by what they hold', async () => {
    const folder = makeRepository({ 'same.png': 'a', 'changed.png': 'b', 'gone.png': 'c', 'x/é.png': 'd' });
    await commitAll(folder);
    writeFileSync(join(folder, 'changed.png'), 'other');
    writeFileSync(join(folder, 'new.png'), 'new');
    rmSync(join(folder, 'gone.png'));
    const wanted = ['same.png', 'changed.png', 'new.png', 'x/é.png'];
    const found = await listWorkingBlobs(folder, wanted);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(wanted.map((path) => [path, git(folder, 'hash-object', path)])),
    );
  });

  it('lists no name of a forged tree that leads out of the folder', async () => {
    const folder = makeRepository({ 'a.png': 'a' });
    git(folder, 'add', '--all');
    const blob = git(folder, 'hash-object', 'a.png');
    const entry = (name: string, id: string, mode: string) =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]);
    const write = (content: Buffer) =>
      execFileSync('git', ['-C', folder, 'hash-object', '-t', 'tree', '--literally', '-w', '--stdin'], {
        input: content,
        encoding: 'utf8',
      }).trim();
    const inner = write(entry('evil.png', blob, '100644'));
    const outer = write(Buffer.concat([entry('..', inner, '40000'), entry('a.png', blob, '100644')]));
    const tree = openGitTree(folder, outer, makeFolder());
    expect((await tree.list()).files).toEqual([{ path: 'a.png', bytes: 1 }]);
    expect(() => tree.absolutePath('../evil.png')).toThrow(DatasetError);
  });

  it('takes nothing that looks like a bare repository inside the dataset for the repository', async () => {
    const folder = makeRepository({ 'a.png': 'a' });
    await commitAll(folder);
    const bare = join(folder, 'data');
    git(folder, 'init', '--quiet', '--bare', bare);
    const marker = join(makeFolder(), 'ran');
    git(bare, 'config', 'core.fsmonitor', `touch ${marker}`);
    git(bare, 'config', 'core.bare', 'false');
    git(bare, 'config', 'core.worktree', folder);
    await expect(findPrefix(bare)).rejects.toThrow(/bare repository/);
    await expect(listWorkingBlobs(bare, [])).rejects.toThrow(/bare repository/);
    expect(existsSync(marker)).toBe(false);
  });
});
