import { open } from 'node:fs/promises';
import { replaceFile } from '../adapters/write-file.ts';
import { HoldoutError } from '../model/errors.ts';
import { isMarkedPng, markedPngBytes } from '../report/drawing/png.ts';

/**
 * Refuses a place where a file stands that holdout has not drawn: a mistyped name must not cost a dataset its image.
 * @throws HoldoutError `usage`
 */
export async function requireOwnPlace(path: string): Promise<void> {
  const beginning = await readBeginning(path);
  if (!beginning || isMarkedPng(beginning)) return;
  throw new HoldoutError('usage', `${path} is there and no sheet that holdout has drawn`, {
    hint: 'name another file, or move it away',
  });
}

/** Writes a sheet beside its place and renames it there; see `requireOwnPlace`. */
export async function writeSheet(path: string, png: Uint8Array): Promise<void> {
  await requireOwnPlace(path);
  await replaceFile(path, png);
}

/** Undefined where nothing is there. What is no file, or cannot be read, has no beginning. */
async function readBeginning(path: string): Promise<Uint8Array | undefined> {
  try {
    const file = await open(path);
    try {
      const { bytesRead, buffer } = await file.read(new Uint8Array(markedPngBytes), 0, markedPngBytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    return new Uint8Array(0);
  }
}
