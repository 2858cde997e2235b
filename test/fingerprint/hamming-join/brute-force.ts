import type { Hashes } from '../../../src/fingerprint/hamming-join/hashes.ts';

const bitsOf = Uint8Array.from({ length: 65_536 }, (_, value) =>
  Array.from(value.toString(2)).reduce((sum, digit) => sum + Number(digit), 0),
);

/** A pair as one number, for pairs of fewer than 10⁶ hashes. */
export function encodePair(i: number, j: number, distanceBits: number): number {
  return (i * 1e6 + j) * 64 + distanceBits;
}

/**
 * The encoded pairs of different hashes at most `distanceBits` apart, `i` below `rows`, sorted; of equal hashes only the
 * first takes part.
 */
export function findPairs({ high, low }: Hashes, distanceBits: number, rows = high.length): Float64Array {
  const seen = new Set<bigint>();
  const first = Array.from(high, (upper, index) => {
    const hash = (BigInt(upper) << 32n) | BigInt(low[index] ?? 0);
    return !seen.has(hash) && Boolean(seen.add(hash));
  });
  const kept = Uint32Array.from(first.flatMap((isFirst, index) => (isFirst ? [index] : [])));
  const highs = kept.map((index) => high[index] ?? 0);
  const lows = kept.map((index) => low[index] ?? 0);
  const pairs: number[] = [];
  for (let a = 0; a < kept.length && (kept[a] ?? 0) < rows; a++) {
    const upper = highs[a] ?? 0;
    const lower = lows[a] ?? 0;
    for (let b = a + 1; b < kept.length; b++) {
      const x = upper ^ (highs[b] ?? 0);
      const y = lower ^ (lows[b] ?? 0);
      const bits =
        (bitsOf[x >>> 16] ?? 0) +
        (bitsOf[x & 65_535] ?? 0) +
        (bitsOf[y >>> 16] ?? 0) +
        (bitsOf[y & 65_535] ?? 0);
      if (bits <= distanceBits) pairs.push(encodePair(kept[a] ?? 0, kept[b] ?? 0, bits));
    }
  }
  return Float64Array.from(pairs).sort();
}
