/** Counts of units by the value of a row variable and of a column variable; only cells that hold a unit are there. */
export interface ContingencyTable {
  readonly cells: readonly { readonly row: number; readonly column: number; readonly count: number }[];
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  readonly total: number;
}

/**
 * Counts units by two variables.
 * @param rows the row of each unit, from 0 to `rowCount` − 1
 * @param columns the column of each unit, from 0 to `columnCount` − 1
 */
export function tabulate(
  rows: ArrayLike<number>,
  columns: ArrayLike<number>,
  rowCount: number,
  columnCount: number,
): ContingencyTable {
  const counts = new Float64Array(rowCount * columnCount);
  const rowTotals = new Array<number>(rowCount).fill(0);
  const columnTotals = new Array<number>(columnCount).fill(0);
  for (let unit = 0; unit < rows.length; unit++) {
    const row = rows[unit] ?? 0;
    const column = columns[unit] ?? 0;
    const at = row * columnCount + column;
    counts[at] = (counts[at] ?? 0) + 1;
    rowTotals[row] = (rowTotals[row] ?? 0) + 1;
    columnTotals[column] = (columnTotals[column] ?? 0) + 1;
  }
  const cells = [...counts].flatMap((count, at) =>
    count === 0 ? [] : [{ row: Math.floor(at / columnCount), column: at % columnCount, count }],
  );
  return { cells, rowTotals, columnTotals, total: rows.length };
}

/** Pearson's χ²: Σ (observed − expected)² / expected, as if rows and columns were independent. */
export function chiSquared({ cells, rowTotals, columnTotals, total }: ContingencyTable): number {
  // Σ o² / e − n: the same sum, over the cells that hold something.
  const ratios = cells.map(
    ({ row, column, count }) => count ** 2 / ((rowTotals[row] ?? 0) * (columnTotals[column] ?? 0)),
  );
  return Math.max(0, total * (ratios.reduce((sum, ratio) => sum + ratio, 0) - 1));
}

/**
 * Cramér's V, corrected for the association that chance alone gives a table of many cells (Bergsma 2013,
 * doi:10.1016/j.jkss.2012.10.002): 0 where rows and columns are independent, 1 where one determines the other. Of two
 * columns it is Cohen's w, whose marks are 0.1 small, 0.3 medium, 0.5 large (Cohen 1992, doi:10.1037/0033-2909.112.1.155).
 * Rows and columns without a unit do not count.
 * @returns 0–1; undefined where a variable has a single value, or as many as there are units
 */
export function correctedCramersV(table: ContingencyTable): number | undefined {
  const { total } = table;
  const rows = countFilled(table.rowTotals);
  const columns = countFilled(table.columnTotals);
  if (rows < 2 || columns < 2 || total < 2) return undefined;
  const byChance = ((rows - 1) * (columns - 1)) / (total - 1);
  const association = Math.max(0, chiSquared(table) / total - byChance);
  const correct = (values: number): number => values - (values - 1) ** 2 / (total - 1);
  const freedom = Math.min(correct(rows), correct(columns)) - 1;
  return freedom <= 0 ? undefined : Math.min(1, Math.sqrt(association / freedom));
}

function countFilled(totals: readonly number[]): number {
  return totals.filter((total) => total > 0).length;
}
