import { HoldoutError } from '../model/errors.ts';
import { formatQuantity } from '../model/number-words.ts';
import { compareSplits, compareText } from '../model/order.ts';
import { sumTallies, type Component, type Tally } from './component.ts';
import { measureCost } from './cost.ts';
import { describeSizes, describeStrata, divide, listMoves, tallyToday } from './describe-division.ts';
import { listLimits } from './limits.ts';
import { placeInTurn } from './place-in-turn.ts';
import { boundSizes, compileProblem, type SizeBounds } from './problem.ts';
import type { SplitProposal } from './proposal.ts';
import { searchAll } from './search-all.ts';
import { searchNearby } from './search-nearby.ts';
import { nameFolds, normalizeRatios, orderSplits, quoteName, type WantedSplit } from './wanted-splits.ts';

export type SplitRequest = NewSplit | Folds | Repair;

/** A fresh split, whatever today's is. */
export interface NewSplit {
  readonly mode: 'new';
  readonly splits: readonly WantedSplit[];
  /** Any whole number; decides between divisions that are equally good. */
  readonly seed: number;
}

/** Parts of one size that take turns as the test set. */
export interface Folds {
  readonly mode: 'folds';
  /** 2 to 1,000. */
  readonly count: number;
  readonly seed: number;
}

/**
 * Today's split with as few samples moved as possible so that no component is divided. Samples that stand in no split
 * today follow their component and do not count as moved; components without any split go where the cost is least.
 */
export interface Repair {
  readonly mode: 'repair';
  /** Undefined for those of today, in today's proportions. */
  readonly splits?: readonly WantedSplit[] | undefined;
  /**
   * How far the share of each split may be from its ratio, 0–1 of all samples (0.02: a test split of 15 % holds 13 %
   * to 17 %). More is moved until all are within it. Undefined leaves the sizes as they come out.
   */
  readonly tolerance?: number | undefined;
  readonly seed: number;
}

/**
 * Proposes a division of the components into splits: every component is in exactly one. The best one there is by
 * `measureCost` where there are few components, a good one else; see `SplitProposal.isProven`. The same request
 * gives the same proposal, whatever the order of the components and of the splits.
 * @throws HoldoutError where there is nothing to split, a component occurs twice or has no samples, or the request
 * is not possible in itself
 */
export function proposeSplit(components: readonly Component[], request: SplitRequest): SplitProposal {
  refuseOddComponents(components);
  const splits = nameSplits(components, request);
  const whole = sumTallies(components.map(({ tally }) => tally));
  const isRepair = request.mode === 'repair';
  const tolerance = isRepair ? request.tolerance : undefined;
  if (tolerance !== undefined && !(tolerance >= 0 && tolerance <= 1))
    throw new HoldoutError('usage', `the tolerance is ${tolerance}, not a share from 0 to 1`);
  const ordered = orderSplits(splits);
  const bounds = tolerance === undefined ? undefined : boundSizes(whole.samples, ordered, tolerance);
  const problem = compileProblem(components, ordered, { whole, seed: request.seed, isRepair, bounds });
  const found = searchNearby(placeInTurn(problem), request.seed);
  const best = searchAll(found);
  const { splitOf } = best ?? found;
  const assignment = new Map(
    problem.components
      .map(({ id }, index): [string, string] => [id, ordered[splitOf[index] ?? 0]?.name ?? ''])
      .sort(([a], [b]) => compareText(a, b)),
  );

  const isFolds = request.mode === 'folds';
  const division = divide(components, whole, splits, assignment);
  const sizes = describeSizes(division);
  const strata = describeStrata(division);
  const before = isFolds ? undefined : tallyToday(components, splits);
  const measure = (parts: readonly Tally[]) => measureCost(whole, parts, splits);
  return {
    assignment,
    splits: sizes,
    strata,
    moves: isFolds ? [] : listMoves(components, assignment),
    cost: { after: measure(division.parts.map(({ tally }) => tally)), before: before && measure(before) },
    isProven: best !== undefined,
    limits: listLimits({
      components,
      samples: whole.samples,
      splits: sizes,
      strata,
      isFolds,
      tolerance,
      outOfTolerance: sizes.filter(({ name, samples }) =>
        isOut(
          bounds,
          ordered.findIndex((split) => split.name === name),
          samples,
        ),
      ),
    }),
  };
}

function nameSplits(components: readonly Component[], request: SplitRequest): WantedSplit[] {
  switch (request.mode) {
    case 'new':
      return normalizeRatios(request.splits);
    case 'folds':
      return nameFolds(request.count);
    case 'repair':
      return nameSplitsOfToday(components, request.splits);
  }
}

function nameSplitsOfToday(
  components: readonly Component[],
  wanted: readonly WantedSplit[] | undefined,
): WantedSplit[] {
  const today = new Map<string, number>();
  for (const component of components)
    for (const [name, { samples }] of component.today)
      if (samples > 0) today.set(name, (today.get(name) ?? 0) + samples);
  if (today.size === 0)
    throw new HoldoutError('usage', 'there is no split to repair: no sample stands in one', {
      hint: 'propose a new split',
    });
  if (wanted === undefined)
    return normalizeRatios(
      [...today].map(([name, ratio]) => ({ name, ratio })).sort((a, b) => compareSplits(a.name, b.name)),
    );
  for (const [name, samples] of today)
    if (!wanted.some((split) => split.name === name))
      throw new HoldoutError(
        'usage',
        `${formatQuantity(samples, 'sample stands', 'samples stand')} in ${quoteName(name)}, for which no ratio is given`,
      );
  return normalizeRatios(wanted);
}

function isOut(bounds: SizeBounds | undefined, split: number, samples: number): boolean {
  if (bounds === undefined) return false;
  return samples < (bounds.lowest[split] ?? 0) || samples > (bounds.highest[split] ?? Infinity);
}

function refuseOddComponents(components: readonly Component[]): void {
  if (components.length === 0) throw new HoldoutError('dataset', 'there are no samples to split');
  const ids = new Set<string>();
  for (const { id, tally } of components) {
    if (ids.has(id)) throw new HoldoutError('dataset', `component ${quoteName(id)} occurs twice`);
    ids.add(id);
    if (!(Number.isSafeInteger(tally.samples) && tally.samples > 0))
      throw new HoldoutError('dataset', `component ${quoteName(id)} has ${tally.samples} samples`);
  }
}
