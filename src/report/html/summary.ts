import { formatCount, formatShare } from '../../model/number-words.ts';
import { countFindings, type Report } from '../../model/report.ts';
import { shortenMiddle } from '../../model/shorten-text.ts';
import { listDomains, listSplits, type NamedCount } from '../format.ts';
import { emptyMarkup, fillHtml, type Markup } from '../markup.ts';
import { severityWords, verdictTones, verdictWords } from '../outcome.ts';
import type { PageContent } from './page-content.ts';
import { element } from './page-element.ts';
import { drawAdvice } from './row-elements.ts';
import { writeElement } from './write-element.ts';

const maxBars = 12;
const maxTextLength = 1000;

/** The answer, and why it is not better: each reason leads to the check that gives it. */
export function renderVerdict({ verdict, checks }: Report, { anchors }: PageContent): Markup {
  const words = verdictWords[verdict.level];
  const reasons = verdict.reasons.map((reason) => {
    const text = shortenMiddle(reason.text, maxTextLength);
    const id = fillHtml`<code>${shortenMiddle(reason.check, 100)}</code>`;
    const check = checks.find((one) => one.id === reason.check);
    const anchor = check && anchors.get(check);
    const source = fillHtml`<p class="source">${anchor === undefined ? id : fillHtml`<a href="#${anchor}">${id}</a>`}</p>`;
    const lift =
      reason.lift === undefined
        ? emptyMarkup
        : fillHtml`${renderLift(shortenMiddle(reason.lift, maxTextLength))}\n`;
    return fillHtml`<li class="${verdictTones[reason.level]}"><p>${text}</p>\n${source}${lift}</li>\n`;
  });
  const list = reasons.length === 0 ? emptyMarkup : fillHtml`<ul class="reasons">\n${reasons}</ul>`;
  return fillHtml`<section class="verdict ${verdictTones[verdict.level]}" aria-labelledby="verdict">
<h2 id="verdict">${words.title}</h2>
<p>${words.sentence}</p>
${list}${renderWhenToStop(verdict)}
</section>`;
}

function renderLift(lift: string): Markup {
  return writeElement(element('p', { class: 'lift' }, ...drawAdvice(lift)));
}

function renderWhenToStop({ whenToStop }: Report['verdict']): Markup {
  return whenToStop === undefined
    ? emptyMarkup
    : fillHtml`\n<p class="stop"><strong>When to stop</strong> ${shortenMiddle(whenToStop, maxTextLength)}</p>`;
}

/** How much there is of the dataset, and of what is wrong with it. */
export function renderTiles(report: Report): Markup {
  const { counts } = report.dataset;
  const found = countFindings(report);
  const share = formatShare(counts.labelled, counts.samples);
  const severities = (['error', 'warning', 'info'] as const).map((severity) => {
    const { one, many } = severityWords[severity];
    const tone = found[severity] > 0 ? severity : 'skipped';
    return renderTile(found[severity], found[severity] === 1 ? one : many, '', tone);
  });
  return fillHtml`<section aria-label="Counts">
<dl class="tiles">
${renderTile(counts.samples, counts.samples === 1 ? 'sample' : 'samples')}
${renderTile(counts.labelled, 'labelled', share ?? '')}
${renderTile(counts.subjects, counts.subjects === 1 ? 'subject' : 'subjects')}
${severities}
</dl>
</section>`;
}

function renderTile(count: number, label: string, note = '', tone = ''): Markup {
  const detail = note === '' ? emptyMarkup : fillHtml` <span class="note">${note}</span>`;
  return fillHtml`<div class="tile ${tone}"><dt>${label}</dt><dd>${formatCount(count)}${detail}</dd></div>
`;
}

/** Samples by split and by domain. */
export function renderComposition({ dataset }: Report): Markup {
  const panels = [
    renderBars('Splits', listSplits(dataset), dataset.counts.samples),
    renderBars('Domains', listDomains(dataset), dataset.counts.samples, dataset.targetDomain),
  ];
  if (panels.every((panel) => panel === emptyMarkup)) return emptyMarkup;
  return fillHtml`<section aria-labelledby="composition">
<h2 id="composition">Composition</h2>
<div class="panels">
${panels}</div>
</section>`;
}

/** A table whose cells carry the bars, so that the numbers are there for those who see no bars. */
function renderBars(title: string, counts: readonly NamedCount[], samples: number, target?: string): Markup {
  if (counts.length === 0) return emptyMarkup;
  const rows = counts.slice(0, maxBars).map(({ name, count }) => {
    const share = formatShare(count, samples) ?? '';
    const percent = samples > 0 ? Math.min(100, Math.max(0, (100 * count) / samples)) : 0;
    const mark = name === target ? fillHtml` <span class="mark">target</span>` : emptyMarkup;
    return fillHtml`<tr><th scope="row">${shortenMiddle(name, 60)}${mark}</th><td class="bar"><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect class="fill" width="${percent.toFixed(2)}" height="8"/></svg></td><td class="number">${formatCount(count)}</td><td class="number share">${share}</td></tr>
`;
  });
  const hidden = counts.length - rows.length;
  const more =
    hidden > 0 ? fillHtml`<tr><td colspan="4">… ${formatCount(hidden)} more</td></tr>\n` : emptyMarkup;
  return fillHtml`<div class="panel">
<table class="bars">
<caption>${title}</caption>
<thead class="unseen"><tr><th scope="col">Name</th><td></td><th scope="col">Samples</th><th scope="col">Share</th></tr></thead>
<tbody>
${rows}${more}</tbody>
</table>
</div>
`;
}
