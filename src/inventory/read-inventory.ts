import type { Config } from '../model/config.ts';
import { DatasetError } from '../model/errors.ts';
import type { FileListing, FileSource } from '../model/file-source.ts';
import type { Inventory } from '../model/inventory.ts';
import { decodeText } from './decode-text.ts';
import type { Draft } from './draft.ts';
import { draftFiles } from './draft-files.ts';
import { draftList } from './draft-list.ts';
import { draftManifest } from './draft-manifest.ts';
import { labelTemplateOf } from './label-template.ts';
import { readLayout, type Layout } from './layout.ts';
import { readManifest } from './manifest.ts';
import { mergeSamples } from './merge-samples.ts';
import { findNearestName, quoteName } from './nearest-name.ts';
import { PathResolver } from './path-resolver.ts';
import { ProblemLog } from './problem-log.ts';
import { cleanConfiguredPath, relativeTo } from './relative-path.ts';
import { reportUnknownSplits } from './report-splits.ts';
import { reportOutsideLinks, reportUnlistedFiles } from './report-unlisted.ts';
import { settlePaths } from './settle-paths.ts';
import { readSplitList } from './split-list.ts';

/** Largest manifest or list read, in bytes: a few million rows. */
const maxSourceBytes = 256 * 1024 * 1024;

/**
 * Reads what a dataset says about its images: manifests, lists and globs, brought together by image. No
 * picture is opened. What cannot be taken at its word is in `problems`, sorted, each once.
 * @throws DatasetError when a source cannot be read at all.
 */
export async function readInventory(config: Config, files: FileSource): Promise<Inventory> {
  const listing = await files.list();
  const layout = readLayout(config);
  const resolver = new PathResolver(listing);
  const problems = new ProblemLog();
  const { drafts, rowsRead } = await draftSources(config, layout, files, listing, resolver, problems);
  const labelOf = labelTemplateOf(config, layout, resolver, problems);
  const named = new Set(
    drafts.map(({ label }) => (label?.resolution.kind === 'found' ? label.resolution.path : '')),
  );
  const found = draftFiles(config.samples.files, listing, layout, labelOf).filter(
    ({ image }) => !named.has(image.written),
  );
  const statements = settlePaths([...drafts, ...found], problems);
  const samples = mergeSamples(statements, {
    config,
    problems,
    labelOf,
    pathOf: (image) => relativeTo(image, layout.root),
  });
  const labels = [...statements, ...samples].map(({ label }) => label).filter((label) => label !== undefined);
  reportUnknownSplits(samples, statements, problems);
  reportUnlistedFiles(listing, statements, new Set(labels), config.samples, layout, problems);
  reportOutsideLinks(listing, resolver.linksMet, config.samples, layout, problems);
  const { manifests, lists } = config.samples;
  return {
    samples,
    problems: problems.toSorted(),
    sources: [...manifests, ...lists].map(({ path }) => path),
    rowsRead,
  };
}

/** Drafts of every manifest and list, in the config's order. */
async function draftSources(
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
