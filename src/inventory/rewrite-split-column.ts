import type { ColumnsConfig } from '../model/config.ts';
import { DatasetError } from '../model/errors.ts';
import { decodeText } from './decode-text.ts';
import { findColumn, parseTable, type Table } from './manifest.ts';

/** Name of the column that is added where the manifest has none for the split. */
export const newSplitColumn = 'split';

/** A part of a text, and what comes in its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The manifest with other values in its split column, every other byte as it is; the column is added at the end where
 * the config names none.
 * @param splitOf the split of the row that starts at a line; undefined leaves the row as it is
 * @throws DatasetError for a manifest that cannot be changed without touching more
 */
export function rewriteSplitColumn(
  bytes: Uint8Array,
  file: string,
  columns: ColumnsConfig,
  splitOf: (line: number) => string | undefined,
): Uint8Array {
  const before = parseTable(decodeText(bytes), file, columns);
  const header = before.rows[0];
  if (!header || bytes[0] === 0xff || bytes[0] === 0xfe) throw refuse(file);
  // One character a byte: delimiters, quotes and line ends are single bytes in UTF-8 and in Windows-1252.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const index = columns.split === undefined ? -1 : findColumn(header.cells, columns.split);
  const edits = scanRows(text, before.delimiter).flatMap((row): Edit[] => {
    if (row.line === header.line) return index < 0 ? [appendCell(row, before.delimiter, newSplitColumn)] : [];
    const split = splitOf(row.line);
    if (split === undefined) return [];
    const value = Buffer.from(quoteCell(split, before.delimiter)).toString('latin1');
    const cell = index < 0 ? undefined : row.cells[index];
    if (cell) return [{ ...cell, text: value }];
    const missing = (index < 0 ? header.cells.length : index) - row.cells.length;
    return [appendCell(row, before.delimiter, before.delimiter.repeat(Math.max(0, missing)) + value)];
  });
  const rewritten = Buffer.from(applyEdits(text, edits), 'latin1');
  const after = parseTable(decodeText(rewritten), file, columns);
  if (!isAsWanted(before, after, index, splitOf)) throw refuse(file);
  return rewritten;
}

function refuse(file: string): DatasetError {
  return new DatasetError(`the split column of ${file} cannot be rewritten without changing more of it`, {
    hint: 'write the splits to a file of their own with --output',
  });
}

interface RawRow {
  /** Physical line where the row starts, from 1. */
  readonly line: number;
  readonly cells: readonly { readonly start: number; readonly end: number }[];
}

/** The places of all cells, as RFC 4180 has them; what is written otherwise is found out by reading the result. */
function scanRows(text: string, delimiter: string): RawRow[] {
  const rows: RawRow[] = [];
  let at = text.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0;
  let line = 1;
  while (at < text.length) {
    const cells: { start: number; end: number }[] = [];
    const first = line;
    for (let isOpen = true; isOpen;) {
      const start = at;
      let isQuoted = false;
      for (; at < text.length; at++) {
        const character = text[at] ?? '';
        if (character === '"') isQuoted = !isQuoted;
        else if (isQuoted) line += isLineEnd(text, at) ? 1 : 0;
        else if (character === delimiter || character === '\n' || character === '\r') break;
      }
      cells.push({ start, end: at });
      isOpen = text[at] === delimiter;
      if (isOpen) at++;
    }
    rows.push({ line: first, cells });
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line++;
  }
  return rows;
}

/** `\r\n` ends a line once, at its `\n`. */
function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n');
}

function appendCell({ cells }: RawRow, delimiter: string, text: string): Edit {
  const end = cells.at(-1)?.end ?? 0;
  return { start: end, end, text: delimiter + text };
}

function quoteCell(value: string, delimiter: string): string {
  const needsQuotes = value.includes(delimiter) || /["\r\n]|^\s|\s$/u.test(value);
  return needsQuotes ? `"${value.replaceAll('"', '""')}"` : value;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let from = 0;
  const parts = edits.flatMap(({ start, end, text: replacement }) => {
    const kept = text.slice(from, start);
    from = end;
    return [kept, replacement];
  });
  return parts.join('') + text.slice(from);
}

/** Whether two readings differ in the split column alone, and there as it was asked for. */
function isAsWanted(
  before: Table,
  after: Table,
  index: number,
  splitOf: (line: number) => string | undefined,
): boolean {
  const width = before.rows[0]?.cells.length ?? 0;
  const column = index < 0 ? width : index;
  return (
    before.delimiter === after.delimiter &&
    before.rows.length === after.rows.length &&
    before.rows.every(({ cells, line }, at) => {
      const row = after.rows[at];
      if (row?.line !== line) return false;
      const split = at === 0 ? undefined : splitOf(line);
      const isSplit = split === undefined ? true : row.cells[column] === split.trim();
      const others = (all: readonly string[]): string[] => all.filter((_, place) => place !== column);
      const kept = others(row.cells).slice(0, Math.max(cells.length, column));
      return isSplit && others(cells).every((cell, place) => kept[place] === cell);
    })
  );
}
