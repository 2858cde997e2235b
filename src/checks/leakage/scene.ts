import { defineCheck } from '../../model/check.ts';
import { coverLikeness, findAlikeAcrossSplits } from './alike-across-splits.ts';
import { spreadOverSplits } from './split-spread.ts';

export const scene = defineCheck({
  id: 'leakage/scene',
  summary:
    'Do two splits show the same moment or field: neighbouring frames of a clip, two photographs of one place?',
  description: `Two frames of one clip, or two photographs of one field under a microscope, are not copies of one another,
and yet a model that has seen one knows the other. They are found as copies are (\`leakage/near-duplicate\`), and told from
them by what is left when one is laid over the other: edges that drift, and places that changed. Objects of one design, such
as boards from one production line, can look like one scene, so this is a warning: look at the pictures, then declare the
clip, session or slide as a group, which \`leakage/group\` holds at error severity.

Coverage counts samples: those whose picture shows enough to be compared, and the others.`,
  defaultSeverity: 'warning',
  needs: ['images', 'near-duplicates'],
  options: {},
  messages: {
    scene: {
      text: '{a} ({aSplit}) and {b} ({bSplit}) show the same scene: correlation {correlation}',
      fix: 'Look at both. If they are of one clip, field or session, put them into one split and declare it under `samples.columns.groups`.',
    },
    clean: { text: 'no scene stands in two splits' },
    leaks: { text: '{scenes|scene|scenes} in more than one split' },
    'no-images': { text: 'no image shows enough to be compared' },
    'no-splits': { text: 'there are fewer than two splits' },
  },
  run(dataset) {
    const coverage = coverLikeness(dataset);
    if (coverage.evaluated === 0) return { skipped: { messageId: 'no-images', data: {} }, coverage };
    if (spreadOverSplits(dataset.samples).size < 2)
      return { skipped: { messageId: 'no-splits', data: {} }, coverage };
    const findings = findAlikeAcrossSplits(dataset, 'scene');
    const counts = { scenes: findings.length };
    return {
      coverage,
      measurements: counts,
      findings,
      summary: { messageId: findings.length > 0 ? 'leaks' : 'clean', data: counts },
    };
  },
});
