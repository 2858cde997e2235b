import { listCharts } from '../charts/list-charts.ts';
import type { Check, EarlierFinding, RawFinding, Said } from '../model/check.ts';
import type { Config } from '../model/config.ts';
import type { Dataset } from '../model/dataset.ts';
import { compareText } from '../model/order.ts';
import {
  maxFindingsPerCheck,
  maxSamplesPerFinding,
  reportBounds,
  reportSchemaVersion,
  type CheckReport,
  type Finding,
  type Report,
} from '../model/report.ts';
import type { FindingSeverity } from '../model/severity.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { boundObject } from './bound-json.ts';
import { fillMessage } from './fill-message.ts';
import { judgeVerdict, type JudgedCheck } from './judge-verdict.ts';
import { runCheck, type Outcome } from './run-check.ts';
import type { SelectedCheck } from './select-checks.ts';
import { summarizeDataset } from './summarize-dataset.ts';
import { findWaiver, judgeWaivers, waiverCheck } from './waivers.ts';

export interface AuditContext {
  readonly config: Config;
  /** `YYYY-MM-DD`; decides which waivers still hold. */
  readonly today: string;
  /** Version of holdout. */
  readonly version: string;
  /** What checks that run last look at, where that is a part of the dataset. */
  readonly part?: Dataset;
}

/** A finding that no waiver covers; unlike those of the report, they are all there. */
export interface OpenFinding {
  readonly check: string;
  readonly severity: FindingSeverity;
  readonly key: string;
  readonly messageId: string;
}

/** Runs the checks over a dataset and brings what they found into a report. Pure. */
export function runAudit(
  dataset: Dataset,
  selected: readonly SelectedCheck[],
  context: AuditContext,
): Report {
  return runAuditInFull(dataset, selected, context).report;
}

/** The report with what it leaves out where there are many findings. Pure. */
export function runAuditInFull(
  dataset: Dataset,
  selected: readonly SelectedCheck[],
  { config, today, version, part = dataset }: AuditContext,
): { readonly report: Report; readonly open: readonly OpenFinding[] } {
  const waiverOf = findWaiver(config.accept, today);
  const outcomes = runInTurn(dataset, part, selected, waiverOf);
  const drafts = selected.flatMap(({ check, severity }) => {
    const outcome = outcomes.get(check.id);
    return outcome ? [draftReport(check, severity, outcome, waiverOf)] : [];
  });
  const waiverSeverity = config.checks[waiverCheck.id]?.severity ?? waiverCheck.defaultSeverity;
  if (config.accept.length > 0 && waiverSeverity !== 'off')
    drafts.push(draftReport(waiverCheck, waiverSeverity, judgeWaivers(config, outcomes, today), waiverOf));
  const summary = summarizeDataset(config, dataset.samples);
  const reports = drafts.map(({ report }) => report).sort(compareChecks);
  const open = drafts.flatMap(({ judged: { id, severity, findings } }) =>
    findings.map(({ key, messageId }) => ({ check: id, severity, key, messageId })),
  );
  const report: Report = {
    schemaVersion: reportSchemaVersion,
    tool: { name: 'holdout', version },
    dataset: summary,
    verdict: judgeVerdict(drafts.map(({ judged }) => judged)),
    checks: reports,
    charts: listCharts({ dataset: summary, checks: reports }),
  };
  return { report, open };
}

type FindWaiver = ReturnType<typeof findWaiver>;

/** The outcome of each check by its id; those that run last are given what no waiver covers of the others' findings. */
function runInTurn(
  dataset: Dataset,
  part: Dataset,
  selected: readonly SelectedCheck[],
  waiverOf: FindWaiver,
): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  const found: EarlierFinding[] = [];
  for (const entry of selected.filter(({ check }) => !check.runsLast)) {
    const { check, severity } = entry;
    const outcome = runCheck(entry, dataset);
    outcomes.set(check.id, outcome);
    if (outcome.status !== 'judged') continue;
    const open = outcome.findings.filter(({ key }) => !waiverOf(check.id, key));
    for (const finding of open) found.push({ check: check.id, severity, finding });
  }
  for (const entry of selected.filter(({ check }) => check.runsLast))
    outcomes.set(entry.check.id, runCheck(entry, part, found));
  return outcomes;
}

