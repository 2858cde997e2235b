import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escapeCommandData,
  escapeCommandProperty,
  escapeHtml,
  escapeMarkdown,
  escapeTerminal,
  revealInvisible,
} from '../../src/report/escape.ts';
import { arbitraryText, hostileTexts } from './fixtures/hostile-report.ts';

/** Control characters, line separators, bidirectional and zero-width characters, by their code points. */
const acting =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

const examples: [string][] = hostileTexts.map((text) => [text]);

describe('revealInvisible', () => {
  it.each([
    ['P07\u200b', 'P07⟨U+200B⟩'],
    ['\u202egnp.exe', '⟨U+202E⟩gnp.exe'],
    ['a\r\nb', 'a⟨U+000D⟩⟨U+000A⟩b'],
    ['\u001b[31m', '⟨U+001B⟩[31m'],
    ['\ud800', '⟨U+D800⟩'],
    ['\u{e0041}', '⟨U+E0041⟩'],
    ['Köln 漢字 😀 a b', 'Köln 漢字 😀 a b'],
  ])('shows %j as %j', (text, shown) => expect(revealInvisible(text)).toBe(shown));
});

describe('escapeTerminal', () => {
  it('leaves nothing that acts on a terminal or on a runner', () =>
    fc.assert(
      fc.property(arbitraryText(), (text) => {
        const shown = escapeTerminal(text);
        expect(shown).not.toMatch(acting);
        expect(shown).not.toContain('::');
        expect(shown).not.toContain('##[');
      }),
      { examples },
    ));

  it('leaves plain text as it is', () =>
    expect(escapeTerminal('images/real/h_001.png: 3.9 % of [a|b] #12')).toBe(
      'images/real/h_001.png: 3.9 % of [a|b] #12',
    ));

  it('bounds the length', () => expect(escapeTerminal('x'.repeat(3000), 20)).toHaveLength(20));
});

describe('escapeMarkdown', () => {
  const pieces = /&#\d+;|<span>&#\d+;<\/span>/g;
  const decode = (text: string) =>
    text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

  it('leaves no character that Markdown reads as structure, and the text as it was', () =>
    fc.assert(
      fc.property(arbitraryText(), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped.replace(pieces, '')).not.toMatch(/[&<>"`*_~|[\]!#\\@$]/);
        expect(escaped).not.toMatch(/^(?:[-+=\s]|\d{1,9}[.)](?: |$))/);
        expect(escaped).not.toMatch(acting);
        expect(decode(escaped.replace(/<\/?span>/g, ''))).toBe(revealInvisible(text));
      }),
      { examples },
    ));

  it('leaves no text node that holds a mention, a reference, a link, a formula or an emoji', () =>
    fc.assert(
      fc.property(arbitraryText(), (text) => {
        const textNodes = escapeMarkdown(text)
          .split(/<\/?span>/)
          .map(decode);
        for (const node of textNodes)
          expect(node).not.toMatch(/@\w|#\d|\bGH-\d|:\/\/|\bwww\.|\$[^$]+\$|:[\w+-]+:/i);
      }),
      { examples },
    ));

  it('leaves prose readable', () =>
    expect(escapeMarkdown('Only 60 of 1,543 images (3.9 %): too few, says P07.')).toBe(
      'Only 60 of 1,543 images (3.9 %): too few, says P07.',
    ));

  it('bounds the length of what is read, not of what is written', () =>
    expect(escapeMarkdown('|'.repeat(30), 3)).toBe('&#124;…&#124;'));
});

describe('escapeHtml', () => {
  const decode = (text: string) =>
    text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

  it('comes back as the text when it is parsed, and ends neither a text nor an attribute', () =>
    fc.assert(
      fc.property(arbitraryText(), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect(escaped).not.toContain('##[');
        expect(escaped).not.toMatch(acting);
        expect(decode(escaped)).toBe(revealInvisible(text));
      }),
      { examples },
    ));

  it('bounds the length', () => expect(escapeHtml('<'.repeat(30), 1)).toBe('…'));
});

describe('escapeCommandData and escapeCommandProperty', () => {
  /** What the runner undoes, in its order: the percent sign last. */
  const undo = (text: string, mappings: readonly (readonly [string, string])[]) =>
    mappings.reduce((undone, [from, to]) => undone.replaceAll(from, to), text);
  const data = [
    ['%0D', '\r'],
    ['%0A', '\n'],
    ['%25', '%'],
  ] as const;
  const property = [['%0D', '\r'], ['%0A', '\n'], ['%3A', ':'], ['%2C', ','], data[2]] as const;

  it('stay on one line and come back from the runner as they were', () =>
    fc.assert(
      fc.property(arbitraryText(), (text) => {
        expect(escapeCommandData(text)).not.toMatch(/[\r\n]/);
        expect(undo(escapeCommandData(text), data)).toBe(text);
        expect(escapeCommandProperty(text)).not.toMatch(/[\r\n:,]/);
        expect(undo(escapeCommandProperty(text), property)).toBe(text);
      }),
      { examples },
    ));
});
