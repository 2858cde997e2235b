import type { Dataset } from '../../model/dataset.ts';
import { compareText, groupBy } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';
import type { DecodedMask } from './decoded-masks.ts';

/** One mask on images that differ. */
export interface IdenticalMasks {
  /** Sorted; one path where several samples share a file. */
  readonly paths: readonly string[];
  /** At least two, sorted by id. */
  readonly samples: readonly Sample[];
}

/** Samples of one mask that the others are compared with: where there are more, one of them will be unrelated. */
const maxCompared = 100;

/**
 * Finds masks that are the same pixel by pixel on different pictures. Frames of one clip may be alike, and so may
 * rectangles and full frames; neither is reported, nor is a picture that is a copy of the other.
 */
export function findIdenticalMasks(
  masks: readonly DecodedMask[],
  dataset: Dataset,
): readonly IdenticalMasks[] {
  const clusterOf = new Map<string, number>();
  dataset.nearDuplicates?.clusters.forEach(({ members }, index) =>
    members.forEach((member) => clusterOf.set(member, index)),
  );
  const groups = groupBy(masks.filter(isTelling), ({ mask }) => mask.labelHash);
  return [...groups.values()]
    .flatMap((members): IdenticalMasks[] => {
      const samples = members.flatMap((member) => member.samples).sort((a, b) => compareText(a.id, b.id));
      const odd = samples.filter((sample) =>
        samples.slice(0, maxCompared).some((other) => sample !== other && areUnrelated(sample, other)),
      );
      if (odd.length < 2) return [];
      const ids = new Set(odd.map(({ id }) => id));
      const paths = members.filter((member) => member.samples.some(({ id }) => ids.has(id)));
      return [{ paths: paths.map(({ path }) => path), samples: odd }];
    })
    .sort((a, b) => compareText(a.paths[0] ?? '', b.paths[0] ?? ''));

  function areUnrelated(a: Sample, b: Sample): boolean {
    const [imageA, imageB] = [dataset.images.get(a.id), dataset.images.get(b.id)];
    if (imageA?.kind !== 'image' || imageB?.kind !== 'image') return false;
    if (imageA.pixelsHash === imageB.pixelsHash) return false;
    const cluster = clusterOf.get(a.id);
    if (cluster !== undefined && cluster === clusterOf.get(b.id)) return false;
    return !shareClip(a, b);
  }
}

/** Whether both may be frames of one recording: of one group, or of one subject where no groups are known. */
function shareClip(a: Sample, b: Sample): boolean {
  const kinds = Object.keys(a.groups).filter((kind) => Object.hasOwn(b.groups, kind));
  if (kinds.length > 0) return kinds.some((kind) => a.groups[kind] === b.groups[kind]);
  return a.subject !== undefined && a.subject === b.subject;
}

/** Whether a class has another form than a rectangle, which two images may have by chance. */
function isTelling({ mask }: DecodedMask): boolean {
  return mask.shapes.some(({ place, box }) => {
    const area = (box.right - box.left + 1) * (box.bottom - box.top + 1);
    return (mask.counts[place] ?? 0) < area;
  });
}
