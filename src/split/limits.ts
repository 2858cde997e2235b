import { formatQuantity, formatShare } from '../model/number-words.ts';
import { compareText } from '../model/order.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { widestHalfInterval } from '../statistics/proportion-interval.ts';
import type { Component } from './component.ts';
import { gapOf } from './cost.ts';
import type { SplitSize, StratumSpread } from './proposal.ts';

/** Why no better split can be had, or why the one proposed is weak. */
export interface Limit {
  readonly kind:
    | 'too-few-components'
    | 'leave-one-out'
    | 'large-component'
    | 'size'
    | 'tolerance'
    | 'few-subjects'
    | 'rare-stratum'
    | 'absent-stratum'
    | 'single-source';
  /** One sentence with its numbers, no full stop; names in it come from the dataset, so escape it where it is shown. */
  readonly message: string;
}

export interface JudgedDivision {
  readonly components: readonly Component[];
  readonly samples: number;
  readonly splits: readonly SplitSize[];
  readonly strata: readonly StratumSpread[];
  /** Whether the splits take turns as the test set. */
  readonly isFolds: boolean;
  /** Share of all samples that a size may be off; undefined where none was stated. */
  readonly tolerance: number | undefined;
  /** Splits whose size is not within it. */
  readonly outOfTolerance: readonly SplitSize[];
}

/** A size or an amount that is further off is worth a word: a fifth too few or too many. */
const worthAWord = 0.2;

/** As `subjects/count` asks of each split by default. */
const fewSubjects = 5;

/** Names of one kind that are listed, the others counted. */
const listed = 5;

/** What stands in the way of a good split, the gravest first. */
export function listLimits(division: JudgedDivision): Limit[] {
  return [
    ...judgeCount(division),
    ...judgeLargest(division),
    ...judgeSizes(division),
    ...judgeSubjects(division),
    ...judgeStrata(division),
  ];
}

function judgeCount({ components, splits, isFolds }: JudgedDivision): Limit[] {
  const { length } = components;
  const units = quantity(components, length);
  const leaveOneOut = `leave-one-${nounOf(components)}-out`;
  if (length === 1) {
    const message = `all samples hang together in 1 ${nounOf(components)}: there is nothing to split`;
    return [{ kind: 'too-few-components', message }];
  }
  if (length < splits.length) {
    const empty = splits.length - length;
    const message = isFolds
      ? `${splits.length} folds need as many ${nounOf(components)}s, and there are ${length}: ${leaveOneOut}, in ${length} folds, is all there is`
      : `${units} cannot fill ${splits.length} splits: ${empty} ${empty === 1 ? 'stays' : 'stay'} empty`;
    return [{ kind: 'too-few-components', message }];
  }
  const smallest = splits.reduce((a, b) => (b.wanted < a.wanted ? b : a));
  if (isFolds || length * smallest.wanted >= 1) return [];
  const message = `${units}: ${leaveOneOut} is all there is; ${percent(smallest.wanted)} of them for ${shown(smallest.name)} is less than one`;
  return [{ kind: 'leave-one-out', message }];
}

function judgeLargest({ components, samples, splits, isFolds }: JudgedDivision): Limit[] {
  if (components.length < 2) return [];
  const [first, ...others] = [...splits].sort((a, b) => b.wanted - a.wanted);
  const second = others[0];
  if (!first || !second) return [];
  const sizes = [...components].sort((a, b) => b.tally.samples - a.tally.samples || compareText(a.id, b.id));
  return sizes.slice(0, listed).flatMap(({ id, tally }): Limit[] => {
    const share = tally.samples / samples;
    const holds = `${nounOf(components)} ${shown(id)} holds ${percent(share)} of all samples`;
    const kind = 'large-component';
    const leavesLittle = gapOf(1 - share, 1 - first.wanted) > worthAWord;
    if (share > first.wanted && (gapOf(share, first.wanted) > worthAWord || leavesLittle)) {
      if (isFolds)
        return [
          { kind, message: `${holds}: the fold it is in cannot be the ${percent(first.wanted)} wanted` },
        ];
      const rest = `${percent(1 - share)} for all other splits, where ${percent(1 - first.wanted)} were wanted`;
      return [{ kind, message: `${holds}: even in ${shown(first.name)} it leaves ${rest}` }];
    }
    // Twice the size of the second largest split and more: there is one place for it.
    if (isFolds || gapOf(share, second.wanted) <= 0.5 || share < second.wanted) return [];
    const shut = others.map(({ name, wanted }) => `no ${shown(name)} split of ${percent(wanted)}`);
    return [
      {
        kind,
        message: `${holds}: ${joinWords(shut.slice(0, listed), 'and')} can be had without it in ${shown(first.name)}`,
      },
    ];
  });
}

