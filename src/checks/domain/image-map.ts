import type { Json } from '../../model/json.ts';
import { findPrincipalComponents } from '../../statistics/principal-components.ts';
import { seedRandom, shuffle } from '../../statistics/seeded-random.ts';
import { standardizeColumns } from '../../statistics/subject-table.ts';
import { features } from './features.ts';
import type { SideFeatures } from './side-features.ts';

const maxPoints = 2000;
const maxLoadings = 4;
const width = features.length;

/**
 * A map of the images in two dimensions: the principal components of the features in units of their deviation. Of more
 * than 2,000 images, that many by chance. `loadings` say what a step along an axis changes most.
 */
export function mapImages(sides: readonly SideFeatures[]): Json {
  const all = sides.flatMap((side, at) =>
    Array.from({ length: side.images.length / width }, (_, row) => ({ side, at, row })),
  );
  const chosen = all.length > maxPoints ? shuffle(all, seedRandom(1)).slice(0, maxPoints) : all;
  const values = new Float64Array(chosen.length * width);
  chosen.forEach(({ side, row }, at) =>
    values.set(side.images.subarray(row * width, (row + 1) * width), at * width),
  );
  const { scores } = standardizeColumns({ width, values });
  const { axes, explained } = findPrincipalComponents(scores, width, 2);
  // Scores have a sum of squares of one; the map's unit is a standard deviation.
  const unit = Math.sqrt(Math.max(1, chosen.length - 1));
  const placeOf = (point: number, axis: Float64Array): number =>
    Number(
      (
        unit * axis.reduce((sum, entry, column) => sum + entry * (scores[point * width + column] ?? 0), 0)
      ).toFixed(3),
    ) + 0;
  return {
    explained,
    loadings: axes.map((axis) =>
      features
        .map(({ key }, column) => ({ feature: key, weight: (axis[column] ?? 0) + 0 }))
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
        .slice(0, maxLoadings),
    ),
    sides: sides.map(({ side: { name } }, at) => ({
      name,
      points: chosen.flatMap((point, index) =>
        point.at === at ? [axes.map((axis) => placeOf(index, axis))] : [],
      ),
    })),
  };
}
