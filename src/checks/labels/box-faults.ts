import type { Box, Size } from '../../model/annotation.ts';

export type BoxFault = 'inverted' | 'degenerate' | 'outside';

/**
 * Pixels around an image in which a box is not outside: by the rules of Pascal VOC, 1 is the first pixel and the width
 * the last, and what many tools write starts at 0.
 */
const margin = 1;

/** What makes a box useless, if anything. */
export function findBoxFault({ xmin, ymin, xmax, ymax }: Box, frame: Size | undefined): BoxFault | undefined {
  if (xmax < xmin || ymax < ymin) return 'inverted';
  if (xmax === xmin || ymax === ymin) return 'degenerate';
  if (!frame) return undefined;
  const isOutside =
    xmax <= -margin || ymax <= -margin || xmin >= frame.width + margin || ymin >= frame.height + margin;
  return isOutside ? 'outside' : undefined;
}

/** Pixels by which a box reaches beyond the image at its worst edge; 0 where it does not. */
export function measureExcess({ xmin, ymin, xmax, ymax }: Box, { width, height }: Size): number {
  return Math.max(0, -xmin, -ymin, xmax - width, ymax - height);
}

/** Area of the intersection of two boxes by that of their union, 0–1. */
export function measureOverlap(a: Box, b: Box): number {
  const width = Math.min(a.xmax, b.xmax) - Math.max(a.xmin, b.xmin);
  const height = Math.min(a.ymax, b.ymax) - Math.max(a.ymin, b.ymin);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (areaOf(a) + areaOf(b) - shared);
}

function areaOf({ xmin, ymin, xmax, ymax }: Box): number {
  return (xmax - xmin) * (ymax - ymin);
}
