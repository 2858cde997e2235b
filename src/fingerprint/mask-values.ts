import type { MaskPalette } from '../model/fingerprint.ts';

export type Rgb = readonly [red: number, green: number, blue: number];

/** Grey values of an index mask are their own keys; its colours are keyed above all 16-bit values. */
export const colorKeyOffset = 0x1000000;
/** A mean of two 8-bit values, rounded, is off by a half in each channel; two roundings in a row by one. */
const blendTolerance = 1;
const nearColor = 32;
const nearIndex = 8;

/** The declared values of a palette, with what lies near and between them. */
export class DeclaredValues {
  /** By place. */
  readonly keys: readonly number[];
  readonly #palette: MaskPalette;
  readonly #places: ReadonlyMap<number, number>;

  constructor(palette: MaskPalette) {
    this.#palette = palette;
    this.keys = palette.kind === 'color' ? palette.colors.map(colorKey) : palette.indices;
    this.#places = new Map(this.keys.map((key, place) => [key, place]));
  }

  /** Place of exactly this value. */
  placeOf(key: number): number | undefined {
    return this.#places.get(key);
  }

  /** Place that pixels of the value count for: of the nearest colour, or of no index but itself. */
  readAs(key: number): number | undefined {
    const exact = this.placeOf(key);
    return exact ?? (this.#palette.kind === 'color' ? nearestColor(key, this.#palette.colors) : undefined);
  }

  /** Place of the value nearest to this one; an index's, too. */
  nearestPlace(key: number): number {
    const palette = this.#palette;
    if (palette.kind === 'color') return this.readAs(key) ?? -1;
    let nearest = -1;
    for (const [place, index] of palette.indices.entries()) {
      const distance = Math.abs(index - key);
      if (nearest < 0 || distance < Math.abs((palette.indices[nearest] ?? 0) - key)) nearest = place;
    }
    return nearest;
  }

  isNear(key: number): boolean {
    if (this.#palette.kind === 'index')
      return key < colorKeyOffset && this.keys.some((index) => Math.abs(index - key) <= nearIndex);
    const place = this.readAs(key);
    const color = place === undefined ? undefined : this.#palette.colors[place];
    return color !== undefined && squaredDistance(color, splitKey(key)) <= nearColor ** 2;
  }

  /** Whether the value lies between two of the declared values that `places` names, within rounding. */
  isBlend(key: number, places: readonly number[]): boolean {
    const palette = this.#palette;
    if (palette.kind === 'index') {
      const indices = places.map((place) => palette.indices[place] ?? 0);
      return key < colorKeyOffset && Math.min(...indices) < key && key < Math.max(...indices);
    }
    const colors = palette.colors.filter((_, place) => places.includes(place));
    const color = splitKey(key);
    return colors.some((from, at) => colors.slice(at + 1).some((to) => liesBetween(color, from, to)));
  }
}

/** Whether a colour is (1 − t) `from` + t `to` for some t in [0, 1], each channel within rounding. */
export function liesBetween(color: Rgb, from: Rgb, to: Rgb): boolean {
  const [a, b, c] = color;
  const [u, v, w] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const along = (a - from[0]) * u + (b - from[1]) * v + (c - from[2]) * w;
  const squaredLength = u * u + v * v + w * w;
  if (squaredLength === 0 || along < 0 || along > squaredLength) return false;
  const t = along / squaredLength;
  return (
    Math.abs(from[0] + t * u - a) <= blendTolerance &&
    Math.abs(from[1] + t * v - b) <= blendTolerance &&
    Math.abs(from[2] + t * w - c) <= blendTolerance
  );
}

/** Index of the colour at the least Euclidean distance in RGB; the first of equals. */
export function nearestColor(key: number, colors: readonly Rgb[]): number | undefined {
  const color = splitKey(key);
  let nearest: number | undefined;
  let least = Infinity;
  for (const [index, declared] of colors.entries()) {
    const distance = squaredDistance(color, declared);
    if (distance < least) {
      least = distance;
      nearest = index;
    }
  }
  return nearest;
}

export function colorKey([red, green, blue]: Rgb): number {
  return red * 0x10000 + green * 0x100 + blue;
}

/** The colour's key with red and blue exchanged. */
export function swapKey(key: number): number {
  return ((key & 0xff) << 16) | (key & 0xff00) | ((key >> 16) & 0xff);
}

/** `#rrggbb`, or an index. */
export function nameKey(key: number, kind: MaskPalette['kind']): string {
  if (kind === 'index' && key < colorKeyOffset) return String(key);
  return `#${(key % colorKeyOffset).toString(16).padStart(6, '0')}`;
}

function splitKey(key: number): Rgb {
  return [(key >> 16) & 255, (key >> 8) & 255, key & 255];
}

function squaredDistance(a: Rgb, b: Rgb): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}
