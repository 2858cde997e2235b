import { findNode, listEntries, listItems } from './located-node.ts';
import type { LocatedNode } from './located-node.ts';
import type { Mistake } from './mistake.ts';
import { quote } from './show-text.ts';

/**
 * A path relative to the dataset's directory, with `/`, without `.` and `..`; `''` is the directory itself.
 * Undefined where the path leads out of it or starts at a drive or the file system's root.
 */
export function normalizePath(path: string): string | undefined {
  const slashed = path.replaceAll('\\', '/');
  if (slashed.startsWith('/') || /^[a-z]:/i.test(slashed)) return undefined;
  const steps: string[] = [];
  for (const step of slashed.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join('/');
}

/** Paths that lead out of the dataset's directory, from where nothing is ever read. */
export function findOutsidePaths(root: LocatedNode): Mistake[] {
  const fields = ['root', 'labelRoot', 'manifest', 'splits', 'files'].map((field) => ['samples', field]);
  return [...fields, ['labels', 'annotations']].flatMap((path) =>
    listTexts(findNode(root, ...path)).flatMap(({ offset, value }) =>
      normalizePath(value) === undefined
        ? [
            {
              offset,
              message: `${quote(value)} leads out of the dataset's directory, expected a path inside it`,
            },
          ]
        : [],
    ),
  );
}

/** A path, or the paths of a list, or those of a mapping's values. */
function listTexts(node: LocatedNode | undefined): { offset: number; value: string }[] {
  if (node === undefined) return [];
  if (node.kind === 'scalar')
    return typeof node.value === 'string' ? [{ offset: node.offset, value: node.value }] : [];
  const below = node.kind === 'list' ? listItems(node) : listEntries(node).map(([, { value }]) => value);
  return below.flatMap(listTexts);
}
