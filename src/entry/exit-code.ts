import { countFindings, type Report } from '../model/report.ts';
import type { FindingSeverity } from '../model/severity.ts';

export const failOnLevels = ['error', 'warning', 'never'] as const;
/** The least severity of findings that fails a run. */
export type FailOn = (typeof failOnLevels)[number];

/**
 * Findings by severity that may fail a run: those that a change brings, where only these are to, and it is known which
 * they are; otherwise all.
 */
export function countFailing(report: Report, onlyNew: boolean): Record<FindingSeverity, number> {
  const found = report.change?.findings;
  return onlyNew && found ? { ...found.new } : countFindings(report);
}

/**
 * 0: nothing that fails the run; 1: findings that do; 2: a check crashed, so that holdout did not do its work,
 * whatever `failOn` says.
 * @param onlyNew whether only what a change brings fails the run
 */
export function exitCodeOf(report: Report, failOn: FailOn, onlyNew = false): 0 | 1 | 2 {
  if (report.checks.some(({ status }) => status === 'errored')) return 2;
  const { error, warning } = countFailing(report, onlyNew);
  const failing = { error, warning: error + warning, never: 0 }[failOn];
  return failing > 0 ? 1 : 0;
}
