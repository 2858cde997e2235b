export interface PermutationOutcome {
  /** (1 + draws at least as associated) / (1 + draws) (Phipson and Smyth 2010, doi:10.2202/1544-6115.1585). */
  readonly pValue: number;
  readonly draws: number;
}

/**
 * Whether rows and columns of units are associated by more than chance: the columns are dealt out anew to the units, and
 * Pearson's χ² is computed again. The draws are the same for the same units.
 * @param rows the row of each unit
 * @param columns the column of each unit
 * @param level the p-value of interest, 0–1: as soon as it cannot be reached any more, drawing ends (Besag and Clifford
 * 1991, doi:10.1093/biomet/78.2.301)
 * @param draws deals at most, from 1
 */
export function permuteColumns(
  rows: ArrayLike<number>,
  columns: ArrayLike<number>,
  { level, draws }: { readonly level: number; readonly draws: number },
): PermutationOutcome {
  const measure = measureAssociation(rows, columns);
  // Equal tables may differ in the last bits.
  const observed = measure(columns) * (1 - 1e-9);
  const dealt = Uint32Array.from(columns);
  const nextBelow = drawFrom(dealt.length);
  let reached = 0;
  let drawn = 0;
  while (drawn < draws && (1 + reached) / (1 + draws) <= level) {
    shuffle(dealt, nextBelow);
    if (measure(dealt) >= observed) reached++;
    drawn++;
  }
  return { pValue: (1 + reached) / (1 + drawn), draws: drawn };
}

/**
 * The smallest p-value that dealing out the columns can give: one in as many ways as there are to deal them.
 * @param columnTotals units by column
 * @returns 0–1
 */
export function smallestPValue(columnTotals: readonly number[]): number {
  let logWays = 0;
  let dealt = 0;
  for (const total of columnTotals) {
    for (let unit = 1; unit <= total; unit++) {
      dealt++;
      logWays += Math.log(dealt / unit);
    }
  }
  return Math.exp(-logWays);
}

/** Σ o² / (row total · column total) of columns dealt to the rows: χ² but for what dealing does not change. */
function measureAssociation(
  rows: ArrayLike<number>,
  columns: ArrayLike<number>,
): (dealt: ArrayLike<number>) => number {
  const width = countValues(columns);
  const rowTotals = countEach(rows);
  const columnTotals = countEach(columns);
  const counts = new Uint32Array(rowTotals.length * width);
  const weights = Float64Array.from(counts, (_, at) => {
    const expected = (rowTotals[Math.floor(at / width)] ?? 0) * (columnTotals[at % width] ?? 0);
    return expected === 0 ? 0 : 1 / expected;
  });
  return (dealt) => {
    counts.fill(0);
    for (let unit = 0; unit < rows.length; unit++) {
      const at = (rows[unit] ?? 0) * width + (dealt[unit] ?? 0);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    let total = 0;
    for (let at = 0; at < counts.length; at++) total += (counts[at] ?? 0) ** 2 * (weights[at] ?? 0);
    return total;
  };
}

function countEach(values: ArrayLike<number>): number[] {
  const totals = new Array<number>(countValues(values)).fill(0);
  for (let unit = 0; unit < values.length; unit++) {
    const value = values[unit] ?? 0;
    totals[value] = (totals[value] ?? 0) + 1;
  }
  return totals;
}

function countValues(values: ArrayLike<number>): number {
  let most = -1;
  for (let unit = 0; unit < values.length; unit++) most = Math.max(most, values[unit] ?? 0);
  return most + 1;
}

function shuffle(values: Uint32Array, nextBelow: (bound: number) => number): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = nextBelow(last + 1);
    const kept = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = kept;
  }
}

/** Whole numbers from 0 below a bound, from Marsaglia's xorshift of 32 bits (2003, doi:10.18637/jss.v008.i14). */
function drawFrom(seed: number): (bound: number) => number {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return Math.floor((state / 0x1_0000_0000) * bound);
  };
}
