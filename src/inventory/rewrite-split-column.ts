import type { ColumnsConfig } from '../model/config.ts';
import { writeCsvCell } from '../model/csv-cell.ts';
import { DatasetError } from '../model/errors.ts';
import { byteOrderMark, readEncoded, readHead, type OpenBytes } from './byte-encoding.ts';
import { readRows, RowFeed, type ScannedRow } from './read-rows.ts';
import { findColumn, findTable, type TableForm } from './table-form.ts';

/** Name of the column that is added where the manifest has none for the split. */
export const newSplitColumn = 'split';

/**
 * The manifest with other values in its split column, every other byte as it is; the column is added at the end where
 * the config names none. The file is read through once before the first piece comes, and again for the pieces.
 * @param splitOf the split of the row that starts at a line; undefined leaves the row as it is
 * @throws DatasetError for UTF-16, which is read as another encoding, and for what `readManifest` throws; while
 * pieces are taken, for a split that the manifest's encoding has no characters for
 */
export async function rewriteSplitColumn(
  open: OpenBytes,
  file: string,
  columns: ColumnsConfig,
  splitOf: (line: number) => string | undefined,
): Promise<AsyncIterable<Uint8Array>> {
  const head = await readHead(open(), byteOrderMark.length);
  if (head[0] === 0xff || head[0] === 0xfe) throw refuse(file, 'in UTF-16');
  return readEncoded(open, async (openEncoded, encoding) => {
    const form = await findTable(openEncoded, encoding, file, columns);
    const index = columns.split === undefined ? -1 : findColumn(form.header.cells, columns.split);
    // To the end, for only there is it known whether it can be read in this encoding.
    await readRows(openEncoded(), form, file, () => undefined);
    const rewrite = (row: ScannedRow): Buffer[] => rewriteRow(row, form, index, file, splitOf);
    const mark = head.equals(byteOrderMark) ? [head] : [];
    return rewritePieces(openEncoded(), mark, form, file, rewrite);
  });
}

async function* rewritePieces(
  pieces: AsyncIterable<Uint8Array>,
  mark: readonly Buffer[],
  form: TableForm,
  file: string,
  rewrite: (row: ScannedRow) => Buffer[],
): AsyncGenerator<Uint8Array, void> {
  let written = [...mark];
  const feed = new RowFeed(form, file, (row) => written.push(...rewrite(row)));
  for await (const piece of pieces) {
    feed.push(piece);
    yield Buffer.concat(written);
    written = [];
  }
  feed.end();
  yield Buffer.concat(written);
}

/** The bytes of a row with the split that is wanted. */
function rewriteRow(
  { scanner: { cellCount, rawEnds }, bytes, start, end, line }: ScannedRow,
  { delimiter, encoding, header }: TableForm,
  index: number,
  file: string,
  splitOf: (line: number) => string | undefined,
): Buffer[] {
  const split = line > header.line ? splitOf(line) : undefined;
  const isNewHeader = line === header.line && index < 0;
  if (split === undefined && !isNewHeader) return [Buffer.from(bytes.subarray(start, end))];
  const value = Buffer.from(writeCsvCell(split ?? newSplitColumn, delimiter));
  if (encoding.name !== 'UTF-8' && value.some((byte) => byte >= 0x80))
    throw refuse(file, `in ${encoding.name} and cannot hold every split's name`);
  const column = index < 0 ? header.cells.length : index;
  const rowEnd = rawEnds[cellCount - 1] ?? start;
  const isThere = index >= 0 && index < cellCount;
  const cellStart = !isThere ? rowEnd : index === 0 ? start : (rawEnds[index - 1] ?? 0) + 1;
  const cellEnd = isThere ? (rawEnds[index] ?? rowEnd) : rowEnd;
  const missing = isNewHeader ? 1 : isThere ? 0 : Math.max(1, column - cellCount + 1);
  return [
    Buffer.from(bytes.subarray(start, cellStart)),
    Buffer.from(delimiter.repeat(missing)),
    value,
    Buffer.from(bytes.subarray(cellEnd, end)),
  ];
}

function refuse(file: string, reason: string): DatasetError {
  return new DatasetError(`the split column of ${file} cannot be rewritten, for the file is ${reason}`, {
    hint: 'write the splits to a file of their own with --output',
  });
}
