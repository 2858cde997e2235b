import type { Dataset } from '../../model/dataset.ts';
import type { ImageFingerprint } from '../../model/fingerprint.ts';
import { compareText } from '../../model/order.ts';
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
  const alike = new Map<string, Shown[]>();
  let evaluated = 0;
  let blank = 0;
  for (const sample of samples) {
    const image = images.get(sample.id);
    if (image?.kind !== 'image') continue;
    evaluated++;
    if (image.deviation === 0) {
      blank++;
      continue;
    }
    const others = alike.get(image.pixelsHash);
    if (others) others.push({ sample, image });
    else alike.set(image.pixelsHash, [{ sample, image }]);
  }
  const clusters = [...alike.values()]
    .filter(({ length }) => length > 1)
    .map((shown) => ({
      samples: shown.map(({ sample }) => sample),
      haveSameBytes: new Set(shown.map(({ image }) => image.bytesHash)).size === 1,
      pixelsHash: shown[0]?.image.pixelsHash ?? '',
    }))
    .sort((a, b) => compareText(a.samples[0]?.id ?? '', b.samples[0]?.id ?? ''));
  return { clusters, evaluated, unavailable: samples.length - evaluated, blank };
}

interface Shown {
  readonly sample: Sample;
  readonly image: ImageFingerprint;
}
