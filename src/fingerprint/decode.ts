import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp';
import type { ImageFormat } from '../model/fingerprint.ts';
import { decodeBmp } from './decode-bmp.ts';
import { readJpegHeader } from './jpeg-header.ts';
import { greyScaleFactor, readPngHeader, stripPalette } from './png-header.ts';
import { DecodeError, requireWithinLimits, type DecodeLimits, type FileFacts, type Page } from './raster.ts';
import { sniffFormat } from './sniff-format.ts';

// Every file is decoded once, so a cache would only hold memory; workers are processes, so one thread each.
sharp.cache(false);
sharp.concurrency(1);

/**
 * Decodes a file to its stored values: no colour management, no rotation, 16 bits kept.
 * @param onPage gets the pages one after the other, so that one at a time is held; called at least once
 * @throws DecodeError
 */
export async function decodeImage(
  bytes: Uint8Array,
  limits: DecodeLimits,
  onPage: (page: Page) => void,
): Promise<FileFacts> {
  const format = sniffFormat(bytes);
  if (format === 'bmp') return decodeBmp(bytes, limits, onPage);
  const options: SharpOptions = { failOn: 'error', ignoreIcc: true, limitInputPixels: limits.pixels };
  try {
    const description = describeHeader(bytes, format) ?? describe(await sharp(bytes, options).metadata());
    await decodePages(bytes, format, options, description, limits, onPage);
    const { pages, bitDepth, channels, hasAlpha, orientation } = description;
    return { format, pages, bitDepth, channels, hasAlpha, orientation };
  } catch (error) {
    throw asDecodeError(error);
  }
}

/**
 * Decodes a mask whose values are class indices: as `decodeImage`, but an indexed PNG yields its indices.
 * @returns also the factor by which the values of the pages are too large, since decoders scale grey samples of
 * fewer than eight bits to 0–255
 * @throws DecodeError
 */
export async function decodeIndexMask(
  bytes: Uint8Array,
  limits: DecodeLimits,
  onPage: (page: Page) => void,
): Promise<FileFacts & { readonly valueScale: number }> {
  if (sniffFormat(bytes) !== 'png') return { ...(await decodeImage(bytes, limits, onPage)), valueScale: 1 };
  const header = readPngHeader(bytes);
  const facts = await decodeImage(header.isIndexed ? stripPalette(bytes) : bytes, limits, onPage);
  const valueScale = header.isGrey || header.isIndexed ? greyScaleFactor(header) : 1;
  return { ...facts, orientation: header.orientation, valueScale };
}

interface Description extends Omit<FileFacts, 'format'> {
  /** Pixels of one page. */
  readonly width: number;
  readonly height: number;
  readonly isWide: boolean;
  /** Grey without alpha. */
  readonly isGrey: boolean;
}

/** What the two commonest formats tell without asking the decoder, which would open the file a second time. */
function describeHeader(bytes: Uint8Array, format: ImageFormat): Description | undefined {
  if (format === 'jpeg') {
    const header = readJpegHeader(bytes);
    return { ...header, pages: 1, hasAlpha: false, isWide: false, isGrey: header.channels === 1 };
  }
  if (format === 'png') {
    const header = readPngHeader(bytes);
    return {
      ...header,
      pages: 1,
      channels: (header.isGrey ? 1 : 3) + (header.hasAlpha ? 1 : 0),
      isWide: header.bitDepth === 16,
      isGrey: header.isGrey && !header.hasAlpha,
    };
  }
  return undefined;
}

function describe(metadata: Metadata): Description {
  const { format, depth, space, width, height, channels, hasAlpha } = metadata;
  if (depth !== 'uchar' && depth !== 'ushort') {
    throw new DecodeError('unsupported-format', `${format.toUpperCase()} with samples of type ${depth}`);
  }
  return {
    width,
    height,
    pages: Math.max(1, metadata.pages ?? 1),
    channels,
    hasAlpha,
    isWide: depth === 'ushort',
    isGrey: (space === 'b-w' || space === 'grey16') && !hasAlpha,
    bitDepth: metadata.bitsPerSample ?? (depth === 'ushort' ? 16 : 8),
    orientation: metadata.orientation ?? 1,
  };
}

async function decodePages(
  bytes: Uint8Array,
  format: ImageFormat,
  options: SharpOptions,
  description: Description,
  limits: DecodeLimits,
  onPage: (page: Page) => void,
): Promise<void> {
  const { pages, width, height } = description;
  const bytesPerPixel = countDecodedChannels(description) * (description.isWide ? 2 : 1);
  // The pages of a TIFF file may be smaller than its first: each is judged when its turn comes.
  requireWithinLimits({ width, height, pages: format === 'tiff' ? 1 : pages, bytesPerPixel }, limits);
  if (pages === 1) {
    onPage(await decodePage(sharp(bytes, options), description));
  } else if (format === 'tiff') {
    let left = limits.pixels;
    for (let page = 0; page < pages; page++) {
      if (left < 1) throw new DecodeError('too-many-pixels', `${pages} pages of ${width} × ${height} pixels`);
      const image = sharp(bytes, { ...options, page, limitInputPixels: left });
      const decoded = await decodePage(image, description);
      left -= decoded.width * decoded.height;
      onPage(decoded);
    }
  } else {
    // A frame builds on those before it: decoding them one by one would decode the first ones again and again.
    const all = await decodePage(sharp(bytes, { ...options, pages: -1 }), description);
    for (const page of splitPages(all, pages)) onPage(page);
  }
}

/** As `decodePage` yields them. */
function countDecodedChannels({ isGrey, hasAlpha }: Description): number {
  return isGrey ? 1 : hasAlpha ? 4 : 3;
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

function* splitPages({ width, height, channels, samples }: Page, pages: number): Generator<Page> {
  const pageHeight = height / pages;
  if (!Number.isInteger(pageHeight)) throw new DecodeError('corrupt', 'pages of different sizes');
  const length = width * pageHeight * channels;
  for (let at = 0; at < samples.length; at += length) {
    yield { width, height: pageHeight, channels, samples: samples.subarray(at, at + length) };
  }
}

function asDecodeError(error: unknown): DecodeError {
  if (error instanceof DecodeError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  if (/exceeds pixel limit/iu.test(detail))
    return new DecodeError('too-many-pixels', detail, { cause: error });
  return new DecodeError('corrupt', detail, { cause: error });
}
