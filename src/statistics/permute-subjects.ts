import { seedRandom } from './seeded-random.ts';
import { standardizeColumns, type SubjectTable } from './subject-table.ts';

/** Arrangements whose differences differ by rounding alone count as equal. */
const tolerance = 1e-9;

/**
 * For each figure, the p-value of the difference of its means when whole subjects are dealt to the two sides anew, on
 * both sides, corrected for the number of figures by the step-down maximum of Westfall and Young (1993, "Resampling-Based
 * Multiple Testing", algorithm 2.8; Ge, Dudoit and Speed 2003, doi:10.1007/BF02595811, box 2): the chance of one false
 * alarm among all figures is at most the level. Holm's correction, which knows nothing of how figures hang together, asks
 * as much of twenty figures that say the same as of twenty that do not, and could never find anything among eight subjects.
 *
 * All arrangements where they are at most `draws`, so that the p-values are exact; else `draws` of them by chance, the one
 * seen counting as one more (Phipson and Smyth 2010, doi:10.2202/1544-6115.1585).
 * @returns p-values, and what they are ranked by: the share 0–1 of a figure's whole variation that lies between the sides
 */
export function permuteSubjects(
  table: SubjectTable,
  draws: number,
  seed: number,
): { readonly pValues: Float64Array; readonly explained: Float64Array } {
  const { width, firstCount, secondCount } = table;
  const scores = standardizeColumns(table).scores;
  const smallStart = firstCount <= secondCount ? 0 : firstCount;
  const smallCount = Math.min(firstCount, secondCount);
  const sums = new Float64Array(width);
  const observed = new Float64Array(width);
  for (let row = smallStart; row < smallStart + smallCount; row++) addRow(scores, width, row, observed);
  observed.forEach((sum, column) => (observed[column] = Math.abs(sum)));
  const falling = Uint32Array.from(observed.keys()).sort(
    (a, b) => (observed[b] ?? 0) - (observed[a] ?? 0) || a - b,
  );
  const reached = new Float64Array(width);
  const count = (chosen: Uint32Array): void => {
    sums.fill(0);
    for (let at = 0; at < smallCount; at++) addRow(scores, width, chosen[at] ?? 0, sums);
    let greatest = 0;
    for (let rank = width - 1; rank >= 0; rank--) {
      const column = falling[rank] ?? 0;
      greatest = Math.max(greatest, Math.abs(sums[column] ?? 0));
      if (greatest >= (observed[column] ?? 0) * (1 - tolerance)) reached[column] = (reached[column] ?? 0) + 1;
    }
  };
  const all = countArrangements(firstCount, secondCount);
  const isExact = all <= draws;
  if (isExact) visitSubsets(firstCount + secondCount, smallCount, count);
  else drawSubsets(firstCount + secondCount, smallCount, draws, seed, count);
  const pValues = new Float64Array(width);
  let highest = 0;
  for (const column of falling) {
    const seen = reached[column] ?? 0;
    highest = Math.max(highest, isExact ? seen / all : (seen + 1) / (draws + 1));
    pValues[column] = highest;
  }
  // Of columns with a sum of squares of one: B / T = N / (n₁ n₂) (Σ over one side)².
  const scale = (firstCount + secondCount) / (firstCount * secondCount);
  return { pValues, explained: observed.map((sum) => Math.min(1, scale * sum * sum)) };
}

/** Ways to deal the subjects of both sides to sides of the same sizes; Infinity beyond 2⁵³. */
export function countArrangements(firstCount: number, secondCount: number): number {
  let ways = 1;
  for (let place = 1; place <= Math.min(firstCount, secondCount); place++) {
    ways = (ways * (Math.max(firstCount, secondCount) + place)) / place;
    if (ways > Number.MAX_SAFE_INTEGER) return Infinity;
  }
  return Math.round(ways);
}

/**
 * The smallest p-value that any figures of so many subjects can have: the arrangement seen is one of all, and with sides
 * of one size its mirror image is as far apart. 0.1 for three against three, 0.029 for four against four.
 */
export function smallestPermutationP(firstCount: number, secondCount: number): number {
  if (firstCount === 0 || secondCount === 0) return 1;
  return (firstCount === secondCount ? 2 : 1) / countArrangements(firstCount, secondCount);
}

function addRow(scores: Float64Array, width: number, row: number, sums: Float64Array): void {
  const first = row * width;
  for (let column = 0; column < width; column++)
    sums[column] = (sums[column] ?? 0) + (scores[first + column] ?? 0);
}

/** Calls `visit` with every choice of `size` of `total` rows, ascending, in lexicographic order. */
function visitSubsets(total: number, size: number, visit: (chosen: Uint32Array) => void): void {
  const chosen = Uint32Array.from({ length: size }, (_, at) => at);
  for (;;) {
    visit(chosen);
    let place = size - 1;
    while (place >= 0 && chosen[place] === total - size + place) place--;
    if (place < 0) return;
    let next = (chosen[place] ?? 0) + 1;
    for (; place < size; place++) chosen[place] = next++;
  }
}

/** Calls `visit` with `draws` choices by chance; the chosen rows are the first `size`. */
function drawSubsets(
  total: number,
  size: number,
  draws: number,
  seed: number,
  visit: (chosen: Uint32Array) => void,
): void {
  const random = seedRandom(seed);
  const rows = Uint32Array.from({ length: total }, (_, at) => at);
  for (let draw = 0; draw < draws; draw++) {
    for (let at = 0; at < size; at++) {
      const other = at + random.below(total - at);
      const row = rows[at] ?? 0;
      rows[at] = rows[other] ?? 0;
      rows[other] = row;
    }
    visit(rows);
  }
}
