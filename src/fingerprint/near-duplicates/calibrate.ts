/** Quantiles between which the tail is fitted: what lies above may be true copies and must not raise the threshold. */
const tailFrom = 0.8;
const tailTo = 0.95;

/**
 * The score that the best impostor of a picture exceeds at the given rate. Scores are correlations; their Fisher
 * transforms (Fisher 1915) are given an exponential tail, fitted between two quantiles, since maxima of many scores
 * fall off so or faster (the Gumbel domain).
 * @param impostors the best score of each picture that has an impostor at all
 * @param pictures how many pictures there are, with or without one
 * @param falseAlarmRate share of pictures with a false alarm, such as 0.001
 */
export function calibrate(impostors: Float64Array, pictures: number, falseAlarmRate: number): number {
  const expected = (impostors.length * (1 - tailFrom)) / (pictures * falseAlarmRate);
  if (expected <= 1) return 0;
  const sorted = impostors.map((score) => Math.atanh(Math.min(0.9999, Math.max(0, score)))).sort();
  const at = (rank: number) => sorted[Math.min(sorted.length - 1, Math.floor(rank * sorted.length))] ?? 0;
  const from = at(tailFrom);
  const slope = (at(tailTo) - from) / Math.log((1 - tailFrom) / (1 - tailTo));
  return Math.tanh(from + slope * Math.log(expected));
}
