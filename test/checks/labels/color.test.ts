import { expect, it } from 'vitest';
import { distanceBetween, formatColor, parseColor } from '../../../src/checks/labels/color.ts';

it('reads and writes colours', () => {
  expect(parseColor('#01fF0a')).toEqual([1, 255, 10]);
  expect(formatColor([1, 255, 10])).toBe('#01ff0a');
});

it('measures the Euclidean distance', () => {
  expect(distanceBetween([1, 2, 3], [3, 5, 9])).toBe(7);
});
