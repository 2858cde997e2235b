import { defineCheck, type RawFinding } from '../../model/check.ts';
import { formatCount } from '../../model/number-words.ts';
import { spreadOverSplits } from '../leakage/split-spread.ts';

export const splits = defineCheck({
  id: 'composition/splits',
  summary: 'Are the splits there, known by name and of a useful size?',
  description: `A split that is misspelled is a split that no training script reads. Names are understood in the usual
spellings (\`train\`, \`training\`, \`tr\`; \`val\`, \`valid\`, \`dev\`; \`test\`, \`tst\`); others are kept as splits
of their own and reported. A dataset with splits needs at least \`train\` and \`test\`.

Coverage counts samples: those that stand in a split, and the others.`,
  defaultSeverity: 'warning',
  needs: [],
  options: {
    minShare: {
      type: 'number',
      default: 0.05,
      minimum: 0,
      maximum: 1,
      unit: 'share (0–1)',
      description: 'Smallest share of the samples that a split may hold.',
    },
  },
  messages: {
    unknown: {
      text: '{samples|sample stands|samples stand} in a split called {name}',
      fix: 'Name the split train, val or test, or remove it.',
    },
    misspelled: {
      text: '{samples|sample stands|samples stand} in a split called {name}; did you mean {suggestion}?',
      fix: 'Name the split {suggestion} if that is what is meant.',
    },
    missing: { text: 'there is no {split} split', fix: 'Set whole subjects aside as {split}.' },
    small: {
      text: '{split} holds {samples|sample|samples}, {share%} of all',
      fix: 'Move whole subjects into {split}.',
    },
    unassigned: {
      text: '{samples|sample stands|samples stand} in no split',
      fix: 'Assign every sample to a split, by subject.',
    },
    result: { text: '{splits}' },
    'no-splits': { text: 'no sample stands in a split' },
  },
  run({ samples, problems }, options) {
    const assigned = samples.filter((sample) => sample.splits.length > 0);
    const coverage = { evaluated: assigned.length, unavailable: samples.length - assigned.length };
    if (assigned.length === 0) return { skipped: { messageId: 'no-splits', data: {} }, coverage };
    const spread = spreadOverSplits(assigned);
    const findings: RawFinding[] = [];
    for (const problem of problems) {
      if (problem.kind !== 'unknown-split') continue;
      const { name, suggestion, location } = problem;
      findings.push({
        key: `name:${name}`,
        messageId: suggestion === undefined ? 'unknown' : 'misspelled',
        data: { name, samples: problem.samples, ...(suggestion !== undefined && { suggestion }) },
        samples: [],
        ...(location && { location }),
        evidence: { samples: problem.samples, ...(suggestion !== undefined && { suggestion }) },
      });
    }
    for (const split of ['train', 'test']) {
      if (spread.has(split)) continue;
      const evidence = { splits: [...spread.keys()] };
      findings.push({
        key: `missing:${split}`,
        messageId: 'missing',
        data: { split },
        samples: [],
        evidence,
      });
    }
    for (const [split, members] of spread) {
      const share = members.length / assigned.length;
      if (share >= options.minShare) continue;
      const evidence = { samples: members.length, share, minimumShare: options.minShare };
      findings.push({
        key: `small:${split}`,
        messageId: 'small',
        data: { split, samples: members.length, share },
        samples: [],
        evidence,
      });
    }
    if (coverage.unavailable > 0) {
      findings.push({
        key: 'unassigned',
        messageId: 'unassigned',
        data: { samples: coverage.unavailable },
        samples: samples.filter((sample) => sample.splits.length === 0).map((sample) => sample.id),
        evidence: { samples: coverage.unavailable },
      });
    }
    const sizes = Object.fromEntries([...spread].map(([split, members]) => [split, members.length]));
    return {
      coverage,
      measurements: { splits: sizes, unassigned: coverage.unavailable },
      findings,
      summary: {
        messageId: 'result',
        data: { splits: Object.entries(sizes).map(([split, size]) => `${split} ${formatCount(size)}`) },
      },
    };
  },
});
