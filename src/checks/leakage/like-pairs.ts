import type { JsonObject } from '../../model/json.ts';
import type { LikePair } from '../../model/near-duplicates.ts';
import type { Sample } from '../../model/sample.ts';

/** What a message says of two pictures that are alike. */
export function describePair(pair: LikePair, byId: ReadonlyMap<string, Sample>): JsonObject {
  const { a, b, orientation, correlation } = pair;
  return { a, aSplit: nameSplits(byId.get(a)), b, bSplit: nameSplits(byId.get(b)), orientation, correlation };
}

/** `train`, or `no split`. */
export function nameSplits(sample: Sample | undefined): string {
  return sample === undefined || sample.splits.length === 0 ? 'no split' : sample.splits.join(' and ');
}
