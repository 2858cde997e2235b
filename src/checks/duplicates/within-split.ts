import { defineCheck } from '../../model/check.ts';
import type { Sample } from '../../model/sample.ts';
import { spreadOverSplits } from '../leakage/split-spread.ts';
import { findIdenticalImages } from './identical-images.ts';

export const withinSplit = defineCheck({
  id: 'duplicates/within-split',
  summary: 'Are there copies of a picture inside one split?',
  description: `Copies inside a split do not leak, but they count one picture several times: in training as an unasked
weight, in the test set as false confidence. Pictures are compared as in \`leakage/duplicate\`; of a
picture that stands in two splits, the copies inside each are reported here.

Coverage counts samples: those whose image was decoded, and the others.`,
  defaultSeverity: 'info',
  needs: ['images'],
  options: {},
  messages: {
    copies: {
      text: '{images} show the same picture{where}',
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
    const inside = clusters.flatMap(({ samples }) => groupByPlace(samples));
    const findings = inside.map(({ split, samples }) => {
      const ids = samples.map((sample) => sample.id);
      const location = samples.find((sample) => sample.location)?.location;
      const first = ids[0] ?? '';
      return {
        key: split === undefined ? first : `${first}@${split}`,
        messageId: 'copies',
        data: { images: ids, where: split === undefined ? '' : ` in ${split}` },
        samples: ids,
        ...(location && { location }),
        evidence: { copies: ids.length, ...(split !== undefined && { split }) },
      };
    });
    const counts = {
      pictures: inside.length,
      extra: inside.reduce((sum, { samples }) => sum + samples.length - 1, 0),
    };
    return {
      coverage,
      measurements: { pictures: counts.pictures, extraCopies: counts.extra },
      findings,
      summary: { messageId: inside.length > 0 ? 'found' : 'clean', data: counts },
    };
  },
});

/** The copies that stand together in a split, or in none; a picture alone in its place is left out. */
function groupByPlace(samples: readonly Sample[]) {
  const unassigned = samples.filter((sample) => sample.splits.length === 0);
  const places: { readonly split?: string; readonly samples: readonly Sample[] }[] = [
    { samples: unassigned },
    ...[...spreadOverSplits(samples)].map(([split, members]) => ({ split, samples: members })),
  ];
  return places.filter((place) => place.samples.length > 1);
}
