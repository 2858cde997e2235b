import { formatQuantity } from '../model/number-words.ts';
import { countFindings, type Report } from '../model/report.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { summarizeChange } from './change-words.ts';
import { icons, maxSentence, renderAdvice } from './markdown-parts.ts';
import { priorities, type Section } from './markdown-section.ts';
import { emptyMarkup, fillMarkdown, joinMarkup, type Markup } from './markup.ts';
import { countSeverity, groupChecks, verdictTones, verdictWords } from './outcome.ts';

/** Three lines that most readers leave it at: the verdict, what is new, what to do. */
export function planHead(report: Report): Section[] {
  const { dataset, verdict } = report;
  const icon = icons[verdictTones[verdict.level]];
  const title = fillMarkdown`## ${icon} ${verdictWords[verdict.level].title}: ${shortenMiddle(dataset.name, 100)}`;
  return [
    {
      name: 'the heading',
      priority: priorities.head,
      sizes: [maxSentence, 120, 40],
      // A backslash ends the line in a comment and in a file alike.
      render: (length) => fillMarkdown`${title}\n${describeNews(report)}\\\n${describeTask(report, length)}`,
    },
  ];
}

/** What has changed; what was found, where the report knows of no change. */
function describeNews(report: Report): Markup {
  const change = summarizeChange(report);
  if (change !== undefined)
    return fillMarkdown`**${shortenMiddle(change, maxSentence)}** ${verdictWords[report.verdict.level].sentence}`;
  const counts = countFindings(report);
  const found = (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => countSeverity(counts[severity], severity));
  const words = found.length === 0 ? 'nothing' : found.join(', ');
  return fillMarkdown`**Found:** ${words}. ${verdictWords[report.verdict.level].sentence}`;
}

/** What the gravest reason asks for; without reasons, the fix of the worst finding. */
function describeTask(report: Report, maxLength: number): Markup {
  const [first, ...others] = listTasks(report);
  if (first === undefined) return fillMarkdown`**What to do:** nothing.`;
  const more =
    others.length === 0
      ? emptyMarkup
      : fillMarkdown` Then ${formatQuantity(others.length, 'more thing')}, below.`;
  return fillMarkdown`**What to do:** ${renderAdvice(first, maxLength)}${more}`;
}

function listTasks(report: Report): string[] {
  const lifts = report.verdict.reasons.flatMap(({ lift }) => lift ?? []);
  if (lifts.length > 0) return lifts;
  return groupChecks(report).failing.flatMap(({ status, id, findings }) => {
    if (status === 'errored') return [`Find out why ${id} did not finish.`];
    return findings[0] !== undefined && findings[0].fix !== '' ? [findings[0].fix] : [];
  });
}

export function planReasons({ verdict: { reasons } }: Report): Section[] {
  if (reasons.length === 0) return [];
  return [
    {
      name: 'reasons',
      priority: priorities.reasons,
      sizes: [100, 30, 10, 3],
      render: (count) => listReasons(reasons, count),
    },
  ];
}

function listReasons(reasons: Report['verdict']['reasons'], count: number): Markup {
  const lines = reasons.slice(0, count).map(({ level, text, check, lift }) => {
    const icon = icons[verdictTones[level]];
    const advice =
      lift === undefined ? emptyMarkup : fillMarkdown`<br><em>${renderAdvice(lift, maxSentence)}</em>`;
    return fillMarkdown`- ${icon} ${shortenMiddle(text, maxSentence)} (<code>${shortenMiddle(check, 100)}</code>)${advice}`;
  });
  const hidden = reasons.length - lines.length;
  const more = hidden > 0 ? [fillMarkdown`- … and ${formatQuantity(hidden, 'more reason')}`] : [];
  return joinMarkup([...lines, ...more], '\n');
}

export function planWhenToStop({ verdict: { whenToStop } }: Report): Section[] {
  if (whenToStop === undefined) return [];
  return [
    {
      name: 'when to stop',
      priority: priorities.reasons,
      render: () => fillMarkdown`**When to stop:** ${shortenMiddle(whenToStop, maxSentence)}`,
    },
  ];
}
