import { findCandidates, type Candidate } from './candidates.ts';
import { sortPictures, type DescribedPicture } from './described-picture.ts';
import { findLayouts } from './comparison/layout.ts';
import { nameLikeness } from './name-likeness.ts';
import { judgeAll, makePairJudge, type JudgedPair, type PairJudge } from './comparison/pair-judge.ts';
import { Partition } from './partition.ts';
import { isTelling, nameFound, numberParts, type Search, type SearchOptions } from './search.ts';
import { setThresholds, type Thresholds } from './thresholds.ts';

/**
 * The thresholds follow from the tail of the sampled pictures' scores. Of 2,000 scores 300 lie where the tail's slope is
 * fitted, which gives it within 6 % (1 / √300), and the threshold, 5.3 slopes further up, within a third of a slope: on
 * the benchmark's ultrasound 0.004.
 */
const defaultSample = 2000;
/** Comparisons that may show of a picture that it is no copy: of the benchmark's copies 99 % are among the first three. */
const enoughLooks = 3;

/**
 * Compares all pictures. Pure and deterministic; neither the order of the pictures nor their names matter.
 *
 * Data sets of up to `sampledPictures` have all candidates compared. Of larger ones, an even sample has, which sets the
 * thresholds; other candidates are compared strongest first, unless both pictures are known to be copies of one already
 * or have been compared three times in vain. So time grows with the number of pictures, however alike they are.
 */
export function searchAll(
  unsorted: readonly DescribedPicture[],
  { falseAlarmRate = 0.001, sampledPictures = defaultSample }: SearchOptions = {},
): Search {
  const pictures = sortPictures(unsorted);
  const places = pictures.flatMap((picture, place) => (isTelling(picture) ? [place] : []));
  const telling = pictures.filter(isTelling);
  const descriptions = telling.map(({ description }) => description);
  const candidates = findCandidates(descriptions, numberParts(telling));
  const judge = makePairJudge(telling, findLayouts(descriptions));
  const isSampled = sampleEvenly(telling.length, sampledPictures);
  const isOfSample = ({ a, b }: Candidate): boolean => isSampled[a] === 1 || isSampled[b] === 1;
  const sampled = judgeAll(candidates.filter(isOfSample), judge);
  const thresholds = setThresholds(sampled, isSampled, falseAlarmRate);
  const others = candidates.filter((candidate) => !isOfSample(candidate));
  const { judged, skipped } = judgeOthers(others, judge, sampled, thresholds, telling.length);
  const all = [...sampled, ...judged];
  return {
    pictures,
    pairs: nameFound(all, thresholds, places),
    comparedPairs: all.length,
    skippedPairs: skipped,
    thresholds,
    falseAlarmRate,
  };
}

/** 1 for each item of an even sample. */
function sampleEvenly(items: number, sample: number): Uint8Array {
  const flags = new Uint8Array(items);
  const count = Math.min(items, sample);
  for (let at = 0; at < count; at++) flags[Math.floor((at * items) / count)] = 1;
  return flags;
}

/** Compares candidates, strongest first, that may tell what is not known yet. */
function judgeOthers(
  candidates: readonly Candidate[],
  judge: PairJudge,
  known: readonly JudgedPair[],
  thresholds: Thresholds,
  pictures: number,
): { judged: JudgedPair[]; skipped: number } {
  const copies = new Partition(pictures);
  const looks = new Uint8Array(pictures);
  const learn = (pair: JudgedPair): void => {
    if (nameLikeness(pair, thresholds) === 'copy') return copies.join(pair.a, pair.b);
    for (const picture of [pair.a, pair.b]) looks[picture] = Math.min(enoughLooks, (looks[picture] ?? 0) + 1);
  };
  known.forEach(learn);
  const judged: JudgedPair[] = [];
  let skipped = 0;
  for (const candidate of candidates) {
    const { a, b } = candidate;
    const isInVain = looks[a] === enoughLooks && looks[b] === enoughLooks;
    if (isInVain || copies.areTogether(a, b)) {
      skipped++;
      continue;
    }
    const pair = judge(candidate);
    if (!pair) continue;
    judged.push(pair);
    learn(pair);
  }
  return { judged, skipped };
}
