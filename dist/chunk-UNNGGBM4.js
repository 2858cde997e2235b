import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  bands,
  bars,
  groupedBars,
  intervals,
  lines,
  markedBars,
  matrix,
  points,
  toSpec
} from "./chunk-3QKDMRWW.js";
import {
  isObject
} from "./chunk-3GYANS6R.js";
import {
  compareSplits,
  compareText,
  findWaiver,
  isLabelled,
  judgeWaivers,
  waiverCheck
} from "./chunk-4OAUCKAS.js";
import {
  formatCount,
  formatGreyLevels,
  formatNumber,
  formatQuantity,
  formatShare
} from "./chunk-PSSVJEVV.js";
import {
  maxFindingsPerCheck,
  maxSamplesPerFinding,
  reportBounds,
  reportSchemaVersion
} from "./chunk-XPBF2K5R.js";
import {
  shortenMiddle
} from "./chunk-4G4S7EEN.js";

// src/charts/measured.ts
function measurementsOf({ checks }, id) {
  return checks.find((check7) => check7.id === id)?.measurements ?? {};
}
function objectIn(value, key) {
  const found = isObject(value) ? value[key] : void 0;
  return isObject(found) ? found : {};
}
function listIn(value, key) {
  const found = isObject(value) ? value[key] : void 0;
  return Array.isArray(found) ? found.filter((one) => isObject(one)) : [];
}
function numberIn(value, key) {
  const found = isObject(value) ? value[key] : void 0;
  return typeof found === "number" ? found : 0;
}
function textIn(value, key) {
  const found = isObject(value) ? value[key] : void 0;
  return typeof found === "string" ? found : void 0;
}

// src/charts/baseline.ts
var check = "baseline/smoke";
var maxPoints = 200;
var maxDomains = 12;
var maxSubjects = 30;
var scoreAxis = "score (0–1)";
function drawCurves(measured) {
  const measurements = measurementsOf(measured, check);
  const curves = listIn(measurements, "curves").flatMap((curve) => {
    const stage = textIn(curve, "stage");
    const points2 = thin(numbersIn(curve, "steps"), numbersIn(curve, "losses"));
    return stage === void 0 || points2.length < 2 ? [] : [{ stage, points: points2 }];
  });
  if (curves.length === 0) return void 0;
  const learning = objectIn(objectIn(measurements, "stages"), "learning");
  const words = curves.map(({ stage, points: points2 }) => {
    const [first, last] = [points2[0], points2.at(-1)];
    return `${stage}: from ${formatNumber(first?.value ?? 0)} to ${formatNumber(last?.value ?? 0)} in ${formatCount(last?.step ?? 0)} steps`;
  });
  return {
    id: "baseline-curves",
    check,
    title: "lastLoss" in learning ? `The loss of training goes from ${formatNumber(numberIn(learning, "firstLoss"))} to ${formatNumber(numberIn(learning, "lastLoss"))} in ${formatQuantity(numberIn(learning, "steps"), "step")}` : `The loss of ${formatQuantity(curves.length, "stage")} of the baseline`,
    subtitle: `Loss by step and stage; ${formatQuantity(curves.length, "stage")}`,
    alternative: `${words.join(". ")}.`,
    kind: "lines",
    data: lines.dataOf({
      x: "step",
      y: "loss",
      values: curves.flatMap(({ stage, points: points2 }) => points2.map((point) => ({ series: stage, ...point })))
    })
  };
}
function drawScores(measured) {
  const score = scoreOf(measured);
  const overall = objectIn(score, "overall");
  const domains = readScores(score, "domains").slice(0, maxDomains);
  const rows = [
    ...typeof overall["score"] === "number" ? [{ ...overall, name: "held out", group: "all" }] : [],
    ...readScores(score, "splits").map((row) => ({ ...row, group: "split" })),
    ...domains.map((row) => ({ ...row, group: "domain" }))
  ];
  if (rows.length === 0) return void 0;
  const images = numberIn(overall, "images");
  const byDomain = domains.map((row) => `${showScore(row)} in ${row.name}`);
  return {
    id: "baseline-scores",
    check,
    title: byDomain.length === 2 ? `The baseline scores ${byDomain.join(" and ")}` : `The baseline scores ${showScore(overall)} on ${formatQuantity(images, "held-out image")}`,
    subtitle: `Mean over subjects with its 95 % interval; n = ${formatQuantity(images, "image")} of ${formatQuantity(numberIn(overall, "subjects"), "subject")}`,
    alternative: `${rows.map((row) => `${row.name} ${showScore(row)}`).join(", ")}.`,
    kind: "intervals",
    data: intervals.dataOf({
      x: scoreAxis,
      values: rows.map((row) => {
        const interval = objectIn(row, "interval");
        return {
          row: row.name,
          group: row.group,
          value: numberIn(row, "score"),
          low: "low" in interval ? numberIn(interval, "low") : null,
          high: "high" in interval ? numberIn(interval, "high") : null
        };
      })
    })
  };
}
function drawSubjectScores(measured) {
  const subjects = readScores(scoreOf(measured), "subjects").sort(
    (a, b) => numberIn(a, "score") - numberIn(b, "score") || compareText(a.name, b.name)
  );
  const [worst] = subjects;
  const best = subjects.at(-1);
  if (!worst || !best || subjects.length < 2) return void 0;
  const shown = subjects.slice(0, maxSubjects);
  const nameOf = (row) => `${row.name} · ${textIn(row, "split") ?? ""}`;
  return {
    id: "baseline-subjects",
    check,
    title: `The worst subject scores ${showScore(worst)}, the best ${showScore(best)}`,
    subtitle: `Mean over the images of each subject; ${formatCount(shown.length)} of ${formatQuantity(subjects.length, "subject")}, the worst first`,
    alternative: `${shown.map((row) => `${nameOf(row)} ${showScore(row)}`).join(", ")}.`,
    kind: "intervals",
    data: intervals.dataOf({
      x: scoreAxis,
      values: shown.map((row) => ({
        row: nameOf(row),
        group: textIn(row, "domain") ?? "all",
        value: numberIn(row, "score"),
        low: null,
        high: null
      }))
    })
  };
}
function scoreOf(measured) {
  return objectIn(objectIn(measurementsOf(measured, check), "stages"), "score");
}
function showScore(row) {
  return formatNumber(Math.round(1e3 * numberIn(row, "score")) / 1e3);
}
function readScores(score, key) {
  return listIn(score, key).flatMap((row) => {
    const name = textIn(row, "name");
    return name === void 0 || typeof row["score"] !== "number" ? [] : [{ ...row, name }];
  });
}
function thin(steps, values) {
  const length = Math.min(steps.length, values.length);
  const count = Math.min(length, maxPoints);
  return Array.from({ length: count }, (_, index) => {
    const at = count === 1 ? 0 : Math.round(index * (length - 1) / (count - 1));
    return { step: steps[at] ?? 0, value: values[at] ?? 0 };
  });
}
function numbersIn(value, key) {
  const list = value[key];
  return Array.isArray(list) ? list.filter((one) => typeof one === "number") : [];
}

