import { formatLocation } from '../model/errors.ts';
import type { JsonObject } from '../model/json.ts';
import type { CheckReport, Finding, Report } from '../model/report.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { formatCount, formatQuantity } from '../model/number-words.ts';
import { formatEvidence } from './format.ts';
import { emptyMarkup, fillHtml } from './markup.ts';
import type { Markup } from './markup.ts';
import { countAccepted, describeCoverage, describeStatus, groupChecks, toneOf } from './outcome.ts';

/** More would make a page that browsers are slow to open; the JSON report lists all. */
const maxFindingsShown = 100;
/** The rest of a check's findings stays folded, so that the next check is in sight. */
const maxOpenCards = 5;
const maxSamplesShown = 100;
const maxTextLength = 2000;

/** One row a check: how it ended, what it found out and what it measured. */
export function renderCheckTable(report: Report): Markup {
  const { failing, passed, skipped } = groupChecks(report);
  if (report.checks.length === 0) return emptyMarkup;
  const rows = [...failing, ...passed, ...skipped].map((check) =>
    renderCheckRow(check, findAnchor(report, check)),
  );
  return fillHtml`<section aria-labelledby="checks">
<h2 id="checks">Checks</h2>
<table class="checks">
<thead><tr><th scope="col">Status</th><th scope="col">Check</th><th scope="col">Result</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>`;
}

function renderCheckRow(check: CheckReport, anchor: string): Markup {
  const coverage = describeCoverage(check);
  const id = fillHtml`<code>${shortenMiddle(check.id, 100)}</code>`;
  const link = check.findings.length > 0 ? fillHtml`<a href="#${anchor}">${id}</a>` : id;
  const note = coverage === undefined ? emptyMarkup : fillHtml` <span class="note">${coverage}</span>`;
  return fillHtml`<tr><td>${renderPill(check)}</td><th scope="row">${link}</th><td>${shortenMiddle(check.summary, maxTextLength)}${note}${renderMeasurements(check.measurements)}</td></tr>
`;
}

function renderMeasurements(measurements: JsonObject): Markup {
  if (Object.keys(measurements).length === 0) return emptyMarkup;
  return fillHtml`<details class="measurements"><summary>Measured</summary>${renderEvidence(measurements)}</details>`;
}

/** The findings of each failing check as cards, the gravest check first. */
export function renderFindings(report: Report): Markup {
  const withFindings = groupChecks(report).failing.filter(({ findings }) => findings.length > 0);
  if (withFindings.length === 0) return emptyMarkup;
  const sections = withFindings.map((check) => renderCheckFindings(check, findAnchor(report, check)));
  return fillHtml`<section aria-labelledby="findings">
<h2 id="findings">Findings</h2>
${sections}</section>`;
}

/** What to do is said once above the cards where all of them need the same. */
function renderCheckFindings(check: CheckReport, anchor: string): Markup {
  const shown = check.findings.slice(0, maxFindingsShown);
  const hidden = check.findingsTotal - shown.length;
  const fixes = new Set(shown.map(({ fix }) => fix));
  const [commonFix = ''] = fixes.size === 1 ? fixes : [];
  const cards = shown.map((finding) => renderCard(finding, fixes.size > 1 ? finding.fix : ''));
  const more =
    hidden > 0
      ? fillHtml`<p class="note">… ${formatCount(hidden)} more in the JSON report.</p>\n`
      : emptyMarkup;
  return fillHtml`<section class="check ${toneOf(check)}" id="${anchor}" aria-labelledby="${anchor}-title">
<h3 id="${anchor}-title"><code>${shortenMiddle(check.id, 100)}</code> ${renderPill(check)}</h3>
${renderFix(commonFix)}${renderCards(cards.slice(0, maxOpenCards))}${renderFolded(cards.slice(maxOpenCards))}${more}</section>
`;
}

function renderCards(cards: readonly Markup[]): Markup {
  return fillHtml`<ul class="cards">
${cards}</ul>
`;
}

function renderFolded(cards: readonly Markup[]): Markup {
  if (cards.length === 0) return emptyMarkup;
  return fillHtml`<details class="folded"><summary>${formatCount(cards.length)} more</summary>
${renderCards(cards)}</details>
`;
}

function renderCard({ message, evidence, location, samples, samplesTotal }: Finding, fix: string): Markup {
  const place =
    location === undefined
      ? emptyMarkup
      : fillHtml`<p class="place"><code>${shortenMiddle(formatLocation(location), 300)}</code></p>\n`;
  const proof = Object.keys(evidence).length === 0 ? emptyMarkup : fillHtml`${renderEvidence(evidence)}\n`;
  return fillHtml`<li class="card"><p class="message">${shortenMiddle(message, maxTextLength)}</p>
${place}${proof}${renderSamples(samples, samplesTotal)}${renderFix(fix)}</li>
`;
}

function renderFix(fix: string): Markup {
  if (fix === '') return emptyMarkup;
  return fillHtml`<p class="fix"><strong>What to do</strong> ${shortenMiddle(fix, maxTextLength)}</p>\n`;
}

function renderSamples(samples: readonly string[], total: number): Markup {
  if (samples.length === 0) return emptyMarkup;
  const shown = samples
    .slice(0, maxSamplesShown)
    .map((id) => fillHtml`<li><code>${shortenMiddle(id, 300)}</code></li>\n`);
  const hidden = total - shown.length;
  const more = hidden > 0 ? fillHtml`<li>… ${formatCount(hidden)} more</li>\n` : emptyMarkup;
  return fillHtml`<details class="samples"><summary>${formatQuantity(total, 'sample')}</summary>
<ul>
${shown}${more}</ul></details>
`;
}

/** The findings that the config accepts, with the reason that was given. */
export function renderAccepted(report: Report): Markup {
  const count = countAccepted(report);
  if (count === 0) return emptyMarkup;
  const all = report.checks.flatMap((check) =>
    check.accepted.map((finding) => ({ check: check.id, ...finding })),
  );
  const rows = all.slice(0, maxFindingsShown).map(({ check, message, accepted: { reason, until } }) => {
    const end = until === undefined ? '' : shortenMiddle(until, 20);
    return fillHtml`<tr><th scope="row"><code>${shortenMiddle(check, 100)}</code></th><td>${shortenMiddle(message, maxTextLength)}</td><td>${shortenMiddle(reason, maxTextLength)}</td><td>${end}</td></tr>
`;
  });
  const hidden = count - rows.length;
  const more =
    hidden > 0
      ? fillHtml`<p class="note">… ${formatCount(hidden)} more in the JSON report.</p>`
      : emptyMarkup;
  return fillHtml`<section aria-labelledby="accepted">
<h2 id="accepted">Accepted</h2>
<p class="note">${formatQuantity(count, 'finding')} that the config accepts; they decide nothing.</p>
<table class="accepted">
<thead><tr><th scope="col">Check</th><th scope="col">Finding</th><th scope="col">Reason</th><th scope="col">Until</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
${more}</section>`;
}

function renderEvidence(evidence: JsonObject): Markup {
  const entries = formatEvidence(evidence).map(
    ({ label, value }) => fillHtml`<div><dt>${label}</dt><dd>${value}</dd></div>`,
  );
  return fillHtml`<dl class="evidence">${entries}</dl>`;
}

function renderPill(check: CheckReport): Markup {
  return fillHtml`<span class="pill ${toneOf(check)}">${describeStatus(check)}</span>`;
}

/** By place, not by name: an id out of a stranger's report is no good anchor. */
function findAnchor(report: Report, check: CheckReport): string {
  return `check-${report.checks.indexOf(check) + 1}`;
}
