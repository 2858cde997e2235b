import { describe, expect, it } from 'vitest';
import { findLayouts, layoutShareAt } from '../../../../src/fingerprint/near-duplicates/comparison/layout.ts';
import { describePicture } from '../../../../src/fingerprint/near-duplicates/description/picture-description.ts';
import { drawPicture } from '../draw-picture.ts';

const width = 192;
const height = 144;
const panel = drawPicture(500, width, height);

/** A picture whose left half is the panel and whose right half is its own. */
function drawPanelled(seed: number) {
  const levels = drawPicture(seed, width, height).levels.slice();
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width / 2; x++) levels[y * width + x] = panel.levels[y * width + x] ?? 0;
  return { width, height, levels };
}

describe('findLayouts', () => {
  const descriptions = Array.from({ length: 20 }, (_, seed) => describePicture(drawPanelled(seed + 1)));
  const [picture] = descriptions;
  if (!picture) throw new Error('no picture was drawn');

  it('tells what the pictures of a source share from what changes', () => {
    const layout = findLayouts(descriptions)(picture);
    const shareOf = (fromX: number, toX: number): number => {
      let sum = 0;
      for (let y = 0; y < picture.height; y++)
        for (let x = fromX; x < toX; x++) sum += layoutShareAt(layout, picture, x, y);
      return sum / (picture.height * (toX - fromX));
    };
    // Less the border between the halves, a neighbourhood wide.
    expect(shareOf(0, picture.width / 2 - 5)).toBeGreaterThan(0.8);
    expect(shareOf(picture.width / 2 + 5, picture.width)).toBeLessThan(0.2);
  });

  it('needs twelve pictures of one size', () => {
    const eleven = descriptions.slice(0, 11);
    const wider = { ...picture, sourceWidth: width + 1 };
    expect(findLayouts(descriptions.slice(0, 12))(picture)).toMatchObject({ width: 96, height: 72 });
    expect(findLayouts(descriptions.slice(0, 12))(wider)).toBeUndefined();
    expect(findLayouts(eleven)(picture)).toBeUndefined();
    expect(findLayouts([...eleven, wider])(picture)).toBeUndefined();
  });

  it('finds a point of a trimmed picture where it stands in the whole one', () => {
    const layout = { width: 96, height: 72, shares: new Float32Array(96 * 72) };
    layout.shares[40 * 96 + 30] = 0.75;
    // The frame leaves out 48 columns and 36 rows of 192 × 144; its thumbnail has a pixel for each of the layout's cells.
    const trimmed = {
      ...picture,
      frame: { left: 48, top: 36, right: 192, bottom: 144 },
      width: 72,
      height: 54,
    };
    expect(layoutShareAt(layout, trimmed, 30 - 24, 40 - 18)).toBe(0.75);
    expect(layoutShareAt(layout, trimmed, 30, 40)).toBe(0);
    expect(layoutShareAt(undefined, trimmed, 6, 22)).toBe(0);
  });
});
