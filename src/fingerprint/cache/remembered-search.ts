import { createHash } from 'node:crypto';
import type { NearDuplicates } from '../../model/near-duplicates.ts';
import { identify, sortPictures, type DescribedPicture } from '../near-duplicates/described-picture.ts';
import { orientationCount } from '../near-duplicates/description/dihedral.ts';
import { searchAll } from '../near-duplicates/search-all.ts';
import type { FoundPair, Search, SearchOutcome } from '../near-duplicates/search.ts';
import { listOf, number, oneOf, record, wholeNumber } from './codec.ts';
import { recallResult, rememberResult, type ResultKind } from './remembered-result.ts';

/** Changes whenever the search finds something else in the same pictures; a test holds it to what it finds. */
export const searchVersion = 2;

export interface SearchMemory {
  readonly folder: string;
  /** Stands for the descriptions that the same bytes have: `kindOf` for images. */
  readonly kind: Buffer;
}

/** Items of a list: no more pictures are audited. */
const maxItems = 16_000_000;

const count = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const place = wholeNumber(0, maxItems);

const codec = record<SearchOutcome>({
  pairs: listOf(
    record<FoundPair>({
      a: place,
      b: place,
      likeness: oneOf(['copy', 'scene']),
      correlation: number,
      overlap: number,
      orientation: wholeNumber(0, orientationCount - 1),
    }),
    maxItems,
  ),
  comparedPairs: count,
  skippedPairs: count,
  thresholds: record<NearDuplicates['thresholds']>({ betweenSubjects: number, withinSubject: number }),
  falseAlarmRate: number,
});

/** Those of a few branches, or of a dataset before and after a change. */
const searches: ResultKind<SearchOutcome> = { name: 'near-duplicates', codec, kept: 4 };

/**
 * What `searchAll` finds, which is remembered in a folder: where the pictures are those of an earlier run, with their
 * subjects and splits, under whatever names, they are not searched again. The folder is a stranger's and may fail, as
 * that of `FingerprintCache`.
 */
export async function searchWithMemory(
  unsorted: readonly DescribedPicture[],
  { folder, kind }: SearchMemory,
): Promise<Search> {
  const pictures = sortPictures(unsorted);
  const key = nameSearch(pictures, kind);
  const known = await recallResult(folder, searches, key);
  if (known?.pairs.every(({ a, b }) => a < b && b < pictures.length)) return { pictures, ...known };
  const search = searchAll(pictures);
  await rememberResult(folder, searches, key, search);
  return search;
}

/** SHA-256 of all that the search looks at; a picture's description follows from its bytes. */
function nameSearch(pictures: readonly DescribedPicture[], kind: Buffer): Buffer {
  const hash = createHash('sha256').update(`${searchVersion}\n`).update(kind);
  for (const picture of pictures) hash.update(`${identify(picture)}\n`);
  return hash.digest();
}
