import type { CheckReport, Finding, Report } from '../model/report.ts';
import { formatCount } from '../model/number-words.ts';
import { escapeXml } from './escape.ts';
import { describeCoverage } from './outcome.ts';

/** Findings named in the text of one check; the others are counted. */
const shownFindings = 100;
const maxTextLength = 2000;

/**
 * The report as JUnit XML, which CI systems show as tests: a test for each check. A check that fails at error severity
 * is a failure, one that crashed an error; what failed below that passes, with its findings as the test's output.
 */
export function renderJunit({ checks, dataset }: Report): string {
  const count = (of: (check: CheckReport) => boolean): number => checks.filter(of).length;
  const totals = [
    `tests="${checks.length}"`,
    `failures="${count(isFailure)}"`,
    `errors="${count(({ status }) => status === 'errored')}"`,
    `skipped="${count(({ status }) => status === 'skipped')}"`,
  ].join(' ');
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="holdout" ${totals}>
  <testsuite name="${escapeXml(dataset.name, maxTextLength)}" ${totals}>
${checks.map(describeCheck).join('')}  </testsuite>
</testsuites>
`;
}

function isFailure({ status, severity }: CheckReport): boolean {
  return status === 'failed' && severity === 'error';
}

function describeCheck(check: CheckReport): string {
  const [topic = '', name = check.id] = check.id.split('/');
  const open = `    <testcase classname="${escapeXml(topic)}" name="${escapeXml(name)}"`;
  const body = describeOutcome(check);
  return body === '' ? `${open}/>\n` : `${open}>\n${body}    </testcase>\n`;
}

function describeOutcome(check: CheckReport): string {
  const { status, summary } = check;
  const message = `message="${escapeXml(summary, maxTextLength)}"`;
  if (status === 'errored') return `      <error ${message}/>\n`;
  if (status === 'skipped') return `      <skipped ${message}/>\n`;
  if (isFailure(check)) return `      <failure ${message}>${listFindings(check)}</failure>\n`;
  const coverage = describeCoverage(check);
  const lines = [summary, ...(coverage === undefined ? [] : [coverage])].map((line) =>
    escapeXml(line, maxTextLength),
  );
  return `      <system-out>${[...lines, ...(status === 'failed' ? [listFindings(check)] : [])].join('\n')}</system-out>\n`;
}

function listFindings({ findings, findingsTotal }: CheckReport): string {
  const shown = findings.slice(0, shownFindings);
  const left = findingsTotal - shown.length;
  return [...shown.map(describeFinding), ...(left > 0 ? [`… ${formatCount(left)} more`] : [])].join('\n');
}

function describeFinding({ message, fix, location }: Finding): string {
  const place =
    location &&
    [location.file, location.line, location.column].filter((part) => part !== undefined).join(':');
  return [place, message, fix]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => escapeXml(String(part), maxTextLength))
    .join('\n  ');
}
