import { expect, it } from 'vitest';
import { rememberLast } from '../../../../src/fingerprint/near-duplicates/comparison/remember-last.ts';

it('makes a thing once while it is kept, and never keeps more than its capacity', () => {
  const made: number[] = [];
  const square = rememberLast(4, (index) => {
    made.push(index);
    return index * index;
  });
  expect([3, 1, 3, 1, 3].map(square)).toEqual([9, 1, 9, 1, 9]);
  expect(made).toEqual([3, 1]);
  for (const index of [5, 6, 7]) square(index);
  // 3 was the oldest when 7 came.
  expect(square(3)).toBe(9);
  expect(made).toEqual([3, 1, 5, 6, 7, 3]);
});
