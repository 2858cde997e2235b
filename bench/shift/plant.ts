import sharp, { type Sharp } from 'sharp';
import type { FeatureGroup } from '../../src/checks/domain/features.ts';
import { fingerprintImage } from '../../src/fingerprint/fingerprint-image.ts';
import type { ImageFingerprint } from '../../src/model/fingerprint.ts';
import { seedNormal } from './draw-images.ts';

/** A picture in colour, three bytes a pixel. */
interface Raw {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A change of all pictures of one side, at three strengths, and what the check may call it. */
export interface PlantedShift {
  readonly name: string;
  readonly strengths: readonly number[];
  /** Groups of features of which one has to be named. */
  readonly expected: readonly FeatureGroup[];
  readonly plant: (picture: Raw, strength: number, seed: number) => Raw | Promise<Raw>;
}

export const plantedShifts: readonly PlantedShift[] = [
  {
    name: 'gain',
    strengths: [1.1, 1.25, 1.5],
    expected: ['brightness', 'contrast', 'clipping'],
    plant: (picture, gain) => mapLevels(picture, (level) => gain * level),
  },
  {
    name: 'gamma',
    strengths: [1.15, 1.4, 1.8],
    expected: ['brightness', 'contrast'],
    plant: (picture, gamma) => mapLevels(picture, (level) => 255 * (level / 255) ** gamma),
  },
  {
    name: 'noise, grey levels',
    strengths: [3, 6, 12],
    expected: ['noise'],
    plant: (picture, deviation, seed) => {
      const normal = seedNormal(seed);
      let noise = 0;
      return mapPixels(picture, (level, at) => {
        if (at % 3 === 0) noise = deviation * normal();
        return level + noise;
      });
    },
  },
  {
    name: 'blur, pixels',
    strengths: [0.6, 1, 2],
    expected: ['sharpness', 'texture'],
    plant: (picture, deviation) => through(picture, (image) => image.blur(deviation)),
  },
  {
    name: 'crop, share of each side',
    strengths: [0.9, 0.75, 0.5],
    expected: ['size'],
    plant: (picture, share) => {
      const [width, height] = [Math.round(share * picture.width), Math.round(share * picture.height)];
      const [left, top] = [(picture.width - width) >> 1, (picture.height - height) >> 1];
      return through(picture, (image) => image.extract({ left, top, width, height }));
    },
  },
  {
    name: 'recompression, quality',
    strengths: [70, 40, 15],
    expected: ['compression', 'noise', 'texture'],
    plant: async (picture, quality) => {
      const jpeg = await open(picture).jpeg({ quality }).toBuffer();
      return through(picture, () => sharp(jpeg));
    },
  },
  {
    name: 'padding, share of each side',
    strengths: [0.05, 0.15, 0.3],
    expected: ['padding'],
    plant: (picture, share) => {
      const [x, y] = [Math.round(share * picture.width), Math.round(share * picture.height)];
      return through(picture, (image) =>
        image.extend({ left: x, right: x, top: y, bottom: y, background: '#000' }),
      );
    },
  },
];

export async function readRaw(file: Buffer): Promise<Raw> {
  return toRaw(sharp(file));
}

/** The fingerprint of the picture as a PNG. */
export async function fingerprint(picture: Raw): Promise<ImageFingerprint> {
  const png = await open(picture).png({ compressionLevel: 0 }).toBuffer();
  return fingerprintImage(png, { pixels: 64_000_000, fileBytes: 512_000_000 });
}

function mapLevels(picture: Raw, change: (level: number) => number): Raw {
  const table = Float64Array.from({ length: 256 }, (_, level) => change(level));
  return mapPixels(picture, (level) => table[level] ?? 0);
}

function mapPixels({ width, height, pixels }: Raw, change: (level: number, at: number) => number): Raw {
  return {
    width,
    height,
    pixels: pixels.map((level, at) => Math.min(255, Math.max(0, Math.round(change(level, at))))),
  };
}

function open({ width, height, pixels }: Raw): Sharp {
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

function through(picture: Raw, change: (image: Sharp) => Sharp): Promise<Raw> {
  return toRaw(change(open(picture)));
}

async function toRaw(image: Sharp): Promise<Raw> {
  const { data, info } = await image
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: new Uint8Array(data) };
}
