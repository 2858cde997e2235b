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
