import type { Coverage, RawFinding } from '../../model/check.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Likeness, LikenessCluster, LikePair } from '../../model/near-duplicates.ts';
import type { Sample } from '../../model/sample.ts';
import { describePair } from './like-pairs.ts';
import { describeSpread, locationOf, spreadEvidence, spreadOverSplits, subjectsOf } from './split-spread.ts';

/** How many samples show enough to be compared, and how many do not. */
export function coverLikeness({ samples, images, nearDuplicates }: Dataset): Coverage {
  const blank = new Set(nearDuplicates?.featureless ?? []);
  const isCompared = ({ id }: Sample): boolean => images.get(id)?.kind === 'image' && !blank.has(id);
  const evaluated = nearDuplicates ? samples.filter(isCompared).length : 0;
  return { evaluated, unavailable: samples.length - evaluated };
}

/**
 * The clusters of one likeness that stand in several splits, each shown by its strongest pair across them. Copies with
 * the same pixels are left out: they are found without this search.
 */
export function findAlikeAcrossSplits(dataset: Dataset, likeness: Likeness): RawFinding[] {
  const byId = new Map(dataset.samples.map((sample) => [sample.id, sample]));
  return (dataset.nearDuplicates?.clusters ?? [])
    .filter((cluster) => cluster.likeness === likeness)
    .flatMap((cluster) => describeLeak(cluster, byId, dataset));
}

function describeLeak(
  { likeness, members, tree, pairs }: LikenessCluster,
  byId: ReadonlyMap<string, Sample>,
  { images }: Dataset,
): RawFinding[] {
  const samples = members.flatMap((id) => byId.get(id) ?? []);
  const spread = spreadOverSplits(samples);
  const pixelsOf = (id: string): string | undefined => {
    const image = images.get(id);
    return image?.kind === 'image' ? image.pixelsHash : undefined;
  };
  const isAcross = ({ a, b }: LikePair): boolean => {
    const splits = byId.get(b)?.splits ?? [];
    const isOther = byId.get(a)?.splits.some((split) => splits.some((other) => other !== split)) ?? false;
    return isOther && (likeness === 'scene' || pixelsOf(a) !== pixelsOf(b));
  };
  // A scene that its copies alone carry into another split is reported as these.
  const shown = tree.filter((pair) => pair.likeness === likeness).find(isAcross);
  if (!shown) return [];
  const location = locationOf(spread);
  return [
    {
      key: members[0] ?? '',
      messageId: likeness,
      data: { ...describePair(shown, byId), splits: describeSpread(spread) },
      samples: members,
      subjects: subjectsOf(samples),
      ...(location && { location }),
      evidence: {
        pictures: members.length,
        verifiedPairs: pairs,
        overlap: shown.overlap,
        ...spreadEvidence(spread),
      },
    },
  ];
}
