import type {
  Change,
  ClassPixels,
  Move,
  PolicyChange,
  Relabelling,
  SampleChanges,
  SeverityCounts,
} from '../model/change.ts';
import { formatCount, formatQuantity, formatShare } from '../model/number-words.ts';
import { compareSplits } from '../model/order.ts';
import type { CheckReport, Finding, Report } from '../model/report.ts';
import type { FindingSeverity } from '../model/severity.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { countSeverity, severityWords, verdictWords } from './outcome.ts';

/** What a change is called, before any escaping: the same in every output. */

const shortShaLength = 7;

/** What the dataset is compared with, as a person calls it; undefined where it was compared with nothing. */
export function nameBase({ baseSha }: Change): string | undefined {
  return baseSha?.slice(0, shortShaLength);
}

/** The change in a sentence, its gravest part first. */
export function summarizeChange({ change }: Report): string | undefined {
  if (!change) return undefined;
  const base = nameBase(change);
  const parts = [
    ...(change.samples ? summarizeMoves(change.samples) : []),
    ...(change.findings ? summarizeFindings(change.findings.new, change.findings.fixed) : []),
    ...(change.samples ? summarizeSamples(change.samples) : []),
    ...(change.policy ? ['the policy would change'] : []),
  ];
  const isKnown = change.samples !== undefined;
  if (base === undefined || (!isKnown && parts.length === 0)) return change.notes[0];
  const words = parts.length === 0 ? 'no sample, label, subject or split has changed' : parts.join('; ');
  return `Since ${base}: ${words}.`;
}

/** Subjects that a model may have been trained on, and that it would now be tested on. */
export function isTrainToTest({ before, after }: Move): boolean {
  return before.includes('train') && after.includes('test');
}

function summarizeMoves({ movedSubjects, trainToTest: grave }: SampleChanges): string[] {
  const others = movedSubjects.total - grave;
  return [
    ...(grave > 0 ? [`${formatQuantity(grave, 'subject')} moved from train to test`] : []),
    ...(others > 0 ? [`${formatQuantity(others, grave > 0 ? 'other subject' : 'subject')} moved`] : []),
  ];
}

function summarizeFindings(found: SeverityCounts, fixed: SeverityCounts): string[] {
  const words = (counts: SeverityCounts, how: string): string[] => {
    const listed = listSeverities(counts);
    return listed === '' ? [] : [`${how} ${listed}`];
  };
  return [...words(found, 'new:'), ...words(fixed, 'fixed:')];
}

/** `2 errors, 1 warning`; empty for none. */
export function listSeverities(counts: SeverityCounts): string {
  return (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => countSeverity(counts[severity], severity))
    .join(', ');
}

function summarizeSamples(samples: SampleChanges): string[] {
  const words = listKinds(samples)
    .filter(({ total }) => total > 0)
    .map(({ total, word }, index) =>
      index === 0 ? `${formatQuantity(total, 'sample')} ${word}` : `${formatCount(total)} ${word}`,
    );
  return words.length === 0 ? [] : [words.join(', ')];
}

export interface ChangeKind {
  readonly word: string;
  readonly total: number;
  /** The first of them, a line each. */
  readonly lines: readonly string[];
}

/** What has become of samples, by kind. */
export function listKinds(samples: SampleChanges): ChangeKind[] {
  const { added, removed, renamed, replaced, relabelled, reassigned, moved } = samples;
  const placed = ({ items, total }: SampleChanges['added'], word: string): ChangeKind => ({
    word,
    total,
    lines: items.map(({ sample, splits }) => withSplits(sample, splits)),
  });
  return [
    placed(added, 'added'),
    placed(removed, 'removed'),
    placed(replaced, 'replaced'),
    { word: 'relabelled', total: relabelled.total, lines: relabelled.items.map(describeRelabelling) },
    {
      word: 'given another subject',
      total: reassigned.total,
      lines: reassigned.items.map(
        ({ sample, before, after }) => `${showPath(sample)}: ${nameSubject(before)} → ${nameSubject(after)}`,
      ),
    },
    {
      word: 'moved',
      total: moved.total,
      lines: moved.items.map((item) => `${showPath(item.sample)}: ${describeMove(item)}`),
    },
    {
      word: 'renamed',
      total: renamed.total,
      lines: renamed.items.map(({ from, sample }) => `${showPath(from)} → ${showPath(sample)}`),
    },
  ];
}

function nameSubject(subject: string | undefined): string {
  return subject === undefined ? 'unknown' : shorten(subject);
}

function withSplits(sample: string, splits: readonly string[]): string {
  return splits.length === 0 ? showPath(sample) : `${showPath(sample)} (${listNames(splits)})`;
}

