/** Pairs of words of different pictures that differ in few bits. */
export interface WordMatches {
  /** Indices into the words, `from[i] < to[i]`. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly count: number;
}

const bands = 6;
const bandBits = [11, 11, 10, 11, 11, 10];

/**
 * Finds words at most `distanceBits` apart. Words are sorted into buckets by six bands of their bits; in a bucket each
 * word is compared with the next `maxNeighbours` only, in the order of the words, so that alike words cost linear time.
 * @param words two 32-bit halves a word
 * @param owners the picture of each word
 */
export function matchWords(
  words: Uint32Array,
  owners: Int32Array,
  distanceBits: number,
  maxNeighbours: number,
): WordMatches {
  const count = owners.length;
  const from: number[] = [];
  const to: number[] = [];
  const seen = new Set<number>();
  const order = sortWords(words, count);
  for (let band = 0, shift = 0; band < bands; band++) {
    const bits = bandBits[band] ?? 0;
    const buckets = bucket(words, order, shift, bits);
    shift += bits;
    for (let key = 0; key + 1 < buckets.starts.length; key++) {
      const start = buckets.starts[key] ?? 0;
      const end = buckets.starts[key + 1] ?? 0;
      for (let i = start; i < end; i++) {
        const a = buckets.members[i] ?? 0;
        const high = words[2 * a] ?? 0;
        const low = words[2 * a + 1] ?? 0;
        const last = Math.min(end, i + 1 + maxNeighbours);
        for (let j = i + 1; j < last; j++) {
          const b = buckets.members[j] ?? 0;
          if (owners[a] === owners[b]) continue;
          const distance = countBits(high ^ (words[2 * b] ?? 0)) + countBits(low ^ (words[2 * b + 1] ?? 0));
          if (distance > distanceBits) continue;
          const first = Math.min(a, b);
          const second = Math.max(a, b);
          const id = first * count + second;
          if (seen.has(id)) continue;
          seen.add(id);
          from.push(first);
          to.push(second);
        }
      }
    }
  }
  return { from: Int32Array.from(from), to: Int32Array.from(to), count: from.length };
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
