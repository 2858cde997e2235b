import type { Config } from '../model/config.ts';
import type { FileListing, FileSource } from '../model/file-source.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Sample } from '../model/sample.ts';
import { joinDrafts, listDrafts, type Drafts } from './draft.ts';
import { draftFiles } from './draft-files.ts';
import { draftSources } from './draft-sources.ts';
import { labelTemplateOf } from './label-template.ts';
import { readLayout } from './layout.ts';
import { mergeSamples } from './merge-samples.ts';
import { PathResolver } from './path-resolver.ts';
import { ProblemLog } from './problem-log.ts';
import { relativeTo } from './relative-path.ts';
import { reportUnknownSplits } from './report-splits.ts';
import { reportOutsideLinks, reportUnlistedFiles } from './report-unlisted.ts';
import { noFile, settlePaths, type SettledFiles } from './settle-paths.ts';

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
  const named = config.samples.files.length > 0 ? namedLabels(drafts) : new Set();
  const found = draftFiles(config.samples.files, listing, layout, labelOf).filter(
    ({ image }) => !named.has(image.written),
  );
  const all = joinDrafts([drafts, listDrafts(found)]);
  const settled = settlePaths(all, resolver, problems);
  const samples = mergeSamples(all, settled, listing, {
    config,
    problems,
    labelOf,
    pathOf: (image) => relativeTo(image, layout.root),
  });
  reportUnknownSplits(samples, all, settled, problems);
  const images = new Set(samples.map(({ id }) => id));
  const labels = labelsInUse(samples, settled, listing);
  reportUnlistedFiles(listing, images, labels, config.samples, layout, problems);
  reportOutsideLinks(listing, resolver.linksMet, config.samples, layout, problems);
  const { manifests, lists } = config.samples;
  return {
    samples,
    problems: problems.toSorted(),
    sources: [...manifests, ...lists].map(({ path }) => path),
    rowsRead,
  };
}

/** The files that sources name as labels just as they are called. */
function namedLabels(drafts: Drafts): ReadonlySet<string> {
  const named = new Set<string>();
  for (let index = 0; index < drafts.length; index++) {
    const resolution = drafts.label(index)?.resolution;
    if (resolution?.kind === 'found') named.add(resolution.path);
  }
  return named;
}

/** The files that are the label of a sample, or that are said to be. */
function labelsInUse(
  samples: readonly Sample[],
  { images, labels }: SettledFiles,
  { files }: FileListing,
): ReadonlySet<string> {
  const inUse = new Set<string>();
  for (const { label } of samples) if (label !== undefined) inUse.add(label);
  for (const [index, place] of labels.entries()) {
    const label = files[place]?.path;
    if (label !== undefined && (images[index] ?? noFile) >= 0) inUse.add(label);
  }
  return inUse;
}
