import type { CheckReport, Finding, Report } from '../model/report.ts';
import { formatCount } from '../model/number-words.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { fillXml, joinMarkup, type Markup } from './markup.ts';
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
  const errors = count(({ status }) => status === 'errored');
  const skipped = count(({ status }) => status === 'skipped');
  const totals = fillXml`tests="${checks.length}" failures="${count(isFailure)}" errors="${errors}" skipped="${skipped}"`;
  return fillXml`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="holdout" ${totals}>
  <testsuite name="${bound(dataset.name)}" ${totals}>
${checks.map(describeCheck)}  </testsuite>
</testsuites>
`.text;
}

function isFailure({ status, severity }: CheckReport): boolean {
  return status === 'failed' && severity === 'error';
}

function describeCheck(check: CheckReport): Markup {
  const [topic = '', name = check.id] = check.id.split('/');
  const open = fillXml`    <testcase classname="${topic}" name="${name}"`;
  const body = describeOutcome(check);
  return body === undefined ? fillXml`${open}/>\n` : fillXml`${open}>\n${body}    </testcase>\n`;
}

function describeOutcome(check: CheckReport): Markup | undefined {
  const { status, summary } = check;
  const message = fillXml`message="${bound(summary)}"`;
  if (status === 'errored') return fillXml`      <error ${message}/>\n`;
  if (status === 'skipped') return fillXml`      <skipped ${message}/>\n`;
  if (isFailure(check)) return fillXml`      <failure ${message}>${listFindings(check)}</failure>\n`;
  const coverage = describeCoverage(check);
  const lines = [
    fillXml`${bound(summary)}`,
    ...(coverage === undefined ? [] : [fillXml`${bound(coverage)}`]),
    ...(status === 'failed' ? [listFindings(check)] : []),
  ];
  return fillXml`      <system-out>${joinMarkup(lines, '\n')}</system-out>\n`;
}

function listFindings({ findings, findingsTotal }: CheckReport): Markup {
  const shown = findings.slice(0, shownFindings);
  const left = findingsTotal - shown.length;
  const more = left > 0 ? [fillXml`… ${formatCount(left)} more`] : [];
  return joinMarkup([...shown.map(describeFinding), ...more], '\n');
}

function describeFinding({ message, fix, location }: Finding): Markup {
  const place =
    location &&
    [location.file, location.line, location.column].filter((part) => part !== undefined).join(':');
  const parts = [place ?? '', message, fix].filter((part) => part !== '');
  return joinMarkup(
    parts.map((part) => fillXml`${bound(part)}`),
    '\n  ',
  );
}

function bound(text: string): string {
  return shortenMiddle(text, maxTextLength);
}
