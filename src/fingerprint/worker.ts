import { createHash } from 'node:crypto';
import { blobIdOf } from './cache/blob-id.ts';
import type { fingerprintImage } from './fingerprint-image.ts';
import type { fingerprintMask } from './fingerprint-mask.ts';
import type { MaskPalette } from '../model/fingerprint.ts';
import type { ThumbnailOutcome } from '../model/thumbnail.ts';
import type { hashPixels } from './hash-pixels.ts';
import { packDescription } from './near-duplicates/description/packed-description.ts';
import type {
  FileIdentity,
  Job,
  PackedAnswer,
  PackedFingerprint,
  PackedIdentified,
  WorkerInput,
  WorkerOutput,
  WorkerSettings,
} from './protocol.ts';
import { DecodeError, toFailure } from './raster.ts';
import { readRegularFile } from './read-file.ts';

// A process of its own, forked by the pool: a decoder that crashes or never ends takes nothing else with it.

let settings: WorkerSettings | undefined;
let knownContents: Readonly<Record<'image' | 'mask', ReadonlySet<string>>> | undefined;
let decoders: Decoders | undefined;
let last: Promise<void> = Promise.resolve();

interface Decoders {
  readonly fingerprintImage: typeof fingerprintImage;
  readonly fingerprintMask: typeof fingerprintMask;
  readonly hashPixels: typeof hashPixels;
}

process.on('message', (input: WorkerInput) => {
  if ('settings' in input) take(input.settings);
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

function take(given: WorkerSettings): void {
  settings = given;
  knownContents = given.known && {
    image: listHashes(given.known.image),
    mask: listHashes(given.known.mask),
  };
}

/** Hashes of 32 bytes each, hex. */
function listHashes(bytes: Uint8Array): Set<string> {
  const hex = Buffer.from(bytes).toString('hex');
  return new Set(Array.from({ length: hex.length / 64 }, (_, at) => hex.slice(64 * at, 64 * at + 64)));
}

function send(output: WorkerOutput): void {
  process.send?.(output);
}

async function answer(job: Job): Promise<PackedAnswer | PackedIdentified | ThumbnailOutcome> {
  const { absolutePath, folder, role } = job;
  try {
    if (!settings) throw new DecodeError('crash', 'the worker was given a job before its settings');
    const { limits, palette } = settings;
    const bytes = readRegularFile(absolutePath, folder, limits.fileBytes);
    if (role === 'pixels') return await requireDecoders().hashPixels(bytes, limits);
    if (role === 'image-thumbnail') {
      const { thumbnailImage } = await import('./thumbnails/thumbnail-image.ts');
      return await thumbnailImage(bytes, limits, job.edge, job.orientation);
    }
    if (role === 'mask-thumbnail') {
      const { thumbnailMask } = await import('./thumbnails/thumbnail-mask.ts');
      return await thumbnailMask(bytes, requirePalette(palette), limits, job.edge);
    }
    if (!knownContents) return await fingerprint(bytes, role, settings);
    const identity = identify(bytes);
    if (knownContents[role].has(identity.bytesHash)) return { kind: 'identified', identity };
    return { kind: 'identified', identity, answer: await fingerprint(bytes, role, settings) };
  } catch (error) {
    return toFailure(error);
  }
}

async function fingerprint(
  bytes: Uint8Array,
  role: 'image' | 'mask',
  { limits, palette, describesImages }: WorkerSettings,
): Promise<PackedFingerprint> {
  const { fingerprintImage, fingerprintMask } = requireDecoders();
  if (role === 'mask') return fingerprintMask(bytes, requirePalette(palette), limits);
  const { description, ...image } = await fingerprintImage(bytes, limits, describesImages);
  return { kind: 'image', image, ...(description && { description: packDescription(description) }) };
}

function requireDecoders(): Decoders {
  if (!decoders) throw new DecodeError('crash', 'the worker was given a job before it was ready');
  return decoders;
}

function requirePalette(palette: MaskPalette | undefined): MaskPalette {
  if (!palette) throw new DecodeError('crash', 'the worker was given a mask without a palette');
  return palette;
}

function identify(bytes: Uint8Array): FileIdentity {
  return {
    bytesHash: createHash('sha256').update(bytes).digest('hex'),
    blobId: blobIdOf(bytes),
    bytes: bytes.length,
  };
}
