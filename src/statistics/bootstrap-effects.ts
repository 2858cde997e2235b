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

/**
 * 95 % percentile intervals of the effects of each figure from draws of whole subjects with replacement, on each side
 * for itself, so that the frames of one subject never count as independent (Davison and Hinkley 1997, "Bootstrap Methods
 * and their Application", § 3.8). With few subjects they are too narrow, and distances, which are never below 0, are too
 * large in the draws: nothing is decided by an interval alone. An effect without a bound is infinite.
 */
export function bootstrapEffects(
  table: SubjectTable,
  histograms: SubjectHistograms,
  draws: number,
  seed: number,
): Effects<Interval>[] {
  const { width, firstCount, secondCount } = table;
  const drawn = Array.from({ length: width }, () => newDraws(draws));
  const columns = Array.from({ length: width }, (_, column) =>
    orderValues(columnOf(table, column), firstCount),
  );
  const measureMoments = buildMomentMeasure(table);
  const measureHistograms = buildHistogramMeasure(width, histograms, firstCount);
  const random = seedRandom(seed);
  const weights = new Float64Array(firstCount + secondCount);
  for (let draw = 0; draw < draws; draw++) {
    drawSubjects(weights, 0, firstCount, random);
    drawSubjects(weights, firstCount, secondCount, random);
    measureMoments(weights, drawn, draw);
    measureHistograms(weights, drawn, draw);
    columns.forEach((values, column) => {
      const { delta, distance } = measureDominance(values, weights);
      const into = drawn[column];
      if (!into) return;
      into.delta[draw] = delta;
      into.distance[draw] = distance;
    });
  }
  return drawn.map((of) => ({
    difference: percentileInterval(of.difference),
    effect: percentileInterval(of.effect),
    delta: percentileInterval(of.delta),
    distance: percentileInterval(of.distance),
    divergence: percentileInterval(of.divergence),
    stability: percentileInterval(of.stability),
  }));
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

/** How often each of the `count` subjects from `first` on is drawn. */
function drawSubjects(weights: Float64Array, first: number, count: number, random: SeededRandom): void {
  weights.fill(0, first, first + count);
  for (let taken = 0; taken < count; taken++) {
    const at = first + random.below(count);
    weights[at] = (weights[at] ?? 0) + 1;
  }
}

type Measure = (weights: Float64Array, into: readonly Draws[], draw: number) => void;

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

function buildHistogramMeasure(width: number, histograms: SubjectHistograms, firstCount: number): Measure {
  const { bins, starts, cells, shares } = histograms;
  const rows = starts.length - 1;
  const sides = [new Float64Array(width * bins), new Float64Array(width * bins)] as const;
  return (weights, into, draw) => {
    sides[0].fill(0);
    sides[1].fill(0);
    for (let row = 0; row < rows; row++) {
      const isFirst = row < firstCount;
      const side = isFirst ? sides[0] : sides[1];
      const weight = (weights[row] ?? 0) / (isFirst ? firstCount : rows - firstCount);
      if (weight === 0) continue;
      const end = starts[row + 1] ?? 0;
      for (let at = starts[row] ?? 0; at < end; at++) {
        const cell = cells[at] ?? 0;
        side[cell] = (side[cell] ?? 0) + weight * (shares[at] ?? 0);
      }
    }
    into.forEach((draws, column) => {
      const first = sides[0].subarray(column * bins, (column + 1) * bins);
      const second = sides[1].subarray(column * bins, (column + 1) * bins);
      draws.divergence[draw] = jensenShannonDivergence(first, second);
      draws.stability[draw] = populationStabilityIndex(first, second);
    });
  };
}
