import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  compareSplits,
  compareText
} from "./chunk-IUUJTWCW.js";
import {
  countFindings
} from "./chunk-XPBF2K5R.js";
import {
  Markup,
  countSeverity,
  describeChecks,
  describeCoverage,
  describeStatus,
  emptyMarkup,
  fillMarkdown,
  groupChecks,
  joinMarkup,
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
  formatLocation,
  shortenMiddle
} from "./chunk-4G4S7EEN.js";

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
  const isList = isArray(value);
  const size = isList ? value.length : Object.keys(value).length;
  if (size === 0) return "none";
  if (depth === shownDepth)
    return `(${formatQuantity(size, isList ? "item" : "entry", isList ? "items" : "entries")})`;
  const text = isList ? formatList(value, depth) : formatEntries(value, depth);
  return depth > 0 && !isList ? `(${text})` : text;
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
      variants: failing.length === 0 ? [] : [() => renderCheckTable(failing)]
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
    { name: "reasons", variants: reasonSteps.map((count) => () => renderReasons(verdict.reasons, count)) },
    { name: "when to stop", variants: planWhenToStop(verdict) }
  ];
}
function planWhenToStop({ whenToStop }) {
  if (whenToStop === void 0) return [];
  return [() => fillMarkdown`<strong>When to stop:</strong> ${shortenMiddle(whenToStop, maxMessageLength)}`];
}
function renderReasons(reasons, count) {
  const lines = reasons.slice(0, count).map(({ level, text, check, lift }) => {
    const icon = icons[verdictTones[level]];
    const advice = lift === void 0 ? emptyMarkup : fillMarkdown`<br><em>${shortenMiddle(lift, maxMessageLength)}</em>`;
    return fillMarkdown`- ${icon} ${shortenMiddle(text, maxMessageLength)} (<code>${shortenMiddle(check, 100)}</code>)${advice}`;
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
function renderCheckTable(checks) {
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
  const variants = checks.length === 0 ? [] : [() => fold(title, renderCheckTable(checks))];
  return { name: `the ${status} checks`, variants };
}
function planFindings(check) {
  const counts = new Set(findingSteps.map((step) => Math.min(step, check.findings.length)));
  return {
    name: "the findings of a check",
    isShared: true,
    variants: [...counts].map((count) => () => renderFindings(check, count))
  };
}
function renderFindings(check, count) {
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

export {
  listSplits,
  listDomains,
  formatEvidence,
  defaultMarkdownBytes,
  renderMarkdown
};
