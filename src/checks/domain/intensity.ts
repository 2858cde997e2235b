import { percentileRanks } from '../../model/fingerprint.ts';
import type { Json } from '../../model/json.ts';
import {
  deviationOf,
  meanDistribution,
  meanOf,
  percentileOf,
  standardizedShift,
  wassersteinDistance,
  type Distribution,
} from '../../statistics/distribution.ts';
import type { Side } from './side.ts';

/** Of an image's histogram. */
const levels = 256;
/** Bars of a chart; each holds eight grey levels. */
const bins = 32;

/** How bright and how sharp the images of a side are, each subject counting once. */
export interface IntensityProfile {
  /** Shares of the pixels by grey level 0–255. */
  readonly distribution: Distribution;
  /** Grey levels. */
  readonly mean: number;
  /** Of all pixels, within and between images; grey levels. */
  readonly deviation: number;
  /** Mean variance of the Laplacian; see `ImageFingerprint.sharpness`. */
  readonly sharpness: number;
}

/** Differences are first minus second, ratios first to second. */
export interface IntensityDifference {
  /** Grey levels. */
  readonly distance: number;
  /** The distance in pooled standard deviations; undefined where two differ and neither spreads. */
  readonly shift: number | undefined;
  readonly meanDifference: number;
  readonly deviationDifference: number;
  /** Undefined where the second has no sharpness at all. */
  readonly sharpnessRatio: number | undefined;
}

export function profileIntensity({ units }: Side): IntensityProfile {
  const distribution = meanDistribution(
    units.map((images) =>
      meanDistribution(
        images.map(({ histogram }) => histogram),
        levels,
      ),
    ),
    levels,
  );
  return {
    distribution,
    mean: meanOf(distribution),
    deviation: deviationOf(distribution),
    sharpness: average(units.map((images) => average(images.map(({ sharpness }) => sharpness)))),
  };
}

export function compareIntensity(first: IntensityProfile, second: IntensityProfile): IntensityDifference {
  return {
    distance: wassersteinDistance(first.distribution, second.distribution),
    shift: standardizedShift(first.distribution, second.distribution),
    meanDifference: first.mean - second.mean,
    deviationDifference: first.deviation - second.deviation,
    sharpnessRatio: second.sharpness === 0 ? undefined : first.sharpness / second.sharpness,
  };
}

/** The profile for the report; `histogram` holds shares of 32 bins of eight grey levels. */
export function measureIntensity({
  distribution,
  mean,
  deviation,
  sharpness,
}: IntensityProfile): Record<string, Json> {
  const width = levels / bins;
  return {
    mean,
    deviation,
    percentiles: Object.fromEntries(
      percentileRanks.map((rank) => [`p${rank}`, percentileOf(distribution, rank)]),
    ),
    sharpness,
    histogram: Array.from({ length: bins }, (_, bin) =>
      distribution.slice(bin * width, (bin + 1) * width).reduce((sum, share) => sum + share, 0),
    ),
  };
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
