import type { Hashes } from '../../../src/fingerprint/hamming-join/hashes.ts';

/** A seeded generator of whole numbers from 0 up to 2³² (xorshift32). */
export function seedNumbers(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
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
  const drawn: [number, number][] = [];
  return drawEach(count, (index) => {
    if (index % 10 > 2) return [next(), next()];
    const repeated = drawn[next() % (drawn.length + 1)];
    if (repeated && next() % 10 === 0) return repeated;
    const middle = middles[next() % centres] ?? { high: 0, low: 0, flipBelow: 0 };
    const hash: [number, number] = [
      middle.high ^ drawFlips(next, middle.flipBelow),
      middle.low ^ drawFlips(next, middle.flipBelow),
    ];
    drawn.push(hash);
    return hash;
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

function drawEach(count: number, draw: (index: number) => readonly [number, number]): Hashes {
  const high = new Uint32Array(count);
  const low = new Uint32Array(count);
  for (let index = 0; index < count; index++) [high[index], low[index]] = draw(index) as [number, number];
  return { high, low };
}
