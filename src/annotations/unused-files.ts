import { annotationExtensions, extensionOf } from './read-annotation-file.ts';

/**
 * Files that may annotate an image that is not there: of the extension and in the folder of an annotation in use, not
 * in use themselves, and called like no other file of the dataset. A name may have more to it than the image's, behind
 * a `_`, `-` or `.`. Sorted as `listed`.
 * @param listed paths of all files of the dataset
 * @param used paths of annotations and of files that declare samples
 */
export function findUnusedFiles(
  listed: readonly string[],
  labels: ReadonlySet<string>,
  used: ReadonlySet<string>,
): string[] {
  const places = new Set([...labels].map(placeOf));
  const stems = new Set(listed.filter((path) => !isAnnotation(path)).map(stemOf));
  return listed.filter(
    (path) =>
      isAnnotation(path) && places.has(placeOf(path)) && !used.has(path) && !startsLike(stemOf(path), stems),
  );
}

function isAnnotation(path: string): boolean {
  return annotationExtensions.some((extension) => extension === extensionOf(path));
}

/** Folder and extension. */
function placeOf(path: string): string {
  return `${path.slice(0, path.lastIndexOf('/') + 1)}*${extensionOf(path)}`;
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, path.length - extensionOf(path).length);
}

function startsLike(stem: string, stems: ReadonlySet<string>): boolean {
  if (stems.has(stem)) return true;
  return [...stem.matchAll(/[-_.]/g)].some(({ index }) => stems.has(stem.slice(0, index)));
}
