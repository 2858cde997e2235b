import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  placePictures,
  renderPictures
} from "./chunk-OIDDRJK4.js";
import {
  drawCharts
} from "./chunk-4OV3EGW5.js";
import {
  htmlStyle
} from "./chunk-RGSHAZSH.js";
import {
  escapeTexts,
  measureWidth,
  padText,
  require_picocolors,
  truncateText,
  wrapItems,
  wrapText
} from "./chunk-2LTIAPVW.js";
import {
  baselineFacts,
  describeBaselineInput
} from "./chunk-LYU7PUA6.js";
import {
  describeConsequences,
  describeGrade,
  describeMove,
  formatEvidence,
  isTrainToTest,
  listCounts,
  listDomains,
  listFirst,
  listKinds,
  listNewFindings,
  listSeverities,
  listSplits,
  nameBase,
  renderMarkdown,
  summarizeChange
} from "./chunk-U2674LC5.js";
import {
  countOnly,
  deriveSharedKey,
  hideSubjects
} from "./chunk-U6EQIBFF.js";
import {
  neededFacts,
  runAuditInFull,
  selectChecks,
  summarizeDataset
} from "./chunk-UNNGGBM4.js";
import {
  catalogue,
  configNames,
  decodeDataset,
  findDataset,
  isSkippedFolder,
  kindOf,
  listOf,
  loadConfig,
  loadDataset,
  maxConfigBytes,
  oneOf,
  openDataset,
  parseConfigOf,
  recallResult,
  record,
  rememberResult,
  searchBoth,
  searchDataset,
  text
} from "./chunk-VPZ6XINK.js";
import {
  splitAdvice
} from "./chunk-ZE4566AW.js";
import {
  countAccepted,
  countSeverity,
  describeChecks,
  describeCoverage,
  describeStatus,
  groupChecks,
  severityWords,
  toneOf,
  verdictTones,
  verdictWords
} from "./chunk-2AZO6JV5.js";
import {
  Markup,
  emptyMarkup,
  fillHtml,
  fillXml,
  joinMarkup
} from "./chunk-25A5ZPMJ.js";
import {
  isObject
} from "./chunk-3GYANS6R.js";
import {
  compareSplits,
  compareText,
  groupBy,
  runGit,
  sortedUnique,
  streamGit
} from "./chunk-4OAUCKAS.js";
import {
  formatCount,
  formatNumber,
  formatQuantity,
  formatShare
} from "./chunk-PSSVJEVV.js";
import {
  countFindings,
  reportBounds
} from "./chunk-XPBF2K5R.js";
import {
  escapeSarif,
  escapeTerminal,
  revealInvisible
} from "./chunk-3ZFVE422.js";
import {
  DatasetError,
  EnvironmentError,
  HoldoutError,
  formatLocation,
  shortenMiddle
} from "./chunk-4G4S7EEN.js";
import {
  __toESM
} from "./chunk-H6ZNR5XL.js";

// src/report/html/change.ts
var maxTextLength = 2e3;
var maxPathLength = 200;
function renderChange(report) {
  const { change } = report;
  if (!change) return emptyMarkup;
  const base2 = nameBase(change);
  const since = base2 === void 0 ? emptyMarkup : fillHtml` since <code>${base2}</code>`;
  const notes = change.notes.map(
    (note) => fillHtml`<p class="note">${shortenMiddle(note, maxTextLength)}</p>\n`
  );
  return fillHtml`<section aria-labelledby="change">
<h2 id="change">What changed${since}</h2>
<p>${shortenMiddle(summarizeChange(report) ?? "", maxTextLength)}</p>
${notes}<div class="panels">
${renderMovedSubjects(report)}${renderCounts(report)}</div>
${renderNewFindings(report)}${renderSamples(report)}</section>
${renderPolicy(report)}`;
}
function renderMovedSubjects({ change }) {
  const moved = change?.samples?.movedSubjects;
  if (!moved || moved.items.length === 0) return emptyMarkup;
  const rows = moved.items.map((one) => {
    const mark2 = isTrainToTest(one) ? fillHtml` <span class="pill error">train to test</span>` : emptyMarkup;
    return fillHtml`<tr><th scope="row"><code>${shortenMiddle(one.subject, maxPathLength)}</code></th><td>${describeMove(one)}${mark2}</td></tr>\n`;
  });
  return fillHtml`<div class="panel">
<table class="bars">
<caption>${formatQuantity(moved.total, "subject")} moved between splits</caption>
<thead><tr><th scope="col">Subject</th><th scope="col">Splits</th></tr></thead>
<tbody>
${rows}${more(moved.total - rows.length, 2)}</tbody>
</table>
</div>
`;
}
function renderCounts(report) {
  const counts = listCounts(report);
  if (counts.length === 0) return emptyMarkup;
  const rows = counts.map(({ name, before, after, isChanged }) => {
    const now = isChanged ? fillHtml`<strong>${after}</strong>` : fillHtml`${after}`;
    return fillHtml`<tr><th scope="row">${name}</th><td class="number">${before}</td><td class="number">${now}</td></tr>\n`;
  });
  return fillHtml`<div class="panel">
<table class="bars">
<caption>Before and after</caption>
<thead><tr><th scope="col">What</th><th scope="col" class="number">Before</th><th scope="col" class="number">After</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>
`;
}
function renderNewFindings(report) {
  const findings = report.change?.findings;
  if (!findings) return emptyMarkup;
  const items = listNewFindings(report).slice(0, 100).map(
    ({ check, finding }) => fillHtml`<li class="${finding.severity}"><p>new ${severityWords[finding.severity].one}: ${shortenMiddle(finding.message, maxTextLength)}</p><p class="source"><code>${shortenMiddle(check.id, 100)}</code></p></li>\n`
  );
  const words = [findings.new, findings.fixed, findings.unchanged].map(
    (counts) => listSeverities(counts) || "none"
  );
  const [found = "", fixed = "", unchanged = ""] = words;
  const list = items.length === 0 ? emptyMarkup : fillHtml`<ul class="reasons">\n${items}</ul>\n`;
  return fillHtml`<p class="lead"><strong>Findings:</strong> new ${found} · fixed ${fixed} · unchanged ${unchanged}</p>
${list}${renderMentioned("fixed", findings.fixedFindings)}`;
}
function renderSamples({ change }) {
  if (!change?.samples) return emptyMarkup;
  const kinds = listKinds(change.samples).filter(({ total }) => total > 0).map(
    ({ word: word2, total, lines }) => renderList(
      `${formatQuantity(total, "sample")} ${word2}`,
      lines.map((line) => fillHtml`${line}`),
      total
    )
  );
  return fillHtml`${kinds}`;
}
function renderPolicy({ change }) {
  const policy = change?.policy;
  if (!policy) return emptyMarkup;
  const rows = policy.settings.items.map(
    ({ name, before, after }) => fillHtml`<tr><th scope="row"><code>${shortenMiddle(name, maxPathLength)}</code></th><td>${showSetting(before)}</td><td>${showSetting(after)}</td></tr>\n`
  );
  return fillHtml`<section aria-labelledby="policy">
<h2 id="policy">Policy</h2>
<p>This changes what is asked of the dataset. Until it is merged, the base’s policy judges; under the new one the verdict would be <strong>${verdictWords[policy.verdict].title}</strong>, and ${describeConsequences(policy)}.</p>
<div class="panel">
<table class="bars">
<caption>Settings</caption>
<thead><tr><th scope="col">Setting</th><th scope="col">Base</th><th scope="col">This change</th></tr></thead>
<tbody>
${rows}${more(policy.settings.total - rows.length, 3)}</tbody>
</table>
</div>
${renderMentioned("would appear", policy.appearing)}${renderMentioned("would vanish", policy.vanishing)}${renderMentioned("would have another severity", policy.regraded)}</section>`;
}
function showSetting(value) {
  return value === void 0 ? fillHtml`<em>default</em>` : fillHtml`<code>${shortenMiddle(value, maxPathLength)}</code>`;
}
function renderMentioned(how, { items, total }) {
  if (total === 0) return emptyMarkup;
  const lines = items.map(
    ({ check, message, ...graded }) => fillHtml`${describeGrade(graded)} <code>${shortenMiddle(check, 100)}</code> ${shortenMiddle(message, maxTextLength)}`
  );
  return renderList(`${formatQuantity(total, "finding")} ${how}`, lines, total);
}
function renderList(title, lines, total) {
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
function more(hidden, columns2) {
  return hidden > 0 ? fillHtml`<tr><td colspan="${columns2}">… ${formatCount(hidden)} more</td></tr>\n` : emptyMarkup;
}

// src/report/html/charts.ts
var maxTextLength2 = 1e3;
var maxTableRows = 60;
var namespaces = / xmlns(?::xlink)?="[^"]*"/gu;
function renderFigures(charts) {
  if (charts.length === 0) return emptyMarkup;
  return fillHtml`<div class="figures">
${charts.map(renderFigure)}</div>
`;
}
function renderFigure({ chart, svg }) {
  const words = shortenMiddle(chart.alternative, maxTextLength2);
  return fillHtml`<figure><div class="chart" role="img" aria-label="${shortenMiddle(chart.title, maxTextLength2)}">${new Markup(hideParts(svg.replace(namespaces, "")))}</div>
<figcaption><p>${words}</p>
<details><summary>Numbers</summary>
${renderNumbers(chart)}</details></figcaption></figure>
`;
}
function hideParts(svg) {
  return svg.replace(/^<svg /u, '<svg aria-hidden="true" ');
}
function renderNumbers({ data }) {
  const values = isObject(data) && Array.isArray(data["values"]) ? data["values"].filter(isObject) : [];
  const columns2 = Object.keys(values[0] ?? {}).sort(compareText).slice(0, 8);
  const isNumeric = (name) => values.every((row) => typeof (row[name] ?? 0) === "number");
  const looks = new Map(columns2.map((name) => [name, isNumeric(name) ? "number" : "words"]));
  const head = columns2.map(
    (name) => fillHtml`<th scope="col" class="${looks.get(name) ?? ""}">${shortenMiddle(name, 40)}</th>`
  );
  const rows = values.slice(0, maxTableRows).map((row) => {
    const cells = columns2.map((name) => {
      const value = row[name] ?? "";
      if (typeof value === "number")
        return fillHtml`<td class="number" data-value="${value}">${formatNumber(value)}</td>`;
      const text2 = typeof value === "string" ? value : JSON.stringify(value);
      return fillHtml`<td class="${looks.get(name) ?? ""}">${shortenMiddle(text2, 60)}</td>`;
    });
    return fillHtml`<tr>${cells}</tr>\n`;
  });
  const hidden = values.length - rows.length;
  const more2 = hidden > 0 ? fillHtml`<p class="note">… ${formatNumber(hidden)} more in the JSON report.</p>` : emptyMarkup;
  return fillHtml`<table class="numbers sortable"><thead><tr>${head}</tr></thead>
<tbody>
${rows}</tbody></table>${more2}`;
}

// src/report/html/finding-row.ts
var pageSize = 10;
var columns = ["finding", "subject", "split", "samples"];
function listColumns(rows) {
  return columns.filter((column) => {
    switch (column) {
      case "finding":
        return true;
      case "subject":
        return rows.some(({ subjects }) => subjects.length > 0);
      case "split":
        return rows.some(({ splits }) => splits.length > 0);
      case "samples":
        return rows.some(({ samplesTotal }) => samplesTotal > 0);
    }
  });
}

// src/report/html/list-rows.ts
import { createHash } from "node:crypto";

