import { describe, expect, it } from 'vitest';
import { findLowestGood } from '../../../src/checks/baseline/low-score.ts';
import { published } from '../../../src/checks/baseline/published.ts';
import type { PublishedScore } from '../../../src/model/config.ts';
import { buildDataset, judge, run, sample } from '../build-dataset.ts';

const samples = [
  sample('a.png', { subject: 'P1', split: 'train', domain: 'real' }),
  sample('b.png', { subject: 'P2', split: 'test', domain: 'real' }),
  sample('c.png', { subject: 'P3', split: 'test', domain: 'synthetic' }),
];
const labels = { kind: 'class', classes: [{ name: 'liver' }, { name: 'kidney' }] } as const;
const dataset = buildDataset({ samples, labels, targetDomain: 'real' });
const score: PublishedScore = {
  metric: 'Dice',
  value: 0.8,
  on: 'real',
  split: 'test',
  classes: ['kidney', 'liver'],
  citation: 'A et al. 2020',
};
const judgeScores = (scores: readonly PublishedScore[], given = dataset) =>
  judge(published, { ...given, publishedScores: scores });
const idsOf = (one: PublishedScore, given = dataset) =>
  judgeScores([one], given).findings.map(({ messageId }) => messageId);

describe('baseline/published', () => {
  it('shows a score that can be compared, and finds nothing', () => {
    expect(judgeScores([score])).toEqual({
      coverage: { evaluated: 1, unavailable: 0 },
      measurements: { published: [{ ...score, isComparable: true, isLow: false }] },
      findings: [],
      summary: { messageId: 'result', data: { scores: 1, comparable: 1, best: ['Dice 0.8'] } },
    });
  });

  it('names a low score, which can be compared all the same', () => {
    const { findings, measurements } = judgeScores([{ ...score, value: 0.48 }]);
    expect(findings).toEqual([
      {
        key: 'low | Dice | real | test | A et al. 2020',
        messageId: 'low',
        data: {
          metric: 'Dice',
          value: 0.48,
          citation: 'A et al. 2020',
          on: ' on real',
          split: 'test',
          classes: ['kidney', 'liver'],
          domains: ['real'],
          good: 0.7,
          subjects: 0,
        },
        samples: [],
        evidence: { ...score, value: 0.48 },
      },
    ]);
    expect(measurements['published']).toMatchObject([{ isComparable: true, isLow: true }]);
    expect(idsOf({ ...score, value: 0.7 })).toEqual([]);
  });

  it('judges no metric whose scale is not known', () => {
    expect(['Dice', 'mean IoU', 'F1-score', 'ROC-AUC'].map(findLowestGood)).toEqual([0.7, 0.538, 0.7, 0.7]);
    expect(['accuracy', 'HD95', 'constructor', ''].map(findLowestGood)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(idsOf({ ...score, metric: 'accuracy', value: 0.1 })).toEqual([]);
  });

  it('says what keeps a score from being compared', () => {
    const unsplit = { metric: 'Dice', value: 0.8, citation: 'A et al. 2020' };
    expect(idsOf(unsplit)).toEqual(['no-split']);
    expect(idsOf({ ...score, split: 'fold 3' })).toEqual(['other-split']);
    expect(idsOf({ ...score, on: 'synthetic' })).toEqual(['other-domain']);
    expect(idsOf({ ...score, classes: ['liver'] })).toEqual(['other-classes']);
    expect(idsOf({ ...score, classes: ['liver'], on: 'sim' })).toEqual(['other-domain', 'other-classes']);
  });

  it('takes any domain where no target is declared, and none where no domain is known', () => {
    const free = buildDataset({ samples, labels });
    expect(idsOf({ ...score, on: 'synthetic' }, free)).toEqual([]);
    expect(idsOf({ ...score, on: 'sim' }, free)).toEqual(['other-domain']);
    const plain = buildDataset({ samples: [sample('a.png', { split: 'test' })], labels });
    expect(idsOf({ ...score, on: 'sim' }, plain)).toEqual([]);
  });

  it('warns of subjects in two splits', () => {
    const leaking = [...samples, sample('d.png', { subject: 'P1', split: 'test', domain: 'real' })];
    const { findings } = judgeScores(
      [score],
      buildDataset({ samples: leaking, labels, targetDomain: 'real' }),
    );
    expect(findings).toMatchObject([{ messageId: 'leaking-split', data: { subjects: 1 } }]);
  });

  it('says once what is listed twice', () =>
    expect(
      judgeScores([
        { ...score, value: 0.1 },
        { ...score, value: 0.1 },
      ]).findings,
    ).toHaveLength(1));

  it('is skipped without scores', () => {
    for (const given of [dataset, { ...dataset, publishedScores: [] }])
      expect(run(published, given)).toEqual({ skipped: { messageId: 'no-scores', data: {} } });
  });
});
