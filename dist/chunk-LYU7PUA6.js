import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  nameComponents,
  splitDataset
} from "./chunk-62OKJPCI.js";
import {
  baselineSchemaVersion,
  baselineSplits
} from "./chunk-2JL5VYFC.js";
import {
  balance,
  compareText,
  isLabelled,
  soleSplit,
  sortedUnique
} from "./chunk-4OAUCKAS.js";
import {
  version
} from "./chunk-HLISDRAD.js";
import {
  HoldoutError
} from "./chunk-4G4S7EEN.js";

// src/baseline/complete-settings.ts
var maxBytesOfSplit = 15e8;
var mostImages = 2e4;
var overfitSteps = 120;
function completeSettings(config) {
  const { seed, imageSize, batchSize, steps, leakSeeds } = config;
  return {
    seed,
    imageSize,
    batchSize,
    steps,
    overfitSteps,
    // Half of the training shows whether labels of other images can be learned.
    shuffledSteps: Math.ceil(steps / 2),
    leakSeeds,
    learningRate: 5e-3,
    features: 16,
    threads: 2,
    maxImages: Math.min(mostImages, Math.floor(maxBytesOfSplit / (4 * imageSize ** 2)))
  };
}

// src/baseline/export-baseline.ts
import { createHash } from "node:crypto";

// src/baseline/describe-label.ts
function listLearnedClasses({ labels, samples, annotations }) {
  const declared = labels.classes.map(({ name }) => name);
  if (declared.length > 0 || labels.kind === "mask") return declared;
  if (labels.kind === "class") return sortedUnique(samples.flatMap(({ classes }) => classes));
  const outcomes = [...annotations?.byImage.values() ?? []];
  return sortedUnique(
    outcomes.flatMap(
      (outcome) => outcome.kind === "annotation" ? outcome.objects.map(({ className }) => className) : []
    )
  );
}
function describeLabel(sample, image, dataset, classes) {
  switch (dataset.labels.kind) {
    case "mask":
      return describeMask(sample, image, dataset);
    case "class":
      return describeClasses(sample, classes);
    case "boxes":
      return describeBoxes(sample, image, dataset, classes);
    case "none":
      return "label not read";
  }
}
function describeMask({ label = "" }, { width, height }, { masks }) {
  const mask = masks.get(label);
  if (mask?.kind !== "mask") return "label not read";
  if (mask.pages > 1) return "label of several pages";
  if (mask.width !== width || mask.height !== height) return "label of another size than its image";
  return { label, labelHash: mask.bytesHash };
}
function describeClasses(sample, classes) {
  const places = sample.classes.map((name) => classes.indexOf(name)).filter((place) => place >= 0);
  if (places.length < sample.classes.length || places.length === 0) return "no class that is declared";
  return { classes: places.sort((a, b) => a - b) };
}
function describeBoxes({ id }, image, { annotations }, classes) {
  const annotation = annotations?.byImage.get(id);
  if (annotation?.kind !== "annotation") return "label not read";
  return { boxes: annotation.objects.flatMap((object) => describeBox(object, annotation, image, classes)) };
}
function describeBox({ className, box: { xmin, ymin, xmax, ymax } }, { unit }, { width, height }, classes) {
  const place = classes.indexOf(className);
  const [across, down] = unit === "share" ? [1, 1] : [width, height];
  const corners = [xmin / across, ymin / down, xmax / across, ymax / down];
  if (place < 0 || !corners.every(Number.isFinite) || !(xmin < xmax && ymin < ymax)) return [];
  const [left, top, right, bottom] = corners.map(roundShare);
  if (left === void 0 || top === void 0 || right === void 0 || bottom === void 0) return [];
  return [{ class: place, corners: [left, top, right, bottom] }];
}
function roundShare(share) {
  return Math.round(Math.min(1, Math.max(0, share)) * 1e6) / 1e6;
}

