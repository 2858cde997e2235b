import { describe, expect, it } from 'vitest';
import { drawInterval, planBaseline, planBaselineFigures } from '../../src/report/markdown-baseline.ts';
import type { CheckReport, Report } from '../../src/model/report.ts';
import type { Json } from '../../src/model/json.ts';
import type { LeakPrice } from '../../src/model/baseline.ts';
import { goodResult, pair, row } from '../baseline/draw-result.ts';
import { listCharts } from '../../src/charts/list-charts.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { buildAbdomenReport } from './fixtures/abdomen-report.ts';

/** The report of a check `baseline/smoke` that measured this. */
function reportOf(measurements: unknown): Report {
  const check: CheckReport = {
    ...{ id: 'baseline/smoke', question: '', status: 'passed', severity: 'warning', summary: 'it learned' },
    coverage: { evaluated: 4, unavailable: 0 },
    measurements: JSON.parse(JSON.stringify(measurements)) as Record<string, Json>,
    ...{ findings: [], findingsTotal: 0, accepted: [] },
  };
  return { ...buildAbdomenReport(), checks: [check] };
}

const render = (measurements: unknown) =>
  planBaselineFigures(reportOf(measurements), [])
    .map(({ sizes = [0], render: write }) => write(sizes[0] ?? 0).text)
    .join('\n\n');

describe('planBaseline', () => {
  it('shows scores with their intervals, and which domain is the target', () => {
    const text = render({ ...goodResult, task: 'segmentation' });
    expect(text).toContain(
      '| held out | 0.660 | <code>···················├●··········</code> | 0.640 to 0.680 (bootstrap) | 48 | 12 |',
    );
    expect(text).toMatch(/\| real&#32;\(target\) \| 0\.630 \|/u);
    expect(text).toMatch(/\| Scored on \| Dice \|/u);
    expect(text).toContain('| h (real, test) | 0.630 |');
    expect(text).toContain('| learning, scored on val | 3.000 | 0.800 | 0.660 | 0.100 |');
  });

  it('draws the curve of the training with numbers alone', () => {
    const steps = Array.from({ length: 400 }, (_, index) => index + 1);
    const losses = steps.map((step) => 3 / step);
    const curves = [{ stage: 'learning', steps, losses }];
    const text = render({ ...goodResult, curves });
    const line = /line \[(?<points>[^\]]+)\]/u.exec(text)?.groups?.['points']?.split(', ').map(Number) ?? [];
    expect(line).toHaveLength(40);
    expect(line[0]).toBeCloseTo(
      (3 * (1 + 1 / 2 + 1 / 3 + 1 / 4 + 1 / 5 + 1 / 6 + 1 / 7 + 1 / 8 + 1 / 9 + 1 / 10)) / 10,
      3,
    );
    expect(text).toContain('x-axis "step" 1 --> 400');
    for (const broken of [
      [],
      [{ stage: 'learning', steps: [1], losses: [1] }],
      [{ stage: 'overfit', steps, losses }],
    ])
      expect(render({ ...goodResult, curves: broken })).not.toContain('mermaid');
  });

  it('tells the price of a leak with its sign', () => {
    const declared = { split: 'test', declaredScore: 0.7, cleanScore: 0.6, inflation: 0.1 };
    const renderLeak = (leak: LeakPrice): string =>
      render({ ...goodResult, stages: { ...goodResult.stages, leak } });
    const text = renderLeak({ ...declared, paired: pair(0.72, 0.7) });
    expect(text).toContain(
      `| the 12 leaking images | 0.720 | 0.700 | &#43;0.020 | <span>&#45;</span>0.020 to &#43;0.060 (student) |
| test, as declared | 0.700 | 0.600 | &#43;0.100 |  |`,
    );
    expect(text).toContain('480 of 600 training images are left to learn from');
    expect(renderLeak({ ...declared, paired: pair(0.5, null) })).toContain(
      '| the 12 leaking images | 0.500 | – | – |  |',
    );
    expect(renderLeak(declared)).not.toMatch(/leaking|training images/u);
  });

  it('shows no more rows than fit', () => {
    const subjects = Array.from({ length: 250 }, (_, index) => ({
      ...row(`s${index}`, 0.5, 1),
      split: 'test',
    }));
    const score = { ...goodResult.stages.score, subjects };
    const sections = planBaseline(reportOf({ ...goodResult, stages: { score } }));
    const bySubject = sections.find(({ name }) => name.includes('subject'));
    expect(bySubject?.sizes).toEqual([100, 30, 10]);
    expect(bySubject?.render(30).text.match(/^\| s\d/gmu)).toHaveLength(30);
    expect(bySubject?.render(10).text).toContain('… and 240 more.');
  });

  it.each<unknown>([
    {},
    { stages: null },
    { stages: [], curves: 7, notes: {} },
    { stages: { score: { overall: { images: 'x' }, classes: { length: 3 } }, learning: 7, leak: [] } },
    { stages: { learning: { firstLoss: null, lastLoss: 1 }, overfit: 'x' }, environment: [] },
  ])('shows what there is of %j', (measurements) => {
    expect(() => render(measurements)).not.toThrow();
    expect(render(measurements)).not.toMatch(/undefined|NaN|null/u);
  });

  it('tells each number once in a whole report, under a heading', () => {
    const report = reportOf({ ...goodResult, task: 'segmentation' });
    const charts = listCharts(report).filter(({ check }) => check === 'baseline/smoke');
    expect(charts.map(({ id }) => id)).toEqual(['baseline-scores', 'baseline-curves']);
    const text = renderMarkdown({ ...report, charts });
    expect(text.match(/^### .*$/gmu)).toEqual(['### ✅ Baseline: it learned']);
    expect(text.match(/0\.66/gu)).toHaveLength(3); // held out, liver, learning
    expect(text.match(/```mermaid/gu)).toHaveLength(1);
  });

  it('is nothing where no baseline was judged', () => {
    expect(planBaseline(buildAbdomenReport())).toEqual([]);
  });
});

describe('drawInterval', () => {
  it.each([
    [0, undefined, '●······························'],
    [1, undefined, '······························●'],
    [0.5, { low: 0, high: 1 }, '├──────────────●──────────────┤'],
    [0.5, { low: -3, high: 0.6 }, '├──────────────●──┤············'],
    [0.5, { low: 0.5, high: 0.5 }, '···············●···············'],
  ])('draws %j with %j', (score, interval, drawn) => {
    expect(drawInterval(score, interval)).toBe(drawn);
  });
});
