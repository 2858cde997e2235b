import fc from 'fast-check';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { blobIdOf, pointerIdOf } from '../../src/fingerprint/cache/blob-id.ts';
import { fingerprintFiles, type FingerprintRequest } from '../../src/fingerprint/fingerprint-files.ts';
import { fingerprintWithCache } from '../../src/fingerprint/fingerprint-with-cache.ts';
import { limits, makePage, toSharp } from './make-images.ts';

const settings = {
  limits: { ...limits, decodeSeconds: 10 },
  palette: { kind: 'index', indices: [0, 1] } as const,
  describesImages: true,
  workers: 1,
};

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'holdout-cached-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const drawn = new Map<number, Promise<Buffer>>();

/** A picture for each number; every fifth is none. */
function draw(number: number): Promise<Buffer> {
  const known = drawn.get(number);
  if (known) return known;
  const bytes =
    number % 5 === 4
      ? Promise.resolve(Buffer.from(`no picture ${number}`))
      : toSharp(makePage(40, 30, 1, { seed: 2 * number + 1 }))
          .png()
          .toBuffer();
  drawn.set(number, bytes);
  return bytes;
}

interface Place {
  readonly folder: string;
  readonly cache: string;
}

async function fingerprint(
  { folder, cache }: Place,
  paths: readonly string[],
  blobIds: ReadonlyMap<string, string> = new Map(),
) {
  const requests = await Promise.all(
    paths.map(async (path): Promise<FingerprintRequest> => {
      const absolutePath = join(folder, path);
      const { length } = await readFile(absolutePath);
      return { path, absolutePath, bytes: length, role: path.startsWith('mask') ? 'mask' : 'image' };
    }),
  );
  const cached = await fingerprintWithCache(requests, settings, {
    folder: cache,
    release: '1',
    blobIds,
    isWhole: true,
  });
  return { ...cached, plain: await fingerprintFiles(requests, settings) };
}

async function makePlace(numbers: Readonly<Record<string, number>>): Promise<Place> {
  const root = await makeFolder();
  const place = { folder: join(root, 'data'), cache: join(root, 'cache') };
  await mkdir(place.folder);
  for (const [path, number] of Object.entries(numbers))
    await writeFile(join(place.folder, path), await draw(number));
  return place;
}

it('decodes what is new, and nothing twice, moved and copied files included', async () => {
  const place = await makePlace({ 'a.png': 0, 'b.png': 1, 'mask-a.png': 0 });
  const first = await fingerprint(place, ['a.png', 'b.png', 'mask-a.png']);
  expect(first.decoded).toBe(3);
  expect(first.answers).toStrictEqual(first.plain);

  await rename(join(place.folder, 'a.png'), join(place.folder, 'moved.png'));
  await cp(join(place.folder, 'b.png'), join(place.folder, 'copy.png'));
  await writeFile(join(place.folder, 'new.png'), await draw(2));
  const second = await fingerprint(place, ['moved.png', 'b.png', 'copy.png', 'new.png', 'mask-a.png']);
  expect(second.decoded).toBe(1);
  expect(second.answers).toStrictEqual(second.plain);
  expect(second.trouble).toBeUndefined();
});

it('does not even read a file that git knows to be unchanged, and reads one that the pointer stands for', async () => {
  const place = await makePlace({ 'a.png': 0, 'b.png': 1 });
  const { answers } = await fingerprint(place, ['a.png', 'b.png']);
  const [a, b] = await Promise.all([draw(0), draw(1)]);
  const hashOf = (index: number) => {
    const answer = answers[index];
    return answer?.kind === 'image' ? answer.image.bytesHash : '';
  };
  const blobIds = new Map([
    [join(place.folder, 'a.png'), blobIdOf(a)],
    [join(place.folder, 'b.png'), pointerIdOf(hashOf(1), b.length) ?? ''],
  ]);
  // Other bytes of the same length, which nobody could know without reading them.
  await writeFile(join(place.folder, 'a.png'), Buffer.alloc(a.length));
  await writeFile(join(place.folder, 'b.png'), Buffer.alloc(b.length));
  const again = await fingerprint(place, ['a.png', 'b.png'], blobIds);
  expect(again.decoded).toBe(0);
  expect(again.answers).toStrictEqual(answers);

  // A file of another length than the blob: git has converted it, or has not fetched it.
  await writeFile(join(place.folder, 'a.png'), Buffer.concat([await draw(3), Buffer.from('\n')]));
  const other = await fingerprint(place, ['a.png'], blobIds);
  expect(other.decoded).toBe(1);
  expect(other.answers).toStrictEqual(other.plain);
});

it('tries anew what could not be decoded', async () => {
  const place = await makePlace({ 'bad.png': 4, 'a.png': 0 });
  await fingerprint(place, ['bad.png', 'a.png']);
  const { answers, decoded } = await fingerprint(place, ['bad.png', 'a.png']);
  expect(decoded).toBe(1);
  expect(answers.map(({ kind }) => kind)).toEqual(['failure', 'image']);
});

it('answers without a folder that can be written, and says why', async () => {
  const { folder } = await makePlace({ 'a.png': 0 });
  const { answers, plain, trouble } = await fingerprint({ folder, cache: join(folder, 'a.png') }, ['a.png']);
  expect(answers).toStrictEqual(plain);
  expect(trouble).toMatch(/ENOTDIR|EEXIST/u);
});

it('answers the same as without a cache, whatever has happened between runs', async () => {
  const names = ['a.png', 'b.png', 'c.png', 'mask-a.png', 'mask-b.png'];
  const state = fc.record(Object.fromEntries(names.map((name) => [name, fc.option(fc.nat(6))])));
  await fc.assert(
    fc.asyncProperty(fc.array(state, { minLength: 2, maxLength: 4 }), async (runs) => {
      const place = await makePlace({});
      for (const files of runs) {
        const present: string[] = [];
        const blobIds = new Map<string, string>();
        for (const [name, number] of Object.entries(files)) {
          if (number === null) continue;
          const bytes = await draw(number);
          await writeFile(join(place.folder, name), bytes);
          present.push(name);
          if (number % 2 === 0) blobIds.set(join(place.folder, name), blobIdOf(bytes));
        }
        const { answers, plain } = await fingerprint(place, present, blobIds);
        expect(answers).toStrictEqual(plain);
      }
    }),
    { seed: 11, numRuns: 3 },
  );
}, 120_000);
