import { hashBits } from './hashes.ts';
import { recordLength, type Records } from './records.ts';

/** Records looked at to learn how evenly bits are set. */
const sampleSize = 4096;
/** Bits that fewer of the records have, or lack, tell too few of them apart. */
const leastShare = 1 / 8;

/** An order of the bits of a hash, most useful first. */
export interface BitOrder {
  /** Bits that tell records apart: those that at least an eighth of the records have and an eighth lack. */
  readonly useful: number;
  /** For each byte of a hash and each of its values the bits at their new places, upper and lower 32. */
  readonly tables: Int32Array;
}

/**
 * Learns the order from evenly spread records: the bits that come nearest to being set in half of them first.
 * Hashes of flat pictures agree in most bits, and bands made of those would put all of them into one bucket.
 */
export function orderBits(records: Records, start: number, end: number): BitOrder {
  const count = (end - start) / recordLength;
  const sampled = Math.min(count, sampleSize);
  const set = new Uint32Array(hashBits);
  for (let sample = 0; sample < sampled; sample++) {
    const at = start + recordLength * Math.floor((sample * count) / sampled);
    for (let bit = 0; bit < hashBits; bit++) {
      set[bit] = (set[bit] ?? 0) + (((records[at + (bit >> 5)] ?? 0) >>> (31 - (bit & 31))) & 1);
    }
  }
  const shares = Array.from(set, (ones) => Math.min(ones, sampled - ones) / sampled);
  const order = shares
    .map((share, bit) => ({ share, bit }))
    .sort((a, b) => b.share - a.share || a.bit - b.bit);
  const places = new Uint8Array(hashBits);
  order.forEach(({ bit }, place) => (places[bit] = place));
  return { useful: shares.filter((share) => share >= leastShare).length, tables: makeTables(places) };
}

function makeTables(places: Uint8Array): Int32Array {
  const tables = new Int32Array((hashBits / 8) * 256 * 2);
  for (let entry = 0; entry < tables.length / 2; entry++) {
    const byte = entry >> 8;
    for (let bit = 0; bit < 8; bit++) {
      if (((entry >> (7 - bit)) & 1) === 0) continue;
      const place = places[8 * byte + bit] ?? 0;
      const at = 2 * entry + (place >> 5);
      tables[at] = (tables[at] ?? 0) | (1 << (31 - (place & 31)));
    }
  }
  return tables;
}

/** Puts the bits of hashes in order, in place. @param step entries from one hash to the next */
export function reorderBits(
  hashes: Records | number[],
  start: number,
  end: number,
  step: number,
  { tables }: BitOrder,
): void {
  for (let at = start; at < end; at += step) {
    let high = 0;
    let low = 0;
    for (let byte = 0; byte < hashBits / 8; byte++) {
      const value = ((hashes[at + (byte >> 2)] ?? 0) >>> (24 - 8 * (byte & 3))) & 255;
      const entry = 2 * (256 * byte + value);
      high |= tables[entry] ?? 0;
      low |= tables[entry + 1] ?? 0;
    }
    hashes[at] = high;
    hashes[at + 1] = low;
  }
}
