import type { ByteEncoding } from './byte-encoding.ts';

const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const quote = 0x22;

/** How a cell is written: without quotes that mean anything, in quotes, or with text behind its closing quote. */
const plain = 0;
const quoted = 1;
const stray = 2;

/**
 * Finds the cells of one row after the other in bytes that may end in the middle of a row. Cells are places in the
 * bytes handed over last, which hold until the next call.
 *
 * A quote inside an unquoted cell (`5" disk`) or text after a closing one (`"a"b`) is taken literally. A quoted cell
 * that is never closed, or that runs over a line end and is then not followed by a delimiter, has swallowed other
 * rows: nothing can say where they start again.
 */
export class RowScanner {
  cellCount = 0;
  /** Line ends inside the row's quotes. */
  innerLines = 0;
  /** Whether a quoted cell of the row has swallowed other rows. */
  hasUnclosedQuote = false;
  /** Where each cell's content starts and ends, once `cleanCells` was called. */
  starts = new Int32Array(16);
  ends = new Int32Array(16);
  /** Where each cell ends as written, at its delimiter or line end. */
  rawEnds = new Int32Array(16);
  #marks = new Uint8Array(16);
  #from = 0;
  readonly #delimiter: number;
  readonly #encoding: ByteEncoding;

  /** @param delimiter one of the characters of ASCII */
  constructor(delimiter: string, encoding: ByteEncoding) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#encoding = encoding;
  }

  /**
   * Scans the row that starts at `from`; bytes from `to` on are not looked at.
   * @param isLast whether the file ends at `to`
   * @returns the place behind the row's line end; -1 when the row goes on behind `to`
   */
  scan(bytes: Buffer, from: number, to: number, isLast: boolean): number {
    const delimiter = this.#delimiter;
    const lastEnd = Math.max(delimiter, carriageReturn);
    this.#from = from;
    this.cellCount = 0;
    this.innerLines = 0;
    this.hasUnclosedQuote = false;
    for (let at = from; ; at++) {
      let mark = plain;
      const open = this.#findQuote(bytes, at, to);
      if (open >= 0) {
        const linesBefore = this.innerLines;
        const close = this.#findClosingQuote(bytes, open, to);
        if (close >= to) this.hasUnclosedQuote = true;
        if (close + 1 >= to && !isLast) return -1;
        at = this.#skipBlanks(bytes, close + 1, to);
        mark = at >= to || this.#endsCell(bytes[at]) ? quoted : stray;
        if (mark === stray && this.innerLines > linesBefore) this.hasUnclosedQuote = true;
      }
      // Most bytes are letters and digits, above all that ends a cell.
      while (at < to && (bytes[at] ?? 0) > lastEnd) at++;
      let byte = bytes[at];
      while (at < to && byte !== delimiter && byte !== lineFeed && byte !== carriageReturn)
        byte = bytes[++at];
      if (at >= to && !isLast) return -1;
      this.#addCell(Math.min(at, to), mark);
      if (at >= to) return to;
      if (byte === delimiter) continue;
      if (byte === lineFeed) return at + 1;
      if (at + 1 >= to) return isLast ? to : -1;
      return bytes[at + 1] === lineFeed ? at + 2 : at + 1;
    }
  }

  /**
   * Takes quotes and surrounding blanks away from the cells of the row scanned last, and writes line ends in them as
   * `\n`. Bytes of the row are moved, so that it cannot be scanned again.
   */
  cleanCells(bytes: Buffer): void {
    let start = this.#from;
    for (let index = 0; index < this.cellCount; index++) {
      const end = this.rawEnds[index] ?? 0;
      this.#cleanCell(bytes, index, start, end);
      start = end + 1;
    }
  }

  /** Whether no cell has any content, once `cleanCells` was called. */
  isBlank(): boolean {
    for (let index = 0; index < this.cellCount; index++)
      if (this.starts[index] !== this.ends[index]) return false;
    return true;
  }

  /** The cells as texts, once `cleanCells` was called. */
  readTexts(bytes: Buffer): string[] {
    return Array.from({ length: this.cellCount }, (_, index) =>
      this.#encoding.decode(bytes, this.starts[index] ?? 0, this.ends[index] ?? 0),
    );
  }

  #addCell(end: number, mark: number): void {
    const index = this.cellCount++;
    if (index === this.rawEnds.length) {
      this.starts = new Int32Array(2 * index);
      this.ends = new Int32Array(2 * index);
      this.rawEnds = grow(this.rawEnds, new Int32Array(2 * index));
      this.#marks = grow(this.#marks, new Uint8Array(2 * index));
    }
    this.rawEnds[index] = end;
    this.#marks[index] = mark;
  }

  #cleanCell(bytes: Buffer, index: number, rawStart: number, rawEnd: number): void {
    const mark = this.#marks[index];
    let start = rawStart;
    let end = rawEnd;
    if (mark !== plain) {
      const open = this.#skipBlanks(bytes, start, end);
      start = mark === quoted ? open + 1 : open;
      end = compactQuoted(bytes, open, end, mark === quoted);
    }
    this.#trim(bytes, index, start, end);
  }

  /** Sets a cell to what is left without the blanks of `String.trim`. */
  #trim(bytes: Buffer, index: number, from: number, to: number): void {
    let start = from;
    let end = to;
    while (start < end && isAsciiBlank(bytes[start] ?? 0)) start++;
    while (start < end && isAsciiBlank(bytes[end - 1] ?? 0)) end--;
    if (start < end && ((bytes[start] ?? 0) >= 0x80 || (bytes[end - 1] ?? 0) >= 0x80)) {
      const text = this.#encoding.decode(bytes, start, end);
      const atEnd = text.trimEnd();
      end -= this.#encoding.byteLength(text.slice(atEnd.length));
      start += this.#encoding.byteLength(atEnd.slice(0, atEnd.length - atEnd.trimStart().length));
    }
    this.starts[index] = start;
    this.ends[index] = end;
  }

  /** The quote that a cell starts with, behind blanks; -1 where it starts with anything else. */
  #findQuote(bytes: Buffer, from: number, to: number): number {
    const first = bytes[from] ?? 0;
    if (first > quote && first < 0x80) return -1;
    const at = this.#skipBlanks(bytes, from, to);
    return at < to && bytes[at] === quote ? at : -1;
  }

  /** The place of the quote that closes the one at `open`; `to` when there is none. Counts the line ends before it. */
  #findClosingQuote(bytes: Buffer, open: number, to: number): number {
    for (let at = open + 1; at < to; at++) {
      const byte = bytes[at];
      if (byte === quote) {
        if (at + 1 === to || bytes[at + 1] !== quote) return at;
        at++;
      } else if (byte === lineFeed || (byte === carriageReturn && bytes[at + 1] !== lineFeed)) {
        this.innerLines++;
      }
    }
    return to;
  }

  #skipBlanks(bytes: Buffer, from: number, to: number): number {
    let at = from;
    while (at < to) {
      const byte = bytes[at] ?? 0;
      if (byte === this.#delimiter || byte === lineFeed || byte === carriageReturn) break;
      if (byte < 0x80 && !isAsciiBlank(byte)) break;
      const length = byte < 0x80 ? 1 : this.#encoding.characterLength(byte);
      if (byte >= 0x80 && this.#encoding.decode(bytes, at, at + length).trim() !== '') break;
      at += length;
    }
    return at;
  }

  #endsCell(byte: number | undefined): boolean {
    return byte === this.#delimiter || byte === lineFeed || byte === carriageReturn;
  }
}

function isAsciiBlank(byte: number): boolean {
  return byte === space || (byte >= tab && byte <= carriageReturn);
}

/**
 * Moves the bytes behind an opening quote together, a doubled quote as one, every line end as `\n`.
 * @param isClosed whether nothing but blanks follows the closing quote, which is then left out
 * @returns where they end now
 */
function compactQuoted(bytes: Buffer, open: number, end: number, isClosed: boolean): number {
  let to = open + 1;
  let isInside = true;
  for (let at = open + 1; at < end; at++) {
    let byte = bytes[at] ?? 0;
    if (isInside && byte === quote) {
      if (at + 1 < end && bytes[at + 1] === quote) at++;
      else if (isClosed) return to;
      else isInside = false;
    } else if (isInside && byte === carriageReturn) {
      if (bytes[at + 1] === lineFeed) at++;
      byte = lineFeed;
    }
    bytes[to++] = byte;
  }
  return to;
}

function grow<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
