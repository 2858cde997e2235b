import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { compareText, sortedUnique } from '../../src/model/order.ts';

/**
 * How the files below `folders` differ between two trees, byte for byte: a line a file, sorted by path.
 * @param kept the tree that is judged
 * @param fresh the tree as it should be
 */
export async function compareFolders(
  kept: string,
  fresh: string,
  folders: readonly string[],
): Promise<string[]> {
  const [keptFiles, freshFiles] = await Promise.all([listAll(kept, folders), listAll(fresh, folders)]);
  const differences: string[] = [];
  for (const path of sortedUnique([...keptFiles, ...freshFiles])) {
    if (!keptFiles.has(path)) differences.push(`${path}: missing`);
    else if (!freshFiles.has(path)) differences.push(`${path}: left over`);
    else if (!(await haveSameBytes(join(kept, path), join(fresh, path))))
      differences.push(`${path}: differs`);
  }
  return differences;
}

/** The files below `folder`, relative to it, with `/`, sorted; none where it does not exist. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort(compareText);
}

async function listAll(tree: string, folders: readonly string[]): Promise<Set<string>> {
  const lists = await Promise.all(
    folders.map(async (folder) => (await listFiles(join(tree, folder))).map((path) => `${folder}/${path}`)),
  );
  return new Set(lists.flat());
}

async function haveSameBytes(a: string, b: string): Promise<boolean> {
  const [bytes, others] = await Promise.all([readFile(a), readFile(b)]);
  return bytes.equals(others);
}
