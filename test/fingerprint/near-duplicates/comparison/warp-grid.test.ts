import { describe, expect, it } from 'vitest';
import { refineWarp } from '../../../../src/fingerprint/near-duplicates/comparison/refine-warp.ts';
import {
  cut,
  invertWarp,
  overlapOf,
  warpOver,
  type Warp,
} from '../../../../src/fingerprint/near-duplicates/comparison/warp-grid.ts';

/** A smooth pattern without end, known between pixels, too. */
const patternAt = (x: number, y: number): number =>
  Math.sin(x / 4) + Math.cos(y / 5) + 0.5 * Math.sin((x + y) / 7) + 0.3 * Math.cos((x - 2 * y) / 9);

/** A grid whose centre shows the pattern at the warp of the frame's centre. */
function drawGrid(width: number, height: number, { scaleX, scaleY, shiftX, shiftY }: Warp) {
  const levels = Float32Array.from({ length: width * height }, (_, at) =>
    patternAt(
      scaleX * ((at % width) - (width - 1) / 2) + shiftX,
      scaleY * (Math.floor(at / width) - (height - 1) / 2) + shiftY,
    ),
  );
  return { width, height, levels };
}

const still: Warp = { scaleX: 1, scaleY: 1, shiftX: 0, shiftY: 0 };

describe('warpOver', () => {
  it('reads a moving picture where the frame sees it, between pixels by straight lines', () => {
    const moving = {
      width: 4,
      height: 3,
      levels: Float32Array.from([0, 10, 20, 30, 4, 14, 24, 34, 8, 18, 28, 38]),
    };
    const warp = { scaleX: 1, scaleY: 1, shiftX: 0.5, shiftY: -0.25 };
    const area = { left: 0, right: 4, top: 1, bottom: 3 };
    const { levels } = warpOver({ width: 4, height: 3 }, moving, warp, area);
    // Levels rise by 10 a column and 4 a row; the last column lies half a pixel outside and repeats the edge.
    expect([...levels]).toEqual([8, 18, 28, 33, 12, 22, 32, 37]);
  });

  it('gives the picture itself under no warp', () => {
    const grid = drawGrid(20, 15, still);
    const area = overlapOf(grid, grid, still);
    expect(area).toEqual({ left: 0, right: 20, top: 0, bottom: 15 });
    expect(warpOver(grid, grid, still, area)).toEqual(grid);
    expect(cut(grid, area)).toEqual(grid);
  });
});

describe('refineWarp', () => {
  it.each([
    ['a shift', { scaleX: 1, scaleY: 1, shiftX: 1.7, shiftY: -1.2 }],
    ['a scale of each axis', { scaleX: 1.06, scaleY: 0.95, shiftX: 0, shiftY: 0 }],
    ['both', { scaleX: 0.96, scaleY: 1.03, shiftX: -1.4, shiftY: 0.8 }],
  ])('finds %s', (_, truth) => {
    const frame = drawGrid(60, 48, still);
    // The moving picture shows at `truth` of a point what the frame shows at the point.
    const moving = drawGrid(60, 48, invertWarp(truth));
    const found = refineWarp(frame, moving, still);
    for (const key of ['scaleX', 'scaleY'] as const) expect(found[key]).toBeCloseTo(truth[key], 2);
    for (const key of ['shiftX', 'shiftY'] as const)
      expect(Math.abs(found[key] - truth[key])).toBeLessThan(0.05);
  });

  it('is not pulled by a box over the picture', () => {
    const frame = drawGrid(60, 48, still);
    const moving = drawGrid(60, 48, { scaleX: 1, scaleY: 1, shiftX: -1.5, shiftY: 1 });
    for (let y = 10; y < 20; y++) moving.levels.fill(4, y * 60 + 10, y * 60 + 30);
    const found = refineWarp(frame, moving, still);
    expect(found.shiftX).toBeCloseTo(1.5, 0);
    expect(Math.hypot(found.shiftX - 1.5, found.shiftY + 1)).toBeLessThan(0.25);
  });
});
