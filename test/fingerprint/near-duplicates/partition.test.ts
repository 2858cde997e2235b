import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Partition } from '../../../src/fingerprint/near-duplicates/partition.ts';

const items = 12;

it('holds together what a walk over the joins reaches', () => {
  const item = fc.nat({ max: items - 1 });
  fc.assert(
    fc.property(fc.array(fc.tuple(item, item), { maxLength: 15 }), (joins) => {
      const partition = new Partition(items);
      for (const [a, b] of joins) partition.join(a, b);
      for (let start = 0; start < items; start++) {
        const reached = new Set([start]);
        for (const at of reached)
          for (const [a, b] of joins) {
            if (a === at) reached.add(b);
            if (b === at) reached.add(a);
          }
        for (let other = 0; other < items; other++)
          expect(partition.areTogether(start, other)).toBe(reached.has(other));
      }
    }),
  );
});
