/** Items, by index, of which some have been joined, directly or through others. */
export class Partition {
  readonly #parents: Int32Array;

  /** Each item is alone at first. */
  constructor(items: number) {
    this.#parents = Int32Array.from({ length: items }, (_, index) => index);
  }

  areTogether(a: number, b: number): boolean {
    return this.rootOf(a) === this.rootOf(b);
  }

  join(a: number, b: number): void {
    this.#parents[this.rootOf(a)] = this.rootOf(b);
  }

  /** One of the items that are together with it, the same for all of them. Halves the path on its way (Tarjan and van Leeuwen 1984, doi:10.1145/62.2160). */
  rootOf(item: number): number {
    let at = item;
    for (let parent = this.#parentOf(at); parent !== at; parent = this.#parentOf(at)) {
      this.#parents[at] = this.#parentOf(parent);
      at = parent;
    }
    return at;
  }

  #parentOf(item: number): number {
    return this.#parents[item] ?? item;
  }
}
