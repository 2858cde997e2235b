import { formatLocation } from '../../model/errors.ts';
import type { Json } from '../../model/json.ts';
import { compareSplits, compareText } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';

const examplesPerSplit = 5;

/** The samples that stand in each split, splits in the order of their use; one that is claimed by several stands in all of them. */
export function spreadOverSplits(samples: Iterable<Sample>): Map<string, Sample[]> {
  const spread = new Map<string, Sample[]>();
  for (const sample of samples) {
    for (const split of sample.splits) {
      const members = spread.get(split);
      if (members) members.push(sample);
      else spread.set(split, [sample]);
    }
  }
  return new Map([...spread].sort(([a], [b]) => compareSplits(a, b)));
}

/** `train (26), test (3)`: the splits with their samples, the fullest first. */
export function describeSpread(spread: ReadonlyMap<string, readonly Sample[]>): string {
  return sortBySize(spread)
    .map(([split, samples]) => `${split} (${samples.length})`)
    .join(', ');
}

/** All splits but the fullest, in the same order: those to move out of, so that the fewest samples move. */
export function listSmaller(spread: ReadonlyMap<string, readonly Sample[]>): string[] {
  return sortBySize(spread)
    .slice(1)
    .map(([split]) => split);
}

function sortBySize(spread: ReadonlyMap<string, readonly Sample[]>): [string, readonly Sample[]][] {
  return [...spread].sort(([a, x], [b, y]) => y.length - x.length || compareSplits(a, b));
}

/** How many samples stand in each split, and the first few of them with the place that declares them. */
export function spreadEvidence(spread: ReadonlyMap<string, readonly Sample[]>): Record<string, Json> {
  const entries = [...spread];
  return {
    samples: Object.fromEntries(entries.map(([split, samples]) => [split, samples.length])),
    files: Object.fromEntries(
      entries.map(([split, samples]) => [split, samples.slice(0, examplesPerSplit).map(nameSample)]),
    ),
  };
}

/** The place to look first: a sample of the split that holds the fewest. */
export function locationOf(spread: ReadonlyMap<string, readonly Sample[]>): Sample['location'] {
  const [, rarest] = [...spread].sort(([a, x], [b, y]) => x.length - y.length || compareText(a, b))[0] ?? [];
  return rarest?.find((sample) => sample.location)?.location;
}

/** `images/a.png (manifest.csv:12)`. */
export function nameSample({ id, location }: Sample): string {
  return location ? `${id} (${formatLocation(location)})` : id;
}

/** Distinct subjects of the samples. */
export function subjectsOf(samples: Iterable<Sample>): string[] {
  const subjects = new Set<string>();
  for (const { subject } of samples) if (subject !== undefined) subjects.add(subject);
  return [...subjects].sort(compareText);
}
