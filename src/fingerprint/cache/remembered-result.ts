import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { ByteReader, ByteWriter, CodecError, type Codec } from './codec.ts';

/** What is remembered of one kind of result: a file each, named by the kind and the start of the key. */
export interface ResultKind<T> {
  /** Small letters and `-`. */
  readonly name: string;
  readonly codec: Codec<T>;
  /** How many are kept: the last that were used. */
  readonly kept: number;
}

const maxFileBytes = 256 << 20;
const magic = Buffer.from('holdout result 1');
const keyBytes = 32;
const headBytes = magic.length + keyBytes + 4;

/**
 * What an earlier run has remembered under a key. The folder is a stranger's, as that of `FingerprintCache`: what is not
 * as it was written is taken as absent, and it may lie all the same.
 * @param key SHA-256 of all that the result follows from
 */
export async function recallResult<T>(
  folder: string,
  { name, codec }: ResultKind<T>,
  key: Buffer,
): Promise<T | undefined> {
  const path = placeOf(folder, name, key);
  try {
    const bytes = await readBounded(path);
    const payload = bytes.subarray(headBytes);
    if (!bytes.subarray(0, magic.length + keyBytes).equals(Buffer.concat([magic, key]))) return undefined;
    if (bytes.readUInt32LE(magic.length + keyBytes) !== crc32(payload)) return undefined;
    const reader = new ByteReader(payload);
    const result = codec.read(reader);
    if (!reader.isAtEnd) return undefined;
    await utimes(path, new Date(), new Date()).catch(() => undefined);
    return result;
  } catch {
    return undefined;
  }
}

/** Keeps a result for later runs, where the folder can be written and the result is not larger than what is read. */
export async function rememberResult<T>(
  folder: string,
  kind: ResultKind<T>,
  key: Buffer,
  result: T,
): Promise<void> {
  try {
    const payload = encode(kind.codec, result);
    if (headBytes + payload.length > maxFileBytes) return;
    await write(folder, placeOf(folder, kind.name, key), key, payload);
    await dropOldest(folder, kind);
  } catch {
    // A later run goes without.
  }
}

function placeOf(folder: string, name: string, key: Buffer): string {
  return join(folder, `${name}-${key.toString('hex', 0, 16)}.bin`);
}

function encode<T>(codec: Codec<T>, result: T): Buffer {
  const writer = new ByteWriter();
  codec.write(writer, result);
  return writer.take();
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

async function write(folder: string, path: string, key: Buffer, payload: Buffer): Promise<void> {
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(crc32(payload));
  const beside = `${path}.${randomUUID()}.tmp`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(beside, Buffer.concat([magic, key, checksum, payload]), { flag: 'wx' });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function dropOldest(
  folder: string,
  { name, kept }: Pick<ResultKind<unknown>, 'name' | 'kept'>,
): Promise<void> {
  const pattern = new RegExp(`^${name}-[0-9a-f]{32}\\.bin$`, 'u');
  const paths = (await readdir(folder))
    .filter((file) => pattern.test(file))
    .map((file) => join(folder, file));
  const aged = await Promise.all(paths.map(async (path) => ({ path, time: (await lstat(path)).mtimeMs })));
  aged.sort((a, b) => b.time - a.time);
  for (const { path } of aged.slice(kept)) await rm(path, { force: true });
}
