import type { SourceLocation } from '../model/sample.ts';
import type { Drafts, LocatedPath } from './draft.ts';
import type { PathResolver } from './path-resolver.ts';
import type { ProblemLog } from './problem-log.ts';

const maxPathShown = 200;

/** In the place of a listed file: none is named. */
export const noFile = -1;
/** In the place of a listed file: the one that is named cannot be had. */
export const lostFile = -2;
const unjudged = -3;

/** The listed files that each draft is about: their places in the listing, `noFile` or `lostFile`. */
export interface SettledFiles {
  readonly images: Int32Array;
  readonly labels: Int32Array;
}

/** Judges where the paths of all drafts lead and reports those that lead elsewhere or nowhere. */
export function settlePaths(drafts: Drafts, resolver: PathResolver, problems: ProblemLog): SettledFiles {
  const placeOf = (path: string): number => resolver.placeOf(path) ?? lostFile;
  const images = new Int32Array(drafts.length);
  const labels = new Int32Array(drafts.length);
  const locate = (located: LocatedPath | undefined): number =>
    located === undefined
      ? noFile
      : located.resolution.kind === 'found'
        ? placeOf(located.resolution.path)
        : unjudged;
  for (let index = 0; index < drafts.length; index++) {
    images[index] = locate(drafts.image(index));
    labels[index] = locate(drafts.label(index));
  }
  const takenImages = markPlaces(images, resolver.fileCount);
  const takenLabels = markPlaces(labels, resolver.fileCount);
  for (let index = 0; index < drafts.length; index++) {
    const judge = (role: 'image' | 'label', located: LocatedPath | undefined, taken: Uint8Array): number => {
      if (located === undefined) return noFile;
      const { location } = drafts.said(index);
      const path = settlePath(role, located, (other) => taken[placeOf(other)] === 1, location, problems);
      return path === undefined ? lostFile : placeOf(path);
    };
    if (images[index] === unjudged) images[index] = judge('image', drafts.image(index), takenImages);
    if (labels[index] === unjudged) labels[index] = judge('label', drafts.label(index), takenLabels);
  }
  return { images, labels };
}

/** 1 at each place of the listing that is among `places`. */
function markPlaces(places: Int32Array, listed: number): Uint8Array {
  const marks = new Uint8Array(listed);
  for (const place of places) if (place >= 0) marks[place] = 1;
  return marks;
}

/**
 * The listed file that a path leads to; undefined, with a problem, when there is none to be had.
 * @param isTaken whether some row names a file exactly
 */
function settlePath(
  role: 'image' | 'label',
  { written, resolution }: LocatedPath,
  isTaken: (path: string) => boolean,
  location: SourceLocation | undefined,
  problems: ProblemLog,
): string | undefined {
  const path = written.length > maxPathShown ? `${written.slice(0, maxPathShown)}…` : written;
  const where = location === undefined ? {} : { location };
  const missing = { kind: 'missing-file', role, path, ...where } as const;
  switch (resolution.kind) {
    case 'found':
      return resolution.path;
    case 'relocated':
      // The folder disagrees and another row owns the file: this is more likely another file, not there.
      if (resolution.isByNameAlone && isTaken(resolution.path)) {
        problems.add(missing);
        return undefined;
      }
      if (location) problems.add({ kind: 'relocated', path, foundAt: resolution.path, location });
      return resolution.path;
    case 'ambiguous':
      if (location) problems.add({ kind: 'ambiguous', path, candidates: resolution.candidates, location });
      return undefined;
    case 'outside':
      problems.add({ kind: 'outside', path, ...where });
      return undefined;
    case 'missing':
      problems.add(missing);
      return undefined;
  }
}
