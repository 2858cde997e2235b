import { describe, expect, it } from 'vitest';
import { chooseDelimiter, readDeclaredDelimiter } from '../../src/inventory/choose-delimiter.ts';

describe('chooseDelimiter', () => {
  const choose = (text: string, wanted: readonly string[]) =>
    chooseDelimiter(text, wanted, (header, name) => header.includes(name));

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

describe('readDeclaredDelimiter', () => {
  it.each([
    ['sep=;\n', ';'],
    ['"sep=|"\nfile\n', '|'],
    ['SEP=\t\n', '\t'],
    ['sep=;', undefined],
    ['"sep=;\n', undefined],
    ['sep=:\n', undefined],
    ['file\nsep=;\n', undefined],
  ])('finds in %j %j', (text, delimiter) => {
    expect(readDeclaredDelimiter(text)).toBe(delimiter);
  });
});
