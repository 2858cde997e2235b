import { compareText } from '../model/order.ts';
import type { Component, Tally } from './component.ts';
import { termWeights, type TermKind } from './cost.ts';
import { seedRandom, shuffle } from '../statistics/seeded-random.ts';
import type { WantedSplit } from './wanted-splits.ts';

/**
 * What a search looks for, in numbers: components and splits are indices, and everything that is counted of a
 * component (samples, subjects, samples of a stratum) is an amount of an attribute.
 *
 * The objective of a division is `violationWeight` × the samples by which splits are out of their bounds +
 * `movedWeight` × the samples that change their split + the square of the cost (0–1): the first thing that differs
 * decides. Bounds and samples are whole numbers, so that the sums of the first two are exact.
 */
export interface Problem {
  /** The largest first; those of one size in an order of chance. */
  readonly components: readonly Component[];
  readonly splits: readonly WantedSplit[];
  readonly attributeCount: number;
  /** The entries of component `c` are `starts[c]` to `starts[c + 1]` − 1. */
  readonly starts: Uint32Array;
  /** Attribute of each entry; 0 is the samples. */
  readonly attributes: Uint32Array;
  /** Amount of each entry, above 0. */
  readonly amounts: Float64Array;
  /** Amount of each attribute over all components, above 0. */
  readonly totals: Float64Array;
  /** Amount that is asked for of attribute `a` in split `k`, at `a` × splits + `k`. */
  readonly wanted: Float64Array;
  /** Weight of a squared gap of each attribute in one split; over attributes and splits they add up to 1. */
  readonly weights: Float64Array;
  /** Samples that change their split when component `c` goes to split `k`, at `c` × splits + `k`; empty where that is nothing to avoid. */
  readonly moved: Float64Array;
  readonly bounds: SizeBounds | undefined;
}

/** Fewest and most samples of each split, whole numbers. */
export interface SizeBounds {
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  /** What a sample too many or too few weighs in the objective. */
  readonly violationWeight: number;
}

/** What a moved sample weighs in the objective: more than the squares of any two costs can differ. */
export const movedWeight = 4;

export interface ProblemOptions {
  /** Sum of the components. */
  readonly whole: Tally;
  readonly seed: number;
  /** Whether samples that change their split count. */
  readonly isRepair: boolean;
  readonly bounds: SizeBounds | undefined;
}

/** @param splits the larger ratio first, so that those of one size are neighbours */
export function compileProblem(
  components: readonly Component[],
  splits: readonly WantedSplit[],
  { whole, seed, isRepair, bounds }: ProblemOptions,
): Problem {
  const byId = [...components].sort((a, b) => compareText(a.id, b.id));
  const ordered = shuffle(byId, seedRandom(seed)).sort((a, b) => b.tally.samples - a.tally.samples);
  const index = new AttributeIndex(whole);
  const starts = new Uint32Array(ordered.length + 1);
  const attributes: number[] = [];
  const amounts: number[] = [];
  ordered.forEach(({ tally }, component) => {
    for (const { attribute, amount } of index.list(tally)) {
      attributes.push(attribute);
      amounts.push(amount);
    }
    starts[component + 1] = attributes.length;
  });
  const ratios = splits.map(({ ratio }) => ratio);
  return {
    components: ordered,
    splits,
    attributeCount: index.totals.length,
    starts,
    attributes: Uint32Array.from(attributes),
    amounts: Float64Array.from(amounts),
    totals: Float64Array.from(index.totals),
    wanted: Float64Array.from(index.totals.flatMap((total) => ratios.map((ratio) => total * ratio))),
    weights: index.weigh(splits.length),
    moved: isRepair ? countMoved(ordered, splits) : new Float64Array(0),
    bounds,
  };
}

/** Numbers everything that the whole has an amount of: samples, subjects, strata by dimension. */
class AttributeIndex {
  readonly totals: number[] = [];
  /** Attributes of each term of the cost. */
  private readonly terms: { readonly kind: TermKind; readonly attributes: number[] }[] = [];
  private readonly subjects: number | undefined;
  private readonly strata: ReadonlyMap<string, ReadonlyMap<string, number>>;

  constructor(whole: Tally) {
    this.addTerm('samples', [['', whole.samples]]);
    this.subjects = this.addTerm('subjects', [['', whole.subjects]]).get('');
    this.strata = new Map(
      [...whole.strata].map(([dimension, strata]) => [dimension, this.addTerm('strata', [...strata])]),
    );
  }

  /** The amounts that a component has, by attribute: sums over them must not depend on the order of its strata. */
  list(tally: Tally): { readonly attribute: number; readonly amount: number }[] {
    const entries: { attribute: number; amount: number }[] = [];
    const add = (attribute: number | undefined, amount: number) => {
      if (attribute !== undefined && amount > 0) entries.push({ attribute, amount });
    };
    add(0, tally.samples);
    add(this.subjects, tally.subjects);
    for (const [dimension, strata] of tally.strata) {
      const ids = this.strata.get(dimension);
      for (const [stratum, amount] of strata) add(ids?.get(stratum), amount);
    }
    return entries.sort((a, b) => a.attribute - b.attribute);
  }

  /** @returns weight of each attribute */
  weigh(splitCount: number): Float64Array {
    const sum = this.terms.reduce((total, { kind }) => total + termWeights[kind], 0);
    const weights = new Float64Array(this.totals.length);
    for (const { kind, attributes } of this.terms)
      for (const attribute of attributes)
        weights[attribute] = termWeights[kind] / (sum * splitCount * attributes.length);
    return weights;
  }

  private addTerm(kind: TermKind, amounts: readonly (readonly [string, number])[]): Map<string, number> {
    const ids = new Map<string, number>();
    for (const [name, amount] of amounts) if (amount > 0) ids.set(name, this.totals.push(amount) - 1);
    if (ids.size > 0) this.terms.push({ kind, attributes: [...ids.values()] });
    return ids;
  }
}

function countMoved(components: readonly Component[], splits: readonly WantedSplit[]): Float64Array {
  const moved = new Float64Array(components.length * splits.length);
  components.forEach(({ today }, component) => {
    let assigned = 0;
    for (const part of today.values()) assigned += part.samples;
    splits.forEach(({ name }, split) => {
      moved[component * splits.length + split] = assigned - (today.get(name)?.samples ?? 0);
    });
  });
  return moved;
}

/** The sizes that are within `tolerance` (share of all samples) of the ratios. */
export function boundSizes(samples: number, splits: readonly WantedSplit[], tolerance: number): SizeBounds {
  // What rounding takes from a product of shares and samples must not put a size out of its bounds.
  const grain = 1e-9 * samples;
  const lowest = splits.map(({ ratio }) => Math.max(0, Math.ceil((ratio - tolerance) * samples - grain)));
  const highest = splits.map(({ ratio }) => Math.floor((ratio + tolerance) * samples + grain));
  return {
    // No tolerance is so strict that the wanted size, rounded, is out of bounds.
    lowest: Float64Array.from(lowest, (size, split) =>
      Math.min(size, Math.floor((splits[split]?.ratio ?? 0) * samples)),
    ),
    highest: Float64Array.from(highest, (size, split) =>
      Math.max(size, Math.ceil((splits[split]?.ratio ?? 0) * samples)),
    ),
    violationWeight: 2 * movedWeight * (samples + 1),
  };
}
