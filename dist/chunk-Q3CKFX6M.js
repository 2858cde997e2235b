import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  listCharts,
  neededFacts,
  runAudit,
  selectChecks,
  toSpec
} from "./chunk-NIS7GQYN.js";
import {
  measureWidth,
  padText,
  require_picocolors,
  truncateText,
  wrapItems,
  wrapText
} from "./chunk-F6QLZGOA.js";
import {
  baselineFacts,
  describeBaselineInput
} from "./chunk-TBXMUXOV.js";
import {
  catalogue,
  loadDataset,
  normalizeSpelling
} from "./chunk-UZECOBQA.js";
import {
  formatEvidence,
  listDomains,
  listSplits,
  renderMarkdown
} from "./chunk-MCB7YYOD.js";
import {
  compareText
} from "./chunk-IUUJTWCW.js";
import {
  countFindings
} from "./chunk-XPBF2K5R.js";
import {
  renderSamples
} from "./chunk-MWTHGIAA.js";
import {
  htmlStyle,
  isObject
} from "./chunk-LNLBBHNQ.js";
import {
  Markup,
  countAccepted,
  countSeverity,
  describeChecks,
  describeCoverage,
  describeStatus,
  emptyMarkup,
  fillHtml,
  groupChecks,
  severityWords,
  toneOf,
  verdictTones,
  verdictWords
} from "./chunk-YQ3SQXUQ.js";
import {
  formatCount,
  formatNumber,
  formatQuantity,
  formatShare
} from "./chunk-TJ7LRL3D.js";
import {
  escapeSarif,
  escapeTerminal,
  escapeXml,
  revealInvisible
} from "./chunk-LDMXMTXC.js";
import {
  formatLocation,
  shortenMiddle
} from "./chunk-4G4S7EEN.js";
import {
  __toESM
} from "./chunk-H6ZNR5XL.js";

// src/report/charts/text-width.ts
var widths = [
  ["ijl'|.,:;!", 0.25],
  ['ftrI()[]{}/\\-"* ', 0.33],
  ["JLck", 0.5],
  ["ABCDEFGHKNOPQRSTUVXYZ&<>=+~", 0.68],
  ["mwMW%@", 0.88]
];
var byCharacter = new Map(
  widths.flatMap(([characters, ems]) => Array.from(characters, (character) => [character, ems]))
);
var digitEms = 0.56;
function estimateWidth(text, fontSize) {
  let ems = 0;
  for (const character of text)
    ems += byCharacter.get(character) ?? ((character.codePointAt(0) ?? 0) >= 11904 ? 1 : digitEms);
  return ems * fontSize;
}

// src/report/charts/chart-svg.ts
async function drawCharts({ charts }) {
  const drawn = /* @__PURE__ */ new Map();
  const specs = charts.flatMap((chart) => {
    const spec = toSpec(revealTexts(chart));
    return spec ? [{ id: chart.id, spec }] : [];
  });
  if (specs.length === 0) return drawn;
  const [vega, { compile }] = await Promise.all([import("./vega.module-UVCFDNOP.js"), import("./build-L433D3ND.js")]);
  vega.textMetrics.width = (item, text) => estimateWidth(String(text), item.fontSize ?? 11);
  vega.resetSVGDefIds();
  for (const { id, spec } of specs) {
    const program = vega.parse(compile(spec, { logger: silentLogger }).spec);
    const view = new vega.View(program, { renderer: "none", logLevel: vega.Error, loader: refusingLoader });
    drawn.set(id, (await view.toSVG()).replaceAll("##[", "##&#91;"));
    view.finalize();
  }
  return drawn;
}
function revealTexts(chart) {
  return {
    ...chart,
    title: revealInvisible(chart.title),
    subtitle: revealInvisible(chart.subtitle),
    data: reveal(chart.data)
  };
}
function reveal(value) {
  if (typeof value === "string") return revealInvisible(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(reveal);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, reveal(entry)]));
}
var refuse = () => {
  throw new Error("a chart loads nothing");
};
var refusingLoader = { load: refuse, sanitize: refuse, http: refuse, file: refuse };
var silentLogger = {
  level: () => silentLogger,
  error: () => silentLogger,
  warn: () => silentLogger,
  info: () => silentLogger,
  debug: () => silentLogger
};

