import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  toneOf
} from "./chunk-2AZO6JV5.js";
import {
  Markup,
  emptyMarkup,
  fillMarkdown,
  fillMermaid,
  joinMarkup
} from "./chunk-25A5ZPMJ.js";
import {
  followPath
} from "./chunk-EBBUZ6PO.js";
import {
  formatCount,
  formatQuantity
} from "./chunk-PSSVJEVV.js";
import {
  shortenMiddle
} from "./chunk-4G4S7EEN.js";

// src/report/markdown-budget.ts
var separator = "\n\n";
var noteBytes = 600;
function packSections(sections, budget) {
  const packed = /* @__PURE__ */ new Map();
  let left = { characters: budget.characters - noteBytes, bytes: budget.bytes - noteBytes };
  for (const equals of groupByPriority(sections)) {
    equals.forEach((section, index) => {
      const fitting = findFitting(section, divide(left, equals.length - index));
      if (!fitting) return;
      packed.set(section, fitting);
      left = subtract(left, measure(fitting.text));
    });
  }
  const texts = sections.flatMap((section) => packed.get(section)?.text ?? []);
  return `${[...texts, ...describeLeftOut(sections, packed)].join(separator)}
`;
}
function groupByPriority(sections) {
  const numbers2 = [...new Set(sections.map(({ priority }) => priority))].sort((a, b) => a - b);
  return numbers2.map((number) => sections.filter(({ priority }) => priority === number));
}
function findFitting({ sizes = [0], render }, room) {
  for (const size of sizes) {
    const { text: text2 } = render(size);
    const need = measure(text2);
    if (need.bytes <= room.bytes && need.characters <= room.characters) return { text: text2, size };
  }
  return void 0;
}
function describeLeftOut(sections, packed) {
  const names = sections.filter((section) => !packed.has(section)).map(({ name }) => name);
  const listed = [...new Set(names)].map((name) => {
    const count = names.filter((other) => other === name).length;
    return count === 1 ? name : `${name} (${formatCount(count)} times)`;
  });
  const total = sections.reduce((sum, { findings = 0 }) => sum + findings, 0);
  const shown = sections.reduce((sum, section) => {
    return sum + Math.min(section.findings ?? 0, packed.get(section)?.size ?? 0);
  }, 0);
  const hidden = total - shown;
  if (listed.length === 0 && hidden === 0) return [];
  const parts = [
    ...hidden > 0 ? [`${formatCount(hidden)} of ${formatQuantity(total, "finding")}`] : [],
    ...listed
  ];
  return [
    fillMarkdown`<sub>Left out to keep within the size that GitHub shows: ${parts.join(", ")}. The JSON report holds everything.</sub>`.text
  ];
}
function measure(text2) {
  return {
    characters: text2.length + separator.length,
    bytes: new TextEncoder().encode(text2).length + separator.length
  };
}
function divide({ characters, bytes }, parts) {
  return { characters: characters / parts, bytes: bytes / parts };
}
function subtract(from, part) {
  return { characters: from.characters - part.characters, bytes: from.bytes - part.bytes };
}

