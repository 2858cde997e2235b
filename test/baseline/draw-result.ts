import type { BaselineResult, BaselineScores, PairedPrice, ScoreRow } from '../../src/model/baseline.ts';

/** A line of scores of `subjects` subjects with an interval of ± `half`. */
export function row(name: string, score: number, subjects: number, half = 0.02): ScoreRow {
  const interval = { low: score - half, high: score + half, method: 'bootstrap' };
  return { name, score, images: 4 * subjects, subjects, interval };
}

/** Twelve images of two units that leak, with an interval of ± 0.04. */
export function pair(seenScore: number, unseenScore: number | null): PairedPrice {
  const inflation = unseenScore === null ? null : seenScore - unseenScore;
  return {
    ...{ images: 12, units: 2, folds: 1, trainingImages: 600, unseenTrainingImages: 480 },
    ...{ seenScore, unseenScore, inflation },
    interval: { low: (inflation ?? 0) - 0.04, high: (inflation ?? 0) + 0.04, method: 'student' },
  };
}

export const goodScores: BaselineScores = {
  overall: row('held out', 0.66, 12),
  splits: [row('test', 0.65, 6), row('val', 0.67, 6)],
  classes: [row('liver', 0.66, 12)],
  domains: [row('real', 0.63, 6), row('synthetic', 0.69, 6)],
  subjects: [{ name: 'h', split: 'test', domain: 'real', images: 4, score: 0.63 }],
  domainGap: { training: 'synthetic', target: 'real', difference: 0.06 },
};

/** A run in which all is well. */
export const goodResult: BaselineResult = {
  schemaVersion: 1,
  trainer: { name: 'holdout-baseline', version: '1' },
  status: 'finished',
  input: { digest: 'a'.repeat(64) },
  notes: [],
  stages: {
    overfit: { steps: 120, images: 8, firstLoss: 3, lastLoss: 0.3, score: 0.9 },
    shuffled: { steps: 200, firstLoss: 3, lastLoss: 2.5, score: 0.15, trivialScore: 0.1 },
    learning: { steps: 400, firstLoss: 3, lastLoss: 0.8, split: 'val', score: 0.66, trivialScore: 0.1 },
    score: goodScores,
  },
  curves: [{ stage: 'learning', steps: [1, 2], losses: [3, 0.8] }],
};