// src/report/html-charts.ts
var maxTextLength = 1e3;
var maxTableRows = 60;
var namespaces = / xmlns(?::xlink)?="[^"]*"/gu;
function renderCharts({ charts }, drawn) {
  const figures = charts.flatMap((chart) => {
    const svg = drawn.get(chart.id);
    return svg === void 0 ? [] : [renderFigure(chart, svg)];
  });
  if (figures.length === 0) return emptyMarkup;
  return fillHtml`<section aria-labelledby="charts">
<h2 id="charts">Charts</h2>
<div class="figures">
${figures}</div>
</section>`;
}
function renderFigure(chart, svg) {
  const words = shortenMiddle(chart.alternative, maxTextLength);
  return fillHtml`<figure><div class="chart" role="img" aria-label="${words}">${new Markup(svg.replace(namespaces, ""))}</div>
<figcaption><details><summary>Numbers</summary>
${renderNumbers(chart)}</details></figcaption></figure>
`;
}
function renderNumbers({ data }) {
  const values = isObject(data) && Array.isArray(data["values"]) ? data["values"].filter(isObject) : [];
  const columns = Object.keys(values[0] ?? {}).sort(compareText).slice(0, 8);
  const head = columns.map((name) => fillHtml`<th scope="col">${shortenMiddle(name, 40)}</th>`);
  const rows = values.slice(0, maxTableRows).map((row) => {
    const cells = columns.map((name) => {
      const value = row[name] ?? "";
      const text = typeof value === "number" ? formatNumber(value) : shortenMiddle(JSON.stringify(value), 60);
      return fillHtml`<td>${text}</td>`;
    });
    return fillHtml`<tr>${cells}</tr>\n`;
  });
  const hidden = values.length - rows.length;
  const more = hidden > 0 ? fillHtml`<p class="note">… ${formatNumber(hidden)} more in the JSON report.</p>` : emptyMarkup;
  return fillHtml`<table class="numbers"><thead><tr>${head}</tr></thead>
<tbody>
${rows}</tbody></table>${more}`;
}

