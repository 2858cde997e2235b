import { recordLength, type Records } from './records.ts';

/** Bits that records must not all agree in, for each band the upper and the lower 32 of a mask, one after the other. */
export type DifferingBands = readonly number[];

/** Receives the names of two records and the number of bits in which they differ. */
export type GiveRecords = (a: number, b: number, distanceBits: number) => void;

/** Gives each two records from `start` to `end` that are at most `distanceBits` apart and differ in every band. */
export function compareAll(
  records: Records,
  start: number,
  end: number,
  distanceBits: number,
  differing: DifferingBands,
  give: GiveRecords,
): void {
  for (let at = start; at < end; at += recordLength) {
    compareWithNext(records, at, end, distanceBits, differing, give);
  }
}

/** Compares the record at `at` with those behind it, up to `end`. */
export function compareWithNext(
  records: Records,
  at: number,
  end: number,
  distanceBits: number,
  differing: DifferingBands,
  give: GiveRecords,
): void {
  const high = records[at] ?? 0;
  const low = records[at + 1] ?? 0;
  const name = records[at + 2] ?? 0;
  for (let other = at + recordLength; other < end; other += recordLength) {
    const highDifference = high ^ (records[other] ?? 0);
    const lowDifference = low ^ (records[other + 1] ?? 0);
    const bits = countBits(highDifference, lowDifference);
    if (bits <= distanceBits && differInEach(highDifference, lowDifference, differing)) {
      give(name, records[other + 2] ?? 0, bits);
    }
  }
}

/** Gives two records, by their places, where they differ in every band. */
export function giveIfDiffering(
  records: Records,
  at: number,
  other: number,
  differing: DifferingBands,
  give: GiveRecords,
): void {
  const high = (records[at] ?? 0) ^ (records[other] ?? 0);
  const low = (records[at + 1] ?? 0) ^ (records[other + 1] ?? 0);
  if (differInEach(high, low, differing))
    give(records[at + 2] ?? 0, records[other + 2] ?? 0, countBits(high, low));
}

function differInEach(high: number, low: number, bands: DifferingBands): boolean {
  for (let at = 0; at < bands.length; at += 2) {
    if (((high & (bands[at] ?? 0)) | (low & (bands[at + 1] ?? 0))) === 0) return false;
  }
  return true;
}

/** The bits set among 64, by sums of groups of 2, 4 and 8 bits: without branches, as clouds make both ways likely. */
export function countBits(high: number, low: number): number {
  const highTwos = high - ((high >>> 1) & 0x55555555);
  const lowTwos = low - ((low >>> 1) & 0x55555555);
  const fours =
    (highTwos & 0x33333333) +
    ((highTwos >>> 2) & 0x33333333) +
    (lowTwos & 0x33333333) +
    ((lowTwos >>> 2) & 0x33333333);
  return Math.imul((fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24;
}
