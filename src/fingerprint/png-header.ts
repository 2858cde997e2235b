import { crc32 } from 'node:zlib';
import { readExifOrientation } from './exif-orientation.ts';
import { DecodeError } from './raster.ts';

/** What the chunks before the pixels of a PNG file declare. */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly isGrey: boolean;
  readonly isIndexed: boolean;
  /** Whether there is an alpha channel, or values or palette entries are declared transparent. */
  readonly hasAlpha: boolean;
  /** EXIF orientation 1–8. */
  readonly orientation: number;
}

const signatureBytes = 8;
const headerBytes = 33;
const colorTypeAt = 25;
const colorTypes = { grey: 0, indexed: 3, greyAlpha: 4, colorAlpha: 6 };

/** @throws DecodeError when the file does not begin with an IHDR chunk. */
export function readPngHeader(bytes: Uint8Array): PngHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < headerBytes) throw new DecodeError('corrupt', 'the header is cut off');
  const colorType = view.getUint8(colorTypeAt);
  let hasAlpha = colorType === colorTypes.greyAlpha || colorType === colorTypes.colorAlpha;
  let orientation = 1;
  for (const { name, data } of listChunks(bytes)) {
    if (name === 'IDAT') break;
    if (name === 'tRNS') hasAlpha = true;
    if (name === 'eXIf') orientation = readExifOrientation(data);
  }
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    bitDepth: view.getUint8(24),
    isGrey: colorType === colorTypes.grey || colorType === colorTypes.greyAlpha,
    isIndexed: colorType === colorTypes.indexed,
    hasAlpha,
    orientation,
  };
}

/**
 * The same file with its palette taken away, so that a decoder yields the stored indices instead of the
 * palette's colours: the colour type becomes grey and the PLTE, tRNS and colour chunks are left out.
 */
export function stripPalette(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, signatureBytes)];
  for (const { name, whole } of listChunks(bytes)) {
    if (name === 'IHDR') kept.push(asGreyHeader(whole));
    else if (name === 'IDAT' || name === 'IEND') kept.push(whole);
  }
  return Buffer.concat(kept);
}

interface Chunk {
  readonly name: string;
  readonly data: Uint8Array;
  /** With length, name and checksum. */
  readonly whole: Uint8Array;
}

/** The chunks as far as the file holds them; the last may be cut off. */
function* listChunks(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = signatureBytes; at + 12 <= bytes.length;) {
    const dataAt = at + 8;
    const dataEnd = dataAt + view.getUint32(at);
    yield {
      name: Buffer.from(bytes.buffer, bytes.byteOffset + at + 4, 4).toString('latin1'),
      data: bytes.subarray(dataAt, dataEnd),
      whole: bytes.subarray(at, dataEnd + 4),
    };
    at = dataEnd + 4;
  }
}

function asGreyHeader(chunk: Uint8Array): Uint8Array {
  const header = Buffer.from(chunk);
  if (header.length < headerBytes - signatureBytes) throw new DecodeError('corrupt', 'the header is cut off');
  header[colorTypeAt - signatureBytes] = colorTypes.grey;
  header.writeUInt32BE(crc32(header.subarray(4, header.length - 4)), header.length - 4);
  return header;
}

/** The factor by which a decoder scales grey samples of fewer than eight bits to 0–255. */
export function greyScaleFactor({ bitDepth }: PngHeader): number {
  return bitDepth < 8 ? 255 / (2 ** bitDepth - 1) : 1;
}
