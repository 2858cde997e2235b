import { defineCheck } from '../../model/check.ts';
import { coverLikeness, findAlikeAcrossSplits } from './alike-across-splits.ts';
import { spreadOverSplits } from './split-spread.ts';

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

Neighbouring frames of a clip, or two photographs of one field, are no copies: \`leakage/scene\` reports them. Copies
that have the same pixels are left to \`leakage/duplicate\`. Pictures of one subject in one split are not compared: however
alike, they leak nothing.

Coverage counts samples: those whose picture shows enough to be compared, and the others.`,
  defaultSeverity: 'error',
  needs: ['images', 'near-duplicates'],
  options: {},
  messages: {
    copy: {
      text: '{a} ({aSplit}) is {b} ({bSplit}), {orientation}: correlation {correlation}',
      fix: 'Keep one of them, or put all of them into one split. If they are filed under two subjects, find out whose picture it is.',
    },
    clean: { text: 'no picture of one split is a copy of one of another' },
    leaks: { text: '{copies|picture|pictures}, saved again, in more than one split' },
    'no-images': { text: 'no image shows enough to be compared' },
    'no-splits': { text: 'there are fewer than two splits' },
  },
  run(dataset) {
    const { samples, nearDuplicates } = dataset;
    const coverage = coverLikeness(dataset);
    if (!nearDuplicates || coverage.evaluated === 0)
      return { skipped: { messageId: 'no-images', data: {} }, coverage };
    if (spreadOverSplits(samples).size < 2)
      return { skipped: { messageId: 'no-splits', data: {} }, coverage };
    const findings = findAlikeAcrossSplits(dataset, 'copy');
    const { thresholds, falseAlarmRate, featureless, comparedPairs } = nearDuplicates;
    return {
      coverage,
      measurements: {
        copies: findings.length,
        comparedPairs,
        featureless: featureless.length,
        thresholds,
        falseAlarmRate,
      },
      findings,
      summary: {
        messageId: findings.length > 0 ? 'leaks' : 'clean',
        data: { copies: findings.length },
      },
    };
  },
});
