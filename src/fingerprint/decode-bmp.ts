import { DecodeError, requireWithinLimits, type DecodeLimits, type FileFacts, type Page } from './raster.ts';

/** BITMAPFILEHEADER. */
const fileHeaderBytes = 14;
const coreHeaderBytes = 12;
const compressions = { none: 0, rle8: 1, rle4: 2, bitFields: 3, alphaBitFields: 6 };

/**
 * Decodes a BMP file (libvips has no reader of its own for it). Palettes yield their colours. Alpha is dropped:
 * most writers leave it zero.
 * Source: the Windows GDI documentation of BITMAPFILEHEADER, BITMAPINFOHEADER to BITMAPV5HEADER and their bitmap
 * compression; OS/2 headers of 12 and 64 bytes.
 * @throws DecodeError
 */
export function decodeBmp(bytes: Uint8Array, limits: DecodeLimits, onPage: (page: Page) => void): FileFacts {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readHeader(file);
  const { width, height, bitsPerPixel, alphaMask } = header;
  requireWithinLimits({ width, height, pages: 1, bytesPerPixel: 4 }, limits);
  const isIndexed = bitsPerPixel <= 8;
  const samples = isIndexed
    ? colorIndices(readIndices(file, header), readPalette(file, header))
    : readColors(file, header);
  onPage({ width, height, channels: 3, samples });
  return {
    format: 'bmp',
    pages: 1,
    bitDepth: isIndexed ? bitsPerPixel : 8,
    channels: isIndexed ? 1 : alphaMask === 0 ? 3 : 4,
    hasAlpha: alphaMask !== 0,
    orientation: 1,
  };
}

interface BmpHeader {
  readonly headerBytes: number;
  readonly pixelsAt: number;
  readonly width: number;
  readonly height: number;
  readonly isTopDown: boolean;
  readonly bitsPerPixel: number;
  readonly compression: number;
  readonly paletteColors: number;
  /** Bits of a pixel that hold red, green and blue; used above 8 bits per pixel. */
  readonly masks: readonly [red: number, green: number, blue: number];
  readonly alphaMask: number;
}

function readHeader(file: DataView): BmpHeader {
  requireBytes(file, fileHeaderBytes + coreHeaderBytes);
  const pixelsAt = file.getUint32(10, true);
  const headerBytes = file.getUint32(14, true);
  const isCore = headerBytes === coreHeaderBytes;
  if (!isCore && (headerBytes < 40 || headerBytes > 124)) {
    throw new DecodeError('unsupported-format', `BMP with a header of ${headerBytes} bytes`);
  }
  requireBytes(file, fileHeaderBytes + headerBytes);
  const width = isCore ? file.getUint16(18, true) : file.getInt32(18, true);
  const signedHeight = isCore ? file.getUint16(20, true) : file.getInt32(22, true);
  const height = Math.abs(signedHeight);
  const bitsPerPixel = file.getUint16(isCore ? 24 : 28, true);
  const compression = isCore ? compressions.none : file.getUint32(30, true);
  if (width <= 0 || height <= 0) throw new DecodeError('corrupt', `a size of ${width} × ${height} pixels`);
  if (![1, 2, 4, 8, 16, 24, 32].includes(bitsPerPixel)) {
    throw new DecodeError('corrupt', `${bitsPerPixel} bits per pixel`);
  }
  requireCompression(compression, bitsPerPixel);
  const declaredColors = isCore ? 0 : file.getUint32(46, true);
  if (bitsPerPixel <= 8 && declaredColors > 2 ** bitsPerPixel) {
    throw new DecodeError('corrupt', `a palette of ${declaredColors} colours for ${bitsPerPixel} bits`);
  }
  return {
    headerBytes,
    pixelsAt,
    width,
    height,
    isTopDown: signedHeight < 0,
    bitsPerPixel,
    compression,
    paletteColors: declaredColors === 0 ? 2 ** Math.min(8, bitsPerPixel) : declaredColors,
    ...readMasks(file, { headerBytes, bitsPerPixel, compression }),
  };
}

