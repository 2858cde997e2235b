import { findNode, findText, locate } from './located-node.ts';
import type { LocatedNode } from './located-node.ts';
import type { Mistake } from './mistake.ts';

/** Annotation files of a dataset whose labels are no boxes: nothing would read them. */
export function findUnreadAnnotations(root: LocatedNode): Mistake[] {
  if (findNode(root, 'labels', 'annotations') === undefined) return [];
  if (findText(root, 'labels', 'kind')?.value === 'boxes') return [];
  return [
    {
      offset: locate(root, ['labels', 'annotations'], 'key'),
      message: '"labels.annotations" is read for boxes only, expected "labels.kind" to be boxes',
    },
  ];
}
