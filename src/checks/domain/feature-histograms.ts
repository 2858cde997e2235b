import type { Json } from '../../model/json.ts';
import { quantileOf } from '../../statistics/interval.ts';
import type { Comparison, FeatureShift } from './comparison.ts';
import { features } from './features.ts';
import type { SideFeatures } from './side-features.ts';

const bins = 32;

/**
 * Histograms of the images of both sides over one feature, each subject counting once, for charts. `low` and `high` bound
 * the middle 90 % of the subjects' shares of a bin. In the unit of the feature.
 */
export function drawHistograms({ pair, sides }: Comparison, { feature }: FeatureShift): Json {
  const column = features.indexOf(feature);
  const width = features.length;
  let [least, most] = [Infinity, -Infinity];
  for (const { images } of sides) {
    for (let at = column; at < images.length; at += width) {
      least = Math.min(least, images[at] ?? 0);
      most = Math.max(most, images[at] ?? 0);
    }
  }
  const step = most > least ? (most - least) / bins : 1;
  const edge = (bin: number): number => {
    const value = least + bin * step;
    return feature.isRatio ? 2 ** value : value;
  };
  return {
    feature: feature.key,
    edges: Array.from({ length: bins + 1 }, (_, bin) => edge(bin)),
    sides: [pair.first, pair.second].map(({ name }, side) => ({
      name,
      ...shareBins(sides[side], column, least, step),
    })),
  };
}

function shareBins(
  side: SideFeatures | undefined,
  column: number,
  least: number,
  step: number,
): { share: number[]; low: number[]; high: number[] } {
  const { images, starts } = side ?? { images: new Float64Array(), starts: new Uint32Array(1) };
  const units = starts.length - 1;
  const shares = Array.from({ length: bins }, () => new Float64Array(units));
  for (let unit = 0; unit < units; unit++) {
    const [from, end] = [starts[unit] ?? 0, starts[unit + 1] ?? 0];
    for (let row = from; row < end; row++) {
      const value = images[row * features.length + column] ?? 0;
      const counts = shares[Math.min(bins - 1, Math.floor((value - least) / step))];
      if (counts) counts[unit] = (counts[unit] ?? 0) + 1 / (end - from);
    }
  }
  for (const counts of shares) counts.sort();
  return {
    share: shares.map((counts) => counts.reduce((sum, share) => sum + share, 0) / units),
    low: shares.map((counts) => quantileOf(counts, 0.05)),
    high: shares.map((counts) => quantileOf(counts, 0.95)),
  };
}
