import { defineCheck, type RawFinding } from '../../model/check.ts';
import { indexRows } from '../manifest/sample-of-row.ts';

export const missing = defineCheck({
  id: 'labels/missing',
  summary: 'Is every label that a row names there?',
  description: `A row that names a mask or an annotation declares its image labelled. Where the file is not there, the
image is counted as unlabelled, and a training script either stops or trains it as background. Rows that name no label
are no fault; \`composition/labelled\` counts them. Classes that stand in the manifest itself are no files.

Coverage counts label files that are named: those that are there, and the missing.`,
  defaultSeverity: 'warning',
  needs: [],
  options: {},
  messages: {
    'missing-label': {
      text: '{path} is named as a label, but there is no such file',
      fix: 'Add the file (it may be in `.gitignore` or not pushed), or correct or empty the cell.',
    },
    clean: { text: '{files|label file|label files}, all there' },
    lost: { text: '{lost} of {files|label file|label files} not there' },
    'no-files': { text: 'no row names a label file' },
  },
  run({ samples, problems }) {
    const sampleAt = indexRows(samples);
    const findings = problems.flatMap((problem): RawFinding[] => {
      if (problem.kind !== 'missing-file' || problem.role !== 'label') return [];
      const { path, location } = problem;
      return [
        {
          key: path,
          messageId: 'missing-label',
          data: { path },
          samples: sampleAt(location),
          ...(location && { location }),
          evidence: { path },
        },
      ];
    });
    const there = new Set(samples.flatMap(({ label }) => label ?? [])).size;
    const counts = { files: there + findings.length, lost: findings.length };
    if (counts.files === 0) return { skipped: { messageId: 'no-files', data: {} } };
    return {
      coverage: { evaluated: counts.files, unavailable: 0 },
      measurements: counts,
      findings,
      summary: { messageId: counts.lost > 0 ? 'lost' : 'clean', data: counts },
    };
  },
});
