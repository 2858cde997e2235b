import { beforeAll, describe, expect, it } from 'vitest';
import { measureFeatures } from '../../src/fingerprint/image-features.ts';
import { kernels } from '../../src/fingerprint/kernels/choose-kernels.ts';
import type { Page } from '../../src/fingerprint/raster.ts';
import type { ImageFeatures } from '../../src/model/fingerprint.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';
import { drawNormal } from '../statistics/draw-subjects.ts';
import { imageOf, makePage, pickChannels, toSharp } from './make-images.ts';

beforeAll(preparePython, pythonSetupMs);

function featuresOf(page: Page): ImageFeatures {
  const kept = { colors: page.channels <= 2 ? 1 : 3, alpha: false } as const;
  return measureFeatures(
    page,
    kernels.readPage(page, kept, () => undefined),
  );
}

/** A grey page whose level at each pixel is what `levelAt` says, within 0–255. */
function draw(width: number, height: number, levelAt: (x: number, y: number) => number): Page {
  const samples = Uint8Array.from({ length: width * height }, (_, at) =>
    Math.min(255, Math.max(0, Math.round(levelAt(at % width, Math.floor(at / width))))),
  );
  return { width, height, channels: 1, samples };
}

/** The page on a black canvas. */
function pad(page: Page, left: number, top: number, right: number, bottom: number): Page {
  const { width, height, samples } = page;
  return draw(left + width + right, top + height + bottom, (x, y) =>
    x >= left && x < left + width && y >= top && y < top + height
      ? (samples[(y - top) * width + x - left] ?? 0)
      : 0,
  );
}

function noisePage(width: number, height: number, mean: number, deviation: number, seed = 1): Page {
  const normal = drawNormal(seed);
  return draw(width, height, () => mean + deviation * normal());
}

/** The same with NumPy and SciPy, by convolutions, reshaped blocks and a fitted line. */
const script = `
import base64, json, sys
import numpy as np
from scipy.signal import convolve2d
def measure(page):
    samples = np.frombuffer(base64.b64decode(page['samples']), '<u2' if page['isWide'] else 'u1').astype(np.int64)
    samples = samples.reshape(page['height'], page['width'], page['channels'])
    if page['channels'] >= 3:
        grey = (samples[..., :3] @ np.array([9798, 19235, 3735]) + 16384) // 32768
        every = [-(-side // 24) for side in samples.shape[:2]]
        red, green, blue = (samples[::every[0], ::every[1], at] / (257 if page['isWide'] else 1) for at in range(3))
        rg, yb = red - green, (red + green) / 2 - blue
        tint = [np.hypot(rg.std(), yb.std()) + 0.3 * np.hypot(rg.mean(), yb.mean()), rg.mean(), yb.mean()]
    else:
        grey, tint = samples[..., 0], [0, 0, 0]
    grey = grey / (257 if page['isWide'] else 1)
    rounded = np.floor(grey + 0.5).astype(int)
    black = min(8, np.percentile(rounded, 99, method='inverted_cdf') / 8)
    field = np.zeros(grey.shape, bool)
    for y, row in enumerate(grey > black):
        pairs = np.flatnonzero(row[:-1] & row[1:])
        if len(pairs):
            field[y, pairs[0]:pairs[-1] + 2] = True
    rows, columns = np.flatnonzero(field.any(1)), np.flatnonzero(field.any(0))
    # As many dark pixels as there are outside of the field count as lying there.
    dark = rounded <= black
    levels = rounded.ravel()
    weights = np.where(dark, max(0, 1 - (~field).sum() / max(1, dark.sum())), 1).ravel()
    mean = np.average(levels, weights=weights)
    percentile = lambda rank: int(np.percentile(levels, rank, method='inverted_cdf', weights=weights))
    def places(first, end):
        a, b = -(-first // 8), (end - 16) // 8
        n = min(4, b - a + 1)
        return [8 * int(np.floor(a + k * ((b - a) / (n - 1) if n > 1 else 0) + 0.5)) for k in range(n)]
    squares = [grey[y:y + 16, x:x + 16] for y in places(rows[0], rows[-1] + 1) for x in places(columns[0], columns[-1] + 1)]
    squares = [square for square in squares if (square <= black).sum() <= 128]
    mask = np.outer([1, -2, 1], [1, -2, 1])
    noise = np.mean([np.abs(convolve2d(square, mask, 'valid')).mean() for square in squares])
    power, averaged = [], np.array(squares)
    for octave in range(4):
        size = averaged.shape[1] // 2
        fours = averaged.reshape(-1, size, 2, size, 2).transpose(0, 1, 3, 2, 4).reshape(-1, 4)
        power.append(fours.var(1).mean())
        averaged = fours.mean(1).reshape(-1, size, size)
    blocks = np.array(squares).reshape(-1, 2, 8, 2, 8).transpose(0, 1, 3, 2, 4).reshape(-1, 64)
    blocks = blocks[blocks.mean(1) >= 16]
    speckle = np.sort(blocks.std(1) / blocks.mean(1))[len(blocks) // 4]
    squares = np.array(squares)
    def steps(distance):
        along = (squares[:, :, distance:] - squares[:, :, :-distance]) ** 2
        down = (squares[:, distance:, :] - squares[:, :-distance, :]).transpose(0, 2, 1) ** 2
        return np.concatenate([along, down], 1)
    one, variance = steps(1), squares.var((1, 2)).mean()
    across, within = one[:, :, 7].mean(), np.delete(one, 7, 2).mean()
    return {
        'fieldShare': field.mean(), 'fieldWidth': int(columns[-1] - columns[0] + 1), 'fieldHeight': int(rows[-1] - rows[0] + 1),
        'mean': mean, 'deviation': np.sqrt(np.average((levels - mean) ** 2, weights=weights)),
        'low': percentile(5), 'median': percentile(50), 'high': percentile(95),
        'blackShare': np.average(levels <= black, weights=weights),
        'saturatedShare': np.average(levels >= 250, weights=weights),
        'noise': np.sqrt(np.pi / 2) / 6 * noise, 'detail': np.sqrt(power).tolist(), 'speckle': speckle,
        'correlation': [1 - one.mean() / 2 / variance, 1 - steps(2).mean() / 2 / variance],
        'gradient': np.sqrt(one.mean()),
        'spectralSlope': -np.polyfit(range(4), np.log2(power), 1)[0] - 2,
        'blocking': np.sqrt(across / within),
        'colorfulness': tint[0], 'redness': tint[1], 'yellowness': tint[2],
    }
print(json.dumps([measure(page) for page in json.load(sys.stdin)]))`;