// src/report/html/repeated-text.ts
var mark = "~";
var digits = Array.from({ length: 90 }, (_, index) => String.fromCharCode(index + 36)).filter((digit) => !["<", "\\", mark, "&"].includes(digit)).join("");
var base = digits.length;
var minLength = 6;
var maxLength = minLength + base - 1;
var maxDistance = base ** 3 - 1;
var maxTries = 24;
function shortenRepeats(text2) {
  const places = new LatestPlaces(text2);
  const parts = [];
  let [written, index] = [0, 0];
  while (index < text2.length) {
    const { length, distance } = places.findLongest(index);
    const isRepeat = length >= minLength;
    const end = index + (isRepeat ? length : 1);
    if (isRepeat) {
      parts.push(writeNew(text2.slice(written, index)));
      parts.push(mark, digits.charAt(length - minLength), writeDistance(distance));
      written = end;
    }
    while (index < end) places.add(index++);
  }
  parts.push(writeNew(text2.slice(written)));
  return parts.join("");
}
function writeNew(text2) {
  return text2.replaceAll(mark, mark + mark);
}
function writeDistance(distance) {
  return [Math.floor(distance / base ** 2), Math.floor(distance / base) % base, distance % base].map((digit) => digits.charAt(digit)).join("");
}
var hashBits = 18;
var LatestPlaces = class {
  #text;
  #latest = new Int32Array(2 ** hashBits).fill(-1);
  #before;
  constructor(text2) {
    this.#text = text2;
    this.#before = new Int32Array(text2.length);
  }
  add(index) {
    if (index + minLength > this.#text.length) return;
    const hash2 = this.#hash(index);
    this.#before[index] = this.#latest[hash2] ?? -1;
    this.#latest[hash2] = index;
  }
  /** The longest run from `index` on that stood before, and wholly before; the latest of equals. */
  findLongest(index) {
    const text2 = this.#text;
    const before = this.#before;
    let [longest, distance] = [0, 0];
    let place = index + minLength > text2.length ? -1 : this.#latest[this.#hash(index)] ?? -1;
    for (let tries = 0; tries < maxTries && place >= 0 && index - place <= maxDistance; tries++) {
      const most = Math.min(maxLength, index - place, text2.length - index);
      let length = 0;
      if (text2.charCodeAt(place + longest) === text2.charCodeAt(index + longest))
        while (length < most && text2.charCodeAt(place + length) === text2.charCodeAt(index + length)) length++;
      if (length > longest) [longest, distance] = [length, index - place];
      if (length === maxLength) break;
      place = before[place] ?? -1;
    }
    return { length: longest, distance };
  }
  #hash(index) {
    let hash2 = 0;
    for (let at = index; at < index + minLength; at++)
      hash2 = Math.imul(hash2 ^ this.#text.charCodeAt(at), 2654435761);
    return hash2 >>> 32 - hashBits;
  }
};

// src/report/html/packed-rows.ts
var idLength = 12;
function packRows(rows) {
  const lines = rows.flatMap((row) => [
    writeList(row.samples),
    row.key,
    row.message,
    row.fix,
    row.place,
    writeList(row.subjects),
    writeList(row.splits),
    writeList(row.evidence),
    String(row.subjectsTotal),
    String(row.samplesTotal)
  ]);
  return {
    count: rows.length,
    ids: rows.map(({ id }) => id).join(""),
    lines: shortenRepeats(lines.join("\n"))
  };
}
function writeList(items) {
  return items.map((item) => `${item}	`).join("");
}

// src/report/html/splits-of-finding.ts
var searchedDepth = 3;
function splitsOfFinding({ key, evidence }, known) {
  const named = new Set(key.split(/[:@+|]/u).filter((part) => known.has(part)));
  collectSplits(evidence, false, searchedDepth, known, named);
  return [...named].sort(compareSplits);
}
function collectSplits(value, isNamed, depth, known, named) {
  if (typeof value === "string") {
    if (isNamed && known.has(value)) named.add(value);
    return;
  }
  if (typeof value !== "object" || value === null || depth === 0) return;
  for (const [key, entry] of Object.entries(value)) {
    if (known.has(key)) named.add(key);
    if (Array.isArray(entry) && !isSplitKey(key) && !isNamed) continue;
    collectSplits(entry, isNamed || isSplitKey(key), depth - 1, known, named);
  }
}
function isSplitKey(key) {
  return key === "split" || key === "splits";
}

// src/report/html/list-rows.ts
var fullDetail = { names: 20, hasEvidence: true, textLength: 2e3 };
function listRows(check, findings, knownSplits, hasCommonFix, { names, hasEvidence, textLength }) {
  return findings.map((finding) => ({
    id: nameRow(check, finding),
    message: show(finding.message, textLength),
    fix: hasCommonFix ? "" : show(finding.fix, textLength),
    key: show(finding.key, 200),
    place: finding.location === void 0 ? "" : show(formatLocation(finding.location), 300),
    subjects: finding.subjects.slice(0, names).map((subject) => show(subject, 100)),
    subjectsTotal: finding.subjects.length,
    splits: splitsOfFinding(finding, knownSplits).map((split) => show(split, 100)),
    samples: finding.samples.slice(0, names).map((sample) => show(sample, 300)),
    samplesTotal: finding.samplesTotal,
    evidence: hasEvidence ? formatEvidence(finding.evidence).flatMap(({ label, value }) => [show(label, 60), show(value, 2e3)]) : []
  }));
}
function findCommonFix(findings) {
  const fixes = new Set(findings.map(({ fix: fix2 }) => fix2));
  const [fix = ""] = fixes;
  return fixes.size === 1 ? fix : "";
}
function nameRow(check, { key, messageId }) {
  const hash2 = createHash("sha256").update(JSON.stringify([check, messageId, key])).digest("base64url");
  return `f-${hash2}`.slice(0, idLength);
}
function show(text2, maxLength2) {
  return revealInvisible(shortenMiddle(text2, maxLength2));
}

// src/report/html/page-element.ts
function element(name, attributes, ...children) {
  return { name, attributes, children: children.filter((child) => child !== void 0) };
}

// src/report/html/row-elements.ts
function drawFinding(row, columns2) {
  return element(
    "tr",
    { id: row.id, class: "finding", tabindex: "-1" },
    ...columns2.map((column) => drawCell(row, column))
  );
}
function drawSubject({ subject, findings, samples, splits }, canFilter) {
  const name = canFilter ? element("button", { type: "button", class: "plain", "data-subject": subject }, subject) : subject;
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, name),
    element("td", { class: "number" }, formatCount(findings)),
    element("td", { class: "number" }, formatCount(samples)),
    element("td", {}, splits.join(", "))
  );
}
function drawCell(row, column) {
  switch (column) {
    case "finding":
      return element("td", { class: "what" }, ...drawWords(row));
    case "subject":
      return element("td", { class: "subject" }, listFirst2(row.subjects, row.subjectsTotal));
    case "split":
      return element("td", { class: "split" }, row.splits.join(", "));
    case "samples":
      return element("td", { class: "number" }, row.samplesTotal > 0 ? formatCount(row.samplesTotal) : "");
  }
}
function drawWords(row) {
  return [
    element(
      "p",
      { class: "message" },
      `${row.message} `,
      element("a", { class: "anchor", href: `#${row.id}`, "aria-label": `Link to: ${row.message}` }, "#")
    ),
    element(
      "p",
      { class: "place" },
      ...row.place === "" ? [] : [element("code", {}, row.place), " · "],
      `${nameKind(row)} `,
      element("code", {}, row.key)
    ),
    row.evidence.length === 0 ? void 0 : element("dl", { class: "evidence" }, ...drawEvidence(row.evidence)),
    drawSamples(row),
    row.fix === "" ? void 0 : drawFix(row.fix)
  ];
}
function drawFix(fix) {
  return element("p", { class: "fix" }, element("strong", {}, "What to do"), " ", ...drawAdvice(fix));
}
function drawAdvice(advice) {
  return splitAdvice(advice).map(({ text: text2, isCommand }) => isCommand ? element("code", {}, text2) : text2);
}
function nameKind({ key, subjects, samples }) {
  return subjects.includes(key) ? "subject" : samples.includes(key) ? "sample" : "key";
}
function drawEvidence(evidence) {
  return evidence.flatMap(
    (value, index) => index % 2 === 0 ? [] : [element("div", {}, element("dt", {}, evidence[index - 1] ?? ""), element("dd", {}, value))]
  );
}
function drawSamples({ samples, samplesTotal }) {
  if (samples.length === 0) return void 0;
  const hidden = samplesTotal - samples.length;
  return element(
    "details",
    { class: "samples" },
    element("summary", {}, formatQuantity(samplesTotal, "sample")),
    element(
      "ul",
      {},
      ...samples.map((sample) => element("li", {}, element("code", {}, sample))),
      hidden > 0 ? element("li", {}, `… ${formatCount(hidden)} more`) : void 0
    )
  );
}
var maxSubjectsInCell = 5;
function listFirst2(names, total) {
  const shown = names.slice(0, maxSubjectsInCell);
  const hidden = total - shown.length;
  return [...shown, ...hidden > 0 ? [`+ ${formatCount(hidden)} more`] : []].join(", ");
}

// src/report/html/subject-counts.ts
function countBySubject(rows) {
  const counts = /* @__PURE__ */ new Map();
  for (const { subjects, samplesTotal, splits } of rows) {
    for (const subject of new Set(subjects)) {
      let count = counts.get(subject);
      if (!count) counts.set(subject, count = { findings: 0, samples: 0, splits: /* @__PURE__ */ new Set() });
      count.findings += 1;
      count.samples += samplesTotal;
      for (const split of splits) count.splits.add(split);
    }
  }
  return [...counts].map(([subject, { splits, ...count }]) => ({
    subject,
    ...count,
    splits: [...splits].sort(compareSplits)
  })).sort((a, b) => b.findings - a.findings || compareText(a.subject, b.subject));
}
function isWorthCounting(rows, counts) {
  return rows.length > 10 && counts.length > 1 && counts.length <= rows.length / 2;
}

// src/report/html/write-element.ts
function writeElement({ name, attributes, children }) {
  const tag = new Markup(name);
  const written = Object.entries(attributes).map(
    ([attribute, value]) => fillHtml` ${new Markup(attribute)}="${value}"`
  );
  const inside = children.map(
    (child) => typeof child === "string" ? fillHtml`${child}` : writeElement(child)
  );
  return fillHtml`<${tag}${written}>${inside}</${tag}>`;
}

// src/report/html/check-sections.ts
var maxTextLength3 = 2e3;
var columnTitles = {
  finding: "Finding",
  subject: "Subject",
  split: "Split",
  samples: "Samples"
};
function renderCheckSection(check, content) {
  const anchor = content.anchors.get(check) ?? "";
  const coverage = describeCoverage(check);
  const note = coverage === void 0 ? emptyMarkup : fillHtml` <span class="note">${coverage}</span>`;
  const findings = content.findings.get(check);
  return fillHtml`<section class="check ${toneOf(check)}" id="${anchor}" aria-labelledby="${anchor}-title">
<h3 id="${anchor}-title"><code>${shortenMiddle(check.id, 100)}</code> ${renderPill(check)}</h3>
<p class="note question">${shortenMiddle(check.question, maxTextLength3)}</p>
<p class="result">${shortenMiddle(check.summary, maxTextLength3)}${note}</p>
${renderFix(findCommonFix(check.findings))}${renderFigures(content.charts.get(check.id) ?? [])}${renderPictures(content.pictures.get(check.id))}${findings ? renderFindings(findings) : renderUnseen(check)}${renderMeasurements(check.measurements)}</section>
`;
}
function renderUnseen({ findingsTotal }) {
  if (findingsTotal === 0) return emptyMarkup;
  return fillHtml`<p class="note">${formatQuantity(findingsTotal, "finding")}; the report names none.</p>\n`;
}
function renderFindings({ place, rows, total }) {
  const columns2 = listColumns(rows);
  const shown = rows.slice(0, pageSize);
  const hidden = total - shown.length;
  const more2 = hidden > 0 ? fillHtml`<p class="note">${formatCount(shown.length)} of ${formatQuantity(total, "finding")}.</p>` : emptyMarkup;
  const beyond = total > rows.length ? fillHtml`<p class="note">${formatCount(total - rows.length)} more are not in this page: ${whereAllAre}.</p>\n` : emptyMarkup;
  return fillHtml`<div class="findings" data-place="${place}">
${renderSubjects(rows)}<table class="rows">
<thead><tr>${columns2.map(renderColumn)}</tr></thead>
<tbody>
${joinMarkup(
    shown.map((row) => writeElement(drawFinding(row, columns2))),
    "\n"
  )}
</tbody>
</table>
<div class="pager">${more2}</div>
${beyond}</div>
`;
}
var whereAllAre = "the JSON report lists up to 1,000 a check";
function renderColumn(column) {
  const look = column === "samples" ? "number" : "words";
  return fillHtml`<th scope="col" class="${look}" data-column="${column}">${columnTitles[column]}</th>`;
}
function renderSubjects(rows) {
  const counts = countBySubject(rows);
  if (!isWorthCounting(rows, counts)) return emptyMarkup;
  const shown = counts.slice(0, pageSize);
  const more2 = counts.length > shown.length ? fillHtml`<p class="note">${formatCount(shown.length)} of ${formatQuantity(counts.length, "subject")}.</p>` : emptyMarkup;
  return fillHtml`<details class="by-subject" open><summary>By subject</summary>
<table>
<thead><tr><th scope="col">Subject</th><th scope="col" class="number">Findings</th><th scope="col" class="number">Samples</th><th scope="col">Split</th></tr></thead>
<tbody>
${joinMarkup(
    shown.map((count) => writeElement(drawSubject(count, false))),
    "\n"
  )}
</tbody>
</table>
<div class="pager">${more2}</div></details>
`;
}
function renderFix(fix) {
  if (fix === "") return emptyMarkup;
  return fillHtml`${writeElement(drawFix(shortenMiddle(fix, maxTextLength3)))}\n`;
}
function renderMeasurements(measurements) {
  const entries = formatEvidence(measurements);
  if (entries.length === 0) return emptyMarkup;
  const items = entries.map(({ label, value }) => fillHtml`<div><dt>${label}</dt><dd>${value}</dd></div>`);
  return fillHtml`<details class="measurements"><summary>Measured</summary><dl class="evidence">${items}</dl></details>
`;
}
function renderPill(check) {
  return fillHtml`<span class="pill ${toneOf(check)}">${describeStatus(check)}</span>`;
}

