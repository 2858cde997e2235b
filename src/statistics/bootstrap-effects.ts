import { jensenShannonDivergence, populationStabilityIndex } from './divergence.ts';
import { measureDominance, orderValues } from './dominance.ts';
import { percentileInterval, type Interval } from './interval.ts';
import { seedRandom, type SeededRandom } from './seeded-random.ts';
import { correctSmallSample } from './standardized-difference.ts';
import { columnOf, standardizeColumns, type SubjectTable } from './subject-table.ts';

/** Shares of the images of each subject over the bins of each figure, without the empty ones. */
export interface SubjectHistograms {
  /** Of each figure. */
  readonly bins: number;
  /** Entries of the subject in row r are those from `starts[r]` up to `starts[r + 1]`. */
  readonly starts: Uint32Array;
  /** Figure × `bins` + bin. */
  readonly cells: Uint32Array;
  /** 0–1; those of one subject and figure sum to 1. */
  readonly shares: Float64Array;
}

/** Measures of how far apart two sides are in one figure. */
export const effectNames = ['difference', 'effect', 'delta', 'distance', 'divergence', 'stability'] as const;

/**
 * `difference` of the means and Wasserstein `distance` of the subjects' means in the unit of the figure, Hedges'
 * g (`effect`), Cliff's `delta`, and, of the histograms in which each subject counts once, the Jensen–Shannon
 * `divergence` in bits and the population `stability` index. Second less first.
 */
export type Effects<T> = Readonly<Record<(typeof effectNames)[number], T>>;

/** The effects of each figure, every subject counting once. An effect without a bound is infinite. */
export function measureEffects(table: SubjectTable, histograms: SubjectHistograms): Effects<number>[] {
  const { width, firstCount, secondCount } = table;
  const into = Array.from({ length: width }, () => newDraws(1));
  buildMeasure(table, histograms)(new Float64Array(firstCount + secondCount).fill(1), into, 0);
  return into.map((draws) => mapEffects(draws, ([only = 0]) => only));
}

/**
 * 95 % percentile intervals of the effects of each figure from draws of whole subjects with replacement, on each side
 * for itself, so that the frames of one subject never count as independent (Davison and Hinkley 1997, "Bootstrap Methods
 * and their Application", § 3.8). With few subjects they are too narrow, and distances, which are never below 0, are too
 * large in the draws: nothing is decided by an interval alone.
 */
export function bootstrapEffects(
  table: SubjectTable,
  histograms: SubjectHistograms,
  draws: number,
  seed: number,
): Effects<Interval>[] {
  const { width, firstCount, secondCount } = table;
  const into = Array.from({ length: width }, () => newDraws(draws));
  const measure = buildMeasure(table, histograms);
  const random = seedRandom(seed);
  const weights = new Float64Array(firstCount + secondCount);
  for (let draw = 0; draw < draws; draw++) {
    drawSubjects(weights, 0, firstCount, random);
    drawSubjects(weights, firstCount, secondCount, random);
    measure(weights, into, draw);
  }
  return into.map((drawn) => mapEffects(drawn, percentileInterval));
}

type Draws = Effects<Float64Array>;

function newDraws(draws: number): Draws {
  const make = (): Float64Array => new Float64Array(draws);
  return {
    difference: make(),
    effect: make(),
    delta: make(),
    distance: make(),
    divergence: make(),
    stability: make(),
  };
}

function mapEffects<A, B>(effects: Effects<A>, change: (value: A) => B): Effects<B> {
  const { difference, effect, delta, distance, divergence, stability } = effects;
  return {
    difference: change(difference),
    effect: change(effect),
    delta: change(delta),
    distance: change(distance),
    divergence: change(divergence),
    stability: change(stability),
  };
}

/** How often each of the `count` subjects from `first` on is drawn. */
function drawSubjects(weights: Float64Array, first: number, count: number, random: SeededRandom): void {
  weights.fill(0, first, first + count);
  for (let taken = 0; taken < count; taken++) {
    const at = first + random.below(count);
    weights[at] = (weights[at] ?? 0) + 1;
  }
}

type Measure = (weights: Float64Array, into: readonly Draws[], draw: number) => void;

function buildMeasure(table: SubjectTable, histograms: SubjectHistograms): Measure {
  const measures = [
    buildMomentMeasure(table),
    buildDominanceMeasure(table),
    buildHistogramMeasure(table, histograms),
  ];
  return (weights, into, draw) => {
    for (const measure of measures) measure(weights, into, draw);
  };
}

