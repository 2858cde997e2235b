import { isObject } from '../../charts/rows.ts';
import { formatNumber } from '../../model/number-words.ts';
import { compareText } from '../../model/order.ts';
import type { Chart } from '../../model/report.ts';
import { shortenMiddle } from '../../model/shorten-text.ts';
import { emptyMarkup, fillHtml, Markup } from '../markup.ts';
import type { DrawnChart } from './page-content.ts';

const maxTextLength = 1000;
/** Rows of numbers below a chart; `report.json` has all. */
const maxTableRows = 60;

/** A page needs no namespaces: its parser knows SVG. */
const namespaces = / xmlns(?::xlink)?="[^"]*"/gu;

/** Charts, each with its numbers in a table for those who do not see it. */
export function renderFigures(charts: readonly DrawnChart[]): Markup {
  if (charts.length === 0) return emptyMarkup;
  return fillHtml`<div class="figures">
${charts.map(renderFigure)}</div>
`;
}

/** Vega has escaped the texts in the picture. */
function renderFigure({ chart, svg }: DrawnChart): Markup {
  const words = shortenMiddle(chart.alternative, maxTextLength);
  return fillHtml`<figure><div class="chart" role="img" aria-label="${shortenMiddle(chart.title, maxTextLength)}">${new Markup(svg.replace(namespaces, ''))}</div>
<figcaption><p>${words}</p>
<details><summary>Numbers</summary>
${renderNumbers(chart)}</details></figcaption></figure>
`;
}

function renderNumbers({ data }: Chart): Markup {
  const values = isObject(data) && Array.isArray(data['values']) ? data['values'].filter(isObject) : [];
  const columns = Object.keys(values[0] ?? {})
    .sort(compareText)
    .slice(0, 8);
  const isNumeric = (name: string): boolean => values.every((row) => typeof (row[name] ?? 0) === 'number');
  const looks = new Map(columns.map((name) => [name, isNumeric(name) ? 'number' : 'words']));
  const head = columns.map(
    (name) => fillHtml`<th scope="col" class="${looks.get(name) ?? ''}">${shortenMiddle(name, 40)}</th>`,
  );
  const rows = values.slice(0, maxTableRows).map((row) => {
    const cells = columns.map((name) => {
      const value = row[name] ?? '';
      if (typeof value === 'number')
        return fillHtml`<td class="number" data-value="${value}">${formatNumber(value)}</td>`;
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      return fillHtml`<td class="${looks.get(name) ?? ''}">${shortenMiddle(text, 60)}</td>`;
    });
    return fillHtml`<tr>${cells}</tr>\n`;
  });
  const hidden = values.length - rows.length;
  const more =
    hidden > 0
      ? fillHtml`<p class="note">… ${formatNumber(hidden)} more in the JSON report.</p>`
      : emptyMarkup;
  return fillHtml`<table class="numbers sortable"><thead><tr>${head}</tr></thead>
<tbody>
${rows}</tbody></table>${more}`;
}
