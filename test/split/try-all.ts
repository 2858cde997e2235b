import type { Component } from '../../src/split/component.ts';
import type { WantedSplit } from '../../src/split/wanted-splits.ts';

/** Every way to give `count` components to `places` splits; the same array each time. */
export function* allDivisions(count: number, places: number): Generator<readonly number[]> {
  const division = Array.from({ length: count }, () => 0);
  for (;;) {
    yield division;
    let index = 0;
    while (index < count && division[index] === places - 1) division[index++] = 0;
    if (index === count) return;
    division[index] = (division[index] ?? 0) + 1;
  }
}

/** What is counted of the components, one row each: samples, subjects and strata, with the weight of the row. */
interface Row {
  readonly weight: number;
  readonly amounts: readonly number[];
}

/** The cost of a division, counted anew and with the weights written out: samples 2, subjects 1, each dimension 1. */
export function costOfDivisions(
  components: readonly Component[],
  splits: readonly WantedSplit[],
): (division: readonly number[]) => number {
  const rowsOf = (weight: number, ...all: number[][]): Row[] => {
    const present = all.filter((amounts) => amounts.some((amount) => amount > 0));
    return present.map((amounts) => ({ weight: weight / present.length, amounts }));
  };
  const dimensions = [...new Set(components.flatMap(({ tally }) => [...tally.strata.keys()]))];
  const rows = [
    ...rowsOf(
      2,
      components.map(({ tally }) => tally.samples),
    ),
    ...rowsOf(
      1,
      components.map(({ tally }) => tally.subjects),
    ),
    ...dimensions.flatMap((dimension) => {
      const strata = new Set(
        components.flatMap(({ tally }) => [...(tally.strata.get(dimension)?.keys() ?? [])]),
      );
      const amountsOf = (stratum: string) =>
        components.map(({ tally }) => tally.strata.get(dimension)?.get(stratum) ?? 0);
      return rowsOf(1, ...[...strata].map(amountsOf));
    }),
  ];
  const weights = rows.reduce((sum, { weight }) => sum + weight, 0);
  const ratioSum = splits.reduce((sum, { ratio }) => sum + ratio, 0);
  const shares = splits.map(({ ratio }) => ratio / ratioSum);
  return (division) => {
    let squares = 0;
    for (const { weight, amounts } of rows) {
      const total = amounts.reduce((sum, amount) => sum + amount, 0);
      shares.forEach((share, place) => {
        let held = 0;
        for (let index = 0; index < amounts.length; index++)
          if (division[index] === place) held += amounts[index] ?? 0;
        const wanted = share * total;
        const gap = 1 - Math.min(held, wanted) / Math.max(held, wanted);
        squares += (weight / shares.length) * gap * gap;
      });
    }
    return Math.sqrt(squares / weights);
  };
}
