import { followPath } from '../model/follow-path.ts';
import { maxCheckRunBytes, type CheckRun } from '../model/forge.ts';
import type { JsonObject } from '../model/json.ts';
import type { CheckReport, Report } from '../model/report.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { planBaselineFigures } from '../report/markdown-baseline.ts';
import { packSections } from '../report/markdown-budget.ts';
import { icons, renderAdvice } from '../report/markdown-parts.ts';
import { priorities, type Section } from '../report/markdown-section.ts';
import { fillHtml, fillMarkdown, joinMarkup, Markup } from '../report/markup.ts';
import { maxPartBytes, writePart, type BaselinePart, type PartMarker } from './baseline-part.ts';

/** What became of a request, as a person is told it. */
export type BaselineNews =
  /** A run waits for a runner. */
  | { readonly kind: 'sent' }
  /** No run was started. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** A run ended without a result that could be judged; that is no pass. */
  | { readonly kind: 'not-run'; readonly reason: string }
  /** What a run left is none of ours, or of another request. */
  | { readonly kind: 'unusable'; readonly reason: string }
  /** `report` holds the checks of baselines alone. */
  | { readonly kind: 'judged'; readonly report: Report; readonly isPassed: boolean };

export interface NewsFrame {
  /** Commit that was asked about. */
  readonly headSha: string;
  /** Page of the run. */
  readonly runUrl: string;
}

const maxReasonLength = 600;
const mostPublished = 20;
const findingSteps = [20, 5, 1];
/** Kept free for the hidden line and the closing one. */
const frameBytes = 600;
const maxTitleLength = 250;

/** The news as Markdown that stands by itself. */
export function composeSummary(news: BaselineNews, frame: NewsFrame): string {
  return `${renderNews(news, maxPartBytes - frameBytes)}\n${closeNews(frame)}`;
}

/** The part of a comment that tells the news. */
export function composePart(
  news: BaselineNews,
  frame: NewsFrame,
  run: Pick<PartMarker, 'runId' | 'attempt'>,
): BaselinePart {
  const phase = news.kind === 'sent' || news.kind === 'refused' ? 'sent' : 'ended';
  return writePart(
    { headSha: frame.headSha, runId: run.runId, attempt: run.attempt, phase },
    composeSummary(news, frame),
  );
}

/** The check run of the commit; undefined while nothing has ended. */
export function composeCheckRun(news: BaselineNews, name: string, url: string): CheckRun | undefined {
  if (news.kind === 'sent' || news.kind === 'refused') return undefined;
  const isPassed = news.kind === 'judged' && news.isPassed;
  return {
    name,
    url,
    conclusion: news.kind === 'not-run' ? 'cancelled' : isPassed ? 'success' : 'failure',
    title: shortenMiddle(titleOf(news), maxTitleLength),
    summary: renderNews(news, maxCheckRunBytes),
    annotations: [],
  };
}

/** The news in a sentence, without markup. */
export function titleOf(news: BaselineNews): string {
  switch (news.kind) {
    case 'sent':
      return 'Sent to a runner';
    case 'refused':
      return `Not sent: ${news.reason}`;
    case 'not-run':
      return `Not run: ${news.reason}`;
    case 'unusable':
      return `No result that can be used: ${news.reason}`;
    case 'judged':
      return findCheck(news.report, 'baseline/smoke')?.summary ?? 'Nothing was judged';
  }
}

function renderNews(news: BaselineNews, maxBytes: number): string {
  const title = shortenMiddle(titleOf(news), maxReasonLength);
  const heading = fillMarkdown`### ${iconOf(news)} Baseline: ${lowerFirst(title)}`;
  const body =
    news.kind === 'judged'
      ? planJudged(news.report)
      : news.kind === 'not-run'
        ? [planOne('what that means', fillMarkdown`That is no pass: nothing is known about this commit.`)]
        : [];
  return packSections([planOne('the heading', heading), ...body], { characters: maxBytes, bytes: maxBytes });
}