// src/report/advice.ts
function splitAdvice(advice) {
  return advice.split(/`([^`]+)`/u).map((text2, place) => ({ text: text2, isCommand: place % 2 === 1 })).filter(({ text: text2 }) => text2 !== "");
}

// src/report/markdown-parts.ts
var maxSentence = 600;
var icons = {
  error: new Markup("❌"),
  warning: new Markup("⚠️"),
  info: new Markup("ℹ️"),
  passed: new Markup("✅"),
  skipped: new Markup("⚪")
};
function fold(title, body, isOpen = false) {
  const tag = isOpen ? fillMarkdown`<details open>` : fillMarkdown`<details>`;
  return fillMarkdown`${tag}\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
}
function renderAdvice(advice, maxLength) {
  const parts = splitAdvice(shortenMiddle(advice, maxLength));
  return joinMarkup(
    parts.map(
      ({ text: text2, isCommand }) => isCommand ? fillMarkdown`<code>${text2}</code>` : fillMarkdown`${text2}`
    ),
    ""
  );
}
var rules = {
  left: fillMarkdown`:--`,
  right: fillMarkdown`--:`,
  center: fillMarkdown`:-:`
};
function tabulate(columns, rows) {
  const isUsed = columns.map((_, at) => rows.some((cells) => (cells[at]?.text ?? "") !== ""));
  const keepUsed = (all) => all.filter((_, at) => isUsed[at]);
  const line = (cells) => fillMarkdown`| ${joinMarkup(cells, " | ")} |`;
  const rule = columns.map(({ align }) => rules[align]);
  const lines = [columns.map(({ title }) => title), rule, ...rows];
  return joinMarkup(
    lines.map((cells) => line(keepUsed(cells))),
    "\n"
  );
}
function joinBlocks(blocks) {
  return joinMarkup(
    blocks.filter(({ text: text2 }) => text2 !== ""),
    "\n\n"
  );
}

// src/report/markdown-section.ts
var priorities = {
  head: 0,
  reasons: 1,
  change: 2,
  checks: 3,
  counts: 4,
  errors: 5,
  baseline: 6,
  pictures: 7,
  charts: 8,
  warnings: 9,
  notes: 10,
  quiet: 11
};

// src/report/baseline-figures.ts
var baselineCheck = "baseline/smoke";
function readBaselineFigures(report) {
  const check = report.checks.find(({ id }) => id === baselineCheck);
  const stages = followPath(check?.measurements, ["stages"]);
  if (check === void 0 || typeof stages !== "object" || stages === null) return void 0;
  const at = (...path) => followPath(check.measurements, path);
  const rows = (name) => list(at("stages", "score", name)).flatMap(readScore);
  const overall = readScore(at("stages", "score", "overall"))[0];
  const leak = readLeak(at("stages", "leak"));
  const learning = readStage(at("stages", "learning"));
  const [overfit, shuffled] = ["overfit", "shuffled"].map((name) => readStage(at("stages", name)));
  const curve = list(at("curves")).find((one) => followPath(one, ["stage"]) === "learning");
  return {
    task: text(at("task")),
    ...overfit && { overfit },
    ...shuffled && { shuffled },
    ...learning && { learning: { ...learning, split: text(at("stages", "learning", "split")) } },
    ...overall && { overall },
    splits: rows("splits"),
    domains: rows("domains"),
    classes: rows("classes"),
    subjects: list(at("stages", "score", "subjects")).flatMap(readSubject),
    ...leak && { leak },
    curve: {
      steps: list(followPath(curve, ["steps"])).filter(isNumber),
      losses: list(followPath(curve, ["losses"])).filter(isNumber)
    },
    notes: list(at("notes")).filter((note) => typeof note === "string"),
    circumstances: describeCircumstances(at)
  };
}
function readStage(stage) {
  const [firstLoss, lastLoss] = ["firstLoss", "lastLoss"].map((name) => followPath(stage, [name]));
  if (!isNumber(firstLoss) || !isNumber(lastLoss)) return void 0;
  return { firstLoss, lastLoss, ...numbers(stage, { score: "score", trivialScore: "trivialScore" }) };
}
function readScore(row) {
  const [images, subjects] = ["images", "subjects"].map((name) => followPath(row, [name]));
  if (!isNumber(images)) return [];
  return [
    {
      name: text(followPath(row, ["name"])),
      ...numbers(row, { score: "score" }),
      images,
      subjects: isNumber(subjects) ? subjects : 1,
      ...readInterval(row)
    }
  ];
}
function readInterval(row) {
  const [low, high] = ["low", "high"].map((name) => followPath(row, ["interval", name]));
  if (!isNumber(low) || !isNumber(high)) return {};
  return { interval: { low, high, method: text(followPath(row, ["interval", "method"])) } };
}
function readSubject(row) {
  const domain = text(followPath(row, ["domain"]));
  const split = text(followPath(row, ["split"]));
  return readScore(row).map((score) => ({ ...score, split, ...domain !== "" && { domain } }));
}
function readLeak(leak) {
  if (typeof leak !== "object" || leak === null) return void 0;
  const paired = followPath(leak, ["paired"]);
  const images = followPath(paired, ["images"]);
  return {
    split: text(followPath(leak, ["split"])),
    ...numbers(leak, { declared: "declaredScore", clean: "cleanScore" }),
    ...isNumber(images) && {
      paired: { images, ...numbers(paired, pairedNumbers), ...readInterval(paired) }
    }
  };
}
var pairedNumbers = {
  seen: "seenScore",
  unseen: "unseenScore",
  trainingImages: "trainingImages",
  unseenTrainingImages: "unseenTrainingImages"
};
function describeCircumstances(at) {
  const number = (unit, digits, ...path) => {
    const value = at(...path);
    return isNumber(value) ? `${value.toFixed(digits)} ${unit}` : "";
  };
  const settings = Object.entries(settingWords).flatMap(([name, describe]) => {
    const value = at("settings", name);
    return isNumber(value) ? [describe(value)] : [];
  });
  const memory = at("resources", "peakMemoryBytes");
  const version = (name) => {
    const found = text(at("environment", "packages", name));
    return found === "" ? "" : `${name} ${found}`;
  };
  return [
    text(at("model", "name")),
    ...settings,
    [text(at("environment", "device")), text(at("environment", "deviceName"))].filter((part, index, all) => part !== "" && all.indexOf(part) === index).join(" "),
    text(at("environment", "precision")),
    number("seconds", 0, "resources", "seconds"),
    number("images a second", 1, "resources", "imagesPerSecond"),
    isNumber(memory) ? `${(memory / 2 ** 30).toFixed(1)} GiB of GPU memory` : "",
    version("torch"),
    version("monai")
  ].filter((phrase) => phrase !== "");
}
var settingWords = {
  steps: (value) => `${value} steps`,
  batchSize: (value) => `batches of ${value}`,
  imageSize: (value) => `${value} pixels a side`,
  seed: (value) => `seed ${value}`
};
function numbers(value, names) {
  const found = Object.entries(names).flatMap(([name, source]) => {
    const number = followPath(value, [source]);
    return isNumber(number) ? [[name, number]] : [];
  });
  return Object.fromEntries(found);
}
function list(value) {
  return Array.isArray(value) ? value : [];
}
function text(value) {
  return typeof value === "string" ? value : "";
}
function isNumber(value) {
  return typeof value === "number" && Number.isFinite(value);
}

