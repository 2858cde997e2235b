import type { MaskAlpha } from '../model/fingerprint.ts';
import { kernels } from './kernels/choose-kernels.ts';
import { hasAlphaChannel } from './kernels/kernels.ts';
import type { Page } from './raster.ts';

/** Counts what the alpha channels of a mask's pages hold; pages without alpha, or opaque ones, cost next to nothing. */
export class AlphaTally {
  readonly #levels = new Float64Array(256);
  #transparentLabelled = 0;
  #hasSeenTransparency = false;
  #opaquePixels = 0;

  /** @param isLabelled whether the pixel whose first sample is at the index is read as something but background */
  add(page: Page, isLabelled: (firstSample: number) => boolean): void {
    if (!hasAlphaChannel(page) || kernels.isOpaque(page)) {
      this.#opaquePixels += page.width * page.height;
      return;
    }
    this.#hasSeenTransparency = true;
    const { channels, samples } = page;
    const shift = samples instanceof Uint16Array ? 8 : 0;
    for (let at = channels - 1; at < samples.length; at += channels) {
      const alpha = samples[at] ?? 0;
      const level = alpha >> shift;
      this.#levels[level] = (this.#levels[level] ?? 0) + 1;
      if (alpha === 0 && isLabelled(at - channels + 1)) this.#transparentLabelled++;
    }
  }

  /** Undefined where all pixels are opaque. */
  summarize(): MaskAlpha | undefined {
    if (!this.#hasSeenTransparency) return undefined;
    const levels = this.#levels.slice();
    levels[255] = (levels[255] ?? 0) + this.#opaquePixels;
    return {
      distinct: levels.filter((pixels) => pixels > 0).length,
      transparent: levels[0] ?? 0,
      transparentLabelled: this.#transparentLabelled,
    };
  }
}
