import { orientations, type LikePair, type NearDuplicates } from '../../model/near-duplicates.ts';
import { compareText } from '../../model/order.ts';
import { findCandidates, type Candidate } from './candidates.ts';
import { clusterPairs } from './clusters.ts';
import type { DescribedPicture } from './described-picture.ts';
import { nameLikeness } from './name-likeness.ts';
import { makePairJudge, type JudgedPair } from './pair-judge.ts';
import { Partition } from './partition.ts';
import { setThresholds, type Thresholds } from './thresholds.ts';

export type { DescribedPicture } from './described-picture.ts';

export interface NearDuplicateOptions {
  /** Share of pictures that may have a false alarm, from which the thresholds are set; 0.001 by default. */
  readonly falseAlarmRate?: number;
  /** Pictures that are compared with all their candidates; 2,000 by default. */
  readonly sampledPictures?: number;
}

/**
 * The thresholds follow from the tail of the sampled pictures' scores. Of 2,000 scores 300 lie where the tail's slope is
 * fitted, which gives it within 6 % (1 / √300), and the threshold, 5.3 slopes further up, within a third of a slope: on
 * the benchmark's ultrasound 0.004.
 */
const defaultSample = 2000;
/** Comparisons that may show of a picture that it is no copy: of the benchmark's copies 99 % are among the first three. */
const enoughLooks = 3;
/** Fewer words leave a picture to chance. */
const minWords = 4;

/**
 * Finds pictures that show the same. Pure and deterministic; the order of the pictures does not matter.
 *
 * Data sets of up to `sampledPictures` have all candidates compared. Of larger ones, an even sample has, which sets the
 * thresholds; other candidates are compared strongest first, unless both pictures are known to be copies of one already
 * or have been compared three times in vain. So time grows with the number of pictures, however alike they are.
 */
export function findNearDuplicates(
  pictures: readonly DescribedPicture[],
  { falseAlarmRate = 0.001, sampledPictures = defaultSample }: NearDuplicateOptions = {},
): NearDuplicates {
  const sorted = [...pictures].sort((a, b) => compareText(a.id, b.id));
  const telling = sorted.filter(isTelling);
  const candidates = findCandidates(
    telling.map(({ description }) => description),
    numberParts(telling),
  );
  const judge = makePairJudge(telling);
  const isSampled = sampleEvenly(telling.length, sampledPictures);
  const isOfSample = ({ a, b }: Candidate): boolean => isSampled[a] === 1 || isSampled[b] === 1;
  // Neighbours after each other, so that pictures made ready once are used again.
  const sampled = candidates
    .filter(isOfSample)
    .sort((p, q) => p.a - q.a || p.b - q.b)
    .flatMap((candidate) => judge(candidate) ?? []);
  const thresholds = setThresholds(sampled, isSampled, falseAlarmRate);
  const others = candidates.filter((candidate) => !isOfSample(candidate));
  const { judged, skipped } = judgeOthers(others, judge, sampled, thresholds, telling.length);
  const all = [...sampled, ...judged];
  return {
    clusters: clusterPairs(all.flatMap((pair) => describePair(pair, thresholds, telling))),
    featureless: sorted.filter((picture) => !isTelling(picture)).map(({ id }) => id),
    comparedPairs: all.length,
    skippedPairs: skipped,
    thresholds,
    falseAlarmRate,
  };
}

function isTelling({ description }: DescribedPicture): boolean {
  return description.words.length / 2 >= minWords;
}

/** A number for each picture, the same for those of one part. */
function numberParts(pictures: readonly DescribedPicture[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(pictures, ({ part }, index) => {
    if (part === undefined) return index;
    const number = numbers.get(part) ?? index;
    numbers.set(part, number);
    return number;
  });
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
  judge: (candidate: Candidate) => JudgedPair | undefined,
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

function describePair(
  pair: JudgedPair,
  thresholds: Thresholds,
  pictures: readonly DescribedPicture[],
): LikePair[] {
  const likeness = nameLikeness(pair, thresholds);
  const a = pictures[pair.a]?.id;
  const b = pictures[pair.b]?.id;
  if (!likeness || a === undefined || b === undefined) return [];
  const { correlation, overlap, alignment } = pair.agreement;
  return [
    { a, b, likeness, correlation, overlap, orientation: orientations[alignment.orientation] ?? 'upright' },
  ];
}