it('agrees with NumPy and SciPy', async () => {
  const pages = [
    makePage(64, 64, 1, { seed: 3 }),
    makePage(61, 57, 3, { seed: 4 }),
    makePage(64, 48, 4, { seed: 5, isWide: true }),
    pad(noisePage(50, 40, 120, 25), 9, 3, 5, 21),
    pad(noisePage(40, 40, 40, 30, 2), 0, 24, 24, 0),
    draw(64, 64, (x, y) => 128 + 60 * Math.sin(x / 3) * Math.cos(y / 5) + (x % 8 === 0 ? 9 : 0)),
    makePage(19, 16, 1, { seed: 6 }),
  ];
  const input = pages.map(({ samples, ...page }) => ({
    ...page,
    isWide: samples instanceof Uint16Array,
    samples: Buffer.from(samples.buffer).toString('base64'),
  }));
  const expected = (await runPython(script, input)) as ImageFeatures[];
  pages.forEach((page, index) => {
    const features = featuresOf(page);
    const wanted = expected[index];
    if (!wanted) throw new Error('NumPy gave too few answers');
    expect(Object.keys(features).sort()).toEqual(Object.keys(wanted).sort());
    for (const name of Object.keys(wanted) as (keyof ImageFeatures)[]) {
      const [values, others] = [[features[name]].flat(), [wanted[name]].flat()];
      others.forEach((value, at) => expect(values[at], `${index} ${name}`).toBeCloseTo(value, 9));
    }
  });
});

