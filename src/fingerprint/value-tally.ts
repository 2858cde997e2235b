import type { MaskDeviations, MaskFingerprint, MaskPalette } from '../model/fingerprint.ts';
import { kernels } from './kernels/choose-kernels.ts';
import { RunList } from './mask-runs.ts';
import { colorKeyOffset, nameKey, swapKey, type DeclaredValues } from './mask-values.ts';
import type { Page } from './raster.ts';

const maxDistinct = 65_536;
const maxStrays = 32;
/** Undeclared values, the most frequent first, that are compared with the declared ones and their pairs. */
const maxComparedStrays = 4096;
/** Keys that are counted without a look into the map; masks hold few values, in many runs. */
const recentSlots = 256;

type ValueCounts = Pick<
  MaskFingerprint,
  'pixels' | 'counts' | 'offPalette' | 'distinct' | 'strays' | 'throughPalette'
> & { readonly deviations?: Pick<MaskDeviations, 'swapped' | 'near' | 'blended'> };

interface Stray {
  readonly key: number;
  readonly pixels: number;
}

/** How the values of a mask file are to be understood beside what is declared. */
export interface StoredValues {
  /** What index values were multiplied by when they were decoded. */
  readonly scale: number;
  /** Grey of each index of an indexed PNG file, -1 for colours; empty for other files. */
  readonly greyPalette: Int16Array;
}

/** Counts the values of a mask's pages: colours by `0xrrggbb`, indices by themselves. Alpha is ignored. */
export class ValueTally {
  readonly #kind: MaskPalette['kind'];
  readonly #declared: DeclaredValues;
  readonly #pixelsByKey = new Map<number, number>();
  /** Pixels of keys that came when the map was full, by declared value. */
  readonly #overflow: Assignment;
  readonly #recentKeys = new Float64Array(recentSlots).fill(-1);
  readonly #recentPixels = new Float64Array(recentSlots);
  #pixels = 0;

  constructor(kind: MaskPalette['kind'], declared: DeclaredValues) {
    this.#kind = kind;
    this.#declared = declared;
    this.#overflow = new Assignment(declared);
  }

  /** @returns the page's runs of equal keys */
  add(page: Page): RunList {
    const { isGrey, keyAt } = readKeys(page, this.#kind);
    const runs = new RunList();
    this.#pixels += page.width * page.height;
    kernels.forEachRun(page, isGrey, (at, pixels) => {
      const key = keyAt(at);
      runs.add(key, pixels);
      this.#record(key, pixels);
    });
    this.#flushRecent();
    return runs;
  }

  summarize({ scale, greyPalette }: StoredValues): ValueCounts {
    const declared = this.#declared;
    const assigned = new Assignment(declared, this.#overflow);
    const strays: Stray[] = [];
    let [swapped, throughPalette] = [0, 0];
    for (const [scaledKey, pixels] of this.#pixelsByKey) {
      const key = unscale(scaledKey, scale);
      if (!assigned.add(key, pixels)) strays.push({ key, pixels });
      if (declared.placeOf(swapKey(key)) === undefined) swapped += pixels;
      if (declared.placeOf(greyPalette[key] ?? -1) !== undefined) throughPalette += pixels;
    }
    const { counts, offPalette } = assigned;
    strays.sort((a, b) => b.pixels - a.pixels || a.key - b.key);
    return {
      pixels: this.#pixels,
      counts,
      offPalette,
      distinct: this.#pixelsByKey.size,
      strays: strays
        .slice(0, maxStrays)
        .map(({ key, pixels }) => ({ value: nameKey(key, this.#kind), pixels })),
      ...(greyPalette.length > 0 && { throughPalette }),
      ...(offPalette > 0 && { deviations: { swapped, ...compareStrays(strays, counts, declared) } }),
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

/** The key of the pixel whose first sample is at an index. */
export function readKeys(
  page: Page,
  kind: MaskPalette['kind'],
): { readonly isGrey: boolean; readonly keyAt: (firstSample: number) => number } {
  const { channels, samples } = page;
  const isGrey = channels <= 2 || (kind === 'index' && kernels.hasEqualColors(page));
  // Colours are declared in eight bits a channel.
  const shift = samples instanceof Uint16Array && kind === 'color' ? 8 : 0;
  const offset = kind === 'index' ? colorKeyOffset : 0;
  const keyAt = (at: number): number => {
    const red = (samples[at] ?? 0) >> shift;
    if (isGrey) return kind === 'color' ? red * 0x010101 : red;
    const green = (samples[at + 1] ?? 0) >> shift;
    const blue = (samples[at + 2] ?? 0) >> shift;
    return offset + red * 0x10000 + green * 0x100 + blue;
  };
  return { isGrey, keyAt };
}

/** The value that was stored, of a grey key that the decoder has multiplied. */
export function unscale(key: number, scale: number): number {
  return key < colorKeyOffset ? Math.round(key / scale) : key;
}

function compareStrays(
  strays: readonly Stray[],
  counts: readonly number[],
  declared: DeclaredValues,
): Pick<MaskDeviations, 'near' | 'blended'> {
  const present = counts.flatMap((pixels, place) => (pixels > 0 ? [place] : []));
  let [near, blended] = [0, 0];
  for (const { key, pixels } of strays.slice(0, maxComparedStrays)) {
    if (declared.isNear(key)) near += pixels;
    if (declared.isBlend(key, present)) blended += pixels;
  }
  return { near, blended };
}

/** Pixels by declared value; colours off the palette go to the nearest. */
class Assignment {
  readonly counts: number[];
  offPalette: number;
  readonly #declared: DeclaredValues;

  constructor(
    declared: DeclaredValues,
    { counts, offPalette }: { counts?: readonly number[]; offPalette?: number } = {},
  ) {
    this.#declared = declared;
    this.counts = counts?.slice() ?? new Array<number>(declared.keys.length).fill(0);
    this.offPalette = offPalette ?? 0;
  }

  /** @returns whether the value is a declared one */
  add(key: number, pixels: number): boolean {
    const isDeclared = this.#declared.placeOf(key) !== undefined;
    const place = this.#declared.readAs(key);
    if (place !== undefined) this.counts[place] = (this.counts[place] ?? 0) + pixels;
    if (!isDeclared) this.offPalette += pixels;
    return isDeclared;
  }
}