interface CheckDraft {
  readonly report: CheckReport;
  readonly judged: JudgedCheck;
}

function draftReport(
  check: Check,
  severity: FindingSeverity,
  outcome: Outcome,
  waiverOf: FindWaiver,
): CheckDraft {
  try {
    return describeOutcome(check, severity, outcome, waiverOf);
  } catch (error) {
    // A message that cannot be filled is the check's fault as much as a crash of its `run`.
    const reason = error instanceof Error ? error.message : String(error);
    const { coverage } = outcome;
    return describeOutcome(check, severity, { status: 'errored', coverage, reason }, waiverOf);
  }
}

function describeOutcome(
  check: Check,
  severity: FindingSeverity,
  outcome: Outcome,
  waiverOf: FindWaiver,
): CheckDraft {
  const { id } = check;
  const findings = outcome.status === 'judged' ? [...outcome.findings].sort(compareFindings) : [];
  const open = findings.filter(({ key }) => !waiverOf(id, key));
  const accepted = findings.flatMap((finding) => {
    const waiver = waiverOf(id, finding.key);
    return waiver ? [{ finding, waiver }] : [];
  });
  const summary = bound(
    outcome.status === 'errored'
      ? `the check did not finish: ${outcome.reason}`
      : say(check, outcome.summary, 'text'),
  );
  const describe = (finding: RawFinding): Finding => describeFinding(check, severity, finding);
  return {
    judged: {
      id,
      severity,
      status: outcome.status,
      coverage: outcome.coverage,
      findings: open,
      measurements: outcome.status === 'judged' ? outcome.measurements : {},
      summary,
    },
    report: {
      id,
      question: bound(check.summary),
      status: outcome.status === 'judged' ? (open.length > 0 ? 'failed' : 'passed') : outcome.status,
      severity,
      summary,
      coverage: outcome.coverage,
      measurements: outcome.status === 'judged' ? boundObject(outcome.measurements) : {},
      findings: open.slice(0, maxFindingsPerCheck).map(describe),
      findingsTotal: open.length,
      accepted: accepted.slice(0, maxFindingsPerCheck).map(({ finding, waiver: { reason, until } }) => ({
        ...describe(finding),
        accepted: { reason: bound(reason), ...(until !== undefined && { until }) },
      })),
    },
  };
}

function describeFinding(check: Check, severity: FindingSeverity, finding: RawFinding): Finding {
  const { key, messageId, samples, subjects = [], location, evidence } = finding;
  return {
    key: shortenMiddle(key, reportBounds.pathLength),
    messageId,
    message: bound(say(check, finding, 'text')),
    fix: bound(say(check, finding, 'fix')),
    severity,
    samples: samples.slice(0, maxSamplesPerFinding).map((id) => shortenMiddle(id, reportBounds.pathLength)),
    samplesTotal: samples.length,
    subjects: subjects.slice(0, reportBounds.values).map((id) => shortenMiddle(id, reportBounds.pathLength)),
    ...(location && {
      location: { ...location, file: shortenMiddle(location.file, reportBounds.pathLength) },
    }),
    evidence: boundObject(evidence),
  };
}

function say({ id, messages }: Check, { messageId, data }: Said, part: 'text' | 'fix'): string {
  const message = messages[messageId];
  if (!message) throw new Error(`${id} has no message ${messageId}`);
  return fillMessage(message[part] ?? '', data);
}

function bound(text: string): string {
  return shortenMiddle(text, reportBounds.textLength);
}

function compareFindings(a: RawFinding, b: RawFinding): number {
  return compareText(a.key, b.key) || compareText(a.messageId, b.messageId);
}

const severityRanks: Readonly<Record<FindingSeverity, number>> = { error: 0, warning: 1, info: 2 };

function compareChecks(a: CheckReport, b: CheckReport): number {
  return severityRanks[a.severity] - severityRanks[b.severity] || compareText(a.id, b.id);
}
