import { formatCount, formatQuantity } from '../../../model/number-words.ts';
import type { PageData } from '../packed-rows.ts';
import type { Filter } from './filter.ts';
import { FindingsTable } from './findings-table.ts';
import { makeSortable } from './sort.ts';

// What the page does beyond being read: filters, sorting, pages and links to findings.

for (const table of document.querySelectorAll<HTMLTableElement>('table.sortable')) makeSortable(table);

const data = JSON.parse(find('data', HTMLElement).textContent) as PageData;
const tables = data.checks.flatMap((check) => {
  const box = document.querySelector<HTMLElement>(`.findings[data-place="${check.place}"]`);
  return box ? [new FindingsTable(box, check, chooseSubject)] : [];
});
if (tables.length > 0) startFilters();
for (const table of tables) table.start();
openLinked();
window.addEventListener('hashchange', openLinked);

function startFilters(): void {
  const box = find('filters', HTMLElement);
  let waiting: number | undefined;
  box.addEventListener('input', () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(applyFilter, 120);
  });
  find('clear', HTMLElement).addEventListener('click', () => {
    clearFilter();
    find('filter-text', HTMLElement).focus();
  });
  box.hidden = false;
  showCount(tables.reduce((sum, { head }) => sum + head.total, 0));
}

function readFilter(): Filter {
  return {
    text: find('filter-text', HTMLInputElement).value.trim(),
    check: find('filter-check', HTMLSelectElement).value,
    split: find('filter-split', HTMLSelectElement).value,
    subject: find('filter-subject', HTMLInputElement).value.trim(),
    severities: new Set(listSeverities().flatMap(({ checked, value }) => (checked ? [value] : []))),
  };
}

function applyFilter(): void {
  const filter = readFilter();
  showCount(tables.reduce((sum, table) => sum + table.filter(filter), 0));
  const { text, check, split, subject } = filter;
  const isAll = text + check + split + subject === '' && listSeverities().every(({ checked }) => checked);
  find('clear', HTMLElement).hidden = isAll;
}

function clearFilter(): void {
  for (const id of ['filter-text', 'filter-subject']) find(id, HTMLInputElement).value = '';
  for (const id of ['filter-check', 'filter-split']) find(id, HTMLSelectElement).value = '';
  for (const box of listSeverities()) box.checked = true;
  applyFilter();
}

function chooseSubject(subject: string): void {
  find('filter-subject', HTMLInputElement).value = subject;
  applyFilter();
  find('filter-subject', HTMLElement).focus();
}

function showCount(count: number): void {
  const all = tables.reduce((sum, { head }) => sum + head.total, 0);
  find('found', HTMLElement).textContent =
    count === all
      ? formatQuantity(all, 'finding')
      : `${formatCount(count)} of ${formatQuantity(all, 'finding')}`;
}

/** Shows the finding that the address names, on whatever page it stands and whatever the filter leaves out. */
function openLinked(): void {
  const id = window.location.hash.slice(1);
  const table = tables.find((one) => one.holds(id));
  if (!table) return;
  if (!table.shows(id)) clearFilter();
  const row = table.turnTo(id);
  if (!row) return;
  row.classList.add('linked');
  row.scrollIntoView({ block: 'center' });
  row.focus({ preventScroll: true });
}

function listSeverities(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('#filters input[name=severity]')];
}

function find<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`the page has no #${id}`);
}