// src/report/mermaid.ts
var maxSlices = 8;
var maxLabel = 24;
var maxAxisTitle = 60;
var otherColor = "#999999";
var plotSize = { width: 720, height: 320 };
var categoryHeight = 26;
function drawPie(slices) {
  const sorted = [...slices].filter(({ value }) => value > 0).sort((a, b) => b.value - a.value);
  if (sorted.length < 2) return void 0;
  const few = sorted.length <= maxSlices ? sorted : mergeSmallest(sorted);
  const labels = nameApart(few.map(({ label }) => label));
  const colors = few.map(({ color }, index) => [`pie${index + 1}`, color]);
  const lines = few.map(
    ({ value }, index) => fillMermaid`  "${labels[index] ?? ""}" : ${writeNumber(value)}`
  );
  return fence([
    configure({ themeVariables: { ...Object.fromEntries(colors), pieOpacity: "1" } }),
    fillMermaid`pie showData`,
    ...lines
  ]);
}
function mergeSmallest(sorted) {
  const rest = sorted.slice(maxSlices - 1);
  const value = rest.reduce((sum, slice) => sum + slice.value, 0);
  return [...sorted.slice(0, maxSlices - 1), { label: `${rest.length} others`, value, color: otherColor }];
}
function drawBars(categories, series, words) {
  if (categories.length < 2) return void 0;
  const labels = nameApart(categories).map((label) => fillMermaid`"${label}"`);
  const height = 90 + categoryHeight * categories.length;
  return drawPlot(fillMermaid`xychart-beta horizontal`, fillMermaid`[${joinMarkup(labels, ", ")}]`, height, {
    series,
    words
  });
}
function drawLines([low, high], series, words) {
  if (!(low < high) || series.length === 0 || series.some(({ values }) => values.length < 2))
    return void 0;
  const axis = fillMermaid`${writeNumber(low)} --> ${writeNumber(high)}`;
  return drawPlot(fillMermaid`xychart-beta`, axis, plotSize.height, { series, words });
}
function drawPlot(head, axis, height, { series, words }) {
  const highest = Math.max(...series.flatMap(({ values }) => values), 0);
  const lowest = Math.min(...series.flatMap(({ values }) => values), 0);
  const colors = series.map(({ color }) => color).join(", ");
  return fence([
    configure({
      xyChart: { width: plotSize.width, height },
      themeVariables: { xyChart: { backgroundColor: "transparent", plotColorPalette: colors } }
    }),
    head,
    fillMermaid`  x-axis "${shortenMiddle(words.x, maxAxisTitle)}" ${axis}`,
    fillMermaid`  y-axis "${shortenMiddle(words.y, maxAxisTitle)}" ${writeNumber(lowest)} --> ${writeNumber(highest === lowest ? lowest + 1 : highest)}`,
    ...series.map(({ mark, values }) => {
      const numbers2 = joinMarkup(values.map(writeNumber), ", ");
      return mark === "bar" ? fillMermaid`  bar [${numbers2}]` : fillMermaid`  line [${numbers2}]`;
    })
  ]);
}
function nameApart(labels) {
  const taken = /* @__PURE__ */ new Set();
  return labels.map((label) => {
    const shown = fillMermaid`${shortenMiddle(label, maxLabel)}`.text.trim() || "(empty)";
    let name = shown;
    for (let number = 2; taken.has(name); number++) name = `${shown} (${number})`;
    taken.add(name);
    return name;
  });
}
function writeNumber(value) {
  const rounded = Number(value.toPrecision(5));
  return fillMermaid`${Math.abs(rounded) < 1e-6 ? 0 : rounded}`;
}
function configure(settings) {
  return new Markup(`%%{init: ${JSON.stringify(settings)}}%%`);
}
function fence(lines) {
  return joinMarkup([fillMermaid`\`\`\`mermaid`, ...lines, fillMermaid`\`\`\``], "\n");
}

