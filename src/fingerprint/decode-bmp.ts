import { decode } from 'bmp-ts';
import { DecodeError, type DecodeLimits, type Raster } from './raster.ts';

const headerBytes = 54;
const uncompressed = new Set([0, 3, 6]);

/**
 * Decodes a BMP file (libvips has no reader of its own for it). Alpha is dropped: most writers leave it zero.
 * The header is checked here first, because the decoder trusts it.
 * @throws DecodeError
 */
export function decodeBmp(bytes: Uint8Array, limits: DecodeLimits): Raster {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < headerBytes) throw new DecodeError('corrupt', 'the header is cut off');
  const offset = file.readUInt32LE(10);
  const headerSize = file.readUInt32LE(14);
  if (headerSize < 40)
    throw new DecodeError('unsupported-format', `BMP with a header of ${headerSize} bytes`);
  const width = file.readInt32LE(18);
  const height = Math.abs(file.readInt32LE(22));
  const bitsPerPixel = file.readUInt16LE(28);
  const compression = file.readUInt32LE(30);
  const colors = file.readUInt32LE(46);
  if (width <= 0 || height <= 0) throw new DecodeError('corrupt', `a size of ${width} × ${height} pixels`);
  if (width * height > limits.pixels) {
    throw new DecodeError('too-many-pixels', `${width} × ${height} pixels`);
  }
  if (![1, 4, 8, 16, 24, 32].includes(bitsPerPixel)) {
    throw new DecodeError('corrupt', `${bitsPerPixel} bits per pixel`);
  }
  if (bitsPerPixel <= 8 && colors > 2 ** bitsPerPixel) {
    throw new DecodeError('corrupt', `a palette of ${colors} colours for ${bitsPerPixel} bits`);
  }
  if (compression > 3 && !uncompressed.has(compression)) {
    throw new DecodeError('unsupported-format', `BMP with compression ${compression}`);
  }
  if (uncompressed.has(compression)) {
    const needed = offset + Math.ceil((width * bitsPerPixel) / 32) * 4 * height;
    if (needed > file.length) {
      throw new DecodeError('corrupt', `${file.length} bytes where the header asks for ${needed}`);
    }
  }
  const { data } = decode(file, { toRGBA: true });
  const samples = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < samples.length; from += 4, to += 3) {
    samples[to] = data[from] ?? 0;
    samples[to + 1] = data[from + 1] ?? 0;
    samples[to + 2] = data[from + 2] ?? 0;
  }
  return {
    format: 'bmp',
    pages: [{ width, height, channels: 3, samples }],
    bitDepth: bitsPerPixel <= 8 ? bitsPerPixel : 8,
    channels: bitsPerPixel <= 8 ? 1 : bitsPerPixel === 32 ? 4 : 3,
    orientation: 1,
  };
}
