import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findWindow } from '../../../src/fingerprint/thumbnails/intensity-window.ts';
import {
  thumbnailFiles,
  type ThumbnailRequest,
} from '../../../src/fingerprint/thumbnails/thumbnail-files.ts';
import { thumbnailImage } from '../../../src/fingerprint/thumbnails/thumbnail-image.ts';
import { thumbnailMask } from '../../../src/fingerprint/thumbnails/thumbnail-mask.ts';
import type { MaskPalette } from '../../../src/model/fingerprint.ts';
import { pythonSetupMs, preparePython, runPython } from '../../python.ts';
import { limits, makePage, maskOf, pickChannels, seedIntegers, toSharp, writePng } from '../make-images.ts';

describe('thumbnailImage', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('turns as EXIF orientation %i says', async (orientation) => {
    const page = makePage(7, 4, 3, { seed: 5 });
    const bytes = await toSharp(page).withMetadata({ orientation }).png().toBuffer();
    const { data, info } = await sharp(bytes).autoOrient().raw().toBuffer({ resolveWithObject: true });
    const { width, height, colors } = await thumbnailImage(bytes, limits, 7);
    expect({ width, height }).toEqual({ width: info.width, height: info.height });
    expect(Buffer.from(colors)).toEqual(data);
    const asStored = await thumbnailImage(bytes, limits, 7, 1);
    expect(Buffer.from(asStored.colors)).toEqual(Buffer.from(page.samples));
  });

  it('shows grey in three equal channels, without its alpha', async () => {
    const page = makePage(5, 5, 2);
    const { colors, pages, window } = await thumbnailImage(await toSharp(page).png().toBuffer(), limits, 5);
    const greys = [...page.samples].filter((_, at) => at % 2 === 0);
    expect([...colors]).toEqual(greys.flatMap((grey) => [grey, grey, grey]));
    expect({ pages, window }).toEqual({ pages: 1, window: undefined });
  });

  it('stretches 16 bits from the 0.5th to the 99.5th percentile, and says which values these are', async () => {
    // A ramp of 400 values from 1000 on, one dead pixel and one hot one among them.
    const values = Array.from({ length: 400 }, (_, at) => 1000 + at);
    values[7] = 0;
    values[9] = 65_535;
    const bytes = writePng({ width: 20, height: 20, bitDepth: 16, colorType: 0, values });
    const { colors, window } = await thumbnailImage(bytes, limits, 20);
    expect(window).toEqual({ low: 1000, high: 1398 });
    expect([colors[0], colors[3 * 7], colors[3 * 9], colors[3 * 200], colors[3 * 399]]).toEqual([
      0, 0, 255, 128, 255,
    ]);
  });

  it('shows an image of one value', async () => {
    const bytes = writePng({ width: 2, height: 2, bitDepth: 16, colorType: 0, values: [9, 9, 9, 9] });
    expect(await thumbnailImage(bytes, limits, 2)).toMatchObject({
      window: { low: 9, high: 10 },
      colors: new Uint8Array(12),
    });
  });

  it('refuses what a fingerprint refuses', async () => {
    const bytes = await toSharp(makePage(40, 40, 3))
      .png()
      .toBuffer();
    await expect(thumbnailImage(bytes, { ...limits, pixels: 1599 }, 8)).rejects.toMatchObject({
      fault: 'too-many-pixels',
    });
    await expect(thumbnailImage(bytes.subarray(0, 90), limits, 8)).rejects.toMatchObject({
      fault: 'corrupt',
    });
  });
});

describe('findWindow', () => {
  beforeAll(preparePython, pythonSetupMs);

  it('has the percentiles of numpy', async () => {
    const page = makePage(37, 23, 4, { seed: 3, isWide: true });
    const { samples } = pickChannels(page, [0, 1, 2]);
    const script = `import json, sys, numpy as np
print(json.dumps(np.percentile(json.load(sys.stdin), [0.5, 99.5], method='inverted_cdf').tolist()))`;
    const [low, high] = (await runPython(script, [...samples])) as number[];
    expect(findWindow(samples as Uint16Array, { stride: 3, channels: 3 })).toEqual({ low, high });
    // Alpha does not count.
    const transparent = (page.samples as Uint16Array).map((value, at) => (at % 4 === 3 ? 0 : value));
    expect(findWindow(transparent, { stride: 4, channels: 3 })).toEqual({ low, high });
  });
});