// src/report/markdown-baseline.ts
var maxNameLength = 60;
var maxNoteLength = 300;
var rowSteps = [100, 30, 10];
var mostNotes = 10;
var maxCurvePoints = 40;
var curveColor = "#8250df";
var drawnPlaces = 31;
var shares = [
  "scores",
  "beside",
  "leak",
  "stages",
  "notes",
  "classes",
  "subjects",
  "curve",
  "run"
];
function planBaseline(report) {
  const check = report.checks.find(({ id }) => id === baselineCheck);
  const figures = planBaselineFigures(report, []);
  if (!check || figures.length === 0) return [];
  const heading = fillMarkdown`### ${icons[toneOf(check)]} Baseline: ${shortenMiddle(check.summary, maxSentence)}`;
  return [...planOne("scores", "the baseline’s heading", heading), ...figures];
}
function planBaselineFigures(report, beside) {
  const figures = readBaselineFigures(report);
  if (!figures) return [...beside];
  const { targetDomain } = report.dataset;
  const main = [figures.overall ?? [], figures.splits, figures.domains].flat();
  return [
    ...planRows(
      "scores",
      "the baseline’s scores",
      main,
      (rows) => renderRows("Scored on", rows, figures, (row) => nameRow(row, targetDomain))
    ),
    ...beside.map((section) => ({ ...section, priority: rank("beside") })),
    ...planOne("curve", "the baseline’s curve", renderCurve(figures)),
    ...planOne("leak", "the baseline’s price of leakage", figures.leak && renderLeak(figures.leak, figures)),
    ...planRows(
      "classes",
      "the baseline’s scores by class",
      figures.classes,
      (rows) => fold(
        fillMarkdown`Score by class`,
        renderRows("Class", rows, figures, (row) => nameRow(row))
      )
    ),
    ...planRows(
      "subjects",
      "the baseline’s scores by subject",
      figures.subjects,
      (rows) => fold(fillMarkdown`Score by subject`, renderSubjects(rows, figures))
    ),
    ...planOne("stages", "the baseline’s stages", renderStages(figures)),
    ...planOne("notes", "the baseline’s notes", renderNotes(figures)),
    ...planOne("run", "where the baseline ran", renderCircumstances(figures))
  ];
}
function planOne(share, name, markup) {
  return markup === void 0 ? [] : [{ name, priority: rank(share), render: () => markup }];
}
function rank(share) {
  return priorities.baseline + shares.indexOf(share) / shares.length;
}
function planRows(share, name, rows, render) {
  if (rows.length === 0) return [];
  return [
    {
      name,
      priority: rank(share),
      sizes: [...new Set(rowSteps.map((step) => Math.min(step, rows.length)))],
      render: (count) => {
        const hidden = rows.length - count;
        const more = hidden > 0 ? fillMarkdown`\n\n… and ${formatCount(hidden)} more.` : emptyMarkup;
        return fillMarkdown`${render(rows.slice(0, count))}${more}`;
      }
    }
  ];
}
function renderRows(title, rows, { task }, nameOf) {
  return fillMarkdown`| ${title} | ${nameScore(task)} | 0 to 1 | 95 % interval | Images | Subjects |
| :-- | --: | :-: | :-- | --: | --: |
${joinMarkup(
    rows.map((row) => renderRow(row, nameOf(row))),
    "\n"
  )}`;
}
function renderInterval({ low, high, method }, format) {
  return fillMarkdown`${format(low)} to ${format(high)} (${shortenMiddle(method, maxNameLength)})`;
}
function renderSubjects(rows, { task }) {
  const lines = rows.map(
    (row) => fillMarkdown`| ${nameSubject(row)} | ${formatScore(row.score)} | ${drawScore(row)} | ${formatCount(row.images)} |`
  );
  return fillMarkdown`| Subject | ${nameScore(task)} | 0 to 1 | Images |
| :-- | --: | :-: | --: |
${joinMarkup(lines, "\n")}`;
}
function renderRow(row, name) {
  const { score, interval, images, subjects } = row;
  const range = interval ? renderInterval(interval, formatScore) : emptyMarkup;
  return fillMarkdown`| ${name} | ${formatScore(score)} | ${drawScore(row)} | ${range} | ${formatCount(images)} | ${formatCount(subjects)} |`;
}
function nameRow({ name }, target) {
  const mark = target !== void 0 && name === target ? " (target)" : "";
  return fillMarkdown`${shortenMiddle(name, maxNameLength)}${mark}`;
}
function nameSubject({ name, split, domain }) {
  const place = [domain, split].filter((part) => part !== void 0 && part !== "").join(", ");
  return fillMarkdown`${shortenMiddle(name, maxNameLength)} (${shortenMiddle(place, maxNameLength)})`;
}
function drawScore({ score, interval }) {
  return score === void 0 ? emptyMarkup : fillMarkdown`<code>${drawInterval(score, interval)}</code>`;
}
function drawInterval(score, interval) {
  const placeOf = (value) => Math.round(Math.min(1, Math.max(0, value)) * (drawnPlaces - 1));
  const [at, low, high] = [score, interval?.low ?? score, interval?.high ?? score].map(placeOf);
  return Array.from({ length: drawnPlaces }, (_, place) => {
    if (place === at) return "●";
    if (low === void 0 || high === void 0 || place < low || place > high) return "·";
    return place === low ? "├" : place === high ? "┤" : "─";
  }).join("");
}
function renderCurve({ curve: { steps, losses } }) {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === void 0 || last === void 0) return void 0;
  const values = thin(losses, maxCurvePoints);
  return drawLines([first, last], [{ mark: "line", color: curveColor, values }], { x: "step", y: "loss" });
}
function thin(values, most) {
  const count = Math.min(most, values.length);
  return Array.from({ length: count }, (_, index) => {
    const part = values.slice(
      Math.floor(index * values.length / count),
      Math.floor((index + 1) * values.length / count)
    );
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
}
function renderLeak({ split, declared, clean, paired }, { task }) {
  const row = (name, withLeak, without, interval) => {
    const isKnown = withLeak !== void 0 && without !== void 0;
    const price = isKnown ? formatDifference(withLeak - without) : "–";
    const range = isKnown && interval ? renderInterval(interval, formatDifference) : emptyMarkup;
    return fillMarkdown`| ${name} | ${formatScore(withLeak)} | ${formatScore(without)} | ${price} | ${range} |`;
  };
  const rows = [row(fillMarkdown`${shortenMiddle(split, maxNameLength)}, as declared`, declared, clean)];
  if (paired)
    rows.unshift(
      row(
        fillMarkdown`the ${formatCount(paired.images)} leaking images`,
        paired.seen,
        paired.unseen,
        paired.interval
      )
    );
  const score = nameScore(task);
  const table = fillMarkdown`| Leak | ${score} with it | ${score} without | Inflation | 95 % interval |
| :-- | --: | --: | --: | :-- |
${joinMarkup(rows, "\n")}`;
  const { trainingImages, unseenTrainingImages } = paired ?? {};
  if (trainingImages === void 0 || unseenTrainingImages === void 0) return table;
  return fillMarkdown`${table}

Without what the leaking images belong to, ${formatCount(unseenTrainingImages)} of ${formatCount(trainingImages)} training images are left to learn from, which is part of the inflation.`;
}
function renderStages({ overfit, shuffled, learning, task }) {
  const row = (name, stage) => stage ? [
    fillMarkdown`| ${name} | ${stage.firstLoss.toFixed(3)} | ${stage.lastLoss.toFixed(3)} | ${formatScore(stage.score)} | ${formatScore(stage.trivialScore)} |`
  ] : [];
  const scored = learning && learning.split !== "" ? `, scored on ${learning.split}` : "";
  const rows = [
    row(fillMarkdown`one batch, by heart`, overfit),
    row(fillMarkdown`shuffled labels`, shuffled),
    row(fillMarkdown`learning${shortenMiddle(scored, maxNameLength)}`, learning)
  ].flat();
  if (rows.length === 0) return void 0;
  const table = fillMarkdown`| Stage | Loss, first | Loss, last | ${nameScore(task)} | Trivial predictor |
| :-- | --: | --: | --: | --: |
${joinMarkup(rows, "\n")}`;
  return fold(fillMarkdown`Stages`, table);
}
function renderNotes({ notes }) {
  if (notes.length === 0) return void 0;
  const lines = notes.slice(0, mostNotes).map((note) => fillMarkdown`- ${shortenMiddle(note, maxNoteLength)}`);
  return joinMarkup(lines, "\n");
}
function renderCircumstances({ circumstances }) {
  if (circumstances.length === 0) return void 0;
  const phrases = circumstances.map((phrase) => shortenMiddle(phrase, maxNameLength));
  return fillMarkdown`<sub>${phrases.join(" · ")}</sub>`;
}
function nameScore(task) {
  return task === "segmentation" ? "Dice" : "Score";
}
function formatScore(score) {
  return score === void 0 ? "–" : score.toFixed(3);
}
function formatDifference(difference) {
  return `${difference > 0 ? "+" : ""}${difference.toFixed(3)}`;
}

export {
  splitAdvice,
  packSections,
  maxSentence,
  icons,
  fold,
  renderAdvice,
  tabulate,
  joinBlocks,
  priorities,
  baselineCheck,
  drawPie,
  drawBars,
  drawLines,
  planBaseline,
  planBaselineFigures
};
