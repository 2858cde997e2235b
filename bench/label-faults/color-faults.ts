import sharp from 'sharp';
import { paint, resample, shade, store, type Rgb } from './class-image.ts';
import { colors } from './clean-data.ts';
import { png, type Fault, type StoredFile } from './fault.ts';

const planted = 30;

function colorFault(name: string, named: string, plant: Fault['plant'], more: Partial<Fault> = {}): Fault {
  return { name, labels: 'color', named: [`labels/palette ${named}`], planted, plant, ...more };
}

const exchange = ([red, green, blue]: Rgb): Rgb => [blue, green, red];
/** Other colours for the liver, the kidney and the vessels. */
const otherColors = colors.map((color, place) =>
  place === 1 || place === 4 || place === 6 ? ([color[1], color[2], 70] as Rgb) : color,
);
const wholeOtherPalette = colors.map(([red, green, blue], place): Rgb =>
  place === 0 ? [0, 0, 0] : [(red + 61) % 256, (green + 97) % 256, (blue + 31) % 256],
);
const luma = ([red, green, blue]: Rgb): number => Math.round(0.299 * red + 0.587 * green + 0.114 * blue);

const kernels = ['linear', 'cubic', 'lanczos3'] as const;

export const colorFaults: readonly Fault[] = [
  colorFault('red and blue exchanged', 'swapped', async ({ sample }) => ({
    mask: await png(paint(sample.mask, colors.map(exchange))),
  })),
  ...kernels.flatMap((kernel) =>
    [1.5, 2, 4].map((factor) =>
      colorFault(`enlarged ${factor} times, ${kernel}`, 'resampled', async ({ sample: { mask } }) => ({
        mask: await png(await resample(paint(mask, colors), mask, factor, kernel)),
      })),
    ),
  ),
  colorFault('drawn with soft edges', 'resampled', async ({ sample }) => ({
    mask: await png(paint(sample.mask, colors).blur(0.7)),
  })),
  ...[95, 75, 40].flatMap((quality) => [
    colorFault(`JPEG of quality ${quality}`, 'lossy', async ({ sample }) => ({
      mask: { bytes: await paint(sample.mask, colors).jpeg({ quality }).toBuffer(), extension: 'jpg' },
    })),
    colorFault(`JPEG of quality ${quality}, then PNG`, 'was-lossy', async ({ sample }) => ({
      mask: await png(await store(paint(sample.mask, colors).jpeg({ quality }))),
    })),
    colorFault(`JPEG 4:4:4 of quality ${quality}, then PNG`, 'was-lossy', async ({ sample }) => ({
      mask: await png(await store(paint(sample.mask, colors).jpeg({ quality, chromaSubsampling: '4:4:4' }))),
    })),
  ]),
  colorFault('lossy WebP', 'lossy', async ({ sample }) => ({
    mask: { bytes: await paint(sample.mask, colors).webp({ quality: 80 }).toBuffer(), extension: 'webp' },
  })),
  colorFault('lossy WebP, then PNG', 'was-lossy', async ({ sample }) => ({
    mask: await png(await store(paint(sample.mask, colors).webp({ quality: 80 }))),
  })),
  colorFault('three colours of another palette', 'unknown', async ({ sample }) => ({
    mask: await png(paint(sample.mask, otherColors)),
  })),
  colorFault('another palette', 'unknown', async ({ sample }) => ({
    mask: await png(paint(sample.mask, wholeOtherPalette)),
  })),
  colorFault('indices in place of colours', 'indices', async ({ sample }) => ({
    mask: await png(shade(sample.mask)),
  })),
  colorFault('colours turned to grey', 'greyed', async ({ sample }) => ({
    mask: await png(shade(sample.mask, (place) => luma(colors[place] ?? [0, 0, 0]))),
  })),
  colorFault('the label in alpha', 'alpha', async ({ sample }) => ({
    mask: await writeAlpha(sample.mask, (place) => [0, 0, 0, place * 30]),
  })),
  colorFault('transparent pixels of a class colour', 'transparent', async ({ sample }) => ({
    mask: await writeAlpha(sample.mask, (place) =>
      place === 0 ? [240, 240, 240, 0] : [...(colors[place] ?? [0, 0, 0]), 255],
    ),
  })),
];

function writeAlpha(
  { width, height, classes }: { width: number; height: number; classes: Uint8Array },
  pixelOf: (place: number) => readonly number[],
): Promise<StoredFile> {
  const samples = Buffer.from([...classes].flatMap((place) => pixelOf(place)));
  return png(sharp(samples, { raw: { width, height, channels: 4 } }));
}
