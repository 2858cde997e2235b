import type { Page } from './raster.ts';

/**
 * The page with what carries no information taken away: an alpha channel that is opaque everywhere, and
 * colour channels that are equal everywhere.
 */
export function toCanonicalPage(page: Page): Page {
  const hasAlpha = page.channels === 2 || page.channels === 4;
  const keepsAlpha = hasAlpha && !isOpaque(page);
  const isGrey = page.channels <= 2 || hasEqualColors(page);
  const colors = isGrey ? 1 : 3;
  const channels = (colors + (keepsAlpha ? 1 : 0)) as Page['channels'];
  if (channels === page.channels) return page;
  const count = page.width * page.height;
  const samples =
    page.samples instanceof Uint16Array
      ? new Uint16Array(count * channels)
      : new Uint8Array(count * channels);
  for (let pixel = 0, from = 0, to = 0; pixel < count; pixel++, from += page.channels) {
    for (let color = 0; color < colors; color++) samples[to++] = page.samples[from + color] ?? 0;
    if (keepsAlpha) samples[to++] = page.samples[from + page.channels - 1] ?? 0;
  }
  return { width: page.width, height: page.height, channels, samples };
}

function isOpaque({ samples, channels }: Page): boolean {
  const opaque = samples instanceof Uint16Array ? 65_535 : 255;
  for (let at = channels - 1; at < samples.length; at += channels) {
    if (samples[at] !== opaque) return false;
  }
  return true;
}

function hasEqualColors({ samples, channels }: Page): boolean {
  for (let at = 0; at < samples.length; at += channels) {
    const red = samples[at];
    if (red !== samples[at + 1] || red !== samples[at + 2]) return false;
  }
  return true;
}
