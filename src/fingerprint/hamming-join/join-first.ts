import { countBits } from './compare-records.ts';
import type { GivePair } from './join-distinct.ts';
import { loadHashes } from './near-hashes.ts';

/**
 * Gives every pair of hashes at most `distanceBits` apart of which one is among the first: for a few of them against any
 * number of others. Each of the first is compared with all behind it; its pairs come together, `j` ascending.
 * @param halves the upper and the lower 32 bits of each hash
 * @param first how many of the hashes are joined with all
 * @param distanceBits 0–64
 */
export function joinFirst(halves: Uint32Array, first: number, distanceBits: number, give: GivePair): void {
  const count = halves.length / 2;
  const hashes = loadHashes(count, (to) => to.set(halves));
  for (let i = 0; i < Math.min(first, count); i++) {
    const compare = (j: number): void => {
      const high = (halves[2 * i] ?? 0) ^ (halves[2 * j] ?? 0);
      const low = (halves[2 * i + 1] ?? 0) ^ (halves[2 * j + 1] ?? 0);
      const bits = countBits(high, low);
      if (bits <= distanceBits) give(i, j, bits);
    };
    if (hashes) for (const further of hashes.listBehind(i, distanceBits)) compare(i + further);
    else for (let j = i + 1; j < count; j++) compare(j);
  }
}
