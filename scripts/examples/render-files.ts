import sharp from 'sharp';
import type { ExampleDataset, PlannedSample } from './example-dataset.ts';
import { encodeIndexedPng } from './indexed-png.ts';
import { renderManifest } from './manifest.ts';
import { maskPalette } from './tissues.ts';
import { openScene, type Frame } from './ultrasound-frame.ts';

/** A file of a dataset. */
export interface RenderedFile {
  /** Relative to the dataset, with `/`. */
  readonly path: string;
  readonly content: string | Buffer;
}

/** Some 4 kB a frame; the local deviation of speckle stays within 2 % of what was drawn. */
const jpegQuality = 80;

/** The texts of a dataset: manifest, config and README. */
export function renderTexts({ samples, config, readme }: ExampleDataset): RenderedFile[] {
  return [
    { path: 'README.md', content: readme },
    { path: 'holdout.yml', content: config },
    { path: 'manifest.csv', content: renderManifest(samples) },
  ];
}

/**
 * Draws images and masks. Masks and drawn pixels follow from the plan alone, but for the last bit of the
 * engine's sines and logarithms, which rounding to grey levels hides; the bytes of an image also depend on the
 * JPEG encoder that sharp brings along.
 */
export async function* renderPictures(samples: readonly PlannedSample[]): AsyncGenerator<RenderedFile> {
  let scene: PlannedSample['scene'] | undefined;
  let draw: ((frame: number) => Frame) | undefined;
  for (const sample of samples) {
    // The frames of a clip share a scene, which is costly to open.
    if (draw === undefined || scene !== sample.scene) draw = openScene(sample.scene);
    scene = sample.scene;
    const { width, height } = scene;
    const { intensities, labels } = draw(sample.frame);
    const content = await sharp(intensities, { raw: { width, height, channels: 1 } })
      .toColourspace('b-w')
      .jpeg({ quality: jpegQuality })
      .toBuffer();
    yield { path: sample.image, content };
    if (sample.mask !== undefined)
      yield { path: sample.mask, content: encodeIndexedPng(labels, width, height, maskPalette) };
  }
}
