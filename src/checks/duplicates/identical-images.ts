import type { Dataset } from '../../model/dataset.ts';
import type { ImageFingerprint } from '../../model/fingerprint.ts';
import { compareText, groupBy } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';

/** Samples that show the same decoded pixels. */
export interface IdenticalImages {
  /** At least two. */
  readonly samples: readonly Sample[];
  /** Whether all files hold the same bytes, too. */
  readonly haveSameBytes: boolean;
  readonly pixelsHash: string;
}

export interface IdenticalSearch {
  readonly clusters: readonly IdenticalImages[];
  readonly evaluated: number;
  readonly unavailable: number;
  /** Images of one single value: alike because they show nothing, so they are no evidence of a copy. */
  readonly blank: number;
}

/** Finds all sets of samples with equal decoded pixels; equal bytes imply them. Sorted by their first id. */
export function findIdenticalImages({
  samples,
  images,
}: Pick<Dataset, 'samples' | 'images'>): IdenticalSearch {
  const fingerprints = new Map<Sample, ImageFingerprint>();
  let blank = 0;
  for (const sample of samples) {
    const outcome = images.get(sample.id);
    if (outcome?.kind !== 'image') continue;
    fingerprints.set(sample, outcome);
    if (outcome.deviation === 0) blank++;
  }
  const alike = groupBy(fingerprints.keys(), (sample) => {
    const fingerprint = fingerprints.get(sample);
    return fingerprint && fingerprint.deviation > 0 ? fingerprint.pixelsHash : undefined;
  });
  const clusters = [...alike]
    .filter(([, members]) => members.length > 1)
    .map(([pixelsHash, members]) => ({
      samples: members,
      haveSameBytes: new Set(members.map((sample) => fingerprints.get(sample)?.bytesHash)).size === 1,
      pixelsHash,
    }))
    .sort((a, b) => compareText(a.samples[0]?.id ?? '', b.samples[0]?.id ?? ''));
  return { clusters, evaluated: fingerprints.size, unavailable: samples.length - fingerprints.size, blank };
}
