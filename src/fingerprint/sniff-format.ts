import type { ImageFormat } from '../model/fingerprint.ts';
import { DecodeError } from './raster.ts';

/**
 * The format that a file's first bytes tell, whatever its name says.
 * @throws DecodeError for empty files, pointers left by Git LFS or git-annex, and formats without a decoder.
 */
export function sniffFormat(bytes: Uint8Array): ImageFormat {
  if (bytes.length === 0) throw new DecodeError('empty', 'the file holds no bytes');
  // Before all others: the 128 free bytes at the start of a DICOM file may hold a TIFF header.
  if (startsWithText(bytes.subarray(128), 'DICM')) throw new DecodeError('unsupported-format', 'DICOM');
  const format = signatures.find(({ matches }) => matches(bytes))?.format;
  if (format) return format;
  const pointer = pointers.find(({ prefix }) => startsWithText(bytes, prefix));
  if (pointer) throw new DecodeError('pointer', `a ${pointer.name} pointer, its content is not fetched`);
  const unsupported = undecodable.find(({ matches }) => matches(bytes));
  if (unsupported) throw new DecodeError('unsupported-format', unsupported.name);
  throw new DecodeError('unknown-format', `begins with ${hexOf(bytes.subarray(0, 8))}`);
}

const signatures: readonly {
  readonly format: ImageFormat;
  readonly matches: (bytes: Uint8Array) => boolean;
}[] = [
  { format: 'jpeg', matches: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
  { format: 'png', matches: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  {
    format: 'tiff',
    matches: (bytes) =>
      startsWith(bytes, [0x49, 0x49, 42, 0]) ||
      startsWith(bytes, [0x4d, 0x4d, 0, 42]) ||
      startsWith(bytes, [0x49, 0x49, 43, 0]) ||
      startsWith(bytes, [0x4d, 0x4d, 0, 43]),
  },
  {
    format: 'webp',
    matches: (bytes) => startsWithText(bytes, 'RIFF') && startsWithText(bytes.subarray(8), 'WEBP'),
  },
  { format: 'gif', matches: (bytes) => startsWithText(bytes, 'GIF87a') || startsWithText(bytes, 'GIF89a') },
  { format: 'bmp', matches: (bytes) => startsWithText(bytes, 'BM') },
];

const pointers = [
  { name: 'Git LFS', prefix: 'version https://git-lfs.github.com/spec/' },
  { name: 'git-annex', prefix: '/annex/objects/' },
];

const undecodable: readonly { readonly name: string; readonly matches: (bytes: Uint8Array) => boolean }[] = [
  {
    name: 'NIfTI',
    matches: (bytes) =>
      ['n+1\0', 'ni1\0'].some((magic) => startsWithText(bytes.subarray(344), magic)) ||
      ['n+2\0', 'ni2\0'].some((magic) => startsWithText(bytes.subarray(4), magic)),
  },
  { name: 'a gzip archive (perhaps NIfTI)', matches: (bytes) => startsWith(bytes, [0x1f, 0x8b]) },
  { name: 'a zip archive', matches: (bytes) => startsWithText(bytes, 'PK\x03\x04') },
  { name: 'PDF', matches: (bytes) => startsWithText(bytes, '%PDF-') },
  { name: 'HEIF or AVIF', matches: (bytes) => startsWithText(bytes.subarray(4), 'ftyp') },
  {
    name: 'JPEG 2000',
    matches: (bytes) =>
      startsWith(bytes, [0, 0, 0, 0x0c, 0x6a, 0x50]) || startsWith(bytes, [0xff, 0x4f, 0xff, 0x51]),
  },
  { name: 'NRRD', matches: (bytes) => startsWithText(bytes, 'NRRD') },
  {
    name: 'NumPy',
    matches: (bytes) => startsWith(bytes, [0x93]) && startsWithText(bytes.subarray(1), 'NUMPY'),
  },
  { name: 'SVG or XML', matches: (bytes) => startsWithText(bytes, '<?xml') || startsWithText(bytes, '<svg') },
];

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((value, index) => bytes[index] === value);
}

function startsWithText(bytes: Uint8Array, prefix: string): boolean {
  for (let index = 0; index < prefix.length; index++) {
    if (bytes[index] !== prefix.charCodeAt(index)) return false;
  }
  return true;
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/(..)(?=.)/gu, '$1 ');
}
