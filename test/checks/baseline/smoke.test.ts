import { describe, expect, it } from 'vitest';
import { smoke } from '../../../src/checks/baseline/smoke.ts';
import type { BaselineResult, BaselineStages } from '../../../src/model/baseline.ts';
import type { Dataset } from '../../../src/model/dataset.ts';
import { goodResult, goodScores, pair, row } from '../../baseline/draw-result.ts';
import { buildDataset, judge, run } from '../build-dataset.ts';

const digest = 'a'.repeat(64);

function given(result: BaselineResult, expectedDigest = digest): Dataset {
  return { ...buildDataset({ targetDomain: 'real' }), baseline: { result, expectedDigest } };
}

function withStages(stages: Partial<BaselineStages>): Dataset {
  return given({ ...goodResult, stages: { ...goodResult.stages, ...stages } });
}

/** It names no input. */
const anonymous: BaselineResult = (({ schemaVersion, trainer, status, notes, stages, curves }) => ({
  ...{ schemaVersion, trainer, status, notes, stages, curves },
}))(goodResult);

const { overfit, shuffled, learning } = {
  ...{ overfit: goodResult.stages.overfit, shuffled: goodResult.stages.shuffled },
  learning: goodResult.stages.learning,
};
if (!overfit || !shuffled || !learning) throw new Error('the good result has all stages');

