import { describe, expect, it } from 'vitest';
import { differenceBetween, seeColor, type Rgb } from '../../../src/report/drawing/color-vision.ts';

describe('seeColor', () => {
  // Bruce Lindbloom's calculator (brucelindbloom.com), sRGB, D65.
  it.each<[Rgb, number[]]>([
    [
      [255, 255, 255],
      [100, 0, 0],
    ],
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
    [
      [255, 0, 0],
      [53.24, 80.09, 67.2],
    ],
    [
      [0, 255, 0],
      [87.73, -86.18, 83.18],
    ],
    [
      [0, 0, 255],
      [32.3, 79.19, -107.86],
    ],
    [
      [119, 119, 119],
      [50.03, 0, 0],
    ],
  ])('%j', (rgb, lab) => {
    const seen = seeColor(rgb);
    seen.lab.forEach((value, at) => expect(Math.abs(value - (lab[at] ?? 0))).toBeLessThan(0.02));
    expect(seen.lightness).toBe(seen.lab[0]);
    expect(Math.abs(seen.chroma - Math.hypot(lab[1] ?? 0, lab[2] ?? 0))).toBeLessThan(0.03);
  });

  it('leaves greys as they are to a deuteranope', () => {
    const { lab, labOfDeuteranope } = seeColor([90, 90, 90]);
    labOfDeuteranope.forEach((value, at) => expect(value).toBeCloseTo(lab[at] ?? 0, 2));
  });
});

describe('differenceBetween', () => {
  it('is that of the eye to which two colours are nearest', () => {
    const [red, green, blue] = (
      [
        [200, 60, 40],
        [110, 120, 30],
        [40, 60, 200],
      ] as const
    ).map(seeColor);
    if (!red || !green || !blue) throw new Error('no colours');
    const plain = (a: typeof red, b: typeof red) =>
      Math.hypot(...[0, 1, 2].map((at) => (a.lab[at] ?? 0) - (b.lab[at] ?? 0)));
    // Red and green fall together for a deuteranope; red and blue do not.
    expect(differenceBetween(red, green)).toBeLessThan(0.4 * plain(red, green));
    expect(differenceBetween(red, blue)).toBeGreaterThan(0.6 * plain(red, blue));
    expect(differenceBetween(red, red)).toBe(0);
    expect(differenceBetween(green, red)).toBe(differenceBetween(red, green));
  });
});
