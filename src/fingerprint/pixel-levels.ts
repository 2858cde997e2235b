import type { Page } from './raster.ts';

/** Reads grey levels 0–255 of single pixels: luma as in `PageSums`, 16-bit levels divided by 257. */
export function levelReader({ channels, samples }: Page): (pixel: number) => number {
  const scale = samples instanceof Uint16Array ? 1 / 257 : 1;
  if (channels <= 2) return (pixel) => (samples[pixel * channels] ?? 0) * scale;
  return (pixel) => {
    const at = pixel * channels;
    const weighted =
      9798 * (samples[at] ?? 0) + 19_235 * (samples[at + 1] ?? 0) + 3735 * (samples[at + 2] ?? 0);
    return ((weighted + 16_384) >>> 15) * scale;
  };
}

/** Reads the levels of `count` neighbours in a row, from `pixel` on, to `into` from `at` on. */
export function readLevels(
  { channels, samples }: Page,
  pixel: number,
  count: number,
  into: Float64Array,
  at: number,
): void {
  const scale = samples instanceof Uint16Array ? 1 / 257 : 1;
  let from = pixel * channels;
  for (let to = at; to < at + count; to++, from += channels) {
    const first = samples[from] ?? 0;
    const level =
      channels <= 2
        ? first
        : (9798 * first + 19_235 * (samples[from + 1] ?? 0) + 3735 * (samples[from + 2] ?? 0) + 16_384) >>>
          15;
    into[to] = level * scale;
  }
}
