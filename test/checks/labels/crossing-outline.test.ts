import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCrossing } from '../../../src/checks/labels/crossing-outline.ts';

type Point = readonly [number, number];

/** Solves for where the lines of two edges meet, in fractions: strictly inside both is a crossing. */
function meetInside(a: Point, b: Point, c: Point, d: Point): boolean {
  const [rx, ry] = [b[0] - a[0], b[1] - a[1]];
  const [sx, sy] = [d[0] - c[0], d[1] - c[1]];
  const across = rx * sy - ry * sx;
  if (across === 0) return false;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / across;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / across;
  return t > 0 && t < 1 && u > 0 && u < 1;
}

describe('isCrossing', () => {
  it.each([
    ['a triangle', [0, 0, 4, 0, 2, 3], false],
    ['a square', [0, 0, 4, 0, 4, 4, 0, 4], false],
    ['a square that ends at its start', [0, 0, 4, 0, 4, 4, 0, 4, 0, 0], false],
    ['a bow tie', [0, 0, 4, 4, 4, 0, 0, 4], true],
    ['a star of five points', [5, 0, 8, 9, 0, 3, 10, 3, 2, 9], true],
    ['two triangles that touch in a point', [0, 0, 4, 4, 8, 0, 8, 8, 4, 4, 0, 8], false],
    ['a point twice in a row', [0, 0, 0, 0, 4, 0, 4, 4], false],
    ['a line there and back', [0, 0, 4, 0, 8, 0], false],
    ['one point', [3, 3], false],
    ['nothing', [], false],
  ])('%s', (_, outline, expected) => {
    expect(isCrossing(outline)).toBe(expected);
  });

  it('finds what comparing all pairs of edges finds', () => {
    const draw = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), { minLength: 3, maxLength: 7 });
    let crossing = 0;
    fc.assert(
      fc.property(draw, (points) => {
        const edges = points.map((from, at): [Point, Point] => [
          from,
          points[(at + 1) % points.length] ?? from,
        ]);
        const expected = edges.some(([a, b], at) =>
          edges.slice(at + 1).some(([c, d]) => meetInside(a, b, c, d)),
        );
        if (expected) crossing++;
        expect(isCrossing(points.flat())).toBe(expected);
      }),
      { numRuns: 1000 },
    );
    expect(crossing).toBeGreaterThan(100);
  });

  it('never finds a crossing in points around a centre', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 50, noNaN: true }), { minLength: 3, maxLength: 60 }),
        (radii) => {
          const outline = radii.flatMap((radius, at) => {
            const angle = (2 * Math.PI * at) / radii.length;
            return [radius * Math.cos(angle), radius * Math.sin(angle)];
          });
          expect(isCrossing(outline)).toBe(false);
        },
      ),
    );
  });
});
