import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, posix, resolve } from 'node:path';
import { DatasetError } from '../model/errors.ts';
import type { FileEntry, FileListing, FileSource } from '../model/file-source.ts';
import { compareText } from '../model/order.ts';
import { isSkippedFolder } from './file-system.ts';
import { runGit, streamGit } from './git.ts';
import { listTree, readBlobs, type TreeEntry } from './git-repository.ts';

/** The files of a folder as a commit has them. Nothing is on disk until it is extracted. */
export interface GitTree extends FileSource {
  /** The blob of a listed file, once the files are listed: equal content has equal ids. */
  blobOf(path: string): string | undefined;
  /** Writes listed files to where `absolutePath` says. */
  extract(paths: readonly string[]): Promise<void>;
  /** Blobs of the files that have been extracted, by absolute path. */
  readonly extractedBlobs: ReadonlyMap<string, string>;
}

const maxLinkBytes = 4096;
const maxLinks = 10_000;
const maxSteps = 40;
/** Processes of git that write at once. */
const concurrency = 8;
/** More than any file that is decoded. */
const maxExtractedBytes = 2 ** 31;
/** Files that one process of git writes at most, and their bytes where they are several. */
const maxBatchFiles = 32;
const maxBatchBytes = 2 ** 25;

/**
 * @param folder any folder of the repository
 * @param treeId the tree that stands for the dataset's directory
 * @param target an empty folder of ours that files are extracted to
 */
export function openGitTree(folder: string, treeId: string, target: string): GitTree {
  const root = resolve(target);
  const extractedBlobs = new Map<string, string>();
  let listing: Promise<ListedTree> | undefined;
  let listed: ListedTree | undefined;
  const list = async (): Promise<ListedTree> => (listed = await (listing ??= readTree(folder, treeId)));
  const find = async (path: string, maxBytes: number): Promise<string> => {
    const file = (await list()).byPath.get(path);
    if (!file) throw notListed(path);
    if (file.bytes > maxBytes) throw tooLong(path, file.bytes, maxBytes);
    return file.id;
  };
  const read = async (path: string, maxBytes: number): Promise<Uint8Array> => {
    const id = await find(path, maxBytes);
    const { exitCode, output } = await runGit(folder, ['cat-file', 'blob', id], { maxBytes });
    if (exitCode !== 0) throw notInRepository(path);
    return output;
  };
  const absolutePath = (path: string): string => {
    if (listed?.byPath.has(path) !== true) throw notListed(path);
    return join(root, path);
  };
  return {
    list: async () => (await list()).listing,
    read,
    stream: async function* (path, maxBytes) {
      let total = 0;
      for await (const piece of streamGit(folder, ['cat-file', 'blob', await find(path, maxBytes)])) {
        total += piece.length;
        // Of an object that came only now, the size was not known.
        if (total > maxBytes) throw tooLong(path, total, maxBytes);
        yield piece;
      }
    },
    absolutePath,
    blobOf: (path) => listed?.byPath.get(path)?.id,
    extract: async (paths) => {
      const { byPath } = await list();
      const files = [...new Set(paths)].flatMap((path) => {
        const place = absolutePath(path);
        const file = byPath.get(path);
        return file && !extractedBlobs.has(place) ? [{ ...file, place }] : [];
      });
      for (const { place, id } of files) extractedBlobs.set(place, id);
      const queue = inBatches(files).values();
      const work = async (): Promise<void> => {
        for (const batch of queue) {
          const ids = batch.map(({ id }) => id);
          const contents = await readBlobs(folder, ids, maxExtractedBytes);
          for (const [index, { path, place }] of batch.entries()) {
            const content = contents[index];
            if (!content) throw notInRepository(path);
            await mkdir(dirname(place), { recursive: true });
            await writeFile(place, content, { flag: 'wx' });
          }
        }
      };
      await Promise.all(Array.from({ length: concurrency }, work));
    },
    extractedBlobs,
  };
}

function inBatches<T extends FileEntry>(files: readonly T[]): T[][] {
  const batches: T[][] = [];
  let room = 0;
  for (const file of files) {
    const batch = batches.at(-1);
    room -= file.bytes;
    if (batch && room >= 0 && batch.length < maxBatchFiles) batch.push(file);
    else {
      batches.push([file]);
      room = maxBatchBytes - file.bytes;
    }
  }
  return batches;
}

