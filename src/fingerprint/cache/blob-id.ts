import { createHash } from 'node:crypto';

/** The id that git gives bytes that it stores as they are: SHA-1, hex, of `blob`, their number, a zero byte, and they. */
export function blobIdOf(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/**
 * The id that git gives the pointer that Git LFS puts in the place of a file (its specification, version 1).
 * @param bytesHash SHA-256, hex
 * @returns undefined where the file is as long as its pointer, so that a length does not tell which of them is there
 */
export function pointerIdOf(bytesHash: string, bytes: number): string | undefined {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${bytesHash}\nsize ${bytes}\n`;
  return pointer.length === bytes ? undefined : blobIdOf(Buffer.from(pointer));
}
