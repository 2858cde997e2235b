const firstChunkAt = 8;
const chunkFrameBytes = 12;

/**
 * The palette of an indexed PNG file: the grey that each index stands for, -1 for a colour. Empty where there is none
 * before the pixels.
 */
export function readGreyPalette(bytes: Uint8Array): Int16Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = firstChunkAt; at + chunkFrameBytes <= bytes.length;) {
    const length = view.getUint32(at);
    const name = Buffer.from(bytes.buffer, bytes.byteOffset + at + 4, 4).toString('latin1');
    if (name === 'IDAT') break;
    if (name === 'PLTE') return toGreys(bytes.subarray(at + 8, at + 8 + length));
    at += chunkFrameBytes + length;
  }
  return new Int16Array(0);
}

function toGreys(entries: Uint8Array): Int16Array {
  const greys = new Int16Array(Math.min(256, Math.floor(entries.length / 3)));
  for (let index = 0; index < greys.length; index++) {
    const [red = 0, green, blue] = entries.subarray(3 * index, 3 * index + 3);
    greys[index] = red === green && red === blue ? red : -1;
  }
  return greys;
}
