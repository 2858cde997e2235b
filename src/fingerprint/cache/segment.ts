import { crc32 } from 'node:zlib';
import { CodecError } from './codec.ts';

/** What a stored fingerprint is found by: how it was made, and the file's content. All ids are hex. */
export interface EntryKey {
  /** 16 bytes that stand for the settings that decide what a fingerprint holds; see `fingerprint-kind.ts`. */
  readonly kind: string;
  /** SHA-256 of the file's bytes. */
  readonly bytesHash: string;
  /** The id that git gives the file's bytes (SHA-1). */
  readonly blobId: string;
  /** Of the file. */
  readonly bytes: number;
}

/** An entry of a segment and where its fingerprint stands in it. */
export interface EntryPlace extends EntryKey {
  readonly start: number;
  readonly length: number;
  readonly checksum: number;
}

/** A fingerprint in bytes. */
export interface NewEntry extends EntryKey {
  readonly payload: Uint8Array;
}

// A segment: the magic, the number of entries, the checksum of the directory, the directory, the fingerprints.
const magic = Buffer.from('holdout cache 1\n');
const headBytes = magic.length + 8;
const kindEnd = 16;
const hashEnd = kindEnd + 32;
const blobEnd = hashEnd + 20;
const recordBytes = blobEnd + 8 + 4 + 4;

/** Bytes to read from the start of a segment before its directory can be read. */
export const segmentHeadBytes = headBytes;

/** The segment's bytes in their order. */
export function writeSegment(entries: readonly NewEntry[]): Buffer[] {
  const directory = Buffer.alloc(entries.length * recordBytes);
  entries.forEach(({ kind, bytesHash, blobId, bytes, payload }, index) => {
    const at = index * recordBytes;
    directory.write(kind, at, 'hex');
    directory.write(bytesHash, at + kindEnd, 'hex');
    directory.write(blobId, at + hashEnd, 'hex');
    directory.writeDoubleLE(bytes, at + blobEnd);
    directory.writeUInt32LE(payload.length, at + blobEnd + 8);
    directory.writeUInt32LE(crc32(payload), at + blobEnd + 12);
  });
  const head = Buffer.alloc(headBytes);
  head.set(magic);
  head.writeUInt32LE(entries.length, magic.length);
  head.writeUInt32LE(crc32(directory), magic.length + 4);
  return [head, directory, ...entries.map(({ payload }) => Buffer.from(payload))];
}

/**
 * @param head the first `segmentHeadBytes` bytes
 * @returns how many bytes the directory has, which follows
 * @throws CodecError where it is no segment, or its directory would reach beyond `segmentBytes`
 */
export function readDirectoryLength(head: Buffer, segmentBytes: number): number {
  if (head.length < headBytes || !head.subarray(0, magic.length).equals(magic))
    throw new CodecError('a segment');
  const length = head.readUInt32LE(magic.length) * recordBytes;
  if (headBytes + length > segmentBytes) throw new CodecError('a whole segment');
  return length;
}

/** @throws CodecError where the directory is damaged or an entry lies beyond `segmentBytes` */
export function readDirectory(head: Buffer, directory: Buffer, segmentBytes: number): EntryPlace[] {
  if (crc32(directory) !== head.readUInt32LE(magic.length + 4))
    throw new CodecError('an undamaged directory');
  let start = headBytes + directory.length;
  return Array.from({ length: directory.length / recordBytes }, (_, index) => {
    const at = index * recordBytes;
    const place = {
      kind: directory.toString('hex', at, at + kindEnd),
      bytesHash: directory.toString('hex', at + kindEnd, at + hashEnd),
      blobId: directory.toString('hex', at + hashEnd, at + blobEnd),
      bytes: directory.readDoubleLE(at + blobEnd),
      start,
      length: directory.readUInt32LE(at + blobEnd + 8),
      checksum: directory.readUInt32LE(at + blobEnd + 12),
    };
    start += place.length;
    if (start > segmentBytes) throw new CodecError('a whole segment');
    return place;
  });
}

/** @throws CodecError where the bytes are not those that were written */
export function requireIntact(payload: Buffer, { checksum }: EntryPlace): void {
  if (crc32(payload) !== checksum) throw new CodecError('an undamaged entry');
}
