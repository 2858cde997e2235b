import { CsvError, parse, type Options } from 'csv-parse/sync';
import { DatasetError } from '../model/errors.ts';

/** A row with its cells trimmed; `line` is the physical line, from 1, where the row starts. */
export interface DelimitedRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * The rows of a CSV text whose line ends are `\n`; rows without any content are left out.
 *
 * A quote inside an unquoted cell (`5" disk`) or text after a closing one (`"a"b`) is taken literally. A
 * quoted cell that is never closed, or that runs over a line end and is then not followed by a delimiter, has
 * swallowed other rows: nothing can say where they start again, so that ends the reading.
 * @throws DatasetError naming the line where such a row starts.
 */
export function parseDelimited(text: string, delimiter: string, file: string): DelimitedRow[] {
  if (!text.includes('"')) return splitLines(text, delimiter);
  let refusal: DatasetError | undefined;
  for (const options of [strict, lenient, literal]) {
    try {
      return parseRecords(text, { delimiter, ...options }, file);
    } catch (error) {
      if (!(error instanceof DatasetError)) throw error;
      refusal = error;
    }
  }
  throw refusal ?? new DatasetError(`${file} cannot be read.`);
}

/** Without a quote anywhere, every line is a row: a tenth of the parser's time. */
function splitLines(text: string, delimiter: string): DelimitedRow[] {
  const rows: DelimitedRow[] = [];
  for (let start = 0, line = 1; start < text.length; line++) {
    const end = text.indexOf('\n', start);
    const content = text.slice(start, end < 0 ? text.length : end);
    const cells = content.split(delimiter).map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) rows.push({ cells, line });
    start = end < 0 ? text.length : end + 1;
  }
  return rows;
}

/**
 * Finds cells that swallowed rows: where text follows a closing quote, the parser keeps the opening one. Blanks
 * around quotes are taken away here, for the parser keeps the quotes too where it does not trim.
 */
const checkCell: Options['cast'] = (cell) => {
  if (cell.startsWith('"') && cell.includes('\n')) throw new SwallowedRows();
  return /^(?=\s|.*\s$)\s*"([^"]*)"\s*$/.exec(cell)?.[1] ?? cell;
};

/** By the rules; `trim` lets blanks stand around quotes. Several times faster than those that follow. */
const strict: Options = { trim: true };
/** For files with a quote inside an unquoted cell. */
const lenient: Options = { trim: true, relax_quotes: true, cast: checkCell };
/** For files with text behind a closing quote, which the parser refuses wherever it trims. */
const literal: Options = { relax_quotes: true, cast: checkCell };

class SwallowedRows extends Error {}

function parseRecords(text: string, options: Options, file: string): DelimitedRow[] {
  const rows: DelimitedRow[] = [];
  let line = 1;
  try {
    parse(text, {
      record_delimiter: '\n',
      relax_column_count: true,
      ...options,
      on_record: (record: string[], info) => {
        const cells = record.map((cell) => cell.trim());
        if (cells.some((cell) => cell !== '')) rows.push({ cells, line });
        line = info.lines + 1;
        return null;
      },
    });
  } catch (cause) {
    if (!(cause instanceof CsvError || cause instanceof SwallowedRows)) throw cause;
    throw new DatasetError(`${file}:${line}: a quoted cell that starts in this row is not closed properly.`, {
      hint: 'Write a quote inside a quoted cell twice (""), and close every quoted cell before its delimiter.',
      cause,
    });
  }
  return rows;
}

const delimiters = [',', ';', '\t', '|'] as const;

/** Longest header looked at, in characters. */
const maxHeaderLength = 65_536;

/**
 * The delimiter under which the header holds most of the `wanted` columns; the first wanted column counts
 * above all others. Among equals, the one that gives more cells.
 */
export function chooseDelimiter(
  text: string,
  file: string,
  wanted: readonly string[],
  hasColumn: (header: readonly string[], name: string) => boolean,
): string {
  const header = takeHeader(text);
  let best: { readonly delimiter: string; readonly score: readonly number[] } | undefined;
  for (const delimiter of delimiters) {
    const cells = parseHeader(header, delimiter, file);
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

function parseHeader(header: string, delimiter: string, file: string): readonly string[] {
  try {
    return parseDelimited(header, delimiter, file)[0]?.cells ?? [];
  } catch (error) {
    if (error instanceof DatasetError) return [];
    throw error;
  }
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
