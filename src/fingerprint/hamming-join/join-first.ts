import { compareWithNext, giveIfDiffering } from './compare-records.ts';
import type { Hashes } from './hashes.ts';
import type { GivePair } from './join-distinct.ts';
import { loadHashes } from './near-hashes.ts';
import { recordLength } from './records.ts';

/**
 * Gives every pair of hashes at most `distanceBits` apart of which one is among the first: for a few of them against any
 * number of others. Each of the first is compared with all behind it; its pairs come together, `j` ascending.
 * @param first how many of the hashes are joined with all
 * @param distanceBits 0–64
 */
export function joinFirst({ high, low }: Hashes, first: number, distanceBits: number, give: GivePair): void {
  const count = high.length;
  const records = new Int32Array(recordLength * count);
  for (let index = 0, at = 0; index < count; index++, at += recordLength) {
    records[at] = high[index] ?? 0;
    records[at + 1] = low[index] ?? 0;
    records[at + 2] = index;
  }
  const hashes = loadHashes(records, 0, records.length);
  for (let i = 0; i < Math.min(first, count); i++) {
    const at = recordLength * i;
    if (!hashes) compareWithNext(records, at, records.length, distanceBits, [], give);
    else
      for (const further of hashes.listBehind(i, distanceBits))
        giveIfDiffering(records, at, at + recordLength * further, [], give);
  }
}
