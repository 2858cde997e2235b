import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupEqual } from '../../../src/fingerprint/hamming-join/group-equal.ts';
import type { Hashes } from '../../../src/fingerprint/hamming-join/hashes.ts';
import {
  joinDistinct,
  maxDistanceBits,
  type JoinOptions,
} from '../../../src/fingerprint/hamming-join/join-distinct.ts';
import { encodePair, findPairs } from './brute-force.ts';
import { drawCopies, drawFlat, drawSkewed, drawUniform, seedNumbers } from './draw-hashes.ts';

const distances = Array.from({ length: maxDistanceBits + 1 }, (_, bits) => bits);

function join(hashes: Hashes, distanceBits: number, options?: JoinOptions) {
  const pairs: number[] = [];
  const give = (i: number, j: number, bits: number) => pairs.push(encodePair(i, j, bits));
  const summary = joinDistinct(hashes, groupEqual(hashes), distanceBits, give, options);
  return { pairs, summary };
}

const sortedPairs = (hashes: Hashes, distanceBits: number) =>
  Float64Array.from(join(hashes, distanceBits).pairs).sort();

/** Compared as a whole first, as listing differences of 10⁶ pairs takes minutes. */
function expectSame(found: Float64Array, expected: Float64Array): void {
  expect(found.length).toBe(expected.length);
  expect(Buffer.compare(Buffer.from(found.buffer), Buffer.from(expected.buffer))).toBe(0);
}

describe('the pairs that brute force finds, each once', () => {
  it.each(distances)('of few hashes, some of them equal, within %i bits', (distanceBits) => {
    const half = fc.oneof(fc.constantFrom(0, 1, 0x80000000, 0xffffffff), fc.nat(0xfff), fc.nat(0xffffffff));
    fc.assert(
      fc.property(fc.array(fc.tuple(half, half), { maxLength: 50 }), (list) => {
        const hashes = {
          high: Uint32Array.from(list, ([a]) => a),
          low: Uint32Array.from(list, ([, b]) => b),
        };
        expectSame(sortedPairs(hashes, distanceBits), findPairs(hashes, distanceBits));
      }),
      { seed: 60 + distanceBits, numRuns: 100 },
    );
  });

  it.each(distances)('of 3,000 about ten centres within %i bits', (distanceBits) => {
    const hashes = drawSkewed(3000, 70 + distanceBits, 10);
    const expected = findPairs(hashes, distanceBits);
    expect(expected.length > 0).toBe(distanceBits > 0);
    expectSame(sortedPairs(hashes, distanceBits), expected);
  });

  it.each([
    ['uniform with copies', drawCopies(20_000, 80), 1],
    ['uniform with copies', drawCopies(20_000, 87), 6],
    ['uniform with copies', drawCopies(20_000, 88), 10],
    ['skewed', drawSkewed(20_000, 81), 3],
    ['skewed', drawSkewed(20_000, 82), 6],
    ['skewed', drawSkewed(20_000, 83), 9],
    ['constant in the lower half', drawFlat(20_000, 84, [0x0fffffff, 0]), 6],
    ['constant in the upper half', drawFlat(20_000, 85, [0, 0x0fffffff]), 6],
    ['constant in every other bit', drawFlat(20_000, 86, [0x55555555, 0x55555555]), 5],
  ] as const)('of 20,000 that are %s (%#)', (_, hashes, distanceBits) => {
    const expected = findPairs(hashes, distanceBits);
    expect(expected.length).toBeGreaterThan(100);
    expectSame(sortedPairs(hashes, distanceBits), expected);
  });

  it.each([
    ['uniform with copies', drawCopies(100_000, 90), 10],
    ['skewed', drawSkewed(100_000, 91), 6],
  ] as const)('of 1,500 among 100,000 that are %s', (_, hashes, distanceBits) => {
    const rows = 1500;
    const expected = findPairs(hashes, distanceBits, rows);
    expect(expected.length).toBeGreaterThan(1000);
    const found = sortedPairs(hashes, distanceBits);
    expectSame(
      found.filter((pair) => pair < encodePair(rows, 0, 0)),
      expected,
    );
    expect(new Set(found).size).toBe(found.length);
  });
});

