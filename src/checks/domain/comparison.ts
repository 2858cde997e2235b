import {
  bootstrapEffects,
  measureEffects,
  prepareSides,
  type Effects,
} from '../../statistics/bootstrap-effects.ts';
import type { Interval } from '../../statistics/interval.ts';
import { detectableEffect, neededSubjects } from '../../statistics/needed-subjects.ts';
import { permuteSubjects, smallestPermutationP } from '../../statistics/permute-subjects.ts';
import { features, type Feature } from './features.ts';
import type { Pair } from './pairs.ts';
import { measureSeparability, type Separability } from './separability.ts';
import { countTenths, joinSides, type SideFeatures } from './side-features.ts';

export const shiftLevels = ['none', 'small', 'moderate', 'large'] as const;
export type ShiftLevel = (typeof shiftLevels)[number];

export interface ShiftLimits {
  /** Least effects, in standard deviations between subjects, of the levels. */
  readonly smallEffect: number;
  readonly moderateEffect: number;
  readonly largeEffect: number;
  /** Fewest subjects on each side that anything is told from. */
  readonly minSubjects: number;
}

/** The limits, and how many comparisons share the chance of a false alarm. */
export interface ComparisonLimits extends ShiftLimits {
  readonly comparisons: number;
}

/** How the sides differ in one feature. */
export interface FeatureShift {
  readonly feature: Feature;
  /** Means over subjects. */
  readonly first: number;
  readonly second: number;
  readonly effects: Effects<number>;
  /** Level of the effect where the test and the interval say that it is there, else none. */
  readonly level: ShiftLevel;
  /** What chance allows; absent with too few subjects. */
  readonly evidence?: {
    readonly intervals: Effects<Interval>;
    /** Corrected for the number of features, and of comparisons. */
    readonly pValue: number;
    /** Of the variation between subjects, the part that lies between the sides, 0–1. */
    readonly explained: number;
  };
}

/** What a pair of sides shows. */
export interface Comparison {
  readonly pair: Pair;
  readonly sides: readonly [SideFeatures, SideFeatures];
  /** In the order of `features`. */
  readonly shifts: readonly FeatureShift[];
  /** Of the strongest shift; undefined with too few subjects. */
  readonly level: ShiftLevel | undefined;
  /** The least effect that so many subjects show in four of five cases. */
  readonly detectable: number;
  readonly separability?: Separability;
  /** The sides with too few subjects, and how many would do. */
  readonly few: readonly { readonly name: string; readonly subjects: number; readonly needed: number }[];
}

const draws = 2000;
/**
 * A little below the usual 0.05: p-values of 2,000 draws have a standard error of 0.005 there, which would raise as many
 * false alarms as it spares.
 */
const significance = 0.04;

export function compareSides(
  pair: Pair,
  sides: readonly [SideFeatures, SideFeatures],
  limits: ComparisonLimits,
): Comparison {
  const table = joinSides(...sides);
  const { firstCount, secondCount, width, values } = table;
  const prepared = prepareSides(table, countTenths(...sides));
  const effects = measureEffects(prepared);
  const isTold = isEnough(firstCount, secondCount, limits);
  const intervals = isTold ? bootstrapEffects(prepared, draws, 1) : [];
  const { pValues, explained } = isTold ? permuteSubjects(table, draws, 1) : noTest;
  const meanOf = (column: number, from: number, end: number): number => {
    let sum = 0;
    for (let row = from; row < end; row++) sum += values[row * width + column] ?? 0;
    return sum / (end - from);
  };
  const shifts = features.flatMap((feature, column): FeatureShift[] => {
    const of = effects[column];
    if (!of) return [];
    const interval = intervals[column];
    const evidence = interval && {
      intervals: interval,
      pValue: Math.min(1, (pValues[column] ?? 1) * limits.comparisons),
      explained: explained[column] ?? 0,
    };
    return [
      {
        feature,
        first: meanOf(column, 0, firstCount),
        second: meanOf(column, firstCount, firstCount + secondCount),
        effects: of,
        level: evidence ? judge(feature, of, evidence, limits) : 'none',
        ...(evidence && { evidence }),
      },
    ];
  });
  return {
    pair,
    sides,
    shifts,
    level: isTold ? highestLevel(shifts.map(({ level }) => level)) : undefined,
    detectable: detectableEffect(firstCount, secondCount),
    ...(isTold && { separability: measureSeparability(pair, table) }),
    few: isTold ? [] : listFew(pair, effects, limits),
  };
}

