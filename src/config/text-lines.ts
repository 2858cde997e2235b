/** Lines and columns of a text, for people: both count from 1, columns in UTF-16 units as editors do. */
export class TextLines {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    // A byte order mark is no column of the first line.
    const first = text.startsWith('\uFEFF') ? 1 : 0;
    this.#starts = [first, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
    this.#length = text.length;
  }

  /** The place of an offset; offsets outside the text are taken to its nearer end. */
  locate(offset: number): { line: number; column: number } {
    const [first = 0] = this.#starts;
    const inside = Math.max(first, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= inside) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: inside - (this.#starts[low] ?? 0) + 1 };
  }
}
