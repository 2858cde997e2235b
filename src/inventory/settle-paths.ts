import type { Draft, LocatedPath, Statement } from './draft.ts';
import type { SourceLocation } from '../model/sample.ts';
import type { ProblemLog } from './problem-log.ts';

const maxPathShown = 200;

/**
 * Judges where the paths of all drafts lead and reports those that lead elsewhere or nowhere. A draft without
 * an image is dropped; one without its label stays.
 */
export function settlePaths(drafts: readonly Draft[], problems: ProblemLog): Statement[] {
  const images = collectFound(drafts.map(({ image }) => image));
  const labels = collectFound(drafts.map(({ label }) => label));
  const statements: Statement[] = [];
  for (const { image, label, ...said } of drafts) {
    const path = settlePath('image', image, images, said.location, problems);
    const labelPath = label && settlePath('label', label, labels, said.location, problems);
    if (path === undefined) continue;
    const hasLostLabel = label !== undefined && labelPath === undefined;
    statements.push({
      ...said,
      image: path,
      ...(labelPath === undefined ? {} : { label: labelPath }),
      hasLostLabel,
    });
  }
  return statements;
}

function collectFound(paths: readonly (LocatedPath | undefined)[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of paths) if (path?.resolution.kind === 'found') found.add(path.resolution.path);
  return found;
}

/**
 * The listed file that a path leads to; undefined, with a problem, when there is none to be had.
 * @param taken files that some row names exactly
 */
function settlePath(
  role: 'image' | 'label',
  { written, resolution }: LocatedPath,
  taken: ReadonlySet<string>,
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
      if (resolution.isByNameAlone && taken.has(resolution.path)) {
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
