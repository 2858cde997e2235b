import type { Config } from '../model/config.ts';
import { DatasetError } from '../model/errors.ts';
import type { FileListing, FileSource } from '../model/file-source.ts';
import { decodeText } from './decode-text.ts';
import { joinDrafts, listDrafts, type Drafts } from './draft.ts';
import { draftList } from './draft-list.ts';
import { draftManifest } from './draft-manifest.ts';
import type { Layout } from './layout.ts';
import { readManifest } from './manifest.ts';
import { findNearestName, quoteName } from './nearest-name.ts';
import type { PathResolver } from './path-resolver.ts';
import type { ProblemLog } from './problem-log.ts';
import { cleanConfiguredPath } from './relative-path.ts';
import type { HeldRows } from './row-bounds.ts';
import { readSplitList } from './split-list.ts';

/** Largest manifest read, in bytes. */
export const maxManifestBytes = 4 * 1024 ** 3;

/** Largest list read, in bytes: a few million lines. */
export const maxListBytes = 256 * 1024 ** 2;

/** Drafts of every manifest and list, in the config's order. */
export async function draftSources(
  { samples }: Config,
  layout: Layout,
  files: FileSource,
  listing: FileListing,
  resolver: PathResolver,
  problems: ProblemLog,
): Promise<{ drafts: Drafts; rowsRead: number }> {
  const parts: Drafts[] = [];
  const held: HeldRows = { rows: 0, bytes: 0 };
  let rowsRead = 0;
  for (const manifest of samples.manifests) {
    const path = cleanConfiguredPath(manifest.path, 'samples.manifest');
    requireFile(path, maxManifestBytes, listing);
    const table = await readManifest(() => files.stream(path, maxManifestBytes), path, samples.columns, held);
    for (const problem of table.problems) problems.add(problem);
    rowsRead += table.rowsRead;
    parts.push(draftManifest(table.rows, { ...manifest, path }, samples.columns, layout, resolver));
  }
  for (const { path: configured, split } of samples.lists) {
    const path = cleanConfiguredPath(configured, 'samples.splits');
    requireFile(path, maxListBytes, listing);
    const list = readSplitList(decodeText(await files.read(path, maxListBytes)));
    rowsRead += list.lines.length;
    parts.push(listDrafts(draftList(list, { path, split }, layout, resolver)));
  }
  return { drafts: joinDrafts(parts), rowsRead };
}

function requireFile(path: string, maxBytes: number, listing: FileListing): void {
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
  if (entry.bytes > maxBytes) {
    throw new DatasetError(`${path} has ${entry.bytes} bytes; at most ${maxBytes} are read.`, {
      hint: 'Name a manifest or list here, not a data file, or split it into several.',
    });
  }
}
