import { shortenMiddle } from '../../model/shorten-text.ts';
import { revealInvisible } from '../escape.ts';
import type { FontMetrics } from './font-metrics.ts';

/** Code points beyond which a text is not looked at: no line is as long. */
const maxTextLength = 2000;
const box = '□';
/**
 * Marks that would be stacked on the letter before, letters that are written from right to left, and characters for
 * private use, which each font draws as it likes.
 */
const unsettling =
  /[\p{M}\p{Co}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * The text as one line that a font can draw from left to right: characters that act or hide as their codes, and those
 * that the font lacks, that stack, that would turn the direction or that are for private use as boxes. Letters with
 * accents are put together.
 */
export function makeDrawable(text: string, font: FontMetrics): string {
  const whole = shortenMiddle(text, maxTextLength).normalize('NFC');
  return Array.from(revealInvisible(whole), (character) =>
    font.hasGlyph(character.codePointAt(0) ?? 0) && !unsettling.test(character) ? character : box,
  ).join('');
}

/** Width of a drawable text without kerning, in the unit of `fontSize`. */
export function measureText(text: string, fontSize: number, font: FontMetrics): number {
  let ems = 0;
  for (const character of text) ems += font.widthOf(character.codePointAt(0) ?? 0);
  return ems * fontSize;
}

/** The drawable text, where it is too wide with `…` for its middle. */
export function fitText(text: string, width: number, fontSize: number, font: FontMetrics): string {
  return fitDrawable(makeDrawable(text, font), width, fontSize, font);
}

function fitDrawable(text: string, width: number, fontSize: number, font: FontMetrics): string {
  if (measureText(text, fontSize, font) <= width) return text;
  let [fitting, tooLong] = [1, Array.from(text).length];
  while (tooLong - fitting > 1) {
    const middle = Math.floor((fitting + tooLong) / 2);
    if (measureText(shortenMiddle(text, middle), fontSize, font) <= width) fitting = middle;
    else tooLong = middle;
  }
  return shortenMiddle(text, fitting);
}

/** The text in lines, broken between words; what the last line has no room for is cut, words wider than a line, too. */
export function wrapText(
  text: string,
  { width, lines: maxLines }: { readonly width: number; readonly lines: number },
  fontSize: number,
  font: FontMetrics,
): string[] {
  const words = makeDrawable(text, font)
    .split(' ')
    .filter((word) => word !== '');
  const lines: string[] = [];
  let line = '';
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || measureText(longer, fontSize, font) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === maxLines - 1) {
      line = [line, ...words.slice(index)].join(' ');
      return [...lines, cutEnd(line, width, fontSize, font)];
    }
    lines.push(fitDrawable(line, width, fontSize, font));
    line = word;
  }
  return line === '' ? lines : [...lines, fitDrawable(line, width, fontSize, font)];
}

function cutEnd(text: string, width: number, fontSize: number, font: FontMetrics): string {
  const characters = Array.from(text);
  let used = measureText('…', fontSize, font);
  let kept = 0;
  for (const character of characters) {
    used += measureText(character, fontSize, font);
    if (used > width) break;
    kept++;
  }
  return `${characters.slice(0, kept).join('').trimEnd()}…`;
}
