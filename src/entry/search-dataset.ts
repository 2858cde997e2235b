import { searchWithMemory, type SearchMemory } from '../fingerprint/cache/remembered-search.ts';
import type { DescribedPicture } from '../fingerprint/near-duplicates/described-picture.ts';
import { describeSearch } from '../fingerprint/near-duplicates/find-near-duplicates.ts';
import { searchAll } from '../fingerprint/near-duplicates/search-all.ts';
import { searchOn } from '../fingerprint/near-duplicates/search-on.ts';
import type { Search } from '../fingerprint/near-duplicates/search.ts';
import type { Dataset } from '../model/dataset.ts';

/** The pictures of a dataset, described to be searched for near-duplicates. */
export interface Searchable {
  readonly pictures: readonly DescribedPicture[];
  /** Where searches are remembered; without it, none is. */
  readonly memory?: SearchMemory;
}

/** A dataset before it is searched for near-duplicates. */
export interface UnsearchedDataset {
  readonly dataset: Dataset;
  /** Absent where nobody asks for near-duplicates. */
  readonly searchable?: Searchable;
}

/** The dataset with its near-duplicates, where they are asked for. */
export async function searchDataset({ dataset, searchable }: UnsearchedDataset): Promise<Dataset> {
  return searchable ? addSearch(dataset, await searchFor(searchable)) : dataset;
}

/** A dataset and an earlier state of it with their near-duplicates; those of the dataset build on the earlier ones. */
export async function searchBoth(
  now: UnsearchedDataset,
  earlier: UnsearchedDataset,
): Promise<{ readonly dataset: Dataset; readonly earlier: Dataset }> {
  const search = earlier.searchable && (await searchFor(earlier.searchable));
  const found = search && now.searchable && searchOn(search, now.searchable.pictures);
  return {
    dataset: found ? addSearch(now.dataset, found) : await searchDataset(now),
    earlier: search ? addSearch(earlier.dataset, search) : earlier.dataset,
  };
}

async function searchFor({ pictures, memory }: Searchable): Promise<Search> {
  return memory ? await searchWithMemory(pictures, memory) : searchAll(pictures);
}

function addSearch(dataset: Dataset, search: Search): Dataset {
  return { ...dataset, nearDuplicates: describeSearch(search) };
}
