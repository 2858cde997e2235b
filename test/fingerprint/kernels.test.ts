import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { IntensityPage } from '../../src/fingerprint/intensity.ts';
import type { KeptChannels, PageSums } from '../../src/fingerprint/kernels/kernels.ts';
import { plainKernels } from '../../src/fingerprint/kernels/plain-kernels.ts';
import { loadSimdKernels } from '../../src/fingerprint/kernels/simd-kernels.ts';
import type { Page } from '../../src/fingerprint/raster.ts';
import { makePage, seedIntegers } from './make-images.ts';

const simd = loadSimdKernels();
if (!simd) console.warn('skipped: this processor has no SIMD for WebAssembly');

describe.skipIf(!simd)('the SIMD kernels give the same as the plain ones', () => {
  const kernels = simd ?? plainKernels;

  interface Shape {
    readonly width: number;
    readonly height: number;
    readonly channels: Page['channels'];
    readonly isWide: boolean;
    readonly seed: number;
    readonly values: 'any' | 'few' | 'extreme';
    readonly hasEqualColors: boolean;
    readonly isOpaque: boolean;
  }

  const shape = fc.record<Shape>({
    width: fc.oneof(fc.integer({ min: 1, max: 80 }), fc.constantFrom(128, 257, 400)),
    height: fc.oneof(fc.integer({ min: 1, max: 80 }), fc.constantFrom(256, 257)),
    channels: fc.constantFrom(1, 2, 3, 4),
    isWide: fc.boolean(),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    values: fc.constantFrom('any', 'few', 'extreme'),
    hasEqualColors: fc.boolean(),
    isOpaque: fc.boolean(),
  });

  function makeShape({
    width,
    height,
    channels,
    isWide,
    seed,
    values,
    hasEqualColors,
    isOpaque,
  }: Shape): Page {
    const draw = seedIntegers(seed);
    const most = isWide ? 65_535 : 255;
    const length = width * height * channels;
    const samples = isWide ? new Uint16Array(length) : new Uint8Array(length);
    const value = {
      any: () => draw(most),
      // Long runs of equal pixels.
      few: () => (draw(20) === 0 ? draw(2) : 0),
      // What could overflow a sum.
      extreme: () => draw(1) * most,
    }[values];
    for (let at = 0; at < length; at++) {
      const channel = at % channels;
      if (hasEqualColors && channels >= 3 && (channel === 1 || channel === 2))
        samples[at] = samples[at - 1] ?? 0;
      else if (isOpaque && channels % 2 === 0 && channel === channels - 1) samples[at] = most;
      else samples[at] = value();
    }
    return { width, height, channels, samples };
  }

  function sum(
    given: typeof kernels,
    page: Page,
    kept: KeptChannels,
  ): { sums: PageSums; levels: string; canonical: string } {
    const pieces: Buffer[] = [];
    const { sums, intensity } = given.readPage(page, kept, (bytes) => pieces.push(Buffer.from(bytes)));
    return { sums, levels: hashLevels(intensity), canonical: Buffer.concat(pieces).toString('base64') };
  }

  function hashLevels({ levels }: IntensityPage): string {
    return createHash('sha256').update(levels.slice()).digest('hex');
  }

  /** As one text, since comparing long arrays takes long. */
  function listRuns(given: typeof kernels, page: Page, isGrey: boolean): string {
    const runs: string[] = [];
    given.forEachRun(page, isGrey, (at, pixels) => runs.push(`${at}+${pixels}`));
    return runs.join(' ');
  }

  it('for pages of any size, depth and channels', () => {
    fc.assert(
      fc.property(shape, (given) => {
        const page = makeShape(given);
        const isGrey = plainKernels.hasEqualColors(page);
        const isOpaque = plainKernels.isOpaque(page);
        expect(kernels.hasEqualColors(page)).toBe(isGrey);
        expect(kernels.isOpaque(page)).toBe(isOpaque);
        const kept: KeptChannels = { colors: isGrey ? 1 : 3, alpha: page.channels % 2 === 0 && !isOpaque };
        expect(sum(kernels, page, kept)).toEqual(sum(plainKernels, page, kept));
        expect(listRuns(kernels, page, isGrey)).toBe(listRuns(plainKernels, page, isGrey));
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it('for the patches of pages of any depth', () => {
    const kept: KeptChannels = { colors: 1, alpha: false };
    const sides = { width: fc.integer({ min: 16, max: 80 }), height: fc.integer({ min: 16, max: 80 }) };
    fc.assert(
      fc.property(shape, fc.record(sides), fc.nat(255), (given, size, darkest) => {
        const page = makeShape({ ...given, ...size, channels: 1 });
        const corners = [0, 0.3, 1].map((share) => ({
          left: Math.floor(share * (page.width - 16)),
          top: Math.floor(share * (page.height - 16)),
        }));
        const { intensity } = kernels.readPage(page, kept, () => undefined);
        const plain = { ...intensity, levels: page.samples };
        expect(kernels.sumPatches(intensity, corners, darkest)).toEqual(
          plainKernels.sumPatches(plain, corners, darkest),
        );
      }),
      { seed: 12, numRuns: 200 },
    );
  });

  it('for the edges of rows', () => {
    const kept: KeptChannels = { colors: 1, alpha: false };
    fc.assert(
      fc.property(shape, fc.nat(255), fc.integer({ min: 1, max: 9 }), (given, darkest, step) => {
        const page = makeShape({ ...given, channels: 1 });
        const { intensity } = kernels.readPage(page, kept, () => undefined);
        const plain = { ...intensity, levels: page.samples };
        for (const [origin, direction] of [
          [0, 1],
          [page.samples.length - 1, -1],
        ] as const) {
          expect(kernels.findEdge(intensity, origin, direction, step, darkest)).toBe(
            plainKernels.findEdge(plain, origin, direction, step, darkest),
          );
        }
      }),
      { seed: 13, numRuns: 300 },
    );
  });

  it.each([1, 2, 3, 4] as const)('wherever the one pixel of %i channels is that differs', (channels) => {
    for (const isWide of [false, true]) {
      const most = isWide ? 65_535 : 255;
      const page = makePage(37, 33, channels, { isWide });
      page.samples.fill(most);
      for (let at = 0; at < page.samples.length; at += 1) {
        page.samples[at] = most - 1;
        const isAlpha = channels % 2 === 0 && at % channels === channels - 1;
        expect(kernels.isOpaque(page)).toBe(!isAlpha);
        expect(kernels.hasEqualColors(page)).toBe(channels <= 2 || isAlpha);
        page.samples[at] = most;
      }
    }
  });

  it.each([
    [16_384, 34],
    [16_385, 34],
    [40, 70_000],
  ])('for a page of %i × %i pixels', (width, height) => {
    for (const channels of [1, 3] as const) {
      for (const isWide of [false, true]) {
        const page = makePage(width, height, channels, { isWide, seed: width });
        const kept: KeptChannels = { colors: channels, alpha: false };
        expect(sum(kernels, page, kept)).toEqual(sum(plainKernels, page, kept));
      }
    }
  });

  it('where 64-bit sums are needed', () => {
    // A board of white and black pixels has the largest Laplacians; 16,384 columns fill the 32-bit sums.
    const page = makePage(16_384, 300, 1, { isWide: true });
    for (let at = 0; at < page.samples.length; at++) {
      page.samples[at] = (at + Math.floor(at / page.width)) % 2 === 0 ? 65_535 : 0;
    }
    const narrow: Page = { ...page, samples: Uint8Array.from(page.samples, (level) => level & 255) };
    for (const board of [page, narrow]) {
      const kept: KeptChannels = { colors: 1, alpha: false };
      const { sums } = sum(kernels, board, kept);
      expect(sums).toEqual(sum(plainKernels, board, kept).sums);
      const most = board === page ? 65_535n : 255n;
      expect(sums.squaredLaplacians).toBe((4n * most) ** 2n * 16_382n * 298n);
    }
  });
});