// src/charts/class-balance.ts
var check2 = "classes/balance";
var maxClasses = 20;
function drawClassBalance(measured) {
  const measurements = measurementsOf(measured, check2);
  const classes = objectIn(measurements, "classes");
  const names = Object.keys(classes).sort((a, b) => numberIn(classes[b], "share") - numberIn(classes[a], "share")).slice(0, maxClasses);
  const [most, least] = [names[0], names.at(-1)];
  if (most === void 0 || least === void 0 || names.length < 2) return void 0;
  const splits = objectIn(measurements, "splits");
  const splitNames = Object.keys(splits).sort(compareSplits);
  const ofPixels = names.some((name) => numberIn(classes[name], "pixels") > 0);
  const unit = ofPixels ? "labelled pixels" : "labelled samples";
  const shareOf = (name, split) => numberIn(objectIn(splits[split], name), "share");
  const groups = splitNames.length > 0 ? splitNames : ["all"];
  const ratio = numberIn(measurements, "imbalanceRatio");
  return {
    id: "class-balance",
    check: check2,
    title: ratio > 0 ? `${most} has ${formatNumber(Math.round(ratio * 10) / 10)} times as many ${unit} as ${least}` : `${most} has the most ${unit}, ${least} the least`,
    subtitle: `Share of the ${unit} by class and split; ${formatQuantity(Object.keys(classes).length, "class", "classes")}`,
    alternative: `${names.map((name) => `${name} ${formatNumber(100 * numberIn(classes[name], "share"))} %`).join(", ")}.`,
    kind: "grouped-bars",
    data: groupedBars.dataOf({
      unit: `share of ${unit}`,
      values: names.flatMap(
        (row) => groups.map((group) => ({
          row,
          group,
          value: splitNames.length > 0 ? shareOf(row, group) : numberIn(classes[row], "share")
        }))
      )
    })
  };
}

// src/charts/composition.ts
var check3 = "composition/labelled";
var maxRows = 40;
function drawComposition(measured) {
  const measurements = measurementsOf(measured, check3);
  const counts = /* @__PURE__ */ new Map();
  for (const row of listIn(measurements, "bySplitDomainAndClass")) {
    const name = [textIn(row, "domain"), textIn(row, "split")].filter(Boolean).join(" · ") || "all";
    const sum = counts.get(name) ?? { labelled: 0, unlabelled: 0 };
    sum.labelled += numberIn(row, "labelled");
    sum.unlabelled += numberIn(row, "unlabelled");
    counts.set(name, sum);
  }
  const rows = [...counts].slice(0, maxRows);
  if (rows.length === 0) return void 0;
  const { samples } = measured.dataset.counts;
  const { targetDomain } = measured.dataset;
  const target = objectIn(measurements, "target");
  const labelled = numberIn(target, "labelled");
  const subjects = numberIn(target, "subjects");
  const title = targetDomain === void 0 ? `${formatCount(labelled)} of ${formatQuantity(samples, "image")} are labelled` : `${formatCount(labelled)} of ${formatQuantity(samples, "image")} are labelled and of the target domain ${targetDomain}`;
  return {
    id: "composition",
    check: check3,
    title,
    subtitle: `Images by domain, split and label; n = ${formatQuantity(samples, "image")}${subjects > 0 ? `, ${formatQuantity(subjects, "labelled subject")}${targetDomain === void 0 ? "" : " of the target domain"}` : ""}`,
    alternative: `${title}. ${rows.map(([name, { labelled: some, unlabelled }]) => `${name}: ${formatCount(some)} labelled, ${formatCount(unlabelled)} not`).join(". ")}.`,
    kind: "bars",
    data: bars.dataOf({
      unit: "images",
      values: rows.flatMap(
        ([row, parts]) => ["labelled", "unlabelled"].map((part) => ({ row, part, value: parts[part] }))
      )
    })
  };
}

