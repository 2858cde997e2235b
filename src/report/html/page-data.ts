import type { Finding, Report } from '../../model/report.ts';
import { shortenMiddle } from '../../model/shorten-text.ts';
import { revealInvisible } from '../escape.ts';
import { pageSize, type CheckFindings } from './finding-row.ts';
import { findCommonFix, fullDetail, listRows, type RowDetail } from './list-rows.ts';
import { packRows, type PackedCheck } from './packed-rows.ts';

/** The page's data as text, and what they hold of each check by its place in the report. */
export interface WrittenData {
  /** In which nothing ends the element that holds it. */
  readonly json: string;
  readonly checks: ReadonlyMap<number, CheckFindings>;
  /** Whether findings are shown with less than `fullDetail`. */
  readonly isShortened: boolean;
}

interface Measure extends RowDetail {
  /** Most findings of a check. */
  readonly rows: number;
}

/** What is tried in turn until it fits: first samples, then evidence, then findings are left out. */
const measures: readonly Measure[] = [
  { ...fullDetail, rows: Infinity },
  { names: 5, hasEvidence: true, textLength: 1000, rows: Infinity },
  { names: 1, hasEvidence: true, textLength: 300, rows: Infinity },
  { names: 1, hasEvidence: false, textLength: 200, rows: Infinity },
  ...[500, 200, 50].map((rows) => ({ names: 1, hasEvidence: false, textLength: 200, rows })),
];
/** What is taken where nothing fits: some MB at most, since there are at most 200 checks. */
const leastMeasure: Measure = { names: 1, hasEvidence: false, textLength: 200, rows: pageSize };

/**
 * The findings of all checks for the page's script.
 * @param budget bytes that the text, and the rows that stand on the page from the start, may take
 */
export function writePageData(report: Report, budget: number): WrittenData {
  for (const measure of measures) {
    const checks = listWithin(report, measure, budget);
    if (checks) return joinChecks(checks, measure !== measures[0]);
  }
  return joinChecks([...listChecks(report, leastMeasure)], true);
}

interface WrittenCheck {
  readonly findings: CheckFindings;
  readonly json: string;
}

function listWithin(report: Report, measure: Measure, budget: number): WrittenCheck[] | undefined {
  const checks: WrittenCheck[] = [];
  let bytes = 0;
  for (const check of listChecks(report, measure)) {
    bytes += Buffer.byteLength(check.json) + measureFirstRows(check.findings);
    if (bytes > budget) return undefined;
    checks.push(check);
  }
  return checks;
}

/** About what the rows in sight take as markup. */
function measureFirstRows({ rows }: CheckFindings): number {
  return 2 * Buffer.byteLength(JSON.stringify(rows.slice(0, pageSize)));
}

function* listChecks(report: Report, { rows: maxRows, ...detail }: Measure): Generator<WrittenCheck> {
  const knownSplits = new Set(Object.keys(report.dataset.counts.splits));
  for (const [place, { id, severity, findings, findingsTotal }] of report.checks.entries()) {
    if (findings.length === 0) continue;
    const held = findings.slice(0, maxRows);
    const rows = listRows(id, held, knownSplits, findCommonFix(findings) !== '', detail);
    const head = { place, id: shortenMiddle(revealInvisible(id), 100), severity, total: findingsTotal };
    const packed: PackedCheck = { ...head, rows: packRows(rows, numberKinds(held)) };
    yield { findings: { ...head, rows }, json: writeJson(packed) };
  }
}

/** The message ids as numbers from 0. */
function numberKinds(findings: readonly Finding[]): number[] {
  const numbers = new Map<string, number>();
  return findings.map(({ messageId }) => {
    const number = numbers.get(messageId) ?? numbers.size;
    numbers.set(messageId, number);
    return number;
  });
}

function joinChecks(checks: readonly WrittenCheck[], isShortened: boolean): WrittenData {
  return {
    json: `{"checks":[${checks.map(({ json }) => json).join(',\n')}]}`,
    checks: new Map(checks.map(({ findings }) => [findings.place, findings])),
    isShortened,
  };
}

/** Without `<`, which could end the element that holds the text, and without `##[`, which a runner's log obeys. */
function writeJson(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('##[', '#\\u0023[');
}
