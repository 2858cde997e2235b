import type { MaskFingerprint, MaskPalette } from '../model/fingerprint.ts';
import { kernels } from './kernels/choose-kernels.ts';
import type { Page } from './raster.ts';

const maxDistinct = 65_536;
const maxStrays = 8;
/** Grey values of an index mask are their own keys; its colours are keyed above all 16-bit values. */
const colorKeyOffset = 0x1000000;
/** Keys that are counted without a look into the map; masks hold few values, in many runs. */
const recentSlots = 256;

type ValueCounts = Pick<MaskFingerprint, 'pixels' | 'counts' | 'offPalette' | 'distinct' | 'strays'>;

/** Counts the values of a mask's pages: colours by `0xrrggbb`, indices by themselves. Alpha is ignored. */
export class ValueTally {
  readonly #palette: MaskPalette;
  readonly #pixelsByKey = new Map<number, number>();
  /** Pixels of keys that came when the map was full, by declared value. */
  readonly #overflow: Assignment;
  readonly #recentKeys = new Float64Array(recentSlots).fill(-1);
  readonly #recentPixels = new Float64Array(recentSlots);
  #pixels = 0;

  constructor(palette: MaskPalette) {
    this.#palette = palette;
    this.#overflow = new Assignment(palette);
  }

  add(page: Page): void {
    const { kind } = this.#palette;
    const { channels, samples } = page;
    const isGrey = channels <= 2 || (kind === 'index' && kernels.hasEqualColors(page));
    // Colours are declared in eight bits a channel.
    const shift = samples instanceof Uint16Array && kind === 'color' ? 8 : 0;
    const offset = kind === 'index' ? colorKeyOffset : 0;
    this.#pixels += page.width * page.height;
    kernels.forEachRun(page, isGrey, (at, pixels) => {
      const red = (samples[at] ?? 0) >> shift;
      if (isGrey) {
        this.#record(kind === 'color' ? red * 0x010101 : red, pixels);
      } else {
        const green = (samples[at + 1] ?? 0) >> shift;
        const blue = (samples[at + 2] ?? 0) >> shift;
        this.#record(offset + red * 0x10000 + green * 0x100 + blue, pixels);
      }
    });
    this.#flushRecent();
  }

  /** @param valueScale what index values were multiplied by when they were decoded */
  summarize(valueScale: number): ValueCounts {
    const assigned = new Assignment(this.#palette, this.#overflow);
    const strays: [key: number, pixels: number][] = [];
    for (const [scaledKey, pixels] of this.#pixelsByKey) {
      const key = scaledKey < colorKeyOffset ? Math.round(scaledKey / valueScale) : scaledKey;
      if (!assigned.add(key, pixels)) strays.push([key, pixels]);
    }
    return {
      pixels: this.#pixels,
      counts: assigned.counts,
      offPalette: assigned.offPalette,
      distinct: this.#pixelsByKey.size,
      strays: strays
        .sort(([keyA, a], [keyB, b]) => b - a || keyA - keyB)
        .slice(0, maxStrays)
        .map(([key, pixels]) => ({ value: nameValue(key, this.#palette.kind), pixels })),
    };
  }

  #record(key: number, pixels: number): void {
    // Fibonacci hashing spreads the keys over the slots.
    const slot = Math.imul(key, 0x9e3779b1) >>> 24;
    if (this.#recentKeys[slot] !== key) {
      this.#settle(slot);
      this.#recentKeys[slot] = key;
    }
    this.#recentPixels[slot] = (this.#recentPixels[slot] ?? 0) + pixels;
  }

  #flushRecent(): void {
    for (let slot = 0; slot < recentSlots; slot++) this.#settle(slot);
  }

  /** Moves what a slot counted to the map. */
  #settle(slot: number): void {
    const pixels = this.#recentPixels[slot] ?? 0;
    if (pixels === 0) return;
    this.#recentPixels[slot] = 0;
    const key = this.#recentKeys[slot] ?? 0;
    const seen = this.#pixelsByKey.get(key);
    if (seen !== undefined || this.#pixelsByKey.size < maxDistinct) {
      this.#pixelsByKey.set(key, (seen ?? 0) + pixels);
    } else {
      this.#overflow.add(key, pixels);
    }
  }
}

/** Pixels by declared value; colours off the palette go to the nearest. */
class Assignment {
  readonly counts: number[];
  offPalette: number;
  readonly #palette: MaskPalette;
  readonly #places: ReadonlyMap<number, number>;

  constructor(palette: MaskPalette, { counts, offPalette }: { counts?: number[]; offPalette?: number } = {}) {
    const declared = palette.kind === 'color' ? palette.colors.map(colorKey) : palette.indices;
    this.#palette = palette;
    this.#places = new Map(declared.map((key, place) => [key, place]));
    this.counts = counts?.slice() ?? new Array<number>(declared.length).fill(0);
    this.offPalette = offPalette ?? 0;
  }

  /** @returns whether the value is a declared one */
  add(key: number, pixels: number): boolean {
    const exact = this.#places.get(key);
    const place =
      exact ?? (this.#palette.kind === 'color' ? nearestColor(key, this.#palette.colors) : undefined);
    if (place !== undefined) this.counts[place] = (this.counts[place] ?? 0) + pixels;
    if (exact === undefined) this.offPalette += pixels;
    return exact !== undefined;
  }
}

function colorKey([red, green, blue]: readonly [number, number, number]): number {
  return red * 0x10000 + green * 0x100 + blue;
}

/** Index of the colour at the least Euclidean distance in RGB; the first of equals. */
function nearestColor(
  key: number,
  colors: readonly (readonly [number, number, number])[],
): number | undefined {
  const [red, green, blue] = [(key >> 16) & 255, (key >> 8) & 255, key & 255];
  let nearest: number | undefined;
  let least = Infinity;
  for (const [index, [r, g, b]] of colors.entries()) {
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) {
      least = distance;
      nearest = index;
    }
  }
  return nearest;
}

function nameValue(key: number, kind: MaskPalette['kind']): string {
  if (kind === 'index' && key < colorKeyOffset) return String(key);
  return `#${(key % colorKeyOffset).toString(16).padStart(6, '0')}`;
}