// src/charts/samples-per-subject.ts
var check4 = "subjects/count";
var maxRows2 = 30;
function drawSamplesPerSubject(measured) {
  const target = objectIn(measurementsOf(measured, check4), "target");
  const perSubject = Object.entries(objectIn(target, "samplesPerSubject")).flatMap(
    ([subject, count]) => typeof count === "number" ? [[subject, count]] : []
  );
  if (perSubject.length === 0) return void 0;
  const leaking = new Set(
    measured.checks.filter(({ id }) => id === "leakage/subject").flatMap(({ findings }) => findings.flatMap(({ subjects: subjects2 }) => subjects2))
  );
  const rows = perSubject.sort(([a, m], [b, n]) => n - m || compareText(a, b)).slice(0, maxRows2);
  const [samples, subjects] = [numberIn(target, "samples"), numberIn(target, "subjects")];
  const effective = numberIn(target, "effectiveSubjects");
  const domain = measured.dataset.targetDomain === void 0 ? "" : ` of the target domain ${measured.dataset.targetDomain}`;
  const marked = rows.filter(([subject]) => leaking.has(subject)).length;
  return {
    id: "samples-per-subject",
    check: check4,
    title: `${formatQuantity(subjects, "subject holds", "subjects hold")} all ${formatQuantity(samples, "labelled image")}${domain}`,
    subtitle: `${subjects > rows.length ? `The ${formatCount(rows.length)} with most images; effective` : "Effective"} number of subjects ${formatNumber(effective)}${marked > 0 ? `; ${formatCount(marked)} in several splits` : ""}`,
    alternative: `${rows.map(([subject, count]) => `${subject} ${formatCount(count)}${leaking.has(subject) ? " (in several splits)" : ""}`).join(", ")}.`,
    kind: "marked-bars",
    data: markedBars.dataOf({
      unit: "images",
      values: rows.map(([row, value]) => ({ row, value, isMarked: leaking.has(row) }))
    })
  };
}

// src/charts/shift.ts
var check5 = "domain/shift";
var maxSides = 4;
var maxFeatures = 12;
var maxPoints2 = 1500;
function drawIntensities(measured) {
  const domains = Object.entries(objectIn(measurementsOf(measured, check5), "domains")).slice(0, maxSides);
  const sides = domains.flatMap(([side, value]) => {
    const shares = numbersIn2(value, "histogram");
    return shares.length > 0 ? [{ side, value, shares }] : [];
  });
  if (sides.length < 2) return void 0;
  const byMean = [...sides].sort((a, b) => numberIn(b.value, "mean") - numberIn(a.value, "mean"));
  const [first, last] = [byMean[0], byMean.at(-1)];
  const difference = numberIn(first?.value, "mean") - numberIn(last?.value, "mean");
  return {
    id: "intensities",
    check: check5,
    title: `${first?.side ?? ""} is ${formatGreyLevels(difference)} brighter than ${last?.side ?? ""}`,
    subtitle: `Share of pixels inside the field of view; bands hold 90 % of the subjects. ${sides.map(({ side, value }) => `${side}: ${formatQuantity(numberIn(value, "subjects"), "subject")}`).join(", ")}`,
    alternative: `${sides.map(({ side, value }) => `${side}: mean ${formatNumber(numberIn(value, "mean"))}, deviation ${formatNumber(numberIn(value, "deviation"))}`).join("; ")}.`,
    kind: "bands",
    data: bands.dataOf({
      x: "grey level",
      y: "share of pixels",
      values: sides.flatMap(({ side, value, shares }) => {
        const [low, high] = [numbersIn2(value, "low"), numbersIn2(value, "high")];
        const width = 256 / shares.length;
        return shares.map((share, bin) => ({
          side,
          at: bin * width,
          share,
          low: low[bin] ?? null,
          high: high[bin] ?? null
        }));
      })
    })
  };
}
function drawEffects(measured) {
  const pair = furthestPair(measurementsOf(measured, check5));
  if (!pair) return void 0;
  const features = listIn(pair, "features").flatMap((feature) => {
    const effect = objectIn(feature, "effect");
    const name = textIn(feature, "name");
    return name === void 0 || !("value" in effect) ? [] : [{ name, unit: textIn(feature, "unit") ?? "", effect, level: textIn(feature, "level") }];
  }).sort((a, b) => Math.abs(numberIn(b.effect, "value")) - Math.abs(numberIn(a.effect, "value"))).slice(0, maxFeatures);
  if (features.length === 0) return void 0;
  const [first, second] = [textIn(pair, "first") ?? "", textIn(pair, "second") ?? ""];
  const large = features.filter(({ level }) => level === "large").length;
  return {
    id: "effects",
    check: check5,
    title: `${second} differs from ${first} most in ${features.slice(0, 2).map(({ name }) => name).join(" and ")}`,
    subtitle: `Standardised difference of subjects' means (Hedges' g) with its 95 % interval; ${formatQuantity(large, "feature")} of the ${features.length} shown with a large one`,
    alternative: `${features.map(({ name, effect }) => `${name} ${formatNumber(numberIn(effect, "value"))}`).join(", ")}.`,
    kind: "intervals",
    data: intervals.dataOf({
      x: `${second} less ${first}, in standard deviations between subjects`,
      values: features.map(({ name, unit, effect }) => ({
        row: unit === "" ? name : `${name} (${unit})`,
        group: second,
        value: numberIn(effect, "value"),
        low: numberIn(effect, "low"),
        high: numberIn(effect, "high")
      }))
    })
  };
}
function drawMap(measured) {
  const map = objectIn(measurementsOf(measured, check5), "map");
  const sides = listIn(map, "sides").slice(0, maxSides);
  const each = Math.floor(maxPoints2 / Math.max(1, sides.length));
  const values = sides.flatMap((one) => {
    const side = textIn(one, "name") ?? "";
    const list = one["points"];
    const places = Array.isArray(list) ? list.slice(0, each) : [];
    return places.flatMap((place) => {
      const [x, y] = Array.isArray(place) ? place : [];
      return typeof x === "number" && typeof y === "number" ? [{ side, x, y }] : [];
    });
  });
  if (values.length < 2) return void 0;
  const explained = numbersIn2(map, "explained").map((share) => Math.round(100 * share));
  const names = sides.map((one) => textIn(one, "name") ?? "");
  return {
    id: "map",
    check: check5,
    title: `Images of ${names.join(" and ")} by what was measured of them`,
    subtitle: `Principal components of the features; each point is an image (n = ${formatNumber(values.length)})`,
    alternative: `${names.map((name) => `${name}: ${formatQuantity(values.filter(({ side }) => side === name).length, "image")}`).join(", ")}.`,
    kind: "points",
    data: points.dataOf({
      x: `first component (${explained[0] ?? 0} % of the variance)`,
      y: `second component (${explained[1] ?? 0} %)`,
      values
    })
  };
}
function furthestPair(measurements) {
  return listIn(measurements, "pairs")[0];
}
function numbersIn2(value, key) {
  const list = typeof value === "object" && value !== null && !Array.isArray(value) ? value[key] : void 0;
  return Array.isArray(list) ? list.filter((one) => typeof one === "number") : [];
}

