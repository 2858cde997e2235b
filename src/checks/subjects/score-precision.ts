import type { Json } from '../../model/json.ts';
import {
  deviationOverChoices,
  halfIntervalOfMean,
  unitsForHalfInterval,
} from '../../statistics/mean-interval.ts';
import { widestHalfInterval } from '../../statistics/proportion-interval.ts';

export interface PrecisionOptions {
  /** Of a score between 0 and 1. */
  readonly betweenSubjectDeviation: number;
  readonly wantedHalfInterval: number;
}

/**
 * What a score over so many test subjects can show: half widths of its 95 % interval, the subjects that the wanted
 * precision needs, and the deviation of the score over all choices of as many test subjects among those there are.
 * @param testSubjects undefined where there is no test split
 * @param subjects all that could be held out
 */
export function measurePrecision(
  testSubjects: number | undefined,
  subjects: number,
  { betweenSubjectDeviation, wantedHalfInterval }: PrecisionOptions,
): Record<string, Json> {
  const needed =
    wantedHalfInterval > 0 ? unitsForHalfInterval(wantedHalfInterval, betweenSubjectDeviation) : undefined;
  return {
    betweenSubjectDeviation,
    wantedHalfInterval,
    testSubjectsNeeded: needed ?? null,
    ...(testSubjects !== undefined && {
      testSubjects,
      meanScoreHalfInterval: halfIntervalOfMean(testSubjects, betweenSubjectDeviation) ?? null,
      rateHalfInterval: widestHalfInterval(testSubjects),
      scoreDeviationOverChoices:
        testSubjects > 0 ? deviationOverChoices(testSubjects, subjects, betweenSubjectDeviation) : null,
    }),
  };
}
