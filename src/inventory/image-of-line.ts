import type { Config } from '../model/config.ts';
import type { FileSource } from '../model/file-source.ts';
import { draftSources } from './draft-sources.ts';
import { readLayout } from './layout.ts';
import { PathResolver } from './path-resolver.ts';
import { ProblemLog } from './problem-log.ts';
import { noFile, settlePaths } from './settle-paths.ts';
import { NumberList } from './text-columns.ts';

/** The image that a line of a manifest or list is about; undefined where it is not there. */
export type ImageOfLine = (path: string, line: number) => string | undefined;

/** Lines that are about an image, ascending, with the image's place in the listing. */
interface FileLines {
  readonly lines: NumberList;
  readonly places: NumberList;
}

/**
 * Finds out which line of which manifest or list is about which image.
 * @throws DatasetError when a source cannot be read at all.
 */
export async function findImageOfLine(config: Config, files: FileSource): Promise<ImageOfLine> {
  const listing = await files.list();
  const layout = readLayout(config);
  const problems = new ProblemLog();
  const resolver = new PathResolver(listing);
  const { drafts } = await draftSources(config, layout, files, listing, resolver, problems);
  const { images } = settlePaths(drafts, resolver, problems);
  const held = { bytes: 0 };
  const byFile = new Map<string, FileLines>();
  for (let index = 0; index < drafts.length; index++) {
    const place = images[index] ?? noFile;
    const { location } = drafts.said(index);
    if (place < 0 || location?.line === undefined) continue;
    const ofFile = byFile.get(location.file) ?? { lines: new NumberList(held), places: new NumberList(held) };
    byFile.set(location.file, ofFile);
    const { lines, places } = ofFile;
    // A file that the config names twice comes twice.
    if (lines.length > 0 && location.line <= lines.get(lines.length - 1)) continue;
    lines.push(location.line);
    places.push(place);
  }
  return (path, line) => {
    const ofFile = byFile.get(path);
    const index = ofFile && findAscending(ofFile.lines, line);
    return index === undefined ? undefined : listing.files[ofFile?.places.get(index) ?? noFile]?.path;
  };
}

function findAscending(numbers: NumberList, wanted: number): number | undefined {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers.get(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low < numbers.length && numbers.get(low) === wanted ? low : undefined;
}
