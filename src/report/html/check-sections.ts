import type { JsonObject } from '../../model/json.ts';
import { formatCount, formatQuantity } from '../../model/number-words.ts';
import type { CheckReport } from '../../model/report.ts';
import { shortenMiddle } from '../../model/shorten-text.ts';
import { formatEvidence } from '../format.ts';
import { emptyMarkup, fillHtml, joinMarkup, type Markup } from '../markup.ts';
import { describeCoverage, describeStatus, toneOf } from '../outcome.ts';
import { renderFigures } from './charts.ts';
import { listColumns, pageSize, type CheckFindings, type Column } from './finding-row.ts';
import { findCommonFix } from './list-rows.ts';
import type { PageContent } from './page-content.ts';
import { renderPictures } from './pictures.ts';
import { drawFinding, drawFix, drawSubject } from './row-elements.ts';
import { countBySubject, isWorthCounting } from './subject-counts.ts';
import { writeElement } from './write-element.ts';

const maxTextLength = 2000;

const columnTitles: Readonly<Record<Column, string>> = {
  finding: 'Finding',
  subject: 'Subject',
  split: 'Split',
  samples: 'Samples',
};

/** A check with all there is to see of it: what it found, in pictures and in words, and what to do. */
export function renderCheckSection(check: CheckReport, content: PageContent): Markup {
  const anchor = content.anchors.get(check) ?? '';
  const coverage = describeCoverage(check);
  const note = coverage === undefined ? emptyMarkup : fillHtml` <span class="note">${coverage}</span>`;
  const findings = content.findings.get(check);
  return fillHtml`<section class="check ${toneOf(check)}" id="${anchor}" aria-labelledby="${anchor}-title">
<h3 id="${anchor}-title"><code>${shortenMiddle(check.id, 100)}</code> ${renderPill(check)}</h3>
<p class="note question">${shortenMiddle(check.question, maxTextLength)}</p>
<p class="result">${shortenMiddle(check.summary, maxTextLength)}${note}</p>
${renderFix(findCommonFix(check.findings))}${renderFigures(content.charts.get(check.id) ?? [])}${renderPictures(content.pictures.get(check.id))}${findings ? renderFindings(findings) : renderUnseen(check)}${renderMeasurements(check.measurements)}</section>
`;
}

/** Where a report counts findings but does not show them. */
function renderUnseen({ findingsTotal }: CheckReport): Markup {
  if (findingsTotal === 0) return emptyMarkup;
  return fillHtml`<p class="note">${formatQuantity(findingsTotal, 'finding')}; the report names none.</p>\n`;
}

function renderFindings({ place, rows, total }: CheckFindings): Markup {
  const columns = listColumns(rows);
  const shown = rows.slice(0, pageSize);
  const hidden = total - shown.length;
  const more =
    hidden > 0
      ? fillHtml`<p class="note">${formatCount(shown.length)} of ${formatQuantity(total, 'finding')}.</p>`
      : emptyMarkup;
  const beyond =
    total > rows.length
      ? fillHtml`<p class="note">${formatCount(total - rows.length)} more are not in this page: ${whereAllAre}.</p>\n`
      : emptyMarkup;
  return fillHtml`<div class="findings" data-place="${place}">
${renderSubjects(rows)}<table class="rows">
<thead><tr>${columns.map(renderColumn)}</tr></thead>
<tbody>
${joinMarkup(
  shown.map((row) => writeElement(drawFinding(row, columns))),
  '\n',
)}
</tbody>
</table>
<div class="pager">${more}</div>
${beyond}</div>
`;
}

/** Where a reader finds what a page leaves out. */
export const whereAllAre = 'the JSON report lists up to 1,000 a check';

function renderColumn(column: Column): Markup {
  const look = column === 'samples' ? 'number' : 'words';
  return fillHtml`<th scope="col" class="${look}" data-column="${column}">${columnTitles[column]}</th>`;
}

function renderSubjects(rows: CheckFindings['rows']): Markup {
  const counts = countBySubject(rows);
  if (!isWorthCounting(rows, counts)) return emptyMarkup;
  const shown = counts.slice(0, pageSize);
  const more =
    counts.length > shown.length
      ? fillHtml`<p class="note">${formatCount(shown.length)} of ${formatQuantity(counts.length, 'subject')}.</p>`
      : emptyMarkup;
  return fillHtml`<details class="by-subject" open><summary>By subject</summary>
<table>
<thead><tr><th scope="col">Subject</th><th scope="col" class="number">Findings</th><th scope="col" class="number">Samples</th><th scope="col">Split</th></tr></thead>
<tbody>
${joinMarkup(
  shown.map((count) => writeElement(drawSubject(count, false))),
  '\n',
)}
</tbody>
</table>
<div class="pager">${more}</div></details>
`;
}

function renderFix(fix: string): Markup {
  if (fix === '') return emptyMarkup;
  return fillHtml`${writeElement(drawFix(shortenMiddle(fix, maxTextLength)))}\n`;
}

/** What a check measured, folded; nothing where that is nothing. */
export function renderMeasurements(measurements: JsonObject): Markup {
  const entries = formatEvidence(measurements);
  if (entries.length === 0) return emptyMarkup;
  const items = entries.map(({ label, value }) => fillHtml`<div><dt>${label}</dt><dd>${value}</dd></div>`);
  return fillHtml`<details class="measurements"><summary>Measured</summary><dl class="evidence">${items}</dl></details>
`;
}

export function renderPill(check: CheckReport): Markup {
  return fillHtml`<span class="pill ${toneOf(check)}">${describeStatus(check)}</span>`;
}
