import type { Column, FindingRow } from '../finding-row.ts';

export type Direction = 'ascending' | 'descending';

/** Which column a table is sorted by; none is the order of the report. */
export interface Order {
  readonly column: Column;
  readonly direction: Direction;
}

/** Texts in code-unit order but for their numbers, so that `p2` comes before `p10`: the same in every browser. */
const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'variant' });

export function compareCells(a: string, b: string): number {
  return compare(a, b);
}

/** The rows in an order; equal rows keep theirs, whatever the direction. */
export function sortRows(rows: readonly FindingRow[], order: Order | undefined): readonly FindingRow[] {
  if (!order) return rows;
  const sign = order.direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, key: keyOf(row, order.column) }));
  keyed.sort((a, b) => sign * compareKeys(a.key, b.key));
  return keyed.map(({ row }) => row);
}

function keyOf({ message, subjects, splits, samplesTotal }: FindingRow, column: Column): string | number {
  switch (column) {
    case 'finding':
      return message;
    case 'subject':
      return subjects.join(', ');
    case 'split':
      return splits.join(', ');
    case 'samples':
      return samplesTotal;
  }
}

function compareKeys(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareCells(String(a), String(b));
}

/**
 * Makes the heads of a table's columns buttons that sort it. The first press sorts upwards, the next downwards.
 * @param sort told the column's head and the direction
 */
export function addSortButtons(
  table: HTMLTableElement,
  sort: (head: HTMLTableCellElement, direction: Direction) => void,
): void {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th')];
  for (const head of heads) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    button.addEventListener('click', () => {
      const direction = head.ariaSort === 'ascending' ? 'descending' : 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', direction);
      sort(head, direction);
    });
    head.append(button);
  }
}

/** Lets a table that is on the page with all its rows be sorted by each of its columns. */
export function makeSortable(table: HTMLTableElement): void {
  const [body] = table.tBodies;
  if (!body || body.rows.length < 2) return;
  addSortButtons(table, ({ cellIndex }, direction) => {
    const sign = direction === 'ascending' ? 1 : -1;
    const rows = [...body.rows].map((row) => ({ row, cell: row.cells[cellIndex] }));
    rows.sort((a, b) => sign * compareTableCells(a.cell, b.cell));
    body.append(...rows.map(({ row }) => row));
  });
}

function compareTableCells(a: HTMLTableCellElement | undefined, b: HTMLTableCellElement | undefined): number {
  const [left, right] = [a?.dataset['value'], b?.dataset['value']];
  if (left !== undefined && right !== undefined) return Number(left) - Number(right);
  return compareCells(a?.textContent ?? '', b?.textContent ?? '');
}