// src/charts/subjects-by-split.ts
var check6 = "leakage/subject";
var maxRows3 = 30;
var maxRowsWithoutLeak = 12;
function drawSubjectsBySplit(measured) {
  const measurements = measurementsOf(measured, check6);
  const subjects = listIn(measurements, "subjectsBySplit").flatMap((row) => {
    const subject = textIn(row, "subject");
    return subject === void 0 ? [] : [{ subject, splits: objectIn(row, "splits") }];
  });
  const splits = [...new Set(subjects.flatMap((row) => Object.keys(row.splits)))].sort(compareSplits);
  if (subjects.length === 0 || splits.length < 2) return void 0;
  const leaking = numberIn(measurements, "leaking");
  const shown = subjects.slice(0, leaking > 0 ? maxRows3 : maxRowsWithoutLeak);
  const isLeaking = (row) => Object.keys(row.splits).length > 1;
  const total = numberIn(measurements, "subjects");
  return {
    id: "subjects-by-split",
    check: check6,
    title: leaking === 0 ? `Each of ${formatQuantity(total, "subject")} stands in one split` : `${formatCount(leaking)} of ${formatQuantity(total, "subject stands", "subjects stand")} in several splits`,
    subtitle: `Images by subject and split; ${formatCount(shown.length)} of ${formatQuantity(total, "subject")}, those in several splits first`,
    alternative: `${shown.map(
      (row) => `${row.subject}: ${Object.entries(row.splits).map(([split, count]) => `${split} ${JSON.stringify(count)}`).join(", ")}`
    ).join(". ")}.`,
    kind: "matrix",
    data: matrix.dataOf({
      unit: "images",
      values: shown.flatMap(
        (row) => splits.map((column) => ({
          row: row.subject,
          column,
          value: numberIn(row.splits, column),
          isMarked: isLeaking(row) && column in row.splits
        }))
      )
    })
  };
}

// src/charts/list-charts.ts
var drawings = [
  drawComposition,
  drawSamplesPerSubject,
  drawSubjectsBySplit,
  drawClassBalance,
  drawIntensities,
  drawEffects,
  drawMap,
  drawScores,
  drawSubjectScores,
  drawCurves
];
function listCharts(measured) {
  return drawings.flatMap((draw) => {
    const drawing = draw(measured);
    const spec = drawing && toSpec(drawing);
    return drawing && spec ? [{ ...drawing, spec }] : [];
  });
}

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
var shownItems = 6;
var maxValueLength = 200;
function fillMessage(text, data) {
  return text.replace(placeholder, (whole, ...rest) => {
    const { name, share, form, one, many } = rest.at(-1);
    const value = name !== void 0 && Object.hasOwn(data, name) ? data[name] : void 0;
    if (value === void 0) throw new Error(`the message "${text}" has no value for ${whole}`);
    if (share === void 0 && form === void 0) return formatValue(value);
    if (typeof value !== "number") throw new Error(`the message "${text}" needs a number for ${whole}`);
    if (share !== void 0) return formatShare(value, 1) ?? "";
    if (form === "|") return formatQuantity(value, one ?? "", many ?? "");
    return (value === 1 ? one : many) ?? "";
  });
}
function formatValue(value) {
  if (typeof value === "number") return formatMeasured(value);
  if (typeof value === "string") return shortenMiddle(value, maxValueLength);
  if (isList2(value)) return joinWithAnd(value);
  return shortenMiddle(JSON.stringify(value), maxValueLength);
}
function formatMeasured(value) {
  return Number.isInteger(value) ? formatCount(value) : formatNumber(Number(value.toPrecision(3)));
}
function joinWithAnd(values) {
  const isCut = values.length > shownItems;
  const shown = values.slice(0, isCut ? shownItems - 1 : shownItems).map(formatValue);
  if (isCut) shown.push(`${formatCount(values.length - shown.length)} more`);
  const last = shown.pop();
  if (last === void 0) return "none";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}
