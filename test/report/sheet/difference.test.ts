import { describe, expect, it } from 'vitest';
import { orientations } from '../../../src/model/near-duplicates.ts';
import { subtractPictures, turnPicture } from '../../../src/report/sheet/difference.ts';

/** A grey picture, rows from top to bottom. */
function draw(...rows: readonly (readonly number[])[]) {
  const colors = Uint8Array.from(rows.flatMap((row) => row.flatMap((grey) => [grey, grey, grey])));
  return { width: rows[0]?.length ?? 0, height: rows.length, colors };
}

const picture = draw([1, 2, 3], [4, 5, 6]);

describe('turnPicture', () => {
  it.each([
    ['upright', draw([1, 2, 3], [4, 5, 6])],
    ['mirrored', draw([3, 2, 1], [6, 5, 4])],
    ['upside down and mirrored', draw([4, 5, 6], [1, 2, 3])],
    ['turned by 180°', draw([6, 5, 4], [3, 2, 1])],
    ['transposed', draw([1, 4], [2, 5], [3, 6])],
    ['turned by 90°', draw([4, 1], [5, 2], [6, 3])],
    ['turned by 270°', draw([3, 6], [2, 5], [1, 4])],
    ['transposed and turned by 180°', draw([6, 3], [5, 2], [4, 1])],
  ] as const)('%s', (orientation, turned) => expect(turnPicture(picture, orientation)).toEqual(turned));

  it('knows every orientation of the search', () => expect(orientations).toHaveLength(8));
});

describe('subtractPictures', () => {
  it('is grey where pictures agree, bright where the first is brighter', () =>
    expect(subtractPictures(draw([0, 255], [10, 200]), draw([255, 0], [10, 100]))).toEqual(
      draw([1, 255], [128, 178]),
    ));

  it('stretches the first over the second', () =>
    expect(subtractPictures(draw([10, 20]), draw([10, 10, 20, 20], [10, 10, 20, 20]))).toEqual(
      draw([128, 128, 128, 128], [128, 128, 128, 128]),
    ));
});
