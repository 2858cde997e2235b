import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface PackageManifest {
  readonly name: string;
  readonly version: string;
  /** SPDX expression; empty where the package names none. */
  readonly license: string;
}

/** Reads `package.json` of the package in `folder`. */
export async function readManifest(folder: string): Promise<PackageManifest> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  return {
    name: readText(manifest, 'name', folder),
    version: readText(manifest, 'version', folder),
    license: readText(manifest, 'license', folder),
  };
}

function readText(manifest: unknown, key: keyof PackageManifest, folder: string): string {
  if (typeof manifest === 'object' && manifest !== null) {
    const value: unknown = new Map(Object.entries(manifest)).get(key);
    if (typeof value === 'string') return value;
  }
  throw new Error(`package.json in ${folder} has no ${key}`);
}
