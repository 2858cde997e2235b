import type { MaskPalette } from '../../model/fingerprint.ts';
import type { ThumbnailOutcome } from '../../model/thumbnail.ts';
import { DecodePool } from '../decode-pool.ts';
import type { ThumbnailJob } from '../protocol.ts';
import type { DecodeLimits } from '../raster.ts';

/** A file to make small. */
export interface ThumbnailRequest {
  /** Relative to the dataset's directory, with `/`. */
  readonly path: string;
  /** The real path of the dataset's directory, then `path`; links in `path` may not lead out of that directory. */
  readonly absolutePath: string;
  readonly role: 'image' | 'mask';
  /** EXIF orientation 1–8 that an image is turned by, in place of its own. */
  readonly orientation?: number;
}

export interface ThumbnailSettings {
  readonly limits: DecodeLimits & { readonly decodeSeconds: number };
  /** How masks are read; required when a request is for a mask. */
  readonly palette: MaskPalette | undefined;
  /** Pixels of a side of the square that thumbnails fit in. */
  readonly edge: number;
  /** Processes that decode at the same time. */
  readonly workers: number;
}

/**
 * Makes files small, in the processes and within the limits that fingerprints are made in: a file that cannot be
 * decoded is answered as a failure.
 * @returns answers in the order of the requests
 * @throws EnvironmentError when no decoder runs on this machine
 */
export function thumbnailFiles(
  requests: readonly ThumbnailRequest[],
  { limits, palette, edge, workers }: ThumbnailSettings,
): Promise<ThumbnailOutcome[]> {
  return new Promise((resolve, reject) => {
    const answers = new Array<ThumbnailOutcome>(requests.length);
    const pool = new DecodePool<ThumbnailOutcome>(
      requests.map((request) => toJob(request, edge)),
      { limits, palette, describesImages: false, workers, decodeSeconds: limits.decodeSeconds },
      (index, answer) => (answers[index] = answer),
      (error) => {
        if (error) reject(error);
        else resolve(answers);
      },
    );
    pool.start();
  });
}

function toJob({ path, absolutePath, role, orientation }: ThumbnailRequest, edge: number): ThumbnailJob {
  return {
    absolutePath,
    folder: absolutePath.slice(0, absolutePath.length - path.length),
    role: `${role}-thumbnail`,
    edge,
    ...(orientation !== undefined && { orientation }),
  };
}
