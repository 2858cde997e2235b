import picocolors from 'picocolors';
import type { CheckReport, Finding, Report } from '../model/report.ts';
import { countFindings } from '../model/report.ts';
import { formatLocation } from '../model/errors.ts';
import { escapeTerminal } from './escape.ts';
import { escapeTexts } from './escape-texts.ts';
import { formatCount, formatQuantity, formatShare } from '../model/number-words.ts';
import { formatEvidence, listDomains, listSplits } from './format.ts';
import type { NamedCount } from './format.ts';
import { listChangeLines } from './pretty-change.ts';
import {
  countAccepted,
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
import { measureWidth, padText, truncateText, wrapItems, wrapText } from './wrap.ts';

export interface PrettyOptions {
  readonly color: boolean;
  /** Columns of the terminal; less than `minWidth` is taken as `minWidth`. */
  readonly width: number;
}

export const minWidth = 60;
/** More is hard to read, however wide the terminal. */
const maxWidth = 120;
const maxReasons = 12;
const maxFindingsShown = 3;
const maxNamesShown = 6;
const maxIdWidth = 28;

const symbols: Readonly<Record<Tone, string>> = {
  error: '✖',
  warning: '⚠',
  info: 'ℹ',
  passed: '✔',
  skipped: '○',
};

type Paint = (text: string) => string;
interface Brush {
  readonly width: number;
  readonly tones: Readonly<Record<Tone, Paint>>;
  readonly bold: Paint;
  readonly dim: Paint;
}

/** The report for a terminal: the verdict and why, a line a check, the worst findings and the way to fix them. */
export function renderPretty(whole: Report, { color, width }: PrettyOptions): string {
  const report = escapeTexts(cutToShown(whole), escapeTerminal);
  const colors = picocolors.createColors(color);
  const brush: Brush = {
    width: Math.min(maxWidth, Math.max(minWidth, Math.floor(width))),
    tones: {
      error: colors.red,
      warning: colors.yellow,
      info: colors.blue,
      passed: colors.green,
      skipped: colors.dim,
    },
    bold: colors.bold,
    dim: colors.dim,
  };
  const sections = [
    renderVerdict(report, brush),
    renderCounts(report, brush),
    renderChange(report, brush),
    renderChecks(report, brush),
    ...groupChecks(report).failing.map((check) => renderFindings(check, brush)),
    renderClosing(report, brush),
  ];
  const text = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${text.join('\n\n')}\n`;
}

/**
 * The report without what is not shown, so that no time is spent on escaping it. From here on no text is seen as it
 * came; `escapeTerminal` below bounds lengths, and guards where two texts meet.
 */
function cutToShown(report: Report): Report {
  const checks = report.checks.map((check) => ({
    ...check,
    measurements: {},
    findings: check.findings.slice(0, maxFindingsShown),
    accepted: check.accepted.map((finding) => ({ ...finding, samples: [], evidence: {} })),
  }));
  return { ...report, checks, charts: [] };
}

function renderVerdict({ dataset, verdict }: Report, brush: Brush): string[] {
  const tone = verdictTones[verdict.level];
  const words = verdictWords[verdict.level];
  const paint: Paint = (text) => brush.bold(brush.tones[tone](text));
  const title = `${words.title}: ${escapeTerminal(dataset.name, 100)}`;
  const reasons = verdict.reasons.slice(0, maxReasons).flatMap((reason) => {
    const reasonTone = verdictTones[reason.level];
    const text = escapeTerminal(reason.text, 600);
    const lift = escapeTerminal(reason.lift ?? '', 600);
    return [
      ...hang(`  ${brush.tones[reasonTone](symbols[reasonTone])} `, 4, text, brush.width),
      ...(lift === '' ? [] : hang(`    ${brush.tones.passed('→')} `, 6, lift, brush.width, brush.dim)),
    ];
  });
  const hidden = verdict.reasons.length - maxReasons;
  return [
    ...hang(`${paint(symbols[tone])} `, 2, title, brush.width, paint),
    ...hang('  ', 2, words.sentence, brush.width),
    ...(reasons.length > 0 ? ['', ...reasons] : []),
    ...(hidden > 0 ? [brush.dim(`    … ${formatQuantity(hidden, 'more reason')}`)] : []),
    ...renderWhenToStop(verdict, brush),
  ];
}

function renderWhenToStop({ whenToStop }: Report['verdict'], brush: Brush): string[] {
  if (whenToStop === undefined) return [];
  const text = `When to stop: ${escapeTerminal(whenToStop, 600)}`;
  return ['', ...hang('  ', 2, text, brush.width)];
}

function renderCounts({ dataset }: Report, brush: Brush): string[] {
  const { counts, targetDomain } = dataset;
  const labelledShare = formatShare(counts.labelled, counts.samples);
  const parts = [
    formatQuantity(counts.samples, 'sample'),
    `${formatCount(counts.labelled)} labelled${labelledShare === undefined ? '' : ` (${labelledShare})`}`,
    formatQuantity(counts.subjects, 'subject'),
    listNames(listSplits(dataset)),
    listNames(listDomains(dataset), targetDomain),
  ];
  const shown = parts.filter((part) => part !== '');
  return wrapItems(shown, ' · ', brush.width - 2).map((line) => `  ${brush.bold(line)}`);
}

function listNames(counts: readonly NamedCount[], target?: string): string {
  const shown = counts.slice(0, maxNamesShown).map(({ name, count }) => {
    const mark = name === target ? ' (target)' : '';
    return `${escapeTerminal(name, 40)} ${formatCount(count)}${mark}`;
  });
  const hidden = counts.length - shown.length;
  return [...shown, ...(hidden > 0 ? [`… ${formatCount(hidden)} more`] : [])].join(', ');
}

function renderChange(report: Report, brush: Brush): string[] {
  return listChangeLines(report).flatMap(({ depth, text, isGrave }) => {
    const shown = escapeTerminal(text, 600);
    if (depth === 0) return hang('  ', 2, shown, brush.width, brush.bold);
    const mark = isGrave ? `${brush.tones.error(symbols.error)} ` : '';
    return hang(`    ${mark}`, isGrave ? 6 : 4, shown, brush.width, isGrave ? undefined : brush.dim);
  });
}

function renderChecks(report: Report, brush: Brush): string[] {
  const { failing, passed, skipped } = groupChecks(report);
  const idWidth = Math.max(0, ...report.checks.map((check) => measureWidth(shownId(check))));
  return [
    ...failing.flatMap((check) => renderCheck(check, idWidth, brush)),
    ...passed.flatMap((check) => renderCheck(check, idWidth, brush)),
    ...skipped.flatMap((check) => renderCheck(check, idWidth, brush)),
  ];
}

function shownId({ id }: CheckReport): string {
  return truncateText(escapeTerminal(id, maxIdWidth), maxIdWidth);
}

/** Passed checks keep to one line; the others say all they have to say. */
function renderCheck(check: CheckReport, idWidth: number, brush: Brush): string[] {
  const tone = toneOf(check);
  const id = padText(shownId(check), idWidth);
  const indent = idWidth + 6;
  const first = `  ${brush.tones[tone](symbols[tone])} ${tone === 'skipped' ? brush.dim(id) : id}  `;
  const coverage = describeCoverage(check);
  const summary = [
    escapeTerminal(check.summary, 240),
    ...(coverage === undefined ? [] : [`(${coverage})`]),
  ].join(' ');
  const isQuiet = tone === 'passed' || tone === 'skipped';
  if (tone === 'passed' && coverage === undefined)
    return [first + brush.dim(truncateText(summary, brush.width - indent))];
  return hang(first, indent, summary, brush.width, isQuiet ? brush.dim : undefined);
}

function renderFindings(check: CheckReport, brush: Brush): string[] {
  if (check.findings.length === 0) return [];
  const tone = toneOf(check);
  const shown = check.findings.slice(0, maxFindingsShown);
  const hidden = check.findingsTotal - shown.length;
  return [
    brush.bold(brush.tones[tone](`${symbols[tone]} ${shownId(check)}`)) +
      brush.dim(` · ${describeStatus(check)}`),
    ...shown.flatMap((finding, index) => renderFinding(finding, shown[index + 1], brush)),
    ...(hidden > 0
      ? hang('  ', 2, `… ${formatCount(hidden)} more; --format json lists them.`, brush.width, brush.dim)
      : []),
  ];
}

/** A fix that the next finding repeats is said once, after the last of them. */
function renderFinding(finding: Finding, next: Finding | undefined, brush: Brush): string[] {
  const { location } = finding;
  const isNamed = finding.samples.every((id) => finding.message.includes(id));
  const samples = isNamed ? [] : finding.samples.slice(0, 3).map((id) => escapeTerminal(id, 80));
  const hidden = finding.samplesTotal - samples.length;
  // Escaped as it stands: a colon at the end of a label and the one behind it would start a command.
  const evidence = formatEvidence(finding.evidence).map(({ label, value }) =>
    escapeTerminal(`${label}: ${value}`),
  );
  const lines = hang('  ', 2, escapeTerminal(finding.message, 600), brush.width);
  const room = brush.width - 4;
  const more = hidden > 0 ? `, … ${formatCount(hidden)} more` : '';
  const details = [
    ...wrapItems(
      location === undefined ? [] : [`at ${escapeTerminal(formatLocation(location), 200)}`],
      '',
      room,
    ),
    ...wrapItems(evidence, ' · ', room),
    ...(samples.length > 0 ? wrapText(samples.join(', ') + more, room) : []),
  ];
  lines.push(...details.map((line) => `    ${brush.dim(line)}`));
  if (finding.fix !== '' && finding.fix !== next?.fix)
    lines.push(...hang(`  ${brush.tones.passed('→')} `, 4, escapeTerminal(finding.fix, 600), brush.width));
  return lines;
}

function renderClosing(report: Report, brush: Brush): string[] {
  const counts = countFindings(report);
  const accepted = countAccepted(report);
  const found = (['error', 'warning', 'info'] as const).map((severity) => {
    const text = countSeverity(counts[severity], severity);
    return counts[severity] > 0 ? brush.tones[severity](text) : brush.dim(text);
  });
  return [
    ...(accepted > 0 ? [brush.dim(`  ${formatQuantity(accepted, 'finding')} accepted by the config`)] : []),
    `  ${found.join(', ')}`,
    ...hang('  ', 2, describeChecks(report), brush.width, brush.dim),
  ];
}

/** Wrapped text whose first line follows `first` and whose others are indented; `indent` is the width of `first`. */
function hang(
  first: string,
  indent: number,
  text: string,
  width: number,
  paint: Paint = (line) => line,
): string[] {
  return wrapText(text, width - indent).map((line, index) =>
    index === 0 ? first + paint(line) : ' '.repeat(indent) + paint(line),
  );
}
