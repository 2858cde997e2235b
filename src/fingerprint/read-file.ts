import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { DecodeError } from './raster.ts';

/**
 * The bytes of a regular file inside `folder`, which must be a real path. Pipes, devices and links that lead out
 * are refused without waiting for them, and no more is read than the size that was judged: a file that grows or
 * shrinks meanwhile is refused.
 * @throws DecodeError whose words name no path
 */
export function readRegularFile(absolutePath: string, folder: string, maxBytes: number): Uint8Array {
  try {
    return readBounded(absolutePath, folder, maxBytes);
  } catch (error) {
    if (error instanceof DecodeError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const detail = reasons[code] ?? `the file cannot be read (${code})`;
    throw new DecodeError('missing', detail, { cause: error });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'the file is not there',
  ENOTDIR: 'the file is not there',
  EACCES: 'the file may not be read',
  EPERM: 'the file may not be read',
  ELOOP: 'the file has become a link',
  // What the open of a socket says.
  ENXIO: 'no regular file',
};

function readBounded(absolutePath: string, folder: string, maxBytes: number): Uint8Array {
  const target = realpathSync.native(absolutePath);
  if (!target.startsWith(folder.endsWith(sep) ? folder : folder + sep)) {
    throw new DecodeError('missing', 'a link that leads out of the dataset');
  }
  // Without O_NONBLOCK, opening a pipe would wait for ever. Windows has neither flag.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW || 0) | (constants.O_NONBLOCK || 0);
  const file = openSync(target, flags);
  try {
    const status = fstatSync(file);
    if (!status.isFile()) throw new DecodeError('missing', 'no regular file');
    if (status.size > maxBytes) throw new DecodeError('too-large', `${status.size} bytes`);
    return readWhole(file, status.size);
  } finally {
    closeSync(file);
  }
}

/** Asks for one byte more than there should be, to see whether the file has grown. */
function readWhole(file: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(size + 1);
  let read = 0;
  while (read <= size) {
    const more = readSync(file, bytes, read, bytes.length - read, null);
    if (more === 0) break;
    read += more;
  }
  if (read !== size) throw new DecodeError('corrupt', 'the file changed while it was read');
  return bytes.subarray(0, size);
}
