/** Numbers that look random and are the same for the same seed. */
export interface SeededRandom {
  /** A whole number from 0 to `bound` − 1; `bound` from 1 to 2³². */
  below(bound: number): number;
}

/**
 * Marsaglia's xorshift generator of 32 bits with the shifts 13, 17, 5 (Marsaglia 2003, "Xorshift RNGs",
 * doi:10.18637/jss.v008.i14): good enough to break ties and to shake a search, for nothing more.
 * @param seed any whole number; only its lowest 32 bits count
 */
export function seedRandom(seed: number): SeededRandom {
  // Multiplied, so that neighbouring seeds start far apart. Xorshift stays at zero for ever.
  // Signed, as whole numbers of 32 bits that are not are put on the heap one by one.
  let state = Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995 || 1;
  return {
    below(bound) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return Math.floor(((state >>> 0) / 2 ** 32) * bound);
    },
  };
}

/** The items in an order of chance. */
export function shuffle<T>(items: readonly T[], random: SeededRandom): T[] {
  const keyed = items.map((item) => ({ item, key: random.below(2 ** 32) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
