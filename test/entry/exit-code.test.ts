import { expect, it } from 'vitest';
import { exitCodeOf } from '../../src/entry/exit-code.ts';
import { buildAbdomenReport, buildCheck, buildFinding } from '../report/fixtures/abdomen-report.ts';

const failed = (severity: 'error' | 'warning' | 'info') =>
  buildCheck({
    id: 'a/b',
    summary: '',
    status: 'failed',
    severity,
    findings: [buildFinding({ key: 'k', message: '' })],
  });
const errored = buildCheck({ id: 'a/c', summary: '', status: 'errored' });

it.each([
  ['nothing', [], [0, 0, 0]],
  ['a note', [failed('info')], [0, 0, 0]],
  ['a warning', [failed('warning')], [0, 1, 0]],
  ['an error', [failed('error')], [1, 1, 0]],
  ['a crash', [errored], [2, 2, 2]],
  ['a crash beside an error', [errored, failed('error')], [2, 2, 2]],
])('%s ends with %j', (_, checks, codes) => {
  const report = { ...buildAbdomenReport(), checks };
  expect((['error', 'warning', 'never'] as const).map((level) => exitCodeOf(report, level))).toEqual(codes);
});

it.each([
  ['a new warning', { error: 0, warning: 1, info: 0 }, [0, 1, 0]],
  ['a new error', { error: 1, warning: 0, info: 0 }, [1, 1, 0]],
  ['nothing new', { error: 0, warning: 0, info: 3 }, [0, 0, 0]],
])('%s alone ends with %j, where old errors are not to fail', (_, found, codes) => {
  const nothing = { error: 0, warning: 0, info: 0 };
  const findings = { new: found, unchanged: nothing, fixed: nothing, fixedFindings: { items: [], total: 0 } };
  const report = { ...buildAbdomenReport(), checks: [failed('error')], change: { notes: [], findings } };
  const levels = ['error', 'warning', 'never'] as const;
  expect(levels.map((level) => exitCodeOf(report, level, true))).toEqual(codes);
  expect(exitCodeOf(report, 'error')).toBe(1);
  expect(exitCodeOf({ ...report, change: { notes: ['not compared'] } }, 'error', true)).toBe(1);
  expect(exitCodeOf({ ...report, checks: [errored] }, 'error', true)).toBe(2);
});
