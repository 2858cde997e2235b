import type { ContingencyTable } from './contingency-table.ts';

/**
 * How well the column of a unit is told from its row alone by the other units: each unit is left out in turn, and the
 * column whose share of the others has most of its units in that row is the guess (of equal ones none is right). Its
 * accuracy is balanced: the mean, over columns, of the share of units that are guessed.
 * @returns 0–1, where guessing without looking gives 1 / columns; undefined without two columns that hold two units each
 */
export function balancedAccuracy({ cells, columnTotals }: ContingencyTable): number | undefined {
  const judged = columnTotals.filter((total) => total > 1).length;
  if (judged < 2 || judged < columnTotals.filter((total) => total > 0).length) return undefined;
  const byRow = new Map<number, { readonly column: number; readonly count: number }[]>();
  for (const { row, column, count } of cells) {
    const others = byRow.get(row);
    if (others) others.push({ column, count });
    else byRow.set(row, [{ column, count }]);
  }
  let accuracy = 0;
  for (const { row, column, count } of cells) {
    const total = columnTotals[column] ?? 0;
    const own = (count - 1) / (total - 1);
    const rivals = byRow.get(row)?.filter((cell) => cell.column !== column) ?? [];
    const isGuessed = rivals.every((rival) => rival.count / (columnTotals[rival.column] ?? 1) < own);
    if (isGuessed && own > 0) accuracy += count / total / judged;
  }
  return accuracy;
}
