import type { Json } from '../../model/json.ts';
import { groupBy } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';
import { effectiveNumber } from '../../statistics/effective-number.ts';

export interface SubjectCounts {
  readonly subjects: number;
  readonly samples: number;
  /** Kish's effective number of subjects. */
  readonly effective: number;
  /** The subjects with most samples, at most twenty. */
  readonly largest: readonly (readonly [id: string, samples: number])[];
}

const largestShown = 20;

/** Counts the known subjects of the samples. */
export function countSubjects(samples: readonly Sample[]): SubjectCounts {
  const sizes = [...groupBy(samples, (sample) => sample.subject)].map(
    ([id, members]) => [id, members.length] as const,
  );
  return {
    subjects: sizes.length,
    samples: sizes.reduce((sum, [, size]) => sum + size, 0),
    effective: effectiveNumber(sizes.map(([, size]) => size)),
    largest: sizes.sort(([, a], [, b]) => b - a).slice(0, largestShown),
  };
}

export function measureCounts({
  subjects,
  samples,
  effective,
  largest,
}: SubjectCounts): Record<string, Json> {
  const [first] = largest;
  return {
    subjects,
    samples,
    effectiveSubjects: effective,
    largestShare: first ? first[1] / samples : 0,
    samplesPerSubject: Object.fromEntries(largest),
  };
}
