import { areaInterval } from '../../statistics/area-interval.ts';
import { measureDominance, orderValues } from '../../statistics/dominance.ts';
import type { Interval } from '../../statistics/interval.ts';
import { fitDiscriminant, scoreHeldOut } from '../../statistics/linear-discriminant.ts';
import { seedRandom, shuffle } from '../../statistics/seeded-random.ts';
import type { SubjectTable } from '../../statistics/subject-table.ts';
import { features } from './features.ts';
import type { Pair } from './pairs.ts';

/** How well all features together tell the sides of subjects that the model has not seen. */
export interface Separability {
  /** Area under the ROC curve, 0–1: the chance that of two subjects, one of each side, the right one scores higher. */
  readonly area: number;
  readonly interval: Interval;
  /** What the model goes by: the features that bring the mean scores of the sides apart most, with their part, 0–1. */
  readonly uses: readonly { readonly feature: string; readonly share: number }[];
}

const maxFolds = 10;
const maxUses = 5;

/** @param table means of the features by unit; at least two units a side */
export function measureSeparability(pair: Pair, table: SubjectTable): Separability {
  const { firstCount, secondCount } = table;
  const scores = scoreHeldOut(table, assignFolds(pair));
  const area = (measureDominance(orderValues(scores, firstCount)).delta + 1) / 2;
  return { area, interval: areaInterval(area, firstCount, secondCount), uses: listUses(table) };
}

/**
 * Folds of about as many units of either side; a subject with images on both sides is left out of both at once.
 * @returns a fold for each unit of the first side, then of the second
 */
function assignFolds({ first, second }: Pair): Uint32Array {
  const names = [first, second].map(({ name, units }) =>
    units.map(({ subject }, unit) => (subject === undefined ? `${name}\0${unit}` : `\0${subject}`)),
  );
  const folds = Math.min(maxFolds, first.units.length, second.units.length);
  const random = seedRandom(1);
  const foldOf = new Map<string, number>();
  for (const side of names) {
    const fresh = side.filter((name) => !foldOf.has(name));
    shuffle(fresh, random).forEach((name, place) => foldOf.set(name, place % folds));
  }
  return Uint32Array.from(names.flat(), (name) => foldOf.get(name) ?? 0);
}

function listUses(table: SubjectTable): Separability['uses'] {
  const { width, values, firstCount, secondCount } = table;
  const { weights } = fitDiscriminant(table);
  const parts = features.map(({ key }, column) => {
    let [first, second] = [0, 0];
    for (let row = 0; row < firstCount + secondCount; row++) {
      const value = values[row * width + column] ?? 0;
      if (row < firstCount) first += value / firstCount;
      else second += value / secondCount;
    }
    return { feature: key, share: Math.max(0, (weights[column] ?? 0) * (second - first)) };
  });
  const total = parts.reduce((sum, { share }) => sum + share, 0);
  return parts
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .slice(0, maxUses)
    .map(({ feature, share }) => ({ feature, share: share / total }));
}
