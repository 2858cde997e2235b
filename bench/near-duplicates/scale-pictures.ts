import type { IntensityPage } from '../../src/fingerprint/intensity.ts';
import { seedRandom } from './random.ts';

const width = 128;
const height = 96;

/** What the pictures of a large data set may be to each other. */
export const scaleCases = {
  /** Copies of one picture: other gain, gamma, noise, a crop by up to 5 % a side, half of them mirrored. */
  copies: drawCopy,
  /** One scene under speckle of its own, as a simulator gives that is asked for the same slice again and again. */
  alike: drawSpeckled,
  /** Nothing in common. */
  unrelated: drawUnrelated,
} as const satisfies Record<string, (seed: number) => IntensityPage>;
export type ScaleCase = keyof typeof scaleCases;

const scene = drawBlobs(1, 60);

function drawCopy(seed: number): IntensityPage {
  const random = seedRandom(seed);
  const [gain, gamma, noise] = [0.7 + 0.4 * random(), 0.8 + 0.5 * random(), 3 + 5 * random()];
  const [left, top, right, bottom] = [0, 0, 0, 0].map(() => 0.05 * random());
  const isMirrored = random() < 0.5;
  const scaleX = 1 - (left ?? 0) - (right ?? 0);
  const scaleY = 1 - (top ?? 0) - (bottom ?? 0);
  return draw((x, y) => {
    const fromX = (left ?? 0) * width + scaleX * (isMirrored ? width - 1 - x : x);
    const level = readBetween(scene, fromX, (top ?? 0) * height + scaleY * y);
    return 255 * gain * (level / 255) ** gamma + noise * (random() + random() + random() - 1.5);
  });
}

/** Fully developed speckle: the envelope of blurred complex Gaussian noise, compressed. */
function drawSpeckled(seed: number): IntensityPage {
  const random = seedRandom(seed);
  const [real, imaginary] = [drawNoise(random), drawNoise(random)];
  return draw((x, y) => {
    const at = y * width + x;
    const envelope = Math.hypot(real[at] ?? 0, imaginary[at] ?? 0);
    return (scene[at] ?? 0) + 40 * Math.log10(envelope + 0.05);
  });
}

function drawUnrelated(seed: number): IntensityPage {
  const levels = drawBlobs(seed + 2, 60);
  return draw((x, y) => levels[y * width + x] ?? 0);
}

function draw(levelAt: (x: number, y: number) => number): IntensityPage {
  const levels = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) levels[at] = Math.max(0, Math.min(255, Math.round(levelAt(x, y))));
  }
  return { width, height, levels };
}

/** Soft blobs of all sizes on grey. */
function drawBlobs(seed: number, blobs: number): Float32Array {
  const random = seedRandom(seed);
  const levels = new Float32Array(width * height).fill(120);
  for (let blob = 0; blob < blobs; blob++) {
    const centerX = random() * width;
    const centerY = random() * height;
    const radius = 2.5 + 14 * random() ** 2;
    const contrast = 180 * (random() - 0.5);
    const reach = Math.ceil(2.5 * radius);
    for (let y = Math.max(0, Math.floor(centerY - reach)); y < Math.min(height, centerY + reach); y++) {
      for (let x = Math.max(0, Math.floor(centerX - reach)); x < Math.min(width, centerX + reach); x++) {
        const square = (x - centerX) ** 2 + (y - centerY) ** 2;
        const at = y * width + x;
        levels[at] = (levels[at] ?? 0) + contrast * Math.exp(-square / (radius * radius));
      }
    }
  }
  return levels;
}

/** White noise, nearly Gaussian, blurred over three pixels. */
function drawNoise(random: () => number): Float32Array {
  const white = Float32Array.from({ length: width * height }, () => random() + random() + random() - 1.5);
  return white.map((value, at) => {
    const sides =
      (white[at - 1] ?? 0) + (white[at + 1] ?? 0) + (white[at - width] ?? 0) + (white[at + width] ?? 0);
    return value + 0.6 * sides;
  });
}

function readBetween(levels: Float32Array, x: number, y: number): number {
  const left = Math.max(0, Math.min(width - 2, Math.floor(x)));
  const top = Math.max(0, Math.min(height - 2, Math.floor(y)));
  const [dx, dy] = [Math.max(0, Math.min(1, x - left)), Math.max(0, Math.min(1, y - top))];
  const at = top * width + left;
  const upper = (levels[at] ?? 0) * (1 - dx) + (levels[at + 1] ?? 0) * dx;
  const lower = (levels[at + width] ?? 0) * (1 - dx) + (levels[at + width + 1] ?? 0) * dx;
  return upper * (1 - dy) + lower * dy;
}
