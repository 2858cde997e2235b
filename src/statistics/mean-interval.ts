/**
 * Half the width of the 95 % interval of a mean over independent units: t₀.₉₇₅ · deviation / √units, with Student's t of
 * units − 1 degrees of freedom (Student 1908, doi:10.1093/biomet/6.1.1).
 * @param units independent units, a whole number
 * @param deviation standard deviation between units, ≥ 0
 * @returns undefined for fewer than two units, over which nothing is known about a spread
 */
export function halfIntervalOfMean(units: number, deviation: number): number | undefined {
  return units < 2 ? undefined : (studentQuantile(units - 1) * deviation) / Math.sqrt(units);
}

/** Beyond as many units as this no data set reaches. */
const mostUnits = 1e9;

/**
 * The fewest units over which the half interval of a mean is at most `half`.
 * @param half above 0
 * @param deviation standard deviation between units, ≥ 0
 * @returns 2 to 10⁹; undefined where even more are needed
 */
export function unitsForHalfInterval(half: number, deviation: number): number | undefined {
  const isEnough = (units: number): boolean => (halfIntervalOfMean(units, deviation) ?? Infinity) <= half;
  if (!isEnough(mostUnits)) return undefined;
  let tooFew = 1;
  let enough = 2;
  while (!isEnough(enough)) {
    tooFew = enough;
    enough = Math.min(mostUnits, 2 * enough);
  }
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

/**
 * Standard deviation of the mean over `chosen` of `units` units, over all ways to choose them: how far a score moves with
 * which units are held out, deviation · √((1 − chosen/units) / chosen) (Cochran 1977, "Sampling Techniques", theorem 2.2).
 * @param chosen from 1 to `units`
 * @param deviation standard deviation between the units, with `units` − 1 in its denominator
 */
export function deviationOverChoices(chosen: number, units: number, deviation: number): number {
  return deviation * Math.sqrt((1 - chosen / units) / chosen);
}

/** 97.5th percentile of the standard normal distribution. */
const z = 1.959963984540054;
/** Degrees of freedom from which the expansion below is exact to 10⁻⁹. */
const manyDegrees = 400;

/**
 * The 97.5th percentile of Student's t distribution.
 * @param degrees whole number from 1
 */
export function studentQuantile(degrees: number): number {
  return degrees < manyDegrees ? invertStudent(degrees) : expandStudent(degrees);
}

/** By bisection; it is largest, 12.71, for one degree and falls towards the normal one. */
function invertStudent(degrees: number): number {
  let low = 1.9;
  let high = 13;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (studentMass(middle, degrees) < 0.95) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Probability of a value between −t and t: a finite sum (Abramowitz and Stegun 1964, 26.7.3 and 26.7.4). */
function studentMass(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const sine = Math.sin(angle);
  const cosine = Math.cos(angle);
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? cosine : 1;
  let total = degrees === 1 ? 0 : term;
  for (let power = isOdd ? 3 : 2; power < degrees; power += 2) {
    term *= ((power - 1) / power) * cosine * cosine;
    total += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * total) : sine * total;
}

/** Asymptotic expansion in 1/degrees about the normal percentile (Abramowitz and Stegun 1964, 26.7.5). */
function expandStudent(degrees: number): number {
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / degrees + second / degrees ** 2 + third / degrees ** 3;
}
