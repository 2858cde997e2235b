import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  nameChartPicture
} from "./chunk-MJVZP4GS.js";
import {
  baselineCheck,
  drawBars,
  drawLines,
  drawPie,
  fold,
  icons,
  joinBlocks,
  maxSentence,
  packSections,
  planBaseline,
  priorities,
  renderAdvice,
  tabulate
} from "./chunk-ZE4566AW.js";
import {
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
  barColor,
  colorNames,
  lighten,
  nameColor
} from "./chunk-6JSHQORE.js";
import {
  emptyMarkup,
  fillHtml,
  fillMarkdown,
  joinMarkup
} from "./chunk-25A5ZPMJ.js";
import {
  isObject,
  readRows
} from "./chunk-3GYANS6R.js";
import {
  compareSplits,
  compareText
} from "./chunk-4OAUCKAS.js";
import {
  formatCount,
  formatNumber,
  formatQuantity,
  formatShare
} from "./chunk-PSSVJEVV.js";
import {
  countFindings
} from "./chunk-XPBF2K5R.js";
import {
  formatLocation,
  shortenMiddle
} from "./chunk-4G4S7EEN.js";

// src/report/change-words.ts
var shortShaLength = 7;
function nameBase({ baseSha }) {
  return baseSha?.slice(0, shortShaLength);
}
function summarizeChange({ change }) {
  if (!change) return void 0;
  const base = nameBase(change);
  const parts = [
    ...change.samples ? summarizeMoves(change.samples) : [],
    ...change.findings ? summarizeFindings(change.findings.new, change.findings.fixed) : [],
    ...change.samples ? summarizeSamples(change.samples) : [],
    ...change.policy ? ["the policy would change"] : []
  ];
  const isKnown = change.samples !== void 0;
  if (base === void 0 || !isKnown && parts.length === 0) return change.notes[0];
  const words = parts.length === 0 ? "no sample, label, subject or split has changed" : parts.join("; ");
  return `Since ${base}: ${words}.`;
}
function isTrainToTest({ before, after }) {
  return before.includes("train") && after.includes("test");
}
function summarizeMoves({ movedSubjects, trainToTest: grave }) {
  const others = movedSubjects.total - grave;
  return [
    ...grave > 0 ? [`${formatQuantity(grave, "subject")} moved from train to test`] : [],
    ...others > 0 ? [`${formatQuantity(others, grave > 0 ? "other subject" : "subject")} moved`] : []
  ];
}
function summarizeFindings(found, fixed) {
  const words = (counts, how) => {
    const listed = listSeverities(counts);
    return listed === "" ? [] : [`${how} ${listed}`];
  };
  return [...words(found, "new:"), ...words(fixed, "fixed:")];
}
function listSeverities(counts) {
  return ["error", "warning", "info"].filter((severity) => counts[severity] > 0).map((severity) => countSeverity(counts[severity], severity)).join(", ");
}
function summarizeSamples(samples) {
  const words = listKinds(samples).filter(({ total }) => total > 0).map(
    ({ total, word }, index) => index === 0 ? `${formatQuantity(total, "sample")} ${word}` : `${formatCount(total)} ${word}`
  );
  return words.length === 0 ? [] : [words.join(", ")];
}
function listKinds(samples) {
  const { added, removed, renamed, replaced, relabelled, reassigned, moved } = samples;
  const placed = ({ items, total }, word) => ({
    word,
    total,
    lines: items.map(({ sample, splits }) => withSplits(sample, splits))
  });
  return [
    placed(added, "added"),
    placed(removed, "removed"),
    placed(replaced, "replaced"),
    { word: "relabelled", total: relabelled.total, lines: relabelled.items.map(describeRelabelling) },
    {
      word: "given another subject",
      total: reassigned.total,
      lines: reassigned.items.map(
        ({ sample, before, after }) => `${showPath(sample)}: ${nameSubject(before)} → ${nameSubject(after)}`
      )
    },
    {
      word: "moved",
      total: moved.total,
      lines: moved.items.map((item) => `${showPath(item.sample)}: ${describeMove(item)}`)
    },
    {
      word: "renamed",
      total: renamed.total,
      lines: renamed.items.map(({ from, sample }) => `${showPath(from)} → ${showPath(sample)}`)
    }
  ];
}
function nameSubject(subject) {
  return subject === void 0 ? "unknown" : shorten(subject);
}
function withSplits(sample, splits) {
  return splits.length === 0 ? showPath(sample) : `${showPath(sample)} (${listNames(splits)})`;
}
function describeMove({ before, after }) {
  return `${listNames(before)} → ${listNames(after)}`;
}
var mostClasses = 8;
function describeRelabelling({ sample, before, after, pixels, maskPixels }) {
  const path = showPath(sample);
  if (before !== void 0 || after !== void 0)
    return `${path}: ${shorten(before ?? "a label")} → ${shorten(after ?? "a label")}`;
  if (!pixels || !maskPixels) return `${path}: another label`;
  if (pixels.length === 0) return `${path}: other pixels, as many of each class`;
  const shown = pixels.slice(0, mostClasses).map((one) => describePixels(one, maskPixels));
  const hidden = pixels.length - shown.length;
  return `${path}: ${[...shown, ...hidden > 0 ? [formatQuantity(hidden, "more class", "more classes")] : []].join(", ")}`;
}
function describePixels({ name, before, after }, whole) {
  const was = formatShare(before, whole.before) ?? "0 %";
  const is = formatShare(after, whole.after) ?? "0 %";
  const shares = was === is ? was : `${was} → ${is}`;
  return `${shorten(name)} ${shares} (${formatCount(before)} → ${formatCount(after)} pixels)`;
}
function describeGrade({
  severity,
  wouldBe
}) {
  const { one } = severityWords[severity];
  return wouldBe === void 0 ? one : `${one} → ${severityWords[wouldBe].one}`;
}
function describeConsequences({ appearing, vanishing, regraded }) {
  const parts = [
    ...appearing.total > 0 ? [`${formatQuantity(appearing.total, "finding")} would appear`] : [],
    ...vanishing.total > 0 ? [`${formatQuantity(vanishing.total, "finding")} would vanish`] : [],
    ...regraded.total > 0 ? [`${formatQuantity(regraded.total, "finding")} would have another severity`] : []
  ];
  return parts.length === 0 ? "no finding would appear or vanish" : parts.join(", ");
}
var mostSplits = 12;
function listCounts({ dataset, verdict, change }) {
  const before = change?.before;
  if (!before) return [];
  const { counts: old } = before;
  const { counts: now } = dataset;
  const row = (name, was, is) => ({
    name,
    before: formatCount(was),
    after: formatCount(is),
    isChanged: was !== is
  });
  const splits = [.../* @__PURE__ */ new Set([...Object.keys(old.splits), ...Object.keys(now.splits)])].sort(compareSplits).slice(0, mostSplits);
  const wasVerdict = before.verdict && verdictWords[before.verdict].title;
  const isVerdict = verdictWords[verdict.level].title;
  return [
    ...wasVerdict === void 0 ? [] : [{ name: "verdict", before: wasVerdict, after: isVerdict, isChanged: wasVerdict !== isVerdict }],
    row("samples", old.samples, now.samples),
    row("labelled", old.labelled, now.labelled),
    row("subjects", old.subjects, now.subjects),
    ...splits.map((name) => row(`in ${shorten(name)}`, countIn(old.splits, name), countIn(now.splits, name)))
  ];
}
function listNewFindings({
  checks
}) {
  return checks.flatMap(
    (check) => check.findings.filter(({ standing }) => standing === "new").map((finding) => ({ check, finding }))
  );
}
function countIn(counts, name) {
  return Object.hasOwn(counts, name) ? counts[name] ?? 0 : 0;
}
function listNames(names) {
  if (names.length === 0) return "no split";
  const shown = names.slice(0, mostClasses).map(shorten);
  const hidden = names.length - shown.length;
  return [...shown, ...hidden > 0 ? [`${hidden} more`] : []].join(" and ");
}
function shorten(text) {
  return shortenMiddle(text, 80);
}
function showPath(path) {
  return shortenMiddle(path, 200);
}

