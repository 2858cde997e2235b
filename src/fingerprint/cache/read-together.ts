import { readSync } from 'node:fs';

/** Where something stands in an open file, in bytes; it is one byte long at least. */
export interface FileRecord {
  readonly segment: { readonly file: number };
  readonly start: number;
  readonly length: number;
}

/** A stretch of a file and the records in it, in their order. */
export interface Neighbours<T extends FileRecord> {
  readonly segment: T['segment'];
  readonly start: number;
  readonly length: number;
  readonly records: readonly T[];
}

/** The most that is read at once, but for one record that is longer. */
const maxStretchBytes = 1 << 20;
/** What lies between two records is read too where it is not longer: that takes less time than to read twice. */
const maxGapBytes = 16 << 10;

/** Each record once, in the order that they lie in; what is to be read together stands together. */
export function* joinNeighbours<T extends FileRecord>(records: Iterable<T>): Generator<Neighbours<T>> {
  const sorted = [...new Set(records)].sort((a, b) => a.segment.file - b.segment.file || a.start - b.start);
  let first = 0;
  for (let next = 1; next <= sorted.length; next++) {
    const [from, last, following] = [sorted[first], sorted[next - 1], sorted[next]];
    if (!from || !last || (following && areTogether(from, last, following))) continue;
    yield {
      segment: from.segment,
      start: from.start,
      length: last.start + last.length - from.start,
      records: sorted.slice(first, next),
    };
    first = next;
  }
}

function areTogether(first: FileRecord, last: FileRecord, next: FileRecord): boolean {
  return (
    next.segment.file === first.segment.file &&
    next.start - (last.start + last.length) <= maxGapBytes &&
    next.start + next.length - first.start <= maxStretchBytes
  );
}

/** Fills `to` from a place in a file. @returns what the file has of it */
export function readAt(file: number, start: number, to: Buffer): Buffer {
  let read = 0;
  while (read < to.length) {
    const more = readSync(file, to, read, to.length - read, start + read);
    if (more === 0) break;
    read += more;
  }
  return to.subarray(0, read);
}
