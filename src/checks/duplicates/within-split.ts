import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Sample } from '../../model/sample.ts';
import { spreadOverSplits } from '../leakage/split-spread.ts';
import { findIdenticalImages } from './identical-images.ts';

export const withinSplit = defineCheck({
  id: 'duplicates/within-split',
  summary: 'Are there copies of a picture inside one split?',
  description: `Copies inside a split do not leak, but they count one picture several times: in training as an unasked
weight, in the test set as false confidence. Pictures are compared as in \`leakage/duplicate\` and, for
those that were saved again, as in \`leakage/near-duplicate\`; of a picture that stands in two splits, the copies inside
each are reported here. Neighbouring frames of a clip are no copies.

Coverage counts samples: those whose image was decoded, and the others.`,
  defaultSeverity: 'info',
  needs: ['images', 'near-duplicates'],
  options: {},
  messages: {
    copies: {
      text: '{images} show the same picture{where}',
      fix: 'Keep one of them, unless the repetition is meant.',
    },
    'near-copies': {
      text: '{images} are one picture, saved again{where}',
      fix: 'Keep one of them, unless the repetition is meant.',
    },
    clean: { text: 'no copies inside a split' },
    found: {
      text: '{pictures|picture|pictures} stored more than once in a split ({extra|copy|copies} too many)',
    },
    'no-images': { text: 'no image could be decoded' },
  },
  run(dataset) {
    const { clusters, evaluated, unavailable } = findIdenticalImages(dataset);
    const coverage = { evaluated, unavailable };
    if (evaluated === 0) return { skipped: { messageId: 'no-images', data: {} }, coverage };
    const findings = [
      ...clusters
        .flatMap(({ samples }) => groupByPlace(samples))
        .map((place) => describePlace('copies', place)),
      ...groupNearCopies(dataset).map((place) => describePlace('near-copies', place)),
    ];
    const counts = {
      pictures: findings.length,
      extra: findings.reduce((sum, { samples }) => sum + samples.length - 1, 0),
    };
    return {
      coverage,
      measurements: { pictures: counts.pictures, extraCopies: counts.extra },
      findings,
      summary: { messageId: findings.length > 0 ? 'found' : 'clean', data: counts },
    };
  },
});

/** Samples that stand in one split, or in none. */
interface Place {
  readonly split?: string;
  readonly samples: readonly Sample[];
}

function describePlace(messageId: 'copies' | 'near-copies', { split, samples }: Place): RawFinding {
  const ids = samples.map((sample) => sample.id);
  const location = samples.find((sample) => sample.location)?.location;
  const first = `${messageId === 'near-copies' ? 'near:' : ''}${ids[0] ?? ''}`;
  return {
    key: split === undefined ? first : `${first}@${split}`,
    messageId,
    data: { images: ids, where: split === undefined ? '' : ` in ${split}` },
    samples: ids,
    ...(location && { location }),
    evidence: { copies: ids.length, ...(split !== undefined && { split }) },
  };
}

/** The copies that stand together in a split, or in none; a picture alone in its place is left out. */
function groupByPlace(samples: readonly Sample[]): Place[] {
  const unassigned = samples.filter((sample) => sample.splits.length === 0);
  const places: Place[] = [
    { samples: unassigned },
    ...[...spreadOverSplits(samples)].map(([split, members]) => ({ split, samples: members })),
  ];
  return places.filter((place) => place.samples.length > 1);
}

/** Places with copies that were saved again; one that holds the same pixels alone is none of them. */
function groupNearCopies({ samples, images, nearDuplicates }: Dataset): Place[] {
  const byId = new Map(samples.map((sample) => [sample.id, sample]));
  const pixelsOf = ({ id }: Sample): string | undefined => {
    const image = images.get(id);
    return image?.kind === 'image' ? image.pixelsHash : undefined;
  };
  return (nearDuplicates?.clusters ?? [])
    .filter(({ likeness }) => likeness === 'copy')
    .flatMap(({ members }) => groupByPlace(members.flatMap((id) => byId.get(id) ?? [])))
    .filter((place) => new Set(place.samples.map(pixelsOf)).size > 1);
}
