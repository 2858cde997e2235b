import { populationStabilityIndex } from '../../src/statistics/divergence.ts';
import type { Subject } from './ask-check.ts';

/** Whether tests that take images for independent call two sides different, by mean intensity alone. */
export interface ImageAnswers {
  /** Two-sample Kolmogorov–Smirnov test, p < 0.05. */
  readonly kolmogorovSmirnov: boolean;
  /** Population stability index on the tenths of the first side above 0.2. */
  readonly stability: boolean;
}

export function askImageTests(first: readonly Subject[], second: readonly Subject[]): ImageAnswers {
  const [a, b] = [first, second].map((side) =>
    Float64Array.from(side.flat(), ({ features }) => features.mean).sort(),
  );
  if (!a || !b) throw new Error('there are two sides');
  return {
    kolmogorovSmirnov: testKolmogorovSmirnov(a, b) < 0.05,
    stability: populationStabilityIndex(countTenths(a, a), countTenths(b, a)) > 0.2,
  };
}

/** p-value by the limiting distribution with Stephens' correction for few (1970, doi:10.1111/j.2517-6161.1970.tb00821.x). */
export function testKolmogorovSmirnov(a: Float64Array, b: Float64Array): number {
  let [i, j, distance] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i] ?? 0, b[j] ?? 0);
    while (i < a.length && (a[i] ?? 0) <= value) i++;
    while (j < b.length && (b[j] ?? 0) <= value) j++;
    distance = Math.max(distance, Math.abs(i / a.length - j / b.length));
  }
  const root = Math.sqrt((a.length * b.length) / (a.length + b.length));
  const scaled = (root + 0.12 + 0.11 / root) * distance;
  let sum = 0;
  for (let term = 1; term <= 100; term++)
    sum += (term % 2 === 1 ? 2 : -2) * Math.exp(-2 * term * term * scaled * scaled);
  return scaled < 0.2 ? 1 : Math.min(1, Math.max(0, sum));
}

function countTenths(values: Float64Array, reference: Float64Array): number[] {
  const shares = new Array<number>(10).fill(0);
  for (const value of values) {
    let tenth = 0;
    while (tenth < 9 && value >= (reference[Math.floor(((tenth + 1) * reference.length) / 10)] ?? 0)) tenth++;
    shares[tenth] = (shares[tenth] ?? 0) + 1 / values.length;
  }
  return shares;
}
