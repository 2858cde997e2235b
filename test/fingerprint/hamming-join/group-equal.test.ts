import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupEqual } from '../../../src/fingerprint/hamming-join/group-equal.ts';
import { drawSkewed } from './draw-hashes.ts';

const hashOf = (high: Uint32Array, low: Uint32Array, index: number) =>
  (BigInt(high[index] ?? 0) << 32n) | BigInt(low[index] ?? 0);

it('sorts by hash, then by index, and starts a group at each new hash', () => {
  const halves = fc.constantFrom(0, 1, 2, 0x7fffffff, 0x80000000, 0xffffffff, 0x00200000, 0x003fffff);
  fc.assert(
    fc.property(fc.array(fc.tuple(halves, halves), { maxLength: 60 }), (list) => {
      const high = Uint32Array.from(list, ([upper]) => upper);
      const low = Uint32Array.from(list, ([, lower]) => lower);
      const hashes = list.map((_, index) => hashOf(high, low, index));
      const expected = hashes
        .map((hash, index) => ({ hash, index }))
        .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : a.index - b.index));
      const starts = expected.flatMap(({ hash }, place) =>
        hash === expected[place - 1]?.hash ? [] : [place],
      );
      const groups = groupEqual({ high, low });
      expect([...groups.order]).toEqual(expected.map(({ index }) => index));
      expect([...groups.starts]).toEqual([...starts, list.length]);
    }),
    { seed: 50, numRuns: 300 },
  );
});

it('groups as a map does', () => {
  const { high, low } = drawSkewed(20_000, 51);
  const expected = new Map<bigint, number[]>();
  high.forEach((_, index) => {
    const hash = hashOf(high, low, index);
    expected.set(hash, [...(expected.get(hash) ?? []), index]);
  });
  const { order, starts } = groupEqual({ high, low });
  const found = [...starts.subarray(1)].map((end, group) => [...order.subarray(starts[group], end)]);
  const byHash = [...expected].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, indices]) => indices);
  expect(found).toEqual(byHash);
  expect(found.some((indices) => indices.length > 1)).toBe(true);
});