// src/report/markdown-change.ts
var maxMessageLength = 400;
var itemSteps = [20, 5, 1, 0];
var maxSectionLength = 12e3;
function planChange(report) {
  const { change } = report;
  if (!change) return [];
  const plan = (name, render) => ({
    name,
    priority: priorities.change,
    sizes: itemSteps.filter((step) => step === 0 || render(report, step).text.length <= maxSectionLength),
    render: (size) => render(report, size)
  });
  return [
    plan("what changed", renderChange),
    ...change.policy ? [plan("the change of the policy", renderPolicy)] : []
  ];
}
function renderChange(report, maxItems) {
  const { change } = report;
  if (!change) return emptyMarkup;
  const base = nameBase(change);
  const title = base === void 0 ? fillMarkdown`### What changed` : fillMarkdown`### What changed since <code>${base}</code>`;
  const notes = change.notes.map((note) => fillMarkdown`> ${shortenMiddle(note, 1e3)}`);
  return joinBlocks([
    title,
    ...notes,
    renderMovedSubjects(report, maxItems),
    renderCounts(report),
    renderNewFindings(report, maxItems),
    renderSamples(report, maxItems)
  ]);
}
function renderPolicy({ change }, maxItems) {
  const policy = change?.policy;
  if (!policy) return emptyMarkup;
  const { settings, appearing, vanishing, regraded, verdict } = policy;
  const rows = settings.items.slice(0, maxItems).map(
    ({ name, before, after }) => fillMarkdown`| <code>${shortenMiddle(name, 200)}</code> | ${showSetting(before)} | ${showSetting(after)} |`
  );
  const table = fillMarkdown`| Setting | Base | This change |\n| :-- | :-- | :-- |\n${joinMarkup(rows, "\n")}`;
  return joinBlocks([
    fillMarkdown`### Policy`,
    fillMarkdown`This changes what is asked of the dataset. Until it is merged, the base’s policy judges; under the new one the verdict would be **${verdictWords[verdict].title}**, and ${describeConsequences(policy)}.`,
    ...rows.length === 0 ? [] : [table],
    ...hiddenNote(settings.total - rows.length),
    renderMentioned("would appear", appearing, maxItems),
    renderMentioned("would vanish", vanishing, maxItems),
    renderMentioned("would have another severity", regraded, maxItems)
  ]);
}
function showSetting(value) {
  return value === void 0 ? fillMarkdown`<em>default</em>` : fillMarkdown`<code>${shortenMiddle(value, 200)}</code>`;
}
function renderMovedSubjects({ change }, maxItems) {
  const moved = change?.samples?.movedSubjects;
  if (!moved || moved.total === 0) return emptyMarkup;
  const shown = moved.items.slice(0, maxItems);
  const lines = shown.map((one) => {
    const mark = isTrainToTest(one) ? fillMarkdown`⚠️ trained on before, tested on now` : emptyMarkup;
    const tail = mark === emptyMarkup ? emptyMarkup : fillMarkdown` ${mark}`;
    return fillMarkdown`- <code>${shortenMiddle(one.subject, 100)}</code> ${describeMove(one)}${tail}`;
  });
  const title = fillMarkdown`**${formatQuantity(moved.total, "subject")} moved between splits**`;
  if (shown.length === 0) return title;
  return joinBlocks([title, joinMarkup(lines, "\n"), ...hiddenNote(moved.total - shown.length)]);
}
function renderCounts(report) {
  const rows = listCounts(report).map(
    ({ name, before, after, isChanged }) => isChanged ? fillMarkdown`| ${name} | ${before} | **${after}** |` : fillMarkdown`| ${name} | ${before} | ${after} |`
  );
  if (rows.length === 0) return emptyMarkup;
  return fillMarkdown`| | Before | After |\n| :-- | --: | --: |\n${joinMarkup(rows, "\n")}`;
}
function renderNewFindings(report, maxItems) {
  const findings = report.change?.findings;
  if (!findings) return emptyMarkup;
  const words = [findings.new, findings.fixed, findings.unchanged].map(
    (counts) => listSeverities(counts) || "none"
  );
  const [found = "", fixed = "", unchanged = ""] = words;
  const summary = fillMarkdown`**Findings:** new ${found} · fixed ${fixed} · unchanged ${unchanged}`;
  const listed = listNewFindings(report);
  const total = findings.new.error + findings.new.warning + findings.new.info;
  const shown = listed.slice(0, maxItems);
  const lines = shown.map(
    ({ check, finding }) => fillMarkdown`- **new ${severityWords[finding.severity].one}** <code>${shortenMiddle(check.id, 100)}</code> ${shortenMiddle(finding.message, maxMessageLength)}`
  );
  return joinBlocks([
    summary,
    joinMarkup(lines, "\n"),
    ...hiddenNote(total - shown.length),
    renderMentioned("fixed", findings.fixedFindings, maxItems)
  ]);
}
function renderMentioned(how, { items, total }, maxItems) {
  if (total === 0) return emptyMarkup;
  const shown = items.slice(0, maxItems);
  const lines = shown.map(
    ({ check, message, ...graded }) => fillMarkdown`- ${describeGrade(graded)} <code>${shortenMiddle(check, 100)}</code> ${shortenMiddle(message, maxMessageLength)}`
  );
  const title = fillMarkdown`${formatQuantity(total, "finding")} ${how}`;
  if (shown.length === 0) return title;
  return fold(title, joinBlocks([joinMarkup(lines, "\n"), ...hiddenNote(total - shown.length)]));
}
function renderSamples({ change }, maxItems) {
  if (!change?.samples) return emptyMarkup;
  const blocks = listKinds(change.samples).filter(({ total }) => total > 0).map(({ word, total, lines }) => {
    const shown = lines.slice(0, maxItems).map((line) => fillMarkdown`- ${line}`);
    const title = fillMarkdown`${formatQuantity(total, "sample")} ${word}`;
    if (shown.length === 0) return title;
    return fold(title, joinBlocks([joinMarkup(shown, "\n"), ...hiddenNote(total - shown.length)]));
  });
  return joinBlocks(blocks);
}
function hiddenNote(hidden) {
  return hidden > 0 ? [fillMarkdown`… and ${formatCount(hidden)} more.`] : [];
}

