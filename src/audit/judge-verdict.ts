import type { RawFinding } from '../model/check.ts';
import { reportBounds, type Verdict, type VerdictReason } from '../model/report.ts';
import type { FindingSeverity } from '../model/severity.ts';
import { fillMessage } from './fill-message.ts';
import { verdictRules, type VerdictRule } from './verdict-rules.ts';

/** What the verdict knows of a check. */
export interface JudgedCheck {
  readonly id: string;
  readonly severity: FindingSeverity;
  readonly isErrored: boolean;
  /** Those that no waiver covers. */
  readonly findings: readonly RawFinding[];
  /** The result as a sentence without its full stop. */
  readonly summary: string;
}

/** Whether the dataset can support the task, by the rules of `verdict-rules.ts`. */
export function judgeVerdict(checks: readonly JudgedCheck[]): Verdict {
  const byRule = verdictRules.flatMap((rule) => applyRule(rule, checks));
  const reasons = [...byRule, ...checks.flatMap((check) => judgeWithoutRule(check))];
  const grave = reasons.filter(({ level }) => level === 'unsupported');
  const sorted = [...grave, ...reasons.filter(({ level }) => level === 'limited')];
  return {
    level: grave.length > 0 ? 'unsupported' : reasons.length > 0 ? 'limited' : 'supported',
    reasons: sorted.slice(0, reportBounds.reasons),
  };
}

function applyRule(rule: VerdictRule, checks: readonly JudgedCheck[]): VerdictReason[] {
  const { check: id, level, one, many = one } = rule;
  const findings = checks.find((check) => check.id === id)?.findings.filter(isAbout(rule)) ?? [];
  const [first] = findings;
  if (!first) return [];
  const text = fillMessage(findings.length === 1 ? one : many, { ...first.data, count: findings.length });
  return [{ level, check: id, text }];
}

function isAbout({ messageIds }: VerdictRule): (finding: RawFinding) => boolean {
  return ({ messageId }) => messageIds.includes(messageId);
}

function judgeWithoutRule(check: JudgedCheck): VerdictReason[] {
  const { id, severity, isErrored, findings, summary } = check;
  if (isErrored)
    return [
      { level: 'limited', check: id, text: `The check ${id} did not finish: what it asks is not known.` },
    ];
  const rules = verdictRules.filter((rule) => rule.check === id);
  const isLeft = findings.some((finding) => !rules.some((rule) => isAbout(rule)(finding)));
  return severity === 'error' && isLeft ? [{ level: 'limited', check: id, text: `${id}: ${summary}.` }] : [];
}
