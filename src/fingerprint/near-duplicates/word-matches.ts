import { groupEqual } from '../hamming-join/group-equal.ts';
import type { Hashes } from '../hamming-join/hashes.ts';
import { joinDistinct } from '../hamming-join/join-distinct.ts';
import { joinFirst } from '../hamming-join/join-first.ts';

/** Pairs of words of different parts that differ in few bits. */
export interface WordMatches {
  /** Indices into the words. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly count: number;
  /** Pairs that each word is in. */
  readonly hits: Uint16Array;
}

/** Pairs in all, and the least and most a word is given. */
const pairBudget = 2e7;
const hitBounds = [4, 400] as const;
/** What `hits` can hold. */
const mostHits = 65_535;

/**
 * Finds words at most `distanceBits` apart, none lost but those of words that have enough: a word of a layout or a
 * texture has thousands, and a few hundred of them tell as much.
 * @param words two 32-bit halves a word
 * @param parts the part of each word: words of one part are not compared
 */
export function matchWords(words: Uint32Array, parts: Int32Array, distanceBits: number): WordMatches {
  const count = parts.length;
  const enough = enoughPairs(count);
  const hashes = splitHalves(words, count);
  const { order, starts } = groupEqual(hashes);
  const hits = new Uint16Array(count);
  const from = new GrowingList();
  const to = new GrowingList();
  const addPair = (a: number, b: number): void => {
    if (parts[a] === parts[b] || ((hits[a] ?? 0) >= enough && (hits[b] ?? 0) >= enough)) return;
    hits[a] = Math.min(mostHits, (hits[a] ?? 0) + 1);
    hits[b] = Math.min(mostHits, (hits[b] ?? 0) + 1);
    from.add(a);
    to.add(b);
  };
  const groupOf = new Int32Array(count);
  for (let group = 0; group + 1 < starts.length; group++) {
    const start = starts[group] ?? 0;
    const end = starts[group + 1] ?? 0;
    groupOf[order[start] ?? 0] = group;
    for (let i = start; i < end; i++)
      for (let j = i + 1, last = Math.min(end, i + 1 + enough); j < last; j++)
        addPair(order[i] ?? 0, order[j] ?? 0);
  }
  const eachMember = (first: number, visit: (word: number) => void): void => {
    const group = groupOf[first] ?? 0;
    const start = starts[group] ?? 0;
    const end = Math.min(starts[group + 1] ?? 0, start + enough);
    for (let at = start; at < end; at++) visit(order[at] ?? 0);
  };
  joinDistinct(
    hashes,
    { order, starts },
    distanceBits,
    (i, j) => eachMember(i, (a) => eachMember(j, (b) => addPair(a, b))),
    { enoughPairs: enough },
  );
  return { from: from.values(), to: to.values(), count: from.length, hits };
}

/**
 * Finds pairs of words at most `distanceBits` apart of which one is among the first: of each of these the nearest, up to a
 * few hundred. `hits` counts all that a first word has; those of others are not known and are as many as can be.
 * @param first how many of the words are compared with all
 */
export function matchFirstWords(
  words: Uint32Array,
  parts: Int32Array,
  distanceBits: number,
  first: number,
): WordMatches {
  const count = parts.length;
  const hits = new Uint16Array(count).fill(mostHits);
  hits.fill(0, 0, first);
  const from = new GrowingList();
  const to = new GrowingList();
  // The places of those that one word is near, by how far.
  const near = Array.from({ length: distanceBits + 1 }, () => new GrowingList());
  const takeNearest = (word: number): void => {
    let left = enoughPairs(first);
    for (const others of near) {
      for (const other of others.values().subarray(0, left)) {
        from.add(word);
        to.add(other);
      }
      left = Math.max(0, left - others.length);
      others.length = 0;
    }
  };
  let current = 0;
  joinFirst(words, first, distanceBits, (word, other, bits) => {
    if (parts[word] === parts[other]) return;
    if (word !== current) takeNearest(current);
    current = word;
    near[bits]?.add(other);
    for (const one of [word, other]) hits[one] = Math.min(mostHits, (hits[one] ?? 0) + 1);
  });
  takeNearest(current);
  return { from: from.values(), to: to.values(), count: from.length, hits };
}

/** Pairs that a word is given, of so many. */
function enoughPairs(words: number): number {
  const [least, most] = hitBounds;
  return Math.max(least, Math.min(most, Math.floor(pairBudget / Math.max(1, words))));
}

function splitHalves(words: Uint32Array, count: number): Hashes {
  return {
    high: Uint32Array.from({ length: count }, (_, index) => words[2 * index] ?? 0),
    low: Uint32Array.from({ length: count }, (_, index) => words[2 * index + 1] ?? 0),
  };
}

class GrowingList {
  #values = new Int32Array(1024);
  length = 0;

  add(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Int32Array(2 * this.length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  values(): Int32Array {
    return this.#values.subarray(0, this.length);
  }
}
