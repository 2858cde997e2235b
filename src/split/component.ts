import { compareText } from '../model/order.ts';

/** What is counted of a component, of a split or of a part of either. */
export interface Tally {
  readonly samples: number;
  /** Distinct subjects; samples whose subject is unknown add none. */
  readonly subjects: number;
  /**
   * Samples by dimension (`class`, `domain`, `site`) and stratum (`liver`, `kidney`). A sample counts once in each
   * stratum it has: the counts of a dimension may add up to more than the samples (several classes in one image)
   * or to less (unknown).
   */
  readonly strata: Strata;
}

export type Strata = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Samples that must stay in one split: those of a subject, or of subjects that share a picture. */
export interface Component {
  /** Unique among the components. */
  readonly id: string;
  readonly tally: Tally;
  /**
   * How today's splits divide it, by the split's name; samples that stand in no split, or in several, are in no
   * part. More than one part means that the component leaks.
   */
  readonly today: ReadonlyMap<string, Tally>;
}

/** A sample as far as a split is concerned. */
export interface SplitSample {
  /** The component it belongs to. */
  readonly component: string;
  readonly subject?: string;
  /** The split it stands in today. */
  readonly split?: string;
  /** Its strata by dimension: none where unknown, several where it has several, as with classes. */
  readonly strata: ReadonlyMap<string, readonly string[]>;
}

/**
 * Counts what belongs together.
 * @returns components sorted by id; the same whatever the order of the samples
 */
export function tallyComponents(samples: Iterable<SplitSample>): Component[] {
  const drafts = new Map<string, { whole: Count; today: Map<string, Count> }>();
  for (const sample of samples) {
    const draft = getOrAdd(drafts, sample.component, () => ({
      whole: new Count(),
      today: new Map<string, Count>(),
    }));
    draft.whole.add(sample);
    if (sample.split !== undefined) getOrAdd(draft.today, sample.split, () => new Count()).add(sample);
  }
  return sortByKey(drafts).map(([id, { whole, today }]) => ({
    id,
    tally: whole.tally(),
    today: new Map(sortByKey(today).map(([split, count]) => [split, count.tally()])),
  }));
}

/** The sum of tallies, no subject of which is in two; dimensions and strata are sorted by name. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  return {
    samples: tallies.reduce((sum, { samples }) => sum + samples, 0),
    subjects: tallies.reduce((sum, { subjects }) => sum + subjects, 0),
    strata: sumStrata(tallies, (count) => count),
  };
}

/** How many of the tallies have samples of each stratum; sorted by name. */
export function countCarriers(tallies: readonly Tally[]): Strata {
  return sumStrata(tallies, (count) => (count > 0 ? 1 : 0));
}

function sumStrata(tallies: readonly Tally[], amountOf: (count: number) => number): Strata {
  const sums = new Map<string, Map<string, number>>();
  for (const { strata } of tallies)
    for (const [dimension, counts] of strata) {
      const sum = getOrAdd(sums, dimension, () => new Map<string, number>());
      for (const [stratum, count] of counts) sum.set(stratum, (sum.get(stratum) ?? 0) + amountOf(count));
    }
  return new Map(sortByKey(sums).map(([dimension, sum]) => [dimension, new Map(sortByKey(sum))]));
}

class Count {
  private samples = 0;
  private readonly subjects = new Set<string>();
  private readonly strata = new Map<string, Map<string, number>>();

  add({ subject, strata }: SplitSample): void {
    this.samples++;
    if (subject !== undefined) this.subjects.add(subject);
    for (const [dimension, names] of strata) {
      const counts = getOrAdd(this.strata, dimension, () => new Map<string, number>());
      for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }

  tally(): Tally {
    return { samples: this.samples, subjects: this.subjects.size, strata: this.strata };
  }
}

function sortByKey<V>(map: ReadonlyMap<string, V>): [string, V][] {
  return [...map].sort(([a], [b]) => compareText(a, b));
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
