import { formatCount } from '../../../model/number-words.ts';
import { pageSize } from '../finding-row.ts';
import { makeButton } from './make-dom.ts';

/** Turns the pages of a table. Its buttons stay where they are, so that who pressed one can press it again. */
export class Pager {
  readonly #first: HTMLButtonElement;
  readonly #last: HTMLButtonElement;
  readonly #previous: HTMLButtonElement;
  readonly #next: HTMLButtonElement;
  readonly #place = document.createElement('span');
  readonly #box: HTMLElement;
  #start = 0;
  #count = 0;

  /** @param turn told that other rows are to be shown */
  constructor(box: HTMLElement, subject: string, turn: () => void) {
    const go = (name: string, start: () => number): HTMLButtonElement => {
      const button = makeButton(name, () => {
        this.#start = start();
        turn();
      });
      button.setAttribute('aria-label', `${name} page of ${subject}`);
      return button;
    };
    this.#box = box;
    this.#first = go('First', () => 0);
    this.#previous = go('Previous', () => this.#start - pageSize);
    this.#next = go('Next', () => this.#start + pageSize);
    this.#last = go('Last', () => this.#lastStart());
    box.replaceChildren(this.#first, this.#previous, this.#place, this.#next, this.#last);
  }

  /** Of so many rows, the page that holds the one at `index`. */
  open(count: number, index: number): void {
    this.#count = count;
    this.#start = Math.max(0, Math.floor(index / pageSize) * pageSize);
  }

  /** Shows where it is among so many rows; returns the first row of the page, and the one behind its last. */
  show(count: number): readonly [start: number, end: number] {
    this.#count = count;
    this.#start = Math.max(0, Math.min(this.#start, this.#lastStart()));
    const end = Math.min(this.#start + pageSize, count);
    this.#box.hidden = count <= pageSize;
    this.#place.textContent = `${formatCount(this.#start + 1)} to ${formatCount(end)} of ${formatCount(count)}`;
    for (const button of [this.#first, this.#previous]) button.ariaDisabled = String(this.#start === 0);
    for (const button of [this.#next, this.#last]) button.ariaDisabled = String(end === count);
    return [this.#start, end];
  }

  #lastStart(): number {
    return Math.max(0, Math.floor((this.#count - 1) / pageSize) * pageSize);
  }
}
