import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openGitTree, type GitTree } from '../../src/adapters/git-tree-source.ts';
import { maxBaseFiles, rememberAnswers } from '../../src/entry/known-answers.ts';
import type { AroundDecoding } from '../../src/entry/load-dataset.ts';
import type { DecodeRequest, fingerprintFiles } from '../../src/fingerprint/fingerprint-files.ts';

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-known-'));
  made.push(folder);
  return folder;
}

/** The tree of a repository that holds these contents. */
async function openTree(contents: Readonly<Record<string, string>>): Promise<GitTree> {
  const folder = makeFolder();
  const git = (...parameters: string[]) =>
    execFileSync('git', ['-C', folder, ...parameters], { encoding: 'utf8' }).trim();
  git('init', '--quiet');
  mkdirSync(join(folder, 'x'));
  for (const [path, content] of Object.entries(contents)) writeFileSync(join(folder, path), content);
  git('add', '--all');
  const tree = openGitTree(folder, git('write-tree'), makeFolder());
  await tree.list();
  return tree;
}

const settings: Parameters<AroundDecoding>[1] = {
  limits: { pixels: 1e6, fileBytes: 1e6, decodeSeconds: 1 },
  palette: undefined,
  workers: 1,
};

/** A file as it lies there today, or in a tree. */
function request(path: string, role: 'image' | 'mask' = 'image', tree?: GitTree): DecodeRequest {
  return { path, role, absolutePath: tree ? tree.absolutePath(path) : `/today/${path}`, bytes: 1 };
}

/** Answers with the content of the file, and notes which it was asked for. */
function makeDecoder(
  asked: string[],
  contentOf: (request: DecodeRequest) => string,
): typeof fingerprintFiles {
  return (requests) => {
    asked.push(...requests.map(({ path, role }) => `${role} ${path}`));
    return Promise.resolve(
      requests.map((one) => ({ kind: 'failure', fault: 'corrupt', detail: contentOf(one) })),
    );
  };
}

const fromDisk = ({ absolutePath }: DecodeRequest): string => readFileSync(absolutePath, 'utf8');

describe('rememberAnswers', () => {
  it('decodes of a tree what is new by content, whatever its name', async () => {
    const known = rememberAnswers();
    const tree = await openTree({ 'a.png': 'same', 'old.png': 'moved', 'c.png': 'before', 'd.png': 'same' });
    const blobs = new Map([
      ['a.png', tree.blobOf('a.png')],
      ['new.png', tree.blobOf('old.png')],
      ['c.png', 'another blob'],
    ]);
    const now = ['a.png', 'new.png', 'c.png'];
    const asked: string[] = [];
    await known.record(
      now.map((path) => request(path)),
      settings,
      makeDecoder([], ({ path }) => `today ${path}`),
    );
    const { around, unknown } = known.reuse(tree, new Map([['old.png', 'new.png']]), (path) =>
      blobs.get(path),
    );
    const answers = await around(
      [
        request('a.png'),
        request('new.png'),
        request('c.png', 'image', tree),
        request('d.png', 'image', tree),
        request('a.png', 'mask', tree),
      ],
      settings,
      makeDecoder(asked, fromDisk),
    );
    expect(answers.map((answer) => answer.kind === 'failure' && answer.detail)).toEqual([
      'today a.png',
      'today new.png',
      'before',
      'today a.png',
      'same',
    ]);
    expect(asked).toEqual(['image c.png', 'mask a.png']);
    expect(unknown()).toBe(2);
    // Whoever must look at pixels once more finds the files there, those that had been known as well as the others.
    const again = ['c.png', 'd.png'].map(
      (path) => ({ ...request(path, 'image', tree), role: 'pixels' }) as const,
    );
    const hashed = await around(again, settings, makeDecoder(asked, fromDisk));
    expect(hashed.map((answer) => answer.kind === 'failure' && answer.detail)).toEqual(['before', 'same']);
    expect(unknown()).toBe(4);
  });

  it('does not take what was read by other rules', async () => {
    const known = rememberAnswers();
    const tree = await openTree({ 'a.png': 'same' });
    await known.record(
      [request('a.png')],
      settings,
      makeDecoder([], () => 'today'),
    );
    const asked: string[] = [];
    const other = { ...settings, limits: { ...settings.limits, pixels: 7 } };
    const { around } = known.reuse(tree, new Map(), () => tree.blobOf('a.png'));
    await around([request('a.png', 'image', tree)], other, makeDecoder(asked, fromDisk));
    expect(asked).toEqual(['image a.png']);
  });

  it('decodes at most so many, and none where there are more', async () => {
    const names = Array.from({ length: maxBaseFiles + 1 }, (_, index) => `x/${index}.png`);
    const tree = await openTree(Object.fromEntries(names.map((name) => [name, name])));
    const ask = async (count: number) => {
      const asked: string[] = [];
      const { around, unknown } = rememberAnswers().reuse(tree, new Map(), () => undefined);
      const requests = names.slice(0, count).map((name) => request(name, 'image', tree));
      const answers = await around(
        requests,
        settings,
        makeDecoder(asked, () => ''),
      );
      return [asked.length, unknown(), answers.length];
    };
    expect(await ask(maxBaseFiles + 1)).toEqual([0, maxBaseFiles + 1, maxBaseFiles + 1]);
    expect(await ask(maxBaseFiles)).toEqual([maxBaseFiles, maxBaseFiles, maxBaseFiles]);
  });
});
