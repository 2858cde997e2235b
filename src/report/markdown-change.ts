import type { Listed, MentionedFinding, PolicySetting } from '../model/change.ts';
import { formatCount, formatQuantity } from '../model/number-words.ts';
import type { Report } from '../model/report.ts';
import type { FindingSeverity } from '../model/severity.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import {
  describeConsequences,
  describeGrade,
  describeMove,
  isTrainToTest,
  listCounts,
  listKinds,
  listNewFindings,
  listSeverities,
  nameBase,
} from './change-words.ts';
import { fold, joinBlocks } from './markdown-parts.ts';
import { priorities, type Section } from './markdown-section.ts';
import { emptyMarkup, fillMarkdown, joinMarkup, type Markup } from './markup.ts';
import { severityWords, verdictWords } from './outcome.ts';

const maxMessageLength = 400;

const itemSteps = [20, 5, 1, 0];
/** Characters of a section, so that long names leave room for what was found. */
const maxSectionLength = 12_000;

/** What changed, and what the policy would change, each told at shrinking length. */
export function planChange(report: Report): Section[] {
  const { change } = report;
  if (!change) return [];
  const plan = (name: string, render: (report: Report, maxItems: number) => Markup): Section => ({
    name,
    priority: priorities.change,
    sizes: itemSteps.filter((step) => step === 0 || render(report, step).text.length <= maxSectionLength),
    render: (size) => render(report, size),
  });
  return [
    plan('what changed', renderChange),
    ...(change.policy ? [plan('the change of the policy', renderPolicy)] : []),
  ];
}

/** What changed: notes, moved subjects, counts, findings and samples. Empty without a change. */
export function renderChange(report: Report, maxItems: number): Markup {
  const { change } = report;
  if (!change) return emptyMarkup;
  const base = nameBase(change);
  const title =
    base === undefined
      ? fillMarkdown`### What changed`
      : fillMarkdown`### What changed since <code>${base}</code>`;
  const notes = change.notes.map((note) => fillMarkdown`> ${shortenMiddle(note, 1000)}`);
  return joinBlocks([
    title,
    ...notes,
    renderMovedSubjects(report, maxItems),
    renderCounts(report),
    renderNewFindings(report, maxItems),
    renderSamples(report, maxItems),
  ]);
}

/** What the config would judge otherwise. Empty where it asks the same as the base. */
export function renderPolicy({ change }: Report, maxItems: number): Markup {
  const policy = change?.policy;
  if (!policy) return emptyMarkup;
  const { settings, appearing, vanishing, regraded, verdict } = policy;
  const rows = settings.items
    .slice(0, maxItems)
    .map(
      ({ name, before, after }) =>
        fillMarkdown`| <code>${shortenMiddle(name, 200)}</code> | ${showSetting(before)} | ${showSetting(after)} |`,
    );
  const table = fillMarkdown`| Setting | Base | This change |\n| :-- | :-- | :-- |\n${joinMarkup(rows, '\n')}`;
  return joinBlocks([
    fillMarkdown`### Policy`,
    fillMarkdown`This changes what is asked of the dataset. Until it is merged, the base’s policy judges; under the new one the verdict would be **${verdictWords[verdict].title}**, and ${describeConsequences(policy)}.`,
    ...(rows.length === 0 ? [] : [table]),
    ...hiddenNote(settings.total - rows.length),
    renderMentioned('would appear', appearing, maxItems),
    renderMentioned('would vanish', vanishing, maxItems),
    renderMentioned('would have another severity', regraded, maxItems),
  ]);
}

function showSetting(value: PolicySetting['before']): Markup {
  return value === undefined
    ? fillMarkdown`<em>default</em>`
    : fillMarkdown`<code>${shortenMiddle(value, 200)}</code>`;
}

