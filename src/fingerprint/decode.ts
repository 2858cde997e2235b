import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp';
import type { ImageFormat } from '../model/fingerprint.ts';
import { decodeBmp } from './decode-bmp.ts';
import { greyScaleFactor, isIndexedPng, readPngHeader, stripPalette } from './png-header.ts';
import { DecodeError, type DecodeLimits, type Page, type Raster } from './raster.ts';
import { sniffFormat } from './sniff-format.ts';

// Every file is decoded once, so a cache would only hold memory; workers are processes, so one thread each.
sharp.cache(false);
sharp.concurrency(1);

/**
 * Decodes a file to its stored values: no colour management, no rotation, 16 bits kept, all pages.
 * @throws DecodeError
 */
export async function decodeImage(bytes: Uint8Array, limits: DecodeLimits): Promise<Raster> {
  const format = sniffFormat(bytes);
  return format === 'bmp' ? decodeBmp(bytes, limits) : decodeWithSharp(bytes, format, limits);
}

/**
 * Decodes a mask whose values are class indices: as `decodeImage`, but an indexed PNG yields its indices.
 * @throws DecodeError
 */
export async function decodeIndexMask(bytes: Uint8Array, limits: DecodeLimits): Promise<Raster> {
  if (sniffFormat(bytes) !== 'png' || !isIndexedPng(bytes)) return decodeImage(bytes, limits);
  const raster = await decodeImage(stripPalette(bytes), limits);
  const factor = greyScaleFactor(readPngHeader(bytes));
  if (factor > 1) {
    for (const { samples } of raster.pages) {
      for (let at = 0; at < samples.length; at++) samples[at] = Math.round((samples[at] ?? 0) / factor);
    }
  }
  return raster;
}

interface Description {
  readonly pages: number;
  readonly channels: number;
  readonly isWide: boolean;
  readonly isGrey: boolean;
  readonly bitDepth: number;
  readonly orientation: number;
}

async function decodeWithSharp(
  bytes: Uint8Array,
  format: ImageFormat,
  limits: DecodeLimits,
): Promise<Raster> {
  const options: SharpOptions = { failOn: 'error', ignoreIcc: true, limitInputPixels: limits.pixels };
  try {
    const description = describe(await sharp(bytes, options).metadata(), bytes, format);
    const pages = await decodePages(bytes, options, description, limits);
    const { bitDepth, channels, orientation } = description;
    return { format, pages, bitDepth, channels, orientation };
  } catch (error) {
    throw asDecodeError(error);
  }
}

function describe(metadata: Metadata, bytes: Uint8Array, format: ImageFormat): Description {
  const { depth, space } = metadata;
  if (depth !== 'uchar' && depth !== 'ushort') {
    throw new DecodeError('unsupported-format', `${format.toUpperCase()} with samples of type ${depth}`);
  }
  return {
    pages: metadata.pages ?? 1,
    channels: metadata.channels,
    isWide: depth === 'ushort',
    isGrey: (space === 'b-w' || space === 'grey16') && !metadata.hasAlpha,
    bitDepth:
      format === 'png'
        ? readPngHeader(bytes).bitDepth
        : (metadata.bitsPerSample ?? (depth === 'ushort' ? 16 : 8)),
    orientation: metadata.orientation ?? 1,
  };
}

async function decodePages(
  bytes: Uint8Array,
  options: SharpOptions,
  description: Description,
  limits: DecodeLimits,
): Promise<[Page, ...Page[]]> {
  if (description.pages <= 1) return [await decodePage(sharp(bytes, options), description)];
  let left = limits.pixels;
  const pages: Page[] = [];
  for (let page = 0; page < description.pages; page++) {
    const decoded = await decodePage(sharp(bytes, { ...options, page, limitInputPixels: left }), description);
    pages.push(decoded);
    left -= decoded.width * decoded.height;
    if (left <= 0 && page + 1 < description.pages) {
      throw new DecodeError(
        'too-many-pixels',
        `${description.pages} pages of ${decoded.width} × ${decoded.height} pixels`,
      );
    }
  }
  const [first, ...rest] = pages;
  if (!first) throw new DecodeError('corrupt', 'the file holds no page');
  return [first, ...rest];
}

async function decodePage(image: Sharp, { isWide, isGrey }: Description): Promise<Page> {
  const space = isWide ? (isGrey ? 'grey16' : 'rgb16') : isGrey ? 'b-w' : 'srgb';
  const { data, info } = await image
    .toColourspace(space)
    .raw({ depth: isWide ? 'ushort' : 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const samples = isWide
    ? new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { width, height, channels, samples };
}

function asDecodeError(error: unknown): DecodeError {
  if (error instanceof DecodeError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  if (/exceeds pixel limit/iu.test(detail))
    return new DecodeError('too-many-pixels', detail, { cause: error });
  return new DecodeError('corrupt', detail, { cause: error });
}
