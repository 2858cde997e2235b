import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IntensityPage } from '../../../../src/fingerprint/intensity.ts';
import { plainKernels } from '../../../../src/fingerprint/kernels/plain-kernels.ts';
import { loadSimdKernels } from '../../../../src/fingerprint/kernels/simd-kernels.ts';
import { describePicture } from '../../../../src/fingerprint/near-duplicates/description/picture-description.ts';
import { seedIntegers } from '../../make-images.ts';
import { drawDetail } from '../draw-detail.ts';
import { drawPicture, remap } from '../draw-picture.ts';

const simd = loadSimdKernels();
if (!simd) console.warn('skipped: this processor has no SIMD for WebAssembly');

interface Shape {
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  readonly content: 'blobs' | 'noise' | 'extreme' | 'blank';
  readonly border: number;
  readonly isWide: boolean;
}

const side = fc.oneof(fc.integer({ min: 1, max: 130 }), fc.integer({ min: 130, max: 300 }));
const shape = fc.record<Shape>({
  width: side,
  height: side,
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  content: fc.constantFrom('blobs', 'blobs', 'noise', 'extreme', 'blank'),
  border: fc.integer({ min: 0, max: 40 }),
  isWide: fc.boolean(),
});

/** A picture, perhaps with a blank border on the left and at the top, and with more digits where it is wide. */
function makePicture({ width, height, seed, content, border, isWide }: Shape): IntensityPage {
  const draw = seedIntegers(seed);
  const blobs = content === 'blobs' ? drawDetail(seed, width, height).levels : undefined;
  const levels = isWide ? new Uint16Array(width * height) : new Uint8Array(width * height);
  const most = isWide ? 65_535 : 255;
  for (let at = 0; at < levels.length; at++) {
    const value = {
      blobs: () => Math.min(most, isWide ? 250 * (blobs?.[at] ?? 0) + draw(300) : (blobs?.[at] ?? 0)),
      noise: () => draw(most),
      extreme: () => draw(1) * most,
      blank: () => 7,
    }[content];
    levels[at] = at % width < border || at < border * width ? 3 : value();
  }
  return { width, height, levels };
}

describe.skipIf(!simd)('the SIMD kernels describe a picture as the plain ones do', () => {
  const kernels = simd ?? plainKernels;

  it('of any size, depth and content', () => {
    let words = 0;
    let trimmed = 0;
    fc.assert(
      fc.property(shape, (given) => {
        const page = makePicture(given);
        const description = kernels.describePicture(page);
        expect(description).toEqual(plainKernels.describePicture(page));
        words += description.words.length / 2;
        if (description.frame.left > 0) trimmed++;
      }),
      { seed: 5, numRuns: 150 },
    );
    // Else nothing was compared.
    expect(words).toBeGreaterThan(1500);
    expect(trimmed).toBeGreaterThan(20);
  }, 60_000);

  it.each([
    ['wider than its memory has room for at first', 2100, 1100],
    ['too wide', 16_385, 20],
    ['too high', 5, 65_537],
    ['as wide as may be', 16_384, 20],
    ['as high as may be', 5, 65_536],
  ])(
    'that is %s',
    (_, width, height) => {
      for (const isWide of [false, true]) {
        const page = makePicture({ width, height, seed: width, content: 'extreme', border: 2, isWide });
        expect(kernels.describePicture(page)).toEqual(plainKernels.describePicture(page));
      }
    },
    60_000,
  );

  it('whether it was read just before or is another one', () => {
    const { width, height, levels } = drawPicture(3);
    const page = { width, height, channels: 1, samples: Uint8Array.from(levels) } as const;
    const { intensity } = kernels.readPage(page, { colors: 1, alpha: false }, () => undefined);
    const other = drawPicture(4);
    expect(kernels.describePicture(intensity)).toEqual(plainKernels.describePicture(drawPicture(3)));
    expect(kernels.describePicture(other)).toEqual(plainKernels.describePicture(other));
  });
});

describe('describePicture', () => {
  const { width, height, levels } = drawDetail(11, 256, 192);

  it('finds the same at both depths', () => {
    const wide = Uint16Array.from(levels, (level) => 257 * level);
    expect(describePicture({ width, height, levels: wide })).toEqual(
      describePicture({ width, height, levels }),
    );
  });

  it('leaves blank borders out', () => {
    const padded = new Uint8Array(400 * 300).fill(20);
    for (let y = 0; y < height; y++)
      padded.set(levels.subarray(y * width, (y + 1) * width), (y + 60) * 400 + 100);
    const { sourceWidth, sourceHeight, frame, ...rest } = describePicture({
      width: 400,
      height: 300,
      levels: padded,
    });
    expect({ sourceWidth, sourceHeight }).toEqual({ sourceWidth: 400, sourceHeight: 300 });
    expect(frame).toEqual({ left: 100, top: 60, right: 356, bottom: 252 });
    const whole = describePicture({ width, height, levels });
    expect(rest.words).toEqual(whole.words);
    expect(rest.levels).toEqual(whole.levels);
  });

  it('gives most words again when the picture is flipped or turned, in their places', () => {
    const page = { width, height, levels };
    const upright = describePicture(page);
    const flipped = describePicture(remap(page, width, height, (x, y) => [width - 1 - x, y]));
    const turned = describePicture(remap(page, height, width, (x, y) => [y, height - 1 - x]));
    expect(upright.words.length / 2).toBeGreaterThanOrEqual(40);
    expect(shareOfPlacesKept(upright, flipped, (x, y) => [upright.width - 1 - x, y])).toBeGreaterThan(0.75);
    expect(shareOfPlacesKept(upright, turned, (x, y) => [upright.height - 1 - y, x])).toBeGreaterThan(0.75);
  });

  it('has no words for a picture that shows nothing', () => {
    const blank = describePicture({ width, height, levels: new Uint8Array(width * height).fill(90) });
    expect(blank.words).toHaveLength(0);
    expect(blank.range).toBe(0);
    expect(new Set(blank.levels)).toEqual(new Set([0]));
  });
});

type Description = ReturnType<typeof describePicture>;

/** Share of the words of `a` that `b` has within 4 bits, at most two pixels from where `move` puts them. */
function shareOfPlacesKept(
  a: Description,
  b: Description,
  move: (x: number, y: number) => readonly [x: number, y: number],
): number {
  const list = ({ words, places }: Description) =>
    Array.from({ length: words.length / 2 }, (_, word) => ({
      high: words[2 * word] ?? 0,
      low: words[2 * word + 1] ?? 0,
      x: (places[4 * word] ?? 0) / 2,
      y: (places[4 * word + 1] ?? 0) / 2,
    }));
  const others = list(b);
  const all = list(a);
  const kept = all.filter(({ high, low, x, y }) => {
    const [toX, toY] = move(x, y);
    return others.some(
      (other) =>
        Math.hypot(other.x - toX, other.y - toY) <= 2 &&
        countBits(other.high ^ high) + countBits(other.low ^ low) <= 4,
    );
  });
  return kept.length / all.length;
}

function countBits(value: number): number {
  let bits = 0;
  for (let left = value >>> 0; left > 0; left = Math.floor(left / 2)) bits += left % 2;
  return bits;
}
