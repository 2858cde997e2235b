import type { ByteEncoding } from './byte-encoding.ts';

/** What the rows read so far take in memory, over all columns and manifests that share it. */
export interface HeldMemory {
  bytes: number;
}

const blockBits = 16;
const blockLength = 2 ** blockBits;
const blockMask = blockLength - 1;

/** Whole numbers from 0 to 2³² − 1; it grows without ever being copied. */
export class NumberList {
  length = 0;
  readonly #blocks: Uint32Array[] = [];
  readonly #held: HeldMemory;

  constructor(held: HeldMemory) {
    this.#held = held;
  }

  push(value: number): void {
    const offset = this.length & blockMask;
    if (offset === 0) {
      this.#blocks.push(new Uint32Array(blockLength));
      this.#held.bytes += 4 * blockLength;
    }
    const block = this.#blocks[this.length >> blockBits];
    if (block) block[offset] = value;
    this.length++;
  }

  /** 0 behind the end. */
  get(index: number): number {
    return this.#blocks[index >> blockBits]?.[index & blockMask] ?? 0;
  }
}

/** A column of texts. */
export interface TextColumn {
  readonly length: number;
  /** Adds the text that lies in `bytes` from `start` to `end`, at most 1 MiB. */
  push(bytes: Buffer, start: number, end: number): void;
  get(index: number): string;
}

const pageBits = 20;
const pageBytes = 2 ** pageBits;
const pageMask = pageBytes - 1;

/** Texts that are mostly different, such as paths: their bytes, one behind the other, become strings when asked for. */
export class DistinctTexts implements TextColumn {
  readonly #encoding: ByteEncoding;
  readonly #held: HeldMemory;
  readonly #pages: Buffer[] = [];
  readonly #ends: NumberList;
  #page: Buffer = Buffer.alloc(0);
  #end = 0;

  constructor(encoding: ByteEncoding, held: HeldMemory) {
    this.#encoding = encoding;
    this.#held = held;
    this.#ends = new NumberList(held);
  }

  get length(): number {
    return this.#ends.length;
  }

  push(bytes: Buffer, start: number, end: number): void {
    let page = this.#page;
    let to = this.#end & pageMask;
    if (to > 0 && to + end - start <= pageBytes) {
      for (let at = start; at < end; at++) page[to++] = bytes[at] ?? 0;
    } else {
      for (let at = start; at < end; at++) {
        if (to === 0) page = this.#addPage();
        page[to] = bytes[at] ?? 0;
        to = (to + 1) & pageMask;
      }
    }
    this.#end += end - start;
    this.#ends.push(this.#end);
  }

  get(index: number): string {
    const { start, end } = this.#locate(index);
    if (start === end) return '';
    const first = this.#pages[start >>> pageBits];
    const last = this.#pages[(end - 1) >>> pageBits];
    if (!first || !last) return '';
    const from = start & pageMask;
    const to = ((end - 1) & pageMask) + 1;
    if (first === last) return this.#encoding.decode(first, from, to);
    const joined = Buffer.concat([first.subarray(from), last.subarray(0, to)]);
    return this.#encoding.decode(joined, 0, joined.length);
  }

  /** Where the bytes of the next text will start. */
  get end(): number {
    return this.#end;
  }

  /** Whether the texts hold, from their byte `position` on, what lies in `bytes` from `start` to `end`. */
  holdAt(position: number, bytes: Buffer, start: number, end: number): boolean {
    let page = this.#pages[position >>> pageBits];
    let offset = position & pageMask;
    for (let at = start; at < end; at++) {
      if (page?.[offset] !== bytes[at]) return false;
      offset = (offset + 1) & pageMask;
      if (offset === 0) page = this.#pages[(position + at + 1 - start) >>> pageBits];
    }
    return true;
  }

  #locate(index: number): { readonly start: number; readonly end: number } {
    return { start: index === 0 ? 0 : this.#ends.get(index - 1), end: this.#ends.get(index) };
  }

  #addPage(): Buffer {
    this.#page = Buffer.allocUnsafe(pageBytes);
    this.#pages.push(this.#page);
    this.#held.bytes += pageBytes;
    return this.#page;
  }
}

/** About what a distinct text of `RepeatedTexts` takes besides its characters: a string, a place in a map and a list. */
const bytesPerDistinct = 128;

/** Numbers that one text takes in the table of texts seen lately: three, and one so that places are a power of two. */
const slotLength = 4;
/** Places looked at for one text: at most half of them are taken, so that few texts need more. */
const maxProbes = 8;
/** Numbers in the table, 32 MiB. */
const maxRecent = slotLength * 2 ** 21;

/** Texts of which many are the same, such as subjects: one string for each distinct text, and its code for each row. */
export class RepeatedTexts implements TextColumn {
  /** The distinct texts, in the order of their first row; a row's code is the index here. */
  readonly values: string[] = [];
  readonly #encoding: ByteEncoding;
  readonly #held: HeldMemory;
  readonly #codes: NumberList;
  readonly #codeOf = new Map<string, number>();
  readonly #distinct: DistinctTexts;
  readonly #places: NumberList;
  /**
   * Texts seen lately, by a hash of their bytes: code + 1, length and place in `#distinct`. Most rows find theirs here
   * without making a string. One that is not here is looked up by string, so that colliding texts cost little more.
   */
  #recent = new Uint32Array(slotLength * 1024);

  constructor(encoding: ByteEncoding, held: HeldMemory) {
    this.#encoding = encoding;
    this.#held = held;
    this.#codes = new NumberList(held);
    this.#distinct = new DistinctTexts(encoding, held);
    this.#places = new NumberList(held);
  }

  get length(): number {
    return this.#codes.length;
  }

  push(bytes: Buffer, start: number, end: number): void {
    // FNV-1a
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    const recent = this.#recent;
    const first = (hash ^ (hash >>> 15)) * slotLength;
    let slot = first & (recent.length - 1);
    for (let probe = 0; probe < maxProbes; probe++) {
      slot = (first + probe * slotLength) & (recent.length - 1);
      const seen = recent[slot] ?? 0;
      if (seen === 0) break;
      if (recent[slot + 1] !== end - start) continue;
      if (!this.#distinct.holdAt(recent[slot + 2] ?? 0, bytes, start, end)) continue;
      this.#codes.push(seen - 1);
      return;
    }
    const code = this.#findCode(bytes, start, end);
    this.#codes.push(code);
    recent[slot] = code + 1;
    recent[slot + 1] = end - start;
    recent[slot + 2] = this.#places.get(code);
    const wanted = 2 * slotLength * this.values.length;
    if (wanted > recent.length && recent.length < maxRecent)
      this.#recent = new Uint32Array(4 * recent.length);
  }

  get(index: number): string {
    return this.values[this.codeAt(index)] ?? '';
  }

  codeAt(index: number): number {
    return this.#codes.get(index);
  }

  #findCode(bytes: Buffer, start: number, end: number): number {
    const text = this.#encoding.decode(bytes, start, end);
    const known = this.#codeOf.get(text);
    if (known !== undefined) return known;
    const code = this.values.length;
    this.#places.push(this.#distinct.end);
    this.#distinct.push(bytes, start, end);
    this.values.push(text);
    this.#codeOf.set(text, code);
    this.#held.bytes += bytesPerDistinct + text.length;
    return code;
  }
}
