import { describe, expect, it } from 'vitest';
import { formatCount, formatNumber, formatQuantity, formatShare } from '../../src/model/number-words.ts';

describe('formatCount', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1543, '1,543'],
    [1234567, '1,234,567'],
    [-1543, '-1,543'],
    [1e21, '1e+21'],
  ])('writes %d as %s', (count, text) => expect(formatCount(count)).toBe(text));
});

describe('formatQuantity', () => {
  it.each([
    [1, '1 entry'],
    [0, '0 entries'],
    [1543, '1,543 entries'],
  ])('names %d', (count, text) => expect(formatQuantity(count, 'entry', 'entries')).toBe(text));
});

describe('formatNumber', () => {
  it.each([
    [3.28024, '3.28'],
    [0.0388853, '0.03889'],
    [0.5, '0.5'],
    [999.96, '1000'],
    [1234.56, '1235'],
    [2026, '2026'],
    [9999, '9999'],
    [10_000, '10,000'],
    [12345.6, '12,346'],
    [-0.00001234567, '-0.00001235'],
    [1e-9, '1e-9'],
  ])('writes %d as %s', (value, text) => expect(formatNumber(value)).toBe(text));
});

describe('formatShare', () => {
  it.each([
    [60, 1543, '3.9 %'],
    [0, 5, '0 %'],
    [5, 5, '100 %'],
    [1, 100_000, '0.1 %'],
    [99_999, 100_000, '99.9 %'],
    [0, 0, undefined],
  ])('writes %d of %d as %s', (part, whole, text) => expect(formatShare(part, whole)).toBe(text));
});
