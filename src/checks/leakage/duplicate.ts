import { defineCheck, type RawFinding } from '../../model/check.ts';
import { formatLocation } from '../../model/errors.ts';
import { findIdenticalImages } from '../duplicates/identical-images.ts';
import { describeSpread, locationOf, spreadEvidence, spreadOverSplits, subjectsOf } from './split-spread.ts';

export const duplicate = defineCheck({
  id: 'leakage/duplicate',
  summary: 'Do two splits hold the same bytes or the same decoded pixels?',
  description: `A picture that stands in training and test is a leak whatever its name and its subject say. Files are
compared by the SHA-256 of their bytes and of their decoded pixels, so a PNG saved again as TIFF, with other metadata
or with an opaque alpha channel, is still found. One file that is listed in two splits is reported, too. Images of one
single value are left out: they are alike because they show nothing.

Coverage counts samples: those whose image was decoded, and the others.`,
  defaultSeverity: 'error',
  needs: ['images'],
  options: {},
  messages: {
    bytes: {
      text: '{images} hold the same bytes, in {splits}',
      fix: 'Keep one of the copies, or put all of them into one split.',
    },
    pixels: {
      text: '{images} show the same picture, stored differently, in {splits}',
      fix: 'Keep one of the copies, or put all of them into one split.',
    },
    listed: {
      text: '{image} is listed in {splits}',
      fix: 'List the image in one split only.',
    },
    clean: { text: 'no picture stands in two splits' },
    leaks: { text: '{leaking|picture|pictures} in more than one split' },
    'no-images': { text: 'no image could be decoded' },
    'no-splits': { text: 'there are fewer than two splits' },
  },
  run(dataset) {
    const { clusters, evaluated, unavailable, blank } = findIdenticalImages(dataset);
    const coverage = { evaluated, unavailable };
    const copies = clusters.flatMap(({ samples, haveSameBytes }): RawFinding[] => {
      const spread = spreadOverSplits(samples);
      if (spread.size < 2) return [];
      const location = locationOf(spread);
      return [
        {
          key: samples[0]?.id ?? '',
          messageId: haveSameBytes ? 'bytes' : 'pixels',
          data: { images: samples.map((sample) => sample.id), splits: describeSpread(spread) },
          samples: samples.map((sample) => sample.id),
          subjects: subjectsOf(samples),
          ...(location && { location }),
          evidence: spreadEvidence(spread),
        },
      ];
    });
    const listed = dataset.problems.flatMap((problem): RawFinding[] => {
      if (problem.kind !== 'conflict' || problem.field !== 'split') return [];
      const location = problem.claims.find((claim) => claim.location)?.location;
      return [
        {
          key: `listed:${problem.image}`,
          messageId: 'listed',
          data: { image: problem.image, splits: problem.claims.map((claim) => claim.value) },
          samples: [problem.image],
          ...(location && { location }),
          evidence: {
            claims: problem.claims.map((claim) =>
              claim.location ? `${claim.value} (${formatLocation(claim.location)})` : claim.value,
            ),
          },
        },
      ];
    });
    const findings = [...copies, ...listed];
    if (evaluated === 0 && listed.length === 0)
      return { skipped: { messageId: 'no-images', data: {} }, coverage };
    if (spreadOverSplits(dataset.samples).size < 2)
      return { skipped: { messageId: 'no-splits', data: {} }, coverage };
    return {
      coverage,
      measurements: { copiesAcrossSplits: copies.length, listedInSeveralSplits: listed.length, blank },
      findings,
      summary: { messageId: findings.length > 0 ? 'leaks' : 'clean', data: { leaking: findings.length } },
    };
  },
});
