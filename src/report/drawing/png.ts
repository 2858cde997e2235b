import { crc32, deflateSync } from 'node:zlib';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const headerBytes = 25;
/** The chunk in which a PNG file says by which program it was made (PNG specification, 11.3.3.2). */
const mark = makeChunk('tEXt', new TextEncoder().encode('Software\0holdout'));

/** A PNG file of red, green and blue, three bytes a pixel, rows from top to bottom; packed quickly, not small. */
export function encodePng(width: number, height: number, colors: Uint8Array): Uint8Array {
  const rowBytes = 3 * width;
  const rows = new Uint8Array((rowBytes + 1) * height);
  for (let row = 0; row < height; row++)
    rows.set(colors.subarray(row * rowBytes, (row + 1) * rowBytes), row * (rowBytes + 1) + 1);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2], 8);
  return join([
    signature,
    makeChunk('IHDR', header),
    makeChunk('IDAT', deflateSync(rows, { level: 1 })),
    makeChunk('IEND', new Uint8Array(0)),
  ]);
}

/** The PNG file with the mark of holdout behind its header. */
export function markPng(png: Uint8Array): Uint8Array {
  const at = signature.length + headerBytes;
  return join([png.subarray(0, at), mark, png.subarray(at)]);
}

/** Bytes at the beginning of a file by which `isMarkedPng` knows it. */
export const markedPngBytes = signature.length + headerBytes + mark.length;

/** Whether a file that begins so is a PNG file that holdout has made. */
export function isMarkedPng(beginning: Uint8Array): boolean {
  const found = beginning.subarray(signature.length + headerBytes, markedPngBytes);
  return (
    signature.every((byte, at) => beginning[at] === byte) && mark.every((byte, at) => found[at] === byte)
  );
}

function makeChunk(name: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(name), 4);
  chunk.set(data, 8);
  view.setUint32(data.length + 8, crc32(chunk.subarray(4, data.length + 8)));
  return chunk;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
