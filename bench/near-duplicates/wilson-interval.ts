/** The 97.5th percentile of the standard normal distribution. */
const z95 = 1.959963984540054;

/** Wilson's 95 % interval of a proportion (Wilson 1927, doi:10.1080/01621459.1927.10502953), 0–1. */
export function wilsonInterval(hits: number, tries: number): [low: number, high: number] {
  const share = hits / tries;
  const square = z95 ** 2 / tries;
  const centre = (share + square / 2) / (1 + square);
  const half = (z95 * Math.sqrt((share * (1 - share)) / tries + square / (4 * tries))) / (1 + square);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
