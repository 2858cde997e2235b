import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { fingerprintImage } from '../../src/fingerprint/fingerprint-image.ts';
import { DecodeError } from '../../src/fingerprint/raster.ts';
import { imageOf, limits, makePage, pickChannels, toSharp, writePng } from './make-images.ts';

const grey = makePage(67, 45, 1);
const color = makePage(67, 45, 3);
const wideGrey = makePage(67, 45, 1, { isWide: true });

it('hashes the bytes of the file with SHA-256', async () => {
  // A GIF of one pixel; the digest is what sha256sum prints for it.
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  const { bytesHash } = await imageOf(gif);
  expect(bytesHash).toBe('ef1955ae757c8b966c83248350331bd3a30f658ced11f387f8ebf05ab3368629');
});

describe('what is stored', () => {
  it.each([
    ['png', toSharp(color).png(), 3, 8],
    ['jpeg', toSharp(color).jpeg(), 3, 8],
    ['jpeg', toSharp(grey).jpeg(), 1, 8],
    ['tiff', toSharp(color).tiff(), 3, 8],
    ['webp', toSharp(color).webp(), 3, 8],
    ['png', toSharp(pickChannels(grey, [0, 'opaque'])).png(), 2, 8],
    ['png', toSharp(wideGrey).png(), 1, 16],
    ['tiff', toSharp(wideGrey).tiff({ compression: 'none' }), 1, 16],
    ['png', toSharp(makePage(67, 45, 4, { isWide: true })).png(), 4, 16],
  ] as const)('is told: %s', async (format, image, channels, bitDepth) => {
    expect(await imageOf(image)).toMatchObject({
      format,
      channels,
      bitDepth,
      width: 67,
      height: 45,
      pages: 1,
    });
  });

  it('tells the headers of JPEG and PNG as the decoder reads them', async () => {
    const files = [
      toSharp(color).jpeg({ progressive: true }),
      toSharp(color).withMetadata({ orientation: 6 }).jpeg(),
      toSharp(color).toColourspace('cmyk').jpeg(),
      toSharp(grey).withMetadata({ orientation: 3 }).png(),
      toSharp(pickChannels(color, [0, 1, 2, 0])).png({ palette: true }),
      toSharp(wideGrey).png(),
    ];
    for (const file of files) {
      const bytes = await file.toBuffer();
      const { channels, orientation, hasAlpha, width, height } = await sharp(bytes).metadata();
      expect(await imageOf(bytes)).toMatchObject({
        channels,
        orientation: orientation ?? 1,
        hasAlpha,
        width,
        height,
      });
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'has EXIF orientation %i and keeps width and height as stored',
    async (orientation) => {
      for (const image of [
        toSharp(color).jpeg(),
        toSharp(color).png(),
        toSharp(color).tiff(),
        toSharp(color).webp(),
      ]) {
        expect(await imageOf(image.withMetadata({ orientation }))).toMatchObject({
          orientation,
          width: 67,
          height: 45,
        });
      }
    },
  );

  it('keeps the EXIF orientation of a JPEG that another block of the same kind follows', async () => {
    const jpeg = await toSharp(color).withMetadata({ orientation: 8 }).jpeg().toBuffer();
    const exifEnd = 4 + jpeg.readUInt16BE(4);
    const xmp = Buffer.from('ffe1000a687474703a2f2f00', 'hex');
    expect(jpeg.readUInt16BE(2)).toBe(0xffe1);
    const joined = Buffer.concat([jpeg.subarray(0, exifEnd), xmp, jpeg.subarray(exifEnd)]);
    expect((await imageOf(joined)).orientation).toBe(8);
  });

  it('has orientation 1 where the EXIF block is broken', async () => {
    const exif = Buffer.from('4d4d002a00000008ffff0112000300000001000900000000', 'hex');
    for (const length of [0, 3, 8, 12, exif.length]) {
      const moreChunks = [['eXIf', exif.subarray(0, length)]] as const;
      const file = writePng({ width: 2, height: 1, bitDepth: 8, colorType: 0, values: [1, 2], moreChunks });
      expect((await imageOf(file)).orientation).toBe(1);
    }
  });

  it.each([1, 2, 4] as const)('is scaled to 0–255 from %i bits', async (bitDepth) => {
    const most = 2 ** bitDepth - 1;
    const values = Array.from({ length: 40 * 40 }, (_, at) => at % (most + 1));
    const image = await imageOf(writePng({ width: 40, height: 40, bitDepth, colorType: 0, values }));
    expect(image).toMatchObject({ bitDepth, channels: 1 });
    expect(image.mean).toBeCloseTo(127.5, 12);
    expect(image.histogram[255]).toBe(1600 / (most + 1));
  });
});

describe('pages', () => {
  const stack = (count: number): ReturnType<typeof makePage> => makePage(40, 40 * count, 1, { seed: 5 });

  it('are all read from a GIF', async () => {
    const frames = await Promise.all(
      ['#102030', '#ff0000', '#00ff00'].map((background) =>
        sharp({ create: { width: 40, height: 33, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const image = await imageOf(gif);
    expect(image).toMatchObject({ format: 'gif', pages: 3, width: 40, height: 33 });
    expect(image.histogram.reduce((sum, pixels) => sum + pixels)).toBe(3 * 40 * 33);
    expect([...image.histogram].filter((pixels) => pixels > 0)).toEqual([1320, 1320, 1320]);
  });

  it('are all read from an animated WebP', async () => {
    const webp = await toSharp(stack(3)).webp({ lossless: true }).toBuffer();
    const frames = await Promise.all(
      [0, 1, 2].map((page) =>
        sharp(webp)
          .extract({ left: 0, top: page * 40, width: 40, height: 40 })
          .png()
          .toBuffer(),
      ),
    );
    const image = await imageOf(sharp(frames, { join: { animated: true } }).webp({ lossless: true }));
    expect(image).toMatchObject({ format: 'webp', pages: 3, width: 40, height: 40 });
    const whole = await imageOf(webp);
    expect(image.histogram).toEqual(whole.histogram);
    expect(image.mean).toBe(whole.mean);
  });

  it('are all read from a TIFF, each of its own size', async () => {
    const [first, second] = [makePage(40, 50, 1), makePage(33, 21, 1, { seed: 9 })];
    const tiff = joinTiffs(
      await toSharp(first).tiff({ compression: 'none' }).toBuffer(),
      await toSharp(second).tiff({ compression: 'none' }).toBuffer(),
    );
    const image = await imageOf(tiff);
    expect(image).toMatchObject({ format: 'tiff', pages: 2, width: 40, height: 50 });
    const sum = [...first.samples, ...second.samples].reduce((total, level) => total + level, 0);
    expect(image.mean).toBeCloseTo(sum / (40 * 50 + 33 * 21), 10);
    expect(image.sharpness).toBe((await imageOf(toSharp(first).png())).sharpness);
  });

  it('count against the limit before they are decoded', async () => {
    const frames = await Promise.all(
      ['#102030', '#ff0000'].map((background) =>
        sharp({ create: { width: 100, height: 100, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const animated = sharp(frames, { join: { animated: true } });
    const tiff = await toSharp(makePage(100, 100, 1))
      .tiff({ compression: 'none' })
      .toBuffer();
    const files: readonly (readonly [file: Buffer, words: string])[] = [
      [await animated.clone().gif().toBuffer(), '2 pages of 100 × 100 pixels'],
      [await animated.webp().toBuffer(), '2 pages of 100 × 100 pixels'],
      [joinTiffs(tiff, tiff), 'pixel limit'],
    ];
    for (const [file, words] of files) {
      expect((await fingerprintImage(file, { ...limits, pixels: 20_000 })).pages).toBe(2);
      await expect(fingerprintImage(file, { ...limits, pixels: 19_999 })).rejects.toMatchObject({
        fault: 'too-many-pixels',
        message: expect.stringContaining(words) as string,
      });
    }
  });
});

/** Two TIFF files of little-endian, each with one directory, as one file of two pages. */
function joinTiffs(first: Buffer, second: Buffer): Buffer {
  const joined = Buffer.concat([first, second]);
  const shift = first.length;
  const firstDirectory = joined.readUInt32LE(4);
  const secondDirectory = joined.readUInt32LE(shift + 4) + shift;
  joined.writeUInt32LE(secondDirectory, firstDirectory + 2 + 12 * joined.readUInt16LE(firstDirectory));
  const entries = joined.readUInt16LE(secondDirectory);
  for (let entry = 0; entry < entries; entry++) {
    const at = secondDirectory + 2 + 12 * entry;
    const bytes =
      ({ 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 }[joined.readUInt16LE(at + 2)] ?? 8) *
      joined.readUInt32LE(at + 4);
    const isStripOffset = joined.readUInt16LE(at) === 273;
    if (bytes > 4 || isStripOffset) joined.writeUInt32LE(joined.readUInt32LE(at + 8) + shift, at + 8);
    if (bytes > 4 && isStripOffset) {
      const list = joined.readUInt32LE(at + 8);
      for (let strip = 0; strip < bytes / 4; strip++) {
        joined.writeUInt32LE(joined.readUInt32LE(list + 4 * strip) + shift, list + 4 * strip);
      }
    }
  }
  return joined;
}

describe('the perceptual hash', () => {
  const picture = async (): Promise<Buffer> => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="#345"/>
      <circle cx="90" cy="70" r="60" fill="#eca"/><rect x="180" y="90" width="90" height="80" fill="#8f2"/></svg>`;
    return sharp(Buffer.from(svg)).removeAlpha().png().toBuffer();
  };

  it('hardly changes when the picture is compressed or scaled', async () => {
    const original = await picture();
    const { perceptualHash } = await imageOf(original);
    const copies = [
      sharp(original).jpeg({ quality: 85 }),
      sharp(original).webp({ quality: 75 }),
      sharp(original).resize(225, 150),
    ];
    for (const copy of copies)
      expect(countBits(perceptualHash, (await imageOf(copy)).perceptualHash)).toBeLessThan(5);
    const turned = await imageOf(sharp(original).rotate(90));
    expect(countBits(perceptualHash, turned.perceptualHash)).toBeGreaterThan(15);
  });

  it.each([
    [1, 1],
    [1, 40],
    [40, 1],
    [2, 3],
    [31, 31],
    [5, 200],
  ])('is defined for %i × %i pixels', async (width, height) => {
    const { perceptualHash, sharpness } = await imageOf(toSharp(makePage(width, height, 3)).png());
    expect(perceptualHash).toMatch(/^[0-9a-f]{16}$/u);
    expect(sharpness).toBeGreaterThanOrEqual(0);
  });

  it('is one for all flat pictures, whatever their size and level', async () => {
    const flat = (size: number, level: number): Promise<Buffer> =>
      sharp({
        create: { width: size, height: size, channels: 3, background: { r: level, g: level, b: level } },
      })
        .png()
        .toBuffer();
    const hashes = await Promise.all(
      [flat(33, 1), flat(100, 77), flat(257, 200), flat(7, 90)].map(
        async (file) => (await imageOf(await file)).perceptualHash,
      ),
    );
    expect(new Set(hashes)).toEqual(new Set(['8000000000000000']));
  });
});

function countBits(a: string, b: string): number {
  let bits = 0;
  for (let left = BigInt(`0x${a}`) ^ BigInt(`0x${b}`); left > 0n; left &= left - 1n) bits++;
  return bits;
}

describe('what cannot be decoded', () => {
  const png = writePng({
    width: 4,
    height: 4,
    bitDepth: 8,
    colorType: 0,
    values: new Array<number>(16).fill(3),
  });

  it.each([
    ['empty', Buffer.alloc(0), /no bytes/u],
    ['pointer', Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:0\n'), /Git LFS/u],
    ['unknown-format', Buffer.from('hello'), /begins with 68 65 6c 6c 6f/u],
    ['unsupported-format', Buffer.concat([Buffer.alloc(128), Buffer.from('DICM')]), /DICOM/u],
    ['unsupported-format', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG/u],
    ['corrupt', png.subarray(0, 20), /cut off/u],
    ['corrupt', Buffer.from('ffd8ffd9', 'hex'), /no frame header/u],
    ['corrupt', png.subarray(0, 50), /./u],
  ] as const)('is %s', async (fault, bytes, words) => {
    const error: unknown = await fingerprintImage(bytes, limits).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({ fault });
    expect(String(error)).toMatch(words);
  });

  it('is what is larger than the limit, 16-bit colours counting by their bytes', async () => {
    const declare = (width: number, height: number, bitDepth: 8 | 16, colorType: 0 | 2 | 6): Buffer =>
      writePng({ width, height, bitDepth, colorType, values: [] });
    const twoBytes = await fingerprintImage(declare(100, 100, 16, 0), { ...limits, pixels: 10_000 });
    expect(twoBytes.width).toBe(100);
    const eightBytes = declare(100, 100, 16, 6);
    expect((await fingerprintImage(eightBytes, { ...limits, pixels: 20_000 })).channels).toBe(4);
    for (const [file, pixels] of [
      [declare(100, 100, 8, 2), 9_999],
      [eightBytes, 19_999],
    ] as const) {
      await expect(fingerprintImage(file, { ...limits, pixels })).rejects.toMatchObject({
        fault: 'too-many-pixels',
      });
    }
  });
});
