import { beforeAll, describe, expect, it } from 'vitest';
import type { ImageFingerprint } from '../../src/model/fingerprint.ts';
import type { Page } from '../../src/fingerprint/raster.ts';
import { preparePython, pythonSetupMs, runPython } from '../python.ts';
import { imageOf, makePage, toSharp } from './make-images.ts';

beforeAll(preparePython, pythonSetupMs);

/** The same measures with NumPy and SciPy, from the pixels as they were made. */
const script = `
import base64, json, sys
import numpy as np
from scipy.fft import dct

def measure(page):
    dtype = '<u2' if page['isWide'] else 'u1'
    pixels = np.frombuffer(base64.b64decode(page['samples']), dtype).astype(np.int64)
    pixels = pixels.reshape(page['height'], page['width'], page['channels'])
    if page['channels'] >= 3:
        levels = (pixels[..., :3] @ np.array([9798, 19235, 3735]) + 16384) // 32768
    else:
        levels = pixels[..., 0]
    scale = 257 if page['isWide'] else 1
    grey = levels / scale
    rounded = np.floor(grey + 0.5).astype(int)
    inner = grey[:-2, 1:-1] + grey[2:, 1:-1] + grey[1:-1, :-2] + grey[1:-1, 2:] - 4 * grey[1:-1, 1:-1]
    def edges(n):
        return [(c * n // 32, max(c * n // 32 + 1, (c + 1) * n // 32)) for c in range(32)]
    cells = np.array([[grey[t:b, l:r].mean() for l, r in edges(page['width'])] for t, b in edges(page['height'])])
    terms = dct(dct(cells, axis=0), axis=1)[:8, :8]
    bits = ''.join('1' if bit else '0' for bit in (terms > np.median(terms)).ravel())
    return {
        'mean': grey.mean(), 'deviation': grey.std(), 'sharpness': inner.var(),
        'percentiles': np.percentile(rounded, [1, 5, 25, 50, 75, 95, 99], method='inverted_cdf').tolist(),
        'histogram': np.bincount(rounded.ravel(), minlength=256).tolist(),
        'perceptualHash': '%016x' % int(bits, 2),
    }

print(json.dumps([measure(page) for page in json.load(sys.stdin)]))`;

type Measures = Pick<
  ImageFingerprint,
  'mean' | 'deviation' | 'sharpness' | 'percentiles' | 'perceptualHash'
> & { readonly histogram: readonly number[] };

describe('mean, deviation, percentiles, histogram, sharpness and perceptual hash', () => {
  const pages: readonly Page[] = [
    makePage(64, 64, 1),
    makePage(133, 71, 3, { seed: 2 }),
    makePage(33, 57, 4, { seed: 3 }),
    makePage(95, 40, 2, { seed: 4 }),
    makePage(129, 65, 1, { seed: 5, isWide: true }),
    makePage(50, 90, 3, { seed: 6, isWide: true }),
    makePage(41, 47, 4, { seed: 7, isWide: true }),
    makePage(9, 5, 3, { seed: 8 }),
  ];

  it('are what NumPy and SciPy find', async () => {
    const input = pages.map(({ samples, ...page }) => ({
      ...page,
      isWide: samples instanceof Uint16Array,
      samples: Buffer.from(samples.buffer).toString('base64'),
    }));
    const expected = (await runPython(script, input)) as Measures[];
    for (const [index, page] of pages.entries()) {
      const image = await imageOf(toSharp(page).png());
      const wanted = expected[index];
      if (!wanted) throw new Error('NumPy gave too few answers');
      expect([...image.histogram]).toEqual(wanted.histogram);
      expect(image.percentiles).toEqual(wanted.percentiles);
      expect(image.perceptualHash).toBe(wanted.perceptualHash);
      expect(image.mean).toBeCloseTo(wanted.mean, 10);
      expect(image.deviation).toBeCloseTo(wanted.deviation, 9);
      expect(image.sharpness / wanted.sharpness).toBeCloseTo(1, 10);
    }
  });

  it('are exact where numbers of many digits would lose the difference', async () => {
    const page = makePage(200, 200, 1, { isWide: true });
    page.samples.fill(65_534);
    page.samples[20_100] = 65_535;
    const image = await imageOf(toSharp(page).png());
    // Variance of one pixel in 40,000 that is one step higher: p (1 - p) steps².
    expect(image.deviation).toBeCloseTo(Math.sqrt((1 / 40_000) * (1 - 1 / 40_000)) / 257, 15);
    // The Laplacian is -4 there and 1 at its four neighbours, of 198² inner pixels: the sum is 0.
    expect(image.sharpness).toBeCloseTo((16 + 4) / 198 ** 2 / 257 ** 2, 15);
  });
});
