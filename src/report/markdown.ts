import { formatLocation } from '../model/errors.ts';
import type { CheckReport, Finding, Report } from '../model/report.ts';
import { countFindings } from '../model/report.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { formatCount, formatQuantity, formatShare } from '../model/number-words.ts';
import { formatEvidence, listDomains, listSplits } from './format.ts';
import type { NamedCount } from './format.ts';
import { emptyMarkup, fillMarkdown, joinMarkup, Markup } from './markup.ts';
import { packSections } from './markdown-budget.ts';
import type { Section } from './markdown-budget.ts';
import {
  countSeverity,
  describeChecks,
  describeCoverage,
  describeStatus,
  groupChecks,
  toneOf,
  verdictTones,
  verdictWords,
} from './outcome.ts';
import type { Tone } from './outcome.ts';

export interface MarkdownOptions {
  /** Bytes of UTF-8 that the text may hold, from `minMarkdownBytes`. */
  readonly maxBytes?: number;
  /** The address of a picture by its file's name; where there is none, numbers are shown without one. */
  readonly imageAddress?: (name: string) => string | undefined;
}

/** A job summary of more than 1 MiB is dropped by GitHub without a word. */
export const defaultMarkdownBytes = 900_000;
/** The shortest heading and the note of what was left out always fit this. */
export const minMarkdownBytes = 4000;

const findingSteps = [100, 50, 20, 10, 5, 3, 1];
const maxMessageLength = 600;

/** Written here, not out of the dataset: the selector that makes a symbol an emoji must pass. */
const icons: Readonly<Record<Tone, Markup>> = {
  error: new Markup('❌'),
  warning: new Markup('⚠️'),
  info: new Markup('ℹ️'),
  passed: new Markup('✅'),
  skipped: new Markup('⚪'),
};

/**
 * The report as GitHub's Markdown, for a job summary or a comment. What does not fit is left out by whole
 * sections, the least important first, and a closing sentence says so.
 * @throws RangeError when `maxBytes` is below `minMarkdownBytes`.
 */
export function renderMarkdown(
  report: Report,
  { maxBytes = defaultMarkdownBytes }: MarkdownOptions = {},
): string {
  if (maxBytes < minMarkdownBytes)
    throw new RangeError(`A report in Markdown needs ${minMarkdownBytes} bytes, not ${maxBytes}.`);
  const { failing, passed, skipped } = groupChecks(report);
  const sections: Section[] = [
    ...renderHead(report),
    { name: 'the dataset’s counts', variants: [100, 10].map((names) => () => renderCounts(report, names)) },
    {
      name: 'the table of checks',
      variants: failing.length === 0 ? [] : [() => renderCheckTable(failing)],
    },
    ...failing.filter(({ findings }) => findings.length > 0).map(planFindings),
    planQuiet('passed', passed),
    planQuiet('skipped', skipped),
    planAccepted(report.checks),
    { name: 'the closing line', variants: [() => renderClosing(report)] },
  ];
  return packSections(
    sections.filter(({ variants }) => variants.length > 0),
    maxBytes,
  );
}

function renderHead({ dataset, verdict }: Report): Section[] {
  const words = verdictWords[verdict.level];
  const heading = fillMarkdown`## ${icons[verdictTones[verdict.level]]} ${words.title}: ${shortenMiddle(dataset.name, 100)}\n\n${words.sentence}`;
  const reasonSteps = verdict.reasons.length === 0 ? [] : [100, 30, 10, 3];
  return [
    { name: 'the heading', variants: [() => heading] },
    { name: 'reasons', variants: reasonSteps.map((count) => () => renderReasons(verdict.reasons, count)) },
    { name: 'when to stop', variants: planWhenToStop(verdict) },
  ];
}

function planWhenToStop({ whenToStop }: Report['verdict']): Section['variants'] {
  if (whenToStop === undefined) return [];
  return [() => fillMarkdown`<strong>When to stop:</strong> ${shortenMiddle(whenToStop, maxMessageLength)}`];
}

