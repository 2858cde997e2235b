import type { Box } from '../../model/annotation.ts';
import { measureOverlap } from './box-faults.ts';

/** Tiny neighbours, too, have corners within a pixel: boxes that are one overlap by more than half. */
const leastOverlap = 0.5;

/**
 * Boxes that repeat another one of the list: all corners within `nearness`, or overlap (intersection over union) of at
 * least `overlap`. Of two, the later in the list is the repeated one.
 * @param boxes of one class, each with an area
 * @param nearness in the unit of the boxes
 * @returns their places in the list, sorted
 */
export function findRepeatedBoxes(boxes: readonly Box[], nearness: number, overlap: number): number[] {
  const order = [...boxes.entries()].sort(([, a], [, b]) => a.xmin - b.xmin);
  const repeated = new Set<number>();
  order.forEach(([place, box], at) => {
    // Of a box whose left edge is moved by more, not enough is covered any more.
    const reach = Math.max(nearness, (1 - overlap) * (box.xmax - box.xmin));
    for (let next = at + 1; next < order.length; next++) {
      const [otherPlace, other] = order[next] ?? [place, box];
      if (other.xmin - box.xmin > reach) break;
      const shared = measureOverlap(box, other);
      if (shared >= overlap || (shared > leastOverlap && areNear(box, other, nearness)))
        repeated.add(Math.max(place, otherPlace));
    }
  });
  return [...repeated].sort((a, b) => a - b);
}

function areNear(a: Box, b: Box, nearness: number): boolean {
  return (
    Math.abs(a.xmin - b.xmin) <= nearness &&
    Math.abs(a.ymin - b.ymin) <= nearness &&
    Math.abs(a.xmax - b.xmax) <= nearness &&
    Math.abs(a.ymax - b.ymax) <= nearness
  );
}