// src/report/html/client-script.ts
var clientScript = [
  '"use strict";(()=>{function d(e){return te(String(e))}function f(e,t,n=`${t}s`){return`${d(e)} $',
  '{e===1?t:n}`}function te(e){return/^-?\\d+$/.test(e)?e.replace(/\\B(?=(?:\\d{3})+$)/g,","):e}var T=',
  '["finding","subject","split","samples"];function R(e){return T.filter(t=>{switch(t){case"finding',
  '":return!0;case"subject":return e.some(({subjects:n})=>n.length>0);case"split":return e.some(({s',
  'plits:n})=>n.length>0);case"samples":return e.some(({samplesTotal:n})=>n>0)}})}var x=Array.from(',
  '{length:90},(e,t)=>String.fromCharCode(t+36)).filter(e=>!["<","\\\\","~","&"].includes(e)).join(""',
  "),C=x.length,H=6,A=H+C-1,Le=C**3-1;function P(e){let t=new Uint16Array(4*e.length),n=0,r=126;for",
  "(let i=0;i<e.length;i++){n+A>t.length&&(t=ne(t));let o=e.charCodeAt(i);if(o!==r||e.charCodeAt(i+",
  "1)===r){t[n++]=o,o===r&&i++;continue}let s=x.indexOf(e.charAt(i+1))+H,l=n-ie(e.slice(i+2,i+5));t",
  ".copyWithin(n,l,l+s),n+=s,i+=4}return re(t.subarray(0,n))}function ne(e){let t=new Uint16Array(2",
  "*e.length+A);return t.set(e),t}function re(e){let t=[];for(let n=0;n<e.length;n+=8192)t.push(Str",
  'ing.fromCharCode(...e.subarray(n,n+8192)));return t.join("")}function ie(e){return Array.from(e)',
  ".reduce((t,n)=>t*C+x.indexOf(n),0)}var h=12,se=10;function $({count:e,ids:t,lines:n}){let r=P(n)",
  '.split(`\n`);return Array.from({length:e},(i,o)=>{let s=l=>r[o*se+l]??"";return{id:t.slice(o*h,(o',
  "+1)*h),samples:y(s(0)),key:s(1),message:s(2),fix:s(3),place:s(4),subjects:y(s(5)),splits:y(s(6))",
  ",evidence:y(s(7)),subjectsTotal:Number(s(8)),samplesTotal:Number(s(9))}})}function y(e){return e",
  '.split("\\t").slice(0,-1)}function B(e){return e.split(/`([^`]+)`/u).map((t,n)=>({text:t,isComman',
  'd:n%2===1})).filter(({text:t})=>t!=="")}function a(e,t,...n){return{name:e,attributes:t,children',
  ':n.filter(r=>r!==void 0)}}function I(e,t){return a("tr",{id:e.id,class:"finding",tabindex:"-1"},',
  '...t.map(n=>oe(e,n)))}function O({subject:e,findings:t,samples:n,splits:r},i){let o=i?a("button"',
  ',{type:"button",class:"plain","data-subject":e},e):e;return a("tr",{},a("th",{scope:"row"},o),a(',
  '"td",{class:"number"},d(t)),a("td",{class:"number"},d(n)),a("td",{},r.join(", ")))}function oe(e',
  ',t){switch(t){case"finding":return a("td",{class:"what"},...ae(e));case"subject":return a("td",{',
  'class:"subject"},he(e.subjects,e.subjectsTotal));case"split":return a("td",{class:"split"},e.spl',
  'its.join(", "));case"samples":return a("td",{class:"number"},e.samplesTotal>0?d(e.samplesTotal):',
  '"")}}function ae(e){return[a("p",{class:"message"},`${e.message} `,a("a",{class:"anchor",href:`#',
  '${e.id}`,"aria-label":`Link to: ${e.message}`},"#")),a("p",{class:"place"},...e.place===""?[]:[a',
  '("code",{},e.place)," \\xB7 "],`${de(e)} `,a("code",{},e.key)),e.evidence.length===0?void 0:a("dl',
  '",{class:"evidence"},...ue(e.evidence)),me(e),e.fix===""?void 0:le(e.fix)]}function le(e){return',
  ' a("p",{class:"fix"},a("strong",{},"What to do")," ",...ce(e))}function ce(e){return B(e).map(({',
  'text:t,isCommand:n})=>n?a("code",{},t):t)}function de({key:e,subjects:t,samples:n}){return t.inc',
  'ludes(e)?"subject":n.includes(e)?"sample":"key"}function ue(e){return e.flatMap((t,n)=>n%2===0?[',
  ']:[a("div",{},a("dt",{},e[n-1]??""),a("dd",{},t))])}function me({samples:e,samplesTotal:t}){if(e',
  '.length===0)return;let n=t-e.length;return a("details",{class:"samples"},a("summary",{},f(t,"sam',
  'ple")),a("ul",{},...e.map(r=>a("li",{},a("code",{},r))),n>0?a("li",{},`\\u2026 ${d(n)} more`):voi',
  "d 0))}var fe=5;function he(e,t){let n=e.slice(0,fe),r=t-n.length;return[...n,...r>0?[`+ ${d(r)} ",
  'more`]:[]].join(", ")}function E(e,t){return e<t?-1:e>t?1:0}var N=["train","val","test"];functio',
  "n q(e,t){return D(e)-D(t)||E(e,t)}function D(e){let t=N.indexOf(e);return t<0?N.length:t}functio",
  "n k(e){let t=new Map;for(let{subjects:n,samplesTotal:r,splits:i}of e)for(let o of new Set(n)){le",
  "t s=t.get(o);s||t.set(o,s={findings:0,samples:0,splits:new Set}),s.findings+=1,s.samples+=r;for(",
  "let l of i)s.splits.add(l)}return[...t].map(([n,{splits:r,...i}])=>({subject:n,...i,splits:[...r",
  "].sort(q)})).sort((n,r)=>r.findings-n.findings||E(n.subject,r.subject))}function U({check:e,seve",
  'rities:t},{place:n,severity:r}){return(e===""||e===String(n))&&t.has(r)}function W({text:e,split',
  ':t,subject:n}){return e===""&&t===""&&n===""}function z(e,{text:t,split:n,subject:r}){let i=t.to',
  'LowerCase().split(/\\s+/u).filter(l=>l!==""),o=r!==""&&e.some(({subjects:l})=>l.includes(r)),s=r.',
  'toLowerCase();return e.filter(l=>(n===""||l.splits.includes(n))&&(r===""||(o?l.subjects.includes',
  "(r):l.subjects.some(g=>g.toLowerCase().includes(s))))&&(i.length===0||pe(l,i)))}function pe(e,t)",
  "{let n=[e.message,e.key,e.place,...e.subjects,...e.splits,...e.samples,...e.evidence].join(`\n`).",
  "toLowerCase();return t.every(r=>n.includes(r))}function b({name:e,attributes:t,children:n}){let ",
  "r=document.createElement(e);for(let[i,o]of Object.entries(t))r.setAttribute(i,o);return r.append",
  '(...n.map(i=>typeof i=="string"?i:b(i))),r}function Q(e,t){let n=document.createElement("button"',
  ');return n.type="button",n.textContent=e,n.addEventListener("click",t),n}var p=class{#i;#s;#t;#r',
  ';#o=document.createElement("span");#a;#n=0;#e=0;constructor(t,n,r){let i=(o,s)=>{let l=Q(o,()=>{',
  'this.#n=s(),r()});return l.setAttribute("aria-label",`${o} page of ${n}`),l};this.#a=t,this.#i=i',
  '("First",()=>0),this.#t=i("Previous",()=>this.#n-10),this.#r=i("Next",()=>this.#n+10),this.#s=i(',
  '"Last",()=>this.#l()),t.replaceChildren(this.#i,this.#t,this.#o,this.#r,this.#s)}open(t,n){this.',
  "#e=t,this.#n=Math.max(0,Math.floor(n/10)*10)}show(t){this.#e=t,this.#n=Math.max(0,Math.min(this.",
  "#n,this.#l()));let n=Math.min(this.#n+10,t);this.#a.hidden=t<=10,this.#o.textContent=`${d(this.#",
  "n+1)} to ${d(n)} of ${d(t)}`;for(let r of[this.#i,this.#t])r.ariaDisabled=String(this.#n===0);fo",
  "r(let r of[this.#r,this.#s])r.ariaDisabled=String(n===t);return[this.#n,n]}#l(){return Math.max(",
  '0,Math.floor((this.#e-1)/10)*10)}};var{compare:ge}=new Intl.Collator("en",{numeric:!0,sensitivit',
  'y:"variant"});function _(e,t){return ge(e,t)}function K(e,t){if(!t)return e;let n=t.direction===',
  '"ascending"?1:-1,r=e.map(i=>({row:i,key:ye(i,t.column)}));return r.sort((i,o)=>n*be(i.key,o.key)',
  "),r.map(({row:i})=>i)}function ye({message:e,subjects:t,splits:n,samplesTotal:r},i){switch(i){ca",
  'se"finding":return e;case"subject":return t.join(", ");case"split":return n.join(", ");case"samp',
  'les":return r}}function be(e,t){return typeof e=="number"&&typeof t=="number"?e-t:_(String(e),St',
  'ring(t))}function M(e,t){let n=[...e.querySelectorAll("thead th")];for(let r of n){let i=documen',
  't.createElement("button");i.type="button",i.className="sort",i.append(...r.childNodes),i.addEven',
  'tListener("click",()=>{let o=r.ariaSort==="ascending"?"descending":"ascending";for(let s of n)s.',
  'removeAttribute("aria-sort");r.setAttribute("aria-sort",o),t(r,o)}),r.append(i)}}function G(e){l',
  'et[t]=e.tBodies;!t||t.rows.length<2||M(e,({cellIndex:n},r)=>{let i=r==="ascending"?1:-1,o=[...t.',
  "rows].map(s=>({row:s,cell:s.cells[n]}));o.sort((s,l)=>i*we(s.cell,l.cell)),t.append(...o.map(({r",
  "ow:s})=>s))})}function we(e,t){let[n,r]=[e?.dataset.value,t?.dataset.value];return n!==void 0&&r",
  '!==void 0?Number(n)-Number(r):_(e?.textContent??"",t?.textContent??"")}var w=class{head;#i;#s;#t',
  ';#r;#o;#a;#n=[];#e;#l;constructor(t,{rows:n,...r},i){let o=t.closest("section"),s=t.querySelecto',
  'r("table.rows"),l=s?.tBodies[0],g=t.querySelector(":scope > .pager");if(!o||!s||!l||!g)throw new',
  ' Error("the page lacks a table");this.head=r,this.#o=n,this.#i=o,this.#s=l,this.#t=new p(g,`find',
  'ings of ${r.id}`,()=>this.#d());let j=t.querySelector(".by-subject");this.#r=j?new L(j,r.id,i):v',
  "oid 0,n.count>1&&M(s,({dataset:Y},Z)=>{let F=T.find(ee=>ee===Y.column);this.#l=F&&{column:F,dire",
  "ction:Z},this.#t.open(0,0),this.#d()})}start(){this.#t.show(this.#o.count);let t=this.#r;if(!t)r",
  "eturn;let n=new IntersectionObserver(r=>{r.some(({isIntersecting:i})=>i)&&(n.disconnect(),t.show",
  "(k(this.#e??this.#c())))});n.observe(this.#i)}filter(t){return U(t,this.head)?this.#e=W(t)?this.",
  "#c():z(this.#c(),t):this.#e=[],this.#i.hidden=this.#e.length===0,this.#e.length===0?0:(this.#t.o",
  "pen(this.#e.length,0),this.#d(),this.#r?.show(k(this.#e)),this.#e.length)}holds(t){if(t.length!=",
  "=h)return!1;let{ids:n}=this.#o,r=n.indexOf(t);for(;r>=0&&r%h!==0;)r=n.indexOf(t,r+1);return r>=0",
  "}shows(t){return this.#e===void 0||this.#e.some(n=>n.id===t)}turnTo(t){let n=this.#u(),r=n.findI",
  "ndex(i=>i.id===t);if(!(r<0))return this.#t.open(n.length,r),this.#d(),[...this.#s.rows].find(i=>",
  "i.id===t)}#c(){return this.#a||(this.#a=$(this.#o),this.#n=R(this.#a)),this.#a}#u(){return K(thi",
  "s.#e??this.#c(),this.#l)}#d(){let t=this.#u(),[n,r]=this.#t.show(t.length),i=t.slice(n,r);this.#",
  "s.replaceChildren(...i.map(o=>b(I(o,this.#n))))}},L=class{#i;#s;#t;#r=[];constructor(t,n,r){let ",
  'i=t.querySelector("tbody"),o=t.querySelector(".pager");if(!i||!o)throw new Error("the page lacks',
  ' a table");this.#i=t,this.#s=i,this.#t=new p(o,`subjects of ${n}`,()=>this.#o()),i.addEventListe',
  'ner("click",({target:s})=>{let l=s instanceof HTMLElement?s.dataset.subject:void 0;l!==void 0&&r',
  "(l)})}show(t){this.#r=t,this.#i.hidden=t.length<2,this.#t.open(t.length,0),this.#o()}#o(){let[t,",
  "n]=this.#t.show(this.#r.length),r=this.#r.slice(t,n);this.#s.replaceChildren(...r.map(i=>b(O(i,!",
  '0))))}};for(let e of document.querySelectorAll("table.sortable"))G(e);var Te=JSON.parse(c("data"',
  ",HTMLElement).textContent),m=Te.checks.flatMap(e=>{let t=document.querySelector(`.findings[data-",
  'place="${e.place}"]`);return t?[new w(t,e,Ee)]:[]});m.length>0&&xe();for(let e of m)e.start();X(',
  ');window.addEventListener("hashchange",X);function xe(){let e=c("filters",HTMLElement),t;e.addEv',
  'entListener("input",()=>{window.clearTimeout(t),t=window.setTimeout(v,120)}),c("clear",HTMLEleme',
  'nt).addEventListener("click",()=>{J(),c("filter-text",HTMLElement).focus()}),e.hidden=!1,V(m.red',
  'uce((n,{head:r})=>n+r.total,0))}function Ce(){return{text:c("filter-text",HTMLInputElement).valu',
  'e.trim(),check:c("filter-check",HTMLSelectElement).value,split:c("filter-split",HTMLSelectElemen',
  't).value,subject:c("filter-subject",HTMLInputElement).value.trim(),severities:new Set(S().flatMa',
  "p(({checked:e,value:t})=>e?[t]:[]))}}function v(){let e=Ce();V(m.reduce((s,l)=>s+l.filter(e),0))",
  ';let{text:t,check:n,split:r,subject:i}=e,o=t+n+r+i===""&&S().every(({checked:s})=>s);c("clear",H',
  'TMLElement).hidden=o}function J(){for(let e of["filter-text","filter-subject"])c(e,HTMLInputElem',
  'ent).value="";for(let e of["filter-check","filter-split"])c(e,HTMLSelectElement).value="";for(le',
  't e of S())e.checked=!0;v()}function Ee(e){c("filter-subject",HTMLInputElement).value=e,v(),c("f',
  'ilter-subject",HTMLElement).focus()}function V(e){let t=m.reduce((n,{head:r})=>n+r.total,0);c("f',
  'ound",HTMLElement).textContent=e===t?f(t,"finding"):`${d(e)} of ${f(t,"finding")}`}function X(){',
  "let e=window.location.hash.slice(1),t=m.find(r=>r.holds(e));if(!t)return;t.shows(e)||J();let n=t",
  '.turnTo(e);n&&(n.classList.add("linked"),n.scrollIntoView({block:"center"}),n.focus({preventScro',
  'll:!0}))}function S(){return[...document.querySelectorAll("#filters input[name=severity]")]}func',
  "tion c(e,t){let n=document.getElementById(e);if(n instanceof t)return n;throw new Error(`the pag",
  "e has no #${e}`)}})();"
].join("");

