import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import type { ImageFingerprint, MaskFingerprint, MaskPalette } from '../../src/model/fingerprint.ts';
import { fingerprintImage } from '../../src/fingerprint/fingerprint-image.ts';
import { fingerprintMask } from '../../src/fingerprint/fingerprint-mask.ts';
import type { Page } from '../../src/fingerprint/raster.ts';

export const limits = { pixels: 64_000_000, fileBytes: 512_000_000 };

/** A seeded generator of integers from 0 up to `most` (xorshift32). */
export function seedIntegers(seed: number): (most: number) => number {
  let state = seed | 1;
  return (most) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % (most + 1);
  };
}

/** A page of random samples around a slope, so that neither neighbours nor channels are equal. */
export function makePage(
  width: number,
  height: number,
  channels: Page['channels'],
  { seed = 1, isWide = false } = {},
): Page {
  const draw = seedIntegers(seed);
  const length = width * height * channels;
  const most = isWide ? 65_535 : 255;
  const samples = isWide ? new Uint16Array(length) : new Uint8Array(length);
  for (let at = 0; at < length; at++) {
    const slope = (Math.floor(at / channels) % width) / width;
    samples[at] = Math.floor((slope + draw(1000) / 1000) * 0.5 * most);
  }
  return { width, height, channels, samples };
}

/** The page with other channels: each is a channel of `page` by its number, or opaque. */
export function pickChannels(page: Page, picks: readonly (number | 'opaque')[]): Page {
  const pixels = page.width * page.height;
  const isWide = page.samples instanceof Uint16Array;
  const length = pixels * picks.length;
  const samples = isWide ? new Uint16Array(length) : new Uint8Array(length);
  const opaque = isWide ? 65_535 : 255;
  for (let at = 0; at < length; at++) {
    const pick = picks[at % picks.length] ?? 0;
    const from = Math.floor(at / picks.length) * page.channels;
    samples[at] = pick === 'opaque' ? opaque : (page.samples[from + pick] ?? 0);
  }
  return { width: page.width, height: page.height, channels: picks.length as Page['channels'], samples };
}

/** The page as sharp takes it, stored with as many channels and bits as it has. */
export function toSharp({ width, height, channels, samples }: Page): Sharp {
  const isWide = samples instanceof Uint16Array;
  const isGrey = channels <= 2;
  return sharp(samples, { raw: { width, height, channels } }).toColourspace(
    isWide ? (isGrey ? 'grey16' : 'rgb16') : isGrey ? 'b-w' : 'srgb',
  );
}

export async function imageOf(image: Sharp | Buffer): Promise<ImageFingerprint> {
  return fingerprintImage(Buffer.isBuffer(image) ? image : await image.toBuffer(), limits);
}

export async function maskOf(
  bytes: Buffer | Promise<Buffer>,
  palette: MaskPalette,
): Promise<MaskFingerprint> {
  return fingerprintMask(await bytes, palette, limits);
}

export interface PngParts {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: 1 | 2 | 4 | 8 | 16;
  /** 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha. */
  readonly colorType: 0 | 2 | 3 | 4 | 6;
  /** Stored values, row by row. */
  readonly values: readonly number[];
  /** Colours `0xrrggbb`. */
  readonly palette?: readonly number[];
  readonly moreChunks?: readonly (readonly [name: string, data: Buffer])[];
}

/** A PNG file as stored, where sharp would choose another depth or palette. */
export function writePng({
  width,
  height,
  bitDepth,
  colorType,
  values,
  palette,
  moreChunks,
}: PngParts): Buffer {
  const perPixel = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colorType];
  const rowValues = width * perPixel;
  const rowBytes = Math.ceil((rowValues * bitDepth) / 8);
  const rows = Buffer.alloc((rowBytes + 1) * height);
  for (let row = 0; row < height; row++) {
    for (let value = 0; value < rowValues; value++) {
      const stored = values[row * rowValues + value] ?? 0;
      const bit = value * bitDepth;
      const at = row * (rowBytes + 1) + 1 + (bit >> 3);
      if (bitDepth === 16) rows.writeUInt16BE(stored, at);
      else rows[at] = (rows[at] ?? 0) | (stored << (8 - bitDepth - (bit & 7)));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bitDepth, colorType], 8);
  const colors = Buffer.from(
    (palette ?? []).flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]),
  );
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    ...(palette ? [pngChunk('PLTE', colors)] : []),
    ...(moreChunks ?? []).map(([name, data]) => pngChunk(name, data)),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(name: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(name, 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, data.length + 8)), data.length + 8);
  return chunk;
}
