import type { UnusableEntry } from '../model/annotation.ts';
import { maxUnusable } from './bounds.ts';

/** Collects entries that cannot be used: the first hundred, and the number of the others. */
export class UnusableEntries {
  readonly #entries: UnusableEntry[] = [];
  #count = 0;

  add(detail: string, line?: number): void {
    this.#count++;
    if (this.#count <= maxUnusable) this.#entries.push(line === undefined ? { detail } : { detail, line });
  }

  toList(): readonly UnusableEntry[] {
    const left = this.#count - this.#entries.length;
    return left > 0 ? [...this.#entries, { detail: `and ${left} more` }] : this.#entries;
  }
}
