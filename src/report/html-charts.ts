import { isObject } from '../charts/rows.ts';
import { formatNumber } from '../model/number-words.ts';
import { compareText } from '../model/order.ts';
import type { Chart, Report } from '../model/report.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { emptyMarkup, fillHtml, Markup } from './markup.ts';

const maxTextLength = 1000;
/** Rows of numbers below a chart; `report.json` has all. */
const maxTableRows = 60;

/** A page needs no namespaces: its parser knows SVG. */
const namespaces = / xmlns(?::xlink)?="[^"]*"/gu;

/** The charts, each with its numbers in a table for those who do not see it. */
export function renderCharts({ charts }: Report, drawn: ReadonlyMap<string, string>): Markup {
  const figures = charts.flatMap((chart) => {
    const svg = drawn.get(chart.id);
    return svg === undefined ? [] : [renderFigure(chart, svg)];
  });
  if (figures.length === 0) return emptyMarkup;
  return fillHtml`<section aria-labelledby="charts">
<h2 id="charts">Charts</h2>
<div class="figures">
${figures}</div>
</section>`;
}

/** @param svg as `drawCharts` makes it: Vega has escaped the texts in it */
function renderFigure(chart: Chart, svg: string): Markup {
  const words = shortenMiddle(chart.alternative, maxTextLength);
  return fillHtml`<figure><div class="chart" role="img" aria-label="${words}">${new Markup(svg.replace(namespaces, ''))}</div>
<figcaption><details><summary>Numbers</summary>
${renderNumbers(chart)}</details></figcaption></figure>
`;
}

function renderNumbers({ data }: Chart): Markup {
  const values = isObject(data) && Array.isArray(data['values']) ? data['values'].filter(isObject) : [];
  const columns = Object.keys(values[0] ?? {})
    .sort(compareText)
    .slice(0, 8);
  const head = columns.map((name) => fillHtml`<th scope="col">${shortenMiddle(name, 40)}</th>`);
  const rows = values.slice(0, maxTableRows).map((row) => {
    const cells = columns.map((name) => {
      const value = row[name] ?? '';
      const text = typeof value === 'number' ? formatNumber(value) : shortenMiddle(JSON.stringify(value), 60);
      return fillHtml`<td>${text}</td>`;
    });
    return fillHtml`<tr>${cells}</tr>\n`;
  });
  const hidden = values.length - rows.length;
  const more =
    hidden > 0
      ? fillHtml`<p class="note">… ${formatNumber(hidden)} more in the JSON report.</p>`
      : emptyMarkup;
  return fillHtml`<table class="numbers"><thead><tr>${head}</tr></thead>
<tbody>
${rows}</tbody></table>${more}`;
}
