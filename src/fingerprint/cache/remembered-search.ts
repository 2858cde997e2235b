import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { NearDuplicates } from '../../model/near-duplicates.ts';
import { identify, sortPictures, type DescribedPicture } from '../near-duplicates/described-picture.ts';
import { orientationCount } from '../near-duplicates/dihedral.ts';
import { searchAll } from '../near-duplicates/search-all.ts';
import type { FoundPair, Search, SearchOutcome } from '../near-duplicates/search.ts';
import { ByteReader, ByteWriter, CodecError, listOf, number, oneOf, record, wholeNumber } from './codec.ts';

/** Changes whenever the search finds something else in the same pictures; a test holds it to what it finds. */
export const searchVersion = 2;

export interface SearchMemory {
  readonly folder: string;
  /** Stands for the descriptions that the same bytes have: `kindOf` for images. */
  readonly kind: Buffer;
}

const fileName = /^near-duplicates-[0-9a-f]{32}\.bin$/u;
/** Searches that are remembered: those of a few branches, or of a dataset before and after a change. */
const maxSearches = 4;
const maxFileBytes = 256 << 20;
const magic = Buffer.from('holdout search 2');
const headBytes = magic.length + 32 + 4;
/** Items of a list: no more pictures are audited. */
const maxItems = 16_000_000;

const count = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const place = wholeNumber(0, maxItems);

const searchOutcome = record<SearchOutcome>({
  pairs: listOf(
    record<FoundPair>({
      a: place,
      b: place,
      likeness: oneOf(['copy', 'scene']),
      correlation: number,
      overlap: number,
      orientation: wholeNumber(0, orientationCount - 1),
    }),
    maxItems,
  ),
  comparedPairs: count,
  skippedPairs: count,
  thresholds: record<NearDuplicates['thresholds']>({ betweenSubjects: number, withinSubject: number }),
  falseAlarmRate: number,
});

/**
 * What `searchAll` finds, which is remembered in a folder: where the pictures are those of an earlier run, with their
 * subjects and splits, under whatever names, they are not searched again. The folder is a stranger's and may fail, as
 * that of `FingerprintCache`.
 */
export async function searchWithMemory(
  unsorted: readonly DescribedPicture[],
  { folder, kind }: SearchMemory,
): Promise<Search> {
  const pictures = sortPictures(unsorted);
  const key = nameSearch(pictures, kind);
  const path = join(folder, `near-duplicates-${key.toString('hex', 0, 16)}.bin`);
  const known = await recall(path, key, pictures.length);
  if (known) {
    // The last used are kept.
    await utimes(path, new Date(), new Date()).catch(() => undefined);
    return { pictures, ...known };
  }
  const search = searchAll(pictures);
  await remember(folder, path, key, search).catch(() => undefined);
  return search;
}

/** SHA-256 of all that the search looks at; a picture's description follows from its bytes. */
function nameSearch(pictures: readonly DescribedPicture[], kind: Buffer): Buffer {
  const hash = createHash('sha256').update(`${searchVersion}\n`).update(kind);
  for (const picture of pictures) hash.update(`${identify(picture)}\n`);
  return hash.digest();
}

async function recall(path: string, key: Buffer, pictures: number): Promise<SearchOutcome | undefined> {
  try {
    const bytes = await readBounded(path);
    const payload = bytes.subarray(headBytes);
    if (!bytes.subarray(0, magic.length + 32).equals(Buffer.concat([magic, key]))) return undefined;
    if (bytes.readUInt32LE(magic.length + 32) !== crc32(payload)) return undefined;
    const reader = new ByteReader(payload);
    const found = searchOutcome.read(reader);
    if (!reader.isAtEnd) return undefined;
    return found.pairs.every(({ a, b }) => a < b && b < pictures) ? found : undefined;
  } catch {
    return undefined;
  }
}

async function readBounded(path: string): Promise<Buffer> {
  const file = await open(
    path,
    constants.O_RDONLY | (constants.O_NOFOLLOW || 0) | (constants.O_NONBLOCK || 0),
  );
  try {
    const status = await file.stat();
    if (!status.isFile() || status.size > maxFileBytes) throw new CodecError('a file of a usual size');
    return await file.readFile();
  } finally {
    await file.close();
  }
}

async function remember(folder: string, path: string, key: Buffer, search: Search): Promise<void> {
  const writer = new ByteWriter();
  searchOutcome.write(writer, search);
  const payload = writer.take();
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(crc32(payload));
  const beside = `${path}.${randomUUID()}.tmp`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(beside, Buffer.concat([magic, key, checksum, payload]), { flag: 'wx' });
    await rename(beside, path);
    await dropOldest(folder);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function dropOldest(folder: string): Promise<void> {
  const paths = (await readdir(folder))
    .filter((name) => fileName.test(name))
    .map((name) => join(folder, name));
  const aged = await Promise.all(paths.map(async (path) => ({ path, time: (await lstat(path)).mtimeMs })));
  aged.sort((a, b) => b.time - a.time);
  for (const { path } of aged.slice(maxSearches)) await rm(path, { force: true });
}
