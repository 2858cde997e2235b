import { formatLocation } from '../model/errors.ts';
import { formatCount, formatQuantity } from '../model/number-words.ts';
import type { CheckReport, Finding, Report } from '../model/report.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { formatEvidence } from './format.ts';
import { fold, icons, maxSentence, renderAdvice, tabulate } from './markdown-parts.ts';
import { priorities, type Section } from './markdown-section.ts';
import { emptyMarkup, fillMarkdown, joinMarkup, type Markup } from './markup.ts';
import { describeCoverage, describeStatus, groupChecks, toneOf } from './outcome.ts';

/** Nobody reads more of one check in a comment; the page has them all. */
const findingSizes = [50, 20, 10, 5, 3, 1];

/** The checks that ask something of the reader. */
export function planCheckTable(report: Report): Section[] {
  const { failing } = groupChecks(report);
  if (failing.length === 0) return [];
  return [
    {
      name: 'the table of checks',
      priority: priorities.checks,
      sizes: [maxSentence, 100],
      render: (length) => renderCheckTable(failing, length),
    },
  ];
}

/** The other checks, folded away. */
export function planQuietChecks(report: Report): Section[] {
  const { passed, skipped } = groupChecks(report);
  return [
    { status: 'passed', checks: passed },
    { status: 'skipped', checks: skipped },
  ]
    .filter(({ checks }) => checks.length > 0)
    .map(({ status, checks }) => ({
      name: `the ${status} checks`,
      priority: priorities.quiet,
      render: () =>
        fold(
          fillMarkdown`${formatQuantity(checks.length, 'check')} ${status}`,
          renderCheckTable(checks, maxSentence),
        ),
    }));
}

function renderCheckTable(checks: readonly CheckReport[], maxLength: number): Markup {
  return tabulate(
    [
      { title: emptyMarkup, align: 'center' },
      { title: fillMarkdown`Check`, align: 'left' },
      { title: fillMarkdown`Status`, align: 'left' },
      { title: fillMarkdown`Result`, align: 'left' },
    ],
    checks.map((check) => {
      const coverage = describeCoverage(check);
      const note = coverage === undefined ? emptyMarkup : fillMarkdown`<br><sub>${coverage}</sub>`;
      return [
        icons[toneOf(check)],
        fillMarkdown`<code>${shortenMiddle(check.id, 100)}</code>`,
        // Kept on one line in a narrow column.
        fillMarkdown`${describeStatus(check).replaceAll(' ', '\u00a0')}`,
        fillMarkdown`${shortenMiddle(check.summary, maxLength)}${note}`,
      ];
    }),
  );
}

const findingPriorities = {
  error: priorities.errors,
  warning: priorities.warnings,
  info: priorities.notes,
} as const;

/** The findings of each failing check, folded; those of graver checks have their room first. */
export function planFindings(report: Report): Section[] {
  return groupChecks(report)
    .failing.filter(({ findings }) => findings.length > 0)
    .map((check) => ({
      name: 'the findings of a check',
      priority: findingPriorities[check.severity],
      sizes: sizesUpTo(check.findings.length),
      findings: check.findingsTotal,
      render: (count) => renderFindings(check, count),
    }));
}

function sizesUpTo(length: number): number[] {
  return [...new Set(findingSizes.map((size) => Math.min(size, length)))];
}

/** What to do is said once below the table where all findings shown need the same. */
function renderFindings(check: CheckReport, count: number): Markup {
  const shown = check.findings.slice(0, count);
  const fixes = [...new Set(shown.map(({ fix }) => fix).filter((fix) => fix !== ''))];
  const [commonFix] = fixes;
  const notes = [
    ...(fixes.length === 1 && commonFix !== undefined
      ? [fillMarkdown`**What to do:** ${renderAdvice(commonFix, maxSentence)}`]
      : []),
    ...noteHidden(check.findingsTotal - shown.length),
  ];
  const table = tabulate(
    [
      { title: fillMarkdown`Finding`, align: 'left' },
      { title: fillMarkdown`Evidence`, align: 'left' },
      { title: fillMarkdown`Where`, align: 'left' },
    ],
    shown.map((finding) => renderFinding(finding, fixes.length > 1)),
  );
  const title = fillMarkdown`${icons[toneOf(check)]} ${shortenMiddle(check.id, 100)}: ${describeStatus(check)}`;
  return fold(title, joinMarkup([table, ...notes], '\n\n'));
}

function renderFinding(
  { message, fix, evidence, location, samples, samplesTotal }: Finding,
  hasOwnFix: boolean,
): Markup[] {
  const evidenceLines = formatEvidence(evidence).map(({ label, value }) => fillMarkdown`${label}: ${value}`);
  const [sample] = samples;
  const place = location === undefined ? sample : formatLocation(location);
  const others = samplesTotal > 1 ? fillMarkdown`<br>${formatQuantity(samplesTotal, 'sample')}` : emptyMarkup;
  const where =
    place === undefined ? emptyMarkup : fillMarkdown`<code>${shortenMiddle(place, 200)}</code>${others}`;
  const advice =
    hasOwnFix && fix !== '' ? fillMarkdown`<br><em>${renderAdvice(fix, maxSentence)}</em>` : emptyMarkup;
  return [
    fillMarkdown`${shortenMiddle(message, maxSentence)}${advice}`,
    joinMarkup(evidenceLines, '<br>'),
    where,
  ];
}

/** Findings that a waiver covers: they decide nothing, and are shown with the reason. */
export function planAccepted({ checks }: Report): Section[] {
  const accepted = checks.flatMap((check) =>
    check.accepted.map((finding) => ({ check: check.id, ...finding })),
  );
  if (accepted.length === 0) return [];
  const title = fillMarkdown`${formatQuantity(accepted.length, 'finding')} accepted by the config`;
  const columns = (['Check', 'Finding', 'Reason'] as const).map((word) => ({
    title: fillMarkdown`${word}`,
    align: 'left' as const,
  }));
  return [
    {
      name: 'the accepted findings',
      priority: priorities.quiet,
      sizes: sizesUpTo(accepted.length),
      render: (count) => {
        const rows = accepted.slice(0, count).map(({ check, message, accepted: { reason, until } }) => {
          const end = until === undefined ? emptyMarkup : fillMarkdown` (until ${shortenMiddle(until, 20)})`;
          return [
            fillMarkdown`<code>${shortenMiddle(check, 100)}</code>`,
            fillMarkdown`${shortenMiddle(message, maxSentence)}`,
            fillMarkdown`${shortenMiddle(reason, maxSentence)}${end}`,
          ];
        });
        const table = tabulate(columns, rows);
        return fold(title, joinMarkup([table, ...noteHidden(accepted.length - rows.length)], '\n\n'));
      },
    },
  ];
}

function noteHidden(hidden: number): Markup[] {
  return hidden > 0 ? [fillMarkdown`… and ${formatCount(hidden)} more, all in the JSON report.`] : [];
}
