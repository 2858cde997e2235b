import { describe, expect, it } from 'vitest';
import { decodeBmp } from '../../src/fingerprint/decode-bmp.ts';
import { DecodeError } from '../../src/fingerprint/raster.ts';
import { imageOf, limits, seedIntegers } from './make-images.ts';
import { packRows, writeBmp } from './write-bmp.ts';

/** Colours `0xrrggbb` by row. */
function read(bytes: Uint8Array): number[][] {
  const rows: number[][] = [];
  decodeBmp(bytes, limits, ({ width, height, samples }) => {
    for (let row = 0; row < height; row++) {
      rows.push(
        Array.from({ length: width }, (_, x) => {
          const at = (row * width + x) * 3;
          return ((samples[at] ?? 0) << 16) | ((samples[at + 1] ?? 0) << 8) | (samples[at + 2] ?? 0);
        }),
      );
    }
  });
  return rows;
}

const draw = seedIntegers(3);
const makeRows = (width: number, height: number, most: number): number[][] =>
  Array.from({ length: height }, () => Array.from({ length: width }, () => draw(most)));

describe('a BMP file', () => {
  it.each([1, 2, 4, 8])('of %i bits per pixel yields the colours of its palette', (bits) => {
    const palette = Array.from({ length: 2 ** bits }, () => draw(0xffffff));
    // Widths on either side of the padding to bytes and to four bytes.
    for (const width of [1, 3, 7, 8, 9, 31, 33]) {
      const rows = makeRows(width, 5, palette.length - 1);
      const expected = rows.map((row) => row.map((index) => palette[index]));
      for (const headerBytes of [12, 40, 124] as const) {
        const parts = { width, height: 5, bitsPerPixel: bits, palette, headerBytes };
        expect(read(writeBmp({ ...parts, data: packRows(rows, bits) }))).toEqual(expected);
      }
    }
  });

  it.each([24, 32])('of %i bits per pixel yields its colours, whatever the fourth byte', (bits) => {
    for (const width of [1, 2, 3, 4, 5]) {
      const rows = makeRows(width, 3, 0xffffff);
      const stored = bits === 32 ? rows.map((row) => row.map((color) => color + 0x7f000000)) : rows;
      const parts = { width, height: 3, bitsPerPixel: bits };
      expect(read(writeBmp({ ...parts, data: packRows(stored, bits) }))).toEqual(rows);
      const upsideDown = packRows([...stored].reverse(), bits);
      expect(read(writeBmp({ ...parts, data: upsideDown, isTopDown: true }))).toEqual(rows);
    }
  });

  it('of 16 bits per pixel is scaled from five bits', () => {
    const data = packRows([[0x0000, 0x7fff, 0x7c00, 0x03e0, 0x001f, 0x4210]], 16);
    const expected = [[0x000000, 0xffffff, 0xff0000, 0x00ff00, 0x0000ff, 0x848484]];
    expect(read(writeBmp({ width: 6, height: 1, bitsPerPixel: 16, data }))).toEqual(expected);
  });

  it.each([40, 52, 56, 108, 124] as const)(
    'with bit fields and a header of %i bytes yields what they say',
    (headerBytes) => {
      const rgb565 = { masks: [0xf800, 0x07e0, 0x001f], compression: 3, headerBytes };
      const data = packRows([[0xffff, 0xf800, 0x07e0, 0x001f]], 16);
      const expected = [[0xffffff, 0xff0000, 0x00ff00, 0x0000ff]];
      expect(read(writeBmp({ width: 4, height: 1, bitsPerPixel: 16, data, ...rgb565 }))).toEqual(expected);
      const swapped = { masks: [0xff, 0xff00, 0xff0000], compression: 3, headerBytes };
      const colors = packRows([[0x80112233, 0x00ff0000]], 32);
      expect(read(writeBmp({ width: 2, height: 1, bitsPerPixel: 32, data: colors, ...swapped }))).toEqual([
        [0x332211, 0x0000ff],
      ]);
    },
  );

  it('with ten bits a channel keeps the upper eight', () => {
    const masks = [0x3ff00000, 0x000ffc00, 0x000003ff];
    const data = packRows([[0x3ff00000, 0x200803ff]], 32);
    const file = writeBmp({ width: 2, height: 1, bitsPerPixel: 32, compression: 3, masks, data });
    expect(read(file)).toEqual([[0xff0000, 0x8080ff]]);
  });

  const palette = Array.from({ length: 16 }, (_, index) => index * 0x111111);
  const colors = (rows: readonly string[]): number[][] =>
    rows.map((row) => Array.from(row, (digit) => parseInt(digit, 16) * 0x111111));

  it('with run lengths of eight bits yields runs, literals, jumps and gaps', () => {
    const data = Buffer.from([3, 5, 0, 3, 1, 2, 3, 0, 0, 0, 0, 2, 2, 1, 2, 9, 0, 1]);
    const file = writeBmp({ width: 6, height: 3, bitsPerPixel: 8, compression: 1, palette, data });
    // The second row has a jump of two to the right and one up.
    expect(read(file)).toEqual(colors(['009900', '000000', '555123']));
  });

  it('with run lengths of four bits yields alternating runs and literals of odd length', () => {
    const data = Buffer.from([5, 0x12, 0, 0, 0, 5, 0x34, 0x56, 0x70, 0, 0, 1]);
    const file = writeBmp({ width: 6, height: 2, bitsPerPixel: 4, compression: 2, palette, data });
    expect(read(file)).toEqual(colors(['345670', '121210']));
  });

  it('with runs beyond its rows is cut to them', () => {
    const data = Buffer.from([255, 7, 255, 7, 0, 0, 2, 8, 0, 2, 255, 255, 9, 9]);
    const file = writeBmp({ width: 3, height: 2, bitsPerPixel: 8, compression: 1, palette, data });
    expect(read(file)).toEqual(colors(['880', '777']));
  });

  it.each([
    ['of no width', { width: 0 }],
    ['of negative width', { width: -3 }],
    ['of an odd depth', { bitsPerPixel: 7 }],
    ['with a palette that is too long', { bitsPerPixel: 1, palette }],
    ['with rows missing', { height: 3 }],
    ['with run lengths cut off', { compression: 1 }],
    ['compressed as JPEG', { compression: 4 }],
    ['with run lengths in a depth that has none', { bitsPerPixel: 24, compression: 1 }],
  ])('%s is refused', (_, change) => {
    const parts = {
      width: 4,
      height: 2,
      bitsPerPixel: 8,
      palette,
      data: packRows(
        [
          [1, 2, 3, 4],
          [5, 6, 7, 8],
        ],
        8,
      ),
    };
    expect(read(writeBmp(parts))).toEqual(colors(['1234', '5678']));
    expect(() => read(writeBmp({ ...parts, ...change }))).toThrow(DecodeError);
  });

  it('is refused wherever it is cut off', () => {
    for (const bitsPerPixel of [8, 24]) {
      const whole = writeBmp({
        width: 4,
        height: 2,
        bitsPerPixel,
        data: packRows(makeRows(4, 2, 15), bitsPerPixel),
        palette: bitsPerPixel === 8 ? palette : [],
      });
      for (let length = 2; length < whole.length; length++) {
        expect(() => read(whole.subarray(0, length))).toThrow(DecodeError);
      }
    }
  });

  it('is refused by its declared size before anything is made for it', () => {
    const file = writeBmp({ width: 60_000, height: 60_000, bitsPerPixel: 24, data: Buffer.alloc(0) });
    expect(() => read(file)).toThrow(/60000 × 60000 pixels/u);
  });

  it('tells its depth, channels and alpha', async () => {
    const data = packRows([[1, 2]], 32);
    const alpha = { masks: [0xff0000, 0xff00, 0xff, 0xff000000], headerBytes: 108, compression: 3 } as const;
    expect(await imageOf(writeBmp({ width: 2, height: 1, bitsPerPixel: 32, data }))).toMatchObject({
      format: 'bmp',
      channels: 3,
      bitDepth: 8,
      hasAlpha: false,
    });
    expect(await imageOf(writeBmp({ width: 2, height: 1, bitsPerPixel: 32, data, ...alpha }))).toMatchObject({
      channels: 4,
      hasAlpha: true,
    });
    const indexed = { width: 2, height: 1, bitsPerPixel: 4, palette, data: packRows([[1, 2]], 4) };
    expect(await imageOf(writeBmp(indexed))).toMatchObject({ channels: 1, bitDepth: 4, hasAlpha: false });
  });
});