function requireCompression(compression: number, bitsPerPixel: number): void {
  const { none, rle8, rle4, bitFields, alphaBitFields } = compressions;
  if (compression === none) return;
  if (compression === rle8 && bitsPerPixel === 8) return;
  if (compression === rle4 && bitsPerPixel === 4) return;
  if ((compression === bitFields || compression === alphaBitFields) && [16, 32].includes(bitsPerPixel))
    return;
  throw new DecodeError(
    'unsupported-format',
    `BMP with compression ${compression} and ${bitsPerPixel} bits per pixel`,
  );
}

function readMasks(
  file: DataView,
  { headerBytes, bitsPerPixel, compression }: Pick<BmpHeader, 'headerBytes' | 'bitsPerPixel' | 'compression'>,
): Pick<BmpHeader, 'masks' | 'alphaMask'> {
  if (compression !== compressions.bitFields && compression !== compressions.alphaBitFields) {
    const masks =
      bitsPerPixel === 16 ? ([0x7c00, 0x03e0, 0x001f] as const) : ([0xff0000, 0xff00, 0xff] as const);
    return { masks, alphaMask: 0 };
  }
  // The masks follow a header of 40 bytes, and are part of the longer ones.
  const at = fileHeaderBytes + 40;
  const hasAlphaMask = headerBytes >= 56 || compression === compressions.alphaBitFields;
  requireBytes(file, at + (hasAlphaMask ? 16 : 12));
  return {
    masks: [file.getUint32(at, true), file.getUint32(at + 4, true), file.getUint32(at + 8, true)],
    alphaMask: hasAlphaMask ? file.getUint32(at + 12, true) : 0,
  };
}

/** Colours as `0xrrggbb`. */
function readPalette(file: DataView, { headerBytes, paletteColors }: BmpHeader): Uint32Array {
  const at = fileHeaderBytes + headerBytes;
  const entryBytes = headerBytes === coreHeaderBytes ? 3 : 4;
  requireBytes(file, at + paletteColors * entryBytes);
  return Uint32Array.from({ length: paletteColors }, (_, color) => {
    const entry = at + color * entryBytes;
    return file.getUint8(entry) | (file.getUint8(entry + 1) << 8) | (file.getUint8(entry + 2) << 16);
  });
}

/** Indices beyond the palette are black, as most readers have it. */
function colorIndices(indices: Uint8Array, palette: Uint32Array): Uint8Array {
  const samples = new Uint8Array(indices.length * 3);
  for (let pixel = 0, to = 0; pixel < indices.length; pixel++, to += 3) {
    const color = palette[indices[pixel] ?? 0] ?? 0;
    samples[to] = color >> 16;
    samples[to + 1] = color >> 8;
    samples[to + 2] = color;
  }
  return samples;
}

/** One index a pixel, rows from top to bottom. */
function readIndices(file: DataView, header: BmpHeader): Uint8Array {
  return header.compression === compressions.none
    ? readPackedIndices(file, header)
    : readRunLengths(file, header);
}

function readPackedIndices(file: DataView, header: BmpHeader): Uint8Array {
  const { width, height, bitsPerPixel } = header;
  const rowBytes = requireRows(file, header);
  const indices = new Uint8Array(width * height);
  const mask = 2 ** bitsPerPixel - 1;
  for (let row = 0; row < height; row++) {
    const at = rowStart(header, rowBytes, row);
    for (let x = 0; x < width; x++) {
      const bit = x * bitsPerPixel;
      const shift = 8 - bitsPerPixel - (bit & 7);
      indices[row * width + x] = (file.getUint8(at + (bit >> 3)) >> shift) & mask;
    }
  }
  return indices;
}

