import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { readMasksBy } from '../../../src/audit/mask-palette.ts';
import { palette } from '../../../src/checks/labels/palette.ts';
import { values } from '../../../src/checks/labels/values.ts';
import { fingerprintMask } from '../../../src/fingerprint/fingerprint-mask.ts';
import type { LabelsConfig } from '../../../src/model/config.ts';
import { buildDataset, judge, sample } from '../build-dataset.ts';

const width = 120;
const height = 96;
const limits = { pixels: 1e6, fileBytes: 1e6 };

/** Class 0–3 of each pixel: three discs on background, one inside another. */
const classes = Array.from({ length: width * height }, (_, at) => {
  const [x, y] = [at % width, Math.floor(at / width)];
  const isIn = (centerX: number, centerY: number, radius: number) =>
    (x - centerX) ** 2 + (y - centerY) ** 2 < radius ** 2;
  return isIn(40, 45, 12) ? 2 : isIn(45, 50, 30) ? 1 : isIn(95, 40, 18) ? 3 : 0;
});

const byIndex: LabelsConfig = {
  kind: 'mask',
  classes: [1, 2, 3].map((index) => ({ name: `class ${index}`, index })),
  background: { color: '#000000', index: 0 },
  ignore: [],
};
const colors = [
  [0, 0, 0],
  [200, 30, 0],
  [0, 180, 90],
  [240, 240, 20],
];
const byColor: LabelsConfig = {
  ...byIndex,
  classes: ['#c81e00', '#00b45a', '#f0f014'].map((color) => ({ name: color, color })),
};

const grey = (valueOf: (index: number) => number) =>
  sharp(Buffer.from(classes.map(valueOf)), { raw: { width, height, channels: 1 } }).toColourspace('b-w');
const color = (order: readonly number[] = [0, 1, 2]) =>
  sharp(Buffer.from(classes.flatMap((index) => order.map((channel) => colors[index]?.[channel] ?? 0))), {
    raw: { width, height, channels: 3 },
  });

/** As Pillow and OpenCV turn colours into greys. */
function lumaOf(index: number): number {
  const [red = 0, green = 0, blue = 0] = colors[index] ?? [];
  return Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
}

/** To 70 % of the size and back, with a smooth kernel. */
async function resample(image: Sharp): Promise<Buffer> {
  const small = await image.resize(84, 67, { fit: 'fill', kernel: 'cubic' }).png().toBuffer();
  return sharp(small).resize(width, height, { fit: 'fill', kernel: 'cubic' }).png().toBuffer();
}

async function nameFaults(bytes: Buffer, labels: LabelsConfig): Promise<string[]> {
  const reading = readMasksBy(labels);
  if (!reading) throw new Error('no masks');
  const mask = await fingerprintMask(bytes, reading.palette, limits);
  const dataset = buildDataset({
    samples: [sample('a.png', { label: 'a_mask.png' })],
    labels,
    masks: { 'a_mask.png': mask },
  });
  const check = labels === byIndex ? values : palette;
  return judge(check, dataset).findings.map(({ messageId }) => messageId);
}

describe('faults planted in real masks of indices', () => {
  it.each<[string, () => Promise<Buffer>, string[]]>([
    [
      'none',
      () =>
        grey((index) => index)
          .png()
          .toBuffer(),
      [],
    ],
    [
      '0 and 255',
      () =>
        grey((index) => (index > 0 ? 255 : 0))
          .png()
          .toBuffer(),
      ['binary'],
    ],
    [
      'indices times 50',
      () =>
        grey((index) => index * 50)
          .png()
          .toBuffer(),
      ['scaled'],
    ],
    [
      'an unknown index',
      () =>
        grey((index) => (index === 3 ? 9 : index))
          .png()
          .toBuffer(),
      ['undeclared'],
    ],
    [
      'JPEG',
      () =>
        grey((index) => index * 80)
          .jpeg({ quality: 80 })
          .toBuffer(),
      ['lossy'],
    ],
    ['colours', () => color().png().toBuffer(), ['colors']],
  ])('%s', async (_, make, faults) => {
    expect(await nameFaults(await make(), byIndex)).toEqual(faults);
  });
});

describe('faults planted in real masks of colours', () => {
  it.each<[string, () => Promise<Buffer>, string[]]>([
    ['none', () => color().png().toBuffer(), []],
    ['red and blue exchanged', () => color([2, 1, 0]).png().toBuffer(), ['swapped']],
    ['resized with a smooth kernel', () => resample(color()), ['resampled']],
    ['JPEG', () => color().jpeg({ quality: 85, chromaSubsampling: '4:4:4' }).toBuffer(), ['lossy']],
    [
      'JPEG, then PNG',
      async () =>
        sharp(await color().jpeg({ quality: 85, chromaSubsampling: '4:4:4' }).toBuffer())
          .png()
          .toBuffer(),
      ['was-lossy'],
    ],
    [
      'indices',
      () =>
        grey((index) => index)
          .png()
          .toBuffer(),
      ['indices'],
    ],
    ['greys of the colours', () => grey(lumaOf).png().toBuffer(), ['greyed']],
  ])('%s', async (_, make, faults) => {
    expect(await nameFaults(await make(), byColor)).toEqual(faults);
  });
});
