import type { Coverage, RawFinding } from '../model/check.ts';
import type { JsonObject } from '../model/json.ts';
import { reportBounds, type Verdict, type VerdictReason } from '../model/report.ts';
import type { FindingSeverity } from '../model/severity.ts';
import { fillMessage } from './fill-message.ts';
import { neededEvidence, verdictRules, type EvidenceRule, type VerdictRule } from './verdict-rules.ts';
import { sayWhenToStop } from './when-to-stop.ts';

/** What the verdict knows of a check. */
export interface JudgedCheck {
  readonly id: string;
  readonly severity: FindingSeverity;
  readonly status: 'judged' | 'skipped' | 'errored';
  readonly coverage: Coverage;
  /** Those that no waiver covers. */
  readonly findings: readonly RawFinding[];
  readonly measurements: JsonObject;
  /** The result as a sentence without its full stop. */
  readonly summary: string;
}

/** Whether the dataset can support the task, by the rules of `verdict-rules.ts`. */
export function judgeVerdict(checks: readonly JudgedCheck[]): Verdict {
  const applied = verdictRules.flatMap((rule) => applyRule(rule, checks));
  const found = [
    ...applied.map(({ reason }) => reason),
    ...checks.flatMap((check) =>
      judgeWithoutRule(
        check,
        applied.map(({ rule }) => rule),
      ),
    ),
  ];
  const reasons = [...found, ...neededEvidence.flatMap((rule) => missEvidence(rule, checks, found))];
  const grave = reasons.filter(({ level }) => level === 'unsupported');
  const sorted = [...grave, ...reasons.filter(({ level }) => level === 'limited')];
  const level = grave.length > 0 ? 'unsupported' : reasons.length > 0 ? 'limited' : 'supported';
  return {
    level,
    reasons: sorted.slice(0, reportBounds.reasons),
    whenToStop: sayWhenToStop(level, checks),
  };
}

interface AppliedRule {
  readonly rule: VerdictRule;
  readonly reason: VerdictReason;
}

function applyRule(rule: VerdictRule, checks: readonly JudgedCheck[]): AppliedRule[] {
  const { check: id, level, minShare = 0, one, many = one, lift, liftMany = lift } = rule;
  const check = checks.find((judged) => judged.id === id);
  const findings = check?.findings.filter(isAbout(rule)) ?? [];
  const [first] = findings;
  const all = check?.coverage.evaluated ?? 0;
  if (!first || findings.length < minShare * all) return [];
  const data = { ...first.data, count: findings.length, all };
  const isOne = findings.length === 1;
  const reason: VerdictReason = {
    level,
    check: id,
    text: fillMessage(isOne ? one : many, data),
    lift: fillMessage(isOne ? lift : liftMany, data),
  };
  return [{ rule, reason }];
}

function isAbout({ messageIds }: VerdictRule): (finding: RawFinding) => boolean {
  return ({ messageId }) => messageIds.includes(messageId);
}

function judgeWithoutRule(check: JudgedCheck, applied: readonly VerdictRule[]): VerdictReason[] {
  const { id, severity, status, findings, summary } = check;
  if (status === 'errored')
    return [
      {
        level: 'limited',
        check: id,
        text: `The check ${id} did not finish: what it asks is not known.`,
        lift: 'Run holdout again; where it happens again, report it as a fault of holdout.',
      },
    ];
  const rules = applied.filter((rule) => rule.check === id);
  const isLeft = findings.some((finding) => !rules.some((rule) => isAbout(rule)(finding)));
  return severity === 'error' && isLeft
    ? [{ level: 'limited', check: id, text: `${id}: ${summary}.`, lift: `Mend what ${id} reports.` }]
    : [];
}

/** A check that is off or found nothing to judge, where its answer is needed and nothing else says so. */
function missEvidence(
  { check: id, text, lift, unless }: EvidenceRule,
  checks: readonly JudgedCheck[],
  found: readonly VerdictReason[],
): VerdictReason[] {
  const check = checks.find((judged) => judged.id === id);
  if (check && check.status !== 'skipped') return [];
  if (found.some((reason) => unless.includes(reason.check))) return [];
  const data = { reason: check?.summary ?? 'the check is off' };
  return [{ level: 'limited', check: id, text: fillMessage(text, data), lift: fillMessage(lift, data) }];
}
