import { DatasetError } from '../model/errors.ts';
import type { ByteEncoding } from './byte-encoding.ts';
import { RowScanner } from './row-scanner.ts';

/** Longest row read, in bytes, and so the longest cell. */
export const maxRowBytes = 1024 * 1024;

/** How the rows of a file are written. */
export interface RowFormat {
  readonly delimiter: string;
  readonly encoding: ByteEncoding;
}

/** A row where it was found: `bytes` holds it from `start` to `end`, its line end with it. */
export interface ScannedRow {
  readonly scanner: RowScanner;
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  /** Physical line where the row starts, from 1. */
  readonly line: number;
}

/**
 * Hands over every row of a delimited text that comes piece by piece, blank ones too, in order. The row is one and the
 * same object, which holds until `visit` returns.
 */
export class RowFeed {
  readonly #file: string;
  readonly #visit: (row: ScannedRow) => void;
  readonly #row: { -readonly [Key in keyof ScannedRow]: ScannedRow[Key] };
  /** Where the bytes handed over so far end in the row's. */
  #length = 0;

  constructor({ delimiter, encoding }: RowFormat, file: string, visit: (row: ScannedRow) => void) {
    this.#file = file;
    this.#visit = visit;
    const scanner = new RowScanner(delimiter, encoding);
    this.#row = { scanner, bytes: Buffer.alloc(0), start: 0, end: 0, line: 1 };
  }

  /** @throws DatasetError naming the line of a row that is too long or whose quotes are not closed */
  push(piece: Uint8Array): void {
    const row = this.#row;
    const rest = this.#length - row.start;
    const isFull = rest + piece.length > row.bytes.length;
    const bytes = isFull ? Buffer.allocUnsafe(2 * (rest + piece.length)) : row.bytes;
    row.bytes.copy(bytes, 0, row.start, this.#length);
    bytes.set(piece, rest);
    row.bytes = bytes;
    row.start = 0;
    this.#length = rest + piece.length;
    this.#visitRows(false);
  }

  /** Hands over the last row where no line end closes it. @throws as `push` does */
  end(): void {
    this.#visitRows(true);
  }

  #visitRows(isLast: boolean): void {
    const row = this.#row;
    const { scanner } = row;
    while (row.start < this.#length) {
      row.end = scanner.scan(row.bytes, row.start, this.#length, isLast);
      const isWhole = row.end >= 0;
      const bytes = (isWhole ? row.end : this.#length) - row.start;
      if (!isWhole && bytes <= maxRowBytes) return;
      if (scanner.hasUnclosedQuote) throw refuseQuotes(this.#file, row.line);
      if (bytes > maxRowBytes) throw refuseLength(this.#file, row.line);
      this.#visit(row);
      row.line += scanner.innerLines + 1;
      row.start = row.end;
    }
  }
}

/** Hands over every row of a text, as `RowFeed` does. @throws as `RowFeed.push` does */
export async function readRows(
  pieces: AsyncIterable<Uint8Array>,
  format: RowFormat,
  file: string,
  visit: (row: ScannedRow) => void,
): Promise<void> {
  const feed = new RowFeed(format, file, visit);
  for await (const piece of pieces) feed.push(piece);
  feed.end();
}

export function refuseQuotes(file: string, line: number): DatasetError {
  return new DatasetError(`${file}:${line}: a quoted cell that starts in this row is not closed properly.`, {
    hint: 'Write a quote inside a quoted cell twice (""), and close every quoted cell before its delimiter.',
  });
}

export function refuseLength(file: string, line: number): DatasetError {
  return new DatasetError(`${file}:${line}: this row has more than ${maxRowBytes} bytes.`, {
    hint: 'Name a manifest here, which has one row of a few cells for each image.',
  });
}
