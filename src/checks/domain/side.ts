import type { ImageFingerprint, ImageOutcome } from '../../model/fingerprint.ts';
import { groupBy } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';
import { seedRandom, shuffle } from '../../statistics/seeded-random.ts';

/** What counts once: the images of a subject together, or a single image whose subject is unknown. */
export interface Unit {
  readonly subject?: string;
  /** At least one. */
  readonly images: readonly ImageFingerprint[];
}

/** One of two sets of images that are compared: a domain, a split, or a split within a domain. */
export interface Side {
  /** As the reader knows it: `real`, `train`, `real train`. */
  readonly name: string;
  /** All with a decoded image. */
  readonly samples: readonly Sample[];
  /** Subjects by their id, then images in the order of the dataset; `maxUnits` of them by chance where there are more. */
  readonly units: readonly Unit[];
  /** Distinct known subjects. */
  readonly subjects: number;
}

/**
 * Effects of 10,000 against 10,000 are known to a hundredth of a standard deviation. More would take time and tell
 * nothing that matters.
 */
const maxUnits = 10_000;

/** @param samples each with a decoded image among `images` */
export function buildSide(
  name: string,
  samples: readonly Sample[],
  images: ReadonlyMap<string, ImageOutcome>,
): Side {
  const imagesOf = (members: readonly Sample[]): ImageFingerprint[] =>
    members.flatMap(({ id }) => {
      const outcome = images.get(id);
      return outcome?.kind === 'image' ? [outcome] : [];
    });
  const bySubject = groupBy(samples, (sample) => sample.subject);
  const alone = samples.filter((sample) => sample.subject === undefined);
  const units: Unit[] = [
    ...[...bySubject].map(([subject, members]) => ({ subject, images: imagesOf(members) })),
    ...alone.map((sample) => ({ images: imagesOf([sample]) })),
  ];
  return {
    name,
    samples,
    units: units.length > maxUnits ? shuffle(units, seedRandom(1)).slice(0, maxUnits) : units,
    subjects: bySubject.size,
  };
}
