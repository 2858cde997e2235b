import type { Dataset } from '../../model/dataset.ts';
import { compareText, groupBy } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';
import { findIdenticalImages } from '../duplicates/identical-images.ts';

/** Part of a picture that its copy has to show for their masks to be compared place by place. */
const minOverlap = 0.97;

/**
 * The sets of samples that show one picture: equal pixels, or a copy that was saved again and lies upright and whole on
 * the other. Sorted by their first id, and so are their members.
 */
export function findSamePictures(dataset: Dataset): readonly (readonly Sample[])[] {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    if (root !== id) parents.set(id, root);
    return root;
  };
  const join = (a: string, b: string): void => {
    const [first, second] = [rootOf(a), rootOf(b)].sort(compareText);
    if (first !== undefined && second !== undefined && first !== second) parents.set(second, first);
  };
  for (const { samples } of findIdenticalImages(dataset).clusters)
    for (const { id } of samples) join(samples[0]?.id ?? id, id);
  for (const { tree } of dataset.nearDuplicates?.clusters ?? []) {
    for (const { a, b, likeness, orientation, overlap } of tree)
      if (likeness === 'copy' && orientation === 'upright' && overlap >= minOverlap) join(a, b);
  }
  return [...groupBy(dataset.samples, ({ id }) => rootOf(id)).values()].filter(
    (members) => members.length > 1,
  );
}
