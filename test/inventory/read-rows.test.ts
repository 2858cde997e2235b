import { parse, type Options } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEncoded } from '../../src/inventory/byte-encoding.ts';
import { decodeText } from '../../src/inventory/decode-text.ts';
import { maxRowBytes, readRows } from '../../src/inventory/read-rows.ts';
import { DatasetError } from '../../src/model/errors.ts';
import { openPieces } from './open-pieces.ts';

/** The rows with content, read in pieces of a size. */
async function read(content: string | Uint8Array, delimiter = ',', pieceBytes = 5) {
  return readEncoded(openPieces(content, pieceBytes), async (open, encoding) => {
    const rows: { cells: string[]; line: number }[] = [];
    await readRows(open(), { delimiter, encoding }, 'm.csv', ({ scanner, bytes, line }) => {
      scanner.cleanCells(bytes);
      if (!scanner.isBlank()) rows.push({ cells: scanner.readTexts(bytes), line });
    });
    return rows;
  });
}

const readCells = async (...parameters: Parameters<typeof read>) =>
  (await read(...parameters)).map(({ cells }) => cells);

const unit = fc.constantFrom('a', 'ä', '"', ',', ';', '\t', '|', '\n', '\r', ' ', '.', '中', '😀', '0', '\\');
const csvUnit = fc.constantFrom(
  'a',
  '"',
  '"',
  ',',
  ',',
  '\n',
  '\r',
  ' ',
  '\f',
  '\v',
  '\0',
  '\u00a0',
  '\ufeff',
  '中',
);
const pieceBytes = fc.integer({ min: 1, max: 9 });