/** Pixels that no run covers have index 0; runs beyond the end of a row are cut. */
function readRunLengths(file: DataView, header: BmpHeader): Uint8Array {
  const { width, height, isTopDown, compression } = header;
  const isNibbles = compression === compressions.rle4;
  const indices = new Uint8Array(width * height);
  let at = header.pixelsAt;
  let x = 0;
  let y = 0;
  const nextByte = (): number => {
    requireBytes(file, at + 1);
    return file.getUint8(at++);
  };
  const put = (index: number): void => {
    if (x < width && y < height) indices[(isTopDown ? y : height - 1 - y) * width + x] = index;
    x++;
  };
  const nibble = (value: number, position: number): number =>
    isNibbles ? (position % 2 === 0 ? value >> 4 : value & 15) : value;

  while (y < height) {
    const count = nextByte();
    const value = nextByte();
    if (count > 0) {
      for (let position = 0; position < count; position++) put(nibble(value, position));
    } else if (value === 0) {
      x = 0;
      y++;
    } else if (value === 1) {
      break;
    } else if (value === 2) {
      x += nextByte();
      y += nextByte();
    } else {
      // A literal run; it is padded to a multiple of two bytes.
      const length = isNibbles ? Math.ceil(value / 2) : value;
      for (let byte = 0; byte < length; byte++) {
        const pair = nextByte();
        put(nibble(pair, 0));
        if (isNibbles && byte * 2 + 1 < value) put(nibble(pair, 1));
      }
      if (length % 2 === 1) at++;
    }
  }
  return indices;
}

/** Red, green and blue of each pixel, rows from top to bottom. */
function readColors(file: DataView, header: BmpHeader): Uint8Array {
  const { width, height, bitsPerPixel } = header;
  const rowBytes = requireRows(file, header);
  const pixelBytes = bitsPerPixel / 8;
  const samples = new Uint8Array(width * height * 3);
  const [red, green, blue] = header.masks.map(channelReader);
  if (!red || !green || !blue) throw new DecodeError('corrupt', 'colour masks are missing');
  for (let row = 0, to = 0; row < height; row++) {
    let at = rowStart(header, rowBytes, row);
    for (let x = 0; x < width; x++, at += pixelBytes, to += 3) {
      const pixel =
        pixelBytes === 4
          ? file.getUint32(at, true)
          : file.getUint16(at, true) | (pixelBytes === 3 ? file.getUint8(at + 2) << 16 : 0);
      samples[to] = red(pixel);
      samples[to + 1] = green(pixel);
      samples[to + 2] = blue(pixel);
    }
  }
  return samples;
}

/** Reads the bits under a mask, scaled to 0–255; more than eight bits are cut to the upper eight. */
function channelReader(mask: number): (pixel: number) => number {
  if (mask === 0) return () => 0;
  const lowest = 31 - Math.clz32(mask & -mask);
  const width = 32 - Math.clz32(mask) - lowest;
  const shift = lowest + Math.max(0, width - 8);
  const most = 2 ** Math.min(8, width) - 1;
  const levels = Uint8Array.from({ length: most + 1 }, (_, value) => Math.round((value * 255) / most));
  return (pixel) => levels[(pixel >>> shift) & most] ?? 0;
}

/** @returns bytes of a row, a multiple of four */
function requireRows(file: DataView, { pixelsAt, width, height, bitsPerPixel }: BmpHeader): number {
  const rowBytes = Math.ceil((width * bitsPerPixel) / 32) * 4;
  requireBytes(file, pixelsAt + rowBytes * height);
  return rowBytes;
}

function rowStart({ pixelsAt, height, isTopDown }: BmpHeader, rowBytes: number, row: number): number {
  return pixelsAt + (isTopDown ? row : height - 1 - row) * rowBytes;
}

function requireBytes(file: DataView, needed: number): void {
  if (needed > file.byteLength) {
    throw new DecodeError('corrupt', `${file.byteLength} bytes where the header asks for ${needed}`);
  }
}
