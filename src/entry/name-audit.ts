import { createHash } from 'node:crypto';
import { kindOf } from '../fingerprint/cache/fingerprint-kind.ts';
import type { Config } from '../model/config.ts';
import type { Dataset } from '../model/dataset.ts';
import type { ImageOutcome, MaskOutcome } from '../model/fingerprint.ts';
import { writeSorted } from '../model/sorted-json.ts';

/** All that the findings of an audit follow from, but for the program. */
export interface AuditInput {
  readonly dataset: Dataset;
  /** What is asked of it. */
  readonly config: Config;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * SHA-256 of all that the findings of an audit follow from. Of a file that was decoded, the content stands for what the
 * decoder makes of it; the rest is taken as it is, whatever a dataset comes to hold.
 * @param program stands for the checks and the decoder
 */
export function nameAudit({ dataset, config, today }: AuditInput, program: string): Buffer {
  const { samples, images, masks, annotations, ...others } = dataset;
  const hash = createHash('sha256');
  const add = (part: unknown): void => void hash.update(`${writeSorted(part)}\n`);
  const addEach = (parts: Iterable<unknown>): void => {
    for (const part of parts) add(part);
    add('end');
  };
  // The day matters to waivers alone.
  const isDated = config.accept.some(({ until }) => until !== undefined);
  add([program, decoderOf(dataset, config), isDated && today, config, others]);
  addEach(samples);
  addEach(nameContents(images));
  addEach(nameContents(masks));
  const { byImage = [], ...unplaced } = annotations ?? {};
  addEach(byImage);
  add(unplaced);
  return hash.digest();
}

function decoderOf({ maskPalette: palette }: Dataset, { limits }: Config): string {
  // What belongs to a release is told by the program.
  const settings = { limits, palette };
  return Buffer.concat([kindOf('image', settings, ''), kindOf('mask', settings, '')]).toString('hex');
}

function* nameContents(outcomes: ReadonlyMap<string, ImageOutcome | MaskOutcome>): Generator {
  for (const [path, outcome] of outcomes)
    yield [path, outcome.kind === 'failure' ? outcome : outcome.bytesHash];
}