function renderReasons(reasons: Report['verdict']['reasons'], count: number): Markup {
  const lines = reasons.slice(0, count).map(({ level, text, check, lift }) => {
    const icon = icons[verdictTones[level]];
    const advice =
      lift === undefined ? emptyMarkup : fillMarkdown`<br><em>${shortenMiddle(lift, maxMessageLength)}</em>`;
    return fillMarkdown`- ${icon} ${shortenMiddle(text, maxMessageLength)} (<code>${shortenMiddle(check, 100)}</code>)${advice}`;
  });
  const hidden = reasons.length - lines.length;
  const more = hidden > 0 ? [fillMarkdown`- … and ${formatQuantity(hidden, 'more reason')}`] : [];
  return joinMarkup([...lines, ...more], '\n');
}

function renderCounts({ dataset }: Report, maxNames: number): Markup {
  const { counts, targetDomain } = dataset;
  const share = formatShare(counts.labelled, counts.samples);
  const labelled = `${formatCount(counts.labelled)}${share === undefined ? '' : ` (${share})`}`;
  const splits = listNames(listSplits(dataset), maxNames);
  const domains = listNames(listDomains(dataset), maxNames, targetDomain);
  return fillMarkdown`| Samples | Labelled | Subjects | Splits | Domains |
| --: | --: | --: | :-- | :-- |
| ${formatCount(counts.samples)} | ${labelled} | ${formatCount(counts.subjects)} | ${splits} | ${domains} |`;
}

function listNames(counts: readonly NamedCount[], maxNames: number, target?: string): Markup {
  const shown = counts.slice(0, maxNames).map(({ name, count }) => {
    const mark = name === target ? ' (target)' : '';
    return fillMarkdown`${shortenMiddle(name, 60)} ${formatCount(count)}${mark}`;
  });
  const hidden = counts.length - shown.length;
  return joinMarkup([...shown, ...(hidden > 0 ? [fillMarkdown`… ${formatCount(hidden)} more`] : [])], '<br>');
}

function renderCheckTable(checks: readonly CheckReport[]): Markup {
  const rows = checks.map((check) => {
    const coverage = describeCoverage(check);
    const note = coverage === undefined ? emptyMarkup : fillMarkdown`<br><sub>${coverage}</sub>`;
    const id = shortenMiddle(check.id, 100);
    const summary = shortenMiddle(check.summary, maxMessageLength);
    return fillMarkdown`| ${icons[toneOf(check)]} | <code>${id}</code> | ${describeStatus(check)} | ${summary}${note} |`;
  });
  return fillMarkdown`| | Check | Status | Result |\n| :-: | :-- | :-- | :-- |\n${joinMarkup(rows, '\n')}`;
}

/** Checks that ask nothing of the reader, folded away. */
function planQuiet(status: string, checks: readonly CheckReport[]): Section {
  const title = fillMarkdown`${formatQuantity(checks.length, 'check')} ${status}`;
  const variants = checks.length === 0 ? [] : [() => fold(title, renderCheckTable(checks))];
  return { name: `the ${status} checks`, variants };
}

function planFindings(check: CheckReport): Section {
  const counts = new Set(findingSteps.map((step) => Math.min(step, check.findings.length)));
  return {
    name: 'the findings of a check',
    isShared: true,
    variants: [...counts].map((count) => () => renderFindings(check, count)),
  };
}