it('gives the same pairs of hashes in the same order whatever the order of the hashes', () => {
  const { high, low } = drawSkewed(20_000, 100);
  const next = seedNumbers(101);
  const shuffled = Array.from(high, (_, index) => ({ index, key: next() })).sort((a, b) => a.key - b.key);
  const other = {
    high: Uint32Array.from(shuffled, ({ index }) => high[index] ?? 0),
    low: Uint32Array.from(shuffled, ({ index }) => low[index] ?? 0),
  };
  for (const options of [{}, { enoughPairs: 5 }]) {
    expect(listValues(other, options)).toEqual(listValues({ high, low }, options));
  }
});

/** The hashes of the pairs, as they are given. */
function listValues(hashes: Hashes, options: JoinOptions): string[] {
  const values: string[] = [];
  const show = (index: number) => `${hashes.high[index] ?? 0}:${hashes.low[index] ?? 0}`;
  joinDistinct(
    hashes,
    groupEqual(hashes),
    6,
    (i, j, bits) => values.push([...[show(i), show(j)].sort(), bits].join(' ')),
    options,
  );
  return values;
}

describe('where enough pairs are given', () => {
  const enoughPairs = 7;
  const hashes = drawSkewed(20_000, 110, 10);
  const all = join(hashes, 6);
  const some = join(hashes, 6, { enoughPairs });
  const countAll = countByIndex(all.pairs);
  const countSome = countByIndex(some.pairs);

  it('leaves out pairs of hashes only that have enough', () => {
    const isComplete = (index: number) => countSome.get(index) === countAll.get(index);
    const short = [...countAll.keys()].filter((index) => (countSome.get(index) ?? 0) < enoughPairs);
    expect(short.length).toBeGreaterThan(100);
    expect(short.filter((index) => !isComplete(index))).toEqual([]);
    const known = new Set(all.pairs);
    expect(some.pairs.filter((pair) => !known.has(pair))).toEqual([]);
    expect(new Set(some.pairs).size).toBe(some.pairs.length);
  });

  it('gives no more than that many for each hash on average, and says how many hashes have enough', () => {
    expect(all.pairs.length).toBeGreaterThan(5 * some.pairs.length);
    expect(some.pairs.length).toBeLessThanOrEqual(enoughPairs * countSome.size);
    const sated = [...countSome.values()].filter((count) => count >= enoughPairs).length;
    expect(some.summary).toEqual({ pairs: some.pairs.length, sated });
    expect(all.summary).toEqual({ pairs: all.pairs.length, sated: 0 });
  });

  it('leaves out none where no hash has as many', () => {
    const most = Math.max(...countAll.values());
    const spared = join(hashes, 6, { enoughPairs: most + 1 });
    expect(spared.summary).toEqual({ pairs: all.pairs.length, sated: 0 });
  });
});

function countByIndex(pairs: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const pair of pairs) {
    const both = Math.floor(pair / 64);
    for (const index of [Math.floor(both / 1e6), both % 1e6]) counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return counts;
}

it('makes one group and no pair of 300,000 equal hashes', { timeout: 5000 }, () => {
  const count = 300_000;
  const hashes = {
    high: new Uint32Array(count).fill(0xfedcba98),
    low: new Uint32Array(count).fill(0x76543210),
  };
  expect([...groupEqual(hashes).starts]).toEqual([0, count]);
  expect(join(hashes, 10).pairs).toEqual([]);
});

it('takes little memory, however many the pairs', () => {
  const count = 300_000;
  const hashes = drawSkewed(count, 120, 300);
  const groups = groupEqual(hashes);
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const { pairs } = joinDistinct(hashes, groups, 6, (i) => {
    if (i % 1000 === 0) most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  });
  expect(pairs).toBeGreaterThan(5 * count);
  expect(most / count).toBeGreaterThan(12);
  expect(most / count).toBeLessThan(64);
});

it.each([-1, 0.5, 11, NaN])('refuses %d bits', (distanceBits) => {
  expect(() => join(drawUniform(2, 1), distanceBits)).toThrow(RangeError);
});

it.each([0, NaN])('refuses %d as enough pairs', (enoughPairs) => {
  expect(() => join(drawUniform(2, 1), 6, { enoughPairs })).toThrow(RangeError);
});

it('finds nothing among no hashes or one', () => {
  expect(join(drawUniform(0, 1), 10).pairs).toEqual([]);
  expect(join(drawUniform(1, 1), 10).pairs).toEqual([]);
});
