import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureWidth, padText, truncateText, wrapItems, wrapText } from '../../src/report/wrap.ts';

describe('measureWidth', () => {
  it.each([
    ['abc', 3],
    ['漢字', 4],
    ['e\u0301', 1],
    ['✖⚠ℹ✔○', 5],
  ])('measures %j', (text, width) => expect(measureWidth(text)).toBe(width));
});

describe('wrapText', () => {
  it.each([
    ['', 5, ['']],
    ['one two', 7, ['one two']],
    ['one two', 6, ['one', 'two']],
    ['abcdefgh ij', 4, ['abcd', 'efgh', 'ij']],
    ['漢字漢', 4, ['漢字', '漢']],
  ])('breaks %j at %i', (text, width, lines) => expect(wrapText(text, width)).toEqual(lines));

  it('keeps every character but spaces, within the width', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, width) => {
        const lines = wrapText(text, width);
        expect(Math.max(...lines.map(measureWidth))).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    ));
});

describe('wrapItems', () => {
  it('breaks between items, and inside one only where it is longer than a line', () =>
    expect(wrapItems(['one two', 'three', 'four five six'], ' · ', 10)).toEqual([
      'one two',
      'three',
      'four five',
      'six',
    ]));

  it('joins what fits', () => expect(wrapItems(['a', 'b', 'c'], ' · ', 5)).toEqual(['a · b', 'c']));
});

describe('truncateText and padText', () => {
  it.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdef', 5, 'abcd…'],
    ['abc def', 5, 'abc…'],
    ['漢字漢', 4, '漢…'],
  ])('cuts %j at %i', (text, width, cut) => expect(truncateText(text, width)).toBe(cut));

  it('fills up to the width', () =>
    expect([padText('漢', 4), padText('abcde', 4)]).toEqual(['漢  ', 'abcde']));
});
