import sharp from 'sharp';
import { change, paint, type ClassImage } from './class-image.ts';
import { colors } from './clean-data.ts';
import { png, type Fault, type StoredFile } from './fault.ts';

const planted = 30;
const store = (mask: ClassImage): Promise<StoredFile> => png(paint(mask, colors));
const clear = (mask: ClassImage): ClassImage => change(mask, () => 0);

/** The mask moved to the right; what comes in is background. */
function move(mask: ClassImage, columns: number): ClassImage {
  return change(mask, (_, x, y) => (x < columns ? 0 : (mask.classes[y * mask.width + x - columns] ?? 0)));
}

function geometryFault(name: string, named: string, plant: Fault['plant']): Fault {
  return { name, labels: 'color', named: [`labels/geometry ${named}`], planted, plant };
}

async function orient(bytes: Buffer, orientation: number): Promise<StoredFile> {
  return { bytes: await sharp(bytes).withMetadata({ orientation }).jpeg().toBuffer(), extension: 'jpg' };
}

export const geometryFaults: readonly Fault[] = [
  geometryFault('EXIF orientation on the image alone', 'orientation', async ({ imageBytes }) => ({
    image: await orient(imageBytes, 3),
  })),
  geometryFault('EXIF orientation on the mask alone', 'orientation', async ({ sample }) => ({
    mask: await png(paint(sample.mask, colors).withMetadata({ orientation: 6 })),
  })),
  geometryFault('mask turned as the EXIF of the image says', 'turned', async ({ imageBytes, sample }) => ({
    image: await orient(imageBytes, 6),
    mask: await png(paint(sample.mask, colors).rotate(90)),
  })),
  geometryFault('transposed', 'transposed', async ({ sample }) => ({
    mask: await png(paint(sample.mask, colors).rotate(90).flop()),
  })),
  geometryFault('cropped by a constant', 'cropped', async ({ sample: { mask } }) => ({
    mask: await png(
      paint(mask, colors).extract({ left: 8, top: 0, width: mask.width - 8, height: mask.height }),
    ),
  })),
  geometryFault('reduced by a factor', 'scaled', async ({ sample: { mask } }) => ({
    mask: await png(
      paint(mask, colors).resize(mask.width / 2, mask.height / 2, { fit: 'fill', kernel: 'nearest' }),
    ),
  })),
];

export const emptyFaults: readonly Fault[] = [
  {
    name: 'some masks empty',
    labels: 'color',
    named: ['labels/empty empty'],
    planted,
    plant: async ({ sample }) => ({ mask: await store(clear(sample.mask)) }),
  },
  {
    name: 'nearly all masks empty',
    labels: 'color',
    named: ['labels/empty nearly-all'],
    planted: 230,
    plant: async ({ sample }) => ({ mask: await store(clear(sample.mask)) }),
  },
];

const conflicts = ['labels/conflict mask', 'labels/conflict mask-classes'];

export const conflictFaults: readonly Fault[] = [
  {
    name: 'one picture, the mask moved by 16 columns',
    labels: 'color',
    named: conflicts,
    isRelative: true,
    planted: 8,
    plant: async ({ sample }) => ({ copy: { mask: await store(move(sample.mask, 16)) } }),
  },
  ...[95, 70].map((quality): Fault => ({
    name: `a copy saved again with quality ${quality}, another image's mask`,
    labels: 'color',
    named: conflicts,
    // The other image has the same mask.
    also: ['labels/shapes identical'],
    isRelative: true,
    planted: 8,
    plant: async ({ imageBytes, other }) => ({
      copy: {
        image: { bytes: await sharp(imageBytes).jpeg({ quality }).toBuffer(), extension: 'jpg' },
        mask: await store(other.mask),
      },
    }),
  })),
  {
    name: 'one picture, one class missing',
    labels: 'color',
    named: ['labels/conflict mask-classes'],
    // Vessels were inside other organs.
    also: ['labels/shapes holes'],
    isRelative: true,
    planted: 8,
    plant: async ({ sample }) => ({
      copy: { mask: await store(change(sample.mask, (place) => (place === 6 ? 0 : place))) },
    }),
  },
  {
    name: 'one picture, two classes',
    labels: 'class',
    named: ['labels/conflict class'],
    planted,
    plant: ({ turn }) => Promise.resolve({ copy: { class: turn % 2 === 0 ? 'other' : 'another' } }),
  },
  {
    name: 'class names in another case',
    labels: 'class',
    named: ['labels/class-names spelling'],
    planted,
    plant: () => Promise.resolve({ class: 'Liver' }),
  },
];

/** What is no fault, and must not be taken for one. */
export const controls: readonly Fault[] = [
  ...(['color', 'index', 'spaced-index', 'class'] as const).map((labels): Fault => ({
    name: `clean (${labels})`,
    labels,
    named: [],
    isRelative: true,
    planted: 0,
    plant: () => Promise.resolve({}),
  })),
  {
    name: 'clean: copies whose mask is moved by one column',
    labels: 'color',
    named: [],
    isRelative: true,
    planted: 30,
    plant: async ({ sample }) => ({ copy: { mask: await store(move(sample.mask, 1)) } }),
  },
  {
    name: 'clean: with an opaque alpha channel, or indexed',
    labels: 'color',
    named: [],
    planted: 60,
    plant: async ({ sample, turn }) => {
      const image = paint(sample.mask, colors);
      const file = turn % 2 === 0 ? image.ensureAlpha() : image.png({ palette: true, dither: 0 });
      return { mask: { bytes: await file.toFormat('png').toBuffer(), extension: 'png' } };
    },
  },
  {
    name: 'clean: lossless WebP',
    labels: 'color',
    named: [],
    planted: 60,
    plant: async ({ sample }) => ({
      mask: {
        bytes: await paint(sample.mask, colors).webp({ lossless: true }).toBuffer(),
        extension: 'webp',
      },
    }),
  },
];
