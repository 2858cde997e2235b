import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  countFindings,
  maxFindingsPerCheck,
  maxSamplesPerFinding,
  reportBounds,
  reportSchemaVersion
} from "./chunk-AYEJ2FMP.js";
import {
  catalogue,
  compareSplits,
  compareText,
  findWaiver,
  formatCount,
  formatNumber,
  formatQuantity,
  formatShare,
  isLabelled,
  judgeWaivers,
  loadDataset,
  measureWidth,
  padText,
  require_picocolors,
  truncateText,
  waiverCheck,
  wrapItems,
  wrapText
} from "./chunk-VU6363WS.js";
import {
  escapeHtml,
  escapeMarkdown,
  escapeTerminal,
  formatLocation,
  shortenMiddle
} from "./chunk-BKZIAQM3.js";
import {
  __toESM
} from "./chunk-3IWAFZ6G.js";

// src/report/format.ts
var shownEntries = 8;
var shownItems = 6;
var shownDepth = 3;
var maxValueLength = 160;
function listSplits({ counts }) {
  return listCounts(counts.splits).sort((a, b) => compareSplits(a.name, b.name));
}
function listDomains({ counts }) {
  return listCounts(counts.domains).sort((a, b) => b.count - a.count || compareText(a.name, b.name));
}
function formatEvidence(evidence) {
  return Object.entries(evidence).sort(([a], [b]) => compareText(a, b)).map(([key, value]) => ({
    label: shortenMiddle(splitWords(key), 60),
    value: formatIfShare(key, value) ?? formatValue(value, 0)
  }));
}
function formatIfShare(key, value) {
  const isShare = /share$/i.test(key) && typeof value === "number" && value >= 0 && value <= 1;
  return isShare ? formatShare(value, 1) : void 0;
}
function formatValue(value, depth) {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "string") return value === "" ? "(empty)" : shortenMiddle(value, maxValueLength);
  const isList3 = isArray(value);
  const size = isList3 ? value.length : Object.keys(value).length;
  if (size === 0) return "none";
  if (depth === shownDepth)
    return `(${formatQuantity(size, isList3 ? "item" : "entry", isList3 ? "items" : "entries")})`;
  const text = isList3 ? formatList(value, depth) : formatEntries(value, depth);
  return depth > 0 && !isList3 ? `(${text})` : text;
}
function formatList(list, depth) {
  const isCut = list.length > shownItems;
  const shown = list.slice(0, isCut ? shownItems - 1 : shownItems).map((item) => formatValue(item, depth + 1));
  return [...shown, ...isCut ? [`… ${formatCount(list.length - shown.length)} more`] : []].join(", ");
}
function formatEntries(entries, depth) {
  const keys = Object.keys(entries).sort(compareText);
  const isCut = keys.length > shownEntries;
  const shown = keys.slice(0, isCut ? shownEntries - 1 : shownEntries).map((key) => {
    return `${shortenMiddle(key, 60)}=${formatEntry(entries[key] ?? null, depth + 1)}`;
  });
  return [...shown, ...isCut ? [`… ${formatCount(keys.length - shown.length)} more`] : []].join(", ");
}
function formatEntry(value, depth) {
  const text = formatValue(value, depth);
  return isArray(value) && value.length > 1 && depth <= shownDepth ? `(${text})` : text;
}
function listCounts(counts) {
  return Object.entries(counts).map(([name, count]) => ({ name, count }));
}
function splitWords(key) {
  return /^[a-z][a-zA-Z0-9]*$/.test(key) ? key.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) : key;
}
function isArray(value) {
  return Array.isArray(value);
}

// src/report/markup.ts
var Markup = class {
  text;
  constructor(text) {
    this.text = text;
  }
};
var fillHtml = createTemplate(escapeHtml);
var fillMarkdown = createTemplate(escapeMarkdown);
var emptyMarkup = new Markup("");
function joinMarkup(parts, separator2) {
  return new Markup(parts.map(({ text }) => text).join(separator2));
}
function createTemplate(escape) {
  return (literals, ...fillings) => {
    const parts = literals.map((literal, index) => {
      const filling = fillings[index];
      return filling === void 0 ? literal : literal + fill(filling, escape);
    });
    return new Markup(parts.join(""));
  };
}
function fill(filling, escape) {
  if (typeof filling === "string") return escape(filling);
  if (typeof filling === "number") return escape(String(filling));
  if (filling instanceof Markup) return filling.text;
  return filling.map(({ text }) => text).join("");
}

