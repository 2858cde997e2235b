import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { blobIdOf, pointerIdOf } from '../../../src/fingerprint/cache/blob-id.ts';
import { hex, text, type Codec } from '../../../src/fingerprint/cache/codec.ts';
import { FingerprintCache } from '../../../src/fingerprint/cache/fingerprint-cache.ts';

const kind = '01'.repeat(16);
const otherKind = '02'.repeat(16);
/** Stands for a fingerprint: two bytes. */
const codec: Codec<string> = hex(4);

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdout-cache-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

function keyOf(content: string, of = kind) {
  const bytes = Buffer.from(content);
  return {
    kind: of,
    bytesHash: createHash('sha256').update(bytes).digest('hex'),
    blobId: blobIdOf(bytes),
    bytes: bytes.length,
  };
}

const hashOf = (content: string): string => keyOf(content).bytesHash;

async function fill(contents: Readonly<Record<string, string>>): Promise<void> {
  const cache = new FingerprintCache(folder);
  for (const [content, value] of Object.entries(contents)) cache.add(keyOf(content), value, codec);
  await cache.save({ dropsUnused: true });
}

/** Asks for contents in one run, and ends it. */
async function ask(...contents: string[]) {
  const cache = new FingerprintCache(folder);
  const values = cache.findByContents(kind, contents.map(hashOf), codec).map((found) => found?.value);
  await cache.save({ dropsUnused: true });
  return { values, trouble: cache.trouble };
}

describe('a cache of fingerprints', () => {
  it('gives what earlier runs kept', async () => {
    expect(await ask('a')).toEqual({ values: [undefined], trouble: undefined });
    await fill({ a: '0a0a', b: '0b0b' });
    await fill({ c: '0c0c' });
    expect(await ask('a', 'b', 'c', 'd')).toEqual({
      values: ['0a0a', '0b0b', '0c0c', undefined],
      trouble: undefined,
    });
  });

  it('keeps kinds apart', async () => {
    await fill({ a: '0a0a' });
    const cache = new FingerprintCache(folder);
    expect(cache.findByContents(otherKind, [hashOf('a')], codec)).toEqual([undefined]);
    expect(cache.listContents(otherKind)).toHaveLength(0);
    expect(Buffer.from(cache.listContents(kind)).toString('hex')).toBe(hashOf('a'));
    cache.close();
  });

  it('finds a file by the blob that git keeps of it, or of the pointer to it', async () => {
    const content = 'x'.repeat(500);
    await fill({ [content]: '0505' });
    const { blobId, bytesHash } = keyOf(content);
    const pointerId = pointerIdOf(bytesHash, 500) ?? '';
    const cache = new FingerprintCache(folder);
    const find = (blob: string, bytes: number) =>
      cache.findByBlobs(kind, [{ blobId: blob, bytes }], codec)[0]?.bytesHash;
    expect(find(blobId, 500)).toBe(bytesHash);
    expect(find(pointerId, 500)).toBe(bytesHash);
    // The pointer itself is there: it was not fetched. Or git has made another file of the blob.
    expect(find(pointerId, 128)).toBeUndefined();
    expect(find(blobId, 501)).toBeUndefined();
    cache.close();
  });

  it('is not moved by what is no segment of its own', async () => {
    await fill({ a: '0a0a' });
    await writeFile(join(folder, 'notes.txt'), 'mine');
    await writeFile(join(folder, 'fingerprints-of-mine.bin'), 'mine');
    expect(await ask('a')).toEqual({ values: ['0a0a'], trouble: undefined });
    expect(await readdir(folder)).toHaveLength(3);
  });

  it('puts many small segments together, and loses nothing', async () => {
    for (let run = 0; run < 20; run++) await fill({ [`content ${run}`]: '0101' });
    expect((await readdir(folder)).length).toBeLessThan(10);
    expect((await ask('content 0', 'content 10', 'content 19')).values).toEqual(['0101', '0101', '0101']);
  });

  it('reads records in whatever order they are asked for, together or far apart, long or short', async () => {
    const long = text(2e6);
    const sizes = [0, 1, 700, 20_000, 900_000, 5, 1_000_000, 40, 0, 300_000, 300_000, 300_000, 300_000, 17];
    const values = sizes.map((size, index) => `${index}`.repeat(size));
    const cache = new FingerprintCache(folder);
    values.forEach((value, index) => cache.add(keyOf(`content ${index}`), value, long));
    sizes.forEach((size, index) => cache.add(keyOf(`short ${index}`), `0${index % 10}0${size % 10}`, codec));
    await cache.save({ dropsUnused: true });
    const run = new FingerprintCache(folder);
    const order = [3, 13, 0, 12, 3, 1, 9, 7, 5];
    const names = (name: string) => order.map((index) => hashOf(`${name} ${index}`));
    const missing = hashOf('nothing');
    const longOnes = run.findByContents(kind, [missing, ...names('content')], long);
    const shortOnes = run.findByContents(kind, [...names('short'), missing], codec);
    run.close();
    expect(longOnes.map((found) => found?.value)).toEqual([
      undefined,
      ...order.map((index) => values[index]),
    ]);
    expect(shortOnes.map((found) => found?.value)).toEqual([
      ...order.map((index) => `0${index % 10}0${(sizes[index] ?? 0) % 10}`),
      undefined,
    ]);
    expect(longOnes.slice(1).map((found) => found?.bytesHash)).toEqual(names('content'));
    expect(run.trouble).toBeUndefined();
  });

  it('drops what is unused once it outweighs what is used', async () => {
    const large = hex(4e6);
    const cache = new FingerprintCache(folder);
    for (let index = 0; index < 40; index++) cache.add(keyOf(`content ${index}`), '01'.repeat(2e6), large);
    await cache.save({ dropsUnused: true });
    const use = async (contents: readonly number[], dropsUnused = true) => {
      const run = new FingerprintCache(folder);
      const found = contents.filter(
        (index) => run.findByContents(kind, [hashOf(`content ${index}`)], large)[0],
      );
      await run.save({ dropsUnused });
      return found;
    };
    const most = [...Array(21).keys()];
    expect(await use(most)).toEqual(most);
    expect(await use([39], false)).toEqual([39]);
    expect(await use([39])).toEqual([39]);
    // 78 MB beside the 2 MB that the last run used.
    expect(await use([39, 0, 1])).toEqual([39]);
  });
});