describe('padding', () => {
  const picture = noisePage(120, 96, 110, 30);
  const plain = featuresOf(picture);

  it('changes what is padding and nothing else', () => {
    const { fieldShare, ...padded } = featuresOf(pad(picture, 24, 8, 56, 40));
    const { fieldShare: whole, ...rest } = plain;
    expect(whole).toBe(1);
    expect(fieldShare).toBeCloseTo((120 * 96) / (200 * 144), 1);
    for (const name of ['mean', 'deviation', 'noise', 'gradient', 'speckle'] as const)
      expect(padded[name] / rest[name], name).toBeCloseTo(1, 1);
    expect([padded.low, padded.median, padded.high]).toEqual([rest.low, rest.median, rest.high]);
    expect(padded.blackShare).toBeLessThan(0.01);
    expect(padded.fieldWidth).toBe(120);
  });

  it('is what lies outside a fan, not what is dark within it', () => {
    const fan = draw(128, 128, (x, y) => {
      const isHole = Math.hypot(x - 64, y - 80) < 12;
      return Math.abs(x - 64) < y / 2 && !isHole ? 100 : 0;
    });
    // Half of a triangle of the page's height and width: a quarter of the square.
    expect(featuresOf(fan).fieldShare).toBeCloseTo(0.5, 1);
    // Every second row is looked at, and the rows of this fan grow by turns.
    const hole = (Math.PI * 12 ** 2) / (0.5 * 128 * 128);
    expect(Math.abs(featuresOf(fan).blackShare - hole)).toBeLessThan(0.015);
  });

  it('is no single bright pixel', () => {
    const speck = draw(64, 64, (x, y) => (x === 3 && y === 3 ? 200 : x > 30 ? 100 : 0));
    expect(featuresOf(speck).fieldWidth).toBe(33);
  });

  it('is nothing of a black picture', () => {
    expect(featuresOf(draw(40, 40, () => 0))).toMatchObject({
      ...{ fieldShare: 0, fieldWidth: 0, fieldHeight: 0, mean: 0, deviation: 0, blackShare: 1 },
      ...{ noise: 0, correlation: [1, 1], spectralSlope: 0, blocking: 1 },
    });
  });

  it('is not all of a picture of few levels, such as 12 bits in 16', () => {
    const samples = Uint16Array.from({ length: 64 * 64 }, (_, at) =>
      at % 64 < 20 ? 0 : 1500 + (at % 7) * 300,
    );
    const { fieldShare, mean } = featuresOf({ width: 64, height: 64, channels: 1, samples });
    expect(fieldShare).toBeCloseTo(44 / 64, 6);
    expect(mean).toBeGreaterThan(5);
  });
});

describe('texture', () => {
  it('has the deviation of white noise, of whatever size, and its flat spectrum', () => {
    for (const deviation of [3, 10, 20]) {
      const { noise, spectralSlope, correlation, speckle, gradient } = featuresOf(
        noisePage(256, 256, 128, deviation),
      );
      expect(noise / deviation).toBeCloseTo(1, 1);
      expect(Math.abs(spectralSlope)).toBeLessThan(0.3);
      expect(Math.abs(correlation[0])).toBeLessThan(0.05);
      // The lower quartile of what blocks of 64 pixels say lies a little below what is true.
      expect(speckle / (deviation / 128)).toBeCloseTo(0.94, 1);
      expect(gradient / deviation / Math.SQRT2).toBeCloseTo(1, 1);
    }
  });

  it('tells speckle, which grows with the level, whatever the gain', () => {
    const normal = drawNormal(3);
    const factors = Float64Array.from({ length: 128 * 128 }, () => 1 + 0.2 * normal());
    const speckled = (gain: number): Page =>
      draw(128, 128, (x, y) => gain * (40 + (x > 64 ? 40 : 0)) * (factors[y * 128 + x] ?? 0));
    expect(featuresOf(speckled(1)).speckle).toBeCloseTo(0.19, 1);
    expect(featuresOf(speckled(2)).speckle / featuresOf(speckled(1)).speckle).toBeCloseTo(1, 1);
  });

  it('sees the grid of JPEG', async () => {
    const picture = noisePage(128, 128, 128, 12);
    const jpeg = await imageOf(toSharp(picture).jpeg({ quality: 10 }));
    expect(jpeg.features.blocking).toBeGreaterThan(1.3);
    expect(featuresOf(picture).blocking).toBeCloseTo(1, 1);
  });

  it('is 0 where no square of sixteen pixels fits', () => {
    expect(featuresOf(makePage(15, 90, 1))).toMatchObject({
      ...{ noise: 0, detail: [0, 0, 0, 0], speckle: 0, correlation: [1, 1], gradient: 0, blocking: 1 },
    });
  });
});

it('is the same however grey is stored, and sees colour', async () => {
  const grey = makePage(90, 70, 1, { seed: 9 });
  const plain = featuresOf(grey);
  expect(featuresOf(pickChannels(grey, [0, 0, 0]))).toEqual(plain);
  expect(featuresOf(pickChannels(grey, [0, 'opaque']))).toEqual(plain);
  expect((await imageOf(toSharp(grey).png())).features).toEqual(plain);
  const red: Page = { width: 2, height: 1, channels: 3, samples: Uint8Array.of(200, 50, 0, 200, 50, 0) };
  expect(featuresOf(red)).toMatchObject({ redness: 150, yellowness: 125 });
  expect(featuresOf(red).colorfulness).toBeCloseTo(0.3 * Math.hypot(150, 125), 10);
});

it('looks at a bounded number of pixels, from the largest page to the smallest', () => {
  for (const [width, height] of [
    [1, 1],
    [2, 1],
    [1, 300],
    [5000, 3],
  ] as const)
    for (const value of [[featuresOf(draw(width, height, (x) => 50 + (x % 50)))].flatMap(Object.values)].flat(
      2,
    ))
      expect(Number.isFinite(value)).toBe(true);
});
