import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FingerprintSettings } from '../fingerprint-files.ts';

/**
 * Changes whenever a fingerprint of the same file would: with what it holds, or how that is computed. A test holds it
 * to the fingerprints of drawn files.
 */
export const fingerprintVersion = 1;

/**
 * 16 bytes that stand for all that decides what the fingerprint of given bytes is: its version, the decoder, and the
 * settings for this kind of file. `decodeSeconds` is none of them: what takes too long has no fingerprint.
 * @param release version of holdout, whose programs bring a decoder along
 */
export function kindOf(
  role: 'image' | 'mask',
  { limits, palette, describesImages = false }: Omit<FingerprintSettings, 'workers'>,
  release: string,
): Buffer {
  const settings = [
    fingerprintVersion,
    release,
    findInstalledDecoder(),
    process.platform,
    process.arch,
    role,
    limits.pixels,
    limits.fileBytes,
    role === 'mask' ? (palette ?? null) : describesImages,
  ];
  return createHash('sha256').update(JSON.stringify(settings)).digest().subarray(0, 16);
}

/** Version of the decoder that is installed beside holdout and goes before the one it brings; '' where none is. */
function findInstalledDecoder(): string {
  try {
    let folder = dirname(createRequire(import.meta.url).resolve('sharp'));
    for (;;) {
      const version = readVersion(join(folder, 'package.json'));
      if (version !== undefined) return version;
      const above = dirname(folder);
      if (above === folder) return '';
      folder = above;
    }
  } catch {
    return '';
  }
}

function readVersion(manifestFile: string): string | undefined {
  try {
    const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as { name?: unknown; version?: unknown };
    return manifest.name === 'sharp' ? String(manifest.version) : undefined;
  } catch {
    return undefined;
  }
}
