import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { searchVersion, searchWithMemory } from '../../../src/fingerprint/cache/remembered-search.ts';
import type { DescribedPicture } from '../../../src/fingerprint/near-duplicates/described-picture.ts';
import { describeSearch } from '../../../src/fingerprint/near-duplicates/find-near-duplicates.ts';
import { searchAll } from '../../../src/fingerprint/near-duplicates/search-all.ts';
import { describePicture } from '../../../src/fingerprint/near-duplicates/description/picture-description.ts';
import { drawPicture, mapLevels } from '../near-duplicates/draw-picture.ts';

const kind = Buffer.alloc(16, 1);
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdout-search-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

function toPicture(seed: number, gain = 1): DescribedPicture {
  const page = mapLevels(drawPicture(seed, 120, 90), (level) => level * gain);
  return {
    id: `${seed} × ${gain}`,
    bytesHash: createHash('sha256').update(`${seed} ${gain}`).digest('hex'),
    description: describePicture(page),
    subject: `s${seed}`,
    part: `s${seed} train`,
  };
}

/** Twenty pictures; three are copies of others, under subjects of their own. */
const pictures = [
  ...Array.from({ length: 17 }, (_, seed) => toPicture(seed + 1)),
  ...[1, 2, 3].map((seed) => ({ ...toPicture(seed, 0.8), subject: `copy ${seed}`, part: `copy ${seed}` })),
];
const found = searchAll(pictures);

/** One file for each search that was made. */
const countSearches = async (): Promise<number> => (await readdir(folder)).length;

it('searches the same pictures once, in whatever order they come', async () => {
  expect(describeSearch(found).clusters).toHaveLength(3);
  expect(await searchWithMemory(pictures, { folder, kind })).toStrictEqual(found);
  const [name = ''] = await readdir(folder);
  const { ino } = await stat(join(folder, name));
  expect(await searchWithMemory([...pictures].reverse(), { folder, kind })).toStrictEqual(found);
  expect((await stat(join(folder, name))).ino).toBe(ino);
  expect(await countSearches()).toBe(1);
});

it.each([
  ['content', { bytesHash: '0'.repeat(64) }],
  ['subject', { subject: 'other' }],
  ['split', { part: 's1 test' }],
])('searches anew where the %s of a picture is another', async (_, change) => {
  await searchWithMemory(pictures, { folder, kind });
  const others = pictures.map((picture, index) => (index === 0 ? { ...picture, ...change } : picture));
  expect(await searchWithMemory(others, { folder, kind })).toStrictEqual(searchAll(others));
  expect(await countSearches()).toBe(2);
});

it('knows pictures under other names', async () => {
  await searchWithMemory(pictures, { folder, kind });
  const renamed = pictures.map((picture) => ({ ...picture, id: `moved/${picture.id}` }));
  const search = await searchWithMemory(renamed, { folder, kind });
  expect(search).toStrictEqual(searchAll(renamed));
  expect(describeSearch(search).clusters.flatMap(({ members }) => members)).toContain('moved/1 × 1');
  expect(await countSearches()).toBe(1);
});

it('searches anew where descriptions are made in another way, or a picture is gone', async () => {
  await searchWithMemory(pictures, { folder, kind });
  await searchWithMemory(pictures, { folder, kind: Buffer.alloc(16, 2) });
  await searchWithMemory(pictures.slice(1), { folder, kind });
  expect(await countSearches()).toBe(3);
});

it('remembers the last few searches, and leaves other files alone', async () => {
  await writeFile(join(folder, 'near-duplicates.txt'), 'mine');
  for (let count = 10; count <= 17; count++) await searchWithMemory(pictures.slice(count), { folder, kind });
  expect(await countSearches()).toBe(5);
  expect(await readFile(join(folder, 'near-duplicates.txt'), 'utf8')).toBe('mine');
});

it('takes nothing of what was damaged', async () => {
  await searchWithMemory(pictures, { folder, kind });
  const path = join(folder, (await readdir(folder))[0] ?? '');
  const intact = await readFile(path);
  for (let at = 0; at < intact.length; at += 97) {
    const changed = Buffer.from(intact);
    changed[at] = (changed[at] ?? 0) ^ 1;
    await writeFile(path, at % 2 === 0 ? changed : intact.subarray(0, at));
    expect(await searchWithMemory(pictures, { folder, kind })).toStrictEqual(found);
  }
});

it('finds all the same where the folder cannot be written', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  expect(await searchWithMemory(pictures, { folder: file, kind })).toStrictEqual(found);
});

it('has another version when the search finds something else', () => {
  const digest = createHash('sha256')
    .update(JSON.stringify({ ...found, pictures: [] }))
    .digest('hex');
  // Where this fails, the search has changed: raise `searchVersion`, so that no cache brings back what it found before.
  expect({ searchVersion, digest }).toEqual({
    searchVersion: 2,
    digest: '713f25180da8e7b4a182df6d5defc8260999009f8c07db40d7711ec0a5f932b7',
  });
});