// src/report/markdown-charts.ts
var maxTableRows = 24;
var maxTableColumns = 8;
var maxBarRows = 16;
var maxName = 60;
var tableBins = 8;
function planCharts(report, { imageAddress }) {
  const shown = report.charts.flatMap((chart) => {
    if (chart.check === baselineCheck) return [];
    const picture = imageAddress && showPicture(chart, imageAddress);
    const view = viewChart(chart);
    if (!picture && !view) return [];
    const subtitle = picture ? void 0 : fillMarkdown`${shortenMiddle(chart.subtitle, maxSentence)}`;
    const parts = [subtitle, picture ?? view?.drawing, view?.table].filter((part) => part !== void 0);
    return [{ chart, parts }];
  });
  const open = groupChecks(report).failing.flatMap(
    ({ id }) => shown.find(({ chart }) => chart.check === id) ?? []
  )[0];
  return shown.map((one) => ({
    name: "a chart",
    priority: priorities.charts,
    render: () => {
      const { chart, parts } = one;
      const title = fillMarkdown`📊 ${shortenMiddle(chart.title, 200)}`;
      return fold(title, joinMarkup(parts, "\n\n"), one === open);
    }
  }));
}
function showPicture(chart, imageAddress) {
  const addressOf = (theme) => {
    const name = nameChartPicture(chart, theme, "png");
    return name === void 0 ? void 0 : imageAddress(name);
  };
  const light = addressOf("light");
  if (light === void 0) return void 0;
  const dark = addressOf("dark") ?? light;
  const words = shortenMiddle(chart.alternative, maxSentence);
  return fillHtml`<picture><source media="(prefers-color-scheme: dark)" srcset="${dark}"><img src="${light}" alt="${words}"></picture>`;
}
function viewChart({ kind, data }) {
  if (!isObject(data) || !Object.hasOwn(views, kind)) return void 0;
  return views[kind]?.(data["values"] ?? [], (name) => readText(data[name]));
}
function readText(value) {
  return typeof value === "string" ? value : "";
}
var views = {
  bars: viewBars,
  "marked-bars": viewMarkedBars,
  "grouped-bars": viewGroupedBars,
  matrix: viewMatrix,
  bands: viewBands,
  intervals: viewIntervals
};
var nameSeparator = " · ";
function viewBars(values) {
  const rows = readRows(values, { row: "text", part: "text", value: "number" });
  if (rows.length === 0) return void 0;
  const slices = /* @__PURE__ */ new Map();
  const groups = [...new Set(rows.map(({ row }) => groupOf(row)))];
  const parts = [...new Set(rows.map(({ part }) => part))];
  const colors = colorNames(parts);
  for (const { row, part, value } of rows) {
    const group = groupOf(row);
    const color = colors[parts.indexOf(part)] ?? barColor;
    const label = `${group} ${part}`;
    const slice = slices.get(label) ?? { label, value: 0, color: lighten(color, groups.indexOf(group)) };
    slices.set(label, { ...slice, value: slice.value + value });
  }
  return {
    drawing: drawPie([...slices.values()]),
    table: pivot(rows.map(({ row, part, value }) => ({ row, column: part, text: formatCount(value) })))
  };
}
function groupOf(row) {
  return row.split(nameSeparator)[0] ?? row;
}
function viewMarkedBars(values, title) {
  const rows = readRows(values, { row: "text", value: "number", isMarked: "flag" });
  if (rows.length === 0) return void 0;
  const named = rows.map(({ row, ...others }) => ({ ...others, row: others.isMarked ? `${row} (!)` : row }));
  const shown = named.slice(0, maxBarRows);
  return {
    drawing: drawBars(
      shown.map(({ row }) => row),
      [{ mark: "bar", color: barColor, values: shown.map(({ value }) => value) }],
      { x: "", y: title("unit") }
    ),
    table: pivot(
      named.map(({ row, value, isMarked }) => ({
        row,
        column: title("unit"),
        text: formatCount(value),
        isStrong: isMarked
      }))
    )
  };
}
function viewGroupedBars(values, title) {
  const rows = readRows(values, { row: "text", group: "text", value: "number" });
  const first = rows[0]?.group;
  if (first === void 0) return void 0;
  const drawn = rows.filter(({ group }) => group === first).slice(0, maxBarRows);
  return {
    drawing: drawBars(
      drawn.map(({ row }) => row),
      [
        {
          mark: "bar",
          color: colorNames([first])[0] ?? barColor,
          values: drawn.map(({ value }) => 100 * value)
        }
      ],
      { x: "", y: `${title("unit")} in % (${first})` }
    ),
    table: pivot(rows.map(({ row, group, value }) => ({ row, column: group, text: showShare(value) })))
  };
}
function viewMatrix(values) {
  const rows = readRows(values, { row: "text", column: "text", value: "number", isMarked: "flag" });
  if (rows.length === 0) return void 0;
  return {
    table: pivot(
      rows.map(({ row, column, value, isMarked }) => ({
        row,
        column,
        text: value === 0 ? "–" : formatCount(value),
        isStrong: isMarked
      }))
    )
  };
}
function viewBands(values, title) {
  const rows = readRows(values, { side: "text", at: "number", share: "number" });
  const sides = [...new Set(rows.map(({ side }) => side))].slice(0, maxTableColumns);
  const places = [...new Set(rows.map(({ at }) => at))].sort((a, b) => a - b);
  const [low, next] = places;
  const last = places.at(-1);
  if (low === void 0 || next === void 0 || last === void 0) return void 0;
  const colors = colorNames(sides);
  const shareAt = new Map(rows.map(({ side, at, share }) => [`${at} ${side}`, share]));
  const width = Math.max(1, Math.ceil(places.length / tableBins));
  const bins = Array.from(
    { length: Math.ceil(places.length / width) },
    (_, bin) => places.slice(bin * width, (bin + 1) * width)
  );
  const end = last + (next - low);
  return {
    drawing: drawLines(
      [low, last],
      sides.map((side, index) => ({
        mark: "line",
        color: colors[index] ?? barColor,
        values: places.map((at) => 100 * (shareAt.get(`${at} ${side}`) ?? 0))
      })),
      { x: title("x"), y: `${title("y")} in %` }
    ),
    table: pivot(
      bins.flatMap(
        (bin, index) => sides.map((side, place) => ({
          row: `${formatNumber(bin[0] ?? 0)} to ${formatNumber(bins[index + 1]?.[0] ?? end)}`,
          column: `${side} (${nameColor(colors[place] ?? "")})`,
          text: showShare(bin.reduce((sum, at) => sum + (shareAt.get(`${at} ${side}`) ?? 0), 0))
        }))
      ),
      title("x")
    )
  };
}
function viewIntervals(values, title) {
  const rows = readRows(values, {
    row: "text",
    group: "text",
    value: "number",
    low: "number?",
    high: "number?"
  });
  if (rows.length === 0) return void 0;
  return {
    table: pivot(
      rows.flatMap(({ row, value, low, high }) => [
        { row, column: title("x"), text: formatNumber(value) },
        ...low === null || high === null ? [] : [{ row, column: "95 % interval", text: `${formatNumber(low)} to ${formatNumber(high)}` }]
      ])
    )
  };
}
function pivot(entries, corner = "") {
  const columns = [...new Set(entries.map(({ column }) => column))].slice(0, maxTableColumns);
  const byRow = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    const row = byRow.get(entry.row) ?? /* @__PURE__ */ new Map();
    byRow.set(entry.row, row.set(entry.column, entry));
  }
  const heads = [
    { title: fillMarkdown`${shortenMiddle(corner, maxName)}`, align: "left" },
    ...columns.map((column) => ({
      title: fillMarkdown`${shortenMiddle(column, maxName)}`,
      align: "right"
    }))
  ];
  const rows = [...byRow].slice(0, maxTableRows).map(([name, cells]) => [
    fillMarkdown`${shortenMiddle(name, maxName)}`,
    ...columns.map((column) => {
      const cell = cells.get(column);
      const text = fillMarkdown`${cell?.text ?? ""}`;
      return cell?.isStrong === true ? fillMarkdown`<strong>${text}</strong>` : text;
    })
  ]);
  const hidden = byRow.size - rows.length;
  const more = hidden > 0 ? [fillMarkdown`… and ${formatCount(hidden)} more rows in the JSON report.`] : [];
  return joinMarkup([tabulate(heads, rows), ...more], "\n\n");
}
function showShare(share) {
  return formatShare(share, 1) ?? "";
}

