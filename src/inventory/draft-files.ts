import picomatch from 'picomatch';
import { DatasetError } from '../model/errors.ts';
import type { FileListing } from '../model/file-source.ts';
import type { Draft } from './draft.ts';
import { hasImageExtension } from './image-extensions.ts';
import type { Layout } from './layout.ts';
import { quoteName } from './nearest-name.ts';
import { isUnder, relativeTo } from './relative-path.ts';

/**
 * The pictures under the root that a glob names, as drafts that say nothing else. Globs that start with `!`
 * take pictures away. Files in a folder of labels are none, nor are those that `labelOf` gives for a picture.
 */
export function draftFiles(
  globs: readonly string[],
  listing: FileListing,
  layout: Layout,
  labelOf: (image: string) => string | undefined,
): Draft[] {
  if (globs.length === 0) return [];
  const isNamed = compileGlobs(globs);
  const pictures = listing.files
    .map(({ path }) => path)
    .filter((path) => isUnder(path, layout.root) && hasImageExtension(path))
    .filter((path) => !(layout.hasLabelFolder && isUnder(path, layout.labelRoot)))
    .filter((path) => isNamed(relativeTo(path, layout.root)));
  const labels = new Set(pictures.map(labelOf));
  return pictures
    .filter((path) => !labels.has(path))
    .map((path) => ({
      said: { splits: [], groups: {} },
      image: { written: path, resolution: { kind: 'found', path } },
    }));
}

/** Folders, relative to the root, below which globs look: their parts before the first wildcard. */
export function globBases(globs: readonly string[]): string[] {
  return globs.filter((glob) => !glob.startsWith('!')).map((glob) => picomatch.scan(glob).base);
}

function compileGlobs(globs: readonly string[]): (path: string) => boolean {
  const given = globs.filter((glob) => !glob.startsWith('!')).map(compileGlob);
  const taken = globs.filter((glob) => glob.startsWith('!')).map((glob) => compileGlob(glob.slice(1)));
  return (path) => given.some((matches) => matches(path)) && !taken.some((matches) => matches(path));
}

function compileGlob(glob: string): (path: string) => boolean {
  try {
    const matches = picomatch(glob.replace(/^\.?\//, ''), { windows: false });
    return (path) => matches(path);
  } catch (cause) {
    throw new DatasetError(`samples.files holds ${quoteName(glob)}, which is no glob.`, {
      hint: 'A glob names files relative to samples.root, such as **/*.png.',
      cause,
    });
  }
}
