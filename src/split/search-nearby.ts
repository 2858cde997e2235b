import { Placement } from './placement.ts';
import type { Problem } from './problem.ts';
import { seedRandom, type SeededRandom } from '../statistics/seeded-random.ts';

/** How much a search may do, in amounts looked at: the same on every machine, unlike time. */
interface Effort {
  left: number;
}

/** Half a second on a processor of 2020. */
const amountsLookedAt = 10_000_000;

/** Square of a cost of 0.001: counts that are typically a thousandth off are as good as exact. */
const goodEnough = 1e-6;

/** Below this, a difference is rounding. */
const least = 1e-12;

/**
 * Improves a division by moves of one component, then by moves of one that make room for another, until neither
 * helps or the division is good enough; then shakes a few components at random and tries again, keeping the best.
 * @param start is changed on the way
 * @returns the division found, at least as good as `start` was
 */
export function searchNearby(start: Placement, seed: number): Placement {
  const { problem } = start;
  const random = seedRandom(seed);
  const effort = { left: amountsLookedAt };
  const order = orderMoves(problem);
  descend(start, order, random, effort);
  let best = start;
  let lowest = best.objective();
  for (let round = 0; round < shakes && effort.left > 0 && lowest > goodEnough; round++) {
    const shaken = new Placement(problem, best.splitOf);
    for (let count = 2 + random.below(3); count > 0; count--)
      shaken.move(random.below(order.length), random.below(problem.splits.length));
    effort.left -= problem.amounts.length;
    descend(shaken, order, random, effort);
    const objective = shaken.objective();
    if (objective < lowest - least) {
      best = shaken;
      lowest = objective;
    }
  }
  return best;
}

const shakes = 300;

/** Who else may move for one component, at most: all of them where there are no more. */
const partners = 120;

/** Components in the order in which they are tried: those first whose move changes fewest samples for its size, then the small ones. */
function orderMoves({ components, splits, moved }: Problem): readonly number[] {
  const price = components.map(({ tally }, component) => {
    const row = moved.subarray(component * splits.length, (component + 1) * splits.length).toSorted();
    return ((row[1] ?? 0) - (row[0] ?? 0)) / tally.samples;
  });
  return components
    .map((_, component) => component)
    .sort((a, b) => (price[a] ?? 0) - (price[b] ?? 0) || b - a);
}

function descend(placement: Placement, order: readonly number[], random: SeededRandom, effort: Effort): void {
  while (effort.left > 0 && placement.objective() > goodEnough) {
    if (moveOnce(placement, order, effort)) continue;
    if (!moveInPairs(placement, order, random, effort)) return;
  }
}

/** Moves each component to where it suits best. */
function moveOnce(placement: Placement, order: readonly number[], effort: Effort): boolean {
  let hasMoved = false;
  for (const component of order) {
    if (effort.left <= 0) break;
    const { split, difference } = bestMove(placement, component, effort);
    if (difference >= -least) continue;
    placement.move(component, split);
    hasMoved = true;
  }
  return hasMoved;
}

/** Moves each component where that pays together with the move of another one out of the split it goes to. */
function moveInPairs(
  placement: Placement,
  order: readonly number[],
  random: SeededRandom,
  effort: Effort,
): boolean {
  let hasMoved = false;
  for (const component of order) {
    const source = placement.splitOf[component] ?? 0;
    for (let target = 0; target < placement.problem.splits.length; target++) {
      if (target === source) continue;
      if (effort.left <= 0) return hasMoved;
      const first = placement.difference(component, target);
      placement.move(component, target);
      const answer = bestAnswer(placement, component, random, effort);
      if (first + answer.difference < -least) {
        placement.move(answer.component, answer.split);
        hasMoved = true;
        break;
      }
      placement.move(component, source);
    }
  }
  return hasMoved;
}

/** The best move of another component out of the split that `moved` has come to. */
function bestAnswer(placement: Placement, moved: number, random: SeededRandom, effort: Effort) {
  const { splitOf } = placement;
  const split = splitOf[moved];
  const best = { component: moved, split: split ?? 0, difference: 0 };
  const isFew = splitOf.length <= partners;
  const tries = isFew ? splitOf.length : partners;
  for (let attempt = 0; attempt < tries; attempt++) {
    const other = isFew ? attempt : random.below(splitOf.length);
    if (other === moved || splitOf[other] !== split) continue;
    const answer = bestMove(placement, other, effort);
    if (answer.difference < best.difference) Object.assign(best, answer, { component: other });
  }
  return best;
}

function bestMove(placement: Placement, component: number, effort: Effort) {
  const { problem, splitOf } = placement;
  const best = { split: splitOf[component] ?? 0, difference: 0 };
  for (let split = 0; split < problem.splits.length; split++) {
    const difference = placement.difference(component, split);
    if (difference < best.difference) {
      best.split = split;
      best.difference = difference;
    }
  }
  const entries = (problem.starts[component + 1] ?? 0) - (problem.starts[component] ?? 0);
  effort.left -= 2 * entries * (problem.splits.length - 1);
  return best;
}