/** `train → test`. */
export function describeMove({ before, after }: Move): string {
  return `${listNames(before)} → ${listNames(after)}`;
}

const mostClasses = 8;

/** `a.png: cat → dog`, or how the shares of its mask have changed. */
export function describeRelabelling({ sample, before, after, pixels, maskPixels }: Relabelling): string {
  const path = showPath(sample);
  if (before !== undefined || after !== undefined)
    return `${path}: ${shorten(before ?? 'a label')} → ${shorten(after ?? 'a label')}`;
  if (!pixels || !maskPixels) return `${path}: another label`;
  if (pixels.length === 0) return `${path}: other pixels, as many of each class`;
  const shown = pixels.slice(0, mostClasses).map((one) => describePixels(one, maskPixels));
  const hidden = pixels.length - shown.length;
  return `${path}: ${[...shown, ...(hidden > 0 ? [formatQuantity(hidden, 'more class', 'more classes')] : [])].join(', ')}`;
}

function describePixels(
  { name, before, after }: ClassPixels,
  whole: NonNullable<Relabelling['maskPixels']>,
): string {
  const was = formatShare(before, whole.before) ?? '0 %';
  const is = formatShare(after, whole.after) ?? '0 %';
  const shares = was === is ? was : `${was} → ${is}`;
  return `${shorten(name)} ${shares} (${formatCount(before)} → ${formatCount(after)} pixels)`;
}

/** `error`, or `error → warning` where another policy would have it so. */
export function describeGrade({
  severity,
  wouldBe,
}: {
  readonly severity: FindingSeverity;
  readonly wouldBe?: FindingSeverity;
}): string {
  const { one } = severityWords[severity];
  return wouldBe === undefined ? one : `${one} → ${severityWords[wouldBe].one}`;
}

/** What would become of findings under the new policy, as the end of a sentence. */
export function describeConsequences({ appearing, vanishing, regraded }: PolicyChange): string {
  const parts = [
    ...(appearing.total > 0 ? [`${formatQuantity(appearing.total, 'finding')} would appear`] : []),
    ...(vanishing.total > 0 ? [`${formatQuantity(vanishing.total, 'finding')} would vanish`] : []),
    ...(regraded.total > 0
      ? [`${formatQuantity(regraded.total, 'finding')} would have another severity`]
      : []),
  ];
  return parts.length === 0 ? 'no finding would appear or vanish' : parts.join(', ');
}

export interface CountRow {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly isChanged: boolean;
}

const mostSplits = 12;

/** Counts and verdict before and after; splits in the order of their use. */
export function listCounts({ dataset, verdict, change }: Report): CountRow[] {
  const before = change?.before;
  if (!before) return [];
  const { counts: old } = before;
  const { counts: now } = dataset;
  const row = (name: string, was: number, is: number): CountRow => ({
    name,
    before: formatCount(was),
    after: formatCount(is),
    isChanged: was !== is,
  });
  const splits = [...new Set([...Object.keys(old.splits), ...Object.keys(now.splits)])]
    .sort(compareSplits)
    .slice(0, mostSplits);
  const wasVerdict = before.verdict && verdictWords[before.verdict].title;
  const isVerdict = verdictWords[verdict.level].title;
  return [
    ...(wasVerdict === undefined
      ? []
      : [{ name: 'verdict', before: wasVerdict, after: isVerdict, isChanged: wasVerdict !== isVerdict }]),
    row('samples', old.samples, now.samples),
    row('labelled', old.labelled, now.labelled),
    row('subjects', old.subjects, now.subjects),
    ...splits.map((name) => row(`in ${shorten(name)}`, countIn(old.splits, name), countIn(now.splits, name))),
  ];
}

/** Findings that the base does not have, the gravest first. */
export function listNewFindings({
  checks,
}: Report): { readonly check: CheckReport; readonly finding: Finding }[] {
  return checks.flatMap((check) =>
    check.findings.filter(({ standing }) => standing === 'new').map((finding) => ({ check, finding })),
  );
}

function countIn(counts: Readonly<Record<string, number>>, name: string): number {
  return Object.hasOwn(counts, name) ? (counts[name] ?? 0) : 0;
}

function listNames(names: readonly string[]): string {
  if (names.length === 0) return 'no split';
  const shown = names.slice(0, mostClasses).map(shorten);
  const hidden = names.length - shown.length;
  return [...shown, ...(hidden > 0 ? [`${hidden} more`] : [])].join(' and ');
}

function shorten(text: string): string {
  return shortenMiddle(text, 80);
}

function showPath(path: string): string {
  return shortenMiddle(path, 200);
}
