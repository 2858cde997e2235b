import type { Config } from '../model/config.ts';
import type { FileSource } from '../model/file-source.ts';
import { draftSources } from './draft-sources.ts';
import { readLayout } from './layout.ts';
import { PathResolver } from './path-resolver.ts';
import { ProblemLog } from './problem-log.ts';
import { settlePaths } from './settle-paths.ts';

/** Images by the line that declares them, by the manifest or list that the line stands in. */
export type ImageLines = ReadonlyMap<string, ReadonlyMap<number, string>>;

/**
 * Which line of which manifest or list is about which image; lines whose image is not there are left out.
 * @throws DatasetError when a source cannot be read at all.
 */
export async function listImageLines(config: Config, files: FileSource): Promise<ImageLines> {
  const listing = await files.list();
  const layout = readLayout(config);
  const problems = new ProblemLog();
  const { drafts } = await draftSources(config, layout, files, listing, new PathResolver(listing), problems);
  const lines = new Map<string, Map<number, string>>();
  for (const { image, location } of settlePaths(drafts, problems)) {
    if (location?.line === undefined) continue;
    const ofFile = lines.get(location.file) ?? new Map<number, string>();
    ofFile.set(location.line, image);
    lines.set(location.file, ofFile);
  }
  return lines;
}
