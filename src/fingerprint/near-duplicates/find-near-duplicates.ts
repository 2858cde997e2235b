import { compareText } from '../../model/order.ts';
import { findCandidates } from './candidates.ts';
import { calibrate } from './calibrate.ts';
import { coverageOf } from './coverage.ts';
import { clusterPairs } from './clusters.ts';
import { judgePicture } from './judged-picture.ts';
import type { PictureDescription } from './picture-description.ts';
import { verifyCopy, type Agreement } from './verify-copy.ts';

export interface DescribedPicture {
  readonly id: string;
  readonly description: PictureDescription;
  /** The patient, animal or plant, where it is known. */
  readonly subject?: string;
}

/**
 * `copy`: one picture was made from the other. `same-scene`: they show the same moment or field, such as neighbouring
 * frames of a clip or two photographs of one object.
 */
export type LikenessKind = 'copy' | 'same-scene';

export interface LikePair {
  readonly a: string;
  readonly b: string;
  readonly kind: LikenessKind;
  readonly agreement: Agreement;
}

export interface LikenessCluster {
  readonly kind: LikenessKind;
  /** Ids, sorted. */
  readonly members: readonly string[];
  /** Pairs that hold the cluster together, best first; capped. */
  readonly pairs: readonly LikePair[];
  /** Verified pairs in all. */
  readonly pairCount: number;
}

export interface NearDuplicateOptions {
  /** Share of pictures that may have a false alarm: the thresholds are set for it. */
  readonly falseAlarmRate?: number;
  readonly maxPairsPerCluster?: number;
}

export interface NearDuplicateReport {
  readonly clusters: readonly LikenessCluster[];
  /** Pictures that show too little to be told apart. */
  readonly featureless: readonly string[];
  readonly judgedPairs: number;
  /** Scores from which pairs of different subjects, and pairs of one or of unknown subjects, count as copies. */
  readonly thresholds: { readonly betweenSubjects: number; readonly withinSubject: number };
}

/** No threshold lies below this, whatever the data say. */
const minThreshold = 0.85;
/** No threshold lies above this: an identical picture saved again scores more. */
const maxThreshold = 0.995;
const minOverlap = 0.5;
/** Words under which a picture is featureless. */
const minWords = 4;
/** Above this drift, pixels of the thumbnail, or this many changed places, one picture was not made from the other. */
const maxDriftPixels = 0.3;
const overlapPenalty = 0.3;

/** Copies that a picture may have before they count as what pictures of the data set are like. */
const trueCopies = 3;

interface Judged {
  readonly a: number;
  readonly b: number;
  readonly score: number;
  readonly agreement: Agreement;
}

/** Finds pictures that show the same. Pure; the order of the pictures does not matter. */
export function findNearDuplicates(
  pictures: readonly DescribedPicture[],
  { falseAlarmRate = 0.001, maxPairsPerCluster = 8 }: NearDuplicateOptions = {},
): NearDuplicateReport {
  const sorted = [...pictures].sort((a, b) => compareText(a.id, b.id));
  const featureless = sorted.filter(({ description }) => description.words.length / 2 < minWords);
  const rich = sorted.filter(({ description }) => description.words.length / 2 >= minWords);
  const judged = judgePairs(rich);
  const sameSubject = ({ a, b }: Judged) => {
    const subject = rich[a]?.subject;
    return subject === undefined || rich[b]?.subject === undefined || subject === rich[b]?.subject;
  };
  const within = judged.filter(sameSubject);
  const between = judged.filter((pair) => !sameSubject(pair));
  const thresholds = {
    betweenSubjects: thresholdOf(between, rich.length, 0, falseAlarmRate),
    withinSubject: thresholdOf(within, rich.length, trueCopies, falseAlarmRate),
  };
  const pairs = judged.flatMap((pair): LikePair[] => {
    const isWithin = sameSubject(pair);
    const lowest = isWithin
      ? Math.min(thresholds.betweenSubjects, thresholds.withinSubject)
      : thresholds.betweenSubjects;
    const a = rich[pair.a]?.id;
    const b = rich[pair.b]?.id;
    if (pair.score < lowest || a === undefined || b === undefined) return [];
    const isCopy =
      (!isWithin || pair.score >= thresholds.withinSubject) &&
      (pair.agreement.residual?.driftPixels ?? Infinity) <= maxDriftPixels;
    return [{ a, b, kind: isCopy ? 'copy' : 'same-scene', agreement: pair.agreement }];
  });
  return {
    clusters: clusterPairs(pairs, maxPairsPerCluster),
    featureless: featureless.map(({ id }) => id),
    judgedPairs: judged.length,
    thresholds,
  };
}

function judgePairs(pictures: readonly DescribedPicture[]): Judged[] {
  const candidates = findCandidates(pictures.map(({ description }) => description));
  const prepared = pictures.map(({ description }) => judgePicture(description));
  return candidates.flatMap(({ a, b, alignment }) => {
    const first = prepared[a];
    const second = prepared[b];
    if (!first || !second) return [];
    const measured = verifyCopy(first, second, alignment);
    const from = pictures[a]?.description;
    const to = pictures[b]?.description;
    if (!from || !to) return [];
    const agreement = {
      ...measured,
      overlap: Math.min(measured.overlap, coverageOf(from, to, measured.alignment)),
    };
    if (!(agreement.overlap >= minOverlap)) return [];
    return [{ a, b, agreement, score: agreement.correlation - overlapPenalty * (1 - agreement.overlap) }];
  });
}

function thresholdOf(
  pairs: readonly Judged[],
  pictures: number,
  rank: number,
  falseAlarmRate: number,
): number {
  const scores = Array.from({ length: pictures }, (): number[] => []);
  for (const { a, b, score } of pairs) {
    scores[a]?.push(score);
    scores[b]?.push(score);
  }
  const impostors = scores.flatMap((own) => own.sort((p, q) => q - p)[rank] ?? []);
  return Math.min(
    maxThreshold,
    Math.max(minThreshold, calibrate(Float64Array.from(impostors), pictures, falseAlarmRate)),
  );
}
