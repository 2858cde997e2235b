import { Placement, movedShare, shareOf } from './placement.ts';
import type { Problem } from './problem.ts';

/** Divisions, whole or begun, that are looked at before the search is given up. */
const divisionsLookedAt = 100_000;

/** With more components there is no hope to see them all. */
const mostComponents = 40;

/**
 * Looks through all divisions, passing over those that cannot be better than the best so far (branch and bound).
 * Of a division that is begun, each split can still come to hold anything between what it holds and that plus all
 * that is left: no way to go on costs less than the least share in that range.
 * @param start a good division, the better the faster
 * @returns the best division there is, `start` where no other is better; undefined where there are too many
 */
export function searchAll(start: Placement): Placement | undefined {
  const { problem } = start;
  if (problem.components.length > mostComponents) return undefined;
  const search = new Search(problem, start);
  return search.run() ? new Placement(problem, search.best) : undefined;
}

class Search {
  best: Uint16Array;
  private lowest: number;
  private readonly problem: Problem;
  private readonly splitCount: number;
  private readonly splitOf: Uint16Array;
  private readonly held: Float64Array;
  private readonly left: Float64Array;
  /** Fewest samples moved by component `c` and all after it, as shares of the objective. */
  private readonly leastMoved: Float64Array;
  private readonly hasTwins: boolean;
  private looks = divisionsLookedAt;

  constructor(problem: Problem, start: Placement) {
    this.problem = problem;
    this.splitCount = problem.splits.length;
    this.best = start.splitOf;
    this.lowest = start.objective();
    this.splitOf = new Uint16Array(problem.components.length);
    this.held = new Float64Array(problem.attributeCount * this.splitCount);
    this.left = Float64Array.from(problem.totals);
    this.leastMoved = new Float64Array(problem.components.length + 1);
    for (let component = problem.components.length - 1; component >= 0; component--) {
      const shares = problem.splits.map((_, split) => movedShare(problem, component, split));
      this.leastMoved[component] = (this.leastMoved[component + 1] ?? 0) + Math.min(...shares);
    }
    this.hasTwins = problem.moved.length === 0;
  }

  /** @returns whether everything was looked at */
  run(): boolean {
    let bound = 0;
    for (let attribute = 0; attribute < this.problem.attributeCount; attribute++)
      bound += this.boundOf(attribute);
    return this.place(0, bound, 0);
  }

  /**
   * @param bound least sum of the attributes' shares
   * @param moved share of the samples that were moved so far
   */
  private place(component: number, bound: number, moved: number): boolean {
    const { problem } = this;
    if (bound + moved + (this.leastMoved[component] ?? 0) >= this.lowest - 1e-12) return true;
    if (component === problem.components.length) {
      this.lowest = bound + moved;
      this.best = this.splitOf.slice();
      return true;
    }
    if (this.looks-- <= 0) return false;
    for (let split = 0; split < this.splitCount; split++) {
      if (this.isTwinOfEmpty(component, split)) continue;
      const change = this.shift(component, split, 1);
      this.splitOf[component] = split;
      const isDone = this.place(component + 1, bound + change, moved + movedShare(problem, component, split));
      this.shift(component, split, -1);
      if (!isDone) return false;
    }
    return true;
  }

  /** Puts a component into a split, or takes it back (`sign` −1). @returns by how much the bound changes */
  private shift(component: number, split: number, sign: 1 | -1): number {
    const { starts, attributes, amounts } = this.problem;
    let change = 0;
    for (let entry = starts[component] ?? 0; entry < (starts[component + 1] ?? 0); entry++) {
      const attribute = attributes[entry] ?? 0;
      const amount = sign * (amounts[entry] ?? 0);
      const cell = attribute * this.splitCount + split;
      if (sign > 0) change -= this.boundOf(attribute);
      this.held[cell] = (this.held[cell] ?? 0) + amount;
      this.left[attribute] = (this.left[attribute] ?? 0) - amount;
      if (sign > 0) change += this.boundOf(attribute);
    }
    return change;
  }

  /** The least that an attribute can still add to the objective. */
  private boundOf(attribute: number): number {
    const left = this.left[attribute] ?? 0;
    let sum = 0;
    for (let split = 0; split < this.splitCount; split++) {
      const cell = attribute * this.splitCount + split;
      const held = this.held[cell] ?? 0;
      const wanted = this.problem.wanted[cell] ?? 0;
      sum += shareOf(this.problem, attribute, split, Math.max(held, Math.min(held + left, wanted)));
    }
    return sum;
  }

  /** Whether an empty split of the same ratio comes before: what can be done with this one can be done with that one. */
  private isTwinOfEmpty(component: number, split: number): boolean {
    if (!this.hasTwins || split === 0) return false;
    const { splits } = this.problem;
    if (splits[split]?.ratio !== splits[split - 1]?.ratio) return false;
    for (let placed = 0; placed < component; placed++) if (this.splitOf[placed] === split - 1) return false;
    return true;
  }
}