// src/report/format.ts
var shownEntries = 8;
var shownItems = 6;
var shownDepth = 3;
var maxValueLength = 160;
function listSplits({ counts }) {
  return listCounts2(counts.splits).sort((a, b) => compareSplits(a.name, b.name));
}
function listDomains({ counts }) {
  return listCounts2(counts.domains).sort((a, b) => b.count - a.count || compareText(a.name, b.name));
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
  const size = isArray(value) ? value.length : Object.keys(value).length;
  if (size === 0) return "none";
  if (depth === shownDepth)
    return isArray(value) ? `(${formatQuantity(size, "item", "items")})` : `(${formatQuantity(size, "entry", "entries")})`;
  return isArray(value) ? formatList(value, depth) : formatEntries(value, depth);
}
function formatList(list, depth) {
  const { shown, more } = cut(list, shownItems);
  const items = shown.map((item) => {
    if (isArray(item)) return enclose(item, depth);
    return isEntries(item) && depth + 1 < shownDepth ? formatEntries(item, depth + 1, splitWords) : formatValue(item, depth + 1);
  });
  return [...items, ...more].join(depth === 0 && shown.some(hasParts) ? "; " : ", ");
}
function formatEntries(entries, depth, nameOf = (key) => key) {
  const { shown, more } = cut(Object.keys(entries).sort(compareText), shownEntries);
  const items = shown.map((key) => {
    const [name, value] = [shortenMiddle(nameOf(key), 60), entries[key] ?? null];
    const isBare = !hasParts(value) || isArray(value) && depth === 0;
    return isBare ? `${name}: ${formatValue(value, depth + 1)}` : `${name} ${enclose(value, depth)}`;
  });
  const isDivided = depth === 0 && shown.some((key) => isArray(entries[key] ?? null));
  return [...items, ...more].join(isDivided ? "; " : ", ");
}
function cut(items, most) {
  const shown = items.length > most ? items.slice(0, most - 1) : items;
  const hidden = items.length - shown.length;
  return { shown, more: hidden > 0 ? [`… ${formatCount(hidden)} more`] : [] };
}
function enclose(value, depth) {
  const text = formatValue(value, depth + 1);
  return hasParts(value) && depth + 1 < shownDepth ? `(${text})` : text;
}
function hasParts(value) {
  return isArray(value) ? value.length > 1 : isEntries(value);
}
function isEntries(value) {
  return typeof value === "object" && value !== null && !isArray(value) && Object.keys(value).length > 0;
}
function listCounts2(counts) {
  return Object.entries(counts).map(([name, count]) => ({ name, count }));
}
function splitWords(key) {
  return /^[a-z][a-zA-Z0-9]*$/.test(key) ? key.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) : key;
}
function isArray(value) {
  return Array.isArray(value);
}