// src/report/outcome.ts
var verdictTones = {
  supported: "passed",
  limited: "warning",
  unsupported: "error"
};
var verdictWords = {
  supported: {
    title: "Supported",
    sentence: "Nothing that was checked speaks against this dataset for the task."
  },
  limited: { title: "Limited", sentence: "The dataset supports the task within limits; know them first." },
  unsupported: { title: "Unsupported", sentence: "The dataset cannot support the task as it stands." }
};
var severityWords = {
  error: { one: "error", many: "errors" },
  warning: { one: "warning", many: "warnings" },
  info: { one: "note", many: "notes" }
};
function toneOf(check) {
  switch (check.status) {
    case "failed":
      return check.severity;
    case "errored":
      return "error";
    case "passed":
    case "skipped":
      return check.status;
  }
}
function groupChecks({ checks }) {
  const withTone = (...tones) => checks.filter((check) => tones.includes(toneOf(check)));
  return {
    failing: [...withTone("error"), ...withTone("warning"), ...withTone("info")],
    passed: withTone("passed"),
    skipped: withTone("skipped")
  };
}
function countSeverity(count, severity) {
  return formatQuantity(count, severityWords[severity].one, severityWords[severity].many);
}
function describeStatus(check) {
  if (check.status === "errored") return "did not finish";
  return check.status === "failed" ? countSeverity(check.findingsTotal, check.severity) : check.status;
}
function describeCoverage({ status, coverage }) {
  if (status === "skipped" || coverage.unavailable === 0) return void 0;
  return `judged ${formatCount(coverage.evaluated)} of ${formatCount(coverage.evaluated + coverage.unavailable)}`;
}
function countAccepted({ checks }) {
  return checks.reduce((sum, check) => sum + check.accepted.length, 0);
}
function describeChecks({ checks }) {
  const words = {
    passed: "passed",
    failed: "failed",
    errored: "did not finish",
    skipped: "skipped"
  };
  const statuses = ["passed", "failed", "errored", "skipped"];
  const parts = statuses.map((status) => ({ status, count: checks.filter((check) => check.status === status).length })).filter(({ count }) => count > 0).map(({ status, count }) => `${formatCount(count)} ${words[status]}`);
  return [formatQuantity(checks.length, "check"), parts.join(", ")].filter((part) => part !== "").join(": ");
}

// src/report/html-checks.ts
var maxFindingsShown = 100;
var maxOpenCards = 5;
var maxSamplesShown = 100;
var maxTextLength = 2e3;
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
  return fillHtml`<tr><td>${renderPill(check)}</td><th scope="row">${link}</th><td>${shortenMiddle(check.summary, maxTextLength)}${note}${renderMeasurements(check.measurements)}</td></tr>
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
  return fillHtml`<li class="card"><p class="message">${shortenMiddle(message, maxTextLength)}</p>
${place}${proof}${renderSamples(samples, samplesTotal)}${renderFix(fix)}</li>
`;
}
function renderFix(fix) {
  if (fix === "") return emptyMarkup;
  return fillHtml`<p class="fix"><strong>What to do</strong> ${shortenMiddle(fix, maxTextLength)}</p>\n`;
}
function renderSamples(samples, total) {
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
    return fillHtml`<tr><th scope="row"><code>${shortenMiddle(check, 100)}</code></th><td>${shortenMiddle(message, maxTextLength)}</td><td>${shortenMiddle(reason, maxTextLength)}</td><td>${end}</td></tr>
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

