import {
  columns as allColumns,
  listColumns,
  type CheckFindings,
  type Column,
  type FindingRow,
} from '../finding-row.ts';
import { idLength, unpackRows, type PackedCheck, type PackedRows } from '../packed-rows.ts';
import { drawFinding, drawSubject } from '../row-elements.ts';
import { countBySubject, type SubjectCount } from '../subject-counts.ts';
import { chooseRows, choosesAll, choosesCheck, type Filter } from './filter.ts';
import { makeDom } from './make-dom.ts';
import { Pager } from './pager.ts';
import { addSortButtons, sortRows, type Order } from './sort.ts';

/** The findings of one check on the page. Rows are unpacked when they are needed first. */
export class FindingsTable {
  readonly head: Omit<CheckFindings, 'rows'>;
  readonly #section: HTMLElement;
  readonly #body: HTMLTableSectionElement;
  readonly #pager: Pager;
  readonly #subjects: SubjectsTable | undefined;
  readonly #packed: PackedRows;
  #rows: readonly FindingRow[] | undefined;
  #columns: readonly Column[] = [];
  #chosen: readonly FindingRow[] | undefined;
  #order: Order | undefined;

  /** @param chooseSubject told that a reader wants the findings of a subject alone */
  constructor(box: HTMLElement, { rows, ...head }: PackedCheck, chooseSubject: (subject: string) => void) {
    const section = box.closest('section');
    const table = box.querySelector<HTMLTableElement>('table.rows');
    const body = table?.tBodies[0];
    const pager = box.querySelector<HTMLElement>(':scope > .pager');
    if (!section || !table || !body || !pager) throw new Error('the page lacks a table');
    this.head = head;
    this.#packed = rows;
    this.#section = section;
    this.#body = body;
    this.#pager = new Pager(pager, `findings of ${head.id}`, () => this.#draw());
    const bySubject = box.querySelector<HTMLElement>('.by-subject');
    this.#subjects = bySubject ? new SubjectsTable(bySubject, head.id, chooseSubject) : undefined;
    if (rows.kinds.length > 1)
      addSortButtons(table, ({ dataset }, direction) => {
        const column = allColumns.find((name) => name === dataset['column']);
        this.#order = column && { column, direction };
        this.#pager.open(0, 0);
        this.#draw();
      });
  }

  /** Begins with the first rows, which the page was sent with. Subjects are counted where a reader comes to them. */
  start(): void {
    this.#pager.show(this.#packed.kinds);
    const subjects = this.#subjects;
    if (!subjects) return;
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watcher.disconnect();
      subjects.show(countBySubject(this.#chosen ?? this.#unpack()));
    });
    watcher.observe(this.#section);
  }

  /** Shows what a filter chooses; returns how many findings that are. */
  filter(filter: Filter): number {
    const isChosen = choosesCheck(filter, this.head);
    if (!isChosen) this.#chosen = [];
    else this.#chosen = choosesAll(filter) ? this.#unpack() : chooseRows(this.#unpack(), filter);
    this.#section.hidden = this.#chosen.length === 0;
    if (this.#chosen.length === 0) return 0;
    this.#pager.open(this.#chosen.length, 0);
    this.#draw();
    this.#subjects?.show(countBySubject(this.#chosen));
    return this.#chosen.length;
  }

  holds(id: string): boolean {
    if (id.length !== idLength) return false;
    const { ids } = this.#packed;
    let start = ids.indexOf(id);
    while (start >= 0 && start % idLength !== 0) start = ids.indexOf(id, start + 1);
    return start >= 0;
  }

  /** Whether the filter leaves the finding. */
  shows(id: string): boolean {
    return this.#chosen === undefined || this.#chosen.some((row) => row.id === id);
  }

  /** Turns to the page with the finding; returns its row. */
  turnTo(id: string): HTMLElement | undefined {
    const rows = this.#sorted();
    const index = rows.findIndex((row) => row.id === id);
    if (index < 0) return undefined;
    this.#pager.open(rows.length, index);
    this.#draw();
    return [...this.#body.rows].find((row) => row.id === id);
  }

  #unpack(): readonly FindingRow[] {
    if (!this.#rows) {
      this.#rows = unpackRows(this.#packed);
      this.#columns = listColumns(this.#rows);
    }
    return this.#rows;
  }

  #sorted(): readonly FindingRow[] {
    return sortRows(this.#chosen ?? this.#unpack(), this.#order);
  }

  #draw(): void {
    const shown = this.#pager.show(this.#sorted());
    this.#body.replaceChildren(...shown.map((row) => makeDom(drawFinding(row, this.#columns))));
  }
}

/** How many findings name each subject; a press on one asks for its findings alone. */
class SubjectsTable {
  readonly #box: HTMLElement;
  readonly #body: HTMLTableSectionElement;
  readonly #pager: Pager;
  #counts: readonly SubjectCount[] = [];

  constructor(box: HTMLElement, check: string, chooseSubject: (subject: string) => void) {
    const body = box.querySelector('tbody');
    const pager = box.querySelector<HTMLElement>('.pager');
    if (!body || !pager) throw new Error('the page lacks a table');
    this.#box = box;
    this.#body = body;
    this.#pager = new Pager(pager, `subjects of ${check}`, () => this.#draw());
    body.addEventListener('click', ({ target }) => {
      const subject = target instanceof HTMLElement ? target.dataset['subject'] : undefined;
      if (subject !== undefined) chooseSubject(subject);
    });
  }

  show(counts: readonly SubjectCount[]): void {
    this.#counts = counts;
    this.#box.hidden = counts.length < 2;
    this.#pager.open(counts.length, 0);
    this.#draw();
  }

  #draw(): void {
    const shown = this.#pager.show(this.#counts);
    this.#body.replaceChildren(...shown.map((count) => makeDom(drawSubject(count, true))));
  }
}
