import type { CheckReport, Report, VerdictLevel } from '../model/report.ts';
import type { FindingSeverity } from '../model/severity.ts';
import { formatCount, formatQuantity } from '../model/number-words.ts';

/** What verdicts, statuses and severities are called and how they are grouped, the same in every output. */

/** How a check ended, as the reader's eye sorts it. */
export type Tone = FindingSeverity | 'passed' | 'skipped';

export const verdictTones: Readonly<Record<VerdictLevel, Tone>> = {
  supported: 'passed',
  limited: 'warning',
  unsupported: 'error',
};

export const verdictWords: Readonly<
  Record<VerdictLevel, { readonly title: string; readonly sentence: string }>
> = {
  supported: {
    title: 'Supported',
    sentence: 'Nothing that was checked speaks against this dataset for the task.',
  },
  limited: { title: 'Limited', sentence: 'The dataset supports the task within limits; know them first.' },
  unsupported: { title: 'Unsupported', sentence: 'The dataset cannot support the task as it stands.' },
};

export const severityWords: Readonly<
  Record<FindingSeverity, { readonly one: string; readonly many: string }>
> = {
  error: { one: 'error', many: 'errors' },
  warning: { one: 'warning', many: 'warnings' },
  info: { one: 'note', many: 'notes' },
};

/** A crashed check is an error, whatever its severity: nothing is known about what it asks. */
export function toneOf(check: CheckReport): Tone {
  switch (check.status) {
    case 'failed':
      return check.severity;
    case 'errored':
      return 'error';
    case 'passed':
    case 'skipped':
      return check.status;
  }
}

export interface GroupedChecks {
  /** Failed and errored, the gravest first. */
  readonly failing: readonly CheckReport[];
  readonly passed: readonly CheckReport[];
  readonly skipped: readonly CheckReport[];
}

/** The checks by what the reader has to do about them; each group keeps the report's order. */
export function groupChecks({ checks }: Report): GroupedChecks {
  const withTone = (...tones: Tone[]) => checks.filter((check) => tones.includes(toneOf(check)));
  return {
    failing: [...withTone('error'), ...withTone('warning'), ...withTone('info')],
    passed: withTone('passed'),
    skipped: withTone('skipped'),
  };
}

/** `3 errors`, `1 warning`. */
export function countSeverity(count: number, severity: FindingSeverity): string {
  return formatQuantity(count, severityWords[severity].one, severityWords[severity].many);
}

/** The status in a word or two: `2 errors`, `did not finish`, `passed`, `skipped`. */
export function describeStatus(check: CheckReport): string {
  if (check.status === 'errored') return 'did not finish';
  return check.status === 'failed' ? countSeverity(check.findingsTotal, check.severity) : check.status;
}

/** How much could be judged; undefined where that was everything, or where the check says why it was nothing. */
export function describeCoverage({ status, coverage }: CheckReport): string | undefined {
  if (status === 'skipped' || coverage.unavailable === 0) return undefined;
  return `judged ${formatCount(coverage.evaluated)} of ${formatCount(coverage.evaluated + coverage.unavailable)}`;
}

export function countAccepted({ checks }: Report): number {
  return checks.reduce((sum, check) => sum + check.accepted.length, 0);
}

/** `18 checks: 9 passed, 5 failed, 1 did not finish, 3 skipped`, without what did not happen. */
export function describeChecks({ checks }: Report): string {
  const words = {
    passed: 'passed',
    failed: 'failed',
    errored: 'did not finish',
    skipped: 'skipped',
  } as const;
  const statuses = ['passed', 'failed', 'errored', 'skipped'] as const;
  const parts = statuses
    .map((status) => ({ status, count: checks.filter((check) => check.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${formatCount(count)} ${words[status]}`);
  return [formatQuantity(checks.length, 'check'), parts.join(', ')].filter((part) => part !== '').join(': ');
}
