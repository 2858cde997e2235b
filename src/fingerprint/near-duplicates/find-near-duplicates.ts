import { orientations, type LikePair, type NearDuplicates } from '../../model/near-duplicates.ts';
import { compareText } from '../../model/order.ts';
import { clusterPairs } from './clusters.ts';
import type { DescribedPicture } from './described-picture.ts';
import { invert } from './description/dihedral.ts';
import { searchAll } from './search-all.ts';
import { isTelling, type FoundPair, type Search, type SearchOptions } from './search.ts';

export type { DescribedPicture } from './described-picture.ts';

/** Finds pictures that show the same, as `searchAll` does. */
export function findNearDuplicates(
  pictures: readonly DescribedPicture[],
  options?: SearchOptions,
): NearDuplicates {
  return describeSearch(searchAll(pictures, options));
}

/** What a search has found, by the names of the pictures. */
export function describeSearch({ pictures, pairs, ...numbers }: Search): NearDuplicates {
  const blank = pictures.filter((picture) => !isTelling(picture));
  return {
    clusters: clusterPairs(pairs.flatMap((pair) => describePair(pair, pictures))),
    featureless: blank.map(({ id }) => id).sort(compareText),
    ...numbers,
  };
}

function describePair(
  { a, b, orientation, ...likeness }: FoundPair,
  pictures: readonly DescribedPicture[],
): LikePair[] {
  const [first, second] = [pictures[a]?.id, pictures[b]?.id];
  if (first === undefined || second === undefined) return [];
  const inOrder = compareText(first, second) < 0;
  const name = orientations[inOrder ? orientation : invert(orientation)] ?? 'upright';
  const ids = inOrder ? { a: first, b: second } : { a: second, b: first };
  return [{ ...ids, ...likeness, orientation: name }];
}
