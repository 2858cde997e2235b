import { resolve } from 'node:path';
import { replaceFile } from '../adapters/write-file.ts';
import { maxListBytes, maxManifestBytes } from '../inventory/draft-sources.ts';
import { findImageOfLine } from '../inventory/image-of-line.ts';
import { rewriteSplitColumn } from '../inventory/rewrite-split-column.ts';
import { rewriteSplitLists } from '../inventory/rewrite-split-lists.ts';
import type { Config } from '../model/config.ts';
import { writeCsvCell } from '../model/csv-cell.ts';
import { HoldoutError } from '../model/errors.ts';
import type { FileSource } from '../model/file-source.ts';
import { escapeTerminal } from '../report/escape.ts';
import { renderSplit } from '../report/split-pretty.ts';
import type { SplitRequest } from '../split/propose-split.ts';
import type { WantedSplit } from '../split/wanted-splits.ts';
import { wantsColor, type CliOutside } from './cli-outside.ts';
import { loadDataset } from './load-dataset.ts';
import { drawProgress } from './progress.ts';
import { splitDataset } from './split-dataset.ts';

export interface SplitOptions {
  readonly config?: string;
  readonly new?: true;
  readonly repair?: true;
  readonly folds?: number;
  readonly ratios?: readonly WantedSplit[];
  readonly tolerance?: number;
  readonly seed: number;
  readonly output?: string;
  readonly write?: true;
  readonly workers?: number;
}

const defaultRatios: readonly WantedSplit[] = [
  { name: 'train', ratio: 0.7 },
  { name: 'val', ratio: 0.15 },
  { name: 'test', ratio: 0.15 },
];

/** Proposes a split without leaks, shows what moves, and writes it where it is asked to. */
export async function split(directory: string, options: SplitOptions, outside: CliOutside): Promise<void> {
  const { cwd, stdout, stderr } = outside;
  const { config: configFile, workers, output } = options;
  const root = resolve(cwd, directory);
  const { config, files, dataset } = await loadDataset(
    {
      directory: root,
      ...(configFile !== undefined && { configFile: resolve(cwd, configFile) }),
      ...(workers !== undefined && { workers }),
      ...(stderr.isTTY === true && { onProgress: drawProgress(stderr) }),
    },
    () => new Set(['images', 'masks', 'near-duplicates']),
  );
  const { proposal, splitOf } = splitDataset(dataset, chooseRequest(options));
  stdout.write(renderSplit(proposal, { color: wantsColor(outside) }));
  if (output !== undefined) await replaceFile(resolve(cwd, output), renderCsv(splitOf));
  if (options.write) {
    const written = await rewriteSources(config, files, splitOf);
    for (const [path, content] of written) await replaceFile(resolve(root, path), content);
    stdout.write(`\n${escapeTerminal(`written: ${[...written.keys()].join(', ')}`)}\n`);
  } else if (output === undefined) {
    stdout.write(
      '\nnothing was written: --output FILE writes the split of every image, --write changes your files\n',
    );
  }
}

/** @throws HoldoutError for options that exclude each other */
function chooseRequest({
  new: isNew,
  repair,
  folds,
  ratios,
  tolerance,
  seed,
  write,
}: SplitOptions): SplitRequest {
  if ([isNew, repair, folds].filter((option) => option !== undefined).length > 1)
    throw new HoldoutError('usage', '--new, --repair and --folds exclude each other');
  if (folds !== undefined) {
    if (write)
      throw new HoldoutError('usage', 'folds are not written over your splits', {
        hint: 'use --output FILE',
      });
    return { mode: 'folds', count: folds, seed };
  }
  if (isNew) return { mode: 'new', splits: ratios ?? defaultRatios, seed };
  return { mode: 'repair', splits: ratios, tolerance, seed };
}

/**
 * The files of the dataset that say which split an image is in, changed.
 * @throws HoldoutError where no file says so row by row
 */
async function rewriteSources(
  config: Config,
  files: FileSource,
  splitOf: ReadonlyMap<string, string>,
): Promise<Map<string, Uint8Array | AsyncIterable<Uint8Array>>> {
  const { manifests, lists, columns } = config.samples;
  const isPerFile = manifests.some(({ split: ofAll }) => ofAll !== undefined);
  if (isPerFile || (manifests.length > 0 && lists.length > 0) || manifests.length + lists.length === 0)
    throw new HoldoutError('usage', 'no column and no list says which split an image is in', {
      hint: 'write the splits to a file of their own with --output, and name it as the manifest',
    });
  const imageOf = await findImageOfLine(config, files);
  const find = (path: string, line: number): string | undefined => {
    const image = imageOf(path, line);
    return image === undefined ? undefined : splitOf.get(image);
  };
  if (lists.length > 0) {
    const read = lists.map(async (list) => ({ ...list, bytes: await files.read(list.path, maxListBytes) }));
    return rewriteSplitLists(await Promise.all(read), find);
  }
  const changed = new Map<string, AsyncIterable<Uint8Array>>();
  for (const { path } of manifests) {
    const open = () => files.stream(path, maxManifestBytes);
    changed.set(path, await rewriteSplitColumn(open, path, columns, (line) => find(path, line)));
  }
  return changed;
}

function renderCsv(splitOf: ReadonlyMap<string, string>): string {
  const rows = [...splitOf].map(([image, name]) => [image, name].map((cell) => writeCsvCell(cell)).join(','));
  return ['image,split', ...rows, ''].join('\n');
}
