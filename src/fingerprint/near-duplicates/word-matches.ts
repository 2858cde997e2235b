/** Pairs of words of different parts that differ in few bits. */
export interface WordMatches {
  /** Indices into the words. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly count: number;
  /** Pairs that each word is in. */
  readonly hits: Uint16Array;
}

const bandBits = [11, 11, 10, 11, 11, 10];
/** Bounds of the work for many alike words: comparisons and pairs in all, and their least and most a word. */
const comparisonBudget = 4e8;
const pairBudget = 2e7;
const neighbourBounds = [24, 400] as const;
const hitBounds = [4, 400] as const;

/**
 * Finds words at most `distanceBits` apart. Words are sorted into buckets by six bands of their bits; in a bucket each
 * word is compared with those that follow it in the order of the words, up to a bound, and no pair is added to two words
 * that have enough: alike words cost linear time and stay connected through their neighbours in that order.
 * @param words two 32-bit halves a word
 * @param parts the part of each word: words of one part are not compared
 */
export function matchWords(words: Uint32Array, parts: Int32Array, distanceBits: number): WordMatches {
  const count = parts.length;
  const maxNeighbours = shareOf(comparisonBudget / bandBits.length, count, neighbourBounds);
  const maxHits = shareOf(pairBudget, count, hitBounds);
  const hits = new Uint16Array(count);
  const from = new GrowingList();
  const to = new GrowingList();
  const order = sortWords(words, count);
  for (let band = 0, shift = 0; band < bandBits.length; band++) {
    const bits = bandBits[band] ?? 0;
    const { starts, members } = bucket(words, order, shift, bits);
    for (let key = 0; key + 1 < starts.length; key++) {
      const end = starts[key + 1] ?? 0;
      for (let i = starts[key] ?? 0; i < end; i++) {
        const a = members[i] ?? 0;
        const high = words[2 * a] ?? 0;
        const low = words[2 * a + 1] ?? 0;
        for (let j = i + 1, last = Math.min(end, i + 1 + maxNeighbours); j < last; j++) {
          const b = members[j] ?? 0;
          const highBits = high ^ (words[2 * b] ?? 0);
          const lowBits = low ^ (words[2 * b + 1] ?? 0);
          if (countBits(highBits) + countBits(lowBits) > distanceBits || parts[a] === parts[b]) continue;
          if ((hits[a] ?? 0) >= maxHits && (hits[b] ?? 0) >= maxHits) continue;
          if (agreesBefore(highBits, lowBits, band)) continue;
          hits[a] = Math.min(65_535, (hits[a] ?? 0) + 1);
          hits[b] = Math.min(65_535, (hits[b] ?? 0) + 1);
          from.add(a);
          to.add(b);
        }
      }
    }
    shift += bits;
  }
  return { from: from.values(), to: to.values(), count: from.length, hits };
}

function shareOf(budget: number, count: number, [least, most]: readonly [number, number]): number {
  return Math.max(least, Math.min(most, Math.floor(budget / Math.max(1, count))));
}

/** Whether two words that differ in these bits agree in an earlier band, where their pair was found. */
function agreesBefore(highBits: number, lowBits: number, band: number): boolean {
  for (let earlier = 0, shift = 0; earlier < band; earlier++) {
    const bits = bandBits[earlier] ?? 0;
    if (bitsAt(highBits, lowBits, shift, bits) === 0) return true;
    shift += bits;
  }
  return false;
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

function sortWords(words: Uint32Array, count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, index) => index).sort(
    (a, b) =>
      (words[2 * a] ?? 0) - (words[2 * b] ?? 0) || (words[2 * a + 1] ?? 0) - (words[2 * b + 1] ?? 0) || a - b,
  );
}

function bucket(words: Uint32Array, order: Int32Array, shift: number, bits: number) {
  const size = 2 ** bits;
  const starts = new Int32Array(size + 1);
  const keys = new Int32Array(order.length);
  order.forEach((word, at) => {
    const key = bitsAt(words[2 * word] ?? 0, words[2 * word + 1] ?? 0, shift, bits);
    keys[at] = key;
    starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  });
  for (let key = 0; key < size; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice(0, size);
  const members = new Int32Array(order.length);
  order.forEach((word, at) => {
    const key = keys[at] ?? 0;
    const place = next[key] ?? 0;
    members[place] = word;
    next[key] = place + 1;
  });
  return { starts, members };
}

/** `bits` bits from bit `shift` on, low half first. */
function bitsAt(high: number, low: number, shift: number, bits: number): number {
  const mask = 2 ** bits - 1;
  if (shift >= 32) return (high >>> (shift - 32)) & mask;
  if (shift + bits <= 32) return (low >>> shift) & mask;
  return ((low >>> shift) | (high << (32 - shift))) & mask;
}

export function countBits(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