function judgeSizes({ components, splits, tolerance, outOfTolerance, isFolds }: JudgedDivision): Limit[] {
  if (outOfTolerance.length > 0 && tolerance !== undefined) {
    const sizes = outOfTolerance.map(
      ({ name, share, wanted }) => `${shown(name)} ${percent(share)} (wanted ${percent(wanted)})`,
    );
    const message = `sizes within ${percent(tolerance)} of the wanted shares were not found: ${listWords(sizes)}`;
    return [{ kind: 'tolerance', message }];
  }
  // With fewer components than splits there are empty ones, which has been said.
  if (tolerance !== undefined || components.length < splits.length) return [];
  const off = splits.filter(({ share, wanted }) => gapOf(share, wanted) > worthAWord);
  if (off.length === 0) return [];
  const sizes = off.map(
    ({ name, share, wanted }) =>
      `${shown(name)} holds ${percent(share)} where ${percent(wanted)} were wanted`,
  );
  const noun = isFolds ? 'folds' : 'splits';
  return [
    {
      kind: 'size',
      message: `the ${nounOf(components)}s do not divide into ${noun} of the wanted sizes: ${listWords(sizes)}`,
    },
  ];
}

/** Whoever measures on a split needs subjects in it; the largest one is there to learn from. Folds measure on all together. */
function judgeSubjects({ components, splits, isFolds }: JudgedDivision): Limit[] {
  const isKnown = components.some(({ tally }) => tally.subjects > 0);
  if (isFolds || !isKnown || components.length < splits.length) return [];
  const [, ...others] = [...splits].sort((a, b) => b.wanted - a.wanted);
  return others
    .filter(({ subjects }) => subjects < fewSubjects)
    .map(({ name, subjects }) => ({
      kind: 'few-subjects',
      message: `${shown(name)} holds ${formatQuantity(subjects, 'subject')}: a rate measured there may lie ${Math.round(100 * widestHalfInterval(subjects))} percentage points from the truth (95 % interval)`,
    }));
}

function judgeStrata({ components, splits, strata, isFolds }: JudgedDivision): Limit[] {
  if (components.length < splits.length) return [];
  const noun = isFolds ? 'folds' : 'splits';
  const rare = strata.filter(({ components: carriers }) => carriers < splits.length);
  const spread = strata.filter(({ components: carriers }) => carriers >= splits.length);
  const emptyPlaces = ({ splits: places }: StratumSpread) =>
    places.filter((place) => place.components === 0).map(({ name }) => shown(name));
  const absent = spread.filter((stratum) => emptyPlaces(stratum).length > 0);
  const singlePlaces = ({ splits: places }: StratumSpread) =>
    // Of a split that is one component, that has been said of everything in it.
    places
      .filter((place, at) => place.components === 1 && (splits[at]?.components ?? 0) > 1)
      .map(({ name }) => shown(name));
  const single = isFolds ? [] : spread.filter((stratum) => singlePlaces(stratum).length > 0);
  return [
    ...cut(
      'rare-stratum',
      rare,
      `occur in fewer ${nounOf(components)}s than there are ${noun}`,
      (stratum) => {
        const carriers = stratum.components;
        const places =
          carriers === 1 ? `one ${noun.slice(0, -1)}` : `${carriers} of ${splits.length} ${noun}`;
        return `occurs in ${quantity(components, carriers)}: it can be in ${places} only`;
      },
    ),
    ...cut('absent-stratum', absent, `are not in every ${noun.slice(0, -1)}`, (stratum) => {
      const places = joinWords(emptyPlaces(stratum).slice(0, listed), 'or');
      return `is not in ${places}, though ${quantity(components, stratum.components)} have it`;
    }),
    ...cut('single-source', single, `come from one ${nounOf(components)} in a split`, (stratum) => {
      const places = joinWords(singlePlaces(stratum).slice(0, listed), 'and');
      return `comes from 1 ${nounOf(components)} in ${places}: what is seen of it there is true of that one`;
    }),
  ];
}

/** A sentence for each stratum, up to the number that is listed; the others are counted. */
function cut(
  kind: Limit['kind'],
  strata: readonly StratumSpread[],
  allOfThem: string,
  say: (stratum: StratumSpread) => string,
): Limit[] {
  const limits = strata.slice(0, listed).map((spread) => ({
    kind,
    message: `${shown(spread.dimension)} ${shown(spread.stratum)} ${say(spread)}`,
  }));
  const more = strata.length - listed;
  if (more > 0)
    limits.push({ kind, message: `${formatQuantity(more, 'more stratum', 'more strata')} ${allOfThem}` });
  return limits;
}

/** `subject` where each component is one, which is what a reader calls it. */
function nounOf(components: readonly Component[]): string {
  return components.every(({ tally }) => tally.subjects === 1) ? 'subject' : 'component';
}

function quantity(components: readonly Component[], count: number): string {
  return formatQuantity(count, nounOf(components));
}

function percent(share: number): string {
  return formatShare(share, 1) ?? '';
}

/** Long names would hide the sentence that they are in. */
function shown(name: string): string {
  return shortenMiddle(name, 60);
}

function listWords(words: readonly string[]): string {
  const more = words.length - listed;
  return [...words.slice(0, listed), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}

function joinWords(words: readonly string[], last: string): string {
  const head = words.slice(0, -1);
  return head.length === 0 ? words.join('') : `${head.join(', ')} ${last} ${words.at(-1) ?? ''}`;
}