function isList2(value) {
  return Array.isArray(value);
}

// src/audit/verdict-rules.ts
var optimism = "A model remembers what it was trained on. Scores that leakage made too good were found in at least 294 papers of 17 fields (Kapoor and Narayanan 2023, doi:10.1016/j.patter.2023.100804).";
var mostMasks = 0.5;
var brokenMasks = "Where half of the masks or more are read as something else than was drawn, the model learns something else.";
var verdictRules = [
  {
    check: "leakage/subject",
    messageIds: ["leak"],
    level: "unsupported",
    one: "Subject {subject} stands in {splits}: scores on the test set would be too good.",
    many: "{count} subjects stand in more than one split: scores on the test set would be too good.",
    lift: "Move subject {subject} out of {fewest}.",
    liftMany: "Put each of them into one split; `holdout split` proposes how, moving as little as it can.",
    why: optimism
  },
  {
    check: "leakage/subject",
    messageIds: ["joined"],
    level: "unsupported",
    one: "Pictures tie subjects {ids} together across splits: scores on the test set would be too good.",
    many: "Pictures tie {count} sets of subjects together across splits: scores on the test set would be too good.",
    lift: "Find out whose pictures these are, and give the subjects one id and one split.",
    why: "Two ids of one subject leak as one id does."
  },
  {
    check: "leakage/near-duplicate",
    messageIds: ["copy"],
    level: "unsupported",
    one: "One picture, saved again, stands in more than one split: scores on the test set would be too good.",
    many: "{count} pictures, saved again, stand in more than one split: scores on the test set would be too good.",
    lift: "Keep the picture in one split; `holdout split` keeps copies together.",
    liftMany: "Keep each of them in one split; `holdout split` keeps copies together.",
    why: optimism
  },
  {
    check: "leakage/group",
    messageIds: ["leak"],
    level: "unsupported",
    one: "The {kind} {group} stands in {splits}: scores on the test set would be too good.",
    many: "{count} groups (study, series, clip, volume or session) stand in more than one split: scores on the test set would be too good.",
    lift: "Put the whole {kind} {group} into one split.",
    liftMany: "Put each of them into one split; `holdout split` keeps groups together.",
    why: optimism
  },
  {
    check: "leakage/duplicate",
    messageIds: ["bytes", "pixels", "listed"],
    level: "unsupported",
    one: "One picture stands in more than one split: scores on the test set would be too good.",
    many: "{count} pictures stand in more than one split: scores on the test set would be too good.",
    lift: "Keep the picture in one split.",
    liftMany: "Keep each of them in one split; `holdout split` keeps copies together.",
    why: optimism
  },
  {
    check: "composition/labelled",
    messageIds: ["none"],
    level: "unsupported",
    one: "No sample{target} is labelled.",
    lift: "Label samples{target}, of as many subjects as you can get.",
    why: "Without a label of the domain that the model will meet, nothing can be measured there."
  },
  {
    check: "labels/empty",
    messageIds: ["nearly-all"],
    level: "unsupported",
    one: "{empty} of {masks|mask|masks} are empty: there is next to nothing to learn from.",
    lift: "Find out where the labels were lost, and export the masks again.",
    why: "Nine masks in ten without a class (the default of `labels/empty`) are mostly lost on export, not meant."
  },
  {
    check: "labels/palette",
    messageIds: ["swapped"],
    level: "unsupported",
    minShare: mostMasks,
    one: "Red and blue are exchanged in {count} of {all|mask|masks}: a training script reads other classes than were drawn.",
    lift: "Write the masks as RGB, or declare the colours as they are.",
    why: brokenMasks
  },
  {
    check: "labels/palette",
    messageIds: ["alpha"],
    level: "unsupported",
    minShare: mostMasks,
    one: "{count} of {all|mask|masks} hold their label in the alpha channel, which most programs drop: they read nothing.",
    lift: "Write the labels as colours, without alpha.",
    why: brokenMasks
  },
  {
    check: "labels/palette",
    messageIds: ["picture"],
    level: "unsupported",
    minShare: mostMasks,
    one: "{count} of {all|mask|masks} are pictures and no masks.",
    lift: "Put the masks where the pictures are.",
    why: brokenMasks
  },
  {
    check: "labels/values",
    messageIds: ["shifted"],
    level: "unsupported",
    minShare: mostMasks,
    one: "The indices of {count} of {all|mask|masks} are off by one: each class is read as its neighbour.",
    lift: "Count classes from 0 in the masks and in the config, or from 1 in both.",
    why: brokenMasks
  },
  {
    check: "labels/values",
    messageIds: ["picture"],
    level: "unsupported",
    minShare: mostMasks,
    one: "{count} of {all|mask|masks} are pictures and no masks.",
    lift: "Put the masks where the pictures are.",
    why: brokenMasks
  },
  {
    check: "subjects/count",
    messageIds: ["few"],
    level: "unsupported",
    one: "All {samples} {labelled}samples{target} come from {subjects|subject|subjects} (effective number {effective}): too few to learn from and to test on.",
    lift: "Label samples of {missing|more subject|more subjects}{target}; more samples of the same ones help little.",
    why: "Samples of one subject are not independent, and a score is known only as well as its subjects are many: with a deviation of 0.1 between subjects (El Jurdi and Colliot 2023, arXiv:2210.14677), a mean over two of them is known to ±0.9, over five to ±0.12."
  },
  {
    check: "composition/labelled",
    messageIds: ["few"],
    level: "limited",
    one: "Only {labelled} of {samples|image|images} ({share%}) are labelled images{target}.",
    lift: "Label {missing|more image|more images}{target}, of new subjects first.",
    why: "The case that holdout was made for: 3.9 % of the images were labelled and of the target domain, and a model that did well elsewhere failed there."
  },
  {
    check: "composition/labelled",
    messageIds: ["unlabelled-split"],
    level: "limited",
    one: "Nothing{target} in {split} is labelled.",
    many: "{count} splits hold nothing labelled.",
    lift: "Label samples{target} in {split}, or move whole labelled subjects there.",
    liftMany: "Label samples in each of them, or move whole labelled subjects there.",
    why: "A split without labels of the target domain can neither train nor test for it."
  },
  {
    check: "domain/shift",
    messageIds: ["shifted"],
    level: "limited",
    one: "Compared with {first}, {second} {says}: what is learned on one need not hold on the other.",
    many: "{count} pairs of domains or splits differ: what is learned on one need not hold on the other.",
    lift: "Bring gain, window and texture of {first} and {second} together, or label more of the one that the model will meet.",
    liftMany: "Bring the domains together, or label more of the one that the model will meet.",
    why: "A model need not work on images unlike those it learned from (Zech et al. 2018, doi:10.1371/journal.pmed.1002683); the levels are those of effect sizes (Cohen 1992, doi:10.1037/0033-2909.112.1.155)."
  },
  {
    check: "domain/confound",
    messageIds: ["domain", "site", "size", "format", "bit-depth", "channels", "folder", "name"],
    level: "limited",
    one: "{name} can be told by its {fact} alone, in {accuracy%} of held-out {kind} (by chance {chance%}): a model may learn that in place of what the images show.",
    many: "Classes can be told by {facts} alone: a model may learn that in place of what the images show.",
    lift: "Add images of {name} that differ in it from those there are, or test on a source of its own.",
    liftMany: "Add images of each class from each source, or test on a source of its own.",
    why: "Models learn the shortcut where there is one (Geirhos et al. 2020, doi:10.1038/s42256-020-00257-z; DeGrave et al. 2021, doi:10.1038/s42256-021-00338-7)."
  },
  {
    check: "labels/conflict",
    messageIds: ["mask", "mask-classes", "class"],
    level: "limited",
    one: "One picture has two labels: one of them is wrong.",
    many: "{count} pictures have two labels each: what is right there is not known, nor how far labels can be trusted elsewhere.",
    lift: "Compare both labels, and keep the right one.",
    liftMany: "Compare the labels of each, and keep the right one.",
    why: "A picture that occurs twice is the one place where labels can be checked without an expert, and wrong labels in a test set can change which model looks best (Northcutt et al. 2021, arXiv:2103.14749)."
  },
  {
    check: "leakage/scene",
    messageIds: ["scene"],
    level: "limited",
    one: "Two splits seem to show one scene: scores on the test set may be too good.",
    many: "{count} scenes seem to stand in more than one split: scores on the test set may be too good.",
    lift: "Look at both pictures; where they show one scene, put them into one split.",
    liftMany: "Look at them; what shows one scene belongs into one split.",
    why: optimism
  },
  {
    check: "subjects/identified",
    messageIds: ["none"],
    level: "limited",
    one: "No sample names its subject, so that leakage by subject cannot be judged.",
    lift: "Say which subject each image comes from (`samples.columns.subject` or `samples.subject`).",
    why: "What cannot be shown is not taken for granted."
  },
  {
    check: "subjects/identified",
    messageIds: ["some"],
    level: "limited",
    one: "{unknown} of {samples|sample|samples} name no subject, so that leakage by subject cannot be ruled out for them.",
    lift: "Fill in their subjects, or leave them out of the test set.",
    why: "What cannot be shown is not taken for granted."
  },
  {
    check: "subjects/count",
    messageIds: ["few-in-split"],
    level: "limited",
    one: "The {split} split holds {subjects} {labelled}{subjects:subject|subjects}{target}, too few for a score that means much.",
    many: "{count} splits hold fewer subjects{target} than a score that means much needs.",
    lift: "Move {missing|more subject|more subjects}{target} into {split}, or label as many.",
    liftMany: "Label more subjects{target}, and divide them anew; `holdout split` proposes how.",
    why: "A mean score over five subjects is known to ±0.12, over ten to ±0.07, where it deviates by 0.1 between subjects (El Jurdi and Colliot 2023, arXiv:2210.14677)."
  },
  {
    check: "subjects/count",
    messageIds: ["dominant"],
    level: "limited",
    one: "One subject gives {share%} of the {labelled}samples{target}.",
    lift: "Label samples of other subjects; more of {subject} do not help.",
    why: "The mean over samples is then mostly that of one subject."
  },
  {
    check: "classes/coverage",
    messageIds: ["absent", "absent-in"],
    level: "limited",
    one: "The class {name} is missing from a split or a domain.",
    many: "{count} times a class is missing from a split or a domain.",
    lift: "Label samples there that show {name}, or leave the class out of the task.",
    liftMany: "Label samples there that show these classes, or leave them out of the task.",
    why: "What a split does not show is neither learned nor tested there."
  },
  {
    check: "classes/coverage",
    messageIds: ["few-in-test"],
    level: "limited",
    one: "The score of {name} would be that of {subjects|test subject|test subjects}.",
    many: "The scores of {count} classes would be those of one or two test subjects.",
    lift: "Move whole subjects that show {name} into the test split, or report no score for {name}.",
    liftMany: "Move whole subjects that show these classes into the test split, or report no score for them.",
    why: "Over two subjects, the 95 % interval of a mean is nine deviations wide to each side (Student 1908, doi:10.1093/biomet/6.1.1)."
  },
  {
    check: "baseline/published",
    messageIds: ["low"],
    level: "limited",
    one: "Others reached {metric} {value}{on} ({citation}): do not expect much more of the same data.",
    many: "{count} published scores are low: do not expect much more of the same data.",
    lift: "Find out what limited them: labels, images or subjects. A better model is the last thing to try.",
    why: "Below 0.7 by Dice an overlap is not called good (Zijdenbos et al. 1994, doi:10.1109/42.363096)."
  }
];
var neededEvidence = [
  {
    check: "leakage/subject",
    text: "Whether a subject stands in two splits was not judged: {reason}.",
    lift: "Say which subject and which split each image belongs to, and leave `leakage/subject` on.",
    unless: ["subjects/identified"],
    why: "Without subjects and splits, nothing says that a test score is one of new subjects."
  },
  {
    check: "composition/labelled",
    text: "Whether enough is labelled was not judged: {reason}.",
    lift: "Say under `labels` what the labels are, and leave `composition/labelled` on.",
    unless: [],
    why: "Without labels there is nothing to learn from and to test on."
  },
  {
    check: "subjects/count",
    text: "Whether there are enough subjects was not judged: {reason}.",
    lift: "Say which subject each image comes from, and leave `subjects/count` on.",
    unless: ["subjects/identified", "composition/labelled"],
    why: "How well a score is known depends on the number of subjects."
  }
];

