/** Weights of classes in a loss, by class; classes that occur nowhere have none. */
export type ClassWeights = Readonly<Record<string, number>>;

/**
 * Inverse frequency: the mean amount of a class over the amount of the class, so that each class weighs the same in all
 * (King and Zeng 2001, doi:10.1093/oxfordjournals.pan.a004868; `balanced` in scikit-learn).
 * @param amounts by class, ≥ 0
 */
export function weighByInverse(amounts: ReadonlyMap<string, number>): ClassWeights {
  const shown = [...amounts].filter(([, amount]) => amount > 0);
  const mean = shown.reduce((sum, [, amount]) => sum + amount, 0) / shown.length;
  return Object.fromEntries(shown.map(([name, amount]) => [name, mean / amount]));
}

/**
 * Effective number of samples: the inverse of (1 − βⁿ) / (1 − β) for n samples of the class, scaled so that the mean
 * weight is 1 (Cui et al. 2019, arXiv:1901.05555). Each further sample of a class adds less that is new.
 * @param samples by class, ≥ 0
 * @param beta β, 0 (all classes weigh the same) to below 1 (inverse frequency)
 */
export function weighByEffectiveNumber(samples: ReadonlyMap<string, number>, beta: number): ClassWeights {
  const effective = [...samples]
    .filter(([, count]) => count > 0)
    .map(([name, count]) => [name, -Math.expm1(count * Math.log(beta)) / (1 - beta)] as const);
  const mean = effective.reduce((sum, [, number]) => sum + 1 / number, 0) / effective.length;
  return Object.fromEntries(effective.map(([name, number]) => [name, 1 / number / mean]));
}