// src/report/html-checks.ts
var maxFindingsShown = 100;
var maxOpenCards = 5;
var maxSamplesShown = 100;
var maxTextLength2 = 2e3;
function renderCheckTable(report) {
  const { failing, passed, skipped } = groupChecks(report);
  if (report.checks.length === 0) return emptyMarkup;
  const rows = [...failing, ...passed, ...skipped].map(
    (check) => renderCheckRow(check, findAnchor(report, check))
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
function renderCheckRow(check, anchor) {
  const coverage = describeCoverage(check);
  const id = fillHtml`<code>${shortenMiddle(check.id, 100)}</code>`;
  const link = check.findings.length > 0 ? fillHtml`<a href="#${anchor}">${id}</a>` : id;
  const note = coverage === void 0 ? emptyMarkup : fillHtml` <span class="note">${coverage}</span>`;
  return fillHtml`<tr><td>${renderPill(check)}</td><th scope="row">${link}</th><td>${shortenMiddle(check.summary, maxTextLength2)}${note}${renderMeasurements(check.measurements)}</td></tr>
`;
}
function renderMeasurements(measurements) {
  if (Object.keys(measurements).length === 0) return emptyMarkup;
  return fillHtml`<details class="measurements"><summary>Measured</summary>${renderEvidence(measurements)}</details>`;
}
function renderFindings(report) {
  const withFindings = groupChecks(report).failing.filter(({ findings }) => findings.length > 0);
  if (withFindings.length === 0) return emptyMarkup;
  const sections = withFindings.map((check) => renderCheckFindings(check, findAnchor(report, check)));
  return fillHtml`<section aria-labelledby="findings">
<h2 id="findings">Findings</h2>
${sections}</section>`;
}
function renderCheckFindings(check, anchor) {
  const shown = check.findings.slice(0, maxFindingsShown);
  const hidden = check.findingsTotal - shown.length;
  const fixes = new Set(shown.map(({ fix }) => fix));
  const [commonFix = ""] = fixes.size === 1 ? fixes : [];
  const cards = shown.map((finding) => renderCard(finding, fixes.size > 1 ? finding.fix : ""));
  const more = hidden > 0 ? fillHtml`<p class="note">… ${formatCount(hidden)} more in the JSON report.</p>\n` : emptyMarkup;
  return fillHtml`<section class="check ${toneOf(check)}" id="${anchor}" aria-labelledby="${anchor}-title">
<h3 id="${anchor}-title"><code>${shortenMiddle(check.id, 100)}</code> ${renderPill(check)}</h3>
${renderFix(commonFix)}${renderCards(cards.slice(0, maxOpenCards))}${renderFolded(cards.slice(maxOpenCards))}${more}</section>
`;
}
function renderCards(cards) {
  return fillHtml`<ul class="cards">
${cards}</ul>
`;
}
function renderFolded(cards) {
  if (cards.length === 0) return emptyMarkup;
  return fillHtml`<details class="folded"><summary>${formatCount(cards.length)} more</summary>
${renderCards(cards)}</details>
`;
}
function renderCard({ message, evidence, location, samples, samplesTotal }, fix) {
  const place = location === void 0 ? emptyMarkup : fillHtml`<p class="place"><code>${shortenMiddle(formatLocation(location), 300)}</code></p>\n`;
  const proof = Object.keys(evidence).length === 0 ? emptyMarkup : fillHtml`${renderEvidence(evidence)}\n`;
  return fillHtml`<li class="card"><p class="message">${shortenMiddle(message, maxTextLength2)}</p>
${place}${proof}${renderSamples2(samples, samplesTotal)}${renderFix(fix)}</li>
`;
}
function renderFix(fix) {
  if (fix === "") return emptyMarkup;
  return fillHtml`<p class="fix"><strong>What to do</strong> ${shortenMiddle(fix, maxTextLength2)}</p>\n`;
}
function renderSamples2(samples, total) {
  if (samples.length === 0) return emptyMarkup;
  const shown = samples.slice(0, maxSamplesShown).map((id) => fillHtml`<li><code>${shortenMiddle(id, 300)}</code></li>\n`);
  const hidden = total - shown.length;
  const more = hidden > 0 ? fillHtml`<li>… ${formatCount(hidden)} more</li>\n` : emptyMarkup;
  return fillHtml`<details class="samples"><summary>${formatQuantity(total, "sample")}</summary>
<ul>
${shown}${more}</ul></details>
`;
}
function renderAccepted(report) {
  const count = countAccepted(report);
  if (count === 0) return emptyMarkup;
  const all = report.checks.flatMap(
    (check) => check.accepted.map((finding) => ({ check: check.id, ...finding }))
  );
  const rows = all.slice(0, maxFindingsShown).map(({ check, message, accepted: { reason, until } }) => {
    const end = until === void 0 ? "" : shortenMiddle(until, 20);
    return fillHtml`<tr><th scope="row"><code>${shortenMiddle(check, 100)}</code></th><td>${shortenMiddle(message, maxTextLength2)}</td><td>${shortenMiddle(reason, maxTextLength2)}</td><td>${end}</td></tr>
`;
  });
  const hidden = count - rows.length;
  const more = hidden > 0 ? fillHtml`<p class="note">… ${formatCount(hidden)} more in the JSON report.</p>` : emptyMarkup;
  return fillHtml`<section aria-labelledby="accepted">
<h2 id="accepted">Accepted</h2>
<p class="note">${formatQuantity(count, "finding")} that the config accepts; they decide nothing.</p>
<table class="accepted">
<thead><tr><th scope="col">Check</th><th scope="col">Finding</th><th scope="col">Reason</th><th scope="col">Until</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
${more}</section>`;
}
function renderEvidence(evidence) {
  const entries = formatEvidence(evidence).map(
    ({ label, value }) => fillHtml`<div><dt>${label}</dt><dd>${value}</dd></div>`
  );
  return fillHtml`<dl class="evidence">${entries}</dl>`;
}
function renderPill(check) {
  return fillHtml`<span class="pill ${toneOf(check)}">${describeStatus(check)}</span>`;
}
function findAnchor(report, check) {
  return `check-${report.checks.indexOf(check) + 1}`;
}

// src/report/html.ts
var maxBars = 12;
var maxTextLength3 = 1e3;
var policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
function renderHtml(report, drawn, samples) {
  const { dataset } = report;
  const description = dataset.description === void 0 ? emptyMarkup : fillHtml`<p class="lead">${shortenMiddle(dataset.description, maxTextLength3)}</p>`;
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
function renderVerdict({ verdict }) {
  const words = verdictWords[verdict.level];
  const reasons = verdict.reasons.map((reason) => {
    const text = shortenMiddle(reason.text, maxTextLength3);
    const source = fillHtml`<p class="source"><code>${shortenMiddle(reason.check, 100)}</code></p>`;
    const lift = reason.lift === void 0 ? emptyMarkup : fillHtml`<p class="lift">${shortenMiddle(reason.lift, maxTextLength3)}</p>\n`;
    return fillHtml`<li class="${verdictTones[reason.level]}"><p>${text}</p>\n${source}${lift}</li>\n`;
  });
  const list = reasons.length === 0 ? emptyMarkup : fillHtml`<ul class="reasons">\n${reasons}</ul>`;
  return fillHtml`<section class="verdict ${verdictTones[verdict.level]}" aria-labelledby="verdict">
<h2 id="verdict">${words.title}</h2>
<p>${words.sentence}</p>
${list}${renderWhenToStop(verdict)}
</section>`;
}
function renderWhenToStop({ whenToStop }) {
  return whenToStop === void 0 ? emptyMarkup : fillHtml`\n<p class="stop"><strong>When to stop</strong> ${shortenMiddle(whenToStop, maxTextLength3)}</p>`;
}
function renderTiles(report) {
  const { counts } = report.dataset;
  const found = countFindings(report);
  const share = formatShare(counts.labelled, counts.samples);
  const severities = ["error", "warning", "info"].map((severity) => {
    const { one, many } = severityWords[severity];
    const tone = found[severity] > 0 ? severity : "skipped";
    return renderTile(found[severity], found[severity] === 1 ? one : many, "", tone);
  });
  return fillHtml`<section aria-label="Counts">
<dl class="tiles">
${renderTile(counts.samples, counts.samples === 1 ? "sample" : "samples")}
${renderTile(counts.labelled, "labelled", share ?? "")}
${renderTile(counts.subjects, counts.subjects === 1 ? "subject" : "subjects")}
${severities}
</dl>
</section>`;
}
function renderTile(count, label, note = "", tone = "") {
  const detail = note === "" ? emptyMarkup : fillHtml` <span class="note">${note}</span>`;
  return fillHtml`<div class="tile ${tone}"><dt>${label}</dt><dd>${formatCount(count)}${detail}</dd></div>
`;
}
function renderComposition({ dataset }) {
  const panels = [
    renderBars("Splits", listSplits(dataset), dataset.counts.samples),
    renderBars("Domains", listDomains(dataset), dataset.counts.samples, dataset.targetDomain)
  ];
  if (panels.every((panel) => panel === emptyMarkup)) return emptyMarkup;
  return fillHtml`<section aria-labelledby="composition">
<h2 id="composition">Composition</h2>
<div class="panels">
${panels}</div>
</section>`;
}
function renderBars(title, counts, samples, target) {
  if (counts.length === 0) return emptyMarkup;
  const rows = counts.slice(0, maxBars).map(({ name, count }) => {
    const share = formatShare(count, samples) ?? "";
    const percent = samples > 0 ? Math.min(100, Math.max(0, 100 * count / samples)) : 0;
    const mark = name === target ? fillHtml` <span class="mark">target</span>` : emptyMarkup;
    return fillHtml`<tr><th scope="row">${shortenMiddle(name, 60)}${mark}</th><td class="bar"><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect class="fill" width="${percent.toFixed(2)}" height="8"/></svg></td><td class="number">${formatCount(count)}</td><td class="number share">${share}</td></tr>
`;
  });
  const hidden = counts.length - rows.length;
  const more = hidden > 0 ? fillHtml`<tr><td colspan="4">… ${formatCount(hidden)} more</td></tr>\n` : emptyMarkup;
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

// src/report/json.ts
var significantDigits = 6;
function roundNumber(value) {
  if (!Number.isFinite(value)) throw new RangeError(`A report holds finite numbers only, not ${value}.`);
  if (value === 0) return 0;
  return Number.isInteger(value) ? value : Number(value.toPrecision(significantDigits));
}
function serializeReport(report) {
  return `${writeValue(report, "$", "")}
`;
}
function writeValue(value, path, indent) {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return writeText(value);
  if (typeof value === "number") return writeNumber(value, path);
  if (typeof value !== "object") throw new TypeError(`${path} is ${typeof value}, which JSON cannot hold.`);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item, index) => `${inner}${writeValue(item, `${path}[${index}]`, inner)}`);
    return items.length === 0 ? "[]" : `[
${items.join(",\n")}
${indent}]`;
  }
  const entries = Object.entries(value).filter(([, entry]) => entry !== void 0).sort(([a], [b]) => compareText(a, b)).map(([key, entry]) => `${inner}${writeText(key)}: ${writeValue(entry, `${path}.${key}`, inner)}`);
  return entries.length === 0 ? "{}" : `{
${entries.join(",\n")}
${indent}}`;
}
function writeText(text) {
  return JSON.stringify(text).replaceAll("##[", "#\\u0023[");
}
function writeNumber(value, path) {
  try {
    return String(roundNumber(value));
  } catch (cause) {
    throw new RangeError(`${path} is ${value}; a report holds finite numbers only.`, { cause });
  }
}

// src/report/junit.ts
var shownFindings = 100;
var maxTextLength4 = 2e3;
function renderJunit({ checks, dataset }) {
  const count = (of) => checks.filter(of).length;
  const totals = [
    `tests="${checks.length}"`,
    `failures="${count(isFailure)}"`,
    `errors="${count(({ status }) => status === "errored")}"`,
    `skipped="${count(({ status }) => status === "skipped")}"`
  ].join(" ");
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="holdout" ${totals}>
  <testsuite name="${escapeXml(dataset.name, maxTextLength4)}" ${totals}>
${checks.map(describeCheck).join("")}  </testsuite>
</testsuites>
`;
}
function isFailure({ status, severity }) {
  return status === "failed" && severity === "error";
}
function describeCheck(check) {
  const [topic = "", name = check.id] = check.id.split("/");
  const open = `    <testcase classname="${escapeXml(topic)}" name="${escapeXml(name)}"`;
  const body = describeOutcome(check);
  return body === "" ? `${open}/>
` : `${open}>
${body}    </testcase>
`;
}
function describeOutcome(check) {
  const { status, summary } = check;
  const message = `message="${escapeXml(summary, maxTextLength4)}"`;
  if (status === "errored") return `      <error ${message}/>
`;
  if (status === "skipped") return `      <skipped ${message}/>
`;
  if (isFailure(check)) return `      <failure ${message}>${listFindings(check)}</failure>
`;
  const coverage = describeCoverage(check);
  const lines = [summary, ...coverage === void 0 ? [] : [coverage]].map(
    (line) => escapeXml(line, maxTextLength4)
  );
  return `      <system-out>${[...lines, ...status === "failed" ? [listFindings(check)] : []].join("\n")}</system-out>
`;
}
function listFindings({ findings, findingsTotal }) {
  const shown = findings.slice(0, shownFindings);
  const left = findingsTotal - shown.length;
  return [...shown.map(describeFinding), ...left > 0 ? [`… ${formatCount(left)} more`] : []].join("\n");
}
function describeFinding({ message, fix, location }) {
  const place = location && [location.file, location.line, location.column].filter((part) => part !== void 0).join(":");
  return [place, message, fix].filter((part) => part !== void 0 && part !== "").map((part) => escapeXml(String(part), maxTextLength4)).join("\n  ");
}

// src/report/pretty.ts
var import_picocolors = __toESM(require_picocolors(), 1);
var minWidth = 60;
var maxWidth = 120;
var maxReasons = 12;
var maxFindingsShown2 = 3;
var maxNamesShown = 6;
var maxIdWidth = 28;
var symbols = {
  error: "✖",
  warning: "⚠",
  info: "ℹ",
  passed: "✔",
  skipped: "○"
};
function renderPretty(report, { color, width }) {
  const colors = import_picocolors.default.createColors(color);
  const brush = {
    width: Math.min(maxWidth, Math.max(minWidth, Math.floor(width))),
    tones: {
      error: colors.red,
      warning: colors.yellow,
      info: colors.blue,
      passed: colors.green,
      skipped: colors.dim
    },
    bold: colors.bold,
    dim: colors.dim
  };
  const sections = [
    renderVerdict2(report, brush),
    renderCounts(report, brush),
    renderChecks(report, brush),
    ...groupChecks(report).failing.map((check) => renderFindings2(check, brush)),
    renderClosing(report, brush)
  ];
  const text = sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${text.join("\n\n")}
`;
}
function renderVerdict2({ dataset, verdict }, brush) {
  const tone = verdictTones[verdict.level];
  const words = verdictWords[verdict.level];
  const paint = (text) => brush.bold(brush.tones[tone](text));
  const title = `${words.title}: ${escapeTerminal(dataset.name, 100)}`;
  const reasons = verdict.reasons.slice(0, maxReasons).flatMap((reason) => {
    const reasonTone = verdictTones[reason.level];
    const text = escapeTerminal(reason.text, 600);
    const lift = escapeTerminal(reason.lift ?? "", 600);
    return [
      ...hang(`  ${brush.tones[reasonTone](symbols[reasonTone])} `, 4, text, brush.width),
      ...lift === "" ? [] : hang(`    ${brush.tones.passed("→")} `, 6, lift, brush.width, brush.dim)
    ];
  });
  const hidden = verdict.reasons.length - maxReasons;
  return [
    ...hang(`${paint(symbols[tone])} `, 2, title, brush.width, paint),
    ...hang("  ", 2, words.sentence, brush.width),
    ...reasons.length > 0 ? ["", ...reasons] : [],
    ...hidden > 0 ? [brush.dim(`    … ${formatQuantity(hidden, "more reason")}`)] : [],
    ...renderWhenToStop2(verdict, brush)
  ];
}
function renderWhenToStop2({ whenToStop }, brush) {
  if (whenToStop === void 0) return [];
  const text = `When to stop: ${escapeTerminal(whenToStop, 600)}`;
  return ["", ...hang("  ", 2, text, brush.width)];
}
function renderCounts({ dataset }, brush) {
  const { counts, targetDomain } = dataset;
  const labelledShare = formatShare(counts.labelled, counts.samples);
  const parts = [
    formatQuantity(counts.samples, "sample"),
    `${formatCount(counts.labelled)} labelled${labelledShare === void 0 ? "" : ` (${labelledShare})`}`,
    formatQuantity(counts.subjects, "subject"),
    listNames(listSplits(dataset)),
    listNames(listDomains(dataset), targetDomain)
  ];
  const shown = parts.filter((part) => part !== "");
  return wrapItems(shown, " · ", brush.width - 2).map((line) => `  ${brush.bold(line)}`);
}
function listNames(counts, target) {
  const shown = counts.slice(0, maxNamesShown).map(({ name, count }) => {
    const mark = name === target ? " (target)" : "";
    return `${escapeTerminal(name, 40)} ${formatCount(count)}${mark}`;
  });
  const hidden = counts.length - shown.length;
  return [...shown, ...hidden > 0 ? [`… ${formatCount(hidden)} more`] : []].join(", ");
}
function renderChecks(report, brush) {
  const { failing, passed, skipped } = groupChecks(report);
  const idWidth = Math.max(0, ...report.checks.map((check) => measureWidth(shownId(check))));
  return [
    ...failing.flatMap((check) => renderCheck(check, idWidth, brush)),
    ...passed.flatMap((check) => renderCheck(check, idWidth, brush)),
    ...skipped.flatMap((check) => renderCheck(check, idWidth, brush))
  ];
}
function shownId({ id }) {
  return truncateText(escapeTerminal(id, maxIdWidth), maxIdWidth);
}
function renderCheck(check, idWidth, brush) {
  const tone = toneOf(check);
  const id = padText(shownId(check), idWidth);
  const indent = idWidth + 6;
  const first = `  ${brush.tones[tone](symbols[tone])} ${tone === "skipped" ? brush.dim(id) : id}  `;
  const coverage = describeCoverage(check);
  const summary = [
    escapeTerminal(check.summary, 240),
    ...coverage === void 0 ? [] : [`(${coverage})`]
  ].join(" ");
  const isQuiet = tone === "passed" || tone === "skipped";
  if (tone === "passed" && coverage === void 0)
    return [first + brush.dim(truncateText(summary, brush.width - indent))];
  return hang(first, indent, summary, brush.width, isQuiet ? brush.dim : void 0);
}
function renderFindings2(check, brush) {
  if (check.findings.length === 0) return [];
  const tone = toneOf(check);
  const shown = check.findings.slice(0, maxFindingsShown2);
  const hidden = check.findingsTotal - shown.length;
  return [
    brush.bold(brush.tones[tone](`${symbols[tone]} ${shownId(check)}`)) + brush.dim(` · ${describeStatus(check)}`),
    ...shown.flatMap((finding, index) => renderFinding(finding, shown[index + 1], brush)),
    ...hidden > 0 ? hang("  ", 2, `… ${formatCount(hidden)} more; --format json lists them.`, brush.width, brush.dim) : []
  ];
}
function renderFinding(finding, next, brush) {
  const { location } = finding;
  const isNamed2 = finding.samples.every((id) => finding.message.includes(id));
  const samples = isNamed2 ? [] : finding.samples.slice(0, 3).map((id) => escapeTerminal(id, 80));
  const hidden = finding.samplesTotal - samples.length;
  const evidence = formatEvidence(finding.evidence).map(
    ({ label, value }) => escapeTerminal(`${label}: ${value}`)
  );
  const lines = hang("  ", 2, escapeTerminal(finding.message, 600), brush.width);
  const room = brush.width - 4;
  const more = hidden > 0 ? `, … ${formatCount(hidden)} more` : "";
  const details = [
    ...wrapItems(
      location === void 0 ? [] : [`at ${escapeTerminal(formatLocation(location), 200)}`],
      "",
      room
    ),
    ...wrapItems(evidence, " · ", room),
    ...samples.length > 0 ? wrapText(samples.join(", ") + more, room) : []
  ];
  lines.push(...details.map((line) => `    ${brush.dim(line)}`));
  if (finding.fix !== "" && finding.fix !== next?.fix)
    lines.push(...hang(`  ${brush.tones.passed("→")} `, 4, escapeTerminal(finding.fix, 600), brush.width));
  return lines;
}
function renderClosing(report, brush) {
  const counts = countFindings(report);
  const accepted = countAccepted(report);
  const found = ["error", "warning", "info"].map((severity) => {
    const text = countSeverity(counts[severity], severity);
    return counts[severity] > 0 ? brush.tones[severity](text) : brush.dim(text);
  });
  return [
    ...accepted > 0 ? [brush.dim(`  ${formatQuantity(accepted, "finding")} accepted by the config`)] : [],
    `  ${found.join(", ")}`,
    ...hang("  ", 2, describeChecks(report), brush.width, brush.dim)
  ];
}
function hang(first, indent, text, width, paint = (line) => line) {
  return wrapText(text, width - indent).map(
    (line, index) => index === 0 ? first + paint(line) : " ".repeat(indent) + paint(line)
  );
}

// src/report/sarif.ts
import { createHash } from "node:crypto";
var maxResults = 25e3;
var maxMessageLength = 1e3;
var levels = {
  error: "error",
  warning: "warning",
  info: "note"
};
var ranks = { error: 0, warning: 1, info: 2 };
function renderSarif(report, { prefix = "" }) {
  const { checks, tool, dataset } = report;
  const results = checks.flatMap(
    (check, ruleIndex) => [...check.findings, ...check.accepted].map((finding) => ({ check, ruleIndex, finding }))
  );
  const shown = results.sort((a, b) => ranks[a.finding.severity] - ranks[b.finding.severity]).slice(0, maxResults);
  const total = checks.reduce((sum, { findingsTotal, accepted }) => sum + findingsTotal + accepted.length, 0);
  const sarif = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: tool.name, version: tool.version, rules: checks.map(describeRule) }
        },
        invocations: [
          {
            executionSuccessful: !checks.some(({ status }) => status === "errored"),
            toolExecutionNotifications: [
              ...checks.flatMap(notify),
              ...total > shown.length ? [
                {
                  level: "note",
                  message: say(`${formatQuantity(total - shown.length, "finding")} left out`)
                }
              ] : []
            ]
          }
        ],
        columnKind: "unicodeCodePoints",
        results: shown.map((result) => describeResult(result, prefix, dataset.configFile))
      }
    ]
  };
  return `${JSON.stringify(sarif, void 0, 2)}
`;
}
function describeRule({ id, severity, question }) {
  return {
    id,
    name: id.replace(/(?:^|[/-])([a-z])/gu, (_, letter) => letter.toUpperCase()),
    shortDescription: say(question),
    help: say(question),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [id.split("/", 1).join()] }
  };
}
function notify({ id, status, summary }) {
  if (status !== "errored" && status !== "skipped") return [];
  return [
    {
      level: status === "errored" ? "error" : "note",
      message: say(`${id}: ${summary}`),
      associatedRule: { id }
    }
  ];
}
function describeResult({ check, ruleIndex, finding }, prefix, configFile) {
  const { key, messageId, message, fix, severity, samples, location } = finding;
  const place = location ?? { file: samples[0] ?? configFile };
  return {
    ruleId: check.id,
    ruleIndex,
    level: levels[severity],
    message: say([message, fix].filter((sentence) => sentence !== "").join(". ")),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(`${prefix}${place.file}`), uriBaseId: "%SRCROOT%" },
          ...place.line !== void 0 && {
            region: {
              startLine: place.line,
              ...place.column !== void 0 && { startColumn: place.column }
            }
          }
        }
      }
    ],
    partialFingerprints: { "holdoutFinding/v1": hash(`${check.id}
${messageId}
${key}`) },
    ..."accepted" in finding && {
      suppressions: [{ kind: "external", status: "accepted", justification: bound(finding.accepted.reason) }]
    }
  };
}
function say(text) {
  return { text: escapeSarif(bound(text)) };
}
function bound(text) {
  return shortenMiddle(revealInvisible(text), maxMessageLength);
}
function hash(text) {
  return createHash("sha256").update(text).digest("hex");
}
var loneSurrogates = new RegExp("\\p{Cs}", "gu");
function toUri(path) {
  return path.split("/").map((name) => encodeURIComponent(name.replace(loneSurrogates, "�"))).join("/");
}

