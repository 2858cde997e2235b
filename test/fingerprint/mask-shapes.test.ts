import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeRuns, RunList, type PlacedRuns } from '../../src/fingerprint/mask-runs.ts';
import { describeShapes } from '../../src/fingerprint/mask-shapes.ts';
import { floodFill } from './flood-fill.ts';

interface Drawn {
  readonly width: number;
  readonly places: readonly number[];
}

function toRuns({ width, places }: Drawn): PlacedRuns {
  const runs = new RunList();
  places.forEach((place) => runs.add(place, 1));
  return placeRuns(runs, { width, height: places.length / width }, (key) => key);
}

const shapesOf = (drawn: Drawn, ranks?: readonly number[]) => describeShapes(toRuns(drawn), ranks).shapes;

/** Rows of digits; `.` is a value that is not declared. */
function draw(...rows: readonly string[]): Drawn {
  const places = rows.flatMap((row) => Array.from(row).map((digit) => (digit === '.' ? -1 : Number(digit))));
  return { width: rows[0]?.length ?? 0, places };
}

describe('the shapes of a mask', () => {
  const drawn = fc
    .record({ width: fc.integer({ min: 1, max: 12 }), height: fc.integer({ min: 1, max: 12 }) })
    .chain(({ width, height }) =>
      fc.record({
        width: fc.constant(width),
        places: fc
          // Few values, so that there are parts of some size, and of every value.
          .uniqueArray(fc.integer({ min: -1, max: 3 }), { minLength: 1, maxLength: 3 })
          .chain((used) =>
            fc.array(fc.constantFrom(0, ...used), { minLength: width * height, maxLength: width * height }),
          ),
      }),
    );

  it('are those that a flood fill finds', () => {
    fc.assert(
      fc.property(drawn, (mask) => {
        const shown = shapesOf(mask).map(({ largest, smallest, smallestHoles, ...shape }) => ({
          ...shape,
          smallest: [...smallest],
          smallestHoles: [...smallestHoles],
          largest: largest.map(({ pixels, x, y }) => [pixels, x.toFixed(9), y.toFixed(9)]),
        }));
        expect(shown).toEqual(floodFill(mask));
      }),
      { seed: 11, numRuns: 3000 },
    );
  });

  it('connect classes by corners, and the background by sides alone', () => {
    const [shape] = shapesOf(draw('00000', '00100', '01010', '00100', '00000'));
    expect(shape).toMatchObject({ parts: 1, holes: 1, smallestHoles: [1], borderPixels: 0 });
    expect(shape?.box).toEqual({ left: 1, top: 1, right: 3, bottom: 3 });
  });

  it('have a hole only where one class alone surrounds it', () => {
    expect(shapesOf(draw('1111', '1002', '1111'))[0]).toMatchObject({ holes: 0 });
    expect(shapesOf(draw('11111', '10021', '11111'))[0]).toMatchObject({ holes: 0 });
    expect(shapesOf(draw('1111', '1001', '1.11'))[0]).toMatchObject({ holes: 0 });
    expect(shapesOf(draw('1111', '1001', '1011'))[0]).toMatchObject({ holes: 0 });
    expect(shapesOf(draw('1111', '1001', '1111'))[0]).toMatchObject({ holes: 1, smallestHoles: [2] });
  });

  it('name the two largest parts, the upper of equals first', () => {
    const [shape] = shapesOf(draw('100011', '000011', '110000', '110001'));
    expect(shape).toMatchObject({ parts: 4, smallest: [1, 1, 4, 4] });
    expect(shape?.largest).toEqual([
      { pixels: 4, x: 5 / 6, y: 1 / 4 },
      { pixels: 4, x: 1 / 6, y: 3 / 4 },
    ]);
  });

  it('count thin runs between a lower and a higher index', () => {
    const between = (row: string, ranks: readonly number[]) => shapesOf(draw(row), ranks)[0]?.between;
    expect(between('00112', [0, 5, 9])).toBe(2);
    expect(between('21002', [0, 5, 9])).toBe(1);
    expect(between('001112', [0, 5, 9])).toBe(0);
    expect(between('00112', [0, 9, 5])).toBe(0);
    expect(between('00110', [0, 5, 9])).toBe(0);
    expect(shapesOf(draw('00112'))[0]?.between).toBe(0);
  });

  it('keep no more than the sixteen smallest', () => {
    const places = Array.from({ length: 41 * 3 }, (_, at) => (at < 41 ? (at + 1) % 2 : 0));
    places[41] = 1;
    const [shape] = shapesOf({ width: 41, places });
    expect(shape).toMatchObject({ parts: 21, smallest: new Array(16).fill(1) });
    expect(shape?.largest[0]?.pixels).toBe(2);
  });
});

describe('the grid of a mask', () => {
  it('has the value at the middle of each cell', () => {
    const [width, height] = [96, 64];
    const places = Array.from({ length: width * height }, (_, at) => ((at % width) * 7 + (at >> 6)) % 5);
    const { grid } = describeShapes(toRuns({ width, places }), undefined);
    const expected = Array.from({ length: 1024 }, (_, cell) => {
      const [x, y] = [3 * (cell % 32) + 1, 2 * Math.floor(cell / 32) + 1];
      return places[y * width + x];
    });
    expect([...grid]).toEqual(expected);
  });

  it('repeats pixels of a mask of one', () => {
    expect(new Set(describeShapes(toRuns({ width: 1, places: [2] }), undefined).grid)).toEqual(new Set([2]));
  });
});
