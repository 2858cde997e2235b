import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { askGit } from './git.ts';

/** A regular file in the index, in no conflict, whose state git has not been told to assume. */
const entryPattern = /^H 100(?:644|755) (?<id>[0-9a-f]{40}) 0\t(?<path>.+)$/su;

/**
 * The blobs of files below a folder that git knows to be unchanged: their size, times and inode are those that it noted
 * when the file was last compared with the blob (`git diff-files`). No other file is read.
 * @returns ids (SHA-1, hex) by absolute path, links in the folder's own path followed; nothing where the folder is not git's, or git is not there
 */
export async function listUnchangedBlobs(folder: string): Promise<ReadonlyMap<string, string>> {
  try {
    const root = await realpath(folder);
    const [entries, changed] = await Promise.all([
      askGit(folder, ['ls-files', '-s', '-v', '-z', '--', '.']),
      askGit(folder, ['diff-files', '--name-only', '-z', '--relative', '--ignore-submodules', '--', '.']),
    ]);
    const blobs = new Map<string, string>();
    for (const entry of splitNames(entries)) {
      const { id, path } = entryPattern.exec(entry)?.groups ?? {};
      if (id !== undefined && path !== undefined) blobs.set(join(root, path), id);
    }
    for (const path of splitNames(changed)) blobs.delete(join(root, path));
    return blobs;
  } catch {
    return new Map();
  }
}

/** Names that are not valid UTF-8 are left out: two of them may look the same here. */
function splitNames(output: Buffer): string[] {
  return output
    .toString('utf8')
    .split('\0')
    .filter((name) => name !== '' && !name.includes('\ufffd'));
}