// src/report/reporters.ts
var reporters = {
  pretty: renderPretty,
  json: serializeReport,
  markdown: renderMarkdown,
  html: async (report, { samples }) => renderHtml(report, await drawCharts(report), samples),
  sarif: renderSarif,
  junit: renderJunit
};

// src/audit/count-only.ts
function countOnly(report, { samples }) {
  const names = new Set(
    samples.flatMap(({ id, label, subject }) => [id, label, subject].filter((name) => name !== void 0))
  );
  const checks = report.checks.map((check) => ({
    ...check,
    measurements: hideObject(check.measurements, names),
    findings: [],
    accepted: []
  }));
  return { ...report, checks, charts: listCharts({ dataset: report.dataset, checks }) };
}
function hide(value, names) {
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.filter((item) => !isNamed(item, names)).map((item) => hide(item, names));
  return hideObject(value, names);
}
function hideObject(value, names) {
  return Object.fromEntries(
    Object.entries(value).flatMap(
      ([key, entry]) => names.has(key) || isNamed(entry, names) ? [] : [[key, hide(entry, names)]]
    )
  );
}
function isNamed(value, names) {
  if (typeof value === "string") return names.has(value);
  if (typeof value !== "object" || value === null || isList(value)) return false;
  return Object.values(value).some((entry) => typeof entry === "string" && names.has(entry));
}
function isList(value) {
  return Array.isArray(value);
}

