import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { MaskPalette } from '../../src/model/fingerprint.ts';
import { makePage, maskOf, pickChannels, toSharp, writePng } from './make-images.ts';

type Color = readonly [red: number, green: number, blue: number];

const palette: MaskPalette = {
  kind: 'color',
  colors: [
    [0, 0, 0],
    [255, 0, 0],
    [0, 255, 0],
  ],
};

function pngOf(width: number, colors: readonly Color[]): Promise<Buffer> {
  const samples = Uint8Array.from(colors.flat());
  return sharp(samples, { raw: { width, height: colors.length / width, channels: 3 } })
    .png()
    .toBuffer();
}

describe('a mask read by colours', () => {
  const level = fc.constantFrom(0, 1, 127, 128, 254, 255);
  const color = fc.tuple(level, level, level);
  const mask = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
    .chain(([width, height]) =>
      fc.record({
        width: fc.constant(width),
        // Runs, so that both equal and different neighbours are common.
        pixels: fc
          .array(color, { minLength: 1, maxLength: 3 })
          .chain((used) =>
            fc.array(fc.constantFrom(...used), { minLength: width * height, maxLength: width * height }),
          ),
      }),
    );

  it('has the counts that every pixel on its own gives', async () => {
    const colors = fc.uniqueArray(color, { minLength: 1, maxLength: 4, selector: String });
    await fc.assert(
      fc.asyncProperty(mask, colors, async ({ width, pixels }, declared) => {
        const counts = declared.map(() => 0);
        let offPalette = 0;
        for (const pixel of pixels) {
          const distances = declared.map((other) =>
            Math.hypot(...other.map((value, at) => value - (pixel[at] ?? 0))),
          );
          const nearest = distances.indexOf(Math.min(...distances));
          counts[nearest] = (counts[nearest] ?? 0) + 1;
          if (distances[nearest] !== 0) offPalette++;
        }
        const answer = await maskOf(pngOf(width, pixels), { kind: 'color', colors: declared });
        expect(answer).toMatchObject({
          pixels: pixels.length,
          counts,
          offPalette,
          distinct: new Set(pixels.map(String)).size,
        });
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('gives a colour between two to the first of the nearest', async () => {
    const declared: MaskPalette = {
      kind: 'color',
      colors: [
        [10, 0, 0],
        [0, 0, 0],
        [20, 0, 0],
      ],
    };
    expect(
      (
        await maskOf(
          pngOf(2, [
            [5, 0, 0],
            [15, 0, 0],
          ]),
          declared,
        )
      ).counts,
    ).toEqual([2, 0, 0]);
  });

  it('names the most frequent colours that are not declared, the lower of equals first', async () => {
    const strays: Color[] = [
      [9, 9, 9],
      [9, 9, 9],
      [1, 2, 3],
      [250, 0, 1],
      [250, 0, 1],
      [0, 0, 0],
    ];
    expect((await maskOf(pngOf(3, strays), palette)).strays).toEqual([
      { value: '#090909', pixels: 2 },
      { value: '#fa0001', pixels: 2 },
      { value: '#010203', pixels: 1 },
    ]);
    const many = Array.from({ length: 40 }, (_, at): Color => [at + 1, at + 1, at + 1]);
    const answer = await maskOf(pngOf(4, many), palette);
    expect(answer.strays).toHaveLength(32);
    expect(answer).toMatchObject({ offPalette: 40, distinct: 40, counts: [40, 0, 0] });
  });

  it('is the same stored as grey, with a palette, in 16 bits, with alpha and in another format', async () => {
    const page = pickChannels(makePage(60, 40, 1), [0, 0, 0]);
    page.samples.forEach((value, at) => (page.samples[at] = value < 90 ? 0 : 255));
    const grey = pickChannels(page, [0]);
    const declared: MaskPalette = {
      kind: 'color',
      colors: [
        [0, 0, 0],
        [255, 255, 255],
      ],
    };
    const expected = await maskOf(toSharp(page).png().toBuffer(), declared);
    expect(expected.offPalette).toBe(0);
    expect(Math.min(...expected.counts)).toBeGreaterThan(100);
    const wide = { ...page, samples: Uint16Array.from(page.samples, (value) => value * 257) };
    const stored = [
      toSharp(grey).png(),
      toSharp(page).png({ palette: true }),
      toSharp(wide).png(),
      toSharp(pickChannels(page, [0, 1, 2, 'opaque'])).png(),
      toSharp(page).tiff({ compression: 'lzw' }),
      toSharp(page).webp({ lossless: true }),
      toSharp(page).gif(),
    ];
    for (const image of stored) {
      expect(await maskOf(image.toBuffer(), declared)).toMatchObject({
        counts: expected.counts,
        distinct: 2,
      });
    }
  });

  it('with more than 65,536 colours has exact counts and a bounded number of them', async () => {
    const size = 300;
    const pixels = Array.from({ length: size * size }, (_, at): Color => [
      at & 255,
      (at >> 8) & 255,
      at >> 16,
    ]);
    const answer = await maskOf(pngOf(size, pixels), palette);
    expect(answer).toMatchObject({ distinct: 65_536, pixels: size * size });
    const counts = [0, 0, 0];
    for (const [red, green, blue] of pixels) {
      const distances = [
        red ** 2 + green ** 2 + blue ** 2,
        (255 - red) ** 2 + green ** 2 + blue ** 2,
        red ** 2 + (255 - green) ** 2 + blue ** 2,
      ];
      const nearest = distances.indexOf(Math.min(...distances));
      counts[nearest] = (counts[nearest] ?? 0) + 1;
    }
    expect(answer.counts).toEqual(counts);
    const isDeclared = ([red, green, blue]: Color): boolean =>
      blue === 0 && [0, 255].includes(red + green) && red * green === 0;
    expect(answer.offPalette).toBe(pixels.filter((pixel) => !isDeclared(pixel)).length);
  });
});

describe('a mask read by indices', () => {
  const values = Array.from({ length: 40 * 35 }, (_, at) => (at * 7) % 5);
  const counts = [0, 1, 2, 3].map((index) => values.filter((value) => value === index).length);
  const declared: MaskPalette = { kind: 'index', indices: [0, 1, 2, 3] };
  const size = { width: 40, height: 35 };

  it.each([4, 8] as const)(
    'with a palette of %i bits counts the stored indices, not the colours',
    async (bitDepth) => {
      const colors = [0x000000, 0xff0000, 0xff0000, 0x808080, 0xffffff];
      const file = writePng({
        ...size,
        bitDepth,
        colorType: 3,
        palette: colors,
        values,
        moreChunks: [['tRNS', Buffer.from([0, 9])]],
      });
      expect(await maskOf(file, declared)).toMatchObject({
        counts,
        offPalette: 280,
        distinct: 5,
        strays: [{ value: '4', pixels: 280 }],
      });
    },
  );

  it.each([1, 2, 4, 8, 16] as const)('of grey values counts what is stored in %i bits', async (bitDepth) => {
    const stored = values.map((value) => value % 2 ** bitDepth);
    const answer = await maskOf(writePng({ ...size, bitDepth, colorType: 0, values: stored }), declared);
    expect(answer.counts).toEqual(
      [0, 1, 2, 3].map((index) => stored.filter((value) => value === index).length),
    );
  });

  it('keeps the orientation that an indexed file tells', async () => {
    const exif = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex');
    const parts = { ...size, bitDepth: 8, values, moreChunks: [['eXIf', exif]] } as const;
    for (const colorType of [0, 3] as const) {
      const file = writePng({ ...parts, colorType, ...(colorType === 3 && { palette: [0, 1, 2, 3, 4] }) });
      expect((await maskOf(file, declared)).orientation).toBe(6);
    }
  });

  it('reads grey stored as RGB as values and names real colours', async () => {
    const grey = await maskOf(
      pngOf(2, [
        [3, 3, 3],
        [1, 1, 1],
      ]),
      declared,
    );
    expect(grey).toMatchObject({ counts: [0, 1, 0, 1], offPalette: 0 });
    const colored = await maskOf(
      pngOf(2, [
        [3, 3, 3],
        [1, 1, 2],
      ]),
      declared,
    );
    expect(colored).toMatchObject({ counts: [0, 0, 0, 0], offPalette: 2, distinct: 2 });
    expect(colored.strays.map(({ value }) => value)).toEqual(['#010102', '#030303']);
  });

  it('keeps values of 16 bits', async () => {
    const file = writePng({ width: 3, height: 1, bitDepth: 16, colorType: 0, values: [1000, 40_000, 1000] });
    const wide: MaskPalette = { kind: 'index', indices: [1000] };
    expect(await maskOf(file, wide)).toMatchObject({ counts: [2], strays: [{ value: '40000', pixels: 1 }] });
  });
});