// src/report/markdown-checks.ts
var findingSizes = [50, 20, 10, 5, 3, 1];
function planCheckTable(report) {
  const { failing } = groupChecks(report);
  if (failing.length === 0) return [];
  return [
    {
      name: "the table of checks",
      priority: priorities.checks,
      sizes: [maxSentence, 100],
      render: (length) => renderCheckTable(failing, length)
    }
  ];
}
function planQuietChecks(report) {
  const { passed, skipped } = groupChecks(report);
  return [
    { status: "passed", checks: passed },
    { status: "skipped", checks: skipped }
  ].filter(({ checks }) => checks.length > 0).map(({ status, checks }) => ({
    name: `the ${status} checks`,
    priority: priorities.quiet,
    render: () => fold(
      fillMarkdown`${formatQuantity(checks.length, "check")} ${status}`,
      renderCheckTable(checks, maxSentence)
    )
  }));
}
function renderCheckTable(checks, maxLength) {
  return tabulate(
    [
      { title: emptyMarkup, align: "center" },
      { title: fillMarkdown`Check`, align: "left" },
      { title: fillMarkdown`Status`, align: "left" },
      { title: fillMarkdown`Result`, align: "left" }
    ],
    checks.map((check) => {
      const coverage = describeCoverage(check);
      const note = coverage === void 0 ? emptyMarkup : fillMarkdown`<br><sub>${coverage}</sub>`;
      return [
        icons[toneOf(check)],
        fillMarkdown`<code>${shortenMiddle(check.id, 100)}</code>`,
        // Kept on one line in a narrow column.
        fillMarkdown`${describeStatus(check).replaceAll(" ", " ")}`,
        fillMarkdown`${shortenMiddle(check.summary, maxLength)}${note}`
      ];
    })
  );
}
var findingPriorities = {
  error: priorities.errors,
  warning: priorities.warnings,
  info: priorities.notes
};
function planFindings(report) {
  return groupChecks(report).failing.filter(({ findings }) => findings.length > 0).map((check) => ({
    name: "the findings of a check",
    priority: findingPriorities[check.severity],
    sizes: sizesUpTo(check.findings.length),
    findings: check.findingsTotal,
    render: (count) => renderFindings(check, count)
  }));
}
function sizesUpTo(length) {
  return [...new Set(findingSizes.map((size) => Math.min(size, length)))];
}
function renderFindings(check, count) {
  const shown = check.findings.slice(0, count);
  const fixes = [...new Set(shown.map(({ fix }) => fix).filter((fix) => fix !== ""))];
  const [commonFix] = fixes;
  const notes = [
    ...fixes.length === 1 && commonFix !== void 0 ? [fillMarkdown`**What to do:** ${renderAdvice(commonFix, maxSentence)}`] : [],
    ...noteHidden(check.findingsTotal - shown.length)
  ];
  const table = tabulate(
    [
      { title: fillMarkdown`Finding`, align: "left" },
      { title: fillMarkdown`Evidence`, align: "left" },
      { title: fillMarkdown`Where`, align: "left" }
    ],
    shown.map((finding) => renderFinding(finding, fixes.length > 1))
  );
  const title = fillMarkdown`${icons[toneOf(check)]} ${shortenMiddle(check.id, 100)}: ${describeStatus(check)}`;
  return fold(title, joinMarkup([table, ...notes], "\n\n"));
}
function renderFinding({ message, fix, evidence, location, samples, samplesTotal }, hasOwnFix) {
  const evidenceLines = formatEvidence(evidence).map(({ label, value }) => fillMarkdown`${label}: ${value}`);
  const [sample] = samples;
  const place = location === void 0 ? sample : formatLocation(location);
  const others = samplesTotal > 1 ? fillMarkdown`<br>${formatQuantity(samplesTotal, "sample")}` : emptyMarkup;
  const where = place === void 0 ? emptyMarkup : fillMarkdown`<code>${shortenMiddle(place, 200)}</code>${others}`;
  const advice = hasOwnFix && fix !== "" ? fillMarkdown`<br><em>${renderAdvice(fix, maxSentence)}</em>` : emptyMarkup;
  return [
    fillMarkdown`${shortenMiddle(message, maxSentence)}${advice}`,
    joinMarkup(evidenceLines, "<br>"),
    where
  ];
}
function planAccepted({ checks }) {
  const accepted = checks.flatMap(
    (check) => check.accepted.map((finding) => ({ check: check.id, ...finding }))
  );
  if (accepted.length === 0) return [];
  const title = fillMarkdown`${formatQuantity(accepted.length, "finding")} accepted by the config`;
  const columns = ["Check", "Finding", "Reason"].map((word) => ({
    title: fillMarkdown`${word}`,
    align: "left"
  }));
  return [
    {
      name: "the accepted findings",
      priority: priorities.quiet,
      sizes: sizesUpTo(accepted.length),
      render: (count) => {
        const rows = accepted.slice(0, count).map(({ check, message, accepted: { reason, until } }) => {
          const end = until === void 0 ? emptyMarkup : fillMarkdown` (until ${shortenMiddle(until, 20)})`;
          return [
            fillMarkdown`<code>${shortenMiddle(check, 100)}</code>`,
            fillMarkdown`${shortenMiddle(message, maxSentence)}`,
            fillMarkdown`${shortenMiddle(reason, maxSentence)}${end}`
          ];
        });
        const table = tabulate(columns, rows);
        return fold(title, joinMarkup([table, ...noteHidden(accepted.length - rows.length)], "\n\n"));
      }
    }
  ];
}
function noteHidden(hidden) {
  return hidden > 0 ? [fillMarkdown`… and ${formatCount(hidden)} more, all in the JSON report.`] : [];
}

