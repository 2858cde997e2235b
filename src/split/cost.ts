import type { Tally } from './component.ts';
import type { WantedSplit } from './wanted-splits.ts';

/** What is compared with the ratios: samples, subjects, or the samples of each stratum of a dimension. */
export type TermKind = 'samples' | 'subjects' | 'strata';

/**
 * How much each term counts; every dimension is a term of its own.
 *
 * Samples count double, because the ratios are what a person asked for in numbers: with three dimensions (class,
 * domain, site) they keep a third of the whole. Subjects count as much as a dimension: the interval of a rate that is
 * measured on a split narrows with its subjects, not with its samples.
 */
export const termWeights: Readonly<Record<TermKind, number>> = { samples: 2, subjects: 1, strata: 1 };

/** One term of the cost. */
export interface CostTerm {
  readonly kind: TermKind;
  /** Only of `strata`. */
  readonly dimension?: string;
  readonly weight: number;
  /** Root mean square of the term's gaps, 0–1. */
  readonly gap: number;
}

export interface Cost {
  /** Root of the weighted mean of the terms' squared gaps, 0–1. */
  readonly total: number;
  readonly terms: readonly CostTerm[];
}

/**
 * How far a count is from the wanted one, as a share of the larger of the two: 0 is exact, 0.1 is a tenth too few or
 * too many, 0.5 is half or double, 1 is nothing where something is wanted.
 *
 * A share of the wanted count, and not a difference, because the small splits are the ones that measure: 5 % of
 * all samples too many change train (70 %) little and test (15 %) much. Of the larger of the two, because an empty
 * split is worse than one of double the size. For the same reason every stratum counts the same, however rare: the
 * total variation distance from the mix of the whole hardly notices that test lacks a class that 1 % of the samples
 * have.
 * @param count from 0
 * @param wanted above 0
 */
export function gapOf(count: number, wanted: number): number {
  return count < wanted ? 1 - count / wanted : 1 - wanted / count;
}

/**
 * The cost of a division: the root mean square of the gaps between what each split holds and what its ratio asks for.
 *
 * Of each term (samples, subjects, every dimension) the squared gaps are averaged over its strata and the splits, each
 * counting the same; the terms are averaged by `termWeights`. So 0.1 reads "counts are typically a tenth off". Squares,
 * because one class that is missing from test is worse than ten that are a little off. What is nowhere (no known
 * subject, a stratum without samples) is no term.
 * @param whole all samples
 * @param parts what each of `splits` holds, in the same order
 * @param splits ratios that add up to 1
 */
export function measureCost(whole: Tally, parts: readonly Tally[], splits: readonly WantedSplit[]): Cost {
  const measureTerm = (kind: TermKind, counted: readonly Counted[], dimension?: string): CostTerm[] => {
    const gaps = counted.flatMap((count) =>
      parts.map((part, index) => gapOf(count(part), (splits[index]?.ratio ?? 0) * count(whole))),
    );
    if (gaps.length === 0) return [];
    // Added up from the smallest on: rounding must not tell in which order the splits were named.
    const square = gaps.sort((a, b) => a - b).reduce((sum, gap) => sum + gap * gap, 0) / gaps.length;
    return [
      {
        kind,
        ...(dimension !== undefined && { dimension }),
        weight: termWeights[kind],
        gap: Math.sqrt(square),
      },
    ];
  };
  const present = (counted: readonly Counted[]) => counted.filter((count) => count(whole) > 0);
  const terms = [
    ...measureTerm('samples', present([(tally) => tally.samples])),
    ...measureTerm('subjects', present([(tally) => tally.subjects])),
    ...[...whole.strata].flatMap(([dimension, strata]) =>
      measureTerm(
        'strata',
        present(
          [...strata.keys()].map((stratum) => (tally) => tally.strata.get(dimension)?.get(stratum) ?? 0),
        ),
        dimension,
      ),
    ),
  ];
  const weight = terms.reduce((sum, term) => sum + term.weight, 0);
  const square = terms.reduce((sum, term) => sum + term.weight * term.gap ** 2, 0);
  return { total: weight === 0 ? 0 : Math.sqrt(square / weight), terms };
}

type Counted = (tally: Tally) => number;
