import { describe, expect, it } from 'vitest';
import { drawCurves, drawScores, drawSubjectScores } from '../../src/charts/baseline.ts';
import type { Measured } from '../../src/charts/measured.ts';
import { measureBaseline } from '../../src/checks/baseline/measure-baseline.ts';
import type { BaselineResult } from '../../src/model/baseline.ts';
import { goodResult, goodScores } from '../baseline/draw-result.ts';
import { buildAbdomenReport, buildCheck } from '../report/fixtures/abdomen-report.ts';

function measure(result: BaselineResult): Measured {
  const measurements = measureBaseline(result);
  const checks = [buildCheck({ id: 'baseline/smoke', summary: 'it learned', measurements })];
  return { dataset: buildAbdomenReport().dataset, checks };
}

describe('drawScores', () => {
  it('says how the domains fare, with the interval of each', () =>
    expect(drawScores(measure(goodResult))).toMatchObject({
      title: 'The baseline scores 0.63 in real and 0.69 in synthetic',
      subtitle: 'Mean over subjects with its 95 % interval; n = 48 images of 12 subjects',
      alternative: 'held out 0.66, test 0.65, val 0.67, real 0.63, synthetic 0.69.',
      kind: 'intervals',
      data: {
        values: [
          { row: 'held out', group: 'all', value: 0.66 },
          { row: 'test', group: 'split' },
          { row: 'val', group: 'split' },
          { row: 'real', group: 'domain', value: 0.63, low: 0.61, high: 0.65 },
          { row: 'synthetic', group: 'domain' },
        ],
      },
    }));

  it('leaves out what has no score, and says nothing where there is none', () => {
    const domains = [{ name: 'real', score: null, images: 0, subjects: 0 }];
    const score = { ...goodScores, domains };
    const drawn = drawScores(measure({ ...goodResult, stages: { score } }));
    expect(drawn?.title).toBe('The baseline scores 0.66 on 48 held-out images');
    expect(drawn?.alternative).not.toContain('real');
    expect(drawScores(measure({ ...goodResult, stages: {} }))).toBeUndefined();
  });
});

describe('drawSubjectScores', () => {
  const subjects = Array.from({ length: 40 }, (_, index) => ({
    name: `s${index}`,
    split: 'test',
    images: 4,
    score: (index * 7) % 40,
  }));

  it('shows the worst first, and says how many more there are', () => {
    const score = { ...goodScores, subjects };
    const drawn = drawSubjectScores(measure({ ...goodResult, stages: { score } }));
    expect(drawn?.title).toBe('The worst subject scores 0, the best 39');
    expect(drawn?.subtitle).toContain('30 of 40 subjects');
    expect(drawn?.alternative).toMatch(/^s0 · test 0, s23 · test 1, /u);
  });

  it('needs two', () => expect(drawSubjectScores(measure(goodResult))).toBeUndefined());
});

describe('drawCurves', () => {
  it('draws a long curve by few points, its ends among them', () => {
    const steps = Array.from({ length: 1000 }, (_, index) => index + 1);
    const curves = [{ stage: 'learning', steps, losses: steps.map((step) => 3 / step) }];
    const drawn = drawCurves(measure({ ...goodResult, curves }));
    expect(drawn?.title).toBe('The loss of training goes from 3 to 0.8 in 400 steps');
    expect(drawn?.alternative).toBe('learning: from 3 to 0.003 in 1,000 steps.');
    const { values } = drawn?.data as { values: { step: number }[] };
    expect(values).toHaveLength(200);
    expect([values[0]?.step, values.at(-1)?.step]).toEqual([1, 1000]);
  });

  it('draws no curve of one point', () =>
    expect(
      drawCurves(measure({ ...goodResult, curves: [{ stage: 'overfit', steps: [1], losses: [3] }] })),
    ).toBeUndefined());
});
