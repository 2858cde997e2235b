import sharp from 'sharp';
import { writePng } from '../../test/fingerprint/make-images.ts';
import { change, paint, resample, shade, store, type ClassImage } from './class-image.ts';
import { colors } from './clean-data.ts';
import { png, type Fault, type Labels } from './fault.ts';

const planted = 30;

function indexFault(
  name: string,
  named: string,
  plant: Fault['plant'],
  { labels = 'index', ...more }: Partial<Fault> = {},
): Fault {
  return { name, labels, named: [`labels/values ${named}`], planted, plant, ...more };
}

const stepOf = (labels: Labels): number => (labels === 'spaced-index' ? 30 : 1);
const nameOf = (labels: Labels): string => (labels === 'spaced-index' ? ' (indices 30 apart)' : '');

const changed = (['index', 'spaced-index'] as const).flatMap((labels): Fault[] => {
  const draw = (mask: ClassImage) => shade(mask, (place) => place * stepOf(labels));
  return [
    ...(['linear', 'cubic'] as const).flatMap((kernel) =>
      [1.5, 2, 4].map((factor) =>
        indexFault(
          `enlarged ${factor} times, ${kernel}${nameOf(labels)}`,
          'resampled',
          async ({ sample: { mask } }) => ({
            mask: await png((await resample(draw(mask), mask, factor, kernel)).toColourspace('b-w')),
          }),
          { labels },
        ),
      ),
    ),
    ...[95, 75].flatMap((quality) => [
      indexFault(
        `JPEG of quality ${quality}${nameOf(labels)}`,
        'lossy',
        async ({ sample: { mask } }) => ({
          mask: { bytes: await draw(mask).jpeg({ quality }).toBuffer(), extension: 'jpg' as const },
        }),
        { labels },
      ),
      indexFault(
        `JPEG of quality ${quality}, then PNG${nameOf(labels)}`,
        'was-lossy',
        async ({ sample: { mask } }) => ({
          mask: await png((await store(draw(mask).jpeg({ quality }))).toColourspace('b-w')),
        }),
        { labels },
      ),
    ]),
  ];
});

export const indexFaults: readonly Fault[] = [
  indexFault('0 and 255', 'binary', async ({ sample }) => ({
    mask: await png(shade(sample.mask, (place) => (place > 0 ? 255 : 0))),
  })),
  ...[10, 20, 255 / 8].map((factor) =>
    indexFault(`indices times ${factor}`, 'scaled', async ({ sample }) => ({
      mask: await png(shade(sample.mask, (place) => Math.round(place * factor))),
    })),
  ),
  indexFault('16 bits, times 257', 'widened', ({ sample: { mask } }) => {
    const values = Array.from(mask.classes, (place) => place * 257);
    const bytes = writePng({ ...mask, bitDepth: 16, colorType: 0, values });
    return Promise.resolve({ mask: { bytes, extension: 'png' } });
  }),
  indexFault(
    'one too large',
    'shifted',
    async ({ sample }) => ({ mask: await png(shade(sample.mask, (place) => place + 1)) }),
    // Each class has the size of the one before it.
    { also: ['labels/shapes size', 'labels/shapes parts'] },
  ),
  indexFault('one too small, 0 becoming 255', 'shifted', async ({ sample }) => ({
    mask: await png(shade(sample.mask, (place) => (place + 255) % 256)),
  })),
  indexFault('a palette of greys over other indices', 'palette-values', ({ sample: { mask } }) => {
    const values = Array.from(mask.classes, (place) => (place === 0 ? 0 : 17 - place));
    const palette = Array.from({ length: 17 }, (_, index) => (index === 0 ? 0 : 17 - index) * 0x010101);
    const bytes = writePng({ ...mask, bitDepth: 8, colorType: 3, palette, values });
    return Promise.resolve({ mask: { bytes, extension: 'png' } });
  }),
  indexFault(
    'one bit a pixel',
    'one-bit',
    ({ sample: { mask } }) => {
      const values = Array.from(mask.classes, (place) => (place > 0 ? 1 : 0));
      const bytes = writePng({ ...mask, bitDepth: 1, colorType: 0, values });
      return Promise.resolve({ mask: { bytes, extension: 'png' } });
    },
    { labels: 'spaced-index' },
  ),
  indexFault('colours in place of indices', 'colors', async ({ sample }) => ({
    mask: await png(paint(sample.mask, colors)),
  })),
  indexFault('a class without a declared index', 'undeclared', async ({ sample }) => ({
    mask: await png(shade(change(sample.mask, (place) => (place === 6 ? 9 : place)))),
  })),
  ...changed,
  {
    name: 'the image in place of the mask (index)',
    labels: 'index',
    named: ['labels/shapes is-image'],
    also: ['labels/values picture'],
    planted,
    plant: async ({ imageBytes }) => ({ mask: await png(sharp(imageBytes)) }),
  },
];
