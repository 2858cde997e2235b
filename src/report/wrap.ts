const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;
const marks = /\p{M}/u;

/** Columns that a terminal gives to the text: two for wide characters, none for marks that stand on another. */
export function measureWidth(text: string): number {
  let width = 0;
  for (const character of text) width += marks.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/**
 * The text in lines of at most `width` columns (from 2), broken at spaces, inside a word only where the word is
 * longer than a line. At least one line.
 */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((part) => splitWord(part, width))) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (measureWidth(joined) <= width) {
      line = joined;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/**
 * The items in lines of at most `width` columns, broken between items wherever an item fits a line, with
 * `separator` between those of one line and without it where a line ends.
 */
export function wrapItems(items: readonly string[], separator: string, width: number): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    const joined = last === undefined ? undefined : last + separator + item;
    if (joined !== undefined && measureWidth(joined) <= width) lines.splice(-1, 1, joined);
    else lines.push(...wrapText(item, width));
  }
  return lines;
}

/** The text if it fits, otherwise its beginning and `…`. */
export function truncateText(text: string, width: number): string {
  if (measureWidth(text) <= width) return text;
  const [head = ''] = splitWord(text, width - 1);
  return `${head.trimEnd()}…`;
}

/** Filled up with spaces to `width` columns. */
export function padText(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - measureWidth(text)));
}

function splitWord(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const character of word) {
    const columns = measureWidth(character);
    if (used + columns > width) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += character;
    used += columns;
  }
  return [...pieces, piece];
}
