import type { Config } from '../model/config.ts';
import type { FileSource } from '../model/file-source.ts';
import type { Inventory } from '../model/inventory.ts';
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
import { settlePaths } from './settle-paths.ts';

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
