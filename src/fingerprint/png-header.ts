import { crc32 } from 'node:zlib';
import { DecodeError } from './raster.ts';

/** What the IHDR chunk of a PNG file declares. */
export interface PngHeader {
  readonly bitDepth: number;
  readonly colorType: number;
}

const signatureBytes = 8;
const bitDepthAt = 24;
const colorTypeAt = 25;
const grey = 0;
const palette = 3;

/** @throws DecodeError when the file does not begin with an IHDR chunk. */
export function readPngHeader(bytes: Uint8Array): PngHeader {
  const bitDepth = bytes[bitDepthAt];
  const colorType = bytes[colorTypeAt];
  if (bitDepth === undefined || colorType === undefined) {
    throw new DecodeError('corrupt', 'the header is cut off');
  }
  return { bitDepth, colorType };
}

export function isIndexedPng(bytes: Uint8Array): boolean {
  return readPngHeader(bytes).colorType === palette;
}

/**
 * The same file with its palette taken away, so that a decoder yields the stored indices instead of the
 * palette's colours: the colour type becomes grey and the PLTE, tRNS and colour chunks are left out.
 * @throws DecodeError when the chunks do not fit the file.
 */
export function stripPalette(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, signatureBytes)];
  for (let at = signatureBytes; at < bytes.length;) {
    if (at + 12 > bytes.length) break;
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) throw new DecodeError('corrupt', 'a PNG chunk is cut off');
    const name = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    if (name === 'IHDR') kept.push(asGreyHeader(bytes.subarray(at, end)));
    else if (name === 'IDAT' || name === 'IEND') kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

function asGreyHeader(chunk: Uint8Array): Uint8Array {
  const header = Buffer.from(chunk);
  header[colorTypeAt - signatureBytes] = grey;
  header.writeUInt32BE(crc32(header.subarray(4, header.length - 4)), header.length - 4);
  return header;
}

/** The factor by which a decoder scales grey samples of fewer than eight bits to 0–255. */
export function greyScaleFactor({ bitDepth }: PngHeader): number {
  return bitDepth < 8 ? 255 / (2 ** bitDepth - 1) : 1;
}
