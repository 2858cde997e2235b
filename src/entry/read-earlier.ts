import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGitTree, type GitTree } from '../adapters/git-tree-source.ts';
import { findRenames, renameAnnotations, renameProblems, renameSamples } from '../change/renames.ts';
import type { Fact } from '../model/check.ts';
import type { Config } from '../model/config.ts';
import type { Dataset } from '../model/dataset.ts';
import { HoldoutError } from '../model/errors.ts';
import type { FileSource } from '../model/file-source.ts';
import { formatCount, formatQuantity } from '../model/number-words.ts';
import { compareText } from '../model/order.ts';
import type { Sample } from '../model/sample.ts';
import { maxBaseFiles, type KnownAnswers } from './known-answers.ts';
import { decodeDataset, findDataset, type DecodeSettings, type FoundDataset } from './load-dataset.ts';
import type { UnsearchedDataset } from './search-dataset.ts';

/** A dataset as the base has it, its files under the names that they have today. */
export interface EarlierDataset {
  /** Absent where it cannot be read. */
  readonly read?: UnsearchedDataset;
  readonly config: Config;
  /** Paths of today by those of the base. */
  readonly renames: ReadonlyMap<string, string>;
  /** The blob of a file, by its path of today. */
  readonly contentOf: (path: string) => string | undefined;
  /** Whether what the checks need of its files is known, so that it can be audited. */
  readonly isDecoded: boolean;
  /** Files of which nothing but a pointer (Git LFS) is here, by their paths of today. */
  readonly pointers: ReadonlySet<string>;
  readonly notes: readonly string[];
}

/** The dataset as it is now: its files, the blobs of those that samples are made of, and what was decoded of it. */
export interface DatasetOfToday {
  readonly known: KnownAnswers;
  /** Fulfilled once all is known that is to be decoded of it. */
  readonly decoded: Promise<unknown>;
  readonly files: FileSource;
  readonly blobs: ReadonlyMap<string, string>;
}

/**
 * Reads a dataset from a commit. Of its files, those are decoded that are not in the dataset of today, once that is
 * decoded; what comes before takes place at the same time.
 */
export async function readEarlier(
  {
    directory,
    treeId,
    config,
  }: { readonly directory: string; readonly treeId: string; readonly config: Config },
  facts: ReadonlySet<Fact>,
  today: DatasetOfToday,
  { workers, onProgress, cache }: DecodeSettings,
): Promise<EarlierDataset> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'holdout-base-')));
  const renames = new Map<string, string>();
  try {
    const tree = openGitTree(directory, treeId, folder);
    const found = await findDataset(config, tree, facts);
    const before = listContents(found.annotated.samples, (path) => tree.blobOf(path));
    for (const [from, to] of findRenames(before, today.blobs)) renames.set(from, to);
    const renamed = renameFound(found, tree, renames, today);
    const decoding = today.known.reuse(tree, renames, (path) => today.blobs.get(path));
    await today.decoded;
    const read = await decodeDataset(renamed, config, facts, {
      directory,
      ...(cache && { cache: { ...cache, blobIds: tree.extractedBlobs } }),
      ...(workers !== undefined && { workers }),
      ...(onProgress && { onProgress }),
      aroundDecoding: decoding.around,
    });
    const origins = new Map([...renames].map(([from, to]) => [to, from]));
    const pointers = decoding.pointers();
    const unknown = decoding.unknown();
    const isDecoded = unknown <= maxBaseFiles;
    return {
      read,
      pointers,
      config,
      renames,
      contentOf: (path) => tree.blobOf(origins.get(path) ?? path),
      isDecoded,
      notes: [
        ...(isDecoded
          ? []
          : [
              `Findings and verdict are not compared with those of the base: ${formatCount(unknown)} of its files would have to be decoded, and at most ${formatCount(maxBaseFiles)} are.`,
            ]),
        ...(pointers.size === 0
          ? []
          : [
              `${formatQuantity(pointers.size, 'file')} of the base ${pointers.size === 1 ? 'is' : 'are'} in Git LFS and not here: what was found about ${pointers.size === 1 ? 'it' : 'them'} is not compared.`,
            ]),
      ],
    };
  } catch (error) {
    if (!(error instanceof HoldoutError)) throw error;
    const note = `Nothing is compared, as the dataset of the base cannot be read: ${error.message}`;
    return {
      config,
      renames,
      contentOf: () => undefined,
      isDecoded: false,
      pointers: new Set(),
      notes: [note],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function listContents(
  samples: readonly Sample[],
  blobOf: (path: string) => string | undefined,
): Map<string, string> {
  return new Map(
    samples
      .flatMap(({ id, label }) => (label === undefined ? [id] : [id, label]))
      .flatMap((path) => {
        const blob = blobOf(path);
        return blob === undefined ? [] : [[path, blob] as const];
      }),
  );
}

function renameFound(
  { inventory, annotated }: FoundDataset,
  tree: GitTree,
  renames: ReadonlyMap<string, string>,
  today: DatasetOfToday,
): FoundDataset {
  const samples = renameSamples(annotated.samples, renames);
  return {
    inventory: {
      ...inventory,
      samples: renameSamples(inventory.samples, renames),
      problems: renameProblems(inventory.problems, renames),
    },
    annotated:
      'annotations' in annotated
        ? { ...annotated, samples, annotations: renameAnnotations(annotated.annotations, renames) }
        : { samples },
    files: renameFiles(tree, renames, today),
  };
}

/** The files of a tree under the names that they have today. A file that is there today need not be extracted. */
function renameFiles(
  tree: GitTree,
  renames: ReadonlyMap<string, string>,
  { files, blobs }: DatasetOfToday,
): FileSource {
  const origins = new Map([...renames].map(([from, to]) => [to, from]));
  const originOf = (path: string): string => origins.get(path) ?? path;
  return {
    list: async () => {
      const { files: listed, outside } = await tree.list();
      const renamed = listed.map((file) => ({ ...file, path: renames.get(file.path) ?? file.path }));
      return { files: renamed.sort((a, b) => compareText(a.path, b.path)), outside };
    },
    read: (path, maxBytes) => tree.read(originOf(path), maxBytes),
    stream: (path, maxBytes) => tree.stream(originOf(path), maxBytes),
    absolutePath: (path) => {
      const origin = originOf(path);
      const blob = blobs.get(path);
      const isThere = blob !== undefined && blob === tree.blobOf(origin);
      return isThere ? files.absolutePath(path) : tree.absolutePath(origin);
    },
  };
}

/** The dataset without the samples whose files are not here: they can be compared, but nothing can be found in them. */
export function leaveOut(dataset: Dataset, paths: ReadonlySet<string>): Dataset {
  if (paths.size === 0) return dataset;
  return {
    ...dataset,
    samples: dataset.samples.filter(
      ({ id, label }) => !paths.has(id) && (label === undefined || !paths.has(label)),
    ),
  };
}
