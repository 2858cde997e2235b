import type { ImageThumbnail, MaskThumbnail } from '../../../src/model/thumbnail.ts';
import type { SheetWords, TileWords } from '../../../src/report/sheet/read-tiles.ts';
import type { Tile } from '../../../src/report/sheet/tile.ts';

/** An image of one grey, of the size of a picture on a sheet. */
export function greyImage(grey: number, width = 208, height = 156): ImageThumbnail {
  const colors = new Uint8Array(3 * width * height).fill(grey);
  return { kind: 'image-thumbnail', width, height, colors, pages: 1 };
}

/** A mask with a rectangle of place 1 on background. */
export function rectangleMask(
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
  width = 208,
  height = 156,
): MaskThumbnail {
  const places = new Int16Array(width * height);
  for (let y = top; y <= bottom; y++) for (let x = left; x <= right; x++) places[y * width + x] = 1;
  return { kind: 'mask-thumbnail', width, height, places };
}

export function tileWords(parts: Partial<TileWords> = {}): TileWords {
  return {
    sample: 'images/a.png',
    splits: ['train'],
    classes: [{ name: 'liver', words: 'liver 12.3 %' }],
    classesTotal: 1,
    suspicions: [],
    suspicionsTotal: 0,
    ...parts,
  };
}

export function makeTile(parts: Partial<Tile> = {}): Tile {
  return { words: tileWords(), image: greyImage(100), ...parts };
}

export function sheetWords(tiles: readonly TileWords[], parts: Partial<SheetWords> = {}): SheetWords {
  return {
    dataset: 'abdomen',
    seed: 1,
    candidates: 40,
    suspicious: { present: 0, drawn: 0 },
    combinations: { present: 6, drawn: 4 },
    subjects: { present: 9, drawn: 3 },
    tiles,
    ...parts,
  };
}
