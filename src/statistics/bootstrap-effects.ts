import { jensenShannonDivergence, populationStabilityIndex } from './divergence.ts';
import { orderValues, weighDelta, weighDistance } from './dominance.ts';
import { drawSubjects, lanes, weighAlike, type DrawnWeights } from './drawn-weights.ts';
import { percentileInterval, type Interval } from './interval.ts';
import { seedRandom } from './seeded-random.ts';
import { correctSmallSample } from './standardized-difference.ts';
import { listCellShares, weighShares, type SubjectHistograms } from './subject-histograms.ts';
import { columnOf, standardizeColumns, type SubjectTable } from './subject-table.ts';
import { addMoments } from './weighted-moments.ts';

/** Measures of how far apart two sides are in one figure. */
export const effectNames = ['difference', 'effect', 'delta', 'distance', 'divergence', 'stability'] as const;

/**
 * `difference` of the means and Wasserstein `distance` of the subjects' means in the unit of the figure, Hedges'
 * g (`effect`), Cliff's `delta`, and, of the histograms in which each subject counts once, the Jensen–Shannon
 * `divergence` in bits and the population `stability` index. Second less first.
 */
export type Effects<T> = Readonly<Record<(typeof effectNames)[number], T>>;

/** Two sides made ready to be measured many times. */
export interface PreparedSides {
  readonly width: number;
  readonly firstCount: number;
  readonly secondCount: number;
  /** One after another, each over all figures. */
  readonly measures: readonly Measure[];
}

/**
 * Writes some effects in the draws of each lane, from `draw` on. Of a figure that does not vary they are 0, which stands
 * there: only the others are measured.
 */
type Measure = (weights: DrawnWeights, into: readonly Draws[], draw: number) => void;

type Draws = Effects<Float64Array>;

export function prepareSides(table: SubjectTable, histograms: SubjectHistograms): PreparedSides {
  return {
    ...table,
    measures: [
      buildMomentMeasure(table),
      buildDominanceMeasure(table),
      buildHistogramMeasure(table, histograms),
    ],
  };
}

/** The effects of each figure, every subject counting once. An effect without a bound is infinite. */
export function measureEffects(sides: PreparedSides): Effects<number>[] {
  return measureDraws(sides, 1, () => {}).map((draws) => mapEffects(draws, ([only = 0]) => only));
}

/**
 * 95 % percentile intervals of the effects of each figure from draws of whole subjects with replacement, on each side
 * for itself, so that the frames of one subject never count as independent (Davison and Hinkley 1997, "Bootstrap Methods
 * and their Application", § 3.8). With few subjects they are too narrow, and distances, which are never below 0, are too
 * large in the draws: nothing is decided by an interval alone.
 */
export function bootstrapEffects(sides: PreparedSides, draws: number, seed: number): Effects<Interval>[] {
  const { firstCount, secondCount } = sides;
  const random = seedRandom(seed);
  const drawn = measureDraws(sides, draws, (weights) => {
    for (let lane = 0; lane < lanes; lane++) {
      drawSubjects(weights, lane, 0, firstCount, random);
      drawSubjects(weights, lane, firstCount, firstCount + secondCount, random);
    }
  });
  return drawn.map((effects) => mapEffects(effects, percentileInterval));
}

/** @param weigh called with weights of 1 for the first draws, and what it left for the next */
function measureDraws(
  { width, firstCount, secondCount, measures }: PreparedSides,
  draws: number,
  weigh: (weights: DrawnWeights) => void,
): Draws[] {
  const room = Math.ceil(draws / lanes) * lanes;
  const into = Array.from({ length: width }, () => newDraws(room));
  const weights = weighAlike(firstCount + secondCount);
  for (let draw = 0; draw < draws; draw += lanes) {
    weigh(weights);
    for (const measure of measures) measure(weights, into, draw);
  }
  return into.map((drawn) => mapEffects(drawn, (values) => values.subarray(0, draws)));
}

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

