import type { ColumnsConfig } from '../model/config.ts';
import { DatasetError } from '../model/errors.ts';
import { readHead, type ByteEncoding, type OpenBytes } from './byte-encoding.ts';
import { chooseDelimiter, readDeclaredDelimiter } from './choose-delimiter.ts';
import { maxRowBytes, refuseLength, refuseQuotes, type RowFormat } from './read-rows.ts';
import { RowScanner } from './row-scanner.ts';

/** The first row of a table that has any content. */
export interface TableHeader {
  readonly cells: readonly string[];
  /** Physical line where it starts, from 1; the table's rows start behind it. */
  readonly line: number;
}

export interface TableForm extends RowFormat {
  readonly header: TableHeader;
}

/**
 * The header of a delimited text and the delimiter, which the first line or the header itself tells.
 * @throws DatasetError where the first MiB of the text holds no header, or a part of one
 */
export async function findTable(
  open: OpenBytes,
  encoding: ByteEncoding,
  file: string,
  columns: ColumnsConfig,
): Promise<TableForm> {
  const head = await readHead(open(), maxRowBytes + 1);
  const text = encoding.decode(head, 0, head.length).replace(/\r\n?/g, '\n');
  const declared = readDeclaredDelimiter(text);
  const hasColumn = (names: readonly string[], name: string): boolean => findColumn(names, name) >= 0;
  const delimiter = declared ?? chooseDelimiter(text, listWanted(columns), hasColumn);
  const scanner = new RowScanner(delimiter, encoding);
  for (let start = 0, line = 1; start < head.length;) {
    const end = scanner.scan(head, start, head.length, head.length <= maxRowBytes);
    if (scanner.hasUnclosedQuote) throw refuseQuotes(file, line);
    if (end < 0) throw refuseLength(file, line);
    scanner.cleanCells(head);
    const isDeclaration = line === 1 && declared !== undefined;
    if (!isDeclaration && !scanner.isBlank())
      return { delimiter, encoding, header: { cells: scanner.readTexts(head), line } };
    line += scanner.innerLines + 1;
    start = end;
  }
  throw new DatasetError(`${file} is empty.`, {
    hint: 'The first row of a manifest names its columns; each row after it is one image.',
  });
}

/** Declared column names, the image's first. */
export function listWanted({ groups, box, image, ...others }: ColumnsConfig): string[] {
  return [image, ...Object.values(others), ...Object.values({ ...box }), ...Object.values(groups)].filter(
    (name) => name !== undefined,
  );
}

/** Index of the column called `name`: exactly so, or else the first that differs in case only; -1 for none. */
export function findColumn(header: readonly string[], name: string): number {
  const exact = header.indexOf(name.trim());
  if (exact >= 0) return exact;
  const folded = name.trim().toLowerCase();
  return header.findIndex((cell) => cell.toLowerCase() === folded);
}