/** What to do is said once below the table where all findings shown need the same. */
function renderFindings(check: CheckReport, count: number): Markup {
  const shown = check.findings.slice(0, count);
  const fixes = [...new Set(shown.map(({ fix }) => fix).filter((fix) => fix !== ''))];
  const [commonFix] = fixes;
  const rows = shown.map((finding) => renderFinding(finding, fixes.length > 1));
  const hidden = check.findingsTotal - shown.length;
  const notes = [
    ...(fixes.length === 1 && commonFix !== undefined
      ? [fillMarkdown`<strong>What to do:</strong> ${shortenMiddle(commonFix, maxMessageLength)}`]
      : []),
    ...noteHidden(hidden),
  ];
  const table = fillMarkdown`| Finding | Evidence | Where |\n| :-- | :-- | :-- |\n${joinMarkup(rows, '\n')}`;
  const title = fillMarkdown`${icons[toneOf(check)]} ${shortenMiddle(check.id, 100)}: ${describeStatus(check)}`;
  return fold(title, joinMarkup([table, ...notes], '\n\n'), toneOf(check) === 'error');
}

function renderFinding(
  { message, fix, evidence, location, samples, samplesTotal }: Finding,
  hasOwnFix: boolean,
): Markup {
  const evidenceLines = formatEvidence(evidence).map(({ label, value }) => fillMarkdown`${label}: ${value}`);
  const [sample] = samples;
  const place = location === undefined ? sample : formatLocation(location);
  const others = samplesTotal > 1 ? fillMarkdown`<br>${formatQuantity(samplesTotal, 'sample')}` : emptyMarkup;
  const where =
    place === undefined ? emptyMarkup : fillMarkdown`<code>${shortenMiddle(place, 200)}</code>${others}`;
  const advice =
    hasOwnFix && fix !== ''
      ? fillMarkdown`<br><em>${shortenMiddle(fix, maxMessageLength)}</em>`
      : emptyMarkup;
  return fillMarkdown`| ${shortenMiddle(message, maxMessageLength)}${advice} | ${joinMarkup(evidenceLines, '<br>')} | ${where} |`;
}

function planAccepted(checks: readonly CheckReport[]): Section {
  const accepted = checks.flatMap((check) =>
    check.accepted.map((finding) => ({ check: check.id, ...finding })),
  );
  const title = fillMarkdown`${formatQuantity(accepted.length, 'finding')} accepted by the config`;
  const render = (count: number) => {
    const rows = accepted.slice(0, count).map(({ check, message, accepted: { reason, until } }) => {
      const end = until === undefined ? '' : ` (until ${shortenMiddle(until, 20)})`;
      const why = `${shortenMiddle(reason, maxMessageLength)}${end}`;
      return fillMarkdown`| <code>${shortenMiddle(check, 100)}</code> | ${shortenMiddle(message, maxMessageLength)} | ${why} |`;
    });
    const table = fillMarkdown`| Check | Finding | Reason |\n| :-- | :-- | :-- |\n${joinMarkup(rows, '\n')}`;
    return fold(title, joinMarkup([table, ...noteHidden(accepted.length - rows.length)], '\n\n'));
  };
  const counts = new Set(
    accepted.length === 0 ? [] : findingSteps.map((step) => Math.min(step, accepted.length)),
  );
  return {
    name: 'the accepted findings',
    isShared: true,
    variants: [...counts].map((count) => () => render(count)),
  };
}

function noteHidden(hidden: number): Markup[] {
  return hidden > 0 ? [fillMarkdown`… and ${formatCount(hidden)} more, all in the JSON report.`] : [];
}

function renderClosing(report: Report): Markup {
  const counts = countFindings(report);
  const found = (['error', 'warning', 'info'] as const).map((severity) =>
    countSeverity(counts[severity], severity),
  );
  const tool = shortenMiddle(report.tool.version, 40);
  return fillMarkdown`<sub>${found.join(', ')} in ${describeChecks(report)} · holdout ${tool}</sub>`;
}

/** Blank lines around the body: GitHub reads Markdown inside HTML only after one. */
function fold(title: Markup, body: Markup, isOpen = false): Markup {
  const tag = isOpen ? fillMarkdown`<details open>` : fillMarkdown`<details>`;
  return fillMarkdown`${tag}\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
}
