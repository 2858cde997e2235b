import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Slab } from '../../../src/fingerprint/cache/slab.ts';

it('keeps what it is given, in few buffers, where numbers of any kind may begin', () => {
  const lengths = fc.array(fc.oneof(fc.nat(3000), fc.nat(400_000)), { minLength: 100, maxLength: 300 });
  fc.assert(
    fc.property(lengths, (given) => {
      const slab = new Slab();
      const kept = given.map((length, index) => {
        const room = slab.keep(new Uint8Array(length).fill(index));
        return { length, ...room };
      });
      for (const [index, { length, buffer, start }] of kept.entries()) {
        expect(start % 8).toBe(0);
        expect(Buffer.from(buffer, start, length).equals(Buffer.alloc(length, index))).toBe(true);
      }
      const total = given.reduce((sum, length) => sum + length, 0);
      const held = [...new Set(kept.map(({ buffer }) => buffer))].reduce(
        (sum, one) => sum + one.byteLength,
        0,
      );
      expect(held).toBeLessThan(3 * total + 2 ** 20);
    }),
    { seed: 3, numRuns: 20 },
  );
});
