import type { ImageFingerprint, ImageOutcome } from '../../model/fingerprint.ts';
import { groupBy } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';

/** One of two sets of images that are compared: a domain, a split, or a split within a domain. */
export interface Side {
  /** As the reader knows it: `real`, `train`, `real train`. */
  readonly name: string;
  /** All with a decoded image. */
  readonly samples: readonly Sample[];
  /**
   * What counts once: the images of a subject together, or a single image whose subject is unknown. Subjects come
   * first, by their id, then the images in the order of the dataset.
   */
  readonly units: readonly (readonly ImageFingerprint[])[];
  /** Distinct known subjects. */
  readonly subjects: number;
}

/** @param samples each with a decoded image among `images` */
export function buildSide(
  name: string,
  samples: readonly Sample[],
  images: ReadonlyMap<string, ImageOutcome>,
): Side {
  const bySubject = groupBy(samples, (sample) => sample.subject);
  const alone = samples.filter((sample) => sample.subject === undefined).map((sample) => [sample]);
  return {
    name,
    samples,
    units: [...bySubject.values(), ...alone].map((members) =>
      members.flatMap(({ id }) => {
        const outcome = images.get(id);
        return outcome?.kind === 'image' ? [outcome] : [];
      }),
    ),
    subjects: bySubject.size,
  };
}
