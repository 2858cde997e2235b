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

function buildHistogramMeasure({ width, firstCount }: SubjectTable, histograms: SubjectHistograms): Measure {
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
