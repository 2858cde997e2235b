import { fitSize } from './grey-grid.ts';
import type { Frame } from './trim-borders.ts';

/** Longest side of a thumbnail, pixels. */
export const thumbnailSide = 96;
/** Blobs of a picture that have words. */
export const maxKeypoints = 48;

export function fitThumbnail({ left, top, right, bottom }: Frame): [width: number, height: number] {
  return fitSize(right - left, bottom - top, thumbnailSide);
}
