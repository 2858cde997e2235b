import { formatCount, formatQuantity } from '../../model/number-words.ts';
import type { CheckReport, Report } from '../../model/report.ts';
import { shortenMiddle } from '../../model/shorten-text.ts';
import { emptyMarkup, fillHtml, type Markup } from '../markup.ts';
import { countAccepted, describeCoverage } from '../outcome.ts';
import { renderMeasurements, whereAllAre } from './check-sections.ts';

/** More accepted findings would make a page that browsers are slow to open. */
const maxAcceptedShown = 100;
const maxTextLength = 2000;

/** Checks of which there is nothing to see but a line. */
export function renderCheckTable(checks: readonly CheckReport[]): Markup {
  if (checks.length === 0) return emptyMarkup;
  return fillHtml`<table class="checks sortable">
<thead><tr><th scope="col">Check</th><th scope="col">Result</th></tr></thead>
<tbody>
${checks.map(renderCheckRow)}</tbody>
</table>
`;
}

function renderCheckRow(check: CheckReport): Markup {
  const coverage = describeCoverage(check);
  const note = coverage === undefined ? emptyMarkup : fillHtml` <span class="note">${coverage}</span>`;
  return fillHtml`<tr><th scope="row"><code>${shortenMiddle(check.id, 100)}</code></th><td>${shortenMiddle(check.summary, maxTextLength)}${note}${renderMeasurements(check.measurements)}</td></tr>
`;
}

/** The findings that the config accepts, with the reason that was given. */
export function renderAccepted(report: Report): Markup {
  const count = countAccepted(report);
  if (count === 0) return emptyMarkup;
  const all = report.checks.flatMap((check) =>
    check.accepted.map((finding) => ({ check: check.id, ...finding })),
  );
  const rows = all.slice(0, maxAcceptedShown).map(({ check, message, accepted: { reason, until } }) => {
    const end = until === undefined ? '' : shortenMiddle(until, 20);
    return fillHtml`<tr><th scope="row"><code>${shortenMiddle(check, 100)}</code></th><td>${shortenMiddle(message, maxTextLength)}</td><td>${shortenMiddle(reason, maxTextLength)}</td><td>${end}</td></tr>
`;
  });
  const hidden = count - rows.length;
  const more =
    hidden > 0
      ? fillHtml`<p class="note">${formatCount(hidden)} more are not in this page: ${whereAllAre}.</p>`
      : emptyMarkup;
  return fillHtml`<section aria-labelledby="accepted">
<h2 id="accepted">Accepted</h2>
<p class="note">${formatQuantity(count, 'finding')} that the config accepts; they decide nothing.</p>
<table class="accepted sortable">
<thead><tr><th scope="col">Check</th><th scope="col">Finding</th><th scope="col">Reason</th><th scope="col">Until</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
${more}</section>`;
}
