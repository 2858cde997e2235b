const firstCapacity = 4096;
/** 16 MB of starts and values; a mask of 4,000 rows may have 500 runs a row. */
const maxRuns = 2_097_152;

/** The runs of equal values of one page, in order: each goes on to the start of the next, the last to the end. */
export class RunList {
  count = 0;
  /** Whether there were more runs than are kept: then those that are kept are not the page. */
  isCut = false;
  /** First pixel of each run. */
  starts = new Uint32Array(firstCapacity);
  keys = new Int32Array(firstCapacity);
  #next = 0;

  add(key: number, pixels: number): void {
    const { count } = this;
    if (count > 0 && this.keys[count - 1] === key) {
      this.#next += pixels;
      return;
    }
    if (count === this.starts.length && !this.#grow()) return;
    this.starts[count] = this.#next;
    this.keys[count] = key;
    this.count = count + 1;
    this.#next += pixels;
  }

  #grow(): boolean {
    if (this.count >= maxRuns) {
      this.isCut = true;
      return false;
    }
    const { starts, keys } = this;
    this.starts = new Uint32Array(2 * starts.length);
    this.keys = new Int32Array(2 * keys.length);
    this.starts.set(starts);
    this.keys.set(keys);
    return true;
  }
}

/** A page as runs of pixels that are read as one declared value. */
export interface PlacedRuns {
  readonly width: number;
  readonly height: number;
  /** Runs; neighbours may have the same place, where values off the palette are read as the nearest. */
  readonly count: number;
  /** First pixel of each run, and after the last the number of pixels. */
  readonly starts: Uint32Array;
  /** Index of the declared value of each run, -1 for none. */
  readonly places: Int16Array;
}

/** Reads each run as a declared value. */
export function placeRuns(
  { starts, keys, count }: RunList,
  { width, height }: { readonly width: number; readonly height: number },
  placeOf: (key: number) => number,
): PlacedRuns {
  const ends = new Uint32Array(count + 1);
  ends.set(starts.subarray(0, count));
  ends[count] = width * height;
  const places = new Int16Array(count);
  // Most runs come back to the value before the last.
  let [lastKey, lastPlace, olderKey, olderPlace] = [-1, -1, -1, -1];
  for (let run = 0; run < count; run++) {
    const key = keys[run] ?? 0;
    if (key !== lastKey) {
      const place = key === olderKey ? olderPlace : placeOf(key);
      [olderKey, olderPlace] = [lastKey, lastPlace];
      [lastKey, lastPlace] = [key, place];
    }
    places[run] = lastPlace;
  }
  return { width, height, count, starts: ends, places };
}
