import { jensenShannonDivergence, populationStabilityIndex } from './divergence.ts';
import { orderValues, placeOrdered } from './dominance.ts';
import { drawSubjects, lanes, type DrawnWeights } from './drawn-weights.ts';
import { percentileInterval, type Interval } from './interval.ts';
import { MemoryPlan, type KernelMemory } from './kernels/memory.ts';
import { seedRandom } from './seeded-random.ts';
import { correctSmallSample } from './standardized-difference.ts';
import { listCellShares, type CellShares, type SubjectHistograms } from './subject-histograms.ts';
import { columnOf, standardizeColumns, type SubjectTable } from './subject-table.ts';

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
  readonly plan: MemoryPlan;
  /** Where the drawn weights lie, in bytes. */
  readonly weights: number;
  /** One after another, each over all figures. */
  readonly measures: readonly Measure[];
}

/**
 * Writes some effects in the draws of each lane, from `draw` on. Of a figure that does not vary they are 0, which stands
 * there: only the others are measured.
 */
type Measure = (memory: KernelMemory, weights: number, into: readonly Draws[], draw: number) => void;

type Draws = Effects<Float64Array>;

export function prepareSides(table: SubjectTable, histograms: SubjectHistograms): PreparedSides {
  const plan = new MemoryPlan();
  return {
    ...table,
    plan,
    weights: plan.reserve((table.firstCount + table.secondCount) * lanes),
    measures: [
      buildMomentMeasure(table, plan),
      buildDominanceMeasure(table, plan),
      buildHistogramMeasure(table, histograms, plan),
    ],
  };
}

/** The effects of each figure, every subject counting once. An effect without a bound is infinite. */
export function measureEffects(sides: PreparedSides): Effects<number>[] {
  return measureDraws(sides, 1, (weights) => void weights.fill(1)).map((draws) =>
    mapEffects(draws, ([only = 0]) => only),
  );
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

/** @param weigh writes how often each subject is drawn, in each lane */
function measureDraws(
  { width, firstCount, secondCount, plan, weights, measures }: PreparedSides,
  draws: number,
  weigh: (weights: DrawnWeights) => void,
): Draws[] {
  const room = Math.ceil(draws / lanes) * lanes;
  const into = Array.from({ length: width }, () => newDraws(room));
  const memory = plan.open();
  const drawn = memory.doubles.subarray(weights / 8, weights / 8 + (firstCount + secondCount) * lanes);
  for (let draw = 0; draw < draws; draw += lanes) {
    weigh(drawn);
    for (const measure of measures) measure(memory, weights, into, draw);
  }
  return into.map((effects) => mapEffects(effects, (values) => values.subarray(0, draws)));
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

function buildDominanceMeasure(table: SubjectTable, plan: MemoryPlan): Measure {
  const { firstCount } = table;
  const seen = plan.reserve((firstCount + 1) * lanes);
  const sums = plan.reserve(lanes);
  const columns = columnsOf(table).flatMap((values, column) =>
    values.every((value) => value === values[0])
      ? []
      : [{ column, placed: placeOrdered(plan, orderValues(values, firstCount), seen, sums) }],
  );
  return (memory, weights, into, draw) => {
    for (const { column, placed } of columns) {
      const draws = into[column];
      if (draws) placed.measure(memory, weights, draws.delta, draws.distance, draw);
    }
  };
}

/** A side of one subject drawn several times spreads by rounding alone. */
const leastVariance = 1e-12;

function buildMomentMeasure(table: SubjectTable, plan: MemoryPlan): Measure {
  const { width, firstCount, secondCount } = table;
  // Centred and scaled, so that squares lose no digits to a large mean.
  const { scores, norms } = standardizeColumns(table);
  const columns = columnsOf({ width, values: scores }).flatMap((figures, column) => {
    const norm = norms[column] ?? 0;
    return norm > 0 ? [{ column, figures: plan.place(figures), norm }] : [];
  });
  const rows = firstCount + secondCount;
  const [firstSums, firstSquares] = [plan.reserve(lanes), plan.reserve(lanes)];
  const [secondSums, secondSquares] = [plan.reserve(lanes), plan.reserve(lanes)];
  const freedom = rows - 2;
  const correction = correctSmallSample(freedom);
  return ({ kernels, doubles }, weights, into, draw) => {
    const of = (sums: number, lane: number): number => doubles[sums / 8 + lane] ?? 0;
    for (const { column, figures, norm } of columns) {
      const draws = into[column];
      if (!draws) continue;
      kernels.weighMoments(figures, weights, 0, firstCount, firstSums, firstSquares);
      kernels.weighMoments(figures, weights, firstCount, rows, secondSums, secondSquares);
      for (let lane = 0; lane < lanes; lane++) {
        const first = of(firstSums, lane);
        const second = of(secondSums, lane);
        const difference = second / secondCount - first / firstCount;
        const all = of(firstSquares, lane) + of(secondSquares, lane);
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
  plan: MemoryPlan,
): Measure {
  const { bins } = histograms;
  const cells = listCellShares(histograms, width * bins, firstCount);
  const place = ({ places, shares }: CellShares) => ({
    rows: plan.place(places),
    shares: plan.place(shares),
    count: shares.length,
  });
  const columns = Array.from({ length: width }, (_, column) => ({
    column,
    cells: cells.slice(column * bins, (column + 1) * bins),
  }))
    .filter(
      ({ cells: of }) =>
        of.filter(([first, second]) => first.shares.length + second.shares.length > 0).length > 1,
    )
    .map(({ column, cells: of }) => ({
      column,
      cells: of.map(([first, second]) => [place(first), place(second)] as const),
    }));
  const [firstSums, secondSums] = [plan.reserve(bins * lanes), plan.reserve(bins * lanes)];
  const [first, second] = [new Float64Array(bins), new Float64Array(bins)];
  return ({ kernels, doubles }, weights, into, draw) => {
    for (const { column, cells: of } of columns) {
      const draws = into[column];
      if (!draws) continue;
      of.forEach(([ofFirst, ofSecond], bin) => {
        const to = 8 * bin * lanes;
        kernels.weighShares(ofFirst.rows, ofFirst.shares, ofFirst.count, weights, firstSums + to);
        kernels.weighShares(ofSecond.rows, ofSecond.shares, ofSecond.count, weights, secondSums + to);
      });
      for (let lane = 0; lane < lanes; lane++) {
        for (let bin = 0; bin < bins; bin++) {
          const at = bin * lanes + lane;
          first[bin] = (doubles[firstSums / 8 + at] ?? 0) / firstCount;
          second[bin] = (doubles[secondSums / 8 + at] ?? 0) / secondCount;
        }
        draws.divergence[draw + lane] = jensenShannonDivergence(first, second);
        draws.stability[draw + lane] = populationStabilityIndex(first, second);
      }
    }
  };
}

function columnsOf(table: Pick<SubjectTable, 'width' | 'values'>): Float64Array[] {
  return Array.from({ length: table.width }, (_, column) => columnOf(table, column));
}
