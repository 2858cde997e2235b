import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/inventory/decode-text.ts';
import { chooseDelimiter, parseDelimited } from '../../src/inventory/delimited-text.ts';
import { DatasetError } from '../../src/model/errors.ts';

const parse = (text: string) => parseDelimited(text, ',', 'm.csv');

describe('parseDelimited', () => {
  it('gives trimmed cells with the physical line where the row starts, without rows of no content', () => {
    expect(parse('a , "b"\n\n1,"x\n\ny"\n,\n \u00a02\u00a0,""\n')).toEqual([
      { cells: ['a', 'b'], line: 1 },
      { cells: ['1', 'x\n\ny'], line: 3 },
      { cells: ['2', ''], line: 7 },
    ]);
  });

  it('takes a stray quote within a row literally', () => {
    expect(parse('a,b\n1,5" disk\n2,"x"y\n"3" ,4\n').map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', '5" disk'],
      ['2', '"x"y'],
      ['3', '4'],
    ]);
  });

  it.each([
    ['is never closed', 'a,b\n1,2\n3,"x\n4,5\n'],
    ['is closed by the quote of another row', 'a,b\n1,2\n3,"x\n4,"y"\n5,6\n'],
    ['is never closed, beside a stray quote', 'a,b\n1,2"\n3,"x\n4,5\n'],
  ])('names the line of a quoted cell that %s', (_, text) => {
    expect(() => parse(text)).toThrow(DatasetError);
    expect(() => parse(text)).toThrow(
      'm.csv:3: a quoted cell that starts in this row is not closed properly.',
    );
  });

  it('gives back every cell of a table, however it is written', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'ä', '"', ',', ';', '\t', '|', '\n', ' ', '.', '中', '0', '\\') })
      .map((text) => text.trim());
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
    fc.assert(
      fc.property(table, style, (rows, { delimiter, lineEnd, encoding, quotesAll, pad, endsWithLineEnd }) => {
        const write = (text: string): string =>
          quotesAll || /[",;\t|\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : `${pad}${text}${pad}`;
        const lines = rows.map((row) => row.map(write).join(delimiter)).join('\n');
        const text = (lines + (endsWithLineEnd ? '\n' : '')).replaceAll('\n', lineEnd);
        expect(
          parseDelimited(decodeText(encode(text, encoding)), delimiter, 'm.csv').map(({ cells }) => cells),
        ).toEqual(rows.filter((row) => row.some((content) => content !== '')));
      }),
      { numRuns: 300 },
    );
  });

  it('never throws anything but a DatasetError', () => {
    const csvLike = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '\0', '\ud800') });
    fc.assert(
      fc.property(fc.oneof(csvLike, fc.uint8Array().map(decodeText)), (text) => {
        try {
          parse(text);
        } catch (error) {
          expect(error).toBeInstanceOf(DatasetError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

function encode(text: string, encoding: string): Uint8Array {
  const marked = `\ufeff${text}`;
  if (encoding === 'utf16le') return Buffer.from(marked, 'utf16le');
  if (encoding === 'utf16be') return Buffer.from(marked, 'utf16le').swap16();
  return Buffer.from(encoding === 'utf8-bom' ? marked : text);
}

describe('chooseDelimiter', () => {
  const choose = (text: string, wanted: readonly string[]) =>
    chooseDelimiter(text, 'm.csv', wanted, (header, name) => header.includes(name));

  it.each([
    [',', 'file,mask\n'],
    [';', 'file;mask\n'],
    ['\t', 'file\tmask\n'],
    ['|', '\n  \nfile|mask'],
    [';', 'file;mask;size, mm;a,b,c,d\n'],
    [';', '"x,file,y";file;mask\n'],
    [',', '"a\nb",file,mask\n1;2;3;4'],
  ])('finds %j in %j', (delimiter, text) => {
    expect(choose(text, ['file', 'mask'])).toBe(delimiter);
  });

  it('prefers the delimiter under which the image column is found', () => {
    expect(choose('file;a,b,c\n', ['file', 'b'])).toBe(';');
  });

  it.each([['"'], [''], [`"${'x,'.repeat(50_000)}`]])('answers a header without end', (text) => {
    expect(choose(text, ['file'])).toBe(',');
  });
});