describe('thumbnailMask', () => {
  const colors: MaskPalette = {
    kind: 'color',
    colors: [
      [0, 0, 0],
      [255, 0, 0],
      [0, 255, 0],
    ],
  };
  const indices: MaskPalette = { kind: 'index', indices: [0, 1, 3] };

  it('reads colours to the nearest of the palette', async () => {
    const samples = Uint8Array.from([0, 0, 0, 250, 9, 3, 0, 255, 0, 255, 0, 0, 3, 3, 3, 20, 200, 9]);
    const bytes = await sharp(samples, { raw: { width: 3, height: 2, channels: 3 } })
      .png()
      .toBuffer();
    const { width, height, places } = await thumbnailMask(bytes, colors, limits, 3);
    expect({ width, height, places: [...places] }).toEqual({
      width: 3,
      height: 2,
      places: [0, 1, 2, 1, 0, 2],
    });
  });

  it.each([
    [
      'indexed',
      writePng({
        width: 2,
        height: 2,
        bitDepth: 2,
        colorType: 3,
        values: [0, 1, 2, 3],
        palette: [0, 0xff0000, 0xff00, 0xff],
      }),
    ],
    ['grey of two bits', writePng({ width: 2, height: 2, bitDepth: 2, colorType: 0, values: [0, 1, 2, 3] })],
  ])('reads indices of an %s PNG, and none where none is declared', async (_, bytes) => {
    expect([...(await thumbnailMask(bytes, indices, limits, 2)).places]).toEqual([0, 1, -1, 2]);
  });

  it.each([colors, indices])('counts what the fingerprint counts: $kind', async (palette) => {
    const draw = seedIntegers(11);
    for (const channels of [1, 3] as const) {
      const samples = Uint8Array.from(
        { length: 30 * 30 * channels },
        () => [0, 1, 3, 128, 255][draw(4)] ?? 0,
      );
      const bytes = await toSharp({ width: 30, height: 30, channels, samples })
        .png({ palette: false })
        .toBuffer();
      const { places } = await thumbnailMask(bytes, palette, limits, 30);
      const counts = [0, 1, 2].map((place) => places.filter((value) => value === place).length);
      expect(counts).toEqual((await maskOf(bytes, palette)).counts);
    }
  });

  it('keeps a vessel of two pixels when five become one', async () => {
    const values = Array.from({ length: 100 }, (_, at) => (at % 10 >= 3 && at % 10 < 5 ? 1 : 0));
    const bytes = writePng({ width: 10, height: 10, bitDepth: 8, colorType: 0, values });
    expect([...(await thumbnailMask(bytes, indices, limits, 2)).places]).toEqual([1, 0, 1, 0]);
  });

  it('turns as its own orientation says', async () => {
    const png = writePng({ width: 2, height: 1, bitDepth: 8, colorType: 0, values: [1, 3] });
    const turned = await sharp(png).withMetadata({ orientation: 6 }).png().toBuffer();
    expect(await thumbnailMask(turned, indices, limits, 2)).toMatchObject({
      width: 1,
      height: 2,
      places: Int16Array.of(1, 2),
    });
  });
});

describe('thumbnailFiles', () => {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'holdout-thumbnails-'));
    for (let index = 0; index < 9; index++)
      await toSharp(makePage(10 + index, 10, 3, { seed: index + 1 }))
        .png()
        .toFile(join(folder, `${index}.png`));
    writeFileSync(
      join(folder, 'mask.png'),
      writePng({ width: 2, height: 2, bitDepth: 8, colorType: 0, values: [0, 1, 1, 0] }),
    );
    await toSharp(makePage(20, 10, 3))
      .png()
      .toFile(join(folder, '9.png'));
    writeFileSync(join(folder, 'broken.png'), 'no image');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('answers in order, whatever the number of workers, and a broken file as a failure', async () => {
    const request = (path: string, role: ThumbnailRequest['role'] = 'image') => ({
      path,
      absolutePath: join(folder, path),
      role,
    });
    const requests = [
      ...Array.from({ length: 9 }, (_, index) => request(`${index}.png`)),
      request('broken.png'),
      request('mask.png', 'mask'),
      request('gone.png'),
    ];
    const settings = {
      limits: { ...limits, decodeSeconds: 20 },
      palette: { kind: 'index', indices: [0, 1] },
      edge: 20,
    } as const;
    const answers = await thumbnailFiles(requests, { ...settings, workers: 1 });
    expect(
      answers.slice(0, 9).map((answer) => answer.kind === 'image-thumbnail' && [answer.width, answer.height]),
    ).toEqual(Array.from({ length: 9 }, (_, index) => [20, Math.round(200 / (10 + index))]));
    expect(answers[9]).toMatchObject({ kind: 'failure', fault: 'unknown-format' });
    expect(answers[10]).toMatchObject({ kind: 'mask-thumbnail', width: 20, height: 20 });
    expect(answers[11]).toMatchObject({ kind: 'failure', fault: 'missing' });
    expect(await thumbnailFiles(requests, { ...settings, workers: 3 })).toEqual(answers);
    const [turned] = await thumbnailFiles([{ ...request('9.png'), orientation: 6 }], {
      ...settings,
      workers: 1,
    });
    expect(turned).toMatchObject({ kind: 'image-thumbnail', width: 10, height: 20 });
  });
});
