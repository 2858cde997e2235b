import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { compareText, sortedUnique } from '../../src/model/order.ts';

/**
 * How the files that `paths` name, or that lie below them, differ between two trees, byte for byte: a line a file, sorted by path.
 * @param kept the tree that is judged
 * @param fresh the tree as it should be
 */
export async function compareFolders(
  kept: string,
  fresh: string,
  paths: readonly string[],
): Promise<string[]> {
  const [keptFiles, freshFiles] = await Promise.all([listAll(kept, paths), listAll(fresh, paths)]);
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

async function listAll(tree: string, paths: readonly string[]): Promise<Set<string>> {
  const lists = await Promise.all(
    paths.map(async (path) => {
      if (await isFile(join(tree, path))) return [path];
      return (await listFiles(join(tree, path))).map((below) => `${path}/${below}`);
    }),
  );
  return new Set(lists.flat());
}

async function isFile(path: string): Promise<boolean> {
  const status = await stat(path).catch(() => undefined);
  return status?.isFile() === true;
}

async function haveSameBytes(a: string, b: string): Promise<boolean> {
  const [bytes, others] = await Promise.all([readFile(a), readFile(b)]);
  return bytes.equals(others);
}
