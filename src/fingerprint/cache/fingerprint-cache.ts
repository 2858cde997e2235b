import { randomUUID } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pointerIdOf } from './blob-id.ts';
import { ByteReader, ByteWriter, CodecError, type Codec } from './codec.ts';
import { joinNeighbours, readAt } from './read-together.ts';
import {
  readDirectory,
  readDirectoryLength,
  requireIntact,
  segmentHeadBytes,
  writeSegment,
  type EntryKey,
  type EntryPlace,
  type NewEntry,
} from './segment.ts';

const segmentName = /^fingerprints-[0-9a-f-]{36}\.bin$/u;
/** Fingerprints in a segment: the most that is in memory while one is written. */
const fullSegmentBytes = 64 << 20;
/** Larger ones were not written here. */
const maxSegmentBytes = 192 << 20;
/** 4 GiB in all: some 400,000 pictures. */
const maxSegments = 64;
/** Segments that are not full, before all are written anew as few. */
const maxPartSegments = 16;
/** What no longer belongs to the dataset is kept while it takes less than what does, or less than this. */
const alwaysKeptBytes = 64 << 20;

interface Segment {
  readonly path: string;
  readonly file: number;
  readonly bytes: number;
}

interface Place extends EntryPlace {
  readonly segment: Segment;
}

/** The fingerprints of one kind. */
interface KindIndex {
  readonly byContent: Map<string, Place>;
  readonly byBlob: Map<string, Place>;
  /** Once pointers of Git LFS are asked for: those whose pointers nobody has asked for, by the length of the file. */
  withoutPointer?: Map<number, Place[]>;
}

/** A file that git knows to be unchanged from a blob. */
export interface UnchangedFile {
  /** SHA-1, hex; undefined for a file of which git knows no such thing. */
  readonly blobId: string | undefined;
  readonly bytes: number;
}

/** A fingerprint that was found, and the content that it is of (SHA-256, hex). */
export interface Found<T> {
  readonly value: T;
  readonly bytesHash: string;
}

/**
 * Fingerprints of earlier runs in a folder, found by the content of the files. The folder holds a few segments, which
 * are written whole and never changed; their directories are in memory, under 1 KB an entry, and an entry is read when it
 * is asked for.
 *
 * What the folder holds is taken as a stranger's bytes: bounded, and left out where it is not as it was written. It may
 * lie all the same: no checksum keeps out who can write to the folder.
 */
export class FingerprintCache {
  readonly #folder: string;
  readonly #segments: Segment[] = [];
  readonly #kinds = new Map<string, KindIndex>();
  readonly #used = new Set<Place>();
  readonly #added = new Map<string, NewEntry>();
  readonly #writer = new ByteWriter();
  /** Files of the folder that hold nothing of use. */
  readonly #useless: string[] = [];
  #isDamaged = false;
  #trouble: string | undefined;

