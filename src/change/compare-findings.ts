import {
  listFirst,
  type FindingChanges,
  type Listed,
  type MentionedFinding,
  type PolicyChange,
  type PolicySetting,
  type SeverityCounts,
} from '../model/change.ts';
import { compareText } from '../model/order.ts';
import { reportBounds, type Finding, type Report, type VerdictLevel } from '../model/report.ts';
import type { FindingSeverity } from '../model/severity.ts';
import { shortenMiddle } from '../model/shorten-text.ts';

/** A report with all findings that no waiver covers: the report itself leaves some out. */
export interface FullReport {
  readonly report: Report;
  readonly open: readonly OpenFinding[];
}

export interface OpenFinding {
  readonly check: string;
  readonly severity: FindingSeverity;
  readonly key: string;
  readonly messageId: string;
}

/** What an audit found, as far as others are compared with it. */
export interface AuditFindings {
  readonly verdict: VerdictLevel;
  /** All that no waiver covers. */
  readonly open: readonly OpenFinding[];
  /** Those of the report, which leaves some out where there are many. */
  readonly listed: readonly MentionedFinding[];
}

export function listFindings({ report, open }: FullReport): AuditFindings {
  const listed = report.checks.flatMap(({ id, findings }) =>
    findings.map(({ key, message, messageId, severity }) => ({
      check: id,
      key,
      message,
      messageId,
      severity,
    })),
  );
  return { verdict: report.verdict.level, open, listed };
}

/** Which findings are new, fixed or unchanged; those of the report are marked. Pure. */
export function compareFindings(
  before: AuditFindings,
  after: FullReport,
): { readonly findings: FindingChanges; readonly report: Report } {
  const earlier = new Set(before.open.map(identify));
  const later = new Set(after.open.map(identify));
  const isKnown = (finding: OpenFinding): boolean => earlier.has(identify(finding));
  const isFixed = (finding: OpenFinding): boolean => !later.has(identify(finding));
  const fixed = before.open.filter(isFixed);
  const mark = (check: string, finding: Finding): Finding => ({
    ...finding,
    standing: isKnown({ ...finding, check }) ? 'unchanged' : 'new',
  });
  return {
    findings: {
      new: countSeverities(after.open.filter((finding) => !isKnown(finding))),
      unchanged: countSeverities(after.open.filter(isKnown)),
      fixed: countSeverities(fixed),
      fixedFindings: mention(before, isFixed, fixed.length),
    },
    report: {
      ...after.report,
      checks: after.report.checks.map((check) => ({
        ...check,
        findings: check.findings.map((finding) => mark(check.id, finding)),
      })),
    },
  };
}

/** What another policy would make of the same dataset. Pure. */
export function comparePolicies(
  current: AuditFindings,
  proposed: AuditFindings,
  settings: readonly PolicySetting[],
): PolicyChange {
  const today = new Map(current.open.map((finding) => [identify(finding), finding.severity]));
  const then = new Map(proposed.open.map((finding) => [identify(finding), finding.severity]));
  const isAppearing = (finding: OpenFinding): boolean => !today.has(identify(finding));
  const isVanishing = (finding: OpenFinding): boolean => !then.has(identify(finding));
  const isRegraded = (finding: OpenFinding): boolean => {
    const severity = then.get(identify(finding));
    return severity !== undefined && severity !== finding.severity;
  };
  const regraded = mention(current, isRegraded, current.open.filter(isRegraded).length);
  return {
    settings: listFirst(settings),
    verdict: proposed.verdict,
    appearing: mention(proposed, isAppearing, proposed.open.filter(isAppearing).length),
    vanishing: mention(current, isVanishing, current.open.filter(isVanishing).length),
    regraded: {
      ...regraded,
      items: regraded.items.map((finding) => ({
        ...finding,
        wouldBe: then.get(identify(finding)) ?? finding.severity,
      })),
    },
  };
}

/** Line and evidence may change while it is the same thing that is wrong. */
function identify({ check, key, messageId }: Omit<OpenFinding, 'severity'>): string {
  return JSON.stringify([check, shortenMiddle(key, reportBounds.pathLength), messageId]);
}

const ranks: Readonly<Record<FindingSeverity, number>> = { error: 0, warning: 1, info: 2 };

function mention(
  { listed }: AuditFindings,
  isWanted: (finding: OpenFinding) => boolean,
  total: number,
): Listed<MentionedFinding> {
  const wanted = listed.filter(isWanted);
  wanted.sort(
    (a, b) =>
      ranks[a.severity] - ranks[b.severity] || compareText(a.check, b.check) || compareText(a.key, b.key),
  );
  return { items: listFirst(wanted).items, total };
}

function countSeverities(findings: readonly OpenFinding[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
