import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureOverlap } from '../../../src/checks/labels/box-faults.ts';
import { findRepeatedBoxes } from '../../../src/checks/labels/repeated-boxes.ts';
import type { Box } from '../../../src/model/annotation.ts';

const side = fc.integer({ min: 1, max: 40 });
/** Whole numbers, so that pixels can be counted; many that are nearly alike. */
const drawBox: fc.Arbitrary<Box> = fc
  .tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 }), side, side)
  .map(([xmin, ymin, width, height]) => ({ xmin, ymin, xmax: xmin + width, ymax: ymin + height }));

/** By looking at every pixel. */
function countOverlap(a: Box, b: Box): number {
  let both = 0;
  let either = 0;
  const holds = (box: Box, x: number, y: number) =>
    x >= box.xmin && x < box.xmax && y >= box.ymin && y < box.ymax;
  for (let x = 0; x < 50; x++)
    for (let y = 0; y < 50; y++) {
      const [isInA, isInB] = [holds(a, x, y), holds(b, x, y)];
      if (isInA && isInB) both++;
      if (isInA || isInB) either++;
    }
  return both / either;
}

describe('measureOverlap', () => {
  it('is the share of pixels that both hold', () => {
    fc.assert(
      fc.property(drawBox, drawBox, (a, b) => {
        expect(measureOverlap(a, b)).toBeCloseTo(countOverlap(a, b), 12);
      }),
    );
  });
});

describe('findRepeatedBoxes', () => {
  it('finds what comparing all pairs finds', () => {
    const draw = fc.array(drawBox, { maxLength: 12 });
    const overlaps = fc.constantFrom(0.5, 0.7, 0.9, 0.99, 1);
    fc.assert(
      fc.property(draw, overlaps, fc.constantFrom(0, 1), (boxes, overlap, nearness) => {
        const repeated = boxes.flatMap((box, at) => {
          const earlier = boxes.slice(0, at);
          const isRepeated = earlier.some((other) => {
            const shared = countOverlap(box, other);
            const apart = Object.entries(box).map(([name, value]) =>
              Math.abs(value - other[name as keyof Box]),
            );
            return shared >= overlap || (shared > 0.5 && Math.max(...apart) <= nearness);
          });
          return isRepeated ? [at] : [];
        });
        expect(findRepeatedBoxes(boxes, nearness, overlap)).toEqual(repeated);
      }),
      { numRuns: 300 },
    );
  });
});
