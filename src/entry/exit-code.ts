import { countFindings, type Report } from '../model/report.ts';

export const failOnLevels = ['error', 'warning', 'never'] as const;
/** The least severity of findings that fails a run. */
export type FailOn = (typeof failOnLevels)[number];

/**
 * 0: nothing that fails the run; 1: findings that do; 2: a check crashed, so that holdout did not do its work,
 * whatever `failOn` says.
 */
export function exitCodeOf(report: Report, failOn: FailOn): 0 | 1 | 2 {
  if (report.checks.some(({ status }) => status === 'errored')) return 2;
  const { error, warning } = countFindings(report);
  const failing = { error, warning: error + warning, never: 0 }[failOn];
  return failing > 0 ? 1 : 0;
}
