import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import {
  orientations,
  type LikenessCluster,
  type LikePair,
  type NearDuplicates,
} from '../../model/near-duplicates.ts';
import { compareText } from '../../model/order.ts';
import { findNearDuplicates, type DescribedPicture } from '../near-duplicates/find-near-duplicates.ts';
import {
  ByteReader,
  ByteWriter,
  CodecError,
  listOf,
  number,
  oneOf,
  record,
  restrict,
  text,
  wholeNumber,
} from './codec.ts';

/** Changes whenever the search finds something else in the same pictures; a test holds it to what it finds. */
export const searchVersion = 1;

/** A picture with what its description was made of. */
export interface SearchedPicture extends DescribedPicture {
  /** SHA-256 of the file's bytes, hex. */
  readonly bytesHash: string;
}

export interface SearchMemory {
  readonly folder: string;
  /** Stands for the descriptions that the same bytes have: `kindOf` for images. */
  readonly kind: Buffer;
}

const fileName = /^near-duplicates-[0-9a-f]{32}\.bin$/u;
/** Searches that are remembered: those of a few branches, or of a dataset before and after a change. */
const maxSearches = 4;
const maxFileBytes = 256 << 20;
const magic = Buffer.from('holdout search 1');
const headBytes = magic.length + 32 + 4;
/** Items of a list: no more pictures are audited. */
const maxItems = 16_000_000;

const count = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const id = text(100_000);
const likeness = oneOf(['copy', 'scene']);

const foundDuplicates = record<NearDuplicates>({
  clusters: listOf(
    record<LikenessCluster>({
      likeness,
      members: restrict(listOf(id, maxItems), 'two members or more', ({ length }) => length > 1),
      tree: listOf(
        record<LikePair>({
          a: id,
          b: id,
          likeness,
          correlation: number,
          overlap: number,
          orientation: oneOf(orientations),
        }),
        maxItems,
      ),
      pairs: count,
    }),
    maxItems,
  ),
  featureless: listOf(id, maxItems),
  comparedPairs: count,
  skippedPairs: count,
  thresholds: record<NearDuplicates['thresholds']>({ betweenSubjects: number, withinSubject: number }),
  falseAlarmRate: number,
});

/**
 * What `findNearDuplicates` finds, which is remembered in a folder: where the pictures are those of an earlier run,
 * with their subjects and splits, it is not searched again. Where one is another, all are: thresholds and layouts are those of
 * all pictures. The folder is a stranger's and may fail, as that of `FingerprintCache`.
 */
export async function findWithMemory(
  pictures: readonly SearchedPicture[],
  { folder, kind }: SearchMemory,
): Promise<NearDuplicates> {
  const key = nameSearch(pictures, kind);
  const path = join(folder, `near-duplicates-${key.toString('hex', 0, 16)}.bin`);
  const known = await recall(path, key, pictures);
  if (known) {
    // The last used are kept.
    await utimes(path, new Date(), new Date()).catch(() => undefined);
    return known;
  }
  const found = findNearDuplicates(pictures);
  await remember(folder, path, key, found).catch(() => undefined);
  return found;
}

/** SHA-256 of all that the search looks at; a picture's description follows from its bytes. */
function nameSearch(pictures: readonly SearchedPicture[], kind: Buffer): Buffer {
  const hash = createHash('sha256').update(`${searchVersion}\n`).update(kind);
  const sorted = [...pictures].sort((a, b) => compareText(a.id, b.id));
  for (const { id, bytesHash, subject, part } of sorted)
    hash.update(`${JSON.stringify([id, bytesHash, subject ?? null, part ?? null])}\n`);
  return hash.digest();
}

async function recall(
  path: string,
  key: Buffer,
  pictures: readonly DescribedPicture[],
): Promise<NearDuplicates | undefined> {
  try {
    const bytes = await readBounded(path);
    const payload = bytes.subarray(headBytes);
    if (!bytes.subarray(0, magic.length + 32).equals(Buffer.concat([magic, key]))) return undefined;
    if (bytes.readUInt32LE(magic.length + 32) !== crc32(payload)) return undefined;
    const reader = new ByteReader(payload);
    const found = foundDuplicates.read(reader);
    if (!reader.isAtEnd) return undefined;
    const ids = new Set(pictures.map((picture) => picture.id));
    const named = found.clusters.flatMap(({ members, tree }) => [
      ...members,
      ...tree.flatMap(({ a, b }) => [a, b]),
    ]);
    return [...named, ...found.featureless].every((one) => ids.has(one)) ? found : undefined;
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

async function remember(folder: string, path: string, key: Buffer, found: NearDuplicates): Promise<void> {
  const writer = new ByteWriter();
  foundDuplicates.write(writer, found);
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
