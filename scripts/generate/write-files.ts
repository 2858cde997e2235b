import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { exampleNames } from './example-reports.ts';
import { dirname, join, relative, sep } from 'node:path';

/** Folders in which everything is generated. */
export const generatedFolders = [
  'schemas',
  'docs/checks',
  'docs/images',
  ...exampleNames.map((name) => `examples/${name}-report`),
];

/**
 * Writes generated files and removes those of an earlier run that are no longer made.
 * @param root the repository
 * @param files content by path relative to the repository, with `/`
 * @returns the paths that were removed, sorted
 */
export async function writeGeneratedFiles(
  root: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<string[]> {
  for (const [path, content] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  const present = await Promise.all(generatedFolders.map((folder) => listFiles(root, folder)));
  const stale = present.flat().filter((path) => !files.has(path));
  for (const path of stale) await rm(join(root, path));
  return stale.sort();
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  await mkdir(join(root, folder), { recursive: true });
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
