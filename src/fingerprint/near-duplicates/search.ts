import type { Likeness, NearDuplicates } from '../../model/near-duplicates.ts';
import type { DescribedPicture } from './described-picture.ts';
import { invert, type Orientation } from './description/dihedral.ts';
import { nameLikeness } from './name-likeness.ts';
import type { JudgedPair } from './comparison/pair-judge.ts';
import type { Thresholds } from './thresholds.ts';

/** What was searched for near-duplicates, and all that was found. */
export interface Search extends SearchOutcome {
  /** As `sortPictures` puts them. */
  readonly pictures: readonly DescribedPicture[];
}

export interface SearchOutcome extends Pick<
  NearDuplicates,
  'comparedPairs' | 'skippedPairs' | 'thresholds' | 'falseAlarmRate'
> {
  readonly pairs: readonly FoundPair[];
}

/** Two pictures that are alike, by their places in the search. */
export interface FoundPair {
  readonly a: number;
  /** Greater than `a`. */
  readonly b: number;
  readonly likeness: Likeness;
  /** As in `LikePair`. */
  readonly correlation: number;
  readonly overlap: number;
  /** How `a` is turned to lie on `b`. */
  readonly orientation: Orientation;
}

export interface SearchOptions {
  /** Share of pictures that may have a false alarm, from which the thresholds are set; 0.001 by default. */
  readonly falseAlarmRate?: number;
  /** Pictures that are compared with all their candidates; 2,000 by default. */
  readonly sampledPictures?: number;
}

/** Fewer words leave a picture to chance. */
const minWords = 4;

/** Whether a picture shows enough to be compared. */
export function isTelling({ description }: DescribedPicture): boolean {
  return description.words.length / 2 >= minWords;
}

/** A number for each picture, the same for those of one part. */
export function numberParts(pictures: readonly DescribedPicture[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(pictures, ({ part }, index) => {
    if (part === undefined) return index;
    const number = numbers.get(part) ?? index;
    numbers.set(part, number);
    return number;
  });
}

/**
 * Of pairs that were compared, those that are alike.
 * @param places where in the search the pictures of the pairs stand
 */
export function nameFound(
  judged: readonly JudgedPair[],
  thresholds: Thresholds,
  places: ArrayLike<number>,
): FoundPair[] {
  return judged.flatMap((pair): FoundPair[] => {
    const likeness = nameLikeness(pair, thresholds);
    if (!likeness) return [];
    const { correlation, overlap, alignment } = pair.agreement;
    const [a, b] = [places[pair.a] ?? 0, places[pair.b] ?? 0];
    const { orientation } = alignment;
    const turned = a < b ? { a, b, orientation } : { a: b, b: a, orientation: invert(orientation) };
    return [{ ...turned, likeness, correlation, overlap }];
  });
}