// src/audit/pseudonyms.ts
import { createHash as createHash2, createHmac } from "node:crypto";
var fewestDigits = 10;
var mostDigits = 64;
function makePseudonyms(kind, ids, key) {
  const distinct = [...new Set(ids)].sort();
  const used = key ?? createHash2("sha256").update(JSON.stringify(distinct)).digest("hex");
  const digests = distinct.map(
    (id) => createHmac("sha256", used).update(JSON.stringify([kind, id])).digest("hex")
  );
  let digits = fewestDigits;
  while (digits < mostDigits && countDistinct(digests, digits) < digests.length) digits++;
  return new Map(distinct.map((id, at) => [id, `${kind}-${digests[at]?.slice(0, digits) ?? ""}`]));
}
function countDistinct(digests, digits) {
  return new Set(digests.map((digest) => digest.slice(0, digits))).size;
}

// src/audit/hide-subjects.ts
function hideSubjects(dataset, accept, key) {
  const { samples, problems } = dataset;
  const kinds = new Set(samples.flatMap(({ groups: groups2 }) => Object.keys(groups2)));
  const claimed = (field) => problems.flatMap(
    (problem) => problem.kind === "conflict" && problem.field === field ? problem.claims.map(({ value }) => value) : []
  );
  const subjects = makePseudonyms(
    "subject",
    [...samples.flatMap(({ subject }) => subject ?? []), ...claimed("subject")],
    key
  );
  const groups = new Map(
    [...kinds].map((kind) => [
      kind,
      makePseudonyms(
        kind,
        [...samples.flatMap((sample) => sample.groups[kind] ?? []), ...claimed(`group:${kind}`)],
        key
      )
    ])
  );
  const hideSample = (sample) => ({
    ...sample,
    ...sample.subject !== void 0 && { subject: translate(subjects, sample.subject) },
    groups: Object.fromEntries(
      Object.entries(sample.groups).map(([kind, id]) => [kind, translate(groups.get(kind), id)])
    )
  });
  const hideProblem = (problem) => {
    if (problem.kind !== "conflict") return problem;
    const names = problem.field === "subject" ? subjects : groups.get(problem.field.replace(/^group:/u, ""));
    const claims = problem.claims.map((claim) => ({ ...claim, value: translate(names, claim.value) }));
    return { ...problem, claims };
  };
  return {
    dataset: {
      ...dataset,
      samples: samples.map(hideSample),
      problems: problems.map(hideProblem),
      spellings: spellAlike(subjects, key),
      ...dataset.baseline && {
        baseline: {
          ...dataset.baseline,
          result: hideScores(dataset.baseline.result, subjects)
        }
      }
    },
    accept: accept.map((waiver) => ({
      ...waiver,
      key: hideInKey(waiver.key, [subjects, ...groups.values()])
    }))
  };
}
function hideScores(result, names) {
  const { score } = result.stages;
  if (!score) return result;
  const subjects = score.subjects.flatMap((one) => {
    const name = names.get(one.name);
    return name === void 0 ? [] : [{ ...one, name }];
  });
  return { ...result, stages: { ...result.stages, score: { ...score, subjects } } };
}
function translate(names, id) {
  return names?.get(id) ?? id;
}
function spellAlike(subjects, key) {
  const spellings = new Map([...subjects].map(([id, name]) => [name, normalizeSpelling(id)]));
  const hidden = makePseudonyms("spelling", [...spellings.values()], key);
  return new Map([...spellings].map(([name, spelling]) => [name, spelling && translate(hidden, spelling)]));
}
var separator = /[|:@]/u;
function hideInKey(key, names) {
  const hide2 = (text) => names.map((map) => map.get(text)).find(Boolean);
  const ends = [...Array.from(key.matchAll(new RegExp(separator, "gu")), ({ index }) => index), key.length];
  let hidden = "";
  let row = [];
  const closeRow = () => {
    hidden += row.sort().join("|");
    row = [];
  };
  for (let start = 0; start <= key.length; ) {
    const end = ends.findLast((one) => one >= start && hide2(key.slice(start, one)) !== void 0);
    const next = end ?? ends.find((one) => one >= start) ?? key.length;
    const part = key.slice(start, next);
    if (end === void 0) {
      closeRow();
      hidden += part;
    } else row.push(hide2(part) ?? part);
    const between = key[next] ?? "";
    if (between !== "|" || end === void 0) {
      closeRow();
      hidden += between;
    }
    start = next + 1;
  }
  return hidden;
}

