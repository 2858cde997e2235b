import { describe, expect, it } from 'vitest';
import {
  levelUnit,
  stretchLevels,
} from '../../../../src/fingerprint/near-duplicates/description/stretch-levels.ts';

describe('stretchLevels', () => {
  it('clips two in a thousand at either end and spreads the rest evenly', () => {
    const means = Uint16Array.from({ length: 1000 }, (_, at) => 1000 + 20 * ((at * 7) % 1000));
    const { stretched, range } = stretchLevels(means);
    // Of ranks 0–999, those of 2 and 997 are the ends.
    expect(range).toBe(995 * 20);
    means.forEach((mean, at) => {
      const rank = (mean - 1000) / 20;
      const exact = 255 * levelUnit * Math.max(0, Math.min(1, (rank - 2) / 995));
      expect(Math.abs((stretched[at] ?? NaN) - exact)).toBeLessThanOrEqual(0.76);
    });
  });

  it.each([1, 2, 65_535])('reaches both ends over a range of %i', (range) => {
    const means = Uint16Array.from([0, range, 0, range]);
    expect([...stretchLevels(means).stretched]).toEqual([0, 255 * levelUnit, 0, 255 * levelUnit]);
  });
});
