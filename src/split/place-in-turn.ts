import { gapOf } from './cost.ts';
import { Placement, movedShare } from './placement.ts';
import type { Problem } from './problem.ts';

/**
 * Gives each component in turn, the largest first, to the split that it suits best: where the cost is least of what
 * has been placed so far. Measured against the ratios of what has been placed, not of all: else the small splits
 * would fill up with the largest components first, and their samples would come from other subjects than those of
 * train.
 */
export function placeInTurn(problem: Problem): Placement {
  const { starts, attributes, amounts, weights } = problem;
  const ratios = problem.splits.map(({ ratio }) => ratio);
  const splitCount = ratios.length;
  const placed = new Float64Array(problem.attributeCount);
  const held = new Float64Array(problem.attributeCount * splitCount);
  const splitOf = new Uint16Array(problem.components.length);
  for (let component = 0; component < splitOf.length; component++) {
    const start = starts[component] ?? 0;
    const end = starts[component + 1] ?? 0;
    for (let entry = start; entry < end; entry++) {
      const attribute = attributes[entry] ?? 0;
      placed[attribute] = (placed[attribute] ?? 0) + (amounts[entry] ?? 0);
    }
    let best = 0;
    let least = Infinity;
    for (let split = 0; split < splitCount; split++) {
      let sum = movedShare(problem, component, split);
      for (let entry = start; entry < end; entry++) {
        const attribute = attributes[entry] ?? 0;
        const wanted = (placed[attribute] ?? 0) * (ratios[split] ?? 0);
        const before = held[attribute * splitCount + split] ?? 0;
        const gapBefore = gapOf(before, wanted);
        const gapAfter = gapOf(before + (amounts[entry] ?? 0), wanted);
        sum += (weights[attribute] ?? 0) * (gapAfter * gapAfter - gapBefore * gapBefore);
      }
      if (sum < least) {
        least = sum;
        best = split;
      }
    }
    splitOf[component] = best;
    for (let entry = start; entry < end; entry++) {
      const cell = (attributes[entry] ?? 0) * splitCount + best;
      held[cell] = (held[cell] ?? 0) + (amounts[entry] ?? 0);
    }
  }
  return new Placement(problem, splitOf);
}
