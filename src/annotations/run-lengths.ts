import type { RunLengths } from '../model/annotation.ts';
import { listOf, valueOf } from './json-values.ts';
import { boundCoordinate } from './written-values.ts';

/**
 * Reads a mask of COCO, `{size: [height, width], counts}`, where `counts` is a list of run lengths or the text into
 * which pycocotools packs them. Undefined for anything else.
 */
export function readRunLengths(segmentation: unknown): RunLengths | undefined {
  const [height, width] = (listOf(segmentation, 'size') ?? []).map(boundCoordinate);
  const counts = valueOf(segmentation, 'counts');
  if (width === undefined || height === undefined) return undefined;
  if (typeof counts === 'string') return { width, height, pixels: sumPackedRuns(counts) };
  return Array.isArray(counts) ? { width, height, pixels: sumRuns(counts) } : undefined;
}

function sumRuns(counts: readonly unknown[]): number | undefined {
  let sum = 0;
  for (const run of counts) {
    if (typeof run !== 'number' || !Number.isSafeInteger(run) || run < 0) return undefined;
    sum += run;
  }
  return sum;
}

/** More groups than these hold runs that are longer than any picture. */
const maxGroups = 7;

/**
 * Sum of the runs that a text packs: each in groups of five bits, the lowest first, as characters from 48 on; 32 says
 * that another group follows, and 16 in the last group that the number is negative. From the fourth on, a run is
 * written as the difference to the one two before (rleToString of pycocotools).
 */
function sumPackedRuns(text: string): number | undefined {
  let sum = 0;
  let beforeLast = 0;
  let last = 0;
  for (let at = 0, index = 0; at < text.length; index++) {
    let run = 0;
    let hasMore = true;
    for (let group = 0; hasMore; group++) {
      const bits = text.charCodeAt(at) - 48;
      if (group >= maxGroups || !(bits >= 0 && bits < 64)) return undefined;
      at++;
      run += (bits & 31) * 32 ** group;
      hasMore = (bits & 32) !== 0;
      if (!hasMore && (bits & 16) !== 0) run -= 32 ** (group + 1);
    }
    if (index > 2) run += beforeLast;
    if (run < 0) return undefined;
    sum += run;
    beforeLast = last;
    last = run;
  }
  return sum;
}
