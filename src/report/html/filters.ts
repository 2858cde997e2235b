import { compareText } from '../../model/order.ts';
import type { Report } from '../../model/report.ts';
import { shortenMiddle } from '../../model/shorten-text.ts';
import { revealInvisible } from '../escape.ts';
import { listSplits } from '../format.ts';
import { fillHtml, type Markup } from '../markup.ts';
import { severityWords } from '../outcome.ts';
import type { CheckFindings } from './finding-row.ts';

/** Names that are suggested as one types; any other can be typed as well. */
const maxSubjectsSuggested = 500;
const maxSplits = 50;

/** The controls that choose findings; the page's script shows them. */
export function renderFilters(report: Report, checks: readonly CheckFindings[]): Markup {
  const found = new Set(checks.map(({ severity }) => severity));
  const severities = (['error', 'warning', 'info'] as const).filter((severity) => found.has(severity));
  const splits = listSplits(report.dataset)
    .slice(0, maxSplits)
    .map(({ name }) => revealInvisible(shortenMiddle(name, 100)));
  const subjects = new Set<string>();
  for (const { rows } of checks)
    for (const row of rows) for (const subject of row.subjects) subjects.add(subject);
  const suggested = [...subjects].sort(compareText).slice(0, maxSubjectsSuggested);
  return fillHtml`<div class="filters" id="filters" role="search" aria-label="Findings" hidden>
<label class="wide">Search <input type="search" id="filter-text" autocomplete="off" maxlength="200"></label>
<label>Check <select id="filter-check"><option value="">all</option>${checks.map(({ place, id }) => fillHtml`<option value="${place}">${id}</option>`)}</select></label>
<label>Split <select id="filter-split"><option value="">all</option>${splits.map((name) => fillHtml`<option value="${name}">${name}</option>`)}</select></label>
<label>Subject <input type="text" id="filter-subject" list="subjects" autocomplete="off" maxlength="200"></label>
<datalist id="subjects">${suggested.map((name) => fillHtml`<option value="${name}"></option>`)}</datalist>
<fieldset><legend>Severity</legend>${severities.map(renderSeverity)}</fieldset>
<p class="found"><output id="found"></output> <button type="button" id="clear" class="plain" hidden>Show all</button></p>
</div>
`;
}

function renderSeverity(severity: keyof typeof severityWords): Markup {
  return fillHtml`<label><input type="checkbox" name="severity" value="${severity}" checked> ${severityWords[severity].many}</label>`;
}
