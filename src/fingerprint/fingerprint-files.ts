import type { DecodeFailure, MaskPalette } from '../model/fingerprint.ts';
import { DecodePool } from './decode-pool.ts';
import type { PixelsAnswer } from './hash-pixels.ts';
import { unpackDescription } from './near-duplicates/description/packed-description.ts';
import type {
  Answer,
  Fingerprint,
  FingerprintJob,
  Identified,
  PackedFingerprint,
  PackedIdentified,
  WorkerSettings,
} from './protocol.ts';
import type { DecodeLimits } from './raster.ts';

/** A file to fingerprint. */
export interface FingerprintRequest {
  /** Relative to the dataset's directory, with `/`. */
  readonly path: string;
  /** The real path of the dataset's directory, then `path`; links in `path` may not lead out of that directory. */
  readonly absolutePath: string;
  readonly bytes: number;
  readonly role: 'image' | 'mask';
}

/** A file of which nothing but the hash of its pixels is wanted, see `tellPixelsApart`. */
export interface PixelsRequest extends Omit<FingerprintRequest, 'role'> {
  readonly role: 'pixels';
}

/** What the workers are asked for. */
export type DecodeRequest = FingerprintRequest | PixelsRequest;

export function isForFingerprint(request: DecodeRequest): request is FingerprintRequest {
  return request.role !== 'pixels';
}

export interface FingerprintSettings {
  readonly limits: DecodeLimits & { readonly decodeSeconds: number };
  /** How masks are read; required when a request is for a mask. */
  readonly palette: MaskPalette | undefined;
  /** Whether images are described for the search for near-duplicates; no by default. */
  readonly describesImages?: boolean;
  /** Processes that decode at the same time. */
  readonly workers: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Fingerprints files in parallel processes. Every request gets an answer; a file that cannot be decoded,
 * crashes its decoder or takes longer than the limit is answered as a failure.
 * @returns answers in the order of the requests; `tellPixelsApart` makes their `pixelsHash` what it is to be
 * @throws EnvironmentError when no decoder runs on this machine
 */
export async function fingerprintFiles(
  requests: readonly DecodeRequest[],
  settings: FingerprintSettings,
): Promise<Answer[]> {
  const answers = await askWorkers<PackedFingerprint | PixelsAnswer>(requests, settings);
  return answers.map((answer) =>
    answer.kind === 'failure' || answer.kind === 'pixels' ? answer : unpack(answer),
  );
}

/**
 * As `fingerprintFiles`, with the identity of each file. Files of known contents are read, but not decoded.
 * @param known SHA-256 of contents, 32 bytes each
 */
export async function identifyFiles(
  requests: readonly FingerprintRequest[],
  settings: FingerprintSettings,
  known: NonNullable<WorkerSettings['known']>,
): Promise<(Identified | DecodeFailure)[]> {
  const answers = await askWorkers<PackedIdentified>(requests, settings, known);
  return answers.map((one) => {
    if (one.kind === 'failure') return one;
    const { answer, ...identified } = one;
    return { ...identified, ...(answer && { answer: unpack(answer) }) };
  });
}

/**
 * A process for so many files or bytes, whichever makes more. To start takes as long as to decode some hundred small
 * pictures, or 1.5 to 3 MB of large ones; pictures of one colour have few bytes for what they take.
 */
const perWorker = { files: 16, bytes: 1 << 20 };

function askWorkers<Packed>(
  requests: readonly DecodeRequest[],
  { limits, palette, describesImages = false, workers, onProgress }: FingerprintSettings,
  known?: WorkerSettings['known'],
): Promise<(Packed | DecodeFailure)[]> {
  return new Promise((resolve, reject) => {
    const answers = new Array<Packed | DecodeFailure>(requests.length);
    const bytes = requests.reduce((sum, request) => sum + request.bytes, 0);
    const useful = Math.ceil(Math.max(requests.length / perWorker.files, bytes / perWorker.bytes));
    let done = 0;
    const pool = new DecodePool<Packed>(
      requests.map(toJob),
      {
        limits,
        palette,
        describesImages,
        workers: Math.min(workers, useful),
        decodeSeconds: limits.decodeSeconds,
        ...(known && { known }),
      },
      (index, answer) => {
        answers[index] = answer;
        onProgress?.(++done, requests.length);
      },
      (error) => {
        if (error) reject(error);
        else resolve(answers);
      },
    );
    pool.start();
  });
}

function unpack(answer: PackedFingerprint): Fingerprint {
  if (answer.kind !== 'image') return answer;
  const { description, ...others } = answer;
  return { ...others, ...(description && { description: unpackDescription(description) }) };
}

function toJob({ path, absolutePath, role }: DecodeRequest): FingerprintJob {
  return { absolutePath, folder: absolutePath.slice(0, absolutePath.length - path.length), role };
}