// src/audit/when-to-stop.ts
var stopSentences = {
  unsupported: "Now. What is listed here is mended in the data, and no tuning of a model makes up for it.",
  measured: "Once a change gains less than {half}: a mean score over {subjects|test subject|test subjects} is not known any better (95 % interval; deviation {deviation} between subjects).",
  unmeasured: "Before comparing models: how well a score is known cannot be said with fewer than two test subjects."
};
function sayWhenToStop(level, checks) {
  if (level === "unsupported") return stopSentences.unsupported;
  const { precision = null } = checks.find(({ id }) => id === "subjects/count")?.measurements ?? {};
  const half = readNumber(precision, "meanScoreHalfInterval");
  const subjects = readNumber(precision, "testSubjects");
  const deviation = readNumber(precision, "betweenSubjectDeviation");
  if (half === void 0 || subjects === void 0 || deviation === void 0)
    return stopSentences.unmeasured;
  return fillMessage(stopSentences.measured, { half: Number(half.toPrecision(2)), subjects, deviation });
}
function readNumber(value, key) {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return void 0;
  const found = Reflect.get(value, key);
  return typeof found === "number" ? found : void 0;
}

// src/audit/judge-verdict.ts
function judgeVerdict(checks) {
  const applied = verdictRules.flatMap((rule) => applyRule(rule, checks));
  const found = [
    ...applied.map(({ reason }) => reason),
    ...checks.flatMap(
      (check7) => judgeWithoutRule(
        check7,
        applied.map(({ rule }) => rule)
      )
    )
  ];
  const reasons = [...found, ...neededEvidence.flatMap((rule) => missEvidence(rule, checks, found))];
  const grave = reasons.filter(({ level: level2 }) => level2 === "unsupported");
  const sorted = [...grave, ...reasons.filter(({ level: level2 }) => level2 === "limited")];
  const level = grave.length > 0 ? "unsupported" : reasons.length > 0 ? "limited" : "supported";
  return {
    level,
    reasons: sorted.slice(0, reportBounds.reasons),
    whenToStop: sayWhenToStop(level, checks)
  };
}
function applyRule(rule, checks) {
  const { check: id, level, minShare = 0, one, many = one, lift, liftMany = lift } = rule;
  const check7 = checks.find((judged) => judged.id === id);
  const findings = check7?.findings.filter(isAbout(rule)) ?? [];
  const [first] = findings;
  const all = check7?.coverage.evaluated ?? 0;
  if (!first || findings.length < minShare * all) return [];
  const data = { ...first.data, count: findings.length, all };
  const isOne = findings.length === 1;
  const reason = {
    level,
    check: id,
    text: fillMessage(isOne ? one : many, data),
    lift: fillMessage(isOne ? lift : liftMany, data)
  };
  return [{ rule, reason }];
}
function isAbout({ messageIds }) {
  return ({ messageId }) => messageIds.includes(messageId);
}
function judgeWithoutRule(check7, applied) {
  const { id, severity, status, findings, summary } = check7;
  if (status === "errored")
    return [
      {
        level: "limited",
        check: id,
        text: `The check ${id} did not finish: what it asks is not known.`,
        lift: "Run holdout again; where it happens again, report it as a fault of holdout."
      }
    ];
  const rules = applied.filter((rule) => rule.check === id);
  const isLeft = findings.some((finding) => !rules.some((rule) => isAbout(rule)(finding)));
  return severity === "error" && isLeft ? [{ level: "limited", check: id, text: `${id}: ${summary}.`, lift: `Mend what ${id} reports.` }] : [];
}
function missEvidence({ check: id, text, lift, unless }, checks, found) {
  const check7 = checks.find((judged) => judged.id === id);
  if (check7 && check7.status !== "skipped") return [];
  if (found.some((reason) => unless.includes(reason.check))) return [];
  const data = { reason: check7?.summary ?? "the check is off" };
  return [{ level: "limited", check: id, text: fillMessage(text, data), lift: fillMessage(lift, data) }];
}

