import { compareText, groupBy } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';

/** What counts once: the samples of a subject, or a single sample whose subject is unknown. */
export type Unit = readonly Sample[];

/** Subjects by their id, then samples without one in their order. */
export function formUnits(samples: readonly Sample[]): Unit[] {
  const alone = samples.filter(({ subject }) => subject === undefined).map((sample) => [sample]);
  return [...groupBy(samples, ({ subject }) => subject).values(), ...alone];
}

/** A value of each unit, as a number into `names`. */
export interface CodedValues {
  readonly names: readonly string[];
  /** Undefined where the value of the unit is not known. */
  readonly codes: readonly (number | undefined)[];
  /** The name among `names` that a value of a single sample goes under. */
  readonly nameFor: (value: string) => string;
}

/** Values beyond the most frequent ones are taken together under this name. */
const otherValues = '(others)';

/**
 * The value that most samples of each unit have; of equally many the first in code-unit order.
 * @param maxValues the most frequent values are told apart, up to one fewer than this
 */
export function codeUnits(
  units: readonly Unit[],
  readValue: (sample: Sample) => string | undefined,
  maxValues: number,
): CodedValues {
  const values = units.map((unit) => findMajority(unit.map(readValue)));
  const frequencies = countEach(values);
  const ranked = [...frequencies].sort(([a, m], [b, n]) => n - m || compareText(a, b)).map(([name]) => name);
  const isCut = ranked.length > maxValues;
  const told = isCut ? ranked.slice(0, maxValues - 1) : ranked;
  const names = isCut ? [...told, otherValues] : told;
  const codeOf = new Map(names.map((name, code) => [name, code]));
  const nameFor = (value: string): string => (codeOf.has(value) ? value : otherValues);
  return {
    names,
    codes: values.map((value) => (value === undefined ? undefined : codeOf.get(nameFor(value)))),
    nameFor,
  };
}

function findMajority(values: readonly (string | undefined)[]): string | undefined {
  if (values.every((value) => value === values[0])) return values[0];
  const ranked = [...countEach(values)].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  return ranked[0]?.[0];
}

function countEach(values: readonly (string | undefined)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
