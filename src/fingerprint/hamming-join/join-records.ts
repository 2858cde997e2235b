import { chooseBandWidth, isSortingCheaper } from './choose-band-width.ts';
import { compareAll, compareWithNext, giveIfDiffering, type GiveRecords } from './compare-records.ts';
import { hashBits } from './hashes.ts';
import { loadRecords } from './near-hashes.ts';
import { orderBits, reorderBits } from './order-bits.ts';
import { bandAt, countValues, maskOf, recordLength, sortByBand, type Records } from './records.ts';

/** What is looked for, and the memory that the search uses again and again. */
export interface Join {
  readonly distanceBits: number;
  readonly give: GiveRecords;
  /** Whether the record has been given pairs enough; pairs of two such records may be left out. */
  readonly isSated: ((name: number) => boolean) | undefined;
  /** One for each band that the records at hand agree in. */
  readonly levels: Level[];
}

interface Level {
  records: Records;
  counts: Uint32Array;
}

/** Where the search stands. */
interface Place {
  /** Bits of the hashes, from the first, that bands are made of. */
  readonly usefulBits: number;
  /** Masks of the bands that pairs must differ in, as those that agree in one are found elsewhere. */
  readonly differing: number[];
  /** Bands that the records agree in. */
  readonly depth: number;
  /** The first bit of the next band. */
  readonly bit: number;
  /** Bits from there on in which pairs may differ at most. */
  readonly errors: number;
}

/** Fewer are compared right away: the bookkeeping would cost more. */
const fewRecords = 16;
/** Fewer are compared here: to hand them to WebAssembly would cost more. */
const compiledRecords = 32;
/** Fewer are compared where sorting does not help: to look for better bits would cost more. */
const manyRecords = 512;

/**
 * Gives each pair of records from `start` to `end` at most `distanceBits` apart once; overwrites their hashes.
 *
 * With `e` errors allowed, pairs agree in one of the next `e + 1` bands. For each of these the records are sorted into
 * buckets by it, and each bucket is searched in turn behind the band; pairs that agree in an earlier band are left to
 * that one, so that pairs differ in every band passed over and `e` falls with each. The first bands that a pair agrees in
 * are thus the only way to it. Buckets are compared pair by pair once that is cheaper, however deep the search stands.
 */
export function joinRecords(join: Join, records: Records, start: number, end: number): void {
  const place = { usefulBits: hashBits, differing: [], depth: 0, bit: 0, errors: join.distanceBits };
  searchBucket(join, records, start, end, place);
}

/** Starts anew, with the bits in which the records differ most, where the next bands do not tell them apart. */
function searchByBestBits(
  join: Join,
  records: Records,
  start: number,
  end: number,
  differing: readonly number[],
  depth: number,
): void {
  if (end - start < manyRecords * recordLength) return compareRecords(join, records, start, end, differing);
  const order = orderBits(records, start, end);
  reorderBits(records, start, end, recordLength, order);
  const reordered = [...differing];
  reorderBits(reordered, 0, reordered.length, 2, order);
  const errors = join.distanceBits;
  const place = { usefulBits: order.useful, differing: reordered, depth, bit: 0, errors };
  if (!searchBuckets(join, records, start, end, place)) compareRecords(join, records, start, end, reordered);
}

/** @returns false, with nothing done, where comparing all pairs is cheaper than sorting them into buckets */
function searchBuckets(join: Join, records: Records, start: number, end: number, place: Place): boolean {
  const { usefulBits, differing, depth, bit, errors } = place;
  const count = (end - start) / recordLength;
  const width = chooseBandWidth(count, Math.max(0, usefulBits - bit), errors);
  if (width === 0) return false;
  const values = 2 ** width;
  const level = levelAt(join, depth, end - start, (errors + 1) * values);
  const { counts } = level;
  let pairsLeft = 0;
  for (let passed = 0; passed <= errors; passed++) {
    const from = passed * values;
    countValues(records, start, end, bandAt(bit + passed * width, width), counts, from);
    for (let at = from; at < from + values; at++)
      pairsLeft += ((counts[at] ?? 0) * ((counts[at] ?? 0) - 1)) / 2;
  }
  if (!isSortingCheaper(count, errors + 1, pairsLeft)) return false;
  for (let passed = 0; passed <= errors; passed++) {
    const band = bandAt(bit + passed * width, width);
    const from = passed * values;
    sortByBand(records, start, end, band, counts, from, level.records);
    const inside = {
      usefulBits,
      differing,
      depth: depth + 1,
      bit: bit + (passed + 1) * width,
      errors: errors - passed,
    };
    for (let at = from, bucket = 0; at < from + values; at++) {
      const bucketEnd = counts[at] ?? 0;
      searchBucket(join, level.records, bucket, bucketEnd, inside);
      bucket = bucketEnd;
    }
    differing.push(...maskOf(band));
  }
  differing.length -= 2 * (errors + 1);
  return true;
}

function searchBucket(join: Join, records: Records, start: number, end: number, place: Place): void {
  if (end - start <= fewRecords * recordLength) {
    return compareAll(records, start, end, join.distanceBits, place.differing, join.give);
  }
  if (searchBuckets(join, records, start, end, place)) return;
  searchByBestBits(join, records, start, end, place.differing, place.depth);
}

function levelAt({ levels }: Join, depth: number, entries: number, counts: number): Level {
  const level = (levels[depth] ??= { records: new Int32Array(0), counts: new Uint32Array(0) });
  // A little more than asked for, as the next bucket is seldom just as large.
  if (level.records.length < entries) level.records = new Int32Array(Math.ceil(entries * 1.1));
  if (level.counts.length < counts) level.counts = new Uint32Array(counts);
  return level;
}

function compareRecords(
  { distanceBits, give, isSated }: Join,
  records: Records,
  start: number,
  end: number,
  differing: readonly number[],
): void {
  const hashes = end - start > compiledRecords * recordLength ? loadRecords(records, start, end) : undefined;
  if (!isSated && !hashes) return compareAll(records, start, end, distanceBits, differing, give);
  // Each record that still wants pairs moves to the front, and meets those behind it, passed over or yet to come.
  for (let at = start, front = start; at < end; at += recordLength) {
    if (isSated?.(records[at + 2] ?? 0) === true) continue;
    if (at > front) {
      swapRecords(records, at, front);
      hashes?.swap((at - start) / recordLength, (front - start) / recordLength);
    }
    if (hashes) {
      for (const further of hashes.listBehind((front - start) / recordLength, distanceBits))
        giveIfDiffering(records, front, front + further * recordLength, differing, give);
    } else compareWithNext(records, front, end, distanceBits, differing, give);
    front += recordLength;
  }
}

function swapRecords(records: Records, a: number, b: number): void {
  for (let entry = 0; entry < recordLength; entry++) {
    const kept = records[a + entry] ?? 0;
    records[a + entry] = records[b + entry] ?? 0;
    records[b + entry] = kept;
  }
}