// src/report/html-style.ts
var lightColors = {
  ground: "#f6f7f9",
  surface: "#ffffff",
  line: "#dde1e7",
  text: "#1b2027",
  quiet: "#59626f",
  link: "#0b57b0",
  bar: "#4a78b5",
  track: "#e8ebf0",
  errorText: "#a3151f",
  errorGround: "#fdecec",
  warningText: "#7a4b00",
  warningGround: "#fff3d6",
  infoText: "#0b4f9e",
  infoGround: "#e8f1fc",
  passedText: "#14612e",
  passedGround: "#e5f5ea",
  skippedText: "#4e5763",
  skippedGround: "#eceff3"
};
var darkColors = {
  ground: "#12151a",
  surface: "#1a1f26",
  line: "#303843",
  text: "#e7eaee",
  quiet: "#a0aab8",
  link: "#82b4f5",
  bar: "#6f9fdc",
  track: "#2a313b",
  errorText: "#ff9f9f",
  errorGround: "#3b181b",
  warningText: "#f4c463",
  warningGround: "#362a10",
  infoText: "#93c0fa",
  infoGround: "#16283f",
  passedText: "#84d69c",
  passedGround: "#15301f",
  skippedText: "#b0b9c5",
  skippedGround: "#272d36"
};
var rules = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
main{max-width:64rem;margin:0 auto;padding:2.5rem 1.5rem 4rem}
h1,h2,h3,p,ul,dl,dd,table{margin:0}
h1{font-size:2rem;line-height:1.2;letter-spacing:-.01em}
h2{font-size:1.25rem;line-height:1.3;margin-bottom:1rem}
h3{font-size:1rem;margin-bottom:.75rem}
main>section{margin-top:2.5rem}
ul{padding:0;list-style:none}
code{font:.875em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
a{color:var(--link);text-underline-offset:.2em}
a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
summary{cursor:pointer;color:var(--quiet);font-size:.875rem}
.product{color:var(--quiet);font-size:.875rem;margin-bottom:.25rem}
.lead{color:var(--quiet);margin-top:.5rem;max-width:46rem}
.note,.source{color:var(--quiet);font-size:.875rem}
.error{--tone:var(--errorText);--tint:var(--errorGround)}
.warning{--tone:var(--warningText);--tint:var(--warningGround)}
.info{--tone:var(--infoText);--tint:var(--infoGround)}
.passed{--tone:var(--passedText);--tint:var(--passedGround)}
.skipped{--tone:var(--skippedText);--tint:var(--skippedGround)}
main>.verdict{margin-top:1.75rem;padding:1.5rem 1.75rem;background:var(--tint);border-left:.375rem solid var(--tone);border-radius:.5rem}
.verdict h2{color:var(--tone);font-size:1.5rem;margin-bottom:.25rem}
.reasons{margin-top:1.25rem;display:grid;gap:.5rem}
.reasons li{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:0 1.5rem;padding:.625rem 1rem;background:var(--surface);border-radius:.375rem;border-left:.1875rem solid var(--tone)}
main>section[aria-label]{margin-top:1.25rem}
.tiles{display:grid;grid-template-columns:repeat(6,1fr);gap:.75rem}
.tile{display:flex;flex-direction:column-reverse;justify-content:flex-end;padding:.875rem 1rem;background:var(--surface);border:1px solid var(--line);border-radius:.5rem}
.tile dt{color:var(--quiet);font-size:.875rem}
.tile dd{font-size:1.625rem;font-weight:600;line-height:1.25;font-variant-numeric:tabular-nums;color:var(--tone,var(--text))}
.tile .note{font-weight:400}
.panels{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr));gap:.75rem}
table{width:100%;border-collapse:collapse;font-size:.9375rem}
th{text-align:left;font-weight:400}
th,td{vertical-align:top;padding:.625rem .75rem}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.panel,.checks,.accepted{background:var(--surface);border:1px solid var(--line);border-radius:.5rem}
.checks,.accepted{border-collapse:separate;border-spacing:0}
.panel{padding:.875rem 1rem 1rem}
.bars caption{text-align:left;font-weight:600;padding-bottom:.375rem;font-size:.9375rem}
.bars th,.bars td{padding:.3125rem 0 .3125rem .75rem;vertical-align:middle}
.bars tr>:first-child{padding-left:0}
.bars .bar{width:55%}
.bars .share{color:var(--quiet)}
.bars svg{display:block;width:100%;height:.625rem;border-radius:.1875rem;overflow:hidden}
.track{fill:var(--track)}
.fill{fill:var(--bar)}
.mark{color:var(--quiet);border:1px solid var(--line);border-radius:.25rem;padding:0 .375rem;font-size:.75rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.checks thead th,.accepted thead th{color:var(--quiet);font-size:.8125rem;border-bottom:1px solid var(--line)}
.checks tbody tr+tr>*,.accepted tbody tr+tr>*{border-top:1px solid var(--line)}
.checks td:first-child{white-space:nowrap}
.checks tbody th,.accepted tbody th{min-width:14.5rem}
.accepted td:last-child{min-width:7rem}
.pill{display:inline-block;padding:.0625rem .5rem;border-radius:1rem;background:var(--tint);color:var(--tone);font-size:.8125rem;font-weight:500;white-space:nowrap}
.check{margin-top:2rem}
.check h3 code{font-size:1rem;font-weight:600}
.check h3{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center}
.cards{display:grid;gap:.75rem}
.card{padding:1rem 1.25rem;background:var(--surface);border:1px solid var(--line);border-left:.1875rem solid var(--tone);border-radius:.375rem;display:grid;gap:.5rem}
.message{font-weight:500}
.place{color:var(--quiet)}
.evidence{display:flex;flex-wrap:wrap;gap:.375rem 1.75rem;font-size:.875rem;font-variant-numeric:tabular-nums}
.evidence dt{color:var(--quiet)}
.fix{font-size:.9375rem}
.check>.fix{margin-bottom:.75rem}
.fix strong{font-weight:600;margin-right:.375rem}
.folded summary{margin:.75rem 0}
.samples ul{margin-top:.375rem;columns:18rem;column-gap:1.5rem}
.measurements{margin-top:.25rem}
.measurements .evidence{margin-top:.375rem}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.875rem}
@media (max-width:44rem){
main{padding:1.5rem 1rem 3rem}
h1{font-size:1.625rem}
main>.verdict{padding:1.125rem}
.tiles{grid-template-columns:repeat(3,1fr);gap:.5rem}
.tile{padding:.625rem .75rem}
.tile dd{font-size:1.25rem}
.tile .note{display:block}
.checks,.accepted,.checks tbody,.accepted tbody,.checks tr,.accepted tr,.checks th,.checks td,.accepted th,.accepted td{display:block}
.checks thead,.accepted thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.checks tbody tr,.accepted tbody tr{padding:.75rem 1rem}
.checks tbody tr>*,.accepted tbody tr>*,.checks tbody tr+tr>*,.accepted tbody tr+tr>*{padding:.125rem 0;border:0}
.checks tbody tr+tr,.accepted tbody tr+tr{border-top:1px solid var(--line)}
.checks tbody th,.accepted tbody th,.accepted td:last-child{min-width:0}
.bars .bar{width:30%}
}
@media print{
body{font-size:11pt}
main{max-width:none;padding:0}
.card,.tile,.verdict,.checks tr,.panel{break-inside:avoid}
h2,h3{break-after:avoid}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
details::details-content{content-visibility:visible;block-size:auto}
}
`;
var htmlStyle = `:root{color-scheme:light dark;${declareColors(lightColors)}}
@media screen and (prefers-color-scheme:dark){:root{${declareColors(darkColors)}}}${rules}`;
function declareColors(colors) {
  return Object.entries(colors).map(([name, color]) => `--${name}:${color}`).join(";");
}

// src/report/html.ts
var maxBars = 12;
var maxTextLength2 = 1e3;
var policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
function renderHtml(report) {
  const { dataset } = report;
  const description = dataset.description === void 0 ? emptyMarkup : fillHtml`<p class="lead">${shortenMiddle(dataset.description, maxTextLength2)}</p>`;
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
    const text = shortenMiddle(reason.text, maxTextLength2);
    const source = fillHtml`<p class="source"><code>${shortenMiddle(reason.check, 100)}</code></p>`;
    return fillHtml`<li class="${verdictTones[reason.level]}"><p>${text}</p>\n${source}</li>\n`;
  });
  const list = reasons.length === 0 ? emptyMarkup : fillHtml`<ul class="reasons">\n${reasons}</ul>`;
  return fillHtml`<section class="verdict ${verdictTones[verdict.level]}" aria-labelledby="verdict">