// src/baseline/export-baseline.ts
function exportBaseline(dataset, context) {
  const { labels } = dataset;
  if (labels.kind === "none")
    throw new HoldoutError("usage", 'labels.kind is "none": there is nothing to train on', {
      hint: "declare the labels in the config"
    });
  const classes = listLearnedClasses(dataset);
  const described = dataset.samples.filter((sample) => isLabelled(sample, labels)).map((sample) => describeSample(sample, dataset, classes));
  const usable = described.flatMap((one) => typeof one === "string" ? [] : [one]);
  if (usable.length === 0)
    throw new HoldoutError("dataset", "no labelled sample of train, val or test can be used for a baseline", {
      hint: "holdout check tells what is wrong with them"
    });
  const samples = addCleanSplit(usable, context).sort((a, b) => compareText(a.image, b.image));
  const weights = context.weighClasses(selectTraining(dataset, samples));
  const { targetDomain } = dataset.task;
  const palette = describePalette(dataset);
  const content = {
    schemaVersion: baselineSchemaVersion,
    dataset: { name: dataset.name, ...targetDomain !== void 0 && { targetDomain } },
    task: chooseTask(labels.kind, samples),
    labels: { mask: "masks", boxes: "boxes", class: "classes" }[labels.kind],
    classes: classes.map((name) => {
      const weight = weights.classes.get(name);
      return { name, ...weight !== void 0 && { weight: roundWeight(weight) } };
    }),
    ...weights.background !== void 0 && { backgroundWeight: roundWeight(weights.background) },
    ...palette && { palette },
    channels: chooseChannels(dataset, samples),
    limits: { pixels: context.limits.pixels, fileBytes: context.limits.fileBytes },
    settings: context.settings,
    samples,
    excluded: countExclusions(described)
  };
  const { revision, version: version2 } = context;
  return {
    tool: { name: "holdout", version: version2 },
    digest: createHash("sha256").update(JSON.stringify(content)).digest("hex"),
    ...revision !== void 0 && { revision },
    ...content
  };
}
function describeSample(sample, dataset, classes) {
  const { id, subject, domain, splits } = sample;
  if (splits.length > 1) return "in several splits";
  const split = asBaselineSplit(soleSplit(sample));
  if (split === void 0) return "in none of train, val and test";
  const image = dataset.images.get(id);
  if (image?.kind !== "image") return "image not decoded";
  const label = describeLabel(sample, image, dataset, classes);
  if (typeof label === "string") return label;
  return {
    image: id,
    imageHash: image.bytesHash,
    ...label,
    split,
    ...subject !== void 0 && { subject },
    ...domain !== void 0 && { domain }
  };
}
function asBaselineSplit(name) {
  return baselineSplits.find((split) => split === name);
}
function addCleanSplit(samples, { unitOf, proposeCleanSplits }) {
  const splitsOfUnits = /* @__PURE__ */ new Map();
  const isDivided = samples.some(({ image, split }) => {
    const unit = unitOf.get(image);
    if (unit === void 0) return false;
    const other = splitsOfUnits.get(unit);
    if (other === void 0) splitsOfUnits.set(unit, split);
    return other !== void 0 && other !== split;
  });
  if (!isDivided) return samples;
  const splitOf = findWholeDivision(samples, proposeCleanSplits);
  return samples.map((sample) => {
    const unit = unitOf.get(sample.image) ?? sample.image;
    const cleanSplit = asBaselineSplit(splitOf.get(sample.image));
    return { ...sample, unit, ...cleanSplit !== void 0 && { cleanSplit } };
  });
}
function findWholeDivision(samples, proposals) {
  const wanted = new Set(samples.map(({ split }) => split));
  for (const propose of proposals) {
    const splitOf = propose();
    const held = new Set(samples.map(({ image }) => splitOf.get(image)));
    if ([...wanted].every((split) => held.has(split))) return splitOf;
  }
  return /* @__PURE__ */ new Map();
}
function selectTraining(dataset, samples) {
  const training = new Set(samples.filter(({ split }) => split === "train").map(({ image }) => image));
  return { ...dataset, samples: dataset.samples.filter(({ id }) => training.has(id)) };
}
function chooseTask(kind, samples) {
  if (kind !== "class") return "segmentation";
  return samples.every(({ classes }) => classes?.length === 1) ? "classification" : "multi-label";
}
function chooseChannels({ images }, samples) {
  const isGrey = ({ channels }) => channels <= 2;
  return samples.every(({ image }) => {
    const outcome = images.get(image);
    return outcome?.kind === "image" && isGrey(outcome);
  }) ? 1 : 3;
}
function describePalette({ maskPalette, maskClasses, labels }) {
  if (!maskPalette) return void 0;
  const { kind } = maskPalette;
  const values = kind === "color" ? maskPalette.colors.map(formatColor) : maskPalette.indices;
  return {
    kind,
    values: values.map((value, place) => {
      const name = maskClasses[place];
      if (name === void 0) return { value, target: place === 0 ? 0 : null };
      return { value, target: 1 + labels.classes.findIndex((declared) => declared.name === name) };
    })
  };
}
function formatColor(channels) {
  return `#${channels.map((level) => level.toString(16).padStart(2, "0")).join("")}`;
}
function countExclusions(described) {
  const reasons = described.filter((one) => typeof one === "string");
  return Object.fromEntries(
    sortedUnique(reasons).map((reason) => [reason, reasons.filter((other) => other === reason).length])
  );
}
function roundWeight(weight) {
  return Number(weight.toPrecision(6));
}

// src/entry/baseline-input.ts
var baselineFacts = ["images", "masks", "annotations", "near-duplicates"];
var splitSeed = 1;
var backgroundName = "background";
function describeBaselineInput(dataset, config, revision) {
  const unitOf = new Map([...nameComponents(dataset)].map(([{ id }, unit]) => [id, unit]));
  return exportBaseline(dataset, {
    version,
    ...revision !== void 0 && { revision },
    settings: completeSettings(config.baseline),
    limits: config.limits,
    unitOf,
    // Where most subjects stand in several splits, the fewest moves put all of them into one.
    proposeCleanSplits: [
      () => splitDataset(dataset, { mode: "repair", seed: splitSeed }).splitOf,
      () => splitDataset(dataset, { mode: "new", splits: measureSplits(dataset), seed: splitSeed }).splitOf
    ],
    weighClasses
  });
}
function measureSplits({ samples }) {
  const names = samples.map(soleSplit).filter((name) => name !== void 0);
  return sortedUnique(names).map((name) => ({ name, ratio: names.filter((other) => other === name).length }));
}
function weighClasses(training) {
  const { maxRatio, beta } = balance.options;
  const result = balance.run(training, { maxRatio: maxRatio.default, beta: beta.default });
  if ("skipped" in result) return { classes: /* @__PURE__ */ new Map() };
  const { weights } = result.measurements;
  const byName = isObject(weights) ? weights["medianFrequency"] : void 0;
  const all = new Map(
    Object.entries(isObject(byName) ? byName : {}).flatMap(
      ([name, weight]) => typeof weight === "number" ? [[name, weight]] : []
    )
  );
  const isClass = training.labels.classes.some(({ name }) => name === backgroundName);
  const background = isClass ? void 0 : all.get(backgroundName);
  return { classes: all, ...background !== void 0 && { background } };
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export {
  baselineFacts,
  describeBaselineInput
};
