import { defineCheck } from '../../model/check.ts';
import { findIdenticalImages } from './identical-images.ts';

export const withinSplit = defineCheck({
  id: 'duplicates/within-split',
  summary: 'Are there copies of a picture inside one split?',
  description: `Copies inside a split do not leak, but they count one picture several times: in training as an unasked
weight, in the test set as false confidence. Pictures are compared as in \`leakage/duplicate\`.

Coverage counts samples: those whose image was decoded, and the others.`,
  defaultSeverity: 'info',
  needs: ['images'],
  options: {},
  messages: {
    copies: {
      text: '{samples} show the same picture{where}',
      fix: 'Keep one of them, unless the repetition is meant.',
    },
    clean: { text: 'no copies' },
    found: { text: '{clusters|picture|pictures} stored more than once ({extra|copy|copies} too many)' },
    'no-images': { text: 'no image could be decoded' },
  },
  run(dataset) {
    const { clusters, evaluated, unavailable } = findIdenticalImages(dataset);
    const coverage = { evaluated, unavailable };
    if (evaluated === 0) return { skipped: { messageId: 'no-images', data: {} }, coverage };
    const inside = clusters.filter(
      ({ samples }) => new Set(samples.flatMap((sample) => sample.splits)).size < 2,
    );
    const findings = inside.map(({ samples, haveSameBytes }) => {
      const location = samples.find((sample) => sample.location)?.location;
      const split = samples[0]?.splits[0];
      return {
        key: samples[0]?.id ?? '',
        messageId: 'copies',
        data: {
          samples: samples.map((sample) => sample.id),
          where: split === undefined ? '' : ` in ${split}`,
        },
        samples: samples.map((sample) => sample.id),
        ...(location && { location }),
        evidence: { sameBytes: haveSameBytes, ...(split !== undefined && { split }) },
      };
    });
    const extra = inside.reduce((sum, { samples }) => sum + samples.length - 1, 0);
    return {
      coverage,
      measurements: { pictures: inside.length, extraCopies: extra },
      findings,
      summary: { messageId: inside.length > 0 ? 'found' : 'clean', data: { clusters: inside.length, extra } },
    };
  },
});
