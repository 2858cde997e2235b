import type { Likeness } from '../../model/near-duplicates.ts';
import { minThreshold, type JudgedPair } from './comparison/pair-judge.ts';
import type { Residual } from './comparison/residual.ts';
import type { Thresholds } from './thresholds.ts';

/** A crop by 15 % a side is covered wholly and a shift by 10 % both ways by 81 %; two fields that share less are no copies. */
const minCopyOverlap = 0.75;
/** Copies of the benchmark drift by less in 99 % of cases, neighbouring frames of a clip by more in 98 %. */
const maxDriftPixels = 0.22;
/** A caption and an arrow make one or two changes; boards of one design with their own defects a dozen. */
const maxChanges = 6;
/** Where the pictures of a data set are alike anyway. */
const maxChangesAmongLikes = 2;
/** The least drift between boards of one design is 0.034, between neighbouring frames 0.09. */
const noiseDriftPixels = 0.03;

/** What two pictures are to each other; undefined where they are not alike. */
export function nameLikeness(
  { score, residual, agreement, isWithin }: JudgedPair,
  { betweenSubjects, withinSubject }: Thresholds,
): Likeness | undefined {
  if (score < betweenSubjects || !residual) return undefined;
  const isCopy =
    (!isWithin || score >= withinSubject || isOnlyNoise(residual)) &&
    agreement.overlap >= minCopyOverlap &&
    residual.driftPixels <= maxDriftPixels &&
    residual.changes <= (isWithin && withinSubject > minThreshold ? maxChangesAmongLikes : maxChanges);
  return isCopy ? 'copy' : 'scene';
}

/** Whether nothing but noise sets two pictures apart, however alike the data set's pictures are. */
function isOnlyNoise({ driftPixels, changes }: Residual): boolean {
  return driftPixels <= noiseDriftPixels && changes === 0;
}
