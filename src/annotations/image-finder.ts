/**
 * A function that finds the image that a file for many images means by a name: the one at the path under `root`, in
 * the dataset's directory or beside the file; failing that, the only one whose path ends in the name. Of an absolute
 * path, which is of another machine, leading folders are left out one by one.
 * @param images paths of the dataset
 * @param root the folder of images
 */
export function compileImageFinder(
  images: Iterable<string>,
  root: string,
): (name: string, file: string) => string | undefined {
  const paths = new Set(images);
  const byEnd = indexEnds(paths);
  return (name, file) => {
    const slashed = name.replaceAll('\\', '/');
    const isAbsolute = slashed.startsWith('/') || /^[a-z]:/i.test(slashed);
    const steps = slashed.split('/').filter((step) => step !== '' && step !== '.');
    if (steps.length > maxSteps) return undefined;
    const written = steps.join('/');
    for (const folder of [root, '', file.slice(0, Math.max(0, file.lastIndexOf('/')))]) {
      const path = folder === '' ? written : `${folder}/${written}`;
      if (!isAbsolute && paths.has(path)) return path;
    }
    for (let left = 0; left < (isAbsolute ? steps.length : 1); left++) {
      const found = byEnd.get(steps.slice(left).join('/'));
      if (found !== undefined) return found === ambiguous ? undefined : found;
    }
    return undefined;
  };
}

const ambiguous = Symbol('several images end so');
const maxSteps = 100;

/** The one image of every end of a path, cut between folders. */
function indexEnds(paths: Iterable<string>): Map<string, string | typeof ambiguous> {
  const byEnd = new Map<string, string | typeof ambiguous>();
  for (const path of paths) {
    for (let at = 0; ;) {
      const end = path.slice(at);
      byEnd.set(end, byEnd.has(end) ? ambiguous : path);
      const next = path.indexOf('/', at);
      if (next < 0) break;
      at = next + 1;
    }
  }
  return byEnd;
}