function buildDominanceMeasure(table: SubjectTable): Measure {
  const columns = Array.from({ length: table.width }, (_, column) =>
    orderValues(columnOf(table, column), table.firstCount),
  );
  return (weights, into, draw) => {
    into.forEach((draws, column) => {
      const ordered = columns[column];
      if (!ordered) return;
      const { delta, distance } = measureDominance(ordered, weights);
      draws.delta[draw] = delta;
      draws.distance[draw] = distance;
    });
  };
}

/** A side of one subject drawn several times spreads by rounding alone. */
const leastVariance = 1e-12;

function buildMomentMeasure(table: SubjectTable): Measure {
  const { width, firstCount, secondCount } = table;
  // Centred and scaled, so that squares lose no digits to a large mean.
  const { scores, norms } = standardizeColumns(table);
  const rows = firstCount + secondCount;
  const sums = [new Float64Array(width), new Float64Array(width)] as const;
  const squares = new Float64Array(width);
  const freedom = rows - 2;
  const correction = correctSmallSample(freedom);
  return (weights, into, draw) => {
    sums[0].fill(0);
    sums[1].fill(0);
    squares.fill(0);
    for (let row = 0; row < rows; row++) {
      const weight = weights[row] ?? 0;
      if (weight === 0) continue;
      const sum = row < firstCount ? sums[0] : sums[1];
      const first = row * width;
      for (let column = 0; column < width; column++) {
        const score = scores[first + column] ?? 0;
        sum[column] = (sum[column] ?? 0) + weight * score;
        squares[column] = (squares[column] ?? 0) + weight * score * score;
      }
    }
    for (let column = 0; column < width; column++) {
      const [first, second] = [sums[0][column] ?? 0, sums[1][column] ?? 0];
      const difference = second / secondCount - first / firstCount;
      const all = squares[column] ?? 0;
      const within = all - first ** 2 / firstCount - second ** 2 / secondCount;
      const deviation = within > leastVariance * all ? Math.sqrt(within / freedom) : 0;
      const draws = into[column];
      if (!draws) continue;
      draws.difference[draw] = difference * (norms[column] ?? 0);
      draws.effect[draw] = difference === 0 ? 0 : (correction * difference) / deviation;
    }
  };
}

/**
 * Draws that histograms are summed for at once: the shares of a subject are read once for all of them, which halves the
 * time of what takes most of it.
 */
const lanes = 4;

/** Keeps the weights of a draw until there are enough for one pass, or the last. */
function buildHistogramMeasure({ width, firstCount }: SubjectTable, histograms: SubjectHistograms): Measure {
  const { bins } = histograms;
  const rows = histograms.starts.length - 1;
  const kept = new Float64Array(rows * lanes);
  const sides = [new Float64Array(width * bins * lanes), new Float64Array(width * bins * lanes)] as const;
  const [first, second] = [new Float64Array(bins), new Float64Array(bins)];
  return (weights, into, draw) => {
    const lane = draw % lanes;
    for (let row = 0; row < rows; row++) kept[row * lanes + lane] = weights[row] ?? 0;
    const isLast = draw + 1 === into[0]?.divergence.length;
    if (lane + 1 < lanes && !isLast) return;
    sumShares(histograms, kept, 0, firstCount, sides[0]);
    sumShares(histograms, kept, firstCount, rows, sides[1]);
    into.forEach((draws, column) => {
      for (let from = 0; from <= lane; from++) {
        for (let bin = 0; bin < bins; bin++) {
          const at = (column * bins + bin) * lanes + from;
          first[bin] = (sides[0][at] ?? 0) / firstCount;
          second[bin] = (sides[1][at] ?? 0) / (rows - firstCount);
        }
        draws.divergence[draw - lane + from] = jensenShannonDivergence(first, second);
        draws.stability[draw - lane + from] = populationStabilityIndex(first, second);
      }
    });
  };
}

/** Sums of the shares of the rows [from, end), weighted for each lane. */
function sumShares(
  { starts, cells, shares }: SubjectHistograms,
  weights: Float64Array,
  from: number,
  end: number,
  sums: Float64Array,
): void {
  sums.fill(0);
  for (let row = from; row < end; row++) {
    const a = weights[row * lanes] ?? 0;
    const b = weights[row * lanes + 1] ?? 0;
    const c = weights[row * lanes + 2] ?? 0;
    const d = weights[row * lanes + 3] ?? 0;
    const last = starts[row + 1] ?? 0;
    for (let entry = starts[row] ?? 0; entry < last; entry++) {
      const share = shares[entry] ?? 0;
      const at = (cells[entry] ?? 0) * lanes;
      sums[at] = (sums[at] ?? 0) + a * share;
      sums[at + 1] = (sums[at + 1] ?? 0) + b * share;
      sums[at + 2] = (sums[at + 2] ?? 0) + c * share;
      sums[at + 3] = (sums[at + 3] ?? 0) + d * share;
    }
  }
}
