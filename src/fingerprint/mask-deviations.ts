import type { MaskDeviations } from '../model/fingerprint.ts';
import type { PlacedRuns } from './mask-runs.ts';

/** Pixels above which the places of values are not looked at: key and place take six bytes a pixel. */
const maxPlacedPixels = 16_777_216;
const boundaryReach = 2;
/** Pixels a side of the blocks of JPEG; those of WebP are multiples and parts of them. */
const blockSize = 8;

export const noDeviations = { placed: 0, atBoundary: 0, flat: 0, edges: 0, edgesOnGrid: 0 };

export type PlacedDeviations = Omit<MaskDeviations, 'swapped' | 'near' | 'blended'>;

/**
 * Looks at the pixels off the palette where they lie: beside another class, as interpolation leaves them, or in
 * areas of one value, as another palette does.
 * @param keys value of each run
 */
export function placeDeviations(
  { width, height, count, starts, places }: PlacedRuns,
  keys: Int32Array,
  isDeclared: (key: number) => boolean,
): PlacedDeviations {
  if (width * height > maxPlacedPixels) return noDeviations;
  const values = new Int32Array(width * height);
  const classes = new Int16Array(width * height);
  for (let run = 0; run < count; run++) {
    values.fill(keys[run] ?? 0, starts[run], starts[run + 1]);
    classes.fill(places[run] ?? -1, starts[run], starts[run + 1]);
  }
  let { placed, atBoundary, flat, edges, edgesOnGrid } = noDeviations;
  let wasDeclared = true;
  for (let run = 0; run < count; run++) {
    const isOn = isDeclared(keys[run] ?? 0);
    const column = (starts[run] ?? 0) % width;
    if (isOn !== wasDeclared && column > 0) {
      edges++;
      if (column % blockSize === 0) edgesOnGrid++;
    }
    wasDeclared = isOn;
    if (isOn) continue;
    const end = starts[run + 1] ?? 0;
    for (let at = starts[run] ?? 0; at < end; at++) {
      placed++;
      const around = lookAround(at % width, Math.floor(at / width));
      if (around.hasOther) atBoundary++;
      if (around.isFlat) flat++;
    }
  }
  return { placed, atBoundary, flat, edges, edgesOnGrid };

  function lookAround(x: number, y: number): { hasOther: boolean; isFlat: boolean } {
    const at = y * width + x;
    const [own, value] = [classes[at], values[at]];
    let hasOther = false;
    let isFlat = true;
    for (let reach = 1; reach <= boundaryReach; reach++) {
      const [left, right] = [x >= reach ? at - reach : at, x + reach < width ? at + reach : at];
      const [up, down] = [y >= reach ? at - reach * width : at, y + reach < height ? at + reach * width : at];
      hasOther ||=
        classes[left] !== own || classes[right] !== own || classes[up] !== own || classes[down] !== own;
      if (reach === 1)
        isFlat =
          values[left] === value && values[right] === value && values[up] === value && values[down] === value;
    }
    return { hasOther, isFlat };
  }
}
