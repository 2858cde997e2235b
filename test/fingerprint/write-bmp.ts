export interface BmpParts {
  readonly width: number;
  readonly height: number;
  readonly bitsPerPixel: number;
  readonly compression?: number;
  /** Rows from bottom to top unless `isTopDown`, each padded to four bytes; or the run-length codes. */
  readonly data: Buffer;
  /** Colours `0xrrggbb`. */
  readonly palette?: readonly number[];
  /** What follows the 40 bytes of the header and is part of it in the longer headers. */
  readonly masks?: readonly number[];
  readonly headerBytes?: 12 | 40 | 52 | 56 | 108 | 124;
  readonly isTopDown?: boolean;
}

/** A BMP file as stored. */
export function writeBmp(parts: BmpParts): Buffer {
  const { width, height, bitsPerPixel, compression = 0, data, palette = [], masks = [] } = parts;
  const { headerBytes = 40, isTopDown = false } = parts;
  const isCore = headerBytes === 12;
  const header = Buffer.alloc(isCore ? 12 : Math.max(headerBytes, 40 + 4 * masks.length));
  header.writeUInt32LE(headerBytes, 0);
  if (isCore) {
    header.writeUInt16LE(width, 4);
    header.writeUInt16LE(height, 6);
    header.writeUInt16LE(1, 8);
    header.writeUInt16LE(bitsPerPixel, 10);
  } else {
    header.writeInt32LE(width, 4);
    header.writeInt32LE(isTopDown ? -height : height, 8);
    header.writeUInt16LE(1, 12);
    header.writeUInt16LE(bitsPerPixel, 14);
    header.writeUInt32LE(compression, 16);
    header.writeUInt32LE(palette.length, 32);
    for (const [index, mask] of masks.entries()) header.writeUInt32LE(mask, 40 + 4 * index);
  }
  const colors = palette.flatMap((color) => [
    color & 255,
    (color >> 8) & 255,
    color >> 16,
    ...(isCore ? [] : [0]),
  ]);
  const start = Buffer.alloc(14);
  start.write('BM', 'latin1');
  start.writeUInt32LE(14 + header.length + colors.length + data.length, 2);
  start.writeUInt32LE(14 + header.length + colors.length, 10);
  return Buffer.concat([start, header, Buffer.from(colors), data]);
}

/** Rows of values of a number of bits each, the leftmost in the highest bits, from bottom to top. */
export function packRows(rows: readonly (readonly number[])[], bits: number): Buffer {
  const packed = [...rows].reverse().map((row) => {
    const bytes = Buffer.alloc(Math.ceil((row.length * bits) / 32) * 4);
    for (const [x, value] of row.entries()) {
      if (bits >= 8) bytes.writeUIntLE(value, (x * bits) / 8, bits / 8);
      else bytes[(x * bits) >> 3] = (bytes[(x * bits) >> 3] ?? 0) | (value << (8 - bits - ((x * bits) & 7)));
    }
    return bytes;
  });
  return Buffer.concat(packed);
}
