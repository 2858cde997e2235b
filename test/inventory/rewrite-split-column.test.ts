import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../src/inventory/manifest.ts';
import { rewriteSplitColumn } from '../../src/inventory/rewrite-split-column.ts';
import type { ColumnsConfig } from '../../src/model/config.ts';
import { DatasetError } from '../../src/model/errors.ts';
import { listRows, openPieces } from './open-pieces.ts';

const columns = { image: 'file', split: 'split', groups: {} };
const withoutSplit = { image: 'file', groups: {} };

async function rewriteBytes(
  bytes: Uint8Array,
  named: ColumnsConfig,
  splitOf: (line: number) => string | undefined,
): Promise<Buffer> {
  const copies: Buffer[] = [];
  for await (const piece of await rewriteSplitColumn(openPieces(bytes, 7), 'm.csv', named, splitOf))
    copies.push(Buffer.from(piece));
  return Buffer.concat(copies);
}

/** The rewritten manifest, one character a byte. */
async function rewrite(
  text: string | Buffer,
  splits: Readonly<Record<number, string>>,
  named: ColumnsConfig = columns,
): Promise<string> {
  const rewritten = await rewriteBytes(Buffer.from(text), named, (line) => splits[line]);
  return rewritten.toString('latin1');
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
    [
      'stray quotes',
      'file,split,note\n5" disk,train,"x"y\n"a""b"c,test,\n',
      { 2: 'val', 3: 'val' },
      'file,split,note\n5" disk,val,"x"y\n"a""b"c,val,\n',
    ],
    ['line ends of old', 'file,split\ra,train\r\rb,test', { 2: 'x', 4: 'y' }, 'file,split\ra,x\r\rb,y'],
    ['a name that needs quotes', 'file,split\na,train\n', { 2: 'x, "y"' }, 'file,split\na,"x, ""y"""\n'],
  ])('changes %s', async (_, text, splits, expected) => expect(await rewrite(text, splits)).toBe(expected));

  it('adds a column where there is none', async () =>
    expect(await rewrite('file,note\na,1\nb\n', { 2: 'train', 3: 'test' }, withoutSplit)).toBe(
      'file,note,split\na,1,train\nb,,test\n',
    ));

  it('leaves a byte order mark and the bytes of other encodings as they are', async () => {
    const latin1 = Buffer.from('file,split\nM\u00fcller.png,train\n', 'latin1');
    expect(await rewrite(latin1, { 2: 'test' })).toBe('file,split\nM\u00fcller.png,test\n');
    const marked = Buffer.from('\ufefffile,split\nü.png,train\n');
    expect(await rewrite(marked, { 2: 'test' })).toBe(
      Buffer.from('\ufefffile,split\nü.png,test\n').toString('latin1'),
    );
  });

  it.each([
    ['UTF-16', Buffer.from('\ufefffile,split\na,train\n', 'utf16le'), 'val'],
    ['a name that the encoding cannot hold', Buffer.from('file,split\n\xe4,train\n', 'latin1'), 'prüfung'],
  ])('refuses %s', async (_, bytes, split) => {
    await expect(rewrite(bytes, { 2: split })).rejects.toThrow(DatasetError);
    await expect(rewrite(bytes, { 2: split })).rejects.toThrow(/^the split column of m\.csv cannot be/);
  });

  it('changes the splits of any table and nothing else', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ü', ' ', ',', '"', '\n', '漢'), maxLength: 6 });
    const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
    const row = fc.record({ note: cell, split: fc.constantFrom('train', 'val', '') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        async (rows, end) => {
          const lines = rows.map(({ note, split }, at) => [`${at}.png`, quoted(note), split].join(','));
          const text = ['file,note,split', ...lines, ''].join(end);
          const read = async (bytes: Uint8Array) =>
            listRows(
              (
                await readManifest(
                  openPieces(bytes, 50),
                  'm.csv',
                  { ...columns, label: 'note' },
                  { rows: 0, bytes: 0 },
                )
              ).rows,
            );
          const before = await read(Buffer.from(text));
          const after = await read(await rewriteBytes(Buffer.from(text), columns, (line) => `new ${line}`));
          expect(after).toEqual(before.map((one) => ({ ...one, split: `new ${one.line}` })));
        },
      ),
    );
  });
});
