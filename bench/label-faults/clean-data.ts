import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readClassImage, type ClassImage, type Rgb } from './class-image.ts';

/** A sample of examples/abdomen-ultrasound that has a mask. */
export interface CleanSample {
  /** Path of the image in the example. */
  readonly image: string;
  readonly subject: string;
  readonly domain: string;
  readonly clip: string;
  readonly mask: ClassImage;
}

export const classNames = [
  'liver',
  'bones',
  'gallbladder',
  'kidney',
  'pancreas',
  'vessels',
  'spleen',
  'adrenals',
] as const;

/** The example's own colours, background first. Red and blue exchanged, they are the same colours. */
export const exampleColors: readonly Rgb[] = [
  [0, 0, 0],
  [100, 0, 100],
  [255, 255, 255],
  [0, 255, 0],
  [255, 255, 0],
  [0, 0, 255],
  [255, 0, 0],
  [255, 0, 255],
  [0, 255, 255],
];

/** Colours of which none is another with red and blue exchanged. */
export const colors: readonly Rgb[] = [
  [0, 0, 0],
  [200, 30, 0],
  [240, 240, 240],
  [0, 180, 90],
  [240, 240, 20],
  [20, 80, 220],
  [220, 20, 150],
  [120, 40, 200],
  [20, 200, 160],
];

export async function readCleanSamples(example: string): Promise<CleanSample[]> {
  const [, ...rows] = readFileSync(join(example, 'manifest.csv'), 'utf8').trim().split('\n');
  const samples: CleanSample[] = [];
  for (const row of rows) {
    const [image = '', label = '', subject = '', , domain = '', clip = ''] = row.split(',');
    if (label === '') continue;
    const mask = await readClassImage(join(example, label), exampleColors);
    samples.push({ image, subject, domain, clip, mask });
  }
  return samples;
}
