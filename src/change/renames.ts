import type { Annotations } from '../model/annotation.ts';
import { compareText, groupBy } from '../model/order.ts';
import type { InventoryProblem } from '../model/inventory.ts';
import type { Sample } from '../model/sample.ts';

/**
 * Files that have gone, by the path under which the same content has appeared. Where several of one content have, they
 * are paired in the order of their paths.
 * @param before content by path
 */
export function findRenames(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Map<string, string> {
  const gone = [...before].filter(([path]) => !after.has(path)).sort(([a], [b]) => compareText(a, b));
  const come = [...after].filter(([path]) => !before.has(path)).sort(([a], [b]) => compareText(a, b));
  const comeByContent = groupBy(come, ([, content]) => content);
  const renames = new Map<string, string>();
  for (const [path, content] of gone) {
    const next = comeByContent.get(content)?.shift();
    if (next) renames.set(path, next[0]);
  }
  return renames;
}

/** The samples under the names that their files have today; sorted by them. */
export function renameSamples(samples: readonly Sample[], renames: ReadonlyMap<string, string>): Sample[] {
  const rename = (path: string): string => renames.get(path) ?? path;
  return samples
    .map((sample) => ({
      ...sample,
      id: rename(sample.id),
      ...(sample.label !== undefined && { label: rename(sample.label) }),
    }))
    .sort((a, b) => compareText(a.id, b.id));
}

/** What an inventory says of files, under the names that they have today. */
export function renameProblems(
  problems: readonly InventoryProblem[],
  renames: ReadonlyMap<string, string>,
): InventoryProblem[] {
  const rename = (path: string): string => renames.get(path) ?? path;
  return problems.map((problem) => {
    switch (problem.kind) {
      case 'conflict':
        return { ...problem, image: rename(problem.image) };
      case 'relocated':
        return { ...problem, foundAt: rename(problem.foundAt) };
      case 'unlisted':
        return { ...problem, path: rename(problem.path) };
      case 'missing-file':
      case 'outside':
      case 'ambiguous':
      case 'row':
      case 'duplicate-header':
      case 'unknown-split':
        return problem;
    }
  });
}

/** What annotations say of images, under the names that the images have today. */
export function renameAnnotations(
  annotations: Annotations,
  renames: ReadonlyMap<string, string>,
): Annotations {
  return {
    ...annotations,
    byImage: new Map(
      [...annotations.byImage].map(([image, outcome]) => [renames.get(image) ?? image, outcome]),
    ),
  };
}
