import { expect, it } from 'vitest';
import { joinFirst } from '../../../src/fingerprint/hamming-join/join-first.ts';
import type { Hashes } from '../../../src/fingerprint/hamming-join/hashes.ts';
import { encodePair, findPairs } from './brute-force.ts';
import { drawSkewed, drawUniform } from './draw-hashes.ts';

it.each([
  ['few of many', 30, 8],
  ['none', 0, 8],
  ['all', 2000, 6],
  ['more than there are', 3000, 10],
])('gives the pairs of %s that brute force finds, each once', (_, first, distanceBits) => {
  const hashes = takeDistinct(drawSkewed(2000, 5, 10));
  const pairs: number[] = [];
  joinFirst(interleave(hashes), first, distanceBits, (i, j, bits) => pairs.push(encodePair(i, j, bits)));
  const expected = findPairs(hashes, distanceBits, first);
  expect(expected.length > 0).toBe(first > 0);
  expect(Float64Array.from(pairs).sort()).toEqual(expected);
});

it('gives equal hashes, too, one after another', () => {
  const { high, low } = drawUniform(3, 1);
  const hashes = { high: Uint32Array.of(...high, ...high), low: Uint32Array.of(...low, ...low) };
  const pairs: number[][] = [];
  joinFirst(interleave(hashes), 3, 2, (...pair) => pairs.push(pair));
  expect(pairs).toEqual([
    [0, 3, 0],
    [1, 4, 0],
    [2, 5, 0],
  ]);
});

function takeDistinct({ high, low }: Hashes): Hashes {
  const places = new Map(Array.from(high, (upper, index) => [`${upper} ${low[index] ?? 0}`, index]));
  const kept = Uint32Array.from(places.values());
  return { high: kept.map((index) => high[index] ?? 0), low: kept.map((index) => low[index] ?? 0) };
}

function interleave({ high, low }: Hashes): Uint32Array {
  return Uint32Array.from({ length: 2 * high.length }, (_, at) => (at % 2 === 0 ? high : low)[at >> 1] ?? 0);
}