// src/report/markdown-counts.ts
function planCounts(report) {
  return [
    {
      name: "the dataset’s counts",
      priority: priorities.counts,
      sizes: [100, 10],
      render: (names) => renderCounts2(report, names)
    }
  ];
}
function renderCounts2({ dataset, change }, maxNames) {
  const { counts, targetDomain } = dataset;
  const share = formatShare(counts.labelled, counts.samples);
  const table = tabulate(
    [
      { title: fillMarkdown`Samples`, align: "right" },
      { title: fillMarkdown`Labelled`, align: "right" },
      { title: fillMarkdown`Subjects`, align: "right" },
      { title: fillMarkdown`Splits`, align: "left" },
      { title: fillMarkdown`Domains`, align: "left" }
    ],
    [
      [
        fillMarkdown`${formatCount(counts.samples)}`,
        fillMarkdown`${formatCount(counts.labelled)}${share === void 0 ? emptyMarkup : fillMarkdown` (${share})`}`,
        fillMarkdown`${formatCount(counts.subjects)}`,
        listNames2(listSplits(dataset), maxNames),
        listNames2(listDomains(dataset), maxNames, targetDomain)
      ]
    ]
  );
  return change ? joinBlocks([fillMarkdown`### The dataset now`, table]) : table;
}
function listNames2(counts, maxNames, target) {
  const shown = counts.slice(0, maxNames).map(({ name, count }) => {
    const mark = name === target ? fillMarkdown` (target)` : emptyMarkup;
    return fillMarkdown`${shortenMiddle(name, 60)} ${formatCount(count)}${mark}`;
  });
  const hidden = counts.length - shown.length;
  return joinMarkup([...shown, ...hidden > 0 ? [fillMarkdown`… ${formatCount(hidden)} more`] : []], "<br>");
}
function planClosing(report) {
  const counts = countFindings(report);
  const found = ["error", "warning", "info"].map(
    (severity) => countSeverity(counts[severity], severity)
  );
  const tool = shortenMiddle(report.tool.version, 40);
  return [
    {
      name: "the closing line",
      priority: priorities.checks,
      render: () => fillMarkdown`<sub>${found.join(", ")} in ${describeChecks(report)} · holdout ${tool}</sub>`
    }
  ];
}

