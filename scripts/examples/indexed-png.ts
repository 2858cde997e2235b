import { constants, crc32, deflateSync } from 'node:zlib';
import type { Color } from './tissues.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const bitDepth = 4;
const indexedColour = 3;
const filterUp = 2;

function encodeChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/**
 * Encodes indices (0–15, row by row) as a PNG of palette colours, 4 bits a pixel. Written by hand because a
 * quantiser may move a colour, and a label must not. Every row is filtered against the one above, which turns a
 * mask into runs of zeros; the run-length strategy of deflate then finds no other matches, so that its output
 * does not depend on how a zlib searches. Throws a RangeError where the indices do not fit size or palette.
 *
 * @see https://www.w3.org/TR/png-3/ for the chunks and filters.
 */
export function encodeIndexedPng(
  indices: Uint8Array,
  width: number,
  height: number,
  palette: readonly Color[],
): Buffer {
  if (indices.length !== width * height)
    throw new RangeError(`${indices.length} indices, not ${width} × ${height}`);
  if (palette.length > 1 << bitDepth)
    throw new RangeError(`${palette.length} colours do not fit ${bitDepth} bits`);
  const stride = Math.ceil((width * bitDepth) / 8);
  const packed = new Uint8Array(stride * height);
  indices.forEach((value, position) => {
    if (value >= palette.length) throw new RangeError(`index ${value} is not in the palette`);
    const column = position % width;
    const at = Math.floor(position / width) * stride + (column >> 1);
    packed[at] = (packed[at] ?? 0) | (column % 2 === 0 ? value << bitDepth : value);
  });
  const rows = new Uint8Array((stride + 1) * height);
  for (let row = 0; row < height; row++) {
    rows[row * (stride + 1)] = filterUp;
    for (let column = 0; column < stride; column++) {
      const above = row === 0 ? 0 : (packed[(row - 1) * stride + column] ?? 0);
      rows[row * (stride + 1) + 1 + column] = (packed[row * stride + column] ?? 0) - above;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = bitDepth;
  header[9] = indexedColour;
  return Buffer.concat([
    signature,
    encodeChunk('IHDR', header),
    encodeChunk('PLTE', Uint8Array.from(palette.flat())),
    encodeChunk('IDAT', deflateSync(rows, { level: 9, strategy: constants.Z_RLE })),
    encodeChunk('IEND', new Uint8Array()),
  ]);
}
