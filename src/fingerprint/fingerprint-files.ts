import type { MaskPalette } from '../model/fingerprint.ts';
import { DecodePool } from './decode-pool.ts';
import { unpackDescription } from './near-duplicates/packed-description.ts';
import type { Answer, FingerprintJob, PackedAnswer } from './protocol.ts';
import type { DecodeLimits } from './raster.ts';

/** A file to fingerprint. */
export interface FingerprintRequest {
  /** Relative to the dataset's directory, with `/`. */
  readonly path: string;
  /** The real path of the dataset's directory, then `path`; links in `path` may not lead out of that directory. */
  readonly absolutePath: string;
  readonly bytes: number;
  /** `pixels` for nothing but their hash. */
  readonly role: FingerprintJob['role'];
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
export function fingerprintFiles(
  requests: readonly FingerprintRequest[],
  { limits, palette, describesImages = false, workers, onProgress }: FingerprintSettings,
): Promise<Answer[]> {
  return new Promise((resolve, reject) => {
    const answers = new Array<Answer>(requests.length);
    let done = 0;
    const pool = new DecodePool<PackedAnswer>(
      requests.map(toJob),
      { limits, palette, describesImages, workers, decodeSeconds: limits.decodeSeconds },
      (index, answer) => {
        answers[index] = unpack(answer);
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

function unpack(answer: PackedAnswer): Answer {
  if (answer.kind !== 'image') return answer;
  const { description, ...image } = answer;
  return { ...image, ...(description && { description: unpackDescription(description) }) };
}

function toJob({ path, absolutePath, role }: FingerprintRequest): FingerprintJob {
  return { absolutePath, folder: absolutePath.slice(0, absolutePath.length - path.length), role };
}
