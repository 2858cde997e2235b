import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/inventory/decode-text.ts';
import { readManifest } from '../../src/inventory/manifest.ts';
import { rewriteSplitColumn } from '../../src/inventory/rewrite-split-column.ts';
import { DatasetError } from '../../src/model/errors.ts';

const columns = { image: 'file', split: 'split', groups: {} };
const withoutSplit = { image: 'file', groups: {} };

function rewrite(text: string | Buffer, splits: Readonly<Record<number, string>>, named = columns): string {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return Buffer.from(rewriteSplitColumn(bytes, 'm.csv', named, (line) => splits[line])).toString('latin1');
}

describe('rewriteSplitColumn', () => {
  it.each([
    ['a plain file', 'file,split\na,train\nb,test\n', { 2: 'test', 3: 'val' }, 'file,split\na,test\nb,val\n'],
    ['some rows alone', 'file,split\na,train\nb,test', { 3: 'val' }, 'file,split\na,train\nb,val'],
    [
      'CRLF and no last line end',
      'split;file\r\ntrain;a\r\n;b',
      { 2: 'x', 3: 'y' },
      'split;file\r\nx;a\r\ny;b',
    ],
    [
      'quotes, delimiters and line ends in cells',
      'note,file,split\n"one, ""two""\n three",a,train\n"x",b,"test"\n',
      { 2: 'val', 4: 'val' },
      'note,file,split\n"one, ""two""\n three",a,val\n"x",b,val\n',
    ],
    ['a short row', 'file,note,split\na\nb,n,train\n', { 2: 'val' }, 'file,note,split\na,,val\nb,n,train\n'],
    ['empty rows and blanks', '\nfile , split\n\n a , train \n', { 4: 'val' }, '\nfile , split\n\n a ,val\n'],
    ['a declared delimiter', 'sep=;\nfile;split\na;train\n', { 3: 'val' }, 'sep=;\nfile;split\na;val\n'],
    ['a name that needs quotes', 'file,split\na,train\n', { 2: 'x, "y"' }, 'file,split\na,"x, ""y"""\n'],
  ])('changes %s', (_, text, splits, expected) => expect(rewrite(text, splits)).toBe(expected));

  it('adds a column where there is none', () =>
    expect(rewrite('file,note\na,1\nb\n', { 2: 'train', 3: 'test' }, withoutSplit as typeof columns)).toBe(
      'file,note,split\na,1,train\nb,,test\n',
    ));

  it('leaves a byte order mark and the bytes of other encodings as they are', () => {
    const latin1 = Buffer.from('file,split\nM\u00fcller.png,train\n', 'latin1');
    expect(rewrite(latin1, { 2: 'test' })).toBe('file,split\nM\u00fcller.png,test\n');
    const marked = Buffer.from('\ufefffile,split\nü.png,train\n');
    expect(rewrite(marked, { 2: 'test' })).toBe(
      Buffer.from('\ufefffile,split\nü.png,test\n').toString('latin1'),
    );
  });

  it.each([
    ['UTF-16', Buffer.from('\ufefffile,split\na,train\n', 'utf16le')],
    ['a quote inside an unquoted cell', Buffer.from('file,split\n5" disk,train\nb,test\n')],
  ])('refuses %s, which it could not change alone', (_, bytes) => {
    expect(() => rewrite(bytes, { 2: 'val', 3: 'val' })).toThrow(DatasetError);
  });

  it('changes the splits of any table and nothing else', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ü', ' ', ',', '"', '\n', '漢'), maxLength: 6 });
    const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
    const row = fc.record({ note: cell, split: fc.constantFrom('train', 'val', '') });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, end) => {
          const lines = rows.map(({ note, split }, at) => [`${at}.png`, quoted(note), split].join(','));
          const text = ['file,note,split', ...lines, ''].join(end);
          const read = (bytes: Uint8Array) =>
            readManifest(decodeText(bytes), 'm.csv', { ...columns, label: 'note' }).rows;
          const before = read(Buffer.from(text));
          const after = read(
            rewriteSplitColumn(Buffer.from(text), 'm.csv', columns, (line) => `new ${line}`),
          );
          expect(after).toEqual(before.map((one) => ({ ...one, split: `new ${one.line}` })));
        },
      ),
    );
  });
});
