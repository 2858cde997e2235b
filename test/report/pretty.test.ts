import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderPretty } from '../../src/report/pretty.ts';
import { measureWidth } from '../../src/report/wrap.ts';
import { buildAbdomenReport, buildCheck, buildFinding } from './fixtures/abdomen-report.ts';
import { arbitraryReport, buildHostileReport } from './fixtures/hostile-report.ts';

const plain = { color: false, width: 80 };

describe('renderPretty', () => {
  it('tells the verdict, the checks, the findings and the way to fix them', async () => {
    await expect(renderPretty(buildAbdomenReport(), plain)).toMatchFileSnapshot('fixtures/abdomen-80.txt');
  });

  it('says the same in colour', () => {
    const colored = renderPretty(buildAbdomenReport(), { color: true, width: 80 });
    expect(colored).toContain('\u001b[31m✖\u001b[39m leakage/subject');
    expect(stripVTControlCharacters(colored)).toBe(renderPretty(buildAbdomenReport(), plain));
  });

  it.each([60, 80, 100])('keeps within %i columns', (width) => {
    for (const report of [buildAbdomenReport(), buildHostileReport()])
      for (const line of renderPretty(report, { color: false, width }).split('\n'))
        expect(measureWidth(line)).toBeLessThanOrEqual(width);
  });

  it('takes a narrower terminal as 60 columns', () =>
    expect(renderPretty(buildAbdomenReport(), { color: false, width: 10 })).toBe(
      renderPretty(buildAbdomenReport(), { color: false, width: 60 }),
    ));

  it('neither moves the cursor nor commands a runner, whatever the names', () =>
    fc.assert(
      fc.property(
        arbitraryReport(),
        fc.boolean(),
        fc.integer({ min: 60, max: 130 }),
        (report, color, width) => {
          const text = renderPretty(report, { color, width });
          expect(text.replace(/\u001b\[\d+m/g, '')).not.toMatch(
            /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/,
          );
          expect(text).not.toContain('##[');
          for (const line of stripVTControlCharacters(text).split('\n')) expect(line).not.toMatch(/^\s*::/);
        },
      ),
      { numRuns: 30, examples: [[buildHostileReport([':']), false, 60]] },
    ));

  it('counts what it does not show', () => {
    const finding = (key: string) => buildFinding({ key, message: `${key} is wrong.`, fix: `Mend ${key}.` });
    const check = buildCheck({
      id: 'a/b',
      status: 'failed',
      summary: '9 are wrong.',
      findings: ['k1', 'k2', 'k3', 'k4'].map(finding),
      findingsTotal: 9,
    });
    const text = renderPretty({ ...buildAbdomenReport(), checks: [check] }, plain);
    expect(text).toContain('  → Mend k3.\n  … 6 more; --format json lists them.\n');
    expect(text).not.toContain('k4');
  });

  it('says a fix once where findings in a row share it', () => {
    const text = renderPretty(buildAbdomenReport(), plain);
    expect(text.match(/→ Give every subject to one split/g)).toHaveLength(1);
  });

  it('has a short word for a dataset without reasons and findings', () => {
    const report = buildAbdomenReport();
    const text = renderPretty(
      {
        ...report,
        dataset: {
          ...report.dataset,
          counts: { samples: 1, labelled: 1, subjects: 1, splits: {}, domains: {} },
        },
        verdict: { level: 'supported', reasons: [] },
        checks: [buildCheck({ id: 'a/b', summary: 'All is well.' })],
      },
      plain,
    );
    expect(text).toBe(
      [
        '✔ Supported: abdomen-ultrasound',
        '  Nothing that was checked speaks against this dataset for the task.',
        '',
        '  1 sample · 1 labelled (100 %) · 1 subject',
        '',
        '  ✔ a/b  All is well.',
        '',
        '  0 errors, 0 warnings, 0 notes',
        '  1 check: 1 passed',
        '',
      ].join('\n'),
    );
  });
});
