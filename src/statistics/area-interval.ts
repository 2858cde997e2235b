import type { Interval } from './interval.ts';

const z95 = 1.959963984540054;
/** Halvings of an interval of one: as fine as a number is. */
const halvings = 54;

/**
 * 95 % interval of the area under a ROC curve, by Newcombe's method 5 (2006, doi:10.1002/sim.2324): the areas θ whose
 * standard error, by the formula of Hanley and McNeil with (n₁ + n₂)/2 − 1 in place of both n − 1, explains the distance
 * from the one seen. It tells few from many also where the sides are told apart without a mistake, of which a bootstrap
 * would always say 1 to 1.
 * @param area seen, 0–1
 * @param first independent units of one side, at least 1
 * @param second of the other
 */
export function areaInterval(area: number, first: number, second: number): Interval {
  const isWithin = (theta: number): boolean => {
    const common = (first + second) / 2 - 1;
    const spread = 1 + common * ((1 - theta) / (2 - theta) + theta / (1 + theta));
    const variance = (theta * (1 - theta) * spread) / (first * second);
    return Math.abs(theta - area) <= z95 * Math.sqrt(variance);
  };
  // From the area seen outwards: within at first, beyond the bound no more.
  const bound = (outermost: number): number => {
    let [inner, outer] = [area, outermost];
    for (let step = 0; step < halvings; step++) {
      const middle = (inner + outer) / 2;
      if (isWithin(middle)) inner = middle;
      else outer = middle;
    }
    return inner;
  };
  return { low: bound(0), high: bound(1) };
}
