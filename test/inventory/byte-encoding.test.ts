import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readEncoded, readHead, type OpenBytes } from '../../src/inventory/byte-encoding.ts';
import { decodeText } from '../../src/inventory/decode-text.ts';
import { openPieces } from './open-pieces.ts';

/** The text that the pieces make, each decoded by itself: no character may be cut in two. */
const readText = (open: OpenBytes): Promise<string> =>
  readEncoded(open, async (openEncoded, encoding) => {
    const texts: string[] = [];
    for await (const piece of openEncoded()) texts.push(encoding.decode(Buffer.from(piece), 0, piece.length));
    return texts.join('').replace(/\r\n?/g, '\n');
  });

const text = fc.string({ unit: fc.constantFrom('a', 'ä', '中', '😀', '\ufeff', '\r', '\n', '\0') });

it('reads every encoding as decodeText does, whatever the pieces', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 30 }),
    text.map((one) => Buffer.from(one)),
    text.map((one) => Buffer.from(one, 'latin1')),
    text.map((one) => Buffer.from(`\ufeff${one}`, 'utf16le')),
    text.map((one) => Buffer.from(`\ufeff${one}`, 'utf16le').swap16()),
    fc
      .tuple(text, fc.uint8Array({ maxLength: 3 }))
      .map(([one, end]) => Buffer.concat([Buffer.from(one), end])),
  );
  await fc.assert(
    fc.asyncProperty(bytes, fc.integer({ min: 1, max: 8 }), async (content, size) => {
      expect(await readText(openPieces(content, size))).toBe(decodeText(content));
    }),
    { numRuns: 2000 },
  );
});

it('starts again as Windows-1252 where the first byte that is not UTF-8 comes late', async () => {
  const content = Buffer.concat([Buffer.from('Größe '.repeat(1000)), Buffer.from([0x80])]);
  expect(await readText(openPieces(content, 4096))).toBe(`${'GrÃ¶ÃŸe '.repeat(1000)}€`);
});

it('tells how many bytes texts and characters take', async () => {
  for (const content of [Buffer.from('ä€中😀a'), Buffer.from([0xe4, 0x80, 0x41])]) {
    const encoding = await readEncoded(openPieces(content, 100), async (open, tried) => {
      await readHead(open(), 100);
      return tried;
    });
    const decoded = encoding.decode(content, 0, content.length);
    expect(encoding.byteLength(decoded)).toBe(content.length);
    let at = 0;
    for (const character of decoded) {
      expect(encoding.characterLength(content[at] ?? 0)).toBe(encoding.byteLength(character));
      at += encoding.byteLength(character);
    }
    expect(at).toBe(content.length);
  }
});

it('gives the first bytes and no more', async () => {
  const open = openPieces('abcdefg', 3);
  expect((await readHead(open(), 5)).toString()).toBe('abcde');
  expect((await readHead(open(), 6)).toString()).toBe('abcdef');
  expect((await readHead(open(), 100)).toString()).toBe('abcdefg');
});
