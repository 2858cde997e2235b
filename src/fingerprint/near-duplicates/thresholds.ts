import type { NearDuplicates } from '../../model/near-duplicates.ts';
import { calibrate } from './calibrate.ts';
import { minThreshold, type JudgedPair } from './comparison/pair-judge.ts';

export type Thresholds = NearDuplicates['thresholds'];

/** No threshold lies above this: a picture saved again as JPEG scores more. */
const maxThreshold = 0.985;
/** One patient under two names, with whole clips, must not raise the threshold between subjects out of reach. */
const maxThresholdBetween = 0.88;
/** Copies that a picture may have before they count as what pictures of its data set are like. */
const trueCopies = 3;

/**
 * Sets the thresholds by what pictures of the data set that are no copies score.
 * @param pairs all pairs of the sampled pictures
 * @param isSampled 1 for each sampled picture
 */
export function setThresholds(
  pairs: readonly JudgedPair[],
  isSampled: Uint8Array,
  falseAlarmRate: number,
): Thresholds {
  const sampled = isSampled.reduce((sum, flag) => sum + flag, 0);
  const calibrateOn = (own: readonly JudgedPair[], highest: number): number => {
    const threshold = calibrate(impostorScores(own, isSampled), sampled, falseAlarmRate);
    return Math.min(highest, Math.max(minThreshold, threshold));
  };
  return {
    betweenSubjects: calibrateOn(
      pairs.filter(({ isWithin }) => !isWithin),
      maxThresholdBetween,
    ),
    withinSubject: calibrateOn(
      pairs.filter(({ isWithin }) => isWithin),
      maxThreshold,
    ),
  };
}

/** The best score of each picture that its true copies leave, of each picture that has so many. */
function impostorScores(pairs: readonly JudgedPair[], isSampled: Uint8Array): Float64Array {
  const scores = new Map<number, number[]>();
  for (const { a, b, score } of pairs) {
    for (const picture of [a, b]) {
      if (isSampled[picture] !== 1) continue;
      const own = scores.get(picture);
      if (own) own.push(score);
      else scores.set(picture, [score]);
    }
  }
  return Float64Array.from(
    [...scores.values()].flatMap((own) => own.sort((p, q) => q - p)[trueCopies] ?? []),
  );
}
