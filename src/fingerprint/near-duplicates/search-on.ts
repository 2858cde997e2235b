import { findCandidates } from './candidates.ts';
import { compareIdentity, sortPictures, type DescribedPicture } from './described-picture.ts';
import { findLayouts, type LayoutOf } from './comparison/layout.ts';
import { judgeAll, makePairJudge } from './comparison/pair-judge.ts';
import { Partition } from './partition.ts';
import { isTelling, nameFound, numberParts, type FoundPair, type Search } from './search.ts';

/** Of more pictures that are new, thresholds and layouts of the earlier search would say little. */
const maxNewShare = 0.05;
/** Words of new pictures times words of all, which are compared one by one: some ten seconds. */
const maxComparedWords = 1e10;

/**
 * Searches pictures of which most have been searched before. What was found among those is taken as it is; new pictures
 * are compared with all, by the thresholds and the layouts of the earlier search, so that a few pictures do not change
 * what counts as alike. Pure and deterministic, as `searchAll`.
 *
 * A picture is new where no picture of the earlier search has its bytes, subject and part; and where a picture is gone that
 * held copies together, these are compared anew, as not all of their pairs had been.
 * @returns undefined where so many are new that all are to be searched
 */
export function searchOn(earlier: Search, unsorted: readonly DescribedPicture[]): Search | undefined {
  const pictures = sortPictures(unsorted);
  const kept = findKept(earlier.pictures, pictures);
  const pairs = keepPairs(earlier.pairs, kept);
  const isNew = new Uint8Array(pictures.length).fill(1);
  for (const place of kept) if (place >= 0) isNew[place] = 0;
  for (const place of listParted(earlier, kept, pairs, pictures.length)) isNew[place] = 1;
  const telling = pictures.flatMap((picture, place) => (isTelling(picture) ? [place] : []));
  const fresh = telling.filter((place) => isNew[place] === 1);
  if (!isWorthIt(fresh, telling, pictures)) return undefined;

  const places = [...fresh, ...telling.filter((place) => isNew[place] !== 1)];
  const compared = places.flatMap((place) => pictures[place] ?? []);
  const descriptions = compared.map(({ description }) => description);
  const candidates = findCandidates(descriptions, numberParts(compared), fresh.length);
  const layoutOf = preferEarlier(earlier.pictures, compared);
  const judged = judgeAll(candidates, makePairJudge(compared, layoutOf));
  const { thresholds, comparedPairs, skippedPairs, falseAlarmRate } = earlier;
  return {
    pictures,
    pairs: [
      ...pairs.filter(({ a, b }) => isNew[a] !== 1 && isNew[b] !== 1),
      ...nameFound(judged, thresholds, places),
    ],
    comparedPairs: comparedPairs + judged.length,
    skippedPairs,
    thresholds,
    falseAlarmRate,
  };
}

/** Where the pictures of the earlier search stand now; −1 where they are gone. Both lists are sorted alike. */
function findKept(earlier: readonly DescribedPicture[], pictures: readonly DescribedPicture[]): Int32Array {
  const kept = new Int32Array(earlier.length).fill(-1);
  for (let at = 0, place = 0; ;) {
    const [before, now] = [earlier[at], pictures[place]];
    if (!before || !now) return kept;
    const order = compareIdentity(before, now);
    if (order === 0) kept[at] = place;
    if (order <= 0) at++;
    if (order >= 0) place++;
  }
}

function keepPairs(pairs: readonly FoundPair[], kept: Int32Array): FoundPair[] {
  return pairs.flatMap((pair) => {
    // Both lists are sorted alike: `a` stays before `b`.
    const [a, b] = [kept[pair.a] ?? -1, kept[pair.b] ?? -1];
    return a < 0 || b < 0 ? [] : [{ ...pair, a, b }];
  });
}

/** Places of copies that belonged together and no longer do. */
function listParted(
  { pictures: earlier, pairs }: Search,
  kept: Int32Array,
  keptPairs: readonly FoundPair[],
  count: number,
): number[] {
  const before = new Partition(earlier.length);
  for (const { a, b, likeness } of pairs) if (likeness === 'copy') before.join(a, b);
  const after = new Partition(count);
  for (const { a, b, likeness } of keptPairs) if (likeness === 'copy') after.join(a, b);
  const groups = new Map<number, number[]>();
  kept.forEach((place, at) => {
    if (place < 0) return;
    const group = before.rootOf(at);
    const members = groups.get(group);
    if (members) members.push(place);
    else groups.set(group, [place]);
  });
  return [...groups.values()]
    .filter(([first = 0, ...others]) => others.some((place) => !after.areTogether(first, place)))
    .flat();
}

function isWorthIt(
  fresh: readonly number[],
  telling: readonly number[],
  pictures: readonly DescribedPicture[],
): boolean {
  const countWords = (places: readonly number[]): number =>
    places.reduce((sum, place) => sum + (pictures[place]?.description.words.length ?? 0) / 2, 0);
  return (
    fresh.length <= maxNewShare * telling.length &&
    countWords(fresh) * countWords(telling) <= maxComparedWords
  );
}

/** The layouts of the earlier search, and those of pictures now for sources that had none. */
function preferEarlier(
  earlier: readonly DescribedPicture[],
  pictures: readonly DescribedPicture[],
): LayoutOf {
  const [before, now] = [earlier, pictures].map((searched) =>
    findLayouts(searched.filter(isTelling).map(({ description }) => description)),
  );
  return (description) => before?.(description) ?? now?.(description);
}