const noTest = { pValues: new Float64Array(), explained: new Float64Array() };

/**
 * The shifts to name: of each group the plainest feature, which stands first, of the group's highest level; the group
 * that tells the sides apart best first.
 * @param atLeast lowest level
 */
export function nameShifts({ shifts }: Comparison, atLeast: ShiftLevel): FeatureShift[] {
  const rank = ({ level }: FeatureShift): number => shiftLevels.indexOf(level);
  const groups = new Map<string, { named: FeatureShift; explained: number }>();
  for (const shift of shifts) {
    if (rank(shift) < shiftLevels.indexOf(atLeast)) continue;
    const { group } = shift.feature;
    const { named, explained } = groups.get(group) ?? { named: shift, explained: 0 };
    groups.set(group, {
      named: rank(shift) > rank(named) ? shift : named,
      explained: Math.max(explained, shift.evidence?.explained ?? 0),
    });
  }
  // What is told apart without a rest keeps the order of the features, whatever rounding says.
  const clarity = ({ explained }: { explained: number }): number => Number(explained.toFixed(9));
  return [...groups.values()].sort((a, b) => clarity(b) - clarity(a)).map(({ named }) => named);
}

/** The feature whose means lie furthest apart, in standard deviations between subjects, whatever chance allows. */
export function strongestShift({ shifts }: Comparison): FeatureShift | undefined {
  const size = ({ effects }: FeatureShift): number => Math.abs(effects.effect);
  return shifts.reduce<FeatureShift | undefined>(
    (best, shift) => (!best || size(shift) > size(best) ? shift : best),
    undefined,
  );
}

/** A level that the effect has, the interval does not doubt, chance does not explain, and a picture shows. */
function judge(
  { least }: Feature,
  { effect, difference }: Effects<number>,
  { intervals, pValue }: { readonly intervals: Effects<Interval>; readonly pValue: number },
  limits: ShiftLimits,
): ShiftLevel {
  const { low, high } = intervals.difference;
  const isDoubtful = pValue > significance || (low <= 0 && high >= 0) || Math.abs(difference) < least;
  if (isDoubtful) return 'none';
  const size = Math.abs(effect);
  if (size >= limits.largeEffect) return 'large';
  if (size >= limits.moderateEffect) return 'moderate';
  return size >= limits.smallEffect ? 'small' : 'none';
}

function highestLevel(levels: readonly ShiftLevel[]): ShiftLevel {
  return shiftLevels[Math.max(...levels.map((level) => shiftLevels.indexOf(level)))] ?? 'none';
}

/** Whether any difference between so many subjects could be told from chance. */
function isEnough(first: number, second: number, { minSubjects, comparisons }: ComparisonLimits): boolean {
  const smallest = smallestPermutationP(first, second) * Math.max(1, comparisons);
  return Math.min(first, second) >= minSubjects && smallest <= significance;
}

/**
 * The sides that are too few, with how many would do: as many as can tell anything from chance, and as many as find the
 * greatest effect seen, or a moderate one where that is more, in four cases of five. Both, where only more of both would do.
 */
function listFew(
  { first, second }: Pair,
  effects: readonly Effects<number>[],
  limits: ComparisonLimits,
): Comparison['few'] {
  const sizes = effects.map(({ effect }) => Math.abs(effect)).filter(Number.isFinite);
  const effect = Math.max(limits.moderateEffect, ...sizes);
  const needOf = (own: number, others: number): number => {
    const forEffect = neededSubjects(effect, others) ?? neededSubjects(effect) ?? 1;
    let needed = Math.max(own, limits.minSubjects, forEffect);
    while (!isEnough(needed, Math.max(others, needed), limits)) needed++;
    return needed;
  };
  const [a, b] = [first.units.length, second.units.length];
  const areBothMany = Math.min(a, b) >= limits.minSubjects;
  return [
    { name: first.name, subjects: a, needed: needOf(a, b) },
    { name: second.name, subjects: b, needed: needOf(b, a) },
  ].filter(({ subjects }) => areBothMany || subjects < limits.minSubjects);
}
