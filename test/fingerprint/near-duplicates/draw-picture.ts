import type { IntensityPage } from '../../../src/fingerprint/intensity.ts';

/** A seeded generator of numbers from 0 up to 1 (mulberry32). */
export function seedRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A grey picture of soft blobs of all sizes, different for each seed. */
export function drawPicture(seed: number, width = 240, height = 180): IntensityPage {
  const random = seedRandom(seed);
  const levels = new Float32Array(width * height).fill(120);
  for (let blob = 0; blob < 60; blob++) {
    const centerX = random() * width;
    const centerY = random() * height;
    const radius = 5 + 25 * random() ** 2;
    const stretch = 0.5 + random();
    const contrast = 160 * (random() - 0.5);
    for (let y = 0, at = 0; y < height; y++) {
      for (let x = 0; x < width; x++, at++) {
        const square = ((x - centerX) / stretch) ** 2 + ((y - centerY) * stretch) ** 2;
        if (square < 9 * radius * radius)
          levels[at] = (levels[at] ?? 0) + contrast * Math.exp(-square / (radius * radius));
      }
    }
  }
  return { width, height, levels: Uint8Array.from(levels, (level) => Math.max(0, Math.min(255, level))) };
}

/** The picture with each pixel taken from where `from` says. */
export function remap(
  page: IntensityPage,
  width: number,
  height: number,
  from: (x: number, y: number) => readonly [x: number, y: number],
): IntensityPage {
  const levels = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const [sourceX, sourceY] = from(x, y);
      levels[at] = page.levels[Math.round(sourceY) * page.width + Math.round(sourceX)] ?? 0;
    }
  }
  return { width, height, levels };
}

export function mapLevels(
  { width, height, levels }: IntensityPage,
  map: (level: number) => number,
): IntensityPage {
  return {
    width,
    height,
    levels: Uint8Array.from(levels, (level) => Math.max(0, Math.min(255, Math.round(map(level))))),
  };
}
