import type { Report } from '../model/report.ts';
import { countFindings } from '../model/report.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { formatCount, formatShare } from '../model/number-words.ts';
import { listDomains, listSplits } from './format.ts';
import type { NamedCount } from './format.ts';
import { renderChange } from './html-change.ts';
import { renderCharts } from './html-charts.ts';
import { renderAccepted, renderCheckTable, renderFindings } from './html-checks.ts';
import { renderSamples, type DrawnSamples } from './html-samples.ts';
import { htmlStyle } from './html-style.ts';
import { emptyMarkup, fillHtml, Markup } from './markup.ts';
import { describeChecks, severityWords, verdictTones, verdictWords } from './outcome.ts';

const maxBars = 12;
const maxTextLength = 1000;

/** Nothing is loaded or run: the page is one file of text and style, and hostile names stay text. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * The report as one page that needs nothing beside it: no scripts, no fonts, no network.
 * @param drawn the charts as `drawCharts` makes them
 * @param samples with their pictures; without them the page shows none
 */
export function renderHtml(
  report: Report,
  drawn: ReadonlyMap<string, string>,
  samples?: DrawnSamples,
): string {
  const { dataset } = report;
  const description =
    dataset.description === undefined
      ? emptyMarkup
      : fillHtml`<p class="lead">${shortenMiddle(dataset.description, maxTextLength)}</p>`;
  const name = shortenMiddle(dataset.name, 200);
  return fillHtml`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${verdictWords[report.verdict.level].title}: ${name}</title>
<style>${new Markup(htmlStyle)}</style>
</head>
<body>
<main>
<header>
<p class="product">holdout · dataset report</p>
<h1>${name}</h1>
${description}
</header>
${renderVerdict(report)}
${renderTiles(report)}
${renderChange(report)}
${renderComposition(report)}
${renderCharts(report, drawn)}
${samples ? renderSamples(samples) : emptyMarkup}
${renderCheckTable(report)}
${renderFindings(report)}
${renderAccepted(report)}
<footer><p>${describeChecks(report)} · holdout ${shortenMiddle(report.tool.version, 40)}</p></footer>
</main>
</body>
</html>
`.text;
}

function renderVerdict({ verdict }: Report): Markup {
  const words = verdictWords[verdict.level];
  const reasons = verdict.reasons.map((reason) => {
    const text = shortenMiddle(reason.text, maxTextLength);
    const source = fillHtml`<p class="source"><code>${shortenMiddle(reason.check, 100)}</code></p>`;
    const lift =
      reason.lift === undefined
        ? emptyMarkup
        : fillHtml`<p class="lift">${shortenMiddle(reason.lift, maxTextLength)}</p>\n`;
    return fillHtml`<li class="${verdictTones[reason.level]}"><p>${text}</p>\n${source}${lift}</li>\n`;
  });
  const list = reasons.length === 0 ? emptyMarkup : fillHtml`<ul class="reasons">\n${reasons}</ul>`;
  return fillHtml`<section class="verdict ${verdictTones[verdict.level]}" aria-labelledby="verdict">
<h2 id="verdict">${words.title}</h2>
<p>${words.sentence}</p>
${list}${renderWhenToStop(verdict)}
</section>`;
}

function renderWhenToStop({ whenToStop }: Report['verdict']): Markup {
  return whenToStop === undefined
    ? emptyMarkup
    : fillHtml`\n<p class="stop"><strong>When to stop</strong> ${shortenMiddle(whenToStop, maxTextLength)}</p>`;
}

function renderTiles(report: Report): Markup {
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

function renderComposition({ dataset }: Report): Markup {
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
