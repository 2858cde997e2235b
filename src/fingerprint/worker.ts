import type { fingerprintImage } from './fingerprint-image.ts';
import type { fingerprintMask } from './fingerprint-mask.ts';
import type { ThumbnailOutcome } from '../model/thumbnail.ts';
import type { hashPixels } from './hash-pixels.ts';
import { packDescription } from './near-duplicates/packed-description.ts';
import type { PackedAnswer, Job, WorkerInput, WorkerOutput, WorkerSettings } from './protocol.ts';
import { DecodeError, toFailure } from './raster.ts';
import { readRegularFile } from './read-file.ts';

// A process of its own, forked by the pool: a decoder that crashes or never ends takes nothing else with it.

let settings: WorkerSettings | undefined;
let decoders: Decoders | undefined;
let last: Promise<void> = Promise.resolve();

interface Decoders {
  readonly fingerprintImage: typeof fingerprintImage;
  readonly fingerprintMask: typeof fingerprintMask;
  readonly hashPixels: typeof hashPixels;
}

process.on('message', (input: WorkerInput) => {
  if ('settings' in input) settings = input.settings;
  else last = last.then(async () => send({ answer: await answer(input.job) }));
});
process.on('disconnect', () => process.exit());

try {
  const [{ fingerprintImage }, { fingerprintMask }, { hashPixels }] = await Promise.all([
    import('./fingerprint-image.ts'),
    import('./fingerprint-mask.ts'),
    import('./hash-pixels.ts'),
  ]);
  decoders = { fingerprintImage, fingerprintMask, hashPixels };
  send({ ready: true });
} catch (error) {
  send({ unavailable: error instanceof Error ? error.message : String(error) });
}

function send(output: WorkerOutput): void {
  process.send?.(output);
}

async function answer(job: Job): Promise<PackedAnswer | ThumbnailOutcome> {
  const { absolutePath, folder, role } = job;
  try {
    if (!settings || !decoders)
      throw new DecodeError('crash', 'the worker was given a job before its settings');
    const { limits, palette, describesImages } = settings;
    const bytes = readRegularFile(absolutePath, folder, limits.fileBytes);
    if (role === 'image') {
      const { description, ...image } = await decoders.fingerprintImage(bytes, limits, describesImages);
      return { ...image, ...(description && { description: packDescription(description) }) };
    }
    if (role === 'pixels') return await decoders.hashPixels(bytes, limits);
    if (role === 'image-thumbnail') {
      const { thumbnailImage } = await import('./thumbnails/thumbnail-image.ts');
      return await thumbnailImage(bytes, limits, job.edge, job.orientation);
    }
    if (!palette) throw new DecodeError('crash', 'the worker was given a mask without a palette');
    if (role === 'mask-thumbnail') {
      const { thumbnailMask } = await import('./thumbnails/thumbnail-mask.ts');
      return await thumbnailMask(bytes, palette, limits, job.edge);
    }
    return await decoders.fingerprintMask(bytes, palette, limits);
  } catch (error) {
    return toFailure(error);
  }
}