// src/report/html/filters.ts
var maxSubjectsSuggested = 500;
var maxSplits = 50;
function renderFilters(report, checks) {
  const found = new Set(checks.map(({ severity: severity2 }) => severity2));
  const severities = ["error", "warning", "info"].filter((severity2) => found.has(severity2));
  const splits = listSplits(report.dataset).slice(0, maxSplits).map(({ name }) => revealInvisible(shortenMiddle(name, 100)));
  const subjects = /* @__PURE__ */ new Set();
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
function renderSeverity(severity2) {
  return fillHtml`<label><input type="checkbox" name="severity" value="${severity2}" checked> ${severityWords[severity2].many}</label>`;
}

// src/report/html/page-content.ts
function placeContent(report, data, drawn, samples) {
  const ids = new Set(report.checks.map(({ id }) => id));
  const charts = /* @__PURE__ */ new Map();
  for (const chart of report.charts) {
    const svg = drawn.get(chart.id);
    if (svg === void 0) continue;
    const check = ids.has(chart.check) ? chart.check : "";
    charts.set(check, [...charts.get(check) ?? [], { chart, svg }]);
  }
  return {
    anchors: nameAnchors(report.checks),
    findings: new Map(
      report.checks.flatMap((check, place) => {
        const found = data.checks.get(place);
        return found ? [[check, found]] : [];
      })
    ),
    charts,
    pictures: samples ? placePictures(report, samples) : /* @__PURE__ */ new Map()
  };
}
function nameAnchors(checks) {
  const taken = /* @__PURE__ */ new Set();
  return new Map(
    checks.map((check, place) => {
      const isPlain2 = /^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/u.test(check.id) && check.id.length < 80;
      const name = isPlain2 && !taken.has(check.id) ? `check-${check.id}` : `check-${place + 1}`;
      taken.add(check.id);
      return [check, name];
    })
  );
}

// src/report/html/page-data.ts
var measures = [
  { ...fullDetail, rows: Infinity },
  { names: 5, hasEvidence: true, textLength: 1e3, rows: Infinity },
  { names: 1, hasEvidence: true, textLength: 300, rows: Infinity },
  { names: 1, hasEvidence: false, textLength: 200, rows: Infinity },
  ...[500, 200, 50].map((rows) => ({ names: 1, hasEvidence: false, textLength: 200, rows }))
];
var leastMeasure = { names: 1, hasEvidence: false, textLength: 200, rows: pageSize };
function writePageData(report, budget) {
  for (const measure of measures) {
    const checks = listWithin(report, measure, budget);
    if (checks) return joinChecks(checks, measure !== measures[0]);
  }
  return joinChecks([...listChecks(report, leastMeasure)], true);
}
function listWithin(report, measure, budget) {
  const checks = [];
  let bytes = 0;
  for (const check of listChecks(report, measure)) {
    bytes += Buffer.byteLength(check.json) + measureFirstRows(check.findings);
    if (bytes > budget) return void 0;
    checks.push(check);
  }
  return checks;
}
function measureFirstRows({ rows }) {
  return 2 * Buffer.byteLength(JSON.stringify(rows.slice(0, pageSize)));
}
function* listChecks(report, { rows: maxRows, ...detail }) {
  const knownSplits = new Set(Object.keys(report.dataset.counts.splits));
  for (const [place, { id, severity: severity2, findings, findingsTotal }] of report.checks.entries()) {
    if (findings.length === 0) continue;
    const held = findings.slice(0, maxRows);
    const rows = listRows(id, held, knownSplits, findCommonFix(findings) !== "", detail);
    const head = { place, id: shortenMiddle(revealInvisible(id), 100), severity: severity2, total: findingsTotal };
    const packed = { ...head, rows: packRows(rows) };
    yield { findings: { ...head, rows }, json: writeJson(packed) };
  }
}
function joinChecks(checks, isShortened) {
  return {
    json: `{"checks":[${checks.map(({ json }) => json).join(",\n")}]}`,
    checks: new Map(checks.map(({ findings }) => [findings.place, findings])),
    isShortened
  };
}
function writeJson(value) {
  return JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("##[", "#\\u0023[");
}

// src/report/html/policy.ts
import { createHash as createHash2 } from "node:crypto";
function writePolicy(script, style) {
  return [
    "default-src 'none'",
    `script-src ${nameHash(script)}`,
    `style-src ${nameHash(style)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'"
  ].join("; ");
}
function nameHash(text2) {
  return `'sha256-${createHash2("sha256").update(text2).digest("base64")}'`;
}

// src/report/html/quiet-checks.ts
var maxAcceptedShown = 100;
var maxTextLength4 = 2e3;
function renderCheckTable(checks) {
  if (checks.length === 0) return emptyMarkup;
  return fillHtml`<table class="checks sortable">
<thead><tr><th scope="col">Check</th><th scope="col">Result</th></tr></thead>
<tbody>
${checks.map(renderCheckRow)}</tbody>
</table>
`;
}
function renderCheckRow(check) {
  const coverage = describeCoverage(check);
  const note = coverage === void 0 ? emptyMarkup : fillHtml` <span class="note">${coverage}</span>`;
  return fillHtml`<tr><th scope="row"><code>${shortenMiddle(check.id, 100)}</code></th><td>${shortenMiddle(check.summary, maxTextLength4)}${note}${renderMeasurements(check.measurements)}</td></tr>
`;
}
function renderAccepted(report) {
  const count = countAccepted(report);
  if (count === 0) return emptyMarkup;
  const all = report.checks.flatMap(
    (check) => check.accepted.map((finding) => ({ check: check.id, ...finding }))
  );
  const rows = all.slice(0, maxAcceptedShown).map(({ check, message, accepted: { reason, until } }) => {
    const end = until === void 0 ? "" : shortenMiddle(until, 20);
    return fillHtml`<tr><th scope="row"><code>${shortenMiddle(check, 100)}</code></th><td>${shortenMiddle(message, maxTextLength4)}</td><td>${shortenMiddle(reason, maxTextLength4)}</td><td>${end}</td></tr>
`;
  });
  const hidden = count - rows.length;
  const more2 = hidden > 0 ? fillHtml`<p class="note">${formatCount(hidden)} more are not in this page: ${whereAllAre}.</p>` : emptyMarkup;
  return fillHtml`<section aria-labelledby="accepted">
<h2 id="accepted">Accepted</h2>
<p class="note">${formatQuantity(count, "finding")} that the config accepts; they decide nothing.</p>
<table class="accepted sortable">
<thead><tr><th scope="col">Check</th><th scope="col">Finding</th><th scope="col">Reason</th><th scope="col">Until</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
${more2}</section>`;
}

// src/report/html/summary.ts
var maxBars = 12;
var maxTextLength5 = 1e3;
function renderVerdict({ verdict, checks }, { anchors }) {
  const words = verdictWords[verdict.level];
  const reasons = verdict.reasons.map((reason) => {
    const text2 = shortenMiddle(reason.text, maxTextLength5);
    const id = fillHtml`<code>${shortenMiddle(reason.check, 100)}</code>`;
    const check = checks.find((one) => one.id === reason.check);
    const anchor = check && anchors.get(check);
    const source = fillHtml`<p class="source">${anchor === void 0 ? id : fillHtml`<a href="#${anchor}">${id}</a>`}</p>`;
    const lift = reason.lift === void 0 ? emptyMarkup : fillHtml`${renderLift(shortenMiddle(reason.lift, maxTextLength5))}\n`;
    return fillHtml`<li class="${verdictTones[reason.level]}"><p>${text2}</p>\n${source}${lift}</li>\n`;
  });
  const list = reasons.length === 0 ? emptyMarkup : fillHtml`<ul class="reasons">\n${reasons}</ul>`;
  return fillHtml`<section class="verdict ${verdictTones[verdict.level]}" aria-labelledby="verdict">
<h2 id="verdict">${words.title}</h2>
<p>${words.sentence}</p>
${list}${renderWhenToStop(verdict)}
</section>`;
}
function renderLift(lift) {
  return writeElement(element("p", { class: "lift" }, ...drawAdvice(lift)));
}
function renderWhenToStop({ whenToStop }) {
  return whenToStop === void 0 ? emptyMarkup : fillHtml`\n<p class="stop"><strong>When to stop</strong> ${shortenMiddle(whenToStop, maxTextLength5)}</p>`;
}
function renderTiles(report) {
  const { counts } = report.dataset;
  const found = countFindings(report);
  const share = formatShare(counts.labelled, counts.samples);
  const severities = ["error", "warning", "info"].map((severity2) => {
    const { one, many } = severityWords[severity2];
    const tone = found[severity2] > 0 ? severity2 : "skipped";
    return renderTile(found[severity2], found[severity2] === 1 ? one : many, "", tone);
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
    const mark2 = name === target ? fillHtml` <span class="mark">target</span>` : emptyMarkup;
    return fillHtml`<tr><th scope="row">${shortenMiddle(name, 60)}${mark2}</th><td class="bar"><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect class="fill" width="${percent.toFixed(2)}" height="8"/></svg></td><td class="number">${formatCount(count)}</td><td class="number share">${share}</td></tr>
`;
  });
  const hidden = counts.length - rows.length;
  const more2 = hidden > 0 ? fillHtml`<tr><td colspan="4">… ${formatCount(hidden)} more</td></tr>\n` : emptyMarkup;
  return fillHtml`<div class="panel">
<table class="bars">
<caption>${title}</caption>
<thead class="unseen"><tr><th scope="col">Name</th><td></td><th scope="col">Samples</th><th scope="col">Share</th></tr></thead>
<tbody>
${rows}${more2}</tbody>
</table>
</div>
`;
}

// src/report/html.ts
var maxTextLength6 = 1e3;
var maxPageBytes = 19e6;
var minFindingsBytes = 4e6;
var sections = [
  renderVerdict,
  renderTiles,
  renderChange,
  renderComposition,
  renderFailing,
  renderOtherCharts,
  renderPassed,
  renderSkipped,
  renderAccepted
];
function renderHtml(report, drawn, samples) {
  const { dataset } = report;
  const description = dataset.description === void 0 ? emptyMarkup : fillHtml`<p class="lead">${shortenMiddle(dataset.description, maxTextLength6)}</p>`;
  const name = shortenMiddle(dataset.name, 200);
  const pictures = [...drawn.values(), ...samples?.tiles.map(({ png }) => png) ?? []];
  const pictureBytes = pictures.reduce((sum, { length }) => sum + 4 / 3 * length, 0);
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
function renderFailing(report, content, { checks, isShortened }) {
  const { failing } = groupChecks(report);
  if (failing.length === 0) return emptyMarkup;
  const note = isShortened ? fillHtml`<p class="note">There is more than a page can hold: of each finding a part is shown, and ${whereAllAre}.</p>\n` : emptyMarkup;
  const found = failing.flatMap((check) => content.findings.get(check) ?? []);
  return fillHtml`<section aria-labelledby="findings">
<h2 id="findings">What was found</h2>
${note}${checks.size > 0 ? renderFilters(report, found) : emptyMarkup}${failing.map((check) => renderCheckSection(check, content))}</section>
`;
}
function renderOtherCharts(_, { charts }) {
  const others = charts.get("") ?? [];
  if (others.length === 0) return emptyMarkup;
  return fillHtml`<section aria-labelledby="charts">
<h2 id="charts">Charts</h2>
${renderFigures(others)}</section>
`;
}
function renderPassed(report, content) {
  return renderQuiet("passed", "Passed", groupChecks(report).passed, content);
}
function renderSkipped(report, content) {
  return renderQuiet("skipped", "Skipped", groupChecks(report).skipped, content);
}
function renderQuiet(id, title, checks, content) {
  if (checks.length === 0) return emptyMarkup;
  const hasPictures = ({ id: id2 }) => content.charts.has(id2) || content.pictures.has(id2);
  return fillHtml`<section aria-labelledby="${id}">
<h2 id="${id}">${title} <span class="count">${formatCount(checks.length)}</span></h2>
${checks.filter(hasPictures).map((check) => renderCheckSection(check, content))}${renderCheckTable(checks.filter((check) => !hasPictures(check)))}</section>
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
function writeText(text2) {
  return JSON.stringify(text2).replaceAll("##[", "#\\u0023[");
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
var maxTextLength7 = 2e3;
function renderJunit({ checks, dataset }) {
  const count = (of) => checks.filter(of).length;
  const errors = count(({ status }) => status === "errored");
  const skipped = count(({ status }) => status === "skipped");
  const totals = fillXml`tests="${checks.length}" failures="${count(isFailure)}" errors="${errors}" skipped="${skipped}"`;
  return fillXml`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="holdout" ${totals}>
  <testsuite name="${bound(dataset.name)}" ${totals}>
${checks.map(describeCheck)}  </testsuite>
</testsuites>
`.text;
}
function isFailure({ status, severity: severity2 }) {
  return status === "failed" && severity2 === "error";
}
function describeCheck(check) {
  const [topic = "", name = check.id] = check.id.split("/");
  const open = fillXml`    <testcase classname="${topic}" name="${name}"`;
  const body = describeOutcome(check);
  return body === void 0 ? fillXml`${open}/>\n` : fillXml`${open}>\n${body}    </testcase>\n`;
}
function describeOutcome(check) {
  const { status, summary } = check;
  const message = fillXml`message="${bound(summary)}"`;
  if (status === "errored") return fillXml`      <error ${message}/>\n`;
  if (status === "skipped") return fillXml`      <skipped ${message}/>\n`;
  if (isFailure(check)) return fillXml`      <failure ${message}>${listFindings(check)}</failure>\n`;
  const coverage = describeCoverage(check);
  const lines = [
    fillXml`${bound(summary)}`,
    ...coverage === void 0 ? [] : [fillXml`${bound(coverage)}`],
    ...status === "failed" ? [listFindings(check)] : []
  ];
  return fillXml`      <system-out>${joinMarkup(lines, "\n")}</system-out>\n`;
}
function listFindings({ findings, findingsTotal }) {
  const shown = findings.slice(0, shownFindings);
  const left = findingsTotal - shown.length;
  const more2 = left > 0 ? [fillXml`… ${formatCount(left)} more`] : [];
  return joinMarkup([...shown.map(describeFinding), ...more2], "\n");
}
function describeFinding({ message, fix, location }) {
  const place = location && [location.file, location.line, location.column].filter((part) => part !== void 0).join(":");
  const parts = [place ?? "", message, fix].filter((part) => part !== "");
  return joinMarkup(
    parts.map((part) => fillXml`${bound(part)}`),
    "\n  "
  );
}
function bound(text2) {
  return shortenMiddle(text2, maxTextLength7);
}

// src/report/pretty.ts
var import_picocolors = __toESM(require_picocolors(), 1);

// src/report/pretty-change.ts
var mostLines = 3;
function listChangeLines(report) {
  const { change } = report;
  if (!change) return [];
  const base2 = nameBase(change);
  const summary = summarizeChange(report);
  const title = base2 === void 0 ? "What changed" : `What changed since ${base2}`;
  const notes = change.notes.filter((note) => note !== summary);
  return [
    { depth: 0, text: title },
    ...summary === void 0 ? [] : [below(summary)],
    ...notes.map(below),
    ...listMoves(report),
    ...listDifferences(report),
    ...listFindings2(report),
    ...listSamples(report),
    ...listPolicy(report)
  ];
}
function below(text2) {
  return { depth: 1, text: text2 };
}
function listMoves({ change }) {
  const moved = change?.samples?.movedSubjects;
  if (!moved) return [];
  const shown = moved.items.slice(0, mostLines);
  return [
    ...shown.map((one) => ({
      ...below(`subject ${one.subject}: ${describeMove(one)}`),
      ...isTrainToTest(one) && { isGrave: true }
    })),
    ...countHidden(moved.total - shown.length, "moved subject")
  ];
}
function listDifferences(report) {
  const changed = listCounts(report).filter(({ isChanged }) => isChanged);
  if (changed.length === 0) return [];
  return [below(changed.map(({ name, before, after }) => `${name} ${before} → ${after}`).join(" · "))];
}
function listFindings2(report) {
  const counts = report.change?.findings?.new;
  if (!counts) return [];
  const total = counts.error + counts.warning + counts.info;
  const found = listNewFindings(report);
  const shown = found.slice(0, mostLines);
  return [
    ...shown.map(
      ({ check, finding }) => below(`new ${severityWords[finding.severity].one} ${check.id}: ${finding.message}`)
    ),
    ...countHidden(total - shown.length, "new finding")
  ];
}
function listSamples({ change }) {
  if (!change?.samples) return [];
  return listKinds(change.samples).filter(({ total, word: word2 }) => total > 0 && word2 !== "moved").flatMap(({ word: word2, total, lines }) => {
    const shown = lines.slice(0, mostLines);
    return [
      ...shown.map((line) => below(`${word2} ${line}`)),
      ...countHidden(total - shown.length, `${word2} sample`)
    ];
  });
}
function listPolicy({ change }) {
  const policy = change?.policy;
  if (!policy) return [];
  const shown = policy.settings.items.slice(0, mostLines);
  return [
    { depth: 0, text: "Policy" },
    below(
      `The base’s policy judges. Under the new one the verdict would be ${verdictWords[policy.verdict].title}, and ${describeConsequences(policy)}.`
    ),
    ...shown.map(({ name, before = "default", after = "default" }) => below(`${name}: ${before} → ${after}`)),
    ...countHidden(policy.settings.total - shown.length, "setting")
  ];
}
function countHidden(hidden, what) {
  return hidden > 0 ? [below(`… ${formatQuantity(hidden, `more ${what}`)}`)] : [];
}

// src/report/pretty.ts
var minWidth = 60;
var maxWidth = 120;
var maxReasons = 12;
var maxFindingsShown = 3;
var maxNamesShown = 6;
var maxIdWidth = 28;
var symbols = {
  error: "✖",
  warning: "⚠",
  info: "ℹ",
  passed: "✔",
  skipped: "○"
};
function renderPretty(whole, { color, width }) {
  const report = escapeTexts(cutToShown(whole), escapeTerminal);
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
  const sections2 = [
    renderVerdict2(report, brush),
    renderCounts2(report, brush),
    renderChange2(report, brush),
    renderChecks(report, brush),
    ...groupChecks(report).failing.map((check) => renderFindings2(check, brush)),
    renderClosing(report, brush)
  ];
  const text2 = sections2.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${text2.join("\n\n")}
`;
}
function cutToShown(report) {
  const checks = report.checks.map((check) => ({
    ...check,
    measurements: {},
    findings: [
      ...check.findings.slice(0, maxFindingsShown),
      ...check.findings.slice(maxFindingsShown).filter(({ standing }) => standing === "new").slice(0, maxFindingsShown)
    ],
    accepted: check.accepted.map((finding) => ({ ...finding, samples: [], evidence: {} }))
  }));
  return { ...report, checks, charts: [] };
}
function renderVerdict2({ dataset, verdict }, brush) {
  const tone = verdictTones[verdict.level];
  const words = verdictWords[verdict.level];
  const paint = (text2) => brush.bold(brush.tones[tone](text2));
  const title = `${words.title}: ${escapeTerminal(dataset.name, 100)}`;
  const reasons = verdict.reasons.slice(0, maxReasons).flatMap((reason) => {
    const reasonTone = verdictTones[reason.level];
    const text2 = escapeTerminal(reason.text, 600);
    const lift = escapeTerminal(reason.lift ?? "", 600);
    return [
      ...hang(`  ${brush.tones[reasonTone](symbols[reasonTone])} `, 4, text2, brush.width),
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
  const text2 = `When to stop: ${escapeTerminal(whenToStop, 600)}`;
  return ["", ...hang("  ", 2, text2, brush.width)];
}
function renderCounts2({ dataset }, brush) {
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
    const mark2 = name === target ? " (target)" : "";
    return `${escapeTerminal(name, 40)} ${formatCount(count)}${mark2}`;
  });
  const hidden = counts.length - shown.length;
  return [...shown, ...hidden > 0 ? [`… ${formatCount(hidden)} more`] : []].join(", ");
}
function renderChange2(report, brush) {
  return listChangeLines(report).flatMap(({ depth, text: text2, isGrave }) => {
    const shown = escapeTerminal(text2, 600);
    if (depth === 0) return hang("  ", 2, shown, brush.width, brush.bold);
    const mark2 = isGrave ? `${brush.tones.error(symbols.error)} ` : "";
    return hang(`    ${mark2}`, isGrave ? 6 : 4, shown, brush.width, isGrave ? void 0 : brush.dim);
  });
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
  const shown = check.findings.slice(0, maxFindingsShown);
  const hidden = check.findingsTotal - shown.length;
  return [
    brush.bold(brush.tones[tone](`${symbols[tone]} ${shownId(check)}`)) + brush.dim(` · ${describeStatus(check)}`),
    ...shown.flatMap((finding, index) => renderFinding(finding, shown[index + 1], brush)),
    ...hidden > 0 ? hang("  ", 2, `… ${formatCount(hidden)} more; --format json lists them.`, brush.width, brush.dim) : []
  ];
}
function renderFinding(finding, next, brush) {
  const { location } = finding;
  const isNamed = finding.samples.every((id) => finding.message.includes(id));
  const samples = isNamed ? [] : finding.samples.slice(0, 3).map((id) => escapeTerminal(id, 80));
  const hidden = finding.samplesTotal - samples.length;
  const evidence = formatEvidence(finding.evidence).map(
    ({ label, value }) => escapeTerminal(`${label}: ${value}`)
  );
  const lines = hang("  ", 2, escapeTerminal(finding.message, 600), brush.width);
  const room = brush.width - 4;
  const more2 = hidden > 0 ? `, … ${formatCount(hidden)} more` : "";
  const details = [
    ...wrapItems(
      location === void 0 ? [] : [`at ${escapeTerminal(formatLocation(location), 200)}`],
      "",
      room
    ),
    ...wrapItems(evidence, " · ", room),
    ...samples.length > 0 ? wrapText(samples.join(", ") + more2, room) : []
  ];
  lines.push(...details.map((line) => `    ${brush.dim(line)}`));
  if (finding.fix !== "" && finding.fix !== next?.fix)
    lines.push(...hang(`  ${brush.tones.passed("→")} `, 4, escapeTerminal(finding.fix, 600), brush.width));
  return lines;
}
function renderClosing(report, brush) {
  const counts = countFindings(report);
  const accepted = countAccepted(report);
  const found = ["error", "warning", "info"].map((severity2) => {
    const text2 = countSeverity(counts[severity2], severity2);
    return counts[severity2] > 0 ? brush.tones[severity2](text2) : brush.dim(text2);
  });
  return [
    ...accepted > 0 ? [brush.dim(`  ${formatQuantity(accepted, "finding")} accepted by the config`)] : [],
    `  ${found.join(", ")}`,
    ...hang("  ", 2, describeChecks(report), brush.width, brush.dim)
  ];
}
function hang(first, indent, text2, width, paint = (line) => line) {
  return wrapText(text2, width - indent).map(
    (line, index) => index === 0 ? first + paint(line) : " ".repeat(indent) + paint(line)
  );
}

// src/report/sarif.ts
import { createHash as createHash3 } from "node:crypto";
var maxResults = 25e3;
var maxMessageLength = 1e3;
var levels = {
  error: "error",
  warning: "warning",
  info: "note"
};
var ranks = { error: 0, warning: 1, info: 2 };
function renderSarif(report, { prefix: prefix2 = "" }) {
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
        results: shown.map((result) => describeResult(result, prefix2, dataset.configFile))
      }
    ]
  };
  return `${JSON.stringify(sarif, void 0, 2)}
`;
}
function describeRule({ id, severity: severity2, question }) {
  return {
    id,
    name: id.replace(/(?:^|[/-])([a-z])/gu, (_, letter) => letter.toUpperCase()),
    shortDescription: say(question),
    help: say(question),
    defaultConfiguration: { level: levels[severity2] },
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
function describeResult({ check, ruleIndex, finding }, prefix2, configFile) {
  const { key, messageId, message, fix, severity: severity2, samples, location } = finding;
  const place = location ?? { file: samples[0] ?? configFile };
  return {
    ruleId: check.id,
    ruleIndex,
    level: levels[severity2],
    message: say([message, fix].filter((sentence) => sentence !== "").join(". ")),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(`${prefix2}${place.file}`), uriBaseId: "%SRCROOT%" },
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
    // 'new' or 'unchanged'; those that only the base has are no results of this run.
    ...finding.standing !== void 0 && { baselineState: finding.standing },
    ..."accepted" in finding && {
      suppressions: [{ kind: "external", status: "accepted", justification: bound2(finding.accepted.reason) }]
    }
  };
}
function say(text2) {
  return { text: escapeSarif(bound2(text2)) };
}
function bound2(text2) {
  return shortenMiddle(revealInvisible(text2), maxMessageLength);
}
function hash(text2) {
  return createHash3("sha256").update(text2).digest("hex");
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

// src/change/compare-findings.ts
function listFindings3({ report, open }) {
  const listed = report.checks.flatMap(
    ({ id, findings }) => findings.map(({ key, message, messageId, severity: severity2 }) => ({
      check: id,
      key,
      message,
      messageId,
      severity: severity2
    }))
  );
  return { verdict: report.verdict.level, open, listed };
}
function compareFindings(before, after) {
  const earlier = new Set(before.open.map(identify));
  const later = new Set(after.open.map(identify));
  const isKnown = (finding) => earlier.has(identify(finding));
  const isFixed = (finding) => !later.has(identify(finding));
  const fixed = before.open.filter(isFixed);
  const mark2 = (check, finding) => ({
    ...finding,
    standing: isKnown({ ...finding, check }) ? "unchanged" : "new"
  });
  return {
    findings: {
      new: countSeverities(after.open.filter((finding) => !isKnown(finding))),
      unchanged: countSeverities(after.open.filter(isKnown)),
      fixed: countSeverities(fixed),
      fixedFindings: mention(before, isFixed, fixed.length)
    },
    report: {
      ...after.report,
      checks: after.report.checks.map((check) => ({
        ...check,
        findings: check.findings.map((finding) => mark2(check.id, finding))
      }))
    }
  };
}
function comparePolicies(current, proposed, settings) {
  const today = new Map(current.open.map((finding) => [identify(finding), finding.severity]));
  const then = new Map(proposed.open.map((finding) => [identify(finding), finding.severity]));
  const isAppearing = (finding) => !today.has(identify(finding));
  const isVanishing = (finding) => !then.has(identify(finding));
  const isRegraded = (finding) => {
    const severity2 = then.get(identify(finding));
    return severity2 !== void 0 && severity2 !== finding.severity;
  };
  const regraded = mention(current, isRegraded, current.open.filter(isRegraded).length);
  return {
    settings: listFirst(settings),
    verdict: proposed.verdict,
    appearing: mention(proposed, isAppearing, proposed.open.filter(isAppearing).length),
    vanishing: mention(current, isVanishing, current.open.filter(isVanishing).length),
    regraded: {
      ...regraded,
      items: regraded.items.map((finding) => ({
        ...finding,
        wouldBe: then.get(identify(finding)) ?? finding.severity
      }))
    }
  };
}
function identify({ check, key, messageId }) {
  return JSON.stringify([check, shortenMiddle(key, reportBounds.pathLength), messageId]);
}
var ranks2 = { error: 0, warning: 1, info: 2 };
function mention({ listed }, isWanted, total) {
  const wanted = listed.filter(isWanted);
  wanted.sort(
    (a, b) => ranks2[a.severity] - ranks2[b.severity] || compareText(a.check, b.check) || compareText(a.key, b.key)
  );
  return { items: listFirst(wanted).items, total };
}
function countSeverities(findings) {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity: severity2 } of findings) counts[severity2]++;
  return counts;
}

// src/adapters/git-repository.ts
var idPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;
var refPattern = /^(?!-)[^\s:^~?*[\\]{1,250}(?:[~^]\d{0,9}){0,20}$/u;
var linkMode = "120000";
var modifiedTag = "C";
var fileModes = ["100644", "100755", "100664", linkMode];
var fetchTimeoutMs = 12e4;
var maxCommitBytes = 16 * 1024 * 1024;
function isRef(text2) {
  return refPattern.test(text2) && !text2.includes("..");
}
async function findPrefix(folder) {
  const { exitCode, output, complaint } = await runGit(folder, ["rev-parse", "--show-prefix"]);
  if (exitCode !== 0) throw new EnvironmentError(`git does not read the dataset's repository: ${complaint}`);
  return output.toString().replace(/\n$/u, "");
}
async function findCommit(folder, ref) {
  return findObject(folder, `${ref}^{commit}`);
}
async function findInCommit(folder, commit, path) {
  return findObject(folder, path === "" ? `${commit}^{tree}` : `${commit}:${path}`);
}
async function readParents(folder, commit) {
  const { exitCode, output } = await runGit(folder, ["cat-file", "commit", commit], {
    maxBytes: maxCommitBytes
  });
  if (exitCode !== 0) return [];
  const [head = ""] = output.toString().split("\n\n", 1);
  return [...head.matchAll(/^parent (?<id>[0-9a-f]+)$/gmu)].flatMap(({ groups }) => groups?.["id"] ?? []);
}
async function readBlob(folder, id, maxBytes) {
  const { exitCode, output, complaint } = await runGit(folder, ["cat-file", "blob", id], { maxBytes });
  if (exitCode !== 0) throw new EnvironmentError(`git cat-file failed: ${complaint}`);
  return output;
}
async function readBlobs(folder, ids, maxBytes) {
  const input = ids.map((id) => `${id}
`).join("");
  const { exitCode, output, complaint } = await runGit(folder, ["cat-file", "--batch"], { input, maxBytes });
  if (exitCode !== 0) throw new EnvironmentError(`git cat-file failed: ${complaint}`);
  let at = 0;
  return ids.map((id) => {
    const start = output.indexOf("\n", at) + 1;
    const head = output.toString("latin1", at, start);
    at = start;
    const { named, type, size } = /^(?<named>\w+) (?<type>\w+) (?<size>\d+)\n$/u.exec(head)?.groups ?? {};
    if (named !== id) return void 0;
    const content = output.subarray(start, start + Number(size));
    at += Number(size) + 1;
    return type === "blob" ? content : void 0;
  });
}
async function findMergeBase(folder, a, b) {
  const { exitCode, output } = await runGit(folder, ["merge-base", a, b]);
  return exitCode === 0 ? readId(output) : void 0;
}
async function isShallow(folder) {
  const { output } = await runGit(folder, ["rev-parse", "--is-shallow-repository"]);
  return output.toString().trim() === "true";
}
async function fetchCommit(folder, ref) {
  const parameters = ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--depth=1", "origin", ref];
  try {
    const { exitCode, complaint } = await runGit(folder, parameters, { timeoutMs: fetchTimeoutMs });
    return exitCode === 0 ? void 0 : complaint;
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
    throw error;
  }
}
async function listTree(folder, treeId) {
  const { exitCode, output, complaint } = await runGit(folder, [
    "ls-tree",
    "-r",
    "-z",
    "--long",
    "--full-tree",
    treeId
  ]);
  if (exitCode !== 0) throw new EnvironmentError(`git ls-tree failed: ${complaint}`);
  return splitAtNul(output).flatMap((line) => {
    const match = /^(?<mode>\d+) \w+ (?<id>[0-9a-f]+) +(?:(?<bytes>\d+)|\S+)\t(?<path>[^]+)$/u.exec(line);
    return toEntry(match?.groups).map((entry) => ({
      ...entry,
      bytes: Number(match?.groups?.["bytes"] ?? 0)
    }));
  });
}
async function listWorkingBlobs(folder, wanted) {
  const { exitCode, output, complaint } = await runGit(folder, [
    "ls-files",
    "-t",
    "--stage",
    "--modified",
    "-z"
  ]);
  if (exitCode !== 0) throw new EnvironmentError(`git ls-files failed: ${complaint}`);
  const known = /* @__PURE__ */ new Map();
  const changed = /* @__PURE__ */ new Set();
  for (const line of splitAtNul(output)) {
    const match = /^(?<tag>\w) (?<mode>\d+) (?<id>[0-9a-f]+) 0\t(?<path>[^]+)$/u.exec(line);
    for (const { path, id, isLink } of toEntry(match?.groups)) {
      if (match?.groups?.["tag"] === modifiedTag) changed.add(path);
      else if (!isLink) known.set(path, id);
    }
  }
  for (const path of changed) known.delete(path);
  const unknown = [...wanted].filter((path) => !known.has(path) && !path.includes("\n"));
  for (const [path, id] of await hashFiles(folder, unknown)) known.set(path, id);
  return known;
}
async function hashFiles(folder, paths) {
  if (paths.length === 0) return [];
  const prefix2 = await findPrefix(folder);
  const input = paths.map((path) => `${prefix2}${path}
`).join("");
  const { exitCode, output, complaint } = await runGit(folder, ["hash-object", "--stdin-paths"], { input });
  if (exitCode !== 0) throw new EnvironmentError(`git hash-object failed: ${complaint}`);
  const ids = output.toString().trim().split("\n");
  return paths.map((path, index) => [path, ids[index] ?? ""]);
}
async function findObject(folder, name) {
  const { exitCode, output } = await runGit(folder, ["rev-parse", "--verify", "--quiet", name]);
  return exitCode === 0 ? readId(output) : void 0;
}
function readId(output) {
  const [id = ""] = output.toString().split("\n");
  return idPattern.test(id) ? id : void 0;
}
function toEntry(groups) {
  const { mode = "", id = "", path = "" } = groups ?? {};
  return fileModes.includes(mode) ? [{ path, id, isLink: mode === linkMode }] : [];
}
function splitAtNul(output) {
  return output.toString().split("\0").filter((part) => part !== "");
}

// src/change/compare-samples.ts
function compareSamples(before, after, renames) {
  const earlier = new Map(before.map((sample) => [sample.id, sample]));
  const later = new Map(after.map((sample) => [sample.id, sample]));
  const pairs = sortById(after).flatMap((sample) => {
    const other = earlier.get(sample.id);
    return other ? [{ old: other, now: sample }] : [];
  });
  const place = ({ id, splits }) => ({ sample: showPath(id), splits: splits.map(showName) });
  const renamed = [...renames].filter(([, to]) => later.has(to) && earlier.has(to)).map(([from, sample]) => ({ sample: showPath(sample), from: showPath(from) })).sort((a, b) => compareText(a.sample, b.sample));
  const moved = pairs.flatMap(
    ({ old, now }) => isSame(old.splits, now.splits) ? [] : [{ sample: showPath(now.id), ...showMove(old.splits, now.splits) }]
  );
  const movedSubjects = findMovedSubjects(before, after);
  return {
    added: listFirst(
      sortById(after).filter(({ id }) => !earlier.has(id)).map(place)
    ),
    removed: listFirst(
      sortById(before).filter(({ id }) => !later.has(id)).map(place)
    ),
    renamed: listFirst(renamed),
    replaced: listFirst(
      pairs.filter(({ old, now }) => differ(old.image, now.image)).map(({ now }) => place(now))
    ),
    relabelled: listFirst(pairs.flatMap(({ old, now }) => compareLabels(old, now))),
    reassigned: listFirst(pairs.flatMap(({ old, now }) => compareSubjects(old, now))),
    moved: listFirst(moved),
    movedSubjects: listFirst(movedSubjects),
    trainToTest: movedSubjects.filter((move) => rankMove(move) === 0).length
  };
}
var maxWordsLength = 1e3;
function showPath(path) {
  return shortenMiddle(path, reportBounds.pathLength);
}
function showName(name) {
  return shortenMiddle(name, reportBounds.nameLength);
}
function showMove(before, after) {
  return { before: before.map(showName), after: after.map(showName) };
}
function rankMove({ before, after }) {
  return before.includes("train") && after.includes("test") ? 0 : 1;
}
function findMovedSubjects(before, after) {
  const earlier = listSplits2(before);
  return [...listSplits2(after)].flatMap(([subject, splits]) => {
    const old = earlier.get(subject);
    return old === void 0 || isSame(old, splits) ? [] : [{ subject: showPath(subject), ...showMove(old, splits) }];
  }).sort((a, b) => rankMove(a) - rankMove(b) || compareText(a.subject, b.subject));
}
function listSplits2(samples) {
  const splits = /* @__PURE__ */ new Map();
  for (const { subject, splits: own } of samples) {
    if (subject === void 0) continue;
    const known = splits.get(subject);
    if (known) known.push(...own);
    else splits.set(subject, [...own]);
  }
  return new Map([...splits].map(([subject, names]) => [subject, sortedUnique(names)]));
}
function compareSubjects({ subject: before }, now) {
  const { id, subject: after } = now;
  if (before === after) return [];
  return [
    {
      sample: showPath(id),
      ...before !== void 0 && { before: showPath(before) },
      ...after !== void 0 && { after: showPath(after) }
    }
  ];
}
function compareLabels(old, now) {
  if (!isRelabelled(old, now)) return [];
  const { says: before } = old;
  const { says: after } = now;
  const pixels = old.pixels && now.pixels && comparePixels(old.pixels, now.pixels);
  return [
    {
      sample: showPath(now.id),
      ...before !== void 0 && { before: shortenMiddle(before, maxWordsLength) },
      ...after !== void 0 && { after: shortenMiddle(after, maxWordsLength) },
      ...pixels && { pixels },
      ...pixels && { maskPixels: { before: old.maskPixels ?? 0, after: now.maskPixels ?? 0 } }
    }
  ];
}
function isRelabelled(old, now) {
  if (old.says !== now.says) return true;
  if (old.meaning !== void 0 && now.meaning !== void 0) return old.meaning !== now.meaning;
  return differ(old.label, now.label);
}
function comparePixels(old, now) {
  return sortedUnique([...old.keys(), ...now.keys()]).map((name) => ({ name: showName(name), before: old.get(name) ?? 0, after: now.get(name) ?? 0 })).filter(({ before, after }) => before !== after);
}
function differ(a, b) {
  return a !== void 0 && b !== void 0 && a !== b;
}
function isSame(a, b) {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
function sortById(samples) {
  return [...samples].sort((a, b) => compareText(a.id, b.id));
}

// src/change/hide-names.ts
function hideNames(change) {
  const { samples, findings, policy, ...rest } = change;
  return {
    ...rest,
    ...samples && {
      samples: {
        added: countOf(samples.added),
        removed: countOf(samples.removed),
        renamed: countOf(samples.renamed),
        replaced: countOf(samples.replaced),
        relabelled: countOf(samples.relabelled),
        reassigned: countOf(samples.reassigned),
        moved: countOf(samples.moved),
        movedSubjects: countOf(samples.movedSubjects),
        trainToTest: samples.trainToTest
      }
    },
    ...findings && { findings: { ...findings, fixedFindings: countOf(findings.fixedFindings) } },
    ...policy && {
      policy: {
        ...policy,
        // A waiver's name holds the key of a finding.
        settings: {
          ...policy.settings,
          items: policy.settings.items.filter(({ name }) => !name.startsWith("accept "))
        },
        appearing: countOf(policy.appearing),
        vanishing: countOf(policy.vanishing),
        regraded: countOf(policy.regraded)
      }
    }
  };
}
function countOf({ total }) {
  return { items: [], total };
}

// src/model/sorted-json.ts
function writeSorted(value) {
  return JSON.stringify(value, (_, inner) => {
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
    if (inner instanceof Map || inner instanceof Set) return [...inner];
    const entries = Object.entries(inner);
    return Object.fromEntries(entries.sort(([a], [b]) => compareText(a, b)));
  });
}

// src/change/policy.ts
function applyPolicy(config, policy) {
  const { targetDomain } = policy.task;
  const lines = new Map(config.accept.map((waiver) => [nameWaiver(waiver), waiver.line]));
  return {
    ...config,
    task: { kind: config.task.kind, ...targetDomain !== void 0 && { targetDomain } },
    baseline: policy.baseline,
    checks: policy.checks,
    report: policy.report,
    // Findings about waivers stand at lines of the config that is there.
    accept: policy.accept.map((waiver) => ({ ...waiver, line: lines.get(nameWaiver(waiver)) ?? 1 })),
    limits: policy.limits
  };
}
function listPolicyChanges(before, after) {
  const earlier = describePolicy(before);
  const later = describePolicy(after);
  return sortedUnique([...earlier.keys(), ...later.keys()]).flatMap((name) => {
    const old = earlier.get(name);
    const now = later.get(name);
    if (old === now) return [];
    return [
      {
        name: shortenMiddle(name, reportBounds.pathLength),
        ...old !== void 0 && { before: old },
        ...now !== void 0 && { after: now }
      }
    ];
  });
}
var maxValueLength = 1e3;
function describePolicy({ task, baseline, checks, report, accept, limits }) {
  const settings = [
    ["task.targetDomain", task.targetDomain],
    ["report.privacy", report.privacy],
    ...prefix("baseline", baseline),
    ...prefix("limits", limits),
    ...Object.entries(checks).map(([id, { severity: severity2, options }]) => [
      `checks.${id}`,
      Object.keys(options).length === 0 ? severity2 : [severity2, options]
    ]),
    ...accept.map((waiver) => [
      `accept ${waiver.check} ${waiver.key}`,
      { reason: waiver.reason, until: waiver.until }
    ])
  ];
  return new Map(
    settings.flatMap(
      ([name, value]) => value === void 0 ? [] : [
        [
          name,
          shortenMiddle(typeof value === "string" ? value : writeSorted(value), maxValueLength)
        ]
      ]
    )
  );
}
function prefix(name, settings) {
  return Object.entries(settings).map(([key, value]) => [`${name}.${key}`, value]);
}
function nameWaiver({ check, key }) {
  return JSON.stringify([check, key]);
}

// src/change/view-samples.ts
function viewSamples(dataset, contentOf) {
  return dataset.samples.map((sample) => {
    const { id, subject, splits, label: labelPath } = sample;
    const image = contentOf(id);
    const label = labelPath === void 0 ? void 0 : contentOf(labelPath);
    return {
      id,
      splits,
      ...subject !== void 0 && { subject },
      ...image !== void 0 && { image },
      ...label !== void 0 && { label },
      ...viewLabel(sample, dataset)
    };
  });
}
var unlabelled = "no label";
function viewLabel(sample, dataset) {
  switch (dataset.labels.kind) {
    case "mask":
      return viewMask(sample, dataset);
    case "class": {
      const says = sample.classes.join(", ") || unlabelled;
      return { says };
    }
    case "boxes":
      return viewBoxes(sample, dataset);
    case "none":
      return {};
  }
}
function viewMask({ label }, { masks, maskClasses }) {
  if (label === void 0) return { says: unlabelled };
  const mask = masks.get(label);
  if (mask?.kind !== "mask") return {};
  const pixels = /* @__PURE__ */ new Map();
  mask.counts.forEach((count, place) => {
    const name = maskClasses[place];
    if (name !== void 0) pixels.set(name, (pixels.get(name) ?? 0) + count);
  });
  const { labelHash, width, height } = mask;
  const meaning = labelHash && JSON.stringify([labelHash, width, height, maskClasses]);
  return { pixels, maskPixels: mask.pixels, ...meaning !== void 0 && { meaning } };
}
function viewBoxes(sample, { annotations }) {
  const outcome = annotations?.byImage.get(sample.id);
  if (outcome?.kind === "failure") return {};
  if (!outcome) {
    const { boxes, classes, label } = sample;
    if (boxes === void 0 && label === void 0) return { says: classes.join(", ") || unlabelled };
    return boxes === void 0 ? {} : {
      meaning: JSON.stringify(
        boxes.map(({ class: name, cells }) => [name, cells]).map(toText).sort()
      )
    };
  }
  const objects = outcome.objects.map(({ className, box, polygons }) => toText([className, box, polygons]));
  return {
    says: countNames(outcome.objects.map(({ className }) => className)),
    meaning: JSON.stringify(objects.sort())
  };
}
function toText(value) {
  return JSON.stringify(value);
}
var mostNames = 8;
function countNames(names) {
  const counts = /* @__PURE__ */ new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const words = [...counts].sort(([a], [b]) => compareText(a, b)).map(([name, count]) => `${count} ${name}`);
  const hidden = words.length - mostNames;
  return [...words.slice(0, mostNames), ...hidden > 0 ? [`${hidden} more classes`] : []].join(", ") || "no objects";
}

// src/entry/judge-dataset.ts
function chooseFacts(config, baseline) {
  const needed = neededFacts(selectChecks(catalogue, config));
  return baseline ? /* @__PURE__ */ new Set([...needed, ...baselineFacts]) : needed;
}
function addBaseline(dataset, config, result) {
  if (!result) return dataset;
  return { ...dataset, baseline: { result, expectedDigest: describeBaselineInput(dataset, config).digest } };
}

// src/entry/known-answers.ts
var maxBaseFiles = 1e3;
function rememberAnswers() {
  const known = /* @__PURE__ */ new Map();
  return {
    record: async (requests, settings, decode) => {
      const answers = await decode(requests, settings);
      const readingOf = describeReading(settings);
      requests.forEach(({ role, path }, index) => {
        const answer = answers[index];
        const reading = readingOf(role);
        const byPath = known.get(reading) ?? /* @__PURE__ */ new Map();
        known.set(reading, byPath);
        if (answer) byPath.set(path, answer);
      });
      return answers;
    },
    reuse: (tree, renames, blobOf) => reuseAnswers(known, tree, renames, blobOf)
  };
}
function reuseAnswers(known, tree, renames, blobOf) {
  const pointers = /* @__PURE__ */ new Set();
  let unknown = 0;
  const around = async (requests, settings, decode) => {
    const origins = new Map([...renames].map(([from, to]) => [to, from]));
    const originOf = (path) => origins.get(path) ?? path;
    const readingOf = describeReading(settings);
    const byContent = new Map([...known].map(([reading, byPath]) => [reading, keyByBlob(byPath, blobOf)]));
    const answers = requests.map(({ role, path }) => {
      const blob = tree.blobOf(originOf(path));
      return blob === void 0 ? void 0 : byContent.get(readingOf(role))?.get(blob);
    });
    const missing = requests.flatMap((request, index) => answers[index] ? [] : [{ request, index }]);
    unknown += missing.length;
    const isTooMuch = unknown > maxBaseFiles;
    const asked = missing.map(({ request }) => request);
    if (!isTooMuch) await extract(asked, tree, originOf, settings);
    const decoded = isTooMuch ? [] : await decode(asked, settings);
    missing.forEach(({ request, index }, at) => {
      const answer = decoded[at] ?? leftAlone;
      answers[index] = answer;
      if (answer.kind === "failure" && answer.fault === "pointer") pointers.add(request.path);
    });
    return answers.map((answer) => answer ?? leftAlone);
  };
  return { around, unknown: () => unknown, pointers: () => pointers };
}
var leftAlone = { kind: "failure", fault: "missing", detail: "not decoded" };
async function extract(requests, tree, originOf, { limits }) {
  const paths = requests.flatMap(({ path, absolutePath, bytes }) => {
    const origin = originOf(path);
    return absolutePath === tree.absolutePath(origin) && bytes <= limits.fileBytes ? [origin] : [];
  });
  await tree.extract(paths);
}
function keyByBlob(byPath, blobOf) {
  const byBlob = /* @__PURE__ */ new Map();
  for (const [path, answer] of byPath) {
    const blob = blobOf(path);
    if (blob !== void 0) byBlob.set(blob, answer);
  }
  return byBlob;
}
function describeReading({
  limits,
  palette
}) {
  const readings = {
    image: JSON.stringify(["image", limits]),
    mask: JSON.stringify(["mask", limits, palette]),
    pixels: JSON.stringify(["pixels", limits])
  };
  return (role) => readings[role];
}

// src/entry/open-base.ts
import { posix } from "node:path";
async function openBase(directory, choice, own) {
  try {
    const prefix2 = await findPrefix(directory);
    const tip = await findTip(directory, choice);
    if ("note" in tip) return { notes: [tip.note] };
    return await readBase(directory, prefix2, tip.sha, own);
  } catch (error) {
    if (!(error instanceof EnvironmentError) || "ref" in choice) throw error;
    return { notes: [`What this changes is not shown: ${error.message}.`] };
  }
}
async function findTip(directory, choice) {
  const name = "ref" in choice ? choice.ref : await nameBase2(directory, choice);
  if (!isRef(name))
    throw new HoldoutError("usage", `the base ${JSON.stringify(name)} is not the name of a commit`, {
      hint: "name a branch, a tag or a commit"
    });
  const known = await findCommit(directory, name) ?? await findCommit(directory, `origin/${name}`);
  if (known !== void 0) return { sha: known };
  const shallow = await isShallow(directory);
  if (!shallow && "ref" in choice)
    throw new HoldoutError("usage", `the repository has no commit ${JSON.stringify(name)}`, {
      hint: "name a branch, a tag or a commit, and fetch it first"
    });
  const complaint = shallow ? await fetchCommit(directory, name) : "the clone is not shallow";
  const fetched = complaint === void 0 ? await findCommit(directory, "FETCH_HEAD") : void 0;
  if (fetched !== void 0) return { sha: fetched };
  return {
    note: `What this changes is not shown, and the dataset is judged by its own config: the base ${name} is not in the clone and could not be fetched (${complaint ?? "nothing came"}); check out with \`fetch-depth: 2\`, or \`fetch-depth: 0\` where that is not enough.`
  };
}
async function nameBase2(directory, { eventSha, headSha }) {
  const [first, second] = await readParents(directory, "HEAD");
  return first !== void 0 && second === headSha ? first : eventSha;
}
async function readBase(directory, prefix2, tip, own) {
  const sha = await findMergeBase(directory, "HEAD", tip) ?? tip;
  const path = posix.join(prefix2, own.file);
  if (path.startsWith("../"))
    return { sha, notes: ["The dataset is judged by its own config, which lies outside of the repository."] };
  const asked = await readConfigAt(directory, tip, path, own.file);
  if (asked.kind === "none")
    return { sha, notes: ["The dataset is new here: it is judged by its own config."] };
  const broken = asked.kind === "broken" ? [asked.note] : [];
  const policy = asked.kind === "broken" ? builtInPolicy(own) : asked.config;
  const read = sha === tip ? asked : await readConfigAt(directory, sha, path, own.file);
  const treeId = await findInCommit(directory, sha, prefix2.replace(/\/$/u, ""));
  return {
    sha,
    notes: broken,
    policy,
    ...read.kind === "config" && treeId !== void 0 && { dataset: { treeId, config: read.config } }
  };
}
async function readConfigAt(directory, commit, path, shown) {
  const folder = posix.dirname(path);
  const isUsual = configNames.some((name) => name === shown);
  const paths = isUsual ? configNames.map((name) => posix.join(folder, name)) : [path];
  for (const candidate of paths) {
    const id = await findInCommit(directory, commit, candidate);
    if (id === void 0) continue;
    const name = posix.join(posix.dirname(shown), posix.basename(candidate));
    try {
      const text2 = (await readBlob(directory, id, maxConfigBytes)).toString();
      return { kind: "config", config: parseConfigOf(text2, name) };
    } catch (error) {
      if (!(error instanceof HoldoutError)) throw error;
      const [first] = error.message.split("\n", 1);
      return {
        kind: "broken",
        note: `The config of the base cannot be used (${first ?? ""}): the dataset is judged by holdout’s built-in settings, without any waiver, and compared with nothing.`
      };
    }
  }
  return { kind: "none" };
}
function builtInPolicy(own) {
  const bare = 'dataset: { name: any }\nsamples: { files: "*" }\nlabels: { kind: none }\n';
  return { ...applyPolicy(own, parseConfigOf(bare, own.file)), task: own.task };
}

// src/entry/read-earlier.ts
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";

// src/adapters/git-tree-source.ts
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, posix as posix2, resolve } from "node:path";
var maxLinkBytes = 4096;
var maxLinks = 1e4;
var maxSteps = 40;
var concurrency = 8;
var maxExtractedBytes = 2 ** 31;
var maxBatchFiles = 32;
var maxBatchBytes = 2 ** 25;
function openGitTree(folder, treeId, target) {
  const root = resolve(target);
  const extractedBlobs = /* @__PURE__ */ new Map();
  let listing;
  let listed;
  const list = async () => listed = await (listing ??= readTree(folder, treeId));
  const find = async (path, maxBytes) => {
    const file = (await list()).byPath.get(path);
    if (!file) throw notListed(path);
    if (file.bytes > maxBytes) throw tooLong(path, file.bytes, maxBytes);
    return file.id;
  };
  const read = async (path, maxBytes) => {
    const id = await find(path, maxBytes);
    const { exitCode, output } = await runGit(folder, ["cat-file", "blob", id], { maxBytes });
    if (exitCode !== 0) throw notInRepository(path);
    return output;
  };
  const absolutePath = (path) => {
    if (listed?.byPath.has(path) !== true) throw notListed(path);
    return join(root, path);
  };
  return {
    list: async () => (await list()).listing,
    read,
    stream: async function* (path, maxBytes) {
      let total = 0;
      for await (const piece of streamGit(folder, ["cat-file", "blob", await find(path, maxBytes)])) {
        total += piece.length;
        if (total > maxBytes) throw tooLong(path, total, maxBytes);
        yield piece;
      }
    },
    absolutePath,
    blobOf: (path) => listed?.byPath.get(path)?.id,
    extract: async (paths) => {
      const { byPath } = await list();
      const files = [...new Set(paths)].flatMap((path) => {
        const place = absolutePath(path);
        const file = byPath.get(path);
        return file && !extractedBlobs.has(place) ? [{ ...file, place }] : [];
      });
      for (const { place, id } of files) extractedBlobs.set(place, id);
      const queue = inBatches(files).values();
      const work = async () => {
        for (const batch of queue) {
          const ids = batch.map(({ id }) => id);
          const contents = await readBlobs(folder, ids, maxExtractedBytes);
          for (const [index, { path, place }] of batch.entries()) {
            const content = contents[index];
            if (!content) throw notInRepository(path);
            await mkdir(dirname(place), { recursive: true });
            await writeFile(place, content, { flag: "wx" });
          }
        }
      };
      await Promise.all(Array.from({ length: concurrency }, work));
    },
    extractedBlobs
  };
}
function inBatches(files) {
  const batches = [];
  let room = 0;
  for (const file of files) {
    const batch = batches.at(-1);
    room -= file.bytes;
    if (batch && room >= 0 && batch.length < maxBatchFiles) batch.push(file);
    else {
      batches.push([file]);
      room = maxBatchBytes - file.bytes;
    }
  }
  return batches;
}
async function readTree(folder, treeId) {
  const entries = (await listTree(folder, treeId)).filter(({ path }) => isPlain(path));
  const skipped = new Set(listFolders(entries).filter((path) => path.split("/").some(isSkippedFolder)));
  const seen = entries.filter(({ path }) => !skipped.has(folderOf(path)));
  const { files, outside } = await followLinks(folder, entries, seen);
  files.sort((a, b) => compareText(a.path, b.path));
  return {
    listing: {
      files: files.map(({ path, bytes }) => ({ path, bytes })),
      outside: outside.sort(compareText)
    },
    byPath: new Map(files.map((file) => [file.path, file]))
  };
}
var strangeName = /(?:^|\/)\.{0,2}(?:\/|$)|\\/u;
function isPlain(path) {
  return !strangeName.test(path);
}
async function followLinks(folder, all, seen) {
  const byPath = new Map(all.map((entry) => [entry.path, entry]));
  const folders = new Set(listFolders(all).flatMap((path) => [...listParents(path), path]));
  const links = all.filter(({ isLink }) => isLink).slice(0, maxLinks);
  const targets = /* @__PURE__ */ new Map();
  for (const { path, id } of links) {
    const { exitCode, output } = await runGit(folder, ["cat-file", "blob", id], { maxBytes: maxLinkBytes });
    if (exitCode === 0) targets.set(path, output.toString());
  }
  const files = [];
  const outside = [];
  for (const { path, id, bytes, isLink } of seen) {
    if (!isLink) {
      files.push({ path, id, bytes });
      continue;
    }
    const place = followLink(path, targets);
    const target = place === void 0 ? void 0 : byPath.get(place);
    if (target) files.push({ path, id: target.id, bytes: target.bytes });
    else if (place === void 0 || place !== "" && !folders.has(place)) outside.push(path);
  }
  return { files, outside };
}
function followLink(path, targets) {
  let place = path;
  for (let step = 0; step < maxSteps; step++) {
    const link = [...listParents(place), place].find((parent) => targets.has(parent));
    if (link === void 0) return place;
    const target = targets.get(link) ?? "";
    if (posix2.isAbsolute(target) || target === "") return void 0;
    const joined = posix2.join(posix2.dirname(link), target, place.slice(link.length));
    if (joined === ".." || joined.startsWith("../")) return void 0;
    place = joined.replace(/\/$/u, "").replace(/^\.$/u, "");
  }
  return void 0;
}
function listFolders(files) {
  return [...new Set(files.map(({ path }) => folderOf(path)))];
}
function folderOf(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
function listParents(path) {
  const names = path.split("/").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}
function tooLong(path, bytes, maxBytes) {
  return new DatasetError(`${JSON.stringify(path)} has ${bytes} bytes; at most ${maxBytes} are read.`);
}
function notInRepository(path) {
  return new DatasetError(`${JSON.stringify(path)} cannot be read from the repository.`);
}
function notListed(path) {
  return new DatasetError(`${JSON.stringify(path)} is no listed file of the dataset.`, {
    hint: "Files are read only from inside the directory of the dataset."
  });
}

// src/change/renames.ts
function findRenames(before, after) {
  const gone = [...before].filter(([path]) => !after.has(path)).sort(([a], [b]) => compareText(a, b));
  const come = [...after].filter(([path]) => !before.has(path)).sort(([a], [b]) => compareText(a, b));
  const comeByContent = groupBy(come, ([, content]) => content);
  const renames = /* @__PURE__ */ new Map();
  for (const [path, content] of gone) {
    const next = comeByContent.get(content)?.shift();
    if (next) renames.set(path, next[0]);
  }
  return renames;
}
function renameSamples(samples, renames) {
  const rename = (path) => renames.get(path) ?? path;
  return samples.map((sample) => ({
    ...sample,
    id: rename(sample.id),
    ...sample.label !== void 0 && { label: rename(sample.label) }
  })).sort((a, b) => compareText(a.id, b.id));
}
function renameProblems(problems, renames) {
  const rename = (path) => renames.get(path) ?? path;
  return problems.map((problem) => {
    switch (problem.kind) {
      case "conflict":
        return { ...problem, image: rename(problem.image) };
      case "relocated":
        return { ...problem, foundAt: rename(problem.foundAt) };
      case "unlisted":
        return { ...problem, path: rename(problem.path) };
      case "missing-file":
      case "outside":
      case "ambiguous":
      case "row":
      case "duplicate-header":
      case "unknown-split":
        return problem;
    }
  });
}
function renameAnnotations(annotations, renames) {
  return {
    ...annotations,
    byImage: new Map(
      [...annotations.byImage].map(([image, outcome]) => [renames.get(image) ?? image, outcome])
    )
  };
}

// src/entry/read-earlier.ts
async function readEarlier({
  directory,
  treeId,
  config
}, facts, today, { workers, onProgress, cache }) {
  const folder = await realpath(await mkdtemp(join2(tmpdir(), "holdout-base-")));
  const renames = /* @__PURE__ */ new Map();
  try {
    const tree = openGitTree(directory, treeId, folder);
    const found = await findDataset(config, tree, facts);
    const before = listContents(found.annotated.samples, (path) => tree.blobOf(path));
    for (const [from, to] of findRenames(before, today.blobs)) renames.set(from, to);
    const renamed = renameFound(found, tree, renames, today);
    const decoding = today.known.reuse(tree, renames, (path) => today.blobs.get(path));
    await today.decoded;
    const read = await decodeDataset(renamed, config, facts, {
      directory,
      ...cache && { cache: { ...cache, blobIds: tree.extractedBlobs } },
      ...workers !== void 0 && { workers },
      ...onProgress && { onProgress },
      aroundDecoding: decoding.around
    });
    const origins = new Map([...renames].map(([from, to]) => [to, from]));
    const pointers = decoding.pointers();
    const unknown = decoding.unknown();
    const isDecoded = unknown <= maxBaseFiles;
    return {
      read,
      pointers,
      config,
      renames,
      contentOf: (path) => tree.blobOf(origins.get(path) ?? path),
      isDecoded,
      notes: [
        ...isDecoded ? [] : [
          `Findings and verdict are not compared with those of the base: ${formatCount(unknown)} of its files would have to be decoded, and at most ${formatCount(maxBaseFiles)} are.`
        ],
        ...pointers.size === 0 ? [] : [
          `${formatQuantity(pointers.size, "file")} of the base ${pointers.size === 1 ? "is" : "are"} in Git LFS and not here: what was found about ${pointers.size === 1 ? "it" : "them"} is not compared.`
        ]
      ]
    };
  } catch (error) {
    if (!(error instanceof HoldoutError)) throw error;
    const note = `Nothing is compared, as the dataset of the base cannot be read: ${error.message}`;
    return {
      config,
      renames,
      contentOf: () => void 0,
      isDecoded: false,
      pointers: /* @__PURE__ */ new Set(),
      notes: [note]
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
function listContents(samples, blobOf) {
  return new Map(
    samples.flatMap(({ id, label }) => label === void 0 ? [id] : [id, label]).flatMap((path) => {
      const blob = blobOf(path);
      return blob === void 0 ? [] : [[path, blob]];
    })
  );
}
function renameFound({ inventory, annotated }, tree, renames, today) {
  const samples = renameSamples(annotated.samples, renames);
  return {
    inventory: {
      ...inventory,
      samples: renameSamples(inventory.samples, renames),
      problems: renameProblems(inventory.problems, renames)
    },
    annotated: "annotations" in annotated ? { ...annotated, samples, annotations: renameAnnotations(annotated.annotations, renames) } : { samples },
    files: renameFiles(tree, renames, today)
  };
}
function renameFiles(tree, renames, { files, blobs }) {
  const origins = new Map([...renames].map(([from, to]) => [to, from]));
  const originOf = (path) => origins.get(path) ?? path;
  return {
    list: async () => {
      const { files: listed, outside } = await tree.list();
      const renamed = listed.map((file) => ({ ...file, path: renames.get(file.path) ?? file.path }));
      return { files: renamed.sort((a, b) => compareText(a.path, b.path)), outside };
    },
    read: (path, maxBytes) => tree.read(originOf(path), maxBytes),
    stream: (path, maxBytes) => tree.stream(originOf(path), maxBytes),
    absolutePath: (path) => {
      const origin = originOf(path);
      const blob = blobs.get(path);
      const isThere = blob !== void 0 && blob === tree.blobOf(origin);
      return isThere ? files.absolutePath(path) : tree.absolutePath(origin);
    }
  };
}
function leaveOut(dataset, paths) {
  if (paths.size === 0) return dataset;
  return {
    ...dataset,
    samples: dataset.samples.filter(
      ({ id, label }) => !paths.has(id) && (label === void 0 || !paths.has(label))
    )
  };
}

// src/entry/name-audit.ts
import { createHash as createHash4 } from "node:crypto";
function nameAudit({ dataset, config, today }, program) {
  const { samples, images, masks, annotations, ...others } = dataset;
  const hash2 = createHash4("sha256");
  const add = (part) => void hash2.update(`${writeSorted(part)}
`);
  const addEach = (parts) => {
    for (const part of parts) add(part);
    add("end");
  };
  const isDated = config.accept.some(({ until }) => until !== void 0);
  add([program, decoderOf(dataset, config), isDated && today, config, others]);
  addEach(samples);
  addEach(nameContents(images));
  addEach(nameContents(masks));
  const { byImage = [], ...unplaced } = annotations ?? {};
  addEach(byImage);
  add(unplaced);
  return hash2.digest();
}
function decoderOf({ maskPalette: palette }, { limits }) {
  const settings = { limits, palette };
  return Buffer.concat([kindOf("image", settings, ""), kindOf("mask", settings, "")]).toString("hex");
}
function* nameContents(outcomes) {
  for (const [path, outcome] of outcomes)
    yield [path, outcome.kind === "failure" ? outcome : outcome.bytesHash];
}

// src/entry/identify-program.ts
import { createHash as createHash5 } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join as join3 } from "node:path";
import { fileURLToPath } from "node:url";
function identifyProgram() {
  const isSource = import.meta.url.endsWith(".ts");
  const folder = fileURLToPath(new URL(isSource ? ".." : ".", import.meta.url));
  const code = readdirSync(folder, { encoding: "utf8", recursive: isSource }).filter((name) => name.endsWith(isSource ? ".ts" : ".js")).sort();
  const hash2 = createHash5("sha256");
  for (const name of code)
    hash2.update(`${name}
`).update(readFileSync(join3(folder, name))).update("\n");
  return hash2.digest("hex");
}

// src/entry/remembered-audit.ts
var severity = oneOf(["error", "warning", "info"]);
var word = text(1 << 20);
var maxFindings = 1e6;
var audits = {
  name: "audit",
  codec: record({
    verdict: oneOf(["unsupported", "limited", "supported"]),
    open: listOf(record({ check: word, severity, key: word, messageId: word }), maxFindings),
    listed: listOf(
      record({ check: word, key: word, messageId: word, message: word, severity }),
      maxFindings
    )
  }),
  // Those of a few branches.
  kept: 4
};
async function auditWithMemory(folder, input, audit) {
  if (folder === void 0) return audit();
  const key = nameAudit(input, identifyProgram());
  const known = await recallResult(folder, audits, key);
  if (known) return known;
  const found = audit();
  await rememberResult(folder, audits, key, found);
  return found;
}
async function rememberAudit(folder, input, found) {
  await rememberResult(folder, audits, nameAudit(input, identifyProgram()), found);
}

// src/entry/audit-change.ts
async function auditChange(request, choice) {
  const { directory, baseline } = request;
  const { config: own } = await loadConfig(request);
  const base2 = await openBase(directory, choice, own);
  const config = applyPolicy(own, base2.policy ?? own);
  const known = rememberAnswers();
  const files = openDataset(directory);
  const facts = /* @__PURE__ */ new Set([...chooseFacts(config, baseline), ...chooseFacts(own, baseline)]);
  const found = await findDataset(config, files, facts);
  const decoding = decodeDataset(found, config, facts, { ...request, aroundDecoding: known.record });
  const comparing = base2.dataset && readBefore(base2.dataset, config, found, { known, decoded: decoding }, request);
  await Promise.allSettled([decoding, comparing]);
  const read = await decoding;
  const { blobs, earlier, notes: notesOfBase } = await comparing ?? nothingBefore;
  const searched = await searchWith(read, earlier);
  const dataset = addBaseline(searched.dataset, config, baseline);
  const before = earlier && searched.earlier && { earlier: { ...earlier, dataset: searched.earlier } };
  const judged = await judge({ now: dataset, config, own, blobs, ...before }, request);
  const notes = [...base2.notes, ...notesOfBase];
  const change = { ...base2.sha !== void 0 && { baseSha: base2.sha }, notes, ...judged.change };
  const privacy = request.privacy ?? config.report.privacy;
  const report = privacy === "strict" ? { ...countOnly(judged.report, judged.dataset), change: hideNames(change) } : { ...judged.report, change };
  return { config, files, dataset: judged.dataset, report };
}
async function searchWith(now, earlier) {
  if (earlier?.read && earlier.isDecoded) return searchBoth(now, earlier.read);
  return { dataset: await searchDataset(now), ...earlier?.read && { earlier: earlier.read.dataset } };
}
var nothingBefore = { blobs: /* @__PURE__ */ new Map(), notes: [] };
async function readBefore({ treeId, config: asked }, policy, { annotated: { samples }, files }, today, request) {
  const { directory } = request;
  const blobs = await listBlobs(directory, samples, files);
  if ("note" in blobs) return { ...nothingBefore, notes: [blobs.note] };
  const config = applyPolicy(asked, policy);
  const earlier = await readEarlier(
    { directory, treeId, config },
    chooseFacts(policy, void 0),
    { ...today, files, blobs },
    request
  );
  return { blobs, earlier, notes: earlier.notes };
}
async function listBlobs(directory, samples, files) {
  const listed = new Set((await files.list()).files.map(({ path }) => path));
  const wanted = new Set(samples.flatMap(({ id, label }) => label === void 0 ? [id] : [id, label]));
  try {
    const blobs = await listWorkingBlobs(
      directory,
      [...wanted].filter((path) => listed.has(path))
    );
    return new Map([...blobs].filter(([path]) => wanted.has(path)));
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return { note: `Nothing is compared: ${error.message}.` };
  }
}
async function judge({ now, config, own, earlier, blobs }, { today, version, cache, privacy = config.report.privacy, privacyKey }) {
  const before = earlier?.dataset;
  const key = privacyKey ?? (before && deriveSharedKey(now, before));
  const hide = (dataset2, accept2) => privacy === "open" ? { dataset: dataset2, accept: accept2 } : hideSubjects(dataset2, accept2, key);
  const audit = (dataset2, by, accept2) => runAuditInFull(dataset2, selectChecks(catalogue, by), { config: { ...by, accept: accept2 }, today, version });
  const { dataset, accept } = hide(now, config.accept);
  const current = audit(dataset, config, accept);
  const proposed = hide(now, own.accept).accept;
  const settings = listPolicyChanges({ ...config, accept }, { ...own, accept: proposed });
  const policy = settings.length === 0 ? void 0 : comparePolicies(
    listFindings3(current),
    listFindings3(
      audit({ ...dataset, task: own.task, publishedScores: own.baseline.published }, own, proposed)
    ),
    settings
  );
  const withPolicy = policy && { policy };
  if (!earlier) return { dataset, report: current.report, change: { ...withPolicy } };
  const old = hide(earlier.dataset, earlier.config.accept);
  const { counts } = summarizeDataset(earlier.config, old.dataset.samples);
  const samples = compareSamples(
    viewSamples(old.dataset, earlier.contentOf),
    viewSamples(dataset, (path) => blobs.get(path)),
    earlier.renames
  );
  if (!earlier.isDecoded)
    return { dataset, report: current.report, change: { ...withPolicy, before: { counts }, samples } };
  const audited = leaveOut(old.dataset, earlier.pointers);
  const found = await auditWithMemory(
    cache?.folder,
    { dataset: audited, config: { ...earlier.config, accept: old.accept }, today },
    () => listFindings3(audit(audited, earlier.config, old.accept))
  );
  const { findings, report } = compareFindings(found, current);
  return {
    dataset,
    report,
    change: { ...withPolicy, before: { counts, verdict: found.verdict }, samples, findings }
  };
}

// src/entry/check-dataset.ts
async function auditDataset(request) {
  const { baseline, base: base2 } = request;
  if (base2) return auditChange(request, base2);
  const loaded = await loadDataset(request, (config2) => chooseFacts(config2, baseline));
  const { config } = loaded;
  const judged = addBaseline(loaded.dataset, config, baseline);
  const { today, version, cache, privacy = config.report.privacy, privacyKey } = request;
  const { dataset, accept } = privacy === "open" ? { dataset: judged, accept: config.accept } : hideSubjects(judged, config.accept, privacyKey);
  const asked = { ...config, accept };
  const full = runAuditInFull(dataset, selectChecks(catalogue, config), { config: asked, today, version });
  if (cache) await rememberAudit(cache.folder, { dataset, config: asked, today }, listFindings3(full));
  const { report } = full;
  return { ...loaded, dataset, report: privacy === "strict" ? countOnly(report, dataset) : report };
}
async function checkDataset(request) {
  const audited = await auditDataset(request);
  const { picturesFolder, workers } = request;
  if (picturesFolder !== void 0)
    await (await import("./draw-pictures-ARTMNS5D.js")).drawPictures(audited, picturesFolder, workers);
  return audited.report;
}

// src/entry/lead-to.ts
import { relative, sep } from "node:path";
function leadTo(from, to) {
  const way = relative(from, to).split(sep);
  return way[0] === ".." || way[0] === "" ? "" : `${way.join("/")}/`;
}

export {
  reporters,
  auditDataset,
  checkDataset,
  leadTo
};
