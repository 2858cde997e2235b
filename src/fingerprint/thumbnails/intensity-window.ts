/** Shares of the values that are shown as black and as white, so that a few bright or dead pixels do not dim the rest. */
const lowShare = 0.005;
const highShare = 0.995;
const levels = 65_536;

/**
 * The values between which an image of 16 bits is shown: its 0.5th and 99.5th percentile, the lowest value that at
 * least that share of the samples do not exceed. `high` is above `low`, whatever the image.
 * @param samples channels interleaved, alpha, where there is one, at the end of each pixel
 * @param channels that count, the first of `stride`
 */
export function findWindow(
  samples: Uint16Array,
  { stride, channels }: { readonly stride: number; readonly channels: number },
): { readonly low: number; readonly high: number } {
  const histogram = new Uint32Array(levels);
  for (let at = 0; at < samples.length; at += stride) {
    for (let channel = 0; channel < channels; channel++) {
      const value = samples[at + channel] ?? 0;
      histogram[value] = (histogram[value] ?? 0) + 1;
    }
  }
  const count = (samples.length / stride) * channels;
  const low = percentileOf(histogram, count, lowShare);
  return { low, high: Math.max(low + 1, percentileOf(histogram, count, highShare)) };
}

function percentileOf(histogram: Uint32Array, count: number, share: number): number {
  const wanted = Math.max(1, Math.ceil(count * share));
  let seen = 0;
  for (let value = 0; value < levels; value++) {
    seen += histogram[value] ?? 0;
    if (seen >= wanted) return value;
  }
  return levels - 1;
}
