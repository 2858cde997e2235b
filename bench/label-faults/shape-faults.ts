import sharp, { type Sharp } from 'sharp';
import { centerOf, change, countClasses, paint, type ClassImage } from './class-image.ts';
import { colors, type CleanSample } from './clean-data.ts';
import { png, type Fault, type PlantContext, type StoredFile } from './fault.ts';

const kidney = 4;

const store = (mask: ClassImage): Promise<StoredFile> => png(paint(mask, colors));
const holdsKidney = ({ mask }: CleanSample): boolean => mask.classes.includes(kidney);

function shapeFault(
  name: string,
  named: string,
  draw: (context: PlantContext) => ClassImage,
  more: Partial<Fault> = {},
): Fault {
  return {
    name,
    labels: 'color',
    named: [`labels/shapes ${named}`],
    isRelative: true,
    planted: 8,
    plant: async (context) => ({ mask: await store(draw(context)) }),
    ...more,
  };
}

/** What the changes below do to classes that they do not mean. */
const consequences = ['labels/shapes parts', 'labels/shapes size', 'labels/shapes holes'];

export const shapeFaults: readonly Fault[] = [
  shapeFault('specks', 'specks', addSpecks),
  shapeFault('a hole', 'holes', cutHole, { fits: ({ mask }) => findInside(mask) !== undefined }),
  shapeFault('a second part far away', 'parts', addPart, { fits: holdsKidney, also: consequences }),
  shapeFault('inverted', 'border', invert, { also: consequences }),
  shapeFault('far too large', 'size', (context) => drawDisc(context, 48), {
    fits: holdsKidney,
    also: consequences,
  }),
  shapeFault('far too small', 'size', (context) => drawDisc(context, 5), {
    fits: holdsKidney,
    also: consequences,
  }),
  shapeFault("another image's mask", 'identical', ({ other }) => other.mask),
  {
    name: 'the image in place of the mask, byte by byte',
    labels: 'color',
    named: ['labels/shapes is-image'],
    also: ['labels/palette picture'],
    planted: 30,
    plant: ({ imageBytes }) => Promise.resolve({ mask: { bytes: imageBytes, extension: 'jpg' } }),
  },
  {
    name: 'the image in place of the mask, as PNG',
    labels: 'color',
    named: ['labels/shapes is-image'],
    also: ['labels/palette picture'],
    planted: 30,
    plant: async ({ imageBytes }) => ({ mask: await png(sharp(imageBytes)) }),
  },
  {
    name: 'the mask drawn over the image',
    labels: 'color',
    named: ['labels/palette picture'],
    also: ['labels/shapes is-image'],
    planted: 30,
    plant: async ({ imageBytes, sample }) => ({ mask: await png(await overlay(imageBytes, sample.mask)) }),
  },
];

function addSpecks({ sample: { mask }, random }: PlantContext): ClassImage {
  const specks = Array.from({ length: 16 }, () => ({
    x: 2 + Math.floor(random() * (mask.width - 4)),
    y: 2 + Math.floor(random() * (mask.height - 4)),
  }));
  const largest = findLargest(mask);
  return change(mask, (place, x, y) =>
    place === 0 && specks.some((speck) => Math.max(Math.abs(speck.x - x), Math.abs(speck.y - y)) <= 0.5)
      ? largest
      : place,
  );
}

function cutHole({ sample: { mask } }: PlantContext): ClassImage {
  const inside = findInside(mask) ?? { x: 0, y: 0 };
  return change(mask, (place, x, y) => ((x - inside.x) ** 2 + (y - inside.y) ** 2 <= 9 ? 0 : place));
}

/** The first pixel, row by row, around which a class other than the vessels fills a disc. */
function findInside({ width, height, classes }: ClassImage): { x: number; y: number } | undefined {
  const radius = 5;
  for (let y = radius; y < height - radius; y++) {
    for (let x = radius; x < width - radius; x++) {
      const place = classes[y * width + x];
      if (place !== 0 && place !== 6 && fillsDisc(x, y, place)) return { x, y };
    }
  }
  return undefined;

  function fillsDisc(centerX: number, centerY: number, place: number | undefined): boolean {
    for (let y = -radius; y <= radius; y++) {
      for (let x = -radius; x <= radius; x++) {
        if (x * x + y * y > radius * radius) continue;
        if (classes[(centerY + y) * width + centerX + x] !== place) return false;
      }
    }
    return true;
  }
}

function addPart({ sample: { mask } }: PlantContext): ClassImage {
  const center = centerOf(mask, kidney);
  const x = center.x < mask.width / 2 ? mask.width - 20 : 20;
  const y = center.y < mask.height / 2 ? mask.height - 20 : 20;
  return change(mask, (place, atX, atY) => ((atX - x) ** 2 + (atY - y) ** 2 <= 144 ? kidney : place));
}

function invert({ sample: { mask } }: PlantContext): ClassImage {
  const largest = findLargest(mask);
  return change(mask, (place) => (place === 0 ? largest : place === largest ? 0 : place));
}

function findLargest(mask: ClassImage): number {
  const counts = countClasses(mask);
  return counts.indexOf(Math.max(...counts.slice(1)), 1);
}

/** A disc in place of the kidney. */
function drawDisc({ sample: { mask } }: PlantContext, radius: number): ClassImage {
  const center = centerOf(mask, kidney);
  return change(mask, (place, x, y) => {
    if ((x - center.x) ** 2 + (y - center.y) ** 2 <= radius ** 2) return kidney;
    return place === kidney ? 0 : place;
  });
}

async function overlay(imageBytes: Buffer, mask: ClassImage): Promise<Sharp> {
  const image = await sharp(imageBytes).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const drawn = await paint(mask, colors).raw().toBuffer();
  const { channels } = image.info;
  const samples = Uint8Array.from(drawn, (color, at) => {
    const pixel = Math.floor(at / 3);
    const below = image.data[pixel * channels + (channels === 3 ? at % 3 : 0)] ?? 0;
    return mask.classes[pixel] === 0 ? below : Math.round(0.6 * below + 0.4 * color);
  });
  return sharp(samples, { raw: { width: mask.width, height: mask.height, channels: 3 } });
}
