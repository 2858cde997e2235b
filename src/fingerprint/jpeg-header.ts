import { readExifOrientation } from './exif-orientation.ts';
import { DecodeError } from './raster.ts';

/** What the segments before the first scan of a JPEG file declare. */
export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  /** Components: 1 grey, 3 colour, 4 CMYK. */
  readonly channels: number;
  readonly bitDepth: number;
  /** EXIF orientation 1–8. */
  readonly orientation: number;
}

const exifPrefix = Buffer.from('Exif\0\0', 'latin1');

/** @throws DecodeError when there is no frame header. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let orientation = 1;
  for (let at = 2; at + 4 <= view.byteLength;) {
    const marker = bytes[at + 1] ?? 0;
    // Garbage and padding between segments, and markers without a length (TEM, RST, SOI).
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0) {
      at += 1;
      continue;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    if (marker === 0xd9 || marker === 0xda) break;
    const length = view.getUint16(at + 2);
    if (isFrame(marker) && at + 10 <= view.byteLength) {
      return {
        bitDepth: view.getUint8(at + 4),
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        channels: view.getUint8(at + 9),
        orientation,
      };
    }
    if (marker === 0xe1)
      orientation = readOrientation(bytes.subarray(at + 4, at + 2 + length)) ?? orientation;
    at += 2 + Math.max(2, length);
  }
  throw new DecodeError('corrupt', 'no frame header');
}

/** SOF0 to SOF15, of which DHT, JPG and DAC are none. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function readOrientation(segment: Uint8Array): number | undefined {
  if (!exifPrefix.equals(segment.subarray(0, exifPrefix.length))) return undefined;
  return readExifOrientation(segment.subarray(exifPrefix.length));
}
