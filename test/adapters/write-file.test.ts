import { mkdtemp, readdir, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { replaceFile } from '../../src/adapters/write-file.ts';
import { DatasetError, EnvironmentError } from '../../src/model/errors.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdout-write-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('replaces a file and leaves nothing beside it', async () => {
  const path = join(folder, 'deep/report.json');
  await replaceFile(path, 'old');
  await replaceFile(path, 'new');
  expect(await readFile(path, 'utf8')).toBe('new');
  expect(await readdir(join(folder, 'deep'))).toEqual(['report.json']);
});

it('leaves what is there where it cannot write', async () => {
  const path = join(folder, 'report');
  await mkdir(path);
  await writeFile(join(path, 'kept'), 'kept');
  await expect(replaceFile(path, 'new')).rejects.toThrow(EnvironmentError);
  expect(await readdir(folder)).toEqual(['report']);
  expect(await readFile(join(path, 'kept'), 'utf8')).toBe('kept');
});

it('writes what comes piece by piece', async () => {
  const path = join(folder, 'm.csv');
  await replaceFile(path, givePieces(['one,', 'two\n']));
  expect(await readFile(path, 'utf8')).toBe('one,two\n');
});

it('leaves what is there, and nothing beside it, where a piece cannot be had', async () => {
  const path = join(folder, 'm.csv');
  await replaceFile(path, 'old');
  const error = new DatasetError('m.csv:7: cannot be read');
  await expect(replaceFile(path, givePieces(['new'], error))).rejects.toBe(error);
  expect(await readFile(path, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['m.csv']);
});

async function* givePieces(pieces: readonly string[], error?: Error): AsyncGenerator<Uint8Array, void> {
  for (const piece of pieces) {
    await Promise.resolve();
    yield Buffer.from(piece);
  }
  if (error) throw error;
}
