/**
 * Nanoseconds to count and copy a record, and to compare two in TypeScript; only their ratio matters. In WebAssembly two are
 * compared in less, and half as much here made a join of 10⁶ hashes faster by about a tenth: not worth another plan.
 */
const sortCost = 5;
const compareCost = 2;

/** With more values the places written to fall out of the processor's caches. */
const maxWidth = 11;
/** More than that many bands together hold more bits than the numbers of hashes that fit in memory. */
const maxDepth = 6;

/** By `planKey`; -1 where not worked out yet. */
const plans = new Int8Array(planKey(64, 64, 16)).fill(-1);

/**
 * How wide the bands should be by which records are sorted into buckets, were their bits drawn evenly.
 *
 * Hashes that differ in at most `errors` bits agree in one of any `errors + 1` bands, and in `depth` of any
 * `errors + depth`. With bands of `bits / (errors + depth)` there are (`errors + depth` over `depth`) ways to choose
 * those: each costs the sorting, and its buckets are the smaller the more bits its bands hold together.
 * @param count records, rounded to the next half power of two
 * @param bits at most 64, of which bands can be made
 * @param errors at most 10
 * @returns bits; 0 where comparing every pair is cheaper
 */
export function chooseBandWidth(count: number, bits: number, errors: number): number {
  const magnitude = Math.round(2 * Math.log2(count));
  const key = planKey(magnitude, bits, errors);
  const known = plans[key] ?? -1;
  if (known >= 0) return known;
  const width = findCheapestWidth(2 ** (magnitude / 2), bits, errors);
  plans[key] = width;
  return width;
}

function planKey(magnitude: number, bits: number, errors: number): number {
  return (magnitude * 65 + bits) * 16 + errors;
}

function findCheapestWidth(count: number, bits: number, errors: number): number {
  const pairs = (count * (count - 1)) / 2;
  let least = pairs * compareCost;
  let cheapest = 0;
  for (let depth = 1; depth <= maxDepth; depth++) {
    const width = Math.min(maxWidth, Math.floor(bits / (errors + depth)));
    if (width === 0) break;
    let ways = 1;
    let cost = 0;
    for (let level = 1; level <= depth; level++) {
      ways *= (errors + level) / level;
      cost += ways * (count + 2 ** (level * width)) * sortCost;
    }
    cost += ways * (pairs / 2 ** (depth * width)) * compareCost;
    if (cost < least) {
      least = cost;
      cheapest = width;
    }
  }
  return cheapest;
}

/** Whether sorting `count` records `times` times, which leaves `pairsLeft` to compare, is cheaper than comparing all. */
export function isSortingCheaper(count: number, times: number, pairsLeft: number): boolean {
  return times * count * sortCost + pairsLeft * compareCost < ((count * (count - 1)) / 2) * compareCost;
}
