import { formatCount, formatShare } from '../model/number-words.ts';
import { countFindings, type Report } from '../model/report.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { listDomains, listSplits, type NamedCount } from './format.ts';
import { joinBlocks, tabulate } from './markdown-parts.ts';
import { priorities, type Section } from './markdown-section.ts';
import { emptyMarkup, fillMarkdown, joinMarkup, type Markup } from './markup.ts';
import { countSeverity, describeChecks } from './outcome.ts';

/** What the dataset holds, in a row. */
export function planCounts(report: Report): Section[] {
  return [
    {
      name: 'the dataset’s counts',
      priority: priorities.counts,
      sizes: [100, 10],
      render: (names) => renderCounts(report, names),
    },
  ];
}

function renderCounts({ dataset, change }: Report, maxNames: number): Markup {
  const { counts, targetDomain } = dataset;
  const share = formatShare(counts.labelled, counts.samples);
  const table = tabulate(
    [
      { title: fillMarkdown`Samples`, align: 'right' },
      { title: fillMarkdown`Labelled`, align: 'right' },
      { title: fillMarkdown`Subjects`, align: 'right' },
      { title: fillMarkdown`Splits`, align: 'left' },
      { title: fillMarkdown`Domains`, align: 'left' },
    ],
    [
      [
        fillMarkdown`${formatCount(counts.samples)}`,
        fillMarkdown`${formatCount(counts.labelled)}${share === undefined ? emptyMarkup : fillMarkdown` (${share})`}`,
        fillMarkdown`${formatCount(counts.subjects)}`,
        listNames(listSplits(dataset), maxNames),
        listNames(listDomains(dataset), maxNames, targetDomain),
      ],
    ],
  );
  // What changed has a heading of its own, under which this does not belong.
  return change ? joinBlocks([fillMarkdown`### The dataset now`, table]) : table;
}

function listNames(counts: readonly NamedCount[], maxNames: number, target?: string): Markup {
  const shown = counts.slice(0, maxNames).map(({ name, count }) => {
    const mark = name === target ? fillMarkdown` (target)` : emptyMarkup;
    return fillMarkdown`${shortenMiddle(name, 60)} ${formatCount(count)}${mark}`;
  });
  const hidden = counts.length - shown.length;
  return joinMarkup([...shown, ...(hidden > 0 ? [fillMarkdown`… ${formatCount(hidden)} more`] : [])], '<br>');
}

/** What was found by what, in a line at the end. */
export function planClosing(report: Report): Section[] {
  const counts = countFindings(report);
  const found = (['error', 'warning', 'info'] as const).map((severity) =>
    countSeverity(counts[severity], severity),
  );
  const tool = shortenMiddle(report.tool.version, 40);
  return [
    {
      name: 'the closing line',
      priority: priorities.checks,
      render: () =>
        fillMarkdown`<sub>${found.join(', ')} in ${describeChecks(report)} · holdout ${tool}</sub>`,
    },
  ];
}