describe('baseline/smoke', () => {
  it('passes a run in which all is well, with its scores and curves as measurements', () => {
    const { coverage, findings, measurements, summary } = judge(smoke, given(goodResult));
    expect(findings).toEqual([]);
    expect(coverage).toEqual({ evaluated: 4, unavailable: 0 });
    expect(summary).toEqual({ messageId: 'clean', data: { score: 0.66, images: 48, trivial: 0.1 } });
    expect(measurements).toMatchObject({
      status: 'finished',
      stages: { score: { overall: { score: 0.66 }, domains: [{ name: 'real' }, { name: 'synthetic' }] } },
      curves: [{ stage: 'learning', steps: [1, 2], losses: [3, 0.8] }],
    });
  });

  it('is skipped, not passed, where nothing was run or on another state of the dataset', () => {
    expect(run(smoke, buildDataset({}))).toEqual({ skipped: { messageId: 'not-run', data: {} } });
    expect(run(smoke, given(goodResult, 'b'.repeat(64)))).toEqual({
      skipped: { messageId: 'stale', data: { found: 'aaaaaaaaaaaa', expected: 'bbbbbbbbbbbb' } },
    });
    expect(run(smoke, given(anonymous))).toMatchObject({ skipped: { messageId: 'stale' } });
    expect(run(smoke, given({ ...goodResult, stages: {} }))).toEqual({
      skipped: { messageId: 'no-stage', data: {} },
    });
  });

  const faults: readonly (readonly [string, Partial<BaselineStages>, Partial<BaselineStages>, string])[] = [
    [
      'not-overfit',
      { overfit: { ...overfit, lastLoss: 0.301 } },
      { overfit: { ...overfit, firstLoss: 4, lastLoss: 0.4 } },
      'not-overfit',
    ],
    [
      'shuffled',
      { shuffled: { ...shuffled, trivialScore: 0.125, score: 0.1876 } },
      { shuffled: { ...shuffled, trivialScore: 0.125, score: 0.1749 } },
      'shuffled',
    ],
    [
      'flat',
      { learning: { ...learning, lastLoss: 2.701 } },
      { learning: { ...learning, lastLoss: 0.9 * 3 } },
      'flat',
    ],
    [
      'trivial',
      { learning: { ...learning, score: 0.149 } },
      { learning: { ...learning, score: 0.151 } },
      'trivial',
    ],
    [
      'gap',
      { score: { ...goodScores, domainGap: { training: 'synthetic', target: 'real', difference: 0.101 } } },
      { score: { ...goodScores, domainGap: { training: 'synthetic', target: 'real', difference: 0.1 } } },
      'gap: real',
    ],
    [
      'wide',
      { score: { ...goodScores, overall: row('held out', 0.5, 3, 0.1251) } },
      { score: { ...goodScores, overall: row('held out', 0.5, 3, 0.0999) } },
      'wide: overall',
    ],
    [
      'wide',
      { score: { ...goodScores, domains: [row('real', 0.5, 1, 0.5), row('synthetic', 0.5, 1, 0.5)] } },
      { score: { ...goodScores, domains: [row('real', 0.5, 6, 0.05), row('synthetic', 0.5, 1, 0.5)] } },
      'wide: domain real',
    ],
    [
      'inflated',
      { leak: { split: 'test', declaredScore: 0.75, paired: pair(0.75, 0.699) } },
      { leak: { split: 'test', declaredScore: 0.75, paired: pair(0.75, 0.701) } },
      'inflated: same images',
    ],
    [
      'inflated-split',
      { leak: { split: 'test', declaredScore: 0.75, cleanScore: 0.625, inflation: 0.125 } },
      { leak: { split: 'test', declaredScore: 0.75, cleanScore: 0.71, inflation: 0.04 } },
      'inflated-split: clean split',
    ],
    [
      'inflated-split',
      {
        leak: {
          ...{ split: 'test', declaredScore: 0.75, cleanScore: 0.625, inflation: 0.125 },
          paired: pair(0.75, null),
        },
      },
      // On the same images it is small, whatever other images say.
      {
        leak: {
          ...{ split: 'test', declaredScore: 0.75, cleanScore: 0.625, inflation: 0.125 },
          paired: pair(0.75, 0.74),
        },
      },
      'inflated-split: clean split',
    ],
  ];

  it.each(faults)('finds %s on one side of its threshold alone', (messageId, bad, good, key) => {
    const { findings, summary } = judge(smoke, withStages(bad));
    expect(findings.map((one) => [one.messageId, one.key])).toEqual([[messageId, key]]);
    expect(summary.messageId).toBe('judged');
    expect(judge(smoke, withStages(good)).findings).toEqual([]);
  });

  it('gives the numbers of a domain gap as evidence', () => {
    const [finding] = judge(
      smoke,
      withStages({
        score: {
          ...goodScores,
          domains: [row('real', 0.48, 6), row('synthetic', 0.68, 6)],
          domainGap: { training: 'synthetic', target: 'real', difference: 0.2 },
        },
      }),
    ).findings;
    expect(finding?.evidence).toEqual({
      ...{ training: 'synthetic', target: 'real', high: 0.68, low: 0.48, difference: 0.2 },
      maximumGap: 0.1,
    });
  });

  it('tells an inflation with its interval and what both models learned from', () => {
    const leak = {
      ...{ split: 'test', declaredScore: 0.7, cleanScore: 0.5, inflation: 0.2 },
      paired: pair(0.75, 0.5),
    };
    const { findings } = judge(smoke, withStages({ leak }));
    expect(findings.map(({ data }) => data)).toEqual([
      { split: 'test', inflation: 0.25, low: 0.21, high: 0.29, images: 12, with: 0.75, without: 0.5 },
    ]);
    expect(findings[0]?.evidence).toMatchObject({
      ...{ units: 2, folds: 1, trainingImages: 600, unseenTrainingImages: 480, method: 'student' },
      maximumInflation: 0.05,
    });
  });

  it.each([
    ['failed', { code: 'no-gpu', message: 'there is none' }, 'failed', 'there is none'],
    [
      'interrupted',
      { code: 'interrupted', message: 'stopped by SIGTERM' },
      'interrupted',
      'stopped by SIGTERM',
    ],
    ['running', undefined, 'not at its end', 'it was ended before it could say why'],
  ] as const)('never passes a run that is %s, and judges what it had', (status, reason, shown, message) => {
    const { input } = goodResult;
    const early: BaselineResult = {
      ...{ ...goodResult, status, ...(input && { input }), ...(reason && { reason }) },
      stages: { overfit: { ...overfit, lastLoss: 2 } },
    };
    const { findings, coverage, summary } = judge(smoke, given(early));
    expect(findings.map(({ key }) => key)).toEqual(['unfinished', 'not-overfit']);
    expect(findings[0]?.data).toEqual({ status: shown, reason: message });
    expect(coverage).toEqual({ evaluated: 1, unavailable: 3 });
    expect(summary).toEqual({ messageId: 'judged-early', data: { findings: 2, stages: 1 } });
  });

  it('takes a run that could not read its input as one of this dataset', () => {
    const failed: BaselineResult = {
      ...{ ...anonymous, status: 'failed', stages: {}, curves: [] },
      reason: { code: 'bad-input', message: 'no input' },
    };
    expect(judge(smoke, given(failed)).findings.map(({ key }) => key)).toEqual(['unfinished']);
  });
});