// src/audit/run-check.ts
var nothing = { evaluated: 0, unavailable: 0 };
function runCheck({ check: check7, options }, dataset, found = []) {
  try {
    const result = check7.run(dataset, options, found);
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
function summarizeDataset({ file, dataset, labels, task }, samples) {
  const { name, description } = dataset;
  return {
    name: shortenMiddle(name, reportBounds.nameLength),
    configFile: shortenMiddle(file, reportBounds.pathLength),
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
function runAudit(dataset, selected, context) {
  return runAuditInFull(dataset, selected, context).report;
}
function runAuditInFull(dataset, selected, { config, today, version, part = dataset }) {
  const waiverOf = findWaiver(config.accept, today);
  const outcomes = runInTurn(dataset, part, selected, waiverOf);
  const drafts = selected.flatMap(({ check: check7, severity }) => {
    const outcome = outcomes.get(check7.id);
    return outcome ? [draftReport(check7, severity, outcome, waiverOf)] : [];
  });
  const waiverSeverity = config.checks[waiverCheck.id]?.severity ?? waiverCheck.defaultSeverity;
  if (config.accept.length > 0 && waiverSeverity !== "off")
    drafts.push(draftReport(waiverCheck, waiverSeverity, judgeWaivers(config, outcomes, today), waiverOf));
  const summary = summarizeDataset(config, dataset.samples);
  const reports = drafts.map(({ report: report2 }) => report2).sort(compareChecks);
  const open = drafts.flatMap(
    ({ judged: { id, severity, findings } }) => findings.map(({ key, messageId }) => ({ check: id, severity, key, messageId }))
  );
  const report = {
    schemaVersion: reportSchemaVersion,
    tool: { name: "holdout", version },
    dataset: summary,
    verdict: judgeVerdict(drafts.map(({ judged }) => judged)),
    checks: reports,
    charts: listCharts({ dataset: summary, checks: reports })
  };
  return { report, open };
}
function runInTurn(dataset, part, selected, waiverOf) {
  const outcomes = /* @__PURE__ */ new Map();
  const found = [];
  for (const entry of selected.filter(({ check: check7 }) => !check7.runsLast)) {
    const { check: check7, severity } = entry;
    const outcome = runCheck(entry, dataset);
    outcomes.set(check7.id, outcome);
    if (outcome.status !== "judged") continue;
    const open = outcome.findings.filter(({ key }) => !waiverOf(check7.id, key));
    for (const finding of open) found.push({ check: check7.id, severity, finding });
  }
  for (const entry of selected.filter(({ check: check7 }) => check7.runsLast))
    outcomes.set(entry.check.id, runCheck(entry, part, found));
  return outcomes;
}
function draftReport(check7, severity, outcome, waiverOf) {
  try {
    return describeOutcome(check7, severity, outcome, waiverOf);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const { coverage } = outcome;
    return describeOutcome(check7, severity, { status: "errored", coverage, reason }, waiverOf);
  }
}
function describeOutcome(check7, severity, outcome, waiverOf) {
  const { id } = check7;
  const findings = outcome.status === "judged" ? [...outcome.findings].sort(compareFindings) : [];
  const open = findings.filter(({ key }) => !waiverOf(id, key));
  const accepted = findings.flatMap((finding) => {
    const waiver = waiverOf(id, finding.key);
    return waiver ? [{ finding, waiver }] : [];
  });
  const summary = bound(
    outcome.status === "errored" ? `the check did not finish: ${outcome.reason}` : say(check7, outcome.summary, "text")
  );
  const describe = (finding) => describeFinding(check7, severity, finding);
  return {
    judged: {
      id,
      severity,
      status: outcome.status,
      coverage: outcome.coverage,
      findings: open,
      measurements: outcome.status === "judged" ? outcome.measurements : {},
      summary
    },
    report: {
      id,
      question: bound(check7.summary),
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
function describeFinding(check7, severity, finding) {
  const { key, messageId, samples, subjects = [], location, evidence } = finding;
  return {
    key: shortenMiddle(key, reportBounds.pathLength),
    messageId,
    message: bound(say(check7, finding, "text")),
    fix: bound(say(check7, finding, "fix")),
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
  return checks.flatMap((check7) => {
    const setting = config.checks[check7.id];
    const severity = setting?.severity ?? check7.defaultSeverity;
    return severity === "off" ? [] : [{ check: check7, severity, options: completeOptions(check7, setting?.options) }];
  });
}
function neededFacts(selected) {
  return new Set(selected.flatMap(({ check: check7 }) => check7.needs));
}
function completeOptions({ options }, given = {}) {
  return Object.fromEntries(
    Object.entries(options).map(([name, schema]) => {
      const value = given[name];
      return [name, typeof value === "number" || typeof value === "boolean" ? value : schema.default];
    })
  );
}

export {
  listCharts,
  summarizeDataset,
  runAudit,
  runAuditInFull,
  selectChecks,
  neededFacts
};