interface ListedTree {
  readonly listing: FileListing;
  readonly byPath: ReadonlyMap<string, TreeFile>;
}

interface TreeFile extends FileEntry {
  readonly id: string;
}

async function readTree(folder: string, treeId: string): Promise<ListedTree> {
  const entries = (await listTree(folder, treeId)).filter(({ path }) => isPlain(path));
  const skipped = new Set(listFolders(entries).filter((path) => path.split('/').some(isSkippedFolder)));
  const seen = entries.filter(({ path }) => !skipped.has(folderOf(path)));
  const { files, outside } = await followLinks(folder, entries, seen);
  files.sort((a, b) => compareText(a.path, b.path));
  return {
    listing: {
      files: files.map(({ path, bytes }) => ({ path, bytes })),
      outside: outside.sort(compareText),
    },
    byPath: new Map(files.map((file) => [file.path, file])),
  };
}

/** An empty name, `.`, `..`, or a separator of another system. */
const strangeName = /(?:^|\/)\.{0,2}(?:\/|$)|\\/u;

/** git refuses to make trees with strange names, but not to be given one by a program that is not git. */
function isPlain(path: string): boolean {
  return !strangeName.test(path);
}

/** Links to files inside are those files; links to folders are left out, as in a folder on disk. */
async function followLinks(
  folder: string,
  all: readonly TreeEntry[],
  seen: readonly TreeEntry[],
): Promise<{ readonly files: TreeFile[]; readonly outside: string[] }> {
  const byPath = new Map(all.map((entry) => [entry.path, entry]));
  const folders = new Set(listFolders(all).flatMap((path) => [...listParents(path), path]));
  const links = all.filter(({ isLink }) => isLink).slice(0, maxLinks);
  const targets = new Map<string, string>();
  for (const { path, id } of links) {
    const { exitCode, output } = await runGit(folder, ['cat-file', 'blob', id], { maxBytes: maxLinkBytes });
    if (exitCode === 0) targets.set(path, output.toString());
  }
  const files: TreeFile[] = [];
  const outside: string[] = [];
  for (const { path, id, bytes, isLink } of seen) {
    if (!isLink) {
      files.push({ path, id, bytes });
      continue;
    }
    const place = followLink(path, targets);
    const target = place === undefined ? undefined : byPath.get(place);
    if (target) files.push({ path, id: target.id, bytes: target.bytes });
    else if (place === undefined || (place !== '' && !folders.has(place))) outside.push(path);
  }
  return { files, outside };
}

/** Where a link leads in the end, '' for the directory itself; undefined for the outside, and for a circle. */
function followLink(path: string, targets: ReadonlyMap<string, string>): string | undefined {
  let place = path;
  for (let step = 0; step < maxSteps; step++) {
    const link = [...listParents(place), place].find((parent) => targets.has(parent));
    if (link === undefined) return place;
    const target = targets.get(link) ?? '';
    if (posix.isAbsolute(target) || target === '') return undefined;
    const joined = posix.join(posix.dirname(link), target, place.slice(link.length));
    if (joined === '..' || joined.startsWith('../')) return undefined;
    place = joined.replace(/\/$/u, '').replace(/^\.$/u, '');
  }
  return undefined;
}

/** The folders that files lie in, each once. */
function listFolders(files: readonly TreeEntry[]): string[] {
  return [...new Set(files.map(({ path }) => folderOf(path)))];
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The folders that a path leads through, outermost first. */
function listParents(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

function tooLong(path: string, bytes: number, maxBytes: number): DatasetError {
  return new DatasetError(`${JSON.stringify(path)} has ${bytes} bytes; at most ${maxBytes} are read.`);
}

function notInRepository(path: string): DatasetError {
  return new DatasetError(`${JSON.stringify(path)} cannot be read from the repository.`);
}

function notListed(path: string): DatasetError {
  return new DatasetError(`${JSON.stringify(path)} is no listed file of the dataset.`, {
    hint: 'Files are read only from inside the directory of the dataset.',
  });
}
