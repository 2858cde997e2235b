import { gapOf } from './cost.ts';
import { movedWeight, type Problem } from './problem.ts';

/** A division of the components, with what each split holds kept up to date. */
export class Placement {
  readonly problem: Problem;
  /** Split of each component. */
  readonly splitOf: Uint16Array;
  private readonly splitCount: number;
  /** Amount of attribute `a` in split `k`, at `a` × splits + `k`. */
  private readonly held: Float64Array;
  /** What it adds to the objective. */
  private readonly shares: Float64Array;

  constructor(problem: Problem, splitOf: ArrayLike<number>) {
    this.problem = problem;
    this.splitCount = problem.splits.length;
    this.splitOf = Uint16Array.from(splitOf);
    this.held = new Float64Array(problem.attributeCount * this.splitCount);
    const { starts, attributes, amounts } = problem;
    this.splitOf.forEach((split, component) => {
      for (let entry = starts[component] ?? 0; entry < (starts[component + 1] ?? 0); entry++) {
        const cell = (attributes[entry] ?? 0) * this.splitCount + split;
        this.held[cell] = (this.held[cell] ?? 0) + (amounts[entry] ?? 0);
      }
    });
    this.shares = Float64Array.from(this.held, (amount, cell) =>
      shareOf(problem, Math.floor(cell / this.splitCount), cell % this.splitCount, amount),
    );
  }

  /** The objective: see `Problem`. */
  objective(): number {
    let sum = 0;
    for (const share of this.shares) sum += share;
    this.splitOf.forEach((split, component) => (sum += movedShare(this.problem, component, split)));
    return sum;
  }

  /** By how much the objective changes when the component goes to `target`. */
  difference(component: number, target: number): number {
    const source = this.splitOf[component] ?? 0;
    if (source === target) return 0;
    const { problem, splitCount, held, shares } = this;
    const { starts, attributes, amounts } = problem;
    const end = starts[component + 1] ?? 0;
    let sum = movedShare(problem, component, target) - movedShare(problem, component, source);
    for (let entry = starts[component] ?? 0; entry < end; entry++) {
      const attribute = attributes[entry] ?? 0;
      const amount = amounts[entry] ?? 0;
      const from = attribute * splitCount + source;
      const to = attribute * splitCount + target;
      sum +=
        shareOf(problem, attribute, source, (held[from] ?? 0) - amount) -
        (shares[from] ?? 0) +
        (shareOf(problem, attribute, target, (held[to] ?? 0) + amount) - (shares[to] ?? 0));
    }
    return sum;
  }

  move(component: number, target: number): void {
    const source = this.splitOf[component] ?? 0;
    const { starts, attributes, amounts } = this.problem;
    for (let entry = starts[component] ?? 0; entry < (starts[component + 1] ?? 0); entry++) {
      this.change(attributes[entry] ?? 0, source, -(amounts[entry] ?? 0));
      this.change(attributes[entry] ?? 0, target, amounts[entry] ?? 0);
    }
    this.splitOf[component] = target;
  }

  private change(attribute: number, split: number, amount: number): void {
    const cell = attribute * this.splitCount + split;
    const held = (this.held[cell] ?? 0) + amount;
    this.held[cell] = held;
    this.shares[cell] = shareOf(this.problem, attribute, split, held);
  }
}

/** What `amount` of an attribute in a split adds to the objective. It is least at the wanted amount, and grows with the distance from it. */
export function shareOf(problem: Problem, attribute: number, split: number, amount: number): number {
  const gap = gapOf(amount, problem.wanted[attribute * problem.splits.length + split] ?? 0);
  const share = (problem.weights[attribute] ?? 0) * gap * gap;
  return attribute === 0 && problem.bounds ? share + violationOf(problem.bounds, split, amount) : share;
}

/** What the samples that a component would move add to the objective. */
export function movedShare(problem: Problem, component: number, split: number): number {
  return movedWeight * (problem.moved[component * problem.splits.length + split] ?? 0);
}

function violationOf(bounds: NonNullable<Problem['bounds']>, split: number, samples: number): number {
  const below = Math.max(0, (bounds.lowest[split] ?? 0) - samples);
  const above = Math.max(0, samples - (bounds.highest[split] ?? Infinity));
  return bounds.violationWeight * (below + above);
}
