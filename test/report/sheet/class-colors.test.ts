import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceBetween, seeColor, type Rgb } from '../../../src/report/drawing/color-vision.ts';
import { chooseClassColors } from '../../../src/report/sheet/class-colors.ts';

const channel = fc.integer({ min: 0, max: 255 });
const color = fc.tuple(channel, channel, channel);

function nearest(colors: readonly Rgb[]): number {
  const seen = colors.map(seeColor);
  return Math.min(
    ...seen.flatMap((one, index) => seen.slice(index + 1).map((other) => differenceBetween(one, other))),
  );
}

describe('chooseClassColors', () => {
  it("keeps the palette's colours that stand out, and replaces greys and dark ones by what is far from them", () => {
    const palette: Rgb[] = [
      [100, 0, 100],
      [255, 255, 255],
      [0, 255, 0],
      [255, 255, 0],
      [0, 0, 255],
      [255, 0, 0],
      [255, 0, 255],
      [0, 255, 255],
      [128, 128, 128],
    ];
    const chosen = chooseClassColors(palette);
    for (const kept of [2, 3, 4, 5, 6, 7]) expect(chosen[kept]).toEqual(palette[kept]);
    for (const replaced of [0, 1, 8]) {
      expect(chosen[replaced]).not.toEqual(palette[replaced]);
      expect(seeColor(chosen[replaced] ?? [0, 0, 0]).chroma).toBeGreaterThan(20);
    }
    expect(nearest(chosen)).toBeGreaterThan(10);
  });

  it('replaces all where two are too alike, to a deuteranope, too', () => {
    for (const palette of [
      [
        [200, 30, 30],
        [205, 30, 30],
      ],
      [
        [0, 128, 0],
        [192, 0, 0],
      ],
    ] as const) {
      const chosen = chooseClassColors(palette);
      expect(chosen[0]).not.toEqual(palette[0]);
      expect(chosen[1]).not.toEqual(palette[1]);
      expect(nearest(chosen)).toBeGreaterThan(30);
    }
  });

  it('gives classes without colours those of Okabe and Ito, the farthest first', () => {
    const chosen = chooseClassColors(new Array<undefined>(7).fill(undefined));
    expect(chosen.slice(0, 2)).toEqual([
      [230, 159, 0],
      [0, 114, 178],
    ]);
    expect(nearest(chosen)).toBeGreaterThan(15);
    expect(chosen.every((one) => seeColor(one).chroma > 20)).toBe(true);
  });

  it('gives every class a colour that is no grey and not as dark as an image, whatever is declared', () => {
    fc.assert(
      fc.property(fc.array(fc.option(color, { nil: undefined }), { maxLength: 40 }), (declared) => {
        const chosen = chooseClassColors(declared);
        expect(chosen).toHaveLength(declared.length);
        for (const one of chosen) {
          const { chroma, lightness } = seeColor(one);
          expect(chroma).toBeGreaterThan(15);
          expect(lightness).toBeGreaterThan(25);
        }
        if (declared.length > 1 && declared.length <= 7) expect(nearest(chosen)).toBeGreaterThan(0);
      }),
    );
  });
});
