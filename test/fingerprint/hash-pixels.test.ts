import type { Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { hashPixels } from '../../src/fingerprint/hash-pixels.ts';
import { imageOf, limits, makePage, pickChannels, toSharp, writePng } from './make-images.ts';

const grey = makePage(67, 45, 1);
const color = makePage(67, 45, 3);
const wideGrey = makePage(67, 45, 1, { isWide: true });

/** Of the pixels, and of what a fingerprint sums up of them, which must agree wherever the pixels do. */
async function hashesOf(image: Sharp | Buffer): Promise<{ readonly pixels: string; readonly sums: string }> {
  const bytes = Buffer.isBuffer(image) ? image : await image.toBuffer();
  const { pixelsHash } = await hashPixels(bytes, limits);
  return { pixels: pixelsHash, sums: (await imageOf(bytes)).pixelsHash };
}

describe('the hash of the pixels', () => {
  it('is one for a grey picture, however it is stored', async () => {
    const expected = await hashesOf(toSharp(grey).png());
    const stored = [
      toSharp(pickChannels(grey, [0, 0, 0])).png(),
      toSharp(pickChannels(grey, [0, 0, 0, 'opaque'])).png(),
      toSharp(pickChannels(grey, [0, 'opaque'])).png(),
      toSharp(grey).tiff({ compression: 'lzw' }),
      toSharp(grey).webp({ lossless: true }),
      toSharp(grey).png({ progressive: true }),
    ];
    for (const image of stored) expect(await hashesOf(image)).toEqual(expected);
  });

  it('is one for a colour picture in every lossless format, with and without an opaque alpha channel', async () => {
    const expected = await hashesOf(toSharp(color).png());
    const stored = [
      toSharp(pickChannels(color, [0, 1, 2, 'opaque'])).png(),
      toSharp(color).tiff({ compression: 'deflate' }),
      toSharp(color).webp({ lossless: true }),
      toSharp(pickChannels(color, [0, 1, 2, 'opaque'])).webp({ lossless: true }),
    ];
    for (const image of stored) expect(await hashesOf(image)).toEqual(expected);
  });

  it.each([0, 1, 2])('tells one value of channel %i from another', async (channel) => {
    const changed = { ...color, samples: color.samples.slice() };
    const at = 3 * 1500 + channel;
    changed.samples[at] = (changed.samples[at] ?? 0) ^ 1;
    expect((await hashesOf(toSharp(changed).png())).pixels).not.toBe(
      (await hashesOf(toSharp(color).png())).pixels,
    );
  });

  it('keeps alpha that is not opaque, were it for one pixel', async () => {
    const transparent = pickChannels(color, [0, 1, 2, 'opaque']);
    transparent.samples[4 * 67 * 44 + 3] = 254;
    const [a, b] = await Promise.all([imageOf(toSharp(color).png()), imageOf(toSharp(transparent).png())]);
    expect(a.pixelsHash).not.toBe(b.pixelsHash);
    expect((await hashesOf(toSharp(color).png())).pixels).not.toBe(
      (await hashesOf(toSharp(transparent).png())).pixels,
    );
    expect(b.hasAlpha).toBe(true);
    expect(b.mean).toBeCloseTo(a.mean, 12);
  });

  it('tells pages of other proportions and depths with the same values apart', async () => {
    const flat = (width: number, height: number, bitDepth: 8 | 16): Buffer =>
      writePng({ width, height, bitDepth, colorType: 0, values: new Array<number>(width * height).fill(0) });
    const hashes = [flat(40, 50, 8), flat(50, 40, 8), flat(40, 50, 16), flat(40, 25, 16)].map(
      async (file) => {
        return (await hashesOf(file)).pixels;
      },
    );
    expect(new Set(await Promise.all(hashes)).size).toBe(4);
  });

  it('changes with the lowest of 16 bits, in PNG and TIFF alike', async () => {
    const changed = { ...wideGrey, samples: wideGrey.samples.slice() };
    changed.samples[999] = (changed.samples[999] ?? 0) ^ 1;
    const hashes = await Promise.all(
      [wideGrey, changed].flatMap((page) => [
        hashesOf(toSharp(page).png()),
        hashesOf(toSharp(page).tiff({ compression: 'lzw' })),
      ]),
    );
    const [png, tiff, changedPng, changedTiff] = hashes;
    expect(png).toEqual(tiff);
    expect(changedPng).toEqual(changedTiff);
    expect(png?.pixels).not.toBe(changedPng?.pixels);
    expect(png?.sums).not.toBe(changedPng?.sums);
  });
});
