import type { BoxColumns, ColumnsConfig } from '../model/config.ts';
import { DatasetError } from '../model/errors.ts';
import type { InventoryProblem } from '../model/inventory.ts';
import { chooseDelimiter, parseDelimited, type DelimitedRow } from './delimited-text.ts';
import { findNearestName, quoteName } from './nearest-name.ts';

/** What one row says about one image, as written; an empty cell says nothing. */
export interface ManifestRow {
  /** Physical line where the row starts, from 1. */
  readonly line: number;
  readonly image: string;
  readonly label?: string;
  readonly subject?: string;
  readonly site?: string;
  readonly split?: string;
  readonly domain?: string;
  readonly class?: string;
  readonly box?: Readonly<Partial<Record<keyof BoxColumns, string>>>;
  readonly groups: Readonly<Record<string, string>>;
}

export interface Manifest {
  readonly rows: readonly ManifestRow[];
  readonly problems: readonly InventoryProblem[];
  /** Rows with any content below the header. */
  readonly rowsRead: number;
}

/**
 * Reads a CSV text (as `decodeText` gives it) with a header. A row with more cells than the header is not
 * used: which cell holds the extra delimiter is anybody's guess. A shorter one is used as far as it goes.
 * @throws DatasetError for an empty text, a declared column that is not there, or quotes that are not closed.
 */
export function readManifest(text: string, file: string, columns: ColumnsConfig): Manifest {
  if (columns.image === undefined) {
    throw new DatasetError(`No column of ${file} is said to hold the image paths.`, {
      hint: 'Name it as samples.columns.image.',
    });
  }
  const wanted = listWanted(columns);
  const [header, ...rows] = parseTable(text, file, columns).rows;
  if (!header) {
    throw new DatasetError(`${file} is empty.`, {
      hint: 'The first row of a manifest names its columns; each row after it is one image.',
    });
  }
  requireColumns(header, file, wanted);
  const problems: InventoryProblem[] = findDuplicateHeaders(header, file, wanted);
  const read = compileRowReader(header.cells, columns);
  const used: ManifestRow[] = [];
  for (const row of rows) {
    const manifestRow = read(row);
    const surplus = row.cells.length - header.cells.length;
    const reasons = [
      surplus > 0 ? ('too-many-cells' as const) : undefined,
      surplus < 0 ? ('too-few-cells' as const) : undefined,
      surplus <= 0 && !manifestRow ? ('no-image' as const) : undefined,
    ].filter((reason) => reason !== undefined);
    for (const reason of reasons)
      problems.push({
        kind: 'row',
        reason,
        cells: row.cells.length,
        columns: header.cells.length,
        location: { file, line: row.line },
      });
    if (surplus <= 0 && manifestRow) used.push(manifestRow);
  }
  return { rows: used, problems, rowsRead: rows.length };
}

export interface Table {
  readonly delimiter: string;
  /** The header first. */
  readonly rows: readonly DelimitedRow[];
}

/**
 * The rows of a CSV text as `decodeText` gives it, with the delimiter that its first line or its header tells.
 * @throws DatasetError for quotes that are not closed.
 */
export function parseTable(text: string, file: string, columns: ColumnsConfig): Table {
  const declared = readDeclaredDelimiter(text);
  const body = declared === undefined ? text : text.slice(text.indexOf('\n'));
  const hasColumn = (names: readonly string[], name: string): boolean => findColumn(names, name) >= 0;
  const delimiter = declared ?? chooseDelimiter(body, file, listWanted(columns), hasColumn);
  return { delimiter, rows: parseDelimited(body, delimiter, file) };
}

/** The delimiter that a spreadsheet program has written down in a first line such as `sep=;`. */
function readDeclaredDelimiter(text: string): string | undefined {
  return /^"?sep=([,;|\t])"?\n/i.exec(text)?.[1];
}

/** Declared column names, the image's first. */
function listWanted({ groups, box, image, ...others }: ColumnsConfig): string[] {
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

const maxColumnsShown = 20;

function requireColumns({ cells, line }: DelimitedRow, file: string, wanted: readonly string[]): void {
  const missing = wanted.filter((name) => findColumn(cells, name) < 0);
  const [first] = missing;
  if (first === undefined) return;
  const shown = cells.slice(0, maxColumnsShown).map(quoteName).join(', ');
  const more = cells.length > maxColumnsShown ? ` and ${cells.length - maxColumnsShown} more` : '';
  const nearest = findNearestName(first, cells);
  throw new DatasetError(
    `${file}:${line}: there is no column ${missing.map(quoteName).join(' or ')}; the columns are ${shown}${more}.`,
    {
      hint:
        nearest === undefined
          ? 'Say under samples.columns what the columns of the manifest are called.'
          : `Did you mean ${quoteName(nearest)}? Columns are named under samples.columns.`,
    },
  );
}

function findDuplicateHeaders(
  { cells, line }: DelimitedRow,
  file: string,
  wanted: readonly string[],
): InventoryProblem[] {
  const repeated = new Set(cells.filter((cell, index) => cells.indexOf(cell) !== index));
  const used = new Set(wanted.map((name) => cells[findColumn(cells, name)]));
  return [...repeated]
    .filter((column) => used.has(column))
    .map((column) => ({ kind: 'duplicate-header', column, location: { file, line } }));
}

/** A reader of rows under `header`; it gives undefined for a row without an image. */
function compileRowReader(
  header: readonly string[],
  columns: ColumnsConfig,
): (row: DelimitedRow) => ManifestRow | undefined {
  const { groups, box, image, ...others } = columns;
  const imageIndex = image === undefined ? -1 : findColumn(header, image);
  const fields = Object.entries(others).map(([field, name]) => [field, findColumn(header, name)] as const);
  const kinds = Object.entries(groups).map(([kind, name]) => [kind, findColumn(header, name)] as const);
  const edges = Object.entries({ ...box }).map(([edge, name]) => [edge, findColumn(header, name)] as const);
  return ({ cells, line }) => {
    const path = cells[imageIndex];
    if (path === undefined || path === '') return undefined;
    return {
      line,
      image: path,
      ...pickCells(cells, fields),
      ...(box && { box: pickCells(cells, edges) }),
      groups: pickCells(cells, kinds),
    };
  };
}

function pickCells(
  cells: readonly string[],
  indexByName: readonly (readonly [string, number])[],
): Record<string, string> {
  const picked: [string, string][] = [];
  for (const [name, index] of indexByName) {
    const cell = cells[index];
    if (cell !== undefined && cell !== '') picked.push([name, cell]);
  }
  return Object.fromEntries(picked);
}
