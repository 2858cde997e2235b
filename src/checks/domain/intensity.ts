import { percentileRanks, type ImageFingerprint } from '../../model/fingerprint.ts';
import type { Json } from '../../model/json.ts';
import {
  deviationOf,
  meanDistribution,
  percentileOf,
  type Distribution,
} from '../../statistics/distribution.ts';
import { quantileOf } from '../../statistics/interval.ts';
import type { Side } from './side.ts';

/** Of an image's histogram. */
const levels = 256;
/** Bars of a chart; each holds eight grey levels. */
const bins = 32;

/** The grey levels of a side within the field of view, each subject counting once. */
export interface IntensityProfile {
  /** Shares of the pixels by grey level 0–255. */
  readonly distribution: Distribution;
  /** Shares by bin of eight levels, of each subject. */
  readonly bySubject: readonly Float64Array[];
}

export function profileIntensity({ units }: Side): IntensityProfile {
  const bySubject = units.map(({ images }) => meanDistribution(images.map(withoutPadding), levels));
  return {
    distribution: meanDistribution(bySubject, levels),
    bySubject: bySubject.map(binLevels),
  };
}

/** The profile for the report; `low` and `high` bound the middle 90 % of the subjects' shares of a bin. */
export function measureIntensity({ distribution, bySubject }: IntensityProfile): Record<string, Json> {
  const shares = Array.from({ length: bins }, (_, bin) =>
    Float64Array.from(bySubject, (subject) => subject[bin] ?? 0).sort(),
  );
  return {
    deviation: deviationOf(distribution),
    percentiles: Object.fromEntries(
      percentileRanks.map((rank) => [`p${rank}`, percentileOf(distribution, rank)]),
    ),
    histogram: [...binLevels(distribution)],
    low: shares.map((sorted) => quantileOf(sorted, 0.05)),
    high: shares.map((sorted) => quantileOf(sorted, 0.95)),
  };
}

/** The level of all pixels; undefined where there are several. */
export function onlyLevel({ distribution }: IntensityProfile): number | undefined {
  const level = distribution.findIndex((share) => share > 0);
  return level === distribution.findLastIndex((share) => share > 0) ? level : undefined;
}

/** The histogram without the padding, which holds the darkest pixels. */
function withoutPadding({ histogram, features: { fieldShare } }: ImageFingerprint): ArrayLike<number> {
  if (fieldShare === 0 || fieldShare === 1) return histogram;
  let pixels = 0;
  for (let level = 0; level < levels; level++) pixels += histogram[level] ?? 0;
  const field = new Float64Array(histogram);
  let padding = (1 - fieldShare) * pixels;
  for (let level = 0; padding > 0 && level < levels; level++) {
    const taken = Math.min(histogram[level] ?? 0, padding);
    padding -= taken;
    field[level] = (histogram[level] ?? 0) - taken;
  }
  return field;
}

function binLevels(distribution: Distribution): Float64Array {
  const width = levels / bins;
  return Float64Array.from({ length: bins }, (_, bin) => {
    let sum = 0;
    for (let level = bin * width; level < (bin + 1) * width; level++) sum += distribution[level] ?? 0;
    return sum;
  });
}
