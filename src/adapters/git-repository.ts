import { EnvironmentError } from '../model/errors.ts';
import { runGit } from './git.ts';

/** An entry of a tree or of the index; the path is relative to the folder that was asked about. */
export interface GitEntry {
  readonly path: string;
  readonly id: string;
  readonly isLink: boolean;
}

const idPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;
/** A name, and steps back from it: `main`, `HEAD~1`, `v1^2`. */
const refPattern = /^(?!-)[^\s:^~?*[\\]{1,250}(?:[~^]\d{0,9}){0,20}$/u;
const linkMode = '120000';
const modifiedTag = 'C';
const fileModes = ['100644', '100755', '100664', linkMode];
const fetchTimeoutMs = 120_000;
const maxCommitBytes = 16 * 1024 * 1024;

/** Whether the text can be the name of a commit, and nothing that git would take for an option or a path. */
export function isRef(text: string): boolean {
  return refPattern.test(text) && !text.includes('..');
}

/**
 * What leads from the root of the repository to the folder: empty, or ending in `/`.
 * @throws EnvironmentError where the folder is in no repository that git would read
 */
export async function findPrefix(folder: string): Promise<string> {
  const { exitCode, output, complaint } = await runGit(folder, ['rev-parse', '--show-prefix']);
  if (exitCode !== 0) throw new EnvironmentError(`git does not read the dataset's repository: ${complaint}`);
  return output.toString().replace(/\n$/u, '');
}

/** The id of a commit; undefined where the repository does not have it. */
export async function findCommit(folder: string, ref: string): Promise<string | undefined> {
  return findObject(folder, `${ref}^{commit}`);
}

/** The id of what a commit holds at a path from the root of the repository, '' for its root; undefined for nothing. */
export async function findInCommit(
  folder: string,
  commit: string,
  path: string,
): Promise<string | undefined> {
  return findObject(folder, path === '' ? `${commit}^{tree}` : `${commit}:${path}`);
}

/** The commits that a commit was made from, as it says itself: a shallow clone need not have them. */
export async function readParents(folder: string, commit: string): Promise<string[]> {
  const { exitCode, output } = await runGit(folder, ['cat-file', 'commit', commit], {
    maxBytes: maxCommitBytes,
  });
  if (exitCode !== 0) return [];
  const [head = ''] = output.toString().split('\n\n', 1);
  return [...head.matchAll(/^parent (?<id>[0-9a-f]+)$/gmu)].flatMap(({ groups }) => groups?.['id'] ?? []);
}

/**
 * The bytes of a blob.
 * @throws EnvironmentError where it is no blob or has more than `maxBytes`
 */
export async function readBlob(folder: string, id: string, maxBytes: number): Promise<Buffer> {
  const { exitCode, output, complaint } = await runGit(folder, ['cat-file', 'blob', id], { maxBytes });
  if (exitCode !== 0) throw new EnvironmentError(`git cat-file failed: ${complaint}`);
  return output;
}

/**
 * The bytes of several blobs, in the order of their ids, which one process of git writes; undefined for what is no blob
 * of the repository.
 * @throws EnvironmentError where all together have more than `maxBytes`
 */
export async function readBlobs(
  folder: string,
  ids: readonly string[],
  maxBytes: number,
): Promise<(Buffer | undefined)[]> {
  const input = ids.map((id) => `${id}\n`).join('');
  const { exitCode, output, complaint } = await runGit(folder, ['cat-file', '--batch'], { input, maxBytes });
  if (exitCode !== 0) throw new EnvironmentError(`git cat-file failed: ${complaint}`);
  let at = 0;
  return ids.map((id) => {
    const start = output.indexOf('\n', at) + 1;
    const head = output.toString('latin1', at, start);
    at = start;
    const { named, type, size } = /^(?<named>\w+) (?<type>\w+) (?<size>\d+)\n$/u.exec(head)?.groups ?? {};
    if (named !== id) return undefined;
    const content = output.subarray(start, start + Number(size));
    at += Number(size) + 1;
    return type === 'blob' ? content : undefined;
  });
}

/** The newest commit that both come from; undefined where none is known, as in a shallow clone. */
export async function findMergeBase(folder: string, a: string, b: string): Promise<string | undefined> {
  const { exitCode, output } = await runGit(folder, ['merge-base', a, b]);
  return exitCode === 0 ? readId(output) : undefined;
}

export async function isShallow(folder: string): Promise<boolean> {
  const { output } = await runGit(folder, ['rev-parse', '--is-shallow-repository']);
  return output.toString().trim() === 'true';
}

/**
 * Fetches a commit alone into a shallow clone, of which nothing but the missing objects travels.
 * @returns why it could not be fetched; undefined where it was
 */
export async function fetchCommit(folder: string, ref: string): Promise<string | undefined> {
  const parameters = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--depth=1', 'origin', ref];
  try {
    const { exitCode, complaint } = await runGit(folder, parameters, { timeoutMs: fetchTimeoutMs });
    return exitCode === 0 ? undefined : complaint;
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
    throw error;
  }
}

/** An entry of a tree. */
export interface TreeEntry extends GitEntry {
  /** Of the file's content, or of the text of a link; 0 where the repository does not have it. */
  readonly bytes: number;
}

/** All files below a tree, links included, submodules not; their paths are relative to it. */
export async function listTree(folder: string, treeId: string): Promise<TreeEntry[]> {
  const { exitCode, output, complaint } = await runGit(folder, [
    'ls-tree',
    '-r',
    '-z',
    '--long',
    '--full-tree',
    treeId,
  ]);
  if (exitCode !== 0) throw new EnvironmentError(`git ls-tree failed: ${complaint}`);
  return splitAtNul(output).flatMap((line) => {
    const match = /^(?<mode>\d+) \w+ (?<id>[0-9a-f]+) +(?:(?<bytes>\d+)|\S+)\t(?<path>[^]+)$/u.exec(line);
    return toEntry(match?.groups).map((entry) => ({
      ...entry,
      bytes: Number(match?.groups?.['bytes'] ?? 0),
    }));
  });
}

/**
 * The blobs that the files of the working tree below a folder are committed as, or would be. Paths are relative to it.
 * @param wanted paths that an id is needed of; of a path with a line break that git does not know, none is found
 */
export async function listWorkingBlobs(
  folder: string,
  wanted: Iterable<string>,
): Promise<Map<string, string>> {
  const { exitCode, output, complaint } = await runGit(folder, [
    'ls-files',
    '-t',
    '--stage',
    '--modified',
    '-z',
  ]);
  if (exitCode !== 0) throw new EnvironmentError(`git ls-files failed: ${complaint}`);
  const known = new Map<string, string>();
  const changed = new Set<string>();
  for (const line of splitAtNul(output)) {
    const match = /^(?<tag>\w) (?<mode>\d+) (?<id>[0-9a-f]+) 0\t(?<path>[^]+)$/u.exec(line);
    for (const { path, id, isLink } of toEntry(match?.groups)) {
      // What is modified is listed a second time.
      if (match?.groups?.['tag'] === modifiedTag) changed.add(path);
      else if (!isLink) known.set(path, id);
    }
  }
  for (const path of changed) known.delete(path);
  const unknown = [...wanted].filter((path) => !known.has(path) && !path.includes('\n'));
  for (const [path, id] of await hashFiles(folder, unknown)) known.set(path, id);
  return known;
}

async function hashFiles(folder: string, paths: readonly string[]): Promise<(readonly [string, string])[]> {
  if (paths.length === 0) return [];
  // Relative to the root of the repository, wherever git is started.
  const prefix = await findPrefix(folder);
  const input = paths.map((path) => `${prefix}${path}\n`).join('');
  const { exitCode, output, complaint } = await runGit(folder, ['hash-object', '--stdin-paths'], { input });
  if (exitCode !== 0) throw new EnvironmentError(`git hash-object failed: ${complaint}`);
  const ids = output.toString().trim().split('\n');
  return paths.map((path, index) => [path, ids[index] ?? ''] as const);
}

async function findObject(folder: string, name: string): Promise<string | undefined> {
  const { exitCode, output } = await runGit(folder, ['rev-parse', '--verify', '--quiet', name]);
  return exitCode === 0 ? readId(output) : undefined;
}

function readId(output: Buffer): string | undefined {
  const [id = ''] = output.toString().split('\n');
  return idPattern.test(id) ? id : undefined;
}

function toEntry(groups: Readonly<Record<string, string>> | undefined): GitEntry[] {
  const { mode = '', id = '', path = '' } = groups ?? {};
  return fileModes.includes(mode) ? [{ path, id, isLink: mode === linkMode }] : [];
}

function splitAtNul(output: Buffer): string[] {
  return output
    .toString()
    .split('\0')
    .filter((part) => part !== '');
}
