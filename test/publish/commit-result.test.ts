import { describe, expect, it } from 'vitest';
import { maxCheckRunBytes, maxStatusLength } from '../../src/model/forge.ts';
import { describeResult, toBrokenResult, toCheckRun, toStatus } from '../../src/publish/commit-result.ts';
import { buildAbdomenReport, buildCheck, buildFinding } from '../report/fixtures/abdomen-report.ts';
import { buildHostileReport } from '../report/fixtures/hostile-report.ts';

const report = buildAbdomenReport();
const result = { name: 'holdout', url: 'https://example.org/', isPassed: false };

/** A report with one error at a place. */
function reportAt(file: string, line?: number) {
  const location = { file, ...(line !== undefined && { line }) };
  const finding = buildFinding({ key: 'k', message: 'Wrong.', severity: 'error', location });
  const check = buildCheck({
    id: 'a/b',
    summary: 's',
    status: 'failed',
    severity: 'error',
    findings: [finding],
  });
  return { ...report, checks: [check] };
}

describe('what a commit shows', () => {
  it('tells the verdict and what was found', () => {
    expect(describeResult(report, false)).toMatch(/^Unsupported: \d errors, \d+ warnings$/u);
    const clean = { ...report, checks: [], verdict: { level: 'supported', reasons: [] } as const };
    expect(describeResult(clean, true)).toBe('Supported: 0 errors, 0 warnings');
    expect(describeResult(clean, false)).toBe('Supported: 0 errors, 0 warnings; the run failed');
  });

  it('is green only where the audit passed', () => {
    for (const isPassed of [true, false]) {
      const state = isPassed ? 'success' : 'failure';
      expect(toStatus(report, { ...result, isPassed })).toMatchObject({ state, name: 'holdout' });
      expect(toCheckRun(report, { ...result, isPassed }, '.')).toMatchObject({ conclusion: state });
    }
    expect(toBrokenResult('it is damaged', result)).toMatchObject({
      status: { state: 'error', description: 'There is no report that can be used: it is damaged' },
      checkRun: { conclusion: 'failure', summary: 'it is damaged' },
    });
  });

  it('escapes what a reason quotes', () => {
    const { status, checkRun } = toBrokenResult('"<!-- @org\u202e" is no regular file', result);
    expect(checkRun.summary).toContain('&#60;&#33;-- <span>&#64;</span>org⟨U+202E⟩');
    expect(status.description).toContain('⟨U+202E⟩');
  });

  it('keeps within what GitHub takes', () => {
    const { summary } = toCheckRun(buildHostileReport(), result, '.');
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(maxCheckRunBytes);
    const { description } = toBrokenResult('x'.repeat(500), result).status;
    expect(Array.from(description)).toHaveLength(maxStatusLength);
  });

  it('puts annotations at places of the repository', () => {
    const annotation = {
      path: 'data/a.csv',
      line: 3,
      level: 'failure',
      title: 'holdout: a/b',
      message: 'Wrong.',
    };
    expect(toCheckRun(reportAt('a.csv', 3), result, 'data').annotations).toEqual([annotation]);
    expect(toCheckRun(reportAt('a.csv'), result, '.').annotations).toMatchObject([
      { path: 'a.csv', line: 1 },
    ]);
  });

  it.each(['../x', '../../x', '..', 'a/../../x'])('puts none at %s, which no repository holds', (file) => {
    expect(toCheckRun(reportAt(file), result, '.').annotations).toEqual([]);
  });
});