// src/report/markdown-head.ts
function planHead(report) {
  const { dataset, verdict } = report;
  const icon = icons[verdictTones[verdict.level]];
  const title = fillMarkdown`## ${icon} ${verdictWords[verdict.level].title}: ${shortenMiddle(dataset.name, 100)}`;
  return [
    {
      name: "the heading",
      priority: priorities.head,
      sizes: [maxSentence, 120, 40],
      // A backslash ends the line in a comment and in a file alike.
      render: (length) => fillMarkdown`${title}\n${describeNews(report)}\\\n${describeTask(report, length)}`
    }
  ];
}
function describeNews(report) {
  const change = summarizeChange(report);
  if (change !== void 0)
    return fillMarkdown`**${shortenMiddle(change, maxSentence)}** ${verdictWords[report.verdict.level].sentence}`;
  const counts = countFindings(report);
  const found = ["error", "warning", "info"].filter((severity) => counts[severity] > 0).map((severity) => countSeverity(counts[severity], severity));
  const words = found.length === 0 ? "nothing" : found.join(", ");
  return fillMarkdown`**Found:** ${words}. ${verdictWords[report.verdict.level].sentence}`;
}
function describeTask(report, maxLength) {
  const [first, ...others] = listTasks(report);
  if (first === void 0) return fillMarkdown`**What to do:** nothing.`;
  const more = others.length === 0 ? emptyMarkup : fillMarkdown` Then ${formatQuantity(others.length, "more thing")}, below.`;
  return fillMarkdown`**What to do:** ${renderAdvice(first, maxLength)}${more}`;
}
function listTasks(report) {
  const lifts = report.verdict.reasons.flatMap(({ lift }) => lift ?? []);
  if (lifts.length > 0) return lifts;
  return groupChecks(report).failing.flatMap(({ status, id, findings }) => {
    if (status === "errored") return [`Find out why ${id} did not finish.`];
    return findings[0] !== void 0 && findings[0].fix !== "" ? [findings[0].fix] : [];
  });
}
function planReasons({ verdict: { reasons } }) {
  if (reasons.length === 0) return [];
  return [
    {
      name: "reasons",
      priority: priorities.reasons,
      sizes: [100, 30, 10, 3],
      render: (count) => listReasons(reasons, count)
    }
  ];
}
function listReasons(reasons, count) {
  const lines = reasons.slice(0, count).map(({ level, text, check, lift }) => {
    const icon = icons[verdictTones[level]];
    const advice = lift === void 0 ? emptyMarkup : fillMarkdown`<br><em>${renderAdvice(lift, maxSentence)}</em>`;
    return fillMarkdown`- ${icon} ${shortenMiddle(text, maxSentence)} (<code>${shortenMiddle(check, 100)}</code>)${advice}`;
  });
  const hidden = reasons.length - lines.length;
  const more = hidden > 0 ? [fillMarkdown`- … and ${formatQuantity(hidden, "more reason")}`] : [];
  return joinMarkup([...lines, ...more], "\n");
}
function planWhenToStop({ verdict: { whenToStop } }) {
  if (whenToStop === void 0) return [];
  return [
    {
      name: "when to stop",
      priority: priorities.reasons,
      render: () => fillMarkdown`**When to stop:** ${shortenMiddle(whenToStop, maxSentence)}`
    }
  ];
}

