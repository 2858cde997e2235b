import type { ColumnsConfig } from '../model/config.ts';
import { DatasetError } from '../model/errors.ts';
import type { InventoryProblem } from '../model/inventory.ts';
import { readEncoded, type OpenBytes } from './byte-encoding.ts';
import { ManifestRows } from './manifest-rows.ts';
import { findNearestName, quoteName } from './nearest-name.ts';
import { checkProblemCount } from './problem-log.ts';
import { readRows } from './read-rows.ts';
import { checkRowBounds, type HeldRows } from './row-bounds.ts';
import { findColumn, findTable, listWanted, type TableHeader } from './table-form.ts';

export interface Manifest {
  readonly rows: ManifestRows;
  readonly problems: readonly InventoryProblem[];
  /** Rows with any content below the header. */
  readonly rowsRead: number;
}

/**
 * Reads a delimited text with a header. A row with more cells than the header is not used: which cell holds the extra
 * delimiter is anybody's guess. A shorter one is used as far as it goes.
 * @param held what the rows of all manifests take, to which those of this one are added
 * @throws DatasetError for an empty text, a declared column that is not there, quotes that are not closed, and more
 * rows than can be held
 */
export async function readManifest(
  open: OpenBytes,
  file: string,
  columns: ColumnsConfig,
  held: HeldRows,
): Promise<Manifest> {
  if (columns.image === undefined) {
    throw new DatasetError(`No column of ${file} is said to hold the image paths.`, {
      hint: 'Name it as samples.columns.image.',
    });
  }
  const heldBefore = { ...held };
  return readEncoded(open, async (openEncoded, encoding) => {
    // What a reading in another encoding has taken is given back.
    Object.assign(held, heldBefore);
    const form = await findTable(openEncoded, encoding, file, columns);
    const { header } = form;
    const wanted = listWanted(columns);
    requireColumns(header, file, wanted);
    const problems: InventoryProblem[] = findDuplicateHeaders(header, file, wanted);
    const rows = new ManifestRows(header.cells, columns, encoding, held);
    let rowsRead = 0;
    await readRows(openEncoded(), form, file, (row) => {
      if (row.line <= header.line) return;
      const { scanner, bytes, line } = row;
      scanner.cleanCells(bytes);
      if (scanner.isBlank()) return;
      rowsRead++;
      const location = { file, line };
      checkRowBounds(held, location);
      const surplus = scanner.cellCount - header.cells.length;
      const isUsed = surplus <= 0 && rows.push(row);
      if (isUsed && surplus === 0) return;
      const reasons = [
        ...(surplus > 0 ? (['too-many-cells'] as const) : []),
        ...(surplus < 0 ? (['too-few-cells'] as const) : []),
        ...(surplus <= 0 && !isUsed ? (['no-image'] as const) : []),
      ];
      checkProblemCount(problems.length, location);
      for (const reason of reasons)
        problems.push({
          ...{ kind: 'row', reason, location },
          ...{ cells: scanner.cellCount, columns: header.cells.length },
        });
    });
    return { rows, problems, rowsRead };
  });
}

const maxColumnsShown = 20;

function requireColumns({ cells, line }: TableHeader, file: string, wanted: readonly string[]): void {
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
  { cells, line }: TableHeader,
  file: string,
  wanted: readonly string[],
): InventoryProblem[] {
  const repeated = new Set(cells.filter((cell, index) => cells.indexOf(cell) !== index));
  const used = new Set(wanted.map((name) => cells[findColumn(cells, name)]));
  return [...repeated]
    .filter((column) => used.has(column))
    .map((column) => ({ kind: 'duplicate-header', column, location: { file, line } }));
}
