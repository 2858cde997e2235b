import { defineCheck, type RawFinding } from '../../model/check.ts';
import { formatLocation } from '../../model/errors.ts';

export const conflicts = defineCheck({
  id: 'manifest/conflicts',
  summary: 'Do two rows contradict each other about one image?',
  description: `Where one row gives an image to patient P1 and another to P2, one of them is wrong, and every program
that reads the manifest picks another one. holdout picks none: the field counts as unknown, which leaves leakage by
that subject unseen. So it is an error. An image that is listed in two splits is a leak, and reported by
\`leakage/duplicate\`.

Coverage counts samples that a row declares.`,
  defaultSeverity: 'error',
  needs: [],
  options: {},
  messages: {
    conflict: {
      text: '{image} has {claims|value|values} for {field}: {values}',
      fix: 'Correct the {field} of {image} so that all rows agree.',
    },
    clean: { text: 'no two rows contradict each other' },
    found: { text: '{conflicts|contradiction|contradictions} about {images|image|images}' },
    'no-rows': { text: 'no manifest or list names images' },
  },
  run({ samples, problems }) {
    const findings = problems.flatMap((problem): RawFinding[] => {
      if (problem.kind !== 'conflict' || problem.field === 'split') return [];
      const { image, field, claims } = problem;
      const location = claims.find((claim) => claim.location)?.location;
      return [
        {
          key: `${field}:${image}`,
          messageId: 'conflict',
          data: {
            image,
            field: field.replace(/^group:/, ''),
            claims: claims.length,
            values: claims.map(({ value }) => value),
          },
          samples: [image],
          ...(location && { location }),
          evidence: {
            claims: claims.map((claim) =>
              claim.location ? `${claim.value} (${formatLocation(claim.location)})` : claim.value,
            ),
          },
        },
      ];
    });
    const declared = samples.filter((sample) => sample.location).length;
    if (declared === 0 && findings.length === 0) return { skipped: { messageId: 'no-rows', data: {} } };
    const counts = {
      conflicts: findings.length,
      images: new Set(findings.flatMap((finding) => finding.samples)).size,
    };
    return {
      coverage: { evaluated: Math.max(declared, counts.images), unavailable: 0 },
      measurements: counts,
      findings,
      summary: { messageId: findings.length > 0 ? 'found' : 'clean', data: counts },
    };
  },
});
