import type { Hashes } from '../../../src/fingerprint/hamming-join/hashes.ts';

/** A seeded generator of whole numbers from 0 up to 2³² (mulberry32: sums and products, as hashes are told by XOR). */
export function seedNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** Every bit is set in half of the hashes. */
export function drawUniform(count: number, seed: number): Hashes {
  const next = seedNumbers(seed);
  return drawEach(count, () => [next(), next()]);
}

/**
 * Three in ten lie about one of `centres`, each of their bits flipped with the centre's probability of 0.05 to 0.1, a
 * tenth of those being repeats of others; the rest are uniform.
 */
export function drawSkewed(count: number, seed: number, centres = 100): Hashes {
  const next = seedNumbers(seed);
  const middles = Array.from({ length: centres }, () => ({
    high: next(),
    low: next(),
    flipBelow: 2 ** 32 * (0.05 + (0.05 * next()) / 2 ** 32),
  }));
  return drawEach(count, (index, { high, low }) => {
    if (index % 10 > 2) return [next(), next()];
    const earlier = 10 * (next() % (Math.floor(index / 10) + 1));
    if (earlier < index && next() % 10 === 0) return [high[earlier] ?? 0, low[earlier] ?? 0];
    const middle = middles[next() % centres] ?? { high: 0, low: 0, flipBelow: 0 };
    return [middle.high ^ drawFlips(next, middle.flipBelow), middle.low ^ drawFlips(next, middle.flipBelow)];
  });
}

/** The first half is uniform, and each of the second half a copy of one of the first with up to twelve bits flipped. */
export function drawCopies(count: number, seed: number): Hashes {
  const next = seedNumbers(seed);
  const half = Math.ceil(count / 2);
  return drawEach(count, (index, before) => {
    if (index < half) return [next(), next()];
    const flips = [0, 0];
    for (let flipped = next() % 13; flipped > 0; flipped--) {
      const bit = next() & 63;
      flips[bit >> 5] = (flips[bit >> 5] ?? 0) ^ (1 << (bit & 31));
    }
    const original = index - half;
    return [(before.high[original] ?? 0) ^ (flips[0] ?? 0), (before.low[original] ?? 0) ^ (flips[1] ?? 0)];
  });
}

/** Only the bits of the mask vary in three of ten; the rest are uniform. */
export function drawFlat(count: number, seed: number, [high, low]: readonly [number, number]): Hashes {
  const next = seedNumbers(seed);
  return drawEach(count, (index) => (index % 10 > 2 ? [next(), next()] : [next() & high, next() & low]));
}

function drawFlips(next: () => number, flipBelow: number): number {
  let flips = 0;
  for (let bit = 0; bit < 32; bit++) flips = (flips << 1) | (next() < flipBelow ? 1 : 0);
  return flips;
}

/** @param draw the hash at an index, from the hashes drawn before */
function drawEach(
  count: number,
  draw: (index: number, before: Hashes) => readonly [high: number, low: number],
): Hashes {
  const hashes = { high: new Uint32Array(count), low: new Uint32Array(count) };
  for (let index = 0; index < count; index++) {
    const [high, low] = draw(index, hashes);
    hashes.high[index] = high;
    hashes.low[index] = low;
  }
  return hashes;
}
