import type { CheckReport, Report } from '../model/report.ts';
import { formatCount } from '../model/number-words.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { renderChange } from './html/change.ts';
import { renderFigures } from './html/charts.ts';
import { renderCheckSection, whereAllAre } from './html/check-sections.ts';
import { clientScript } from './html/client-script.ts';
import { renderFilters } from './html/filters.ts';
import { placeContent, type PageContent } from './html/page-content.ts';
import { writePageData, type WrittenData } from './html/page-data.ts';
import type { DrawnSamples } from './html/pictures.ts';
import { writePolicy } from './html/policy.ts';
import { renderAccepted, renderCheckTable } from './html/quiet-checks.ts';
import { htmlStyle } from './html/style.ts';
import { renderComposition, renderTiles, renderVerdict } from './html/summary.ts';
import { emptyMarkup, fillHtml, Markup } from './markup.ts';
import { describeChecks, groupChecks, verdictWords } from './outcome.ts';

const maxTextLength = 1000;
/** Bytes of a page that any mail and any browser takes. */
const maxPageBytes = 19_000_000;
/** What findings may take however large the pictures are. */
const minFindingsBytes = 4_000_000;

/** A page is the head and these, in this order; each is empty where it has nothing to say. */
const sections: readonly ((report: Report, content: PageContent, data: WrittenData) => Markup)[] = [
  renderVerdict,
  renderTiles,
  renderChange,
  renderComposition,
  renderFailing,
  renderOtherCharts,
  renderPassed,
  renderSkipped,
  renderAccepted,
];

/**
 * The report as one page that needs nothing beside it: no fonts, no network, and no script to be read; its own script
 * filters, sorts and turns the pages of the findings.
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
  const pictures = [...drawn.values(), ...(samples?.tiles.map(({ png }) => png) ?? [])];
  const pictureBytes = pictures.reduce((sum, { length }) => sum + (4 / 3) * length, 0);
  const data = writePageData(report, Math.max(minFindingsBytes, maxPageBytes - pictureBytes));
  const content = placeContent(report, data, drawn, samples);
  return fillHtml`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${writePolicy(clientScript, htmlStyle)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${verdictWords[report.verdict.level].title}: ${name}</title>
<style>${new Markup(htmlStyle)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the verdict</a>
<header>
<p class="product">holdout · dataset report</p>
<h1>${name}</h1>
${description}
</header>
<main id="main">
${sections.map((render) => render(report, content, data))}
</main>
<footer><p>${describeChecks(report)} · holdout ${shortenMiddle(report.tool.version, 40)}</p></footer>
<script type="application/json" id="data">${new Markup(data.json)}</script>
<script>${new Markup(clientScript)}</script>
</body>
</html>
`.text;
}

/** What is wrong, the gravest first. */
function renderFailing(report: Report, content: PageContent, { checks, isShortened }: WrittenData): Markup {
  const { failing } = groupChecks(report);
  if (failing.length === 0) return emptyMarkup;
  const note = isShortened
    ? fillHtml`<p class="note">There is more than a page can hold: of each finding a part is shown, and ${whereAllAre}.</p>\n`
    : emptyMarkup;
  const found = failing.flatMap((check) => content.findings.get(check) ?? []);
  return fillHtml`<section aria-labelledby="findings">
<h2 id="findings">What was found</h2>
${note}${checks.size > 0 ? renderFilters(report, found) : emptyMarkup}${failing.map((check) => renderCheckSection(check, content))}</section>
`;
}

/** Charts of checks that the report does not hold. */
function renderOtherCharts(_: Report, { charts }: PageContent): Markup {
  const others = charts.get('') ?? [];
  if (others.length === 0) return emptyMarkup;
  return fillHtml`<section aria-labelledby="charts">
<h2 id="charts">Charts</h2>
${renderFigures(others)}</section>
`;
}

/** What is well. */
function renderPassed(report: Report, content: PageContent): Markup {
  return renderQuiet('passed', 'Passed', groupChecks(report).passed, content);
}

/** What was not asked, and why. */
function renderSkipped(report: Report, content: PageContent): Markup {
  return renderQuiet('skipped', 'Skipped', groupChecks(report).skipped, content);
}

/** Checks without findings: in full where there is something to see, else a line each. */
function renderQuiet(
  id: string,
  title: string,
  checks: readonly CheckReport[],
  content: PageContent,
): Markup {
  if (checks.length === 0) return emptyMarkup;
  const hasPictures = ({ id }: CheckReport): boolean => content.charts.has(id) || content.pictures.has(id);
  return fillHtml`<section aria-labelledby="${id}">
<h2 id="${id}">${title} <span class="count">${formatCount(checks.length)}</span></h2>
${checks.filter(hasPictures).map((check) => renderCheckSection(check, content))}${renderCheckTable(checks.filter((check) => !hasPictures(check)))}</section>
`;
}