describe('readRows', () => {
  it('gives trimmed cells with the physical line where the row starts', async () => {
    expect(await read('a , "b"\n\n1,"x\n\ny"\n,\n \u00a02\u00a0,""\n')).toEqual([
      { cells: ['a', 'b'], line: 1 },
      { cells: ['1', 'x\n\ny'], line: 3 },
      { cells: ['2', ''], line: 7 },
    ]);
  });

  it('counts every kind of line end once, inside quotes too, where it is a line feed', async () => {
    expect(await read('a\r\n"x\r\ny\rz"\r"b\n\r"\n\r\nc')).toEqual([
      { cells: ['a'], line: 1 },
      { cells: ['x\ny\nz'], line: 2 },
      { cells: ['b'], line: 5 },
      { cells: ['c'], line: 9 },
    ]);
  });

  it('takes a stray quote within a row literally', async () => {
    expect(await readCells('a,b\n1,5" disk\n2,"x"y\n"3" ,4\n5, "p, ""q"" r"\n"a""b"c,"d" "e"\n')).toEqual([
      ['a', 'b'],
      ['1', '5" disk'],
      ['2', '"x"y'],
      ['3', '4'],
      ['5', 'p, "q" r'],
      ['"a"b"c', '"d" "e"'],
    ]);
  });

  it('sees quotes behind blanks that are none of ASCII', async () => {
    expect(await readCells('\u00a0"a" ,\u3000"b"\u3000,\v"c"\n')).toEqual([['a', 'b', 'c']]);
  });

  it.each([
    ['is never closed', 'a,b\n1,2\n3,"x\n4,5\n'],
    ['is closed by the quote of another row', 'a,b\n1,2\n3,"x\n4,"y"\n5,6\n'],
    ['is never closed, beside a stray quote', 'a,b\n1,2"\n3,"x\n4,5\n'],
    ['swallows the rest of a long file', `a,b\n1,2\n3,"x\n${'4,5\n'.repeat(maxRowBytes / 2)}`],
  ])('names the line of a quoted cell that %s', async (_, text) => {
    const answer = read(text, ',', text.length > 1000 ? 100_000 : 5);
    await expect(answer).rejects.toThrow(DatasetError);
    await expect(answer).rejects.toThrow(
      'm.csv:3: a quoted cell that starts in this row is not closed properly.',
    );
  });

  it('reads a row of the longest length, and names the line of a longer one, whatever the pieces', async () => {
    for (const size of [99_999, 10 * maxRowBytes]) {
      const row = `${'x'.repeat(maxRowBytes - 3)},y\n`;
      expect((await readCells(`a\n${row}b\n`, ',', size)).map(([first]) => first?.length)).toEqual([
        1,
        maxRowBytes - 3,
        1,
      ]);
      await expect(read(`a\n\nx${row}b\n`, ',', size)).rejects.toThrow(
        `m.csv:3: this row has more than ${maxRowBytes} bytes.`,
      );
    }
  });

  it('gives back every cell of a table, however it is written', async () => {
    const cell = fc.string({ unit }).map((text) => text.replace(/\r\n?/g, '\n').trim());
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
      );
    const style = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
      encoding: fc.constantFrom('utf8', 'utf8-bom', 'utf16le', 'utf16be'),
      quotesAll: fc.boolean(),
      pad: fc.constantFrom('', ' '),
      endsWithLineEnd: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(table, style, pieceBytes, async (rows, styled, size) => {
        const { delimiter, lineEnd, encoding, quotesAll, pad, endsWithLineEnd } = styled;
        const write = (text: string): string =>
          quotesAll || /[",;\t|\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : `${pad}${text}${pad}`;
        const lines = rows.map((row) => row.map(write).join(delimiter)).join('\n');
        const text = (lines + (endsWithLineEnd ? '\n' : '')).replaceAll('\n', lineEnd);
        expect(await readCells(encode(text, encoding), delimiter, size)).toEqual(
          rows.filter((row) => row.some((content) => content !== '')),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('reads what csv-parse reads by the rules, and what it reads with stray quotes taken literally', async () => {
    let byTheRules = 0;
    let literally = 0;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: csvUnit, maxLength: 30 }), pieceBytes, async (written, size) => {
        const text = decodeText(Buffer.from(written));
        // csv-parse takes an empty quoted cell with another one behind it for the other one alone.
        fc.pre(!/""\s+"/.test(text));
        const strict = parseOtherwise(text, { trim: true });
        const expected = strict ?? parseOtherwise(text, { trim: true, relax_quotes: true });
        if (!expected) return;
        if (!strict) literally++;
        else if (text.includes('"')) byTheRules++;
        const isSwallowing =
          !strict && expected.some(({ cells }) => cells.some((cell) => /^".*\n/s.test(cell)));
        const answer = read(written, ',', size);
        if (isSwallowing) await expect(answer).rejects.toThrow(DatasetError);
        else expect(await answer).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
    expect(byTheRules).toBeGreaterThan(100);
    expect(literally).toBeGreaterThan(100);
  });

  it('never throws anything but a DatasetError, and gives the same for all sizes of pieces', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.string({ unit: csvUnit }).map((text) => Buffer.from(text)),
      fc.string({ unit: csvUnit }).map((text) => Buffer.from(text, 'latin1')),
    );
    await fc.assert(
      fc.asyncProperty(bytes, pieceBytes, async (content, size) => {
        const answer = await read(content, ',', size).catch((error: unknown) => error);
        const whole = await read(content, ',', 1000).catch((error: unknown) => error);
        if (answer instanceof Error) expect(answer).toBeInstanceOf(DatasetError);
        expect(answer).toEqual(whole);
      }),
      { numRuns: 1000 },
    );
  });
});

/** The rows with content as csv-parse has them, with the lines where they start; undefined where it refuses. */
function parseOtherwise(text: string, options: Options): { cells: string[]; line: number }[] | undefined {
  const rows: { cells: string[]; line: number }[] = [];
  let line = 1;
  try {
    parse(text, {
      ...{ record_delimiter: '\n', relax_column_count: true, ...options },
      on_record: (record: string[], { lines }) => {
        const cells = record.map((cell) => cell.trim());
        if (cells.some((cell) => cell !== '')) rows.push({ cells, line });
        line = lines + 1;
        return null;
      },
    });
    return rows;
  } catch {
    return undefined;
  }
}

function encode(text: string, encoding: string): Uint8Array {
  const marked = `\ufeff${text}`;
  if (encoding === 'utf16le') return Buffer.from(marked, 'utf16le');
  if (encoding === 'utf16be') return Buffer.from(marked, 'utf16le').swap16();
  return Buffer.from(encoding === 'utf8-bom' ? marked : text);
}