<h2 id="verdict">${words.title}</h2>
<p>${words.sentence}</p>
${list}
</section>`;
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

// src/report/markdown-budget.ts
var separator = "\n\n";
var noteBytes = 600;
function packSections(sections, maxBytes) {
  const texts = /* @__PURE__ */ new Map();
  let bytesLeft = maxBytes - noteBytes;
  const take = (section, bytes) => {
    const text = findFitting(section, bytes);
    if (text === void 0) return;
    texts.set(section, text);
    bytesLeft -= countBytes(text);
  };
  for (const section of sections.filter(({ isShared }) => isShared !== true)) take(section, bytesLeft);
  const shared = sections.filter(({ isShared }) => isShared === true);
  shared.forEach((section, index) => take(section, bytesLeft / (shared.length - index)));
  const leftOut = sections.filter((section) => !texts.has(section)).map(({ name }) => name);
  const shown = sections.flatMap((section) => texts.get(section) ?? []);
  return `${[...shown, ...leftOut.length > 0 ? [describeLeftOut(leftOut)] : []].join(separator)}
`;
}
function findFitting({ variants }, bytes) {
  for (const render of variants) {
    const { text } = render();
    if (countBytes(text) <= bytes) return text;
  }
  return void 0;
}
function describeLeftOut(names) {
  const listed = [...new Set(names)].map((name) => {
    const count = names.filter((other) => other === name).length;
    return count === 1 ? name : `${name} (${formatCount(count)} times)`;
  });
  return fillMarkdown`<sub>Left out to keep within the size that GitHub shows: ${listed.join(", ")}. The JSON report holds everything.</sub>`.text;
}
function countBytes(text) {
  return new TextEncoder().encode(text).length + separator.length;
}

// src/report/markdown.ts
var defaultMarkdownBytes = 9e5;
var minMarkdownBytes = 4e3;
var findingSteps = [100, 50, 20, 10, 5, 3, 1];
var maxMessageLength = 600;
var icons = {
  error: new Markup("❌"),
  warning: new Markup("⚠️"),
  info: new Markup("ℹ️"),
  passed: new Markup("✅"),
  skipped: new Markup("⚪")
};
function renderMarkdown(report, { maxBytes = defaultMarkdownBytes } = {}) {
  if (maxBytes < minMarkdownBytes)
    throw new RangeError(`A report in Markdown needs ${minMarkdownBytes} bytes, not ${maxBytes}.`);
  const { failing, passed, skipped } = groupChecks(report);
  const sections = [
    ...renderHead(report),
    { name: "the dataset’s counts", variants: [100, 10].map((names) => () => renderCounts(report, names)) },
    {
      name: "the table of checks",
      variants: failing.length === 0 ? [] : [() => renderCheckTable2(failing)]
    },
    ...failing.filter(({ findings }) => findings.length > 0).map(planFindings),
    planQuiet("passed", passed),
    planQuiet("skipped", skipped),
    planAccepted(report.checks),
    { name: "the closing line", variants: [() => renderClosing(report)] }
  ];
  return packSections(
    sections.filter(({ variants }) => variants.length > 0),
    maxBytes
  );
}
function renderHead({ dataset, verdict }) {
  const words = verdictWords[verdict.level];
  const heading = fillMarkdown`## ${icons[verdictTones[verdict.level]]} ${words.title}: ${shortenMiddle(dataset.name, 100)}\n\n${words.sentence}`;
  const reasonSteps = verdict.reasons.length === 0 ? [] : [100, 30, 10, 3];
  return [
    { name: "the heading", variants: [() => heading] },
    { name: "reasons", variants: reasonSteps.map((count) => () => renderReasons(verdict.reasons, count)) }
  ];
}
function renderReasons(reasons, count) {
  const lines = reasons.slice(0, count).map(({ level, text, check }) => {
    const icon = icons[verdictTones[level]];
    return fillMarkdown`- ${icon} ${shortenMiddle(text, maxMessageLength)} (<code>${shortenMiddle(check, 100)}</code>)`;
  });
  const hidden = reasons.length - lines.length;
  const more = hidden > 0 ? [fillMarkdown`- … and ${formatQuantity(hidden, "more reason")}`] : [];
  return joinMarkup([...lines, ...more], "\n");
}
function renderCounts({ dataset }, maxNames) {
  const { counts, targetDomain } = dataset;
  const share = formatShare(counts.labelled, counts.samples);
  const labelled = `${formatCount(counts.labelled)}${share === void 0 ? "" : ` (${share})`}`;
  const splits = listNames(listSplits(dataset), maxNames);
  const domains = listNames(listDomains(dataset), maxNames, targetDomain);
  return fillMarkdown`| Samples | Labelled | Subjects | Splits | Domains |
| --: | --: | --: | :-- | :-- |
| ${formatCount(counts.samples)} | ${labelled} | ${formatCount(counts.subjects)} | ${splits} | ${domains} |`;
}
function listNames(counts, maxNames, target) {
  const shown = counts.slice(0, maxNames).map(({ name, count }) => {
    const mark = name === target ? " (target)" : "";
    return fillMarkdown`${shortenMiddle(name, 60)} ${formatCount(count)}${mark}`;
  });
  const hidden = counts.length - shown.length;
  return joinMarkup([...shown, ...hidden > 0 ? [fillMarkdown`… ${formatCount(hidden)} more`] : []], "<br>");
}
function renderCheckTable2(checks) {
  const rows = checks.map((check) => {
    const coverage = describeCoverage(check);
    const note = coverage === void 0 ? emptyMarkup : fillMarkdown`<br><sub>${coverage}</sub>`;
    const id = shortenMiddle(check.id, 100);
    const summary = shortenMiddle(check.summary, maxMessageLength);
    return fillMarkdown`| ${icons[toneOf(check)]} | <code>${id}</code> | ${describeStatus(check)} | ${summary}${note} |`;
  });
  return fillMarkdown`| | Check | Status | Result |\n| :-: | :-- | :-- | :-- |\n${joinMarkup(rows, "\n")}`;
}
function planQuiet(status, checks) {
  const title = fillMarkdown`${formatQuantity(checks.length, "check")} ${status}`;
  const variants = checks.length === 0 ? [] : [() => fold(title, renderCheckTable2(checks))];
  return { name: `the ${status} checks`, variants };
}
function planFindings(check) {
  const counts = new Set(findingSteps.map((step) => Math.min(step, check.findings.length)));
  return {
    name: "the findings of a check",
    isShared: true,
    variants: [...counts].map((count) => () => renderFindings2(check, count))
  };
}
function renderFindings2(check, count) {
  const shown = check.findings.slice(0, count);
  const fixes = [...new Set(shown.map(({ fix }) => fix).filter((fix) => fix !== ""))];
  const [commonFix] = fixes;
  const rows = shown.map((finding) => renderFinding(finding, fixes.length > 1));
  const hidden = check.findingsTotal - shown.length;
  const notes = [
    ...fixes.length === 1 && commonFix !== void 0 ? [fillMarkdown`<strong>What to do:</strong> ${shortenMiddle(commonFix, maxMessageLength)}`] : [],
    ...noteHidden(hidden)
  ];
  const table = fillMarkdown`| Finding | Evidence | Where |\n| :-- | :-- | :-- |\n${joinMarkup(rows, "\n")}`;
  const title = fillMarkdown`${icons[toneOf(check)]} ${shortenMiddle(check.id, 100)}: ${describeStatus(check)}`;
  return fold(title, joinMarkup([table, ...notes], "\n\n"), toneOf(check) === "error");
}
function renderFinding({ message, fix, evidence, location, samples, samplesTotal }, hasOwnFix) {
  const evidenceLines = formatEvidence(evidence).map(({ label, value }) => fillMarkdown`${label}: ${value}`);
  const [sample] = samples;
  const place = location === void 0 ? sample : formatLocation(location);
  const others = samplesTotal > 1 ? fillMarkdown`<br>${formatQuantity(samplesTotal, "sample")}` : emptyMarkup;
  const where = place === void 0 ? emptyMarkup : fillMarkdown`<code>${shortenMiddle(place, 200)}</code>${others}`;
  const advice = hasOwnFix && fix !== "" ? fillMarkdown`<br><em>${shortenMiddle(fix, maxMessageLength)}</em>` : emptyMarkup;
  return fillMarkdown`| ${shortenMiddle(message, maxMessageLength)}${advice} | ${joinMarkup(evidenceLines, "<br>")} | ${where} |`;
}
function planAccepted(checks) {
  const accepted = checks.flatMap(
    (check) => check.accepted.map((finding) => ({ check: check.id, ...finding }))
  );
  const title = fillMarkdown`${formatQuantity(accepted.length, "finding")} accepted by the config`;
  const render = (count) => {
    const rows = accepted.slice(0, count).map(({ check, message, accepted: { reason, until } }) => {
      const end = until === void 0 ? "" : ` (until ${shortenMiddle(until, 20)})`;
      const why = `${shortenMiddle(reason, maxMessageLength)}${end}`;
      return fillMarkdown`| <code>${shortenMiddle(check, 100)}</code> | ${shortenMiddle(message, maxMessageLength)} | ${why} |`;
    });
    const table = fillMarkdown`| Check | Finding | Reason |\n| :-- | :-- | :-- |\n${joinMarkup(rows, "\n")}`;
    return fold(title, joinMarkup([table, ...noteHidden(accepted.length - rows.length)], "\n\n"));
  };
  const counts = new Set(
    accepted.length === 0 ? [] : findingSteps.map((step) => Math.min(step, accepted.length))
  );
  return {
    name: "the accepted findings",
    isShared: true,
    variants: [...counts].map((count) => () => render(count))
  };
}
function noteHidden(hidden) {
  return hidden > 0 ? [fillMarkdown`… and ${formatCount(hidden)} more, all in the JSON report.`] : [];
}
function renderClosing(report) {
  const counts = countFindings(report);
  const found = ["error", "warning", "info"].map(
    (severity) => countSeverity(counts[severity], severity)
  );
  const tool = shortenMiddle(report.tool.version, 40);
  return fillMarkdown`<sub>${found.join(", ")} in ${describeChecks(report)} · holdout ${tool}</sub>`;
}
function fold(title, body, isOpen = false) {
  const tag = isOpen ? fillMarkdown`<details open>` : fillMarkdown`<details>`;
  return fillMarkdown`${tag}\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
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
    renderCounts2(report, brush),
    renderChecks(report, brush),
    ...groupChecks(report).failing.map((check) => renderFindings3(check, brush)),
    renderClosing2(report, brush)
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
    return hang(`  ${brush.tones[reasonTone](symbols[reasonTone])} `, 4, text, brush.width);
  });
  const hidden = verdict.reasons.length - maxReasons;
  return [
    ...hang(`${paint(symbols[tone])} `, 2, title, brush.width, paint),
    ...hang("  ", 2, words.sentence, brush.width),
    ...reasons.length > 0 ? ["", ...reasons] : [],
    ...hidden > 0 ? [brush.dim(`    … ${formatQuantity(hidden, "more reason")}`)] : []
  ];
}
function renderCounts2({ dataset }, brush) {
  const { counts, targetDomain } = dataset;
  const labelledShare = formatShare(counts.labelled, counts.samples);
  const parts = [
    formatQuantity(counts.samples, "sample"),
    `${formatCount(counts.labelled)} labelled${labelledShare === void 0 ? "" : ` (${labelledShare})`}`,
    formatQuantity(counts.subjects, "subject"),
    listNames2(listSplits(dataset)),
    listNames2(listDomains(dataset), targetDomain)
  ];
  const shown = parts.filter((part) => part !== "");
  return wrapItems(shown, " · ", brush.width - 2).map((line) => `  ${brush.bold(line)}`);
}
function listNames2(counts, target) {
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
function renderFindings3(check, brush) {
  if (check.findings.length === 0) return [];
  const tone = toneOf(check);
  const shown = check.findings.slice(0, maxFindingsShown2);
  const hidden = check.findingsTotal - shown.length;
  return [
    brush.bold(brush.tones[tone](`${symbols[tone]} ${shownId(check)}`)) + brush.dim(` · ${describeStatus(check)}`),
    ...shown.flatMap((finding, index) => renderFinding2(finding, shown[index + 1], brush)),
    ...hidden > 0 ? hang("  ", 2, `… ${formatCount(hidden)} more; --format json lists them.`, brush.width, brush.dim) : []
  ];
}
function renderFinding2(finding, next, brush) {
  const { location } = finding;
  const isNamed = finding.samples.every((id) => finding.message.includes(id));
  const samples = isNamed ? [] : finding.samples.slice(0, 3).map((id) => escapeTerminal(id, 80));
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
function renderClosing2(report, brush) {
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

// src/report/reporters.ts
var reporters = {
  pretty: renderPretty,
  json: serializeReport,
  markdown: renderMarkdown,
  html: renderHtml
};

// src/audit/bound-json.ts
function boundObject(object) {
  return Object.fromEntries(
    Object.entries(object).slice(0, reportBounds.values).map(([key, value]) => [shortenMiddle(key, reportBounds.pathLength), boundValue(value)])
  );
}
function boundValue(value) {
  if (typeof value === "string") return shortenMiddle(value, reportBounds.textLength);
  if (typeof value !== "object" || value === null) return value;
  return isList(value) ? value.slice(0, reportBounds.values).map(boundValue) : boundObject(value);
}
function isList(value) {
  return Array.isArray(value);
}

// src/audit/fill-message.ts
var placeholder = /\{(?<name>[A-Za-z]+)(?:(?<share>%)|(?<form>[|:])(?<one>[^{}|]*)\|(?<many>[^{}|]*))?\}/g;
var shownItems2 = 6;
var maxValueLength2 = 200;
function fillMessage(text, data) {
  return text.replace(placeholder, (whole, ...rest) => {
    const { name, share, form, one, many } = rest.at(-1);
    const value = name !== void 0 && Object.hasOwn(data, name) ? data[name] : void 0;
    if (value === void 0) throw new Error(`the message "${text}" has no value for ${whole}`);
    if (share === void 0 && form === void 0) return formatValue2(value);
    if (typeof value !== "number") throw new Error(`the message "${text}" needs a number for ${whole}`);
    if (share !== void 0) return formatShare(value, 1) ?? "";
    if (form === "|") return formatQuantity(value, one ?? "", many ?? "");
    return (value === 1 ? one : many) ?? "";
  });
}
function formatValue2(value) {
  if (typeof value === "number") return formatMeasured(value);
  if (typeof value === "string") return shortenMiddle(value, maxValueLength2);
  if (isList2(value)) return joinWithAnd(value);
  return shortenMiddle(JSON.stringify(value), maxValueLength2);
}
function formatMeasured(value) {
  return Number.isInteger(value) ? formatCount(value) : formatNumber(Number(value.toPrecision(3)));
}
function joinWithAnd(values) {
  const isCut = values.length > shownItems2;
  const shown = values.slice(0, isCut ? shownItems2 - 1 : shownItems2).map(formatValue2);
  if (isCut) shown.push(`${formatCount(values.length - shown.length)} more`);
  const last = shown.pop();
  if (last === void 0) return "none";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}
function isList2(value) {
  return Array.isArray(value);
}

// src/audit/verdict-rules.ts
var verdictRules = [
  {
    check: "leakage/subject",
    messageIds: ["leak"],
    level: "unsupported",
    one: "Subject {subject} stands in {splits}: scores on the test set would be too good.",
    many: "{count} subjects stand in more than one split: scores on the test set would be too good."
  },
  {
    check: "leakage/subject",
    messageIds: ["joined"],
    level: "unsupported",
    one: "Pictures tie subjects {ids} together across splits: scores on the test set would be too good.",
    many: "Pictures tie {count} sets of subjects together across splits: scores on the test set would be too good."
  },
  {
    check: "leakage/near-duplicate",
    messageIds: ["copy"],
    level: "unsupported",
    one: "One picture, saved again, stands in more than one split: scores on the test set would be too good.",
    many: "{count} pictures, saved again, stand in more than one split: scores on the test set would be too good."
  },
  {
    check: "leakage/group",
    messageIds: ["leak"],
    level: "unsupported",
    one: "The {kind} {group} stands in {splits}: scores on the test set would be too good.",
    many: "{count} groups (study, series, clip, volume or session) stand in more than one split: scores on the test set would be too good."
  },
  {
    check: "leakage/duplicate",
    messageIds: ["bytes", "pixels", "listed"],
    level: "unsupported",
    one: "One picture stands in more than one split: scores on the test set would be too good.",
    many: "{count} pictures stand in more than one split: scores on the test set would be too good."
  },
  {
    check: "composition/labelled",
    messageIds: ["none"],
    level: "unsupported",
    one: "No sample{target} is labelled."
  },
  {
    check: "subjects/count",
    messageIds: ["few"],
    level: "unsupported",
    one: "All {samples} {labelled}samples{target} come from {subjects|subject|subjects} (effective number {effective}): too few to learn from and to test on."
  },
  {
    check: "composition/labelled",
    messageIds: ["few"],
    level: "limited",
    one: "Only {labelled} of {samples|image|images} ({share%}) are labelled images{target}."
  },
  {
    check: "composition/labelled",
    messageIds: ["unlabelled-split"],
    level: "limited",
    one: "Nothing{target} in {split} is labelled.",
    many: "{count} splits hold nothing labelled."
  },
  {
    check: "domain/shift",
    messageIds: ["brighter"],
    level: "limited",
    one: "The intensities of {bright} and {dark} do not match ({difference|grey level|grey levels} apart on average): what is learned on one need not hold on the other.",
    many: "The intensities of {count} pairs of domains or splits do not match: what is learned on one need not hold on the other."
  },
  {
    check: "domain/shift",
    messageIds: ["spread"],
    level: "limited",
    one: "The intensities of {first} and {second} are spread differently: what is learned on one need not hold on the other.",
    many: "The intensities of {count} pairs of domains or splits are spread differently: what is learned on one need not hold on the other."
  },
  {
    check: "leakage/scene",
    messageIds: ["scene"],
    level: "limited",
    one: "Two splits seem to show one scene: scores on the test set may be too good.",
    many: "{count} scenes seem to stand in more than one split: scores on the test set may be too good."
  },
  {
    check: "subjects/identified",
    messageIds: ["none"],
    level: "limited",
    one: "No sample names its subject, so that leakage by subject cannot be judged."
  },
  {
    check: "subjects/identified",
    messageIds: ["some"],
    level: "limited",
    one: "{unknown} of {samples|sample|samples} name no subject, so that leakage by subject cannot be ruled out for them."
  },
  {
    check: "subjects/count",
    messageIds: ["few-in-split"],
    level: "limited",
    one: "The {split} split holds {subjects} {labelled}{subjects:subject|subjects}{target}, too few for a score that means much.",
    many: "{count} splits hold fewer subjects{target} than a score that means much needs."
  },
  {
    check: "subjects/count",
    messageIds: ["dominant"],
    level: "limited",
    one: "One subject gives {share%} of the {labelled}samples{target}."
  },
  {
    check: "classes/coverage",
    messageIds: ["absent", "absent-in"],
    level: "limited",
    one: "The class {name} is missing from a split or a domain.",
    many: "{count} times a class is missing from a split or a domain."
  }
];

// src/audit/judge-verdict.ts
function judgeVerdict(checks) {
  const byRule = verdictRules.flatMap((rule) => applyRule(rule, checks));
  const reasons = [...byRule, ...checks.flatMap((check) => judgeWithoutRule(check))];
  const grave = reasons.filter(({ level }) => level === "unsupported");
  const sorted = [...grave, ...reasons.filter(({ level }) => level === "limited")];
  return {
    level: grave.length > 0 ? "unsupported" : reasons.length > 0 ? "limited" : "supported",
    reasons: sorted.slice(0, reportBounds.reasons)
  };
}
function applyRule(rule, checks) {
  const { check: id, level, one, many = one } = rule;
  const findings = checks.find((check) => check.id === id)?.findings.filter(isAbout(rule)) ?? [];
  const [first] = findings;
  if (!first) return [];
  const text = fillMessage(findings.length === 1 ? one : many, { ...first.data, count: findings.length });
  return [{ level, check: id, text }];
}
function isAbout({ messageIds }) {
  return ({ messageId }) => messageIds.includes(messageId);
}
function judgeWithoutRule(check) {
  const { id, severity, isErrored, findings, summary } = check;
  if (isErrored)
    return [
      { level: "limited", check: id, text: `The check ${id} did not finish: what it asks is not known.` }
    ];
  const rules2 = verdictRules.filter((rule) => rule.check === id);
  const isLeft = findings.some((finding) => !rules2.some((rule) => isAbout(rule)(finding)));
  return severity === "error" && isLeft ? [{ level: "limited", check: id, text: `${id}: ${summary}.` }] : [];
}

// src/audit/run-check.ts
var nothing = { evaluated: 0, unavailable: 0 };
function runCheck({ check, options }, dataset) {
  try {
    const result = check.run(dataset, options);
    if ("skipped" in result)
      return { status: "skipped", coverage: result.coverage ?? nothing, summary: result.skipped };
    if (result.coverage.evaluated === 0 && result.findings.length === 0)
      return { status: "skipped", coverage: result.coverage, summary: result.summary };
    return { status: "judged", ...result };
  } catch (error) {
    return {
      status: "errored",
      coverage: { evaluated: 0, unavailable: dataset.samples.length },
      reason: error instanceof Error ? error.message : String(error)
    };
  }
}

// src/audit/summarize-dataset.ts
function summarizeDataset({ dataset, labels, task }, samples) {
  const { name, description } = dataset;
  return {
    name: shortenMiddle(name, reportBounds.nameLength),
    ...description !== void 0 && { description: shortenMiddle(description, reportBounds.textLength) },
    ...task.targetDomain !== void 0 && {
      targetDomain: shortenMiddle(task.targetDomain, reportBounds.nameLength)
    },
    counts: {
      samples: samples.length,
      labelled: samples.filter((sample) => isLabelled(sample, labels)).length,
      subjects: new Set(samples.flatMap(({ subject }) => subject === void 0 ? [] : [subject])).size,
      splits: countNames(samples.flatMap(({ splits }) => splits)),
      domains: countNames(samples.flatMap(({ domain }) => domain === void 0 ? [] : [domain]))
    }
  };
}
function countNames(names) {
  const counts = /* @__PURE__ */ new Map();
  for (const name of names) {
    const shown = shortenMiddle(name, reportBounds.nameLength);
    counts.set(shown, (counts.get(shown) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  return Object.fromEntries(sorted.slice(0, reportBounds.names));
}

// src/audit/run-audit.ts
function runAudit(dataset, selected, { config, today, version }) {
  const outcomes = new Map(selected.map((entry) => [entry.check.id, runCheck(entry, dataset)]));
  const waiverOf = findWaiver(config.accept, today);
  const drafts = selected.flatMap(({ check, severity }) => {
    const outcome = outcomes.get(check.id);
    return outcome ? [draftReport(check, severity, outcome, waiverOf)] : [];
  });
  const waiverSeverity = config.checks[waiverCheck.id]?.severity ?? waiverCheck.defaultSeverity;
  if (config.accept.length > 0 && waiverSeverity !== "off")
    drafts.push(draftReport(waiverCheck, waiverSeverity, judgeWaivers(config, outcomes, today), waiverOf));
  return {
    schemaVersion: reportSchemaVersion,
    tool: { name: "holdout", version },
    dataset: summarizeDataset(config, dataset.samples),
    verdict: judgeVerdict(drafts.map(({ judged }) => judged)),
    checks: drafts.map(({ report }) => report).sort(compareChecks),
    charts: []
  };
}
function draftReport(check, severity, outcome, waiverOf) {
  try {
    return describeOutcome(check, severity, outcome, waiverOf);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const { coverage } = outcome;
    return describeOutcome(check, severity, { status: "errored", coverage, reason }, waiverOf);
  }
}
function describeOutcome(check, severity, outcome, waiverOf) {
  const { id } = check;
  const findings = outcome.status === "judged" ? [...outcome.findings].sort(compareFindings) : [];
  const open = findings.filter(({ key }) => !waiverOf(id, key));
  const accepted = findings.flatMap((finding) => {
    const waiver = waiverOf(id, finding.key);
    return waiver ? [{ finding, waiver }] : [];
  });
  const summary = bound(
    outcome.status === "errored" ? `the check did not finish: ${outcome.reason}` : say(check, outcome.summary, "text")
  );
  const describe = (finding) => describeFinding(check, severity, finding);
  return {
    judged: { id, severity, isErrored: outcome.status === "errored", findings: open, summary },
    report: {
      id,
      status: outcome.status === "judged" ? open.length > 0 ? "failed" : "passed" : outcome.status,
      severity,
      summary,
      coverage: outcome.coverage,
      measurements: outcome.status === "judged" ? boundObject(outcome.measurements) : {},
      findings: open.slice(0, maxFindingsPerCheck).map(describe),
      findingsTotal: open.length,
      accepted: accepted.slice(0, maxFindingsPerCheck).map(({ finding, waiver: { reason, until } }) => ({
        ...describe(finding),
        accepted: { reason: bound(reason), ...until !== void 0 && { until } }
      }))
    }
  };
}
function describeFinding(check, severity, finding) {
  const { key, messageId, samples, subjects = [], location, evidence } = finding;
  return {
    key: shortenMiddle(key, reportBounds.pathLength),
    messageId,
    message: bound(say(check, finding, "text")),
    fix: bound(say(check, finding, "fix")),
    severity,
    samples: samples.slice(0, maxSamplesPerFinding).map((id) => shortenMiddle(id, reportBounds.pathLength)),
    samplesTotal: samples.length,
    subjects: subjects.slice(0, reportBounds.values).map((id) => shortenMiddle(id, reportBounds.pathLength)),
    ...location && {
      location: { ...location, file: shortenMiddle(location.file, reportBounds.pathLength) }
    },
    evidence: boundObject(evidence)
  };
}
function say({ id, messages }, { messageId, data }, part) {
  const message = messages[messageId];
  if (!message) throw new Error(`${id} has no message ${messageId}`);
  return fillMessage(message[part] ?? "", data);
}
function bound(text) {
  return shortenMiddle(text, reportBounds.textLength);
}
function compareFindings(a, b) {
  return compareText(a.key, b.key) || compareText(a.messageId, b.messageId);
}
var severityRanks = { error: 0, warning: 1, info: 2 };
function compareChecks(a, b) {
  return severityRanks[a.severity] - severityRanks[b.severity] || compareText(a.id, b.id);
}

// src/audit/select-checks.ts
function selectChecks(checks, config) {
  return checks.flatMap((check) => {
    const setting = config.checks[check.id];
    const severity = setting?.severity ?? check.defaultSeverity;
    return severity === "off" ? [] : [{ check, severity, options: completeOptions(check, setting?.options) }];
  });
}
function neededFacts(selected) {
  return new Set(selected.flatMap(({ check }) => check.needs));
}
function completeOptions({ options }, given = {}) {
  return Object.fromEntries(
    Object.entries(options).map(([name, schema]) => {
      const value = given[name];
      return [name, typeof value === "number" || typeof value === "boolean" ? value : schema.default];
    })
  );
}

// src/entry/check-dataset.ts
async function checkDataset(request) {
  const { config, dataset } = await loadDataset(request, (one) => neededFacts(selectChecks(catalogue, one)));
  const { today, version } = request;
  return runAudit(dataset, selectChecks(catalogue, config), { config, today, version });
}

export {
  reporters,
  checkDataset
};