function renderMovedSubjects({ change }: Report, maxItems: number): Markup {
  const moved = change?.samples?.movedSubjects;
  if (!moved || moved.total === 0) return emptyMarkup;
  const shown = moved.items.slice(0, maxItems);
  const lines = shown.map((one) => {
    const mark = isTrainToTest(one) ? fillMarkdown`⚠️ trained on before, tested on now` : emptyMarkup;
    const tail = mark === emptyMarkup ? emptyMarkup : fillMarkdown` ${mark}`;
    return fillMarkdown`- <code>${shortenMiddle(one.subject, 100)}</code> ${describeMove(one)}${tail}`;
  });
  const title = fillMarkdown`**${formatQuantity(moved.total, 'subject')} moved between splits**`;
  if (shown.length === 0) return title;
  return joinBlocks([title, joinMarkup(lines, '\n'), ...hiddenNote(moved.total - shown.length)]);
}

function renderCounts(report: Report): Markup {
  const rows = listCounts(report).map(({ name, before, after, isChanged }) =>
    isChanged
      ? fillMarkdown`| ${name} | ${before} | **${after}** |`
      : fillMarkdown`| ${name} | ${before} | ${after} |`,
  );
  if (rows.length === 0) return emptyMarkup;
  return fillMarkdown`| | Before | After |\n| :-- | --: | --: |\n${joinMarkup(rows, '\n')}`;
}

function renderNewFindings(report: Report, maxItems: number): Markup {
  const findings = report.change?.findings;
  if (!findings) return emptyMarkup;
  const words = [findings.new, findings.fixed, findings.unchanged].map(
    (counts) => listSeverities(counts) || 'none',
  );
  const [found = '', fixed = '', unchanged = ''] = words;
  const summary = fillMarkdown`**Findings:** new ${found} · fixed ${fixed} · unchanged ${unchanged}`;
  const listed = listNewFindings(report);
  const total = findings.new.error + findings.new.warning + findings.new.info;
  const shown = listed.slice(0, maxItems);
  const lines = shown.map(
    ({ check, finding }) =>
      fillMarkdown`- **new ${severityWords[finding.severity].one}** <code>${shortenMiddle(check.id, 100)}</code> ${shortenMiddle(finding.message, maxMessageLength)}`,
  );
  return joinBlocks([
    summary,
    joinMarkup(lines, '\n'),
    ...hiddenNote(total - shown.length),
    renderMentioned('fixed', findings.fixedFindings, maxItems),
  ]);
}

function renderMentioned(
  how: string,
  { items, total }: Listed<MentionedFinding & { readonly wouldBe?: FindingSeverity }>,
  maxItems: number,
): Markup {
  if (total === 0) return emptyMarkup;
  const shown = items.slice(0, maxItems);
  const lines = shown.map(
    ({ check, message, ...graded }) =>
      fillMarkdown`- ${describeGrade(graded)} <code>${shortenMiddle(check, 100)}</code> ${shortenMiddle(message, maxMessageLength)}`,
  );
  const title = fillMarkdown`${formatQuantity(total, 'finding')} ${how}`;
  if (shown.length === 0) return title;
  return fold(title, joinBlocks([joinMarkup(lines, '\n'), ...hiddenNote(total - shown.length)]));
}

function renderSamples({ change }: Report, maxItems: number): Markup {
  if (!change?.samples) return emptyMarkup;
  const blocks = listKinds(change.samples)
    .filter(({ total }) => total > 0)
    .map(({ word, total, lines }) => {
      const shown = lines.slice(0, maxItems).map((line) => fillMarkdown`- ${line}`);
      const title = fillMarkdown`${formatQuantity(total, 'sample')} ${word}`;
      if (shown.length === 0) return title;
      return fold(title, joinBlocks([joinMarkup(shown, '\n'), ...hiddenNote(total - shown.length)]));
    });
  return joinBlocks(blocks);
}

function hiddenNote(hidden: number): Markup[] {
  return hidden > 0 ? [fillMarkdown`… and ${formatCount(hidden)} more.`] : [];
}
