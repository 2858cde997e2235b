import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/**
 * The bytes of a file that may be anything.
 * @returns undefined where it is a link, no regular file, longer than `maxBytes`, or cannot be read
 */
export async function readRegularBytes(path: string, maxBytes: number): Promise<Buffer | undefined> {
  try {
    // Without O_NONBLOCK, opening a pipe would wait for ever. Windows has neither flag.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW || 0) | (constants.O_NONBLOCK || 0);
    const file = await open(path, flags);
    try {
      const status = await file.stat();
      return status.isFile() && status.size <= maxBytes ? await file.readFile() : undefined;
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}