// src/report/markdown.ts
var maxMarkdownCharacters = 6e4;
var minMarkdownBytes = 4e3;
var plans = [
  planHead,
  planReasons,
  planWhenToStop,
  planChange,
  planCounts,
  planCheckTable,
  planCharts,
  planFindings,
  planBaseline,
  planQuietChecks,
  planAccepted,
  planClosing
];
function renderMarkdown(report, options = {}) {
  const { maxBytes = Infinity } = options;
  if (maxBytes < minMarkdownBytes)
    throw new RangeError(`A report in Markdown needs ${minMarkdownBytes} bytes, not ${maxBytes}.`);
  return packSections(
    plans.flatMap((plan) => plan(report, options)),
    { characters: maxMarkdownCharacters, bytes: maxBytes }
  );
}

// src/model/change.ts
var maxChangesListed = 100;
function listFirst(items) {
  return { items: items.slice(0, maxChangesListed), total: items.length };
}

export {
  nameBase,
  summarizeChange,
  isTrainToTest,
  listSeverities,
  listKinds,
  describeMove,
  describeGrade,
  describeConsequences,
  listCounts,
  listNewFindings,
  listSplits,
  listDomains,
  formatEvidence,
  minMarkdownBytes,
  renderMarkdown,
  maxChangesListed,
  listFirst
};
