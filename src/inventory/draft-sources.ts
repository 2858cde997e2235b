import type { Config } from '../model/config.ts';
import { DatasetError } from '../model/errors.ts';
import type { FileListing, FileSource } from '../model/file-source.ts';
import { decodeText } from './decode-text.ts';
import type { Draft } from './draft.ts';
import { draftList } from './draft-list.ts';
import { draftManifest } from './draft-manifest.ts';
import type { Layout } from './layout.ts';
import { readManifest } from './manifest.ts';
import { findNearestName, quoteName } from './nearest-name.ts';
import type { PathResolver } from './path-resolver.ts';
import type { ProblemLog } from './problem-log.ts';
import { cleanConfiguredPath } from './relative-path.ts';
import { readSplitList } from './split-list.ts';

/** Largest manifest or list read, in bytes: a few million rows. */
export const maxSourceBytes = 256 * 1024 * 1024;

/** Drafts of every manifest and list, in the config's order. */
export async function draftSources(
  { samples }: Config,
  layout: Layout,
  files: FileSource,
  listing: FileListing,
  resolver: PathResolver,
  problems: ProblemLog,
): Promise<{ drafts: Draft[]; rowsRead: number }> {
  const drafts: Draft[] = [];
  let rowsRead = 0;
  for (const manifest of samples.manifests) {
    const path = cleanConfiguredPath(manifest.path, 'samples.manifest');
    const table = readManifest(await readText(path, files, listing), path, samples.columns);
    for (const problem of table.problems) problems.add(problem);
    rowsRead += table.rowsRead;
    for (const draft of draftManifest(table.rows, { ...manifest, path }, samples.columns, layout, resolver))
      drafts.push(draft);
  }
  for (const { path: configured, split } of samples.lists) {
    const path = cleanConfiguredPath(configured, 'samples.splits');
    const list = readSplitList(await readText(path, files, listing));
    rowsRead += list.lines.length;
    for (const draft of draftList(list, { path, split }, layout, resolver)) drafts.push(draft);
  }
  return { drafts, rowsRead };
}

async function readText(path: string, files: FileSource, listing: FileListing): Promise<string> {
  const entry = listing.files.find((file) => file.path === path);
  if (!entry) {
    const nearest = findNearestName(
      path,
      listing.files.map((file) => file.path),
    );
    throw new DatasetError(`There is no file ${quoteName(path)} in the dataset.`, {
      hint:
        nearest === undefined
          ? "The config's manifests and lists are relative to the dataset's directory."
          : `Did you mean ${quoteName(nearest)}?`,
    });
  }
  if (entry.bytes > maxSourceBytes) {
    throw new DatasetError(`${path} has ${entry.bytes} bytes; at most ${maxSourceBytes} are read.`, {
      hint: 'Name a manifest or list here, not a data file, or split it into several.',
    });
  }
  return decodeText(await files.read(path, maxSourceBytes));
}
