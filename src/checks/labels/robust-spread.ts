import { median } from '../../statistics/median.ts';

/** 1 / Φ⁻¹(3/4): makes the median absolute deviation of a normal distribution its standard deviation. */
const normalScale = 1.482602218505602;

/**
 * The median absolute deviation from the median, in units of a standard deviation. Up to half of the values may be
 * outliers without moving it far (Rousseeuw and Croux 1993, doi:10.1080/01621459.1993.10476408).
 * @returns 0 of nothing
 */
export function robustDeviation(values: readonly number[]): number {
  const middle = median(values);
  return normalScale * median(values.map((value) => Math.abs(value - middle)));
}

/** What is usual of a quantity that was measured several times on each of several subjects. */
export interface Usual {
  /** Median of the subjects' medians, so that a subject of many images counts as one. */
  readonly center: number;
  /**
   * √(b² + w²): b is the robust deviation of the subjects' medians, w the median of the robust deviations within
   * subjects. Without w, a quantity that varies along every clip would seem odd wherever subjects are alike.
   */
  readonly spread: number;
}

/** @param bySubject values of each subject, at least one a subject */
export function describeUsual(bySubject: Iterable<readonly number[]>): Usual {
  const subjects = [...bySubject];
  const centers = subjects.map(median);
  return {
    center: median(centers),
    spread: Math.hypot(robustDeviation(centers), median(subjects.map(robustDeviation))),
  };
}
