import type { GiveRecords } from './compare-records.ts';
import type { EqualGroups } from './group-equal.ts';
import type { Hashes } from './hashes.ts';
import { joinRecords } from './join-records.ts';
import { recordLength } from './records.ts';

/** Receives two indices, `i < j`, and the number of bits in which their hashes differ. */
export type GivePair = (i: number, j: number, distanceBits: number) => void;

export interface JoinOptions {
  /**
   * Pairs of a hash after which the join may leave more of them out, at least 1. None are left out by default, and
   * a cloud of n near-equal hashes has up to n² / 2.
   */
  readonly enoughPairs?: number;
}

export interface JoinSummary {
  /** Pairs given. */
  readonly pairs: number;
  /** Hashes that were given `enoughPairs` or more; where there is none, no pair was left out. */
  readonly sated: number;
}

export const maxDistanceBits = 10;

/**
 * Gives every pair of different hashes at most `distanceBits` apart, exactly once, each hash standing for its group by
 * the group's smallest index.
 *
 * With `enoughPairs` a pair is left out only where both its hashes have been given that many: every hash has all its
 * pairs or at least `enoughPairs`, and no more than `enoughPairs` times the number of hashes are given altogether.
 *
 * The order of the pairs, and which are left out, depend on the set of hashes alone and not on their order. Memory is
 * that of the hashes times a small number, however many pairs there are. Time is about n^1.2 where bits are set evenly;
 * at worst, for hashes alike that are no pairs, every two are compared.
 * @param groups what `groupEqual` made of the hashes
 * @param distanceBits whole, 0–10
 * @param give must not change the hashes
 * @throws RangeError for another distance, or `enoughPairs` below 1
 */
export function joinDistinct(
  hashes: Hashes,
  groups: EqualGroups,
  distanceBits: number,
  give: GivePair,
  { enoughPairs = Infinity }: JoinOptions = {},
): JoinSummary {
  if (!Number.isInteger(distanceBits) || distanceBits < 0 || distanceBits > maxDistanceBits) {
    throw new RangeError(`the distance is ${distanceBits} bits; it may be 0 to ${maxDistanceBits}`);
  }
  if (!(enoughPairs >= 1)) throw new RangeError(`enoughPairs is ${enoughPairs}; it must be 1 or more`);
  const { records, members } = takeFirstOfEach(hashes, groups);
  let pairs = 0;
  const giveMembers: GiveRecords = (a, b, bits) => {
    const i = members[a] ?? 0;
    const j = members[b] ?? 0;
    pairs++;
    if (i < j) give(i, j, bits);
    else give(j, i, bits);
  };
  if (enoughPairs === Infinity) {
    joinRecords(
      { distanceBits, give: giveMembers, isSated: undefined, levels: [] },
      records,
      0,
      records.length,
    );
    return { pairs, sated: 0 };
  }
  const given = new Uint32Array(members.length);
  const isSated = (name: number) => (given[name] ?? 0) >= enoughPairs;
  const giveUnlessSated: GiveRecords = (a, b, bits) => {
    if (isSated(a) && isSated(b)) return;
    given[a] = (given[a] ?? 0) + 1;
    given[b] = (given[b] ?? 0) + 1;
    giveMembers(a, b, bits);
  };
  joinRecords({ distanceBits, give: giveUnlessSated, isSated, levels: [] }, records, 0, records.length);
  return { pairs, sated: given.reduce((sated, count) => sated + (count >= enoughPairs ? 1 : 0), 0) };
}

/** Records in the order of the hashes, named by their group; and the smallest index of each group. */
function takeFirstOfEach({ high, low }: Hashes, { order, starts }: EqualGroups) {
  const count = starts.length - 1;
  const records = new Int32Array(recordLength * count);
  const members = new Uint32Array(count);
  for (let group = 0, at = 0; group < count; group++, at += recordLength) {
    const index = order[starts[group] ?? 0] ?? 0;
    members[group] = index;
    records[at] = high[index] ?? 0;
    records[at + 1] = low[index] ?? 0;
    records[at + 2] = group;
  }
  return { records, members };
}