// src/entry/check-dataset.ts
async function auditDataset(request) {
  const { baseline } = request;
  const loaded = await loadDataset(request, (one) => {
    const needed = neededFacts(selectChecks(catalogue, one));
    return baseline ? /* @__PURE__ */ new Set([...needed, ...baselineFacts]) : needed;
  });
  const { config } = loaded;
  const judged = baseline ? addBaseline(loaded.dataset, config, baseline) : loaded.dataset;
  const { today, version, privacy = config.report.privacy, privacyKey } = request;
  const checks = selectChecks(catalogue, config);
  if (privacy === "open") {
    const report2 = runAudit(judged, checks, { config, today, version });
    return { ...loaded, dataset: judged, report: report2 };
  }
  const { dataset, accept } = hideSubjects(judged, config.accept, privacyKey);
  const report = runAudit(dataset, checks, { config: { ...config, accept }, today, version });
  return { ...loaded, dataset, report: privacy === "strict" ? countOnly(report, dataset) : report };
}
async function checkDataset(request) {
  return (await auditDataset(request)).report;
}
function addBaseline(dataset, config, result) {
  return { ...dataset, baseline: { result, expectedDigest: describeBaselineInput(dataset, config).digest } };
}

export {
  reporters,
  auditDataset,
  checkDataset
};
