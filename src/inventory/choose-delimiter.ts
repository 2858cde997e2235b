import { utf8 } from './byte-encoding.ts';
import { RowScanner } from './row-scanner.ts';

const delimiters = [',', ';', '\t', '|'] as const;

/** Longest header looked at, in characters. */
const maxHeaderLength = 65_536;

/** The delimiter that a spreadsheet program has written down in a first line such as `sep=;`. */
export function readDeclaredDelimiter(text: string): string | undefined {
  return /^("?)sep=([,;|\t])\1\n/i.exec(text)?.[2];
}

/**
 * The delimiter under which the header holds most of the `wanted` columns; the first wanted column counts
 * above all others. Among equals, the one that gives more cells.
 */
export function chooseDelimiter(
  text: string,
  wanted: readonly string[],
  hasColumn: (header: readonly string[], name: string) => boolean,
): string {
  const header = takeHeader(text);
  let best: { readonly delimiter: string; readonly score: readonly number[] } | undefined;
  for (const delimiter of delimiters) {
    const cells = splitHeader(header, delimiter);
    const found = wanted.map((name) => hasColumn(cells, name));
    const score = [found[0] === true ? 1 : 0, found.filter(Boolean).length, cells.length];
    if (!best || isHigher(score, best.score)) best = { delimiter, score };
  }
  return best?.delimiter ?? ',';
}

function isHigher(score: readonly number[], than: readonly number[]): boolean {
  const index = score.findIndex((part, at) => part !== than[at]);
  return index >= 0 && (score[index] ?? 0) > (than[index] ?? 0);
}

function splitHeader(header: string, delimiter: string): readonly string[] {
  const bytes = Buffer.from(header);
  const scanner = new RowScanner(delimiter, utf8);
  scanner.scan(bytes, 0, bytes.length, true);
  if (scanner.hasUnclosedQuote) return [];
  scanner.cleanCells(bytes);
  return scanner.readTexts(bytes);
}

/** The first record that holds more than delimiters, line ends inside its quotes included. */
function takeHeader(text: string): string {
  const start = text.search(/[^\s,;|"]/);
  if (start < 0) return '';
  const lineStart = text.lastIndexOf('\n', start) + 1;
  let isQuoted = false;
  for (let at = lineStart; at < text.length && at - lineStart < maxHeaderLength; at++) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === '\n' && !isQuoted) return text.slice(lineStart, at);
  }
  const lineEnd = text.indexOf('\n', start);
  return text.slice(lineStart, lineEnd < 0 ? lineStart + maxHeaderLength : lineEnd);
}
