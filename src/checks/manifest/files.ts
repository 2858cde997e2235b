import { defineCheck, type RawFinding } from '../../model/check.ts';
import { indexRows } from './sample-of-row.ts';

export const files = defineCheck({
  id: 'manifest/files',
  summary: 'Does every image that is listed lead to one file of the dataset?',
  description: `A row whose image cannot be had is a sample less, and nobody notices: one training script skips it,
another stops at it after an hour. A path out of the dataset's directory, by \`..\` or by a link, works on one machine
only and is never followed. A path that several files could be is not guessed. These are errors since the dataset is
not what its manifest says. Labels that are not there are \`labels/missing\`.

Coverage counts rows of manifests, lines of lists and links that lead out of the dataset.`,
  defaultSeverity: 'error',
  needs: [],
  options: {},
  messages: {
    'missing-image': {
      text: '{path} is listed, but there is no such file',
      fix: 'Add the file (it may be in `.gitignore` or not pushed), or correct or remove the row.',
    },
    outside: {
      text: '{path} leads out of the dataset',
      fix: 'Put the file itself into the dataset, and list it by its path there.',
    },
    ambiguous: {
      text: '{path} could be {candidates}',
      fix: 'Write the path that the file has in the dataset.',
    },
    clean: { text: '{rows|row|rows} read, each leads to a file' },
    lost: { text: '{lost|path leads|paths lead} to no file that can be used' },
    'no-rows': { text: 'no manifest or list names images' },
  },
  run({ samples, problems, rowsRead }) {
    const sampleAt = indexRows(samples);
    const findings = problems.flatMap((problem): RawFinding[] => {
      if (problem.kind !== 'missing-file' && problem.kind !== 'outside' && problem.kind !== 'ambiguous')
        return [];
      const { path, location } = problem;
      const about = { samples: sampleAt(location), ...(location && { location }) };
      const data = { path };
      if (problem.kind === 'outside')
        return [{ key: `outside:${path}`, messageId: 'outside', data, ...about, evidence: data }];
      if (problem.kind === 'ambiguous') {
        const choice = { path, candidates: problem.candidates };
        return [
          { key: `ambiguous:${path}`, messageId: 'ambiguous', data: choice, ...about, evidence: choice },
        ];
      }
      return problem.role === 'image'
        ? [{ key: path, messageId: 'missing-image', data, ...about, evidence: data }]
        : [];
    });
    if (rowsRead === 0 && findings.length === 0) return { skipped: { messageId: 'no-rows', data: {} } };
    const lost = findings.length;
    return {
      coverage: { evaluated: Math.max(rowsRead, lost), unavailable: 0 },
      measurements: { rows: rowsRead, lost },
      findings,
      summary: { messageId: lost > 0 ? 'lost' : 'clean', data: { rows: rowsRead, lost } },
    };
  },
});
