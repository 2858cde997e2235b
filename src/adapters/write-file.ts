import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EnvironmentError, HoldoutError } from '../model/errors.ts';

/**
 * Writes a file beside its place and renames it there, so that the place holds the old file or the new one whole,
 * whatever happens on the way. Missing folders are made.
 * @param content the whole, or piece by piece
 * @throws EnvironmentError where it cannot be written; what `content` throws, where that is a HoldoutError
 */
export async function replaceFile(
  path: string,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> {
  const beside = `${path}.${randomUUID()}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(beside, content, { flag: 'wx' });
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    if (cause instanceof HoldoutError) throw cause;
    throw new EnvironmentError(`${path} cannot be written`, {
      hint: 'name a file in a folder that can be written',
      cause,
    });
  }
}
