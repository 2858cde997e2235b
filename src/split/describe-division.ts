import { compareText } from '../model/order.ts';
import { countCarriers, sumTallies, type Component, type Tally } from './component.ts';
import type { Move, MixDistance, SplitSize, StratumSpread } from './proposal.ts';
import type { WantedSplit } from './wanted-splits.ts';

/** The components of a division by the split they are in. */
export interface Division {
  readonly whole: Tally;
  readonly parts: readonly {
    readonly wanted: WantedSplit;
    readonly tally: Tally;
    readonly components: readonly Component[];
  }[];
}

export function divide(
  components: readonly Component[],
  whole: Tally,
  splits: readonly WantedSplit[],
  assignment: ReadonlyMap<string, string>,
): Division {
  const members = new Map<string, Component[]>(splits.map(({ name }) => [name, []]));
  for (const component of components) members.get(assignment.get(component.id) ?? '')?.push(component);
  const parts = splits.map((wanted) => {
    const inside = members.get(wanted.name) ?? [];
    return { wanted, components: inside, tally: sumTallies(inside.map(({ tally }) => tally)) };
  });
  return { whole, parts };
}

export function describeSizes({ whole, parts }: Division): SplitSize[] {
  return parts.map(({ wanted, tally, components }) => ({
    name: wanted.name,
    wanted: wanted.ratio,
    samples: tally.samples,
    share: tally.samples / whole.samples,
    subjects: tally.subjects,
    components: components.length,
    mixes: [...whole.strata].map(([dimension, strata]): MixDistance => ({
      dimension,
      distance: totalVariation(strata, tally.strata.get(dimension) ?? new Map()),
    })),
  }));
}

/** Half the sum of the differences of shares; undefined where one of both is nothing. */
function totalVariation(
  whole: ReadonlyMap<string, number>,
  part: ReadonlyMap<string, number>,
): number | undefined {
  const [all, some] = [whole, part].map((counts) =>
    [...counts.values()].reduce((sum, count) => sum + count, 0),
  );
  if (!all || !some) return undefined;
  let sum = 0;
  for (const [stratum, count] of whole) sum += Math.abs(count / all - (part.get(stratum) ?? 0) / some);
  return sum / 2;
}

export function describeStrata({ whole, parts }: Division): StratumSpread[] {
  const carriers = parts.map(({ components }) => countCarriers(components.map(({ tally }) => tally)));
  return [...whole.strata].flatMap(([dimension, strata]) =>
    [...strata]
      .filter(([, samples]) => samples > 0)
      .map(([stratum, samples]) => {
        const splits = parts.map(({ wanted, tally }, index) => {
          const inside = tally.strata.get(dimension)?.get(stratum) ?? 0;
          return {
            name: wanted.name,
            samples: inside,
            share: tally.samples === 0 ? 0 : inside / tally.samples,
            components: carriers[index]?.get(dimension)?.get(stratum) ?? 0,
          };
        });
        const components = splits.reduce((sum, split) => sum + split.components, 0);
        return { dimension, stratum, samples, components, share: samples / whole.samples, splits };
      }),
  );
}

export function listMoves(components: readonly Component[], assignment: ReadonlyMap<string, string>): Move[] {
  return [...components]
    .sort((a, b) => compareText(a.id, b.id))
    .flatMap(({ id, today }) => {
      const to = assignment.get(id) ?? '';
      return [...today]
        .filter(([from, { samples }]) => from !== to && samples > 0)
        .sort(([a], [b]) => compareText(a, b))
        .map(([from, { samples }]) => ({ component: id, from, to, samples }));
    });
}

/** What each split holds today; undefined where nothing stands in any, or something in another one. */
export function tallyToday(
  components: readonly Component[],
  splits: readonly WantedSplit[],
): Tally[] | undefined {
  const parts = new Map<string, Tally[]>(splits.map(({ name }) => [name, []]));
  let isDivided = false;
  for (const { today } of components)
    for (const [split, tally] of today) {
      const part = parts.get(split);
      if (part === undefined) return undefined;
      part.push(tally);
      isDivided = true;
    }
  return isDivided ? splits.map(({ name }) => sumTallies(parts.get(name) ?? [])) : undefined;
}
