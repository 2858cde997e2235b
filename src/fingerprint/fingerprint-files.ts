import type { DecodeFailure, MaskPalette } from '../model/fingerprint.ts';
import { DecodePool } from './decode-pool.ts';
import type { Answer, FingerprintJob, Identified, WorkerSettings } from './protocol.ts';
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
 * @returns answers in the order of the requests
 * @throws EnvironmentError when no decoder runs on this machine
 */
export function fingerprintFiles(
  requests: readonly FingerprintRequest[],
  settings: FingerprintSettings,
): Promise<Answer[]> {
  return askWorkers<Answer>(requests, settings);
}

/**
 * As `fingerprintFiles`, with the identity of each file. Files of known contents are read, but not decoded.
 * @param known SHA-256 of contents, 32 bytes each
 */
export function identifyFiles(
  requests: readonly FingerprintRequest[],
  settings: FingerprintSettings,
  known: NonNullable<WorkerSettings['known']>,
): Promise<(Identified | DecodeFailure)[]> {
  return askWorkers<Identified | DecodeFailure>(requests, settings, known);
}

function askWorkers<A>(
  requests: readonly FingerprintRequest[],
  { limits, palette, describesImages = false, workers, onProgress }: FingerprintSettings,
  known?: WorkerSettings['known'],
): Promise<(A | DecodeFailure)[]> {
  return new Promise((resolve, reject) => {
    const answers = new Array<A | DecodeFailure>(requests.length);
    let done = 0;
    const pool = new DecodePool<A>(
      requests.map(toJob),
      {
        limits,
        palette,
        describesImages,
        workers,
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

function toJob({ path, absolutePath, role }: FingerprintRequest): FingerprintJob {
  return { absolutePath, folder: absolutePath.slice(0, absolutePath.length - path.length), role };
}
