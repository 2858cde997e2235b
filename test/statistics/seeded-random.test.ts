import { expect, it } from 'vitest';
import { seedRandom, shuffle } from '../../src/statistics/seeded-random.ts';

it('draws every number below the bound about as often, the same for the same seed', () => {
  for (const seed of [0, 1, 2, 12345]) {
    const random = seedRandom(seed);
    const counts = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 10_000; draw++) {
      const at = random.below(10);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    // The 99.9th percentile of χ² with nine degrees of freedom.
    expect(counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(27.9);
  }
  const draw = (seed: number): number[] => {
    const random = seedRandom(seed);
    return Array.from({ length: 5 }, () => random.below(1000));
  };
  expect(draw(3)).toEqual(draw(3));
  expect(draw(4)).not.toEqual(draw(3));
});

it('shuffles without losing anything', () => {
  const items = Array.from({ length: 50 }, (_, item) => item);
  const shuffled = shuffle(items, seedRandom(1));
  expect(shuffled).not.toEqual(items);
  expect(shuffled.toSorted((a, b) => a - b)).toEqual(items);
});
