import { createHash } from 'node:crypto';
import type { MaskFingerprint, MaskPalette } from '../model/fingerprint.ts';
import { toCanonicalPage } from './canonical-page.ts';
import { decodeImage, decodeIndexMask } from './decode.ts';
import type { DecodeLimits, Page } from './raster.ts';

const maxDistinct = 65_536;
const maxStrays = 8;

/**
 * The fingerprint of a mask file: pixels per declared value, and what was found beside them.
 * @throws DecodeError
 */
export async function fingerprintMask(
  bytes: Uint8Array,
  palette: MaskPalette,
  limits: DecodeLimits,
): Promise<MaskFingerprint> {
  const raster = await (palette.kind === 'color'
    ? decodeImage(bytes, limits)
    : decodeIndexMask(bytes, limits));
  const { format, pages, orientation } = raster;
  return {
    kind: 'mask',
    bytesHash: createHash('sha256').update(bytes).digest('hex'),
    format,
    width: pages[0].width,
    height: pages[0].height,
    pages: pages.length,
    orientation,
    ...countValues(pages.map(toCanonicalPage), palette),
  };
}

type ValueCounts = Pick<MaskFingerprint, 'pixels' | 'counts' | 'offPalette' | 'distinct' | 'strays'>;

/** Colours are keyed `0xrrggbb`; grey values of an index mask by themselves, its colours above all 16-bit values. */
const colorKeyOffset = 0x1000000;

function countValues(pages: readonly Page[], palette: MaskPalette): ValueCounts {
  const declared = palette.kind === 'color' ? palette.colors.map(colorKey) : palette.indices;
  const place = new Map(declared.map((key, index) => [key, index]));
  const counts = new Array<number>(declared.length).fill(0);
  const tally = new Map<number, number>();
  let pixels = 0;
  let offPalette = 0;

  const add = (key: number, run: number): void => {
    const index = place.get(key);
    if (index === undefined) offPalette += run;
    const nearest = index ?? (palette.kind === 'color' ? nearestColor(key, palette.colors) : undefined);
    if (nearest !== undefined) counts[nearest] = (counts[nearest] ?? 0) + run;
  };
  const record = (key: number, run: number): void => {
    const seen = tally.get(key);
    if (seen !== undefined || tally.size < maxDistinct) tally.set(key, (seen ?? 0) + run);
    else add(key, run);
  };

  for (const page of pages) {
    pixels += page.width * page.height;
    forEachRun(page, palette.kind, record);
  }
  for (const [key, run] of tally) add(key, run);
  return { pixels, counts, offPalette, distinct: tally.size, strays: straysOf(tally, place, palette.kind) };
}

/** Calls `record` once for each run of equal values along the rows. */
function forEachRun(
  { channels, samples }: Page,
  kind: MaskPalette['kind'],
  record: (key: number, run: number) => void,
): void {
  const shift = samples instanceof Uint16Array && kind === 'color' ? 8 : 0;
  const isGrey = channels <= 2;
  let current = -1;
  let run = 0;
  for (let at = 0; at < samples.length; at += channels) {
    const red = (samples[at] ?? 0) >> shift;
    let key: number;
    if (isGrey) {
      key = kind === 'color' ? red * 0x010101 : red;
    } else {
      key = red * 0x10000 + ((samples[at + 1] ?? 0) >> shift) * 0x100 + ((samples[at + 2] ?? 0) >> shift);
      if (kind === 'index') key += colorKeyOffset;
    }
    if (key === current) {
      run++;
    } else {
      if (run > 0) record(current, run);
      current = key;
      run = 1;
    }
  }
  if (run > 0) record(current, run);
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
  colors.forEach(([r, g, b], index) => {
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) {
      least = distance;
      nearest = index;
    }
  });
  return nearest;
}

function straysOf(
  tally: ReadonlyMap<number, number>,
  place: ReadonlyMap<number, number>,
  kind: MaskPalette['kind'],
): MaskFingerprint['strays'] {
  return [...tally]
    .filter(([key]) => !place.has(key))
    .sort(([keyA, a], [keyB, b]) => b - a || keyA - keyB)
    .slice(0, maxStrays)
    .map(([key, pixels]) => ({ value: nameValue(key, kind), pixels }));
}

function nameValue(key: number, kind: MaskPalette['kind']): string {
  if (kind === 'index' && key < colorKeyOffset) return String(key);
  return `#${(key % colorKeyOffset).toString(16).padStart(6, '0')}`;
}
