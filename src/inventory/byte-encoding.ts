import { isUtf8 } from 'node:buffer';
import { decodeWindows1252 } from './decode-text.ts';

/** How bytes stand for text. In every such encoding, ASCII is itself: delimiters, quotes and line ends are one byte. */
export interface ByteEncoding {
  readonly name: 'UTF-8' | 'Windows-1252';
  decode(bytes: Buffer, start: number, end: number): string;
  /** How many bytes a text takes that was decoded from this encoding. */
  byteLength(text: string): number;
  /** How many bytes a character takes that starts with this one. */
  characterLength(byte: number): number;
}

export const utf8: ByteEncoding = {
  name: 'UTF-8',
  decode: (bytes, start, end) => bytes.toString('utf8', start, end),
  byteLength: (text) => Buffer.byteLength(text),
  characterLength: (byte) => (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1),
};

const windows1252: ByteEncoding = {
  name: 'Windows-1252',
  decode: (bytes, start, end) => decodeWindows1252(bytes.subarray(start, end)),
  byteLength: (text) => text.length,
  characterLength: () => 1,
};

/** Bytes of a file from its start, piece by piece, as often as it is called. */
export type OpenBytes = () => AsyncIterable<Uint8Array>;

/**
 * Calls `read` with the bytes of a text file, without byte order mark, and their encoding, by the rules of
 * `decodeText`: UTF-16 by its byte order mark, which is handed over as UTF-8; UTF-8; and from the start again as
 * Windows-1252 once a byte turns up that is not UTF-8.
 * @returns what `read` did
 */
export async function readEncoded<T>(
  open: OpenBytes,
  read: (open: OpenBytes, encoding: ByteEncoding) => Promise<T>,
): Promise<T> {
  const [first, second] = await readHead(open(), 2);
  const label =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : undefined;
  if (label !== undefined) return read(() => transcode(open(), label), utf8);
  try {
    return await read(() => checkUtf8(open()), utf8);
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    return read(open, windows1252);
  }
}

class NotUtf8 extends Error {}

/** The first bytes, at most so many. */
export async function readHead(pieces: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const head: Buffer[] = [];
  let missing = maxBytes;
  for await (const piece of pieces) {
    head.push(Buffer.from(piece.subarray(0, missing)));
    missing -= Math.min(missing, piece.length);
    if (missing === 0) break;
  }
  return Buffer.concat(head);
}

async function* transcode(
  pieces: AsyncIterable<Uint8Array>,
  label: 'utf-16le' | 'utf-16be',
): AsyncGenerator<Uint8Array, void> {
  const decoder = new TextDecoder(label);
  for await (const piece of pieces) yield Buffer.from(decoder.decode(piece, { stream: true }));
  yield Buffer.from(decoder.decode());
}

export const byteOrderMark = Buffer.from('\ufeff');

/** The same bytes, cut between characters and without byte order mark. @throws NotUtf8 */
async function* checkUtf8(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let rest = Buffer.alloc(0);
  let isStart = true;
  for await (const piece of pieces) {
    let bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    const end = bytes.length - countCutBytes(bytes);
    rest = Buffer.from(bytes.subarray(end));
    bytes = bytes.subarray(0, end);
    if (!isUtf8(bytes)) throw new NotUtf8();
    if (isStart && byteOrderMark.equals(bytes.subarray(0, 3))) bytes = bytes.subarray(3);
    isStart &&= end === 0;
    yield bytes;
  }
  if (rest.length > 0) throw new NotUtf8();
}

/** How many bytes at the end are the start of a character whose other bytes are still to come. */
function countCutBytes(bytes: Uint8Array): number {
  for (let count = 1; count <= Math.min(3, bytes.length); count++) {
    const byte = bytes.at(-count) ?? 0;
    const isContinuation = byte >> 6 === 0b10;
    if (isContinuation) continue;
    return utf8.characterLength(byte) > count ? count : 0;
  }
  return 0;
}
