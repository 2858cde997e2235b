import type { ImageThumbnail, MaskThumbnail, Outline } from '../../model/thumbnail.ts';
import type { TileWords } from './read-tiles.ts';

/** A sample as a sheet shows it. */
export interface Tile {
  readonly words: TileWords;
  /** Or why there is none. */
  readonly image: ImageThumbnail | string;
  /** Of a sample whose label is a mask; or why there is none. */
  readonly mask?: MaskThumbnail | string;
  /** Of a sample whose label is boxes or outlines. */
  readonly outlines?: readonly Outline[];
}

/** Pixels of a side of the square that a picture of a tile fits in. */
export const pictureEdge = 208;
