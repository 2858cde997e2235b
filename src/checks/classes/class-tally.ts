import type { Sample } from '../../model/sample.ts';
import type { ClassPresence } from './class-presence.ts';

/** How much of a class some samples show. */
export interface ClassTally {
  /** In the unit of the presence. */
  readonly amount: number;
  readonly samples: number;
  /** Known subjects, in code-unit order. */
  readonly subjects: readonly string[];
  /** Amount of all classes and of background in the samples that show the class. */
  readonly around: number;
}

interface OpenTally {
  amount: number;
  samples: number;
  readonly subjects: Set<string>;
  around: number;
}

/** What the samples show of each class, by class; a class that none of them shows is not in it. */
export function tallyClasses(
  samples: Iterable<Sample>,
  { bySample, background }: ClassPresence,
): ReadonlyMap<string, ClassTally> {
  const tallies = new Map<string, OpenTally>();
  for (const sample of samples) {
    const shown = bySample.get(sample);
    if (!shown) continue;
    const around = sumAmounts(shown) + (background.get(sample) ?? 0);
    for (const [name, amount] of shown) {
      const tally = tallies.get(name) ?? { amount: 0, samples: 0, subjects: new Set(), around: 0 };
      tally.amount += amount;
      tally.samples++;
      tally.around += around;
      if (sample.subject !== undefined) tally.subjects.add(sample.subject);
      tallies.set(name, tally);
    }
  }
  return new Map(
    [...tallies].map(([name, tally]) => [name, { ...tally, subjects: [...tally.subjects].sort() }]),
  );
}

export function sumAmounts(shown: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const amount of shown.values()) sum += amount;
  return sum;
}
