const orientationTag = 0x0112;
const shortType = 3;
const entryBytes = 12;

/**
 * The orientation 1–8 that an EXIF block tells (TIFF 6.0 structure, tag 0x0112 of its first directory); 1 where it
 * tells none or is broken.
 * @param exif from the byte-order mark on
 */
export function readExifOrientation(exif: Uint8Array): number {
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  if (view.byteLength < 8) return 1;
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const isLittle = order === 0x4949;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > view.byteLength) return 1;
  const entries = view.getUint16(directory, isLittle);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * entryBytes;
    if (at + entryBytes > view.byteLength) return 1;
    if (view.getUint16(at, isLittle) !== orientationTag) continue;
    const orientation = view.getUint16(at + 2, isLittle) === shortType ? view.getUint16(at + 8, isLittle) : 1;
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
  }
  return 1;
}
