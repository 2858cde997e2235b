import { constants, lstat, type Stats } from 'node:fs';
import { open, readdir, realpath, stat, type FileHandle } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { DatasetError } from '../model/errors.ts';
import type { FileEntry, FileListing, FileSource } from '../model/file-source.ts';
import { compareText } from '../model/order.ts';

/** Folders looked into at once, and files looked at in one folder at once. */
const concurrency = 32;

/** Stands for what is not valid UTF-8. */
const replacementCharacter = '\ufffd';

/** Bytes read at once from a file that is streamed. */
const pieceBytes = 1024 * 1024;

/** The files under a directory of this machine. The listing is made once, when first needed. */
export function openDataset(directory: string): FileSource {
  let listing: Promise<FoundFiles> | undefined;
  let listed: FoundFiles | undefined;
  const find = async (): Promise<FoundFiles> => (listed = await (listing ??= findFiles(directory)));
  return {
    list: async () => (await find()).listing,
    read: async (path, maxBytes) => readFound(path, maxBytes, await find()),
    stream: (path, maxBytes) => streamFound(path, maxBytes, find),
    absolutePath: (path) => {
      if (listed?.paths.has(path) !== true) throw notListed(path);
      return join(listed.root, path);
    },
  };
}

interface FoundFiles {
  /** Real path of the directory: every file's real path starts with it. */
  readonly root: string;
  readonly listing: FileListing;
  readonly paths: ReadonlySet<string>;
  /**
   * Paths in bytes of the listed files whose listed path has replacement characters: a name need not be valid UTF-8,
   * and then the listed path does not lead to it.
   */
  readonly nativePaths: ReadonlyMap<string, Buffer>;
}

async function findFiles(directory: string): Promise<FoundFiles> {
  const root = await openRoot(directory);
  const sizes = new Map<string, number>();
  const nativePaths = new Map<string, Buffer>();
  const outside: string[] = [];

  const note = (folder: Folder, name: Buffer, status: Stats): void => {
    if (!status.isFile()) return;
    const path = folder.path + name.toString();
    // Two names that are not valid UTF-8 may be one path here: the first in byte order is listed.
    const other = nativePaths.get(path);
    const native = path.includes(replacementCharacter) ? joinNative(folder.native, name) : undefined;
    if (other && native && Buffer.compare(other, native) < 0) return;
    sizes.set(path, status.size);
    if (native) nativePaths.set(path, native);
  };

  const visitLink = async (folder: Folder, name: Buffer): Promise<void> => {
    const found = await followLink(joinNative(folder.native, name), root);
    if (found === 'outside') outside.push(folder.path + name.toString());
    else note(folder, name, found);
  };

  let folders: Folder[] = [{ path: '', native: Buffer.from(root) }];
  while (folders.length > 0) {
    const below: Folder[] = [];
    await forEachBounded(folders, async (folder) => {
      const entries = (await ignoreVanished(readFolder(folder))) ?? [];
      for (const entry of entries) {
        if (!entry.isDirectory() || isSkippedFolder(entry.name.toString())) continue;
        below.push({
          path: `${folder.path}${entry.name.toString()}/`,
          native: joinNative(folder.native, entry.name),
        });
      }
      const names = entries.flatMap((entry) => (entry.isFile() ? [entry.name] : []));
      const links = entries.flatMap((entry) => (entry.isSymbolicLink() ? [entry.name] : []));
      await forEachStatus(folder.native, names, (name, status) => note(folder, name, status));
      await forEachBounded(links, (name) => visitLink(folder, name));
    });
    folders = below;
  }

  const files: FileEntry[] = [...sizes].map(([path, bytes]) => ({ path, bytes }));
  files.sort((a, b) => compareText(a.path, b.path));
  return {
    root,
    listing: { files, outside: outside.sort(compareText) },
    paths: new Set(sizes.keys()),
    nativePaths,
  };
}

interface Folder {
  /** Relative to the dataset's directory, with a `/` at its end; '' for the directory itself. */
  readonly path: string;
  readonly native: Buffer;
}

async function openRoot(directory: string): Promise<string> {
  let cause: unknown;
  try {
    const root = await realpath(resolve(directory));
    if ((await stat(root)).isDirectory()) return root;
  } catch (error) {
    cause = error;
  }
  throw new DatasetError(`The dataset's directory ${JSON.stringify(directory)} does not exist.`, {
    hint: 'Give the directory that holds the images and the manifest.',
    cause,
  });
}

