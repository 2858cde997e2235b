import type { Alignment } from './alignment.ts';
import { matrixOf } from '../description/dihedral.ts';
import type { PictureDescription } from '../description/picture-description.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The share of the smaller picture that lies over the larger, blank borders included: two views of a repeating pattern
 * that fit where both have structure do not fit over all.
 */
export function coverageOf(a: PictureDescription, b: PictureDescription, alignment: Alignment): number {
  const from = place(wholeBox(a), alignment);
  const to = wholeBox(b);
  const width = Math.min(from.right, to.right) - Math.max(from.left, to.left);
  const height = Math.min(from.bottom, to.bottom) - Math.max(from.top, to.top);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.min(areaOf(from), areaOf(to));
}

/** The whole picture in pixels of its thumbnail, from the thumbnail's centre. */
function wholeBox({ sourceWidth, sourceHeight, frame, width, height }: PictureDescription): Box {
  const scaleX = width / (frame.right - frame.left);
  const scaleY = height / (frame.bottom - frame.top);
  const centerX = (frame.left + frame.right) / 2;
  const centerY = (frame.top + frame.bottom) / 2;
  return {
    left: -centerX * scaleX,
    right: (sourceWidth - centerX) * scaleX,
    top: -centerY * scaleY,
    bottom: (sourceHeight - centerY) * scaleY,
  };
}

function place(box: Box, { orientation, scaleX, scaleY, shiftX, shiftY }: Alignment): Box {
  const { xx, xy, yx, yy } = matrixOf(orientation);
  const corners = [
    [box.left, box.top],
    [box.right, box.bottom],
  ] as const;
  const xs = corners.map(([x, y]) => scaleX * (xx * x + xy * y) + shiftX);
  const ys = corners.map(([x, y]) => scaleY * (yx * x + yy * y) + shiftY);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function areaOf({ left, top, right, bottom }: Box): number {
  return (right - left) * (bottom - top);
}
