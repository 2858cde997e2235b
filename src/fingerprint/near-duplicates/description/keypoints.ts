import type { Octave } from './scale-space.ts';
import { levelUnit } from './stretch-levels.ts';

/** Responses under this, of `levelUnit` × 255, are noise. */
export const minStrength = Math.ceil(1.2 * levelUnit);

/** The differences that are searched, of the four of an octave: those with one more on either side. */
const searchedLayers = [1, 2] as const;

/** A blob of a picture: an extremum of the difference of Gaussians in place and scale. */
export interface Keypoint {
  readonly octave: number;
  /** 1 or 2: the level that a patch is read from. */
  readonly layer: number;
  /** Pixels of the octave, sub-pixel; a pixel's centre is its integer coordinate. */
  readonly x: number;
  readonly y: number;
  /** How far the blob's scale lies from the layer's, in layers, −½ to ½. */
  readonly scale: number;
}

/**
 * Extrema of the difference of Gaussians over place and scale (Lowe 2004, doi:10.1023/B:VISI.0000029664.99615.94), the
 * weakest first, each packed in 31 bits: from the highest its absolute response (14), twice the octave and the second
 * layer (3), row (7) and column (7).
 */
export function listExtrema(octaves: readonly Octave[]): Uint32Array {
  const packed: number[] = [];
  octaves.forEach(({ width, height, differences }, octave) => {
    for (const layer of searchedLayers) {
      const [below, here, above] = differences.slice(layer - 1, layer + 2);
      if (!below || !here || !above) continue;
      for (let y = 1; y < height - 1; y++) {
        for (let x = 1; x < width - 1; x++) {
          const at = y * width + x;
          const strength = Math.abs(here[at] ?? 0);
          if (strength < minStrength || !isExtremum(at, width, below, here, above)) continue;
          packed.push((strength << 17) | ((2 * octave + layer - 1) << 14) | (y << 7) | x);
        }
      }
    }
  });
  return Uint32Array.from(packed).sort();
}

function isExtremum(
  at: number,
  width: number,
  below: Int16Array,
  here: Int16Array,
  above: Int16Array,
): boolean {
  const sign = (here[at] ?? 0) < 0 ? -1 : 1;
  const size = sign * (here[at] ?? 0);
  for (let row = -width; row <= width; row += width) {
    for (let near = at + row - 1; near <= at + row + 1; near++) {
      if (near !== at && sign * (here[near] ?? 0) >= size) return false;
      if (sign * (below[near] ?? 0) >= size || sign * (above[near] ?? 0) >= size) return false;
    }
  }
  return true;
}

/** Unpacks an extremum and fits a parabola through its neighbours along each axis. */
export function locateKeypoint(octaves: readonly Octave[], packed: number): Keypoint {
  const octave = (packed >> 15) & 3;
  const layer = ((packed >> 14) & 1) + 1;
  const y = (packed >> 7) & 127;
  const x = packed & 127;
  const { width = 0, differences = [] } = octaves[octave] ?? {};
  const [below, here, above] = differences.slice(layer - 1, layer + 2);
  const at = y * width + x;
  const value = here?.[at] ?? 0;
  return {
    octave,
    layer,
    x: x + vertex(here?.[at - 1] ?? 0, value, here?.[at + 1] ?? 0),
    y: y + vertex(here?.[at - width] ?? 0, value, here?.[at + width] ?? 0),
    scale: vertex(below?.[at] ?? 0, value, above?.[at] ?? 0),
  };
}

/** Where the parabola through three neighbours peaks, −½ to ½. */
function vertex(before: number, at: number, after: number): number {
  const curvature = before - 2 * at + after;
  if (curvature === 0) return 0;
  return Math.max(-0.5, Math.min(0.5, (before - after) / (2 * curvature)));
}

/** Where a keypoint lies, as `PictureDescription.places` has it: x and y in half pixels, scale in eighths of an octave. */
export function placeOf({ octave, layer, x, y, scale }: Keypoint): [x: number, y: number, scale: number] {
  const unit = 1 << octave;
  return [
    Math.round(((x + 0.5) * unit - 0.5) * 2),
    Math.round(((y + 0.5) * unit - 0.5) * 2),
    Math.round(8 * octave + 4 * layer + 4 * scale),
  ];
}
