import type { IntensityPage } from './intensity.ts';

/**
 * Goes along a row of a page, `step` pixels at a time, to the first pixel that is seen, as is the one a step further;
 * then back, as far as it came from, while pixels are seen.
 * @param origin index of the pixel to start from: the row's first, or (`direction` −1) its last
 * @param darkest the highest level, of the page's own depth, that is not seen
 * @returns pixels of the row before it; undefined where there is none
 */
export function findEdgePlainly(
  { width, levels }: IntensityPage,
  origin: number,
  direction: 1 | -1,
  step: number,
  darkest: number,
): number | undefined {
  const isSeen = (place: number): boolean => (levels[origin + direction * place] ?? 0) > darkest;
  for (let place = 0; place < width; place += step) {
    if (!isSeen(place) || !isSeen(Math.min(width - 1, place + step))) continue;
    const least = Math.max(0, place - step + 1);
    while (place > least && isSeen(place - 1)) place--;
    return place;
  }
  return undefined;
}