/** Version control and installed packages hold no samples; neither do the folders of tools. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

async function readFolder({ path, native }: Folder) {
  try {
    return await readdir(native, { withFileTypes: true, encoding: 'buffer' });
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) throw cause;
    throw new DatasetError(`The folder ${JSON.stringify(path)} of the dataset cannot be read.`, {
      hint: 'Check its permissions.',
      cause,
    });
  }
}

/** What a link leads to, when that is inside the dataset. Loops and links to nowhere count as outside. */
async function followLink(native: Buffer, root: string) {
  try {
    const target = await realpath(native);
    return isInside(target, root) ? await stat(target) : 'outside';
  } catch {
    return 'outside';
  }
}

function isInside(target: string, root: string): boolean {
  return target === root || target.startsWith(root.endsWith(sep) ? root : root + sep);
}

async function readFound(path: string, maxBytes: number, found: FoundFiles): Promise<Uint8Array> {
  return explainFailure(path, async () => {
    const file = await openFound(path, maxBytes, found);
    try {
      const bytes = await file.readFile();
      if (bytes.length > maxBytes) throw tooLong(path, bytes.length, maxBytes);
      return bytes;
    } finally {
      await file.close();
    }
  });
}

async function* streamFound(
  path: string,
  maxBytes: number,
  find: () => Promise<FoundFiles>,
): AsyncGenerator<Uint8Array, void> {
  const found = await find();
  const file = await explainFailure(path, () => openFound(path, maxBytes, found));
  try {
    const piece = Buffer.allocUnsafe(pieceBytes);
    for (let total = 0; ;) {
      const { bytesRead } = await explainFailure(path, () => file.read(piece, 0, pieceBytes));
      if (bytesRead === 0) return;
      total += bytesRead;
      // The file may have grown since its size was looked at.
      if (total > maxBytes) throw tooLong(path, total, maxBytes);
      yield piece.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** The file that a listed path leads to now, which is to be closed by the caller. */
async function openFound(path: string, maxBytes: number, found: FoundFiles): Promise<FileHandle> {
  if (!found.paths.has(path)) throw notListed(path);
  const native = found.nativePaths.get(path) ?? join(found.root, path);
  // What was a file when it was listed may be a link by now: the target is judged again, then opened itself.
  const target = await realpath(native, { encoding: 'buffer' });
  if (!isInside(target.toString(), found.root)) throw notListed(path);
  // Without O_NONBLOCK, opening what has become a pipe would wait for ever.
  const file = await open(target, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const status = await file.stat();
    if (!status.isFile()) throw notListed(path);
    if (status.size > maxBytes) throw tooLong(path, status.size, maxBytes);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function explainFailure<T>(path: string, attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (cause) {
    if (cause instanceof DatasetError) throw cause;
    throw new DatasetError(`${JSON.stringify(path)} cannot be read.`, {
      hint: 'Check that it is still there and its permissions.',
      cause,
    });
  }
}

function tooLong(path: string, bytes: number, maxBytes: number): DatasetError {
  return new DatasetError(`${JSON.stringify(path)} has ${bytes} bytes; at most ${maxBytes} are read.`);
}

function notListed(path: string): DatasetError {
  return new DatasetError(`${JSON.stringify(path)} is no listed file of the dataset.`, {
    hint: 'Files are read only from inside the directory of the dataset.',
  });
}

function joinNative(folder: Buffer, name: Buffer): Buffer {
  return Buffer.concat([folder, Buffer.from(sep), name]);
}

/** The result, or undefined when the file or folder has gone since it was listed. */
async function ignoreVanished<T>(pending: Promise<T>): Promise<T | undefined> {
  try {
    return await pending;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/**
 * The status of each file of a folder that is still there, links not followed. By callbacks: a promise for each takes
 * three times as long.
 */
function forEachStatus(
  folder: Buffer,
  names: readonly Buffer[],
  visit: (name: Buffer, status: Stats) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const queue = names.values();
    let open = names.length;
    const lookAtNext = (): void => {
      const { value: name } = queue.next();
      if (name) lstat(joinNative(folder, name), (error, status) => take(name, error, status));
    };
    const take = (name: Buffer, error: Error | null, status: Stats): void => {
      try {
        if (!error) visit(name, status);
        else if (!hasCode(error, 'ENOENT')) throw error;
      } catch (cause) {
        reject(cause instanceof Error ? cause : new Error(String(cause)));
        return;
      }
      if (--open === 0) resolve();
      else lookAtNext();
    };
    for (let started = 0; started < concurrency; started++) lookAtNext();
    if (names.length === 0) resolve();
  });
}

async function forEachBounded<T>(items: readonly T[], visit: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const work = async (): Promise<void> => {
    for (const item of queue) await visit(item);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, work));
}
