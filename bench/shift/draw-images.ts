import type { ImageFingerprint } from '../../src/model/fingerprint.ts';
import { seedRandom } from '../../src/statistics/seeded-random.ts';
import type { Subject } from './ask-check.ts';

/** Standard normal numbers (Box and Muller). */
export function seedNormal(seed: number): () => number {
  const random = seedRandom(seed);
  const uniform = (): number => (random.below(2 ** 32) + 0.5) / 2 ** 32;
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

const histogram = new Uint32Array(256).fill(1);

/**
 * Subjects of one domain with 5 to 40 images each. Exposure, contrast, noise and sharpness vary between and within
 * subjects, and each feature depends on some of them and on chance.
 * @param correlation intra-class correlation: the part of the variance that lies between subjects, 0–1
 */
export function drawDomain(count: number, correlation: number, seed: number): Subject[] {
  const normal = seedNormal(seed);
  const random = seedRandom(seed + 1);
  const [between, within] = [Math.sqrt(correlation), Math.sqrt(1 - correlation)];
  return Array.from({ length: count }, () => {
    const subject = Array.from({ length: factors }, normal);
    return Array.from({ length: 5 + random.below(36) }, () =>
      drawImage(subject.map((mean) => between * mean + within * normal())),
    );
  });
}

/** Four that features share, and one of its own for each of 19 figures. */
const factors = 23;

function drawImage(parts: readonly number[]): ImageFingerprint {
  const [exposure = 0, contrast = 0, noise = 0, sharpness = 0, ...own] = parts;
  const scale = (base: number, shared: number, place: number): number =>
    base * Math.exp(0.2 * shared + 0.1 * (own[place] ?? 0));
  const side = 2 ** Math.round(9 + 0.4 * (own[18] ?? 0));
  return {
    kind: 'image',
    bytesHash: '',
    pixelsHash: '',
    format: 'png',
    width: side,
    height: 480,
    pages: 1,
    channels: 3,
    bitDepth: 8,
    orientation: 1,
    hasAlpha: false,
    mean: 0,
    deviation: 0,
    percentiles: [],
    histogram,
    sharpness: 0,
    perceptualHash: '',
    features: {
      fieldShare: 1 / (1 + Math.exp(-2 - (own[0] ?? 0))),
      fieldWidth: 400,
      fieldHeight: scale(300, 0, 1),
      mean: 100 + 20 * exposure + 3 * (own[2] ?? 0),
      deviation: scale(40, contrast, 3),
      low: 30 + 10 * exposure - 5 * contrast + 3 * (own[4] ?? 0),
      median: 100,
      high: 190 + 15 * exposure + 5 * contrast + 3 * (own[5] ?? 0),
      blackShare: Math.exp(-4 - exposure + 0.3 * (own[6] ?? 0)) / 2,
      saturatedShare: Math.exp(-5 + exposure + 0.3 * (own[7] ?? 0)) / 2,
      noise: scale(3, noise, 8),
      detail: [
        scale(4, noise + sharpness, 9),
        scale(6, sharpness + contrast, 10),
        scale(8, contrast, 11),
        scale(10, contrast, 12),
      ],
      speckle: scale(0.1, noise, 13),
      correlation: [0.9 - 0.02 * noise, 0.7 - 0.04 * noise + 0.02 * (own[14] ?? 0)],
      gradient: scale(6, noise + sharpness, 15),
      spectralSlope: -2 + 0.2 * sharpness,
      blocking: scale(1, 0, 16),
      colorfulness: 20 + 5 * (own[17] ?? 0),
      redness: 5 * (own[17] ?? 0) + exposure,
      yellowness: 3 * contrast,
    },
  };
}
