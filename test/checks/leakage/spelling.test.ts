import { describe, expect, it } from 'vitest';
import { normalizeSpelling } from '../../../src/checks/leakage/spelling.ts';

describe('normalizeSpelling', () => {
  it.each([
    ['P07', 'p7'],
    ['P07', ' P-007 '],
    ['P_1_02', 'p1/2'],
    ['Ｐ７', 'P7'],
    ['é1', 'É01'],
    ['P000', 'p0'],
  ])('takes %j and %j for one', (a, b) => {
    expect(normalizeSpelling(a)).toBe(normalizeSpelling(b));
  });

  it.each([
    ['P7', 'P70'],
    ['1-11', '11-1'],
    ['P1', 'Q1'],
    ['P1a', 'P1'],
  ])('tells %j from %j', (a, b) => {
    expect(normalizeSpelling(a)).not.toBe(normalizeSpelling(b));
  });

  it('gives nothing for an id without letters and numbers', () => {
    expect(normalizeSpelling('--_ ')).toBe('');
  });
});
