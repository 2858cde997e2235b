import type { Listed, MentionedFinding } from '../../model/change.ts';
import { formatCount, formatQuantity } from '../../model/number-words.ts';
import type { Report } from '../../model/report.ts';
import type { FindingSeverity } from '../../model/severity.ts';
import { shortenMiddle } from '../../model/shorten-text.ts';
import {
  describeConsequences,
  describeGrade,
  describeMove,
  isTrainToTest,
  listCounts,
  listKinds,
  listNewFindings,
  listSeverities,
  nameBase,
  summarizeChange,
} from '../change-words.ts';
import { emptyMarkup, fillHtml, type Markup } from '../markup.ts';
import { severityWords, verdictWords } from '../outcome.ts';

const maxTextLength = 2000;
const maxPathLength = 200;

/** What changed and what the policy would change, as parts of the page. Empty without a change. */
export function renderChange(report: Report): Markup {
  const { change } = report;
  if (!change) return emptyMarkup;
  const base = nameBase(change);
  const since = base === undefined ? emptyMarkup : fillHtml` since <code>${base}</code>`;
  const notes = change.notes.map(
    (note) => fillHtml`<p class="note">${shortenMiddle(note, maxTextLength)}</p>\n`,
  );
  return fillHtml`<section aria-labelledby="change">
<h2 id="change">What changed${since}</h2>
<p>${shortenMiddle(summarizeChange(report) ?? '', maxTextLength)}</p>
${notes}${renderMovedSubjects(report)}${renderCounts(report)}${renderNewFindings(report)}${renderSamples(report)}</section>
${renderPolicy(report)}`;
}

function renderMovedSubjects({ change }: Report): Markup {
  const moved = change?.samples?.movedSubjects;
  if (!moved || moved.items.length === 0) return emptyMarkup;
  const rows = moved.items.map((one) => {
    const mark = isTrainToTest(one) ? fillHtml` <span class="mark">train to test</span>` : emptyMarkup;
    return fillHtml`<tr><th scope="row"><code>${shortenMiddle(one.subject, maxPathLength)}</code></th><td>${describeMove(one)}${mark}</td></tr>\n`;
  });
  return fillHtml`<table>
<caption>${formatQuantity(moved.total, 'subject')} moved between splits</caption>
<thead><tr><th scope="col">Subject</th><th scope="col">Splits</th></tr></thead>
<tbody>
${rows}${more(moved.total - rows.length, 2)}</tbody>
</table>
`;
}

function renderCounts(report: Report): Markup {
  const counts = listCounts(report);
  if (counts.length === 0) return emptyMarkup;
  const rows = counts.map(({ name, before, after, isChanged }) => {
    const now = isChanged ? fillHtml`<strong>${after}</strong>` : fillHtml`${after}`;
    return fillHtml`<tr><th scope="row">${name}</th><td class="number">${before}</td><td class="number">${now}</td></tr>\n`;
  });
  return fillHtml`<table>
<caption>Counts</caption>
<thead><tr><th scope="col">What</th><th scope="col" class="number">Before</th><th scope="col" class="number">After</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
`;
}

function renderNewFindings(report: Report): Markup {
  const findings = report.change?.findings;
  if (!findings) return emptyMarkup;
  const items = listNewFindings(report)
    .slice(0, 100)
    .map(
      ({ check, finding }) =>
        fillHtml`<li>new ${severityWords[finding.severity].one} <code>${shortenMiddle(check.id, 100)}</code> ${shortenMiddle(finding.message, maxTextLength)}</li>\n`,
    );
  const words = [findings.new, findings.fixed, findings.unchanged].map(
    (counts) => listSeverities(counts) || 'none',
  );
  const [found = '', fixed = '', unchanged = ''] = words;
  const list = items.length === 0 ? emptyMarkup : fillHtml`<ul>\n${items}</ul>\n`;
  return fillHtml`<p><strong>Findings:</strong> new ${found} · fixed ${fixed} · unchanged ${unchanged}</p>
${list}${renderMentioned('fixed', findings.fixedFindings)}`;
}

function renderSamples({ change }: Report): Markup {
  if (!change?.samples) return emptyMarkup;
  const kinds = listKinds(change.samples)
    .filter(({ total }) => total > 0)
    .map(({ word, total, lines }) =>
      renderList(
        `${formatQuantity(total, 'sample')} ${word}`,
        lines.map((line) => fillHtml`${line}`),
        total,
      ),
    );
  return fillHtml`${kinds}`;
}

function renderPolicy({ change }: Report): Markup {
  const policy = change?.policy;
  if (!policy) return emptyMarkup;
  const rows = policy.settings.items.map(
    ({ name, before, after }) =>
      fillHtml`<tr><th scope="row"><code>${shortenMiddle(name, maxPathLength)}</code></th><td>${showSetting(before)}</td><td>${showSetting(after)}</td></tr>\n`,
  );
  return fillHtml`<section aria-labelledby="policy">
<h2 id="policy">Policy</h2>
<p>This changes what is asked of the dataset. Until it is merged, the base’s policy judges; under the new one the verdict would be <strong>${verdictWords[policy.verdict].title}</strong>, and ${describeConsequences(policy)}.</p>
<table>
<caption>Settings</caption>
<thead><tr><th scope="col">Setting</th><th scope="col">Base</th><th scope="col">This change</th></tr></thead>
<tbody>
${rows}${more(policy.settings.total - rows.length, 3)}</tbody>
</table>
${renderMentioned('would appear', policy.appearing)}${renderMentioned('would vanish', policy.vanishing)}${renderMentioned('would have another severity', policy.regraded)}</section>`;
}

function showSetting(value: string | undefined): Markup {
  return value === undefined
    ? fillHtml`<em>default</em>`
    : fillHtml`<code>${shortenMiddle(value, maxPathLength)}</code>`;
}

function renderMentioned(
  how: string,
  { items, total }: Listed<MentionedFinding & { readonly wouldBe?: FindingSeverity }>,
): Markup {
  if (total === 0) return emptyMarkup;
  const lines = items.map(
    ({ check, message, ...graded }) =>
      fillHtml`${describeGrade(graded)} <code>${shortenMiddle(check, 100)}</code> ${shortenMiddle(message, maxTextLength)}`,
  );
  return renderList(`${formatQuantity(total, 'finding')} ${how}`, lines, total);
}

function renderList(title: string, lines: readonly Markup[], total: number): Markup {
  if (lines.length === 0) return fillHtml`<p>${title}</p>\n`;
  const items = lines.map((line) => fillHtml`<li>${line}</li>\n`);
  const hidden = total - lines.length;
  const rest = hidden > 0 ? fillHtml`<li>… ${formatCount(hidden)} more</li>\n` : emptyMarkup;
  return fillHtml`<details><summary>${title}</summary>
<ul>
${items}${rest}</ul>
</details>
`;
}

function more(hidden: number, columns: number): Markup {
  return hidden > 0
    ? fillHtml`<tr><td colspan="${columns}">… ${formatCount(hidden)} more</td></tr>\n`
    : emptyMarkup;
}
