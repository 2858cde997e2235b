import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText, makeDrawable, measureText, wrapText } from '../../../src/report/drawing/fit-text.ts';
import { openTestRasterizer } from './assets.ts';

const { regular } = await openTestRasterizer();

/** Also lone surrogates, controls, marks of direction, accents to stack, letters of other scripts. */
const hostile = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom(
      '\ud800',
      '\udfff',
      '\u202e',
      '\u0000',
      '\n',
      '\u0301',
      'שׁ',
      'ا',
      '中',
      '𞤀',
      'e\u0301',
      '\ufffe',
      '<',
      '&',
      ']]>',
      ' ',
      'W',
    ),
  ),
  maxLength: 60,
});

describe('makeDrawable', () => {
  it.each([
    ['images/real/a_001.png', 'images/real/a_001.png'],
    ['cafe\u0301', 'café'],
    ['e\u0301\u0302\u0303', 'é□□'],
    ['\u202egpj.exe', '⟨U+202E⟩gpj.exe'],
    ['a\nb\u0000', 'a⟨U+000A⟩b⟨U+0000⟩'],
    ['\ud800x', '⟨U+D800⟩x'],
    ['中文.png', '□□.png'],
    ['שלום abc', '□□□□ abc'],
    ['\uffff', '□'],
    ['\uf6c5', '□'],
  ])('shows %j as %s', (text, shown) => expect(makeDrawable(text, regular)).toBe(shown));

  const unsettling = /[\p{C}\p{M}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Nko}\p{Script=Adlam}]/u;
  const isDrawable = (text: string): boolean =>
    Array.from(text).every((character) => regular.hasGlyph(character.codePointAt(0) ?? 0)) &&
    !unsettling.test(text);

  it('leaves nothing that the font lacks, acts, hides, stacks or turns', () => {
    fc.assert(fc.property(hostile, (text) => isDrawable(makeDrawable(text, regular))));
  });

  it('leaves none of all characters that the font lacks, acts, hides, stacks or turns', () => {
    const characters = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code));
    expect(characters.filter((character) => !isDrawable(makeDrawable(character, regular)))).toEqual([]);
  });
});

describe('fitText', () => {
  it('is as wide as it may be at most, and keeps both ends', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 20, max: 400 }), (text, width) => {
        const fitted = fitText(text, width, 13, regular);
        expect(measureText(fitted, 13, regular)).toBeLessThanOrEqual(width);
        const whole = makeDrawable(text, regular);
        if (measureText(whole, 13, regular) <= width) expect(fitted).toBe(whole);
        else {
          const [head = '', tail = ''] = fitted.split(/…(?=[^…]*$)/u);
          expect(whole.startsWith(head) && whole.endsWith(tail)).toBe(true);
          // One character more would be too wide for it.
          expect(measureText(fitted, 13, regular)).toBeGreaterThan(width - 2 * 13);
        }
      }),
    );
  });
});

describe('wrapText', () => {
  it('breaks between words and cuts the end of what has no room', () => {
    const text = 'masks/a.png has blends of two declared colours along boundaries';
    expect(wrapText(text, { width: 150, lines: 9 }, 13, regular).join(' ')).toBe(text);
    const [first, second, ...others] = wrapText(text, { width: 150, lines: 2 }, 13, regular);
    expect(others).toEqual([]);
    expect(text.startsWith(`${first ?? ''} ${second?.slice(0, -1) ?? ''}`)).toBe(true);
    expect(second?.endsWith('…')).toBe(true);
  });

  it('never makes more or wider lines than there is room for', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.integer({ min: 20, max: 200 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, most) => {
          const lines = wrapText(text, { width, lines: most }, 13, regular);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(measureText(line, 13, regular)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
