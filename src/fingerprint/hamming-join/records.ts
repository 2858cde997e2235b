/** Hashes on their way through the join: for each its upper 32 bits, its lower 32 bits and a number that names it (its name). */
export type Records = Int32Array<ArrayBuffer>;

/** Entries of a record. Places in records, such as `start` and `end`, count entries, not records. */
export const recordLength = 3;

/** Neighbouring bits of a hash: `((high >>> highShift) & highMask) << lowWidth | ((low >>> lowShift) & lowMask)`. */
export interface Band {
  readonly width: number;
  readonly highShift: number;
  readonly highMask: number;
  readonly lowWidth: number;
  readonly lowShift: number;
  readonly lowMask: number;
}

/**
 * @param bit the first, counted from the most significant
 * @param width at most 31; the band ends with the hash at the latest
 */
export function bandAt(bit: number, width: number): Band {
  const lowWidth = Math.min(Math.max(bit + width - 32, 0), width);
  const highWidth = width - lowWidth;
  return {
    width,
    highShift: highWidth === 0 ? 0 : 32 - bit - highWidth,
    highMask: 2 ** highWidth - 1,
    lowWidth,
    lowShift: lowWidth === 0 ? 0 : 64 - bit - width,
    lowMask: 2 ** lowWidth - 1,
  };
}

/** The bits of a band, in the upper and in the lower 32 of a hash. */
export function maskOf({ highShift, highMask, lowShift, lowMask }: Band): [high: number, low: number] {
  return [highMask << highShift, lowMask << lowShift];
}

/** Counts the records with each value of the band: `counts[from + value]`, which are set to 0 first. */
export function countValues(
  records: Records,
  start: number,
  end: number,
  band: Band,
  counts: Uint32Array,
  from: number,
): void {
  const { width, highShift, highMask, lowWidth, lowShift, lowMask } = band;
  counts.fill(0, from, from + 2 ** width);
  for (let at = start; at < end; at += recordLength) {
    const value =
      ((((records[at] ?? 0) >>> highShift) & highMask) << lowWidth) |
      (((records[at + 1] ?? 0) >>> lowShift) & lowMask);
    counts[from + value] = (counts[from + value] ?? 0) + 1;
  }
}

/**
 * Copies records to the start of `target`, in the order of the band's values; those of one value keep their order.
 * @param counts what `countValues` found; afterwards where in `target` the records of each value end
 */
export function sortByBand(
  records: Records,
  start: number,
  end: number,
  band: Band,
  counts: Uint32Array,
  from: number,
  target: Records,
): void {
  const { width, highShift, highMask, lowWidth, lowShift, lowMask } = band;
  let place = 0;
  for (let at = from; at < from + 2 ** width; at++) {
    const next = place + recordLength * (counts[at] ?? 0);
    counts[at] = place;
    place = next;
  }
  for (let at = start; at < end; at += recordLength) {
    const high = records[at] ?? 0;
    const low = records[at + 1] ?? 0;
    const value = (((high >>> highShift) & highMask) << lowWidth) | ((low >>> lowShift) & lowMask);
    const to = counts[from + value] ?? 0;
    target[to] = high;
    target[to + 1] = low;
    target[to + 2] = records[at + 2] ?? 0;
    counts[from + value] = to + recordLength;
  }
}