describe('a cache that was damaged or made by a stranger', () => {
  const uuid = '00000000-0000-4000-8000-000000000000';
  const planted = (): string => join(folder, `fingerprints-${uuid}.bin`);

  async function onlySegment(): Promise<string> {
    return join(folder, (await readdir(folder))[0] ?? '');
  }

  it.each([
    ['cut', (path: string) => truncate(path, 60)],
    ['empty', (path: string) => truncate(path, 0)],
    ['of another kind', (path: string) => writeFile(path, 'not a segment at all, whatever its name says')],
    ['too large', (path: string) => truncate(path, 3 * 2 ** 30)],
  ])('is dropped where a segment is %s, and filled again', async (_, damage) => {
    await fill({ a: '0a0a' });
    await damage(await onlySegment());
    const { values, trouble } = await ask('a');
    expect(values).toEqual([undefined]);
    expect(trouble).toMatch(/^not /u);
    expect(await readdir(folder)).toEqual([]);
    await fill({ a: '0a0a' });
    expect(await ask('a')).toEqual({ values: ['0a0a'], trouble: undefined });
  });

  it('is left out in part where any of its bytes is another', async () => {
    await fill({ a: '0a0a', b: '0b0b' });
    const segment = await onlySegment();
    const intact = await readFile(segment);
    for (let at = 0; at < intact.length; at++) {
      const changed = Buffer.from(intact);
      changed[at] = (changed[at] ?? 0) ^ 64;
      await writeFile(segment, changed);
      const cache = new FingerprintCache(folder);
      const values = cache.findByContents(kind, ['a', 'b'].map(hashOf), codec).map((found) => found?.value);
      cache.close();
      expect([undefined, '0a0a']).toContain(values[0]);
      expect([undefined, '0b0b']).toContain(values[1]);
      expect(values).toContain(undefined);
      expect(cache.trouble).toBeDefined();
    }
  });

  it('gives what is still there of a segment that is cut once it is open', async () => {
    await fill({ a: '0a0a', b: '0b0b' });
    const cache = new FingerprintCache(folder);
    const segment = await onlySegment();
    await truncate(segment, (await stat(segment)).size - 1);
    const found = cache.findByContents(kind, ['b', 'a'].map(hashOf), codec);
    cache.close();
    expect(found.map((one) => one?.value)).toEqual([undefined, '0a0a']);
    expect(cache.trouble).toBeDefined();
  });

  it('is rewritten without an entry that cannot be read', async () => {
    await fill({ a: '0a0a', b: '0b0b' });
    const segment = await onlySegment();
    const bytes = await readFile(segment);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(segment, bytes);
    expect((await ask('a', 'b')).values).toEqual(['0a0a', undefined]);
    expect(await ask('a', 'b')).toEqual({ values: ['0a0a', undefined], trouble: undefined });
  });

  it('is not followed to other files, and opens no pipes or folders', async () => {
    await writeFile(join(folder, 'elsewhere'), 'content');
    await symlink(join(folder, 'elsewhere'), planted());
    await mkdir(join(folder, `fingerprints-1${uuid.slice(1)}.bin.d`));
    const { values, trouble } = await ask('a');
    expect(values).toEqual([undefined]);
    expect(trouble).toBeDefined();
    expect(await readFile(join(folder, 'elsewhere'), 'utf8')).toBe('content');
    await expect(stat(planted())).rejects.toThrow('ENOENT');
  });

  it('makes a run say so where its folder is a file', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const cache = new FingerprintCache(file);
    expect(cache.trouble).toContain('ENOTDIR');
    cache.add(keyOf('a'), '0a0a', codec);
    await expect(cache.save({ dropsUnused: true })).rejects.toThrow();
  });
});