function planJudged(report: Report): Section[] {
  const smoke = findCheck(report, 'baseline/smoke');
  const published = findCheck(report, 'baseline/published');
  const accepted = smoke?.accepted.length ?? 0;
  return [
    ...(smoke ? planFindings('what is wrong', smoke) : []),
    ...(accepted === 0
      ? []
      : [planOne('what is accepted', fillMarkdown`${accepted} more accepted by the config.`)]),
    ...planBaselineFigures(report, published ? planPublished(published) : []),
  ];
}

function planFindings(name: string, { findings }: CheckReport): Section[] {
  if (findings.length === 0) return [];
  const render = (count: number): Markup => {
    const lines = findings
      .slice(0, count)
      .map(
        ({ message, fix }) =>
          fillMarkdown`- ${shortenMiddle(message, maxReasonLength)}<br><em>${renderAdvice(fix, maxReasonLength)}</em>`,
      );
    const hidden = findings.length - lines.length;
    return joinMarkup(hidden > 0 ? [...lines, fillMarkdown`- … and ${hidden} more`] : lines, '\n');
  };
  const counts = [...new Set(findingSteps.map((step) => Math.min(step, findings.length)))];
  return [{ name, priority: priorities.errors, sizes: counts, render }];
}

/** What others reached, with what keeps each from being compared. */
function planPublished({ measurements, findings }: CheckReport): Section[] {
  const { published } = measurements;
  if (!Array.isArray(published) || published.length === 0) return [];
  const rows = published.slice(0, mostPublished).map((score: unknown) => {
    const [metric, value, on, split, citation] = ['metric', 'value', 'on', 'split', 'citation'].map(
      (name) => {
        const found = followPath(score, [name]);
        return typeof found === 'string' || typeof found === 'number'
          ? shortenMiddle(String(found), 100)
          : '';
      },
    );
    const reasons = findings
      .filter(({ evidence, messageId }) => messageId !== 'low' && isSame(evidence, score))
      .map(({ message }) => fillMarkdown`${shortenMiddle(message, maxReasonLength)}`);
    const isComparable = followPath(score, ['isComparable']) === true;
    const verdict = isComparable ? fillMarkdown`yes` : joinMarkup([fillMarkdown`no`, ...reasons], '<br>');
    return fillMarkdown`| ${metric ?? ''} ${value ?? ''} | ${on ?? ''} | ${split ?? ''} | ${citation ?? ''} | ${verdict} |`;
  });
  const table = fillMarkdown`| Published | Domain | Split | By | Can be compared |
| :-- | :-- | :-- | :-- | :-- |
${joinMarkup(rows, '\n')}`;
  return [planOne('published scores', table)];
}

/** Whether a finding is about this score, which it repeats. */
function isSame(evidence: JsonObject, score: unknown): boolean {
  return ['metric', 'value', 'on', 'split', 'citation'].every(
    (name) => followPath(evidence, [name]) === followPath(score, [name]),
  );
}

function closeNews({ headSha, runUrl }: NewsFrame): string {
  const link = fillHtml`<a href="${runUrl}">run</a>`;
  return fillMarkdown`\n<sub>Baseline of ${headSha} · ${link}</sub>`.text;
}

const waitingIcon = new Markup('⏳');

function iconOf(news: BaselineNews): Markup {
  switch (news.kind) {
    case 'sent':
      return waitingIcon;
    case 'refused':
    case 'not-run':
      return icons.skipped;
    case 'unusable':
      return icons.error;
    case 'judged': {
      if (!news.isPassed) return icons.error;
      const isClean = findCheck(news.report, 'baseline/smoke')?.status === 'passed';
      return isClean ? icons.passed : icons.warning;
    }
  }
}

function findCheck({ checks }: Report, id: string): CheckReport | undefined {
  return checks.find((check) => check.id === id);
}

function planOne(name: string, markup: Markup): Section {
  return { name, priority: priorities.head, render: () => markup };
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