  /** Opens a folder, which need not be there; what cannot be read is left out. To be ended with `save` or `close`. */
  constructor(folder: string) {
    this.#folder = folder;
    for (const name of this.#listFolder()) if (segmentName.test(name)) this.#open(join(folder, name));
  }

  /** Why something of the folder was left out, in words. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** SHA-256 of the contents whose fingerprints of this kind are here, 32 bytes each. */
  listContents(kind: string): Uint8Array {
    const hashes = [...this.#indexOf(kind).byContent.keys()];
    return Buffer.concat(hashes.map((hash) => Buffer.from(hash, 'hex')));
  }

  /**
   * @param bytesHashes SHA-256 of the contents, hex
   * @returns in their order; undefined for what is not here
   */
  findByContents<T>(kind: string, bytesHashes: readonly string[], codec: Codec<T>): (Found<T> | undefined)[] {
    const { byContent } = this.#indexOf(kind);
    return this.#read(
      bytesHashes.map((hash) => byContent.get(hash)),
      codec,
    );
  }

  /**
   * The fingerprints of files that git knows to be unchanged. The blob is of the file's very bytes or, where Git LFS keeps
   * them, of the pointer to them. Line ends that git has converted make a file longer, so that its length tells.
   * @returns in the order of the files; undefined for what is not here
   */
  findByBlobs<T>(kind: string, files: readonly UnchangedFile[], codec: Codec<T>): (Found<T> | undefined)[] {
    const index = this.#indexOf(kind);
    const find = ({ blobId, bytes }: UnchangedFile): Place | undefined => {
      if (blobId === undefined) return undefined;
      if (!index.byBlob.has(blobId)) listPointers(index, bytes);
      const place = index.byBlob.get(blobId);
      return place?.bytes === bytes ? place : undefined;
    };
    return this.#read(files.map(find), codec);
  }

  /** Keeps a fingerprint for `save`, unless one of the same content is kept already. */
  add<T>(key: EntryKey, value: T, codec: Codec<T>): void {
    const content = key.kind + key.bytesHash;
    if (this.#added.has(content)) return;
    codec.write(this.#writer, value);
    this.#added.set(content, { ...key, payload: this.#writer.take() });
  }

  /**
   * Writes what was added, drops what is of no use any more, and closes the folder. Each segment is written beside its
   * place and renamed, so that other runs find it whole or not at all.
   * @param dropsUnused whether what was not asked for may be dropped
   * @throws Error where the folder cannot be written
   */
  async save({ dropsUnused }: { readonly dropsUnused: boolean }): Promise<void> {
    try {
      const { isUnusedHeavy, isSplintered } = this.#weigh();
      const drops = dropsUnused && isUnusedHeavy;
      const isTidy = !this.#isDamaged && !drops && !isSplintered;
      const kept = isTidy ? [] : drops ? this.#used : this.#listAll();
      const room = maxSegments - (isTidy ? this.#segments.length : 0);
      if (this.#added.size > 0) await mkdir(this.#folder, { recursive: true });
      for (const entries of fillSegments(this.#readEntries(kept), room)) await this.#write(entries);
      const dropped = isTidy ? [] : this.#segments.map(({ path }) => path);
      for (const path of [...this.#useless, ...dropped]) await rm(path, { force: true });
    } finally {
      this.close();
    }
  }

  close(): void {
    for (const { file } of this.#segments.splice(0)) closeSync(file);
  }

  #weigh(): { readonly isUnusedHeavy: boolean; readonly isSplintered: boolean } {
    let used = 0;
    for (const { length } of this.#used) used += length;
    const total = this.#segments.reduce((sum, { bytes }) => sum + bytes, 0);
    const parts = this.#segments.filter(({ bytes }) => bytes < fullSegmentBytes).length;
    return {
      isUnusedHeavy: total - used > Math.max(used, alwaysKeptBytes),
      isSplintered: parts >= maxPartSegments,
    };
  }

  /** What was added, then what is kept, without what turns out to be damaged. */
  *#readEntries(places: Iterable<Place>): Generator<NewEntry> {
    yield* this.#added.values();
    for (const { place, payload } of this.#readIntact(places))
      yield { ...place, payload: Buffer.from(payload) };
  }

  async #write(entries: readonly NewEntry[]): Promise<void> {
    const path = join(this.#folder, `fingerprints-${randomUUID()}.bin`);
    const beside = `${path}.tmp`;
    try {
      await writeFile(beside, writeSegment(entries), { flag: 'wx' });
      await rename(beside, path);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  }

  #listFolder(): string[] {
    try {
      return readdirSync(this.#folder).sort();
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) this.#leaveOut(error);
      return [];
    }
  }

  #open(path: string): void {
    let file: number | undefined;
    try {
      // Without O_NONBLOCK, opening a pipe would wait for ever. Windows has neither flag.
      file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW || 0) | (constants.O_NONBLOCK || 0));
      const status = fstatSync(file);
      if (!status.isFile() || status.size > maxSegmentBytes) throw new CodecError('a file of a usual size');
      if (this.#segments.length === maxSegments) throw new CodecError(`one of at most ${maxSegments} files`);
      const head = readAt(file, 0, Buffer.alloc(segmentHeadBytes));
      const directoryBytes = readDirectoryLength(head, status.size);
      const directory = readAt(file, segmentHeadBytes, Buffer.allocUnsafe(directoryBytes));
      const places = readDirectory(head, directory, status.size);
      const segment = { path, file, bytes: status.size };
      this.#segments.push(segment);
      for (const place of places) this.#list({ ...place, segment });
    } catch (error) {
      if (file !== undefined) closeSync(file);
      this.#useless.push(path);
      this.#leaveOut(error);
    }
  }

  /** The first of several entries for one content stands. */
  #list(place: Place): void {
    const { byContent, byBlob } = this.#indexOf(place.kind);
    if (byContent.has(place.bytesHash)) return;
    byContent.set(place.bytesHash, place);
    byBlob.set(place.blobId, place);
  }

  #listAll(): Place[] {
    return [...this.#kinds.values()].flatMap(({ byContent }) => [...byContent.values()]);
  }

  #indexOf(kind: string): KindIndex {
    let index = this.#kinds.get(kind);
    if (!index) {
      index = { byContent: new Map(), byBlob: new Map() };
      this.#kinds.set(kind, index);
    }
    return index;
  }

  #read<T>(places: readonly (Place | undefined)[], codec: Codec<T>): (Found<T> | undefined)[] {
    const found = new Map<Place, Found<T>>();
    for (const { place, payload } of this.#readIntact(places.filter((place) => place !== undefined))) {
      try {
        const reader = new ByteReader(payload);
        const value = codec.read(reader);
        if (!reader.isAtEnd) throw new CodecError('one fingerprint');
        this.#used.add(place);
        found.set(place, { value, bytesHash: place.bytesHash });
      } catch (error) {
        this.#forget(place, error);
      }
    }
    return places.map((place) => place && found.get(place));
  }

  /** Each place once, in the order that they lie in. A payload is there until the next is asked for. */
  *#readIntact(places: Iterable<Place>): Generator<{ readonly place: Place; readonly payload: Buffer }> {
    let room = Buffer.alloc(0);
    for (const { segment, start, length, records } of joinNeighbours(places)) {
      if (length > room.length) room = Buffer.allocUnsafe(length);
      const bytes = this.#readWhatIsThere(segment, start, room.subarray(0, length));
      for (const place of records) {
        const at = place.start - start;
        const payload = bytes.subarray(at, at + place.length);
        try {
          requireIntact(payload, place);
        } catch (error) {
          this.#forget(place, error);
          continue;
        }
        yield { place, payload };
      }
    }
  }

  #readWhatIsThere({ file }: Segment, start: number, to: Buffer): Buffer {
    try {
      return readAt(file, start, to);
    } catch (error) {
      this.#leaveOut(error);
      return to.subarray(0, 0);
    }
  }

  #forget(place: Place, error: unknown): void {
    this.#isDamaged = true;
    this.#indexOf(place.kind).byContent.delete(place.bytesHash);
    this.#leaveOut(error);
  }

  #leaveOut(error: unknown): void {
    this.#trouble ??= error instanceof Error ? error.message : String(error);
  }
}

function* fillSegments(entries: Iterable<NewEntry>, most: number): Generator<NewEntry[]> {
  let segment: NewEntry[] = [];
  let bytes = 0;
  let segments = 0;
  for (const entry of entries) {
    segment.push(entry);
    bytes += entry.payload.length;
    if (bytes < fullSegmentBytes) continue;
    yield segment;
    if (++segments === most) return;
    [segment, bytes] = [[], 0];
  }
  if (segment.length > 0) yield segment;
}

/** Lists files of a length by their pointers too: a hash each, and most files have none. */
function listPointers(index: KindIndex, bytes: number): void {
  index.withoutPointer ??= groupByLength(index.byContent.values());
  for (const place of index.withoutPointer.get(bytes) ?? []) {
    const pointerId = pointerIdOf(place.bytesHash, place.bytes);
    if (pointerId !== undefined) index.byBlob.set(pointerId, place);
  }
  index.withoutPointer.delete(bytes);
}

function groupByLength(places: Iterable<Place>): Map<number, Place[]> {
  const groups = new Map<number, Place[]>();
  for (const place of places) {
    const group = groups.get(place.bytes);
    if (group) group.push(place);
    else groups.set(place.bytes, [place]);
  }
  return groups;
}
