import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { LikenessCluster, LikePair } from '../../model/near-duplicates.ts';
import type { Sample } from '../../model/sample.ts';
import { describePair } from './like-pairs.ts';
import { describeSpread, locationOf, spreadEvidence, spreadOverSplits, subjectsOf } from './split-spread.ts';

export const nearDuplicate = defineCheck({
  id: 'leakage/near-duplicate',
  summary:
    'Do two splits hold the same picture recompressed, resized, cropped, re-windowed, flipped or turned?',
  description: `A picture that was saved again is the same picture to a model, though no byte agrees. Small patches of
every picture are compared with those of all others, whatever their size, contrast and orientation; pictures that share
patches at consistent places are laid on each other and compared pixel by pixel. What many pictures of the dataset have in
common (the fan of a probe, burned-in text, a scan border) is no evidence. From which correlation two pictures count as
one is calibrated on the dataset itself, so that pictures that are merely alike, such as the same organ of two subjects,
raise no alarm; the thresholds stand in the measurements.

Neighbouring frames of a clip, or two photographs of one scene, are told from copies and reported as the same scene: they
leak as copies do. Pictures of which every copy has the same pixels are left to \`leakage/duplicate\`.

Coverage counts samples: those whose picture shows enough to be compared, and the others.`,
  defaultSeverity: 'error',
  needs: ['images', 'near-duplicates'],
  options: {
    scenes: {
      type: 'boolean',
      default: true,
      unit: 'yes or no',
      description: 'Whether pictures of the same scene are reported, too, and not copies alone.',
    },
  },
  messages: {
    copy: {
      text: '{a} ({aSplit}) is {b} ({bSplit}), {orientation}: correlation {correlation}',
      fix: 'Keep one of them, or put all of them into one split. If they are filed under two subjects, find out whose picture it is.',
    },
    scene: {
      text: '{a} ({aSplit}) and {b} ({bSplit}) show the same scene: correlation {correlation}',
      fix: 'Put all pictures of the scene into one split; declare clips or sessions under `samples.columns.groups`.',
    },
    clean: { text: 'no picture of one split is like one of another' },
    leaks: { text: '{copies|picture|pictures} and {scenes|scene|scenes} in more than one split' },
    'no-images': { text: 'no image shows enough to be compared' },
    'no-splits': { text: 'there are fewer than two splits' },
  },
  run(dataset, options) {
    const { samples, nearDuplicates } = dataset;
    const blank = new Set(nearDuplicates?.featureless ?? []);
    const compared = nearDuplicates
      ? samples.filter(({ id }) => dataset.images.get(id)?.kind === 'image' && !blank.has(id))
      : [];
    const coverage = { evaluated: compared.length, unavailable: samples.length - compared.length };
    if (!nearDuplicates || compared.length === 0)
      return { skipped: { messageId: 'no-images', data: {} }, coverage };
    if (spreadOverSplits(samples).size < 2)
      return { skipped: { messageId: 'no-splits', data: {} }, coverage };

    const byId = new Map(samples.map((sample) => [sample.id, sample]));
    const findings = nearDuplicates.clusters
      .filter(({ likeness }) => likeness === 'copy' || options.scenes)
      .flatMap((cluster) => describeLeak(cluster, byId, dataset));
    const copies = findings.filter(({ messageId }) => messageId === 'copy').length;
    const counts = { copies, scenes: findings.length - copies };
    const { thresholds, falseAlarmRate, featureless, clusters } = nearDuplicates;
    return {
      coverage,
      measurements: {
        ...counts,
        clusters: clusters.length,
        featureless: featureless.length,
        thresholds,
        falseAlarmRate,
      },
      findings,
      summary: { messageId: findings.length > 0 ? 'leaks' : 'clean', data: counts },
    };
  },
});

/** The finding for a cluster that stands in several splits, shown by its best pair across them. */
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
      key: `${likeness}:${members[0] ?? ''}`,
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