function buildDominanceMeasure(table: SubjectTable): Measure {
  const { firstCount } = table;
  const columns = columnsOf(table).flatMap((values, column) =>
    values.every((value) => value === values[0])
      ? []
      : [{ column, ordered: orderValues(values, firstCount) }],
  );
  const seen = new Float64Array((firstCount + 1) * lanes);
  return (weights, into, draw) => {
    for (const { column, ordered } of columns) {
      const draws = into[column];
      if (!draws) continue;
      weighDelta(ordered, weights, seen, draws.delta, draw);
      weighDistance(ordered, weights, draws.distance, draw);
    }
  };
}

/** A side of one subject drawn several times spreads by rounding alone. */
const leastVariance = 1e-12;

function buildMomentMeasure(table: SubjectTable): Measure {
  const { width, firstCount, secondCount } = table;
  // Centred and scaled, so that squares lose no digits to a large mean.
  const { scores, norms } = standardizeColumns(table);
  const columns = columnsOf({ width, values: scores }).flatMap((figures, column) => {
    const norm = norms[column] ?? 0;
    return norm > 0 ? [{ column, figures, norm }] : [];
  });
  const rows = firstCount + secondCount;
  const [sums, firstSums, squares] = [newSums(), newSums(), newSums()];
  const freedom = rows - 2;
  const correction = correctSmallSample(freedom);
  return (weights, into, draw) => {
    for (const { column, figures, norm } of columns) {
      const draws = into[column];
      if (!draws) continue;
      firstSums.fill(0);
      sums.fill(0);
      squares.fill(0);
      addMoments(figures, weights, 0, firstCount, firstSums, squares);
      addMoments(figures, weights, firstCount, rows, sums, squares);
      for (let lane = 0; lane < lanes; lane++) {
        const first = firstSums[lane] ?? 0;
        const second = sums[lane] ?? 0;
        const difference = second / secondCount - first / firstCount;
        const all = squares[lane] ?? 0;
        const within = all - first ** 2 / firstCount - second ** 2 / secondCount;
        const deviation = within > leastVariance * all ? Math.sqrt(within / freedom) : 0;
        draws.difference[draw + lane] = difference * norm;
        draws.effect[draw + lane] = difference === 0 ? 0 : (correction * difference) / deviation;
      }
    }
  };
}

function buildHistogramMeasure(
  { width, firstCount, secondCount }: SubjectTable,
  histograms: SubjectHistograms,
): Measure {
  const { bins } = histograms;
  const cells = listCellShares(histograms, width * bins, firstCount);
  const columns = Array.from({ length: width }, (_, column) => ({
    column,
    cells: cells.slice(column * bins, (column + 1) * bins),
  })).filter(
    ({ cells: of }) =>
      of.filter(([first, second]) => first.shares.length + second.shares.length > 0).length > 1,
  );
  const [firstSums, sums] = [newSums(), newSums()];
  const byLane = Array.from(
    { length: lanes },
    () => [new Float64Array(bins), new Float64Array(bins)] as const,
  );
  return (weights, into, draw) => {
    for (const { column, cells: of } of columns) {
      const draws = into[column];
      if (!draws) continue;
      of.forEach(([first, second], bin) => {
        weighShares(first, weights, firstSums);
        weighShares(second, weights, sums);
        byLane.forEach((sides, lane) => {
          sides[0][bin] = (firstSums[lane] ?? 0) / firstCount;
          sides[1][bin] = (sums[lane] ?? 0) / secondCount;
        });
      });
      byLane.forEach(([first, second], lane) => {
        draws.divergence[draw + lane] = jensenShannonDivergence(first, second);
        draws.stability[draw + lane] = populationStabilityIndex(first, second);
      });
    }
  };
}

function newSums(): Float64Array {
  return new Float64Array(lanes);
}

function columnsOf(table: Pick<SubjectTable, 'width' | 'values'>): Float64Array[] {
  return Array.from({ length: table.width }, (_, column) => columnOf(table, column));
}
