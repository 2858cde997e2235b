import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  listCharts
} from "./chunk-UNNGGBM4.js";
import {
  normalizeSpelling
} from "./chunk-4OAUCKAS.js";

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
import { createHash, createHmac } from "node:crypto";
var fewestDigits = 10;
var mostDigits = 64;
function makePseudonyms(kind, ids, key) {
  const distinct = [...new Set(ids)].sort();
  const digests = distinct.map(
    (id) => createHmac("sha256", key).update(JSON.stringify([kind, id])).digest("hex")
  );
  let digits = fewestDigits;
  while (digits < mostDigits && countDistinct(digests, digits) < digests.length) digits++;
  return new Map(distinct.map((id, at) => [id, `${kind}-${digests[at]?.slice(0, digits) ?? ""}`]));
}
function deriveKey(dataset) {
  return hashIds(listIds(dataset));
}
function deriveSharedKey(dataset, earlier) {
  const known = listIds(earlier);
  const added = [...listIds(dataset)].filter((id) => !known.has(id));
  return hashIds(added.length > known.size ? /* @__PURE__ */ new Set([...known, ...added]) : known);
}
function listIds({ samples }) {
  return new Set(
    samples.flatMap(({ subject, groups }) => [
      ...subject === void 0 ? [] : [subject],
      ...Object.values(groups)
    ])
  );
}
function hashIds(ids) {
  return createHash("sha256").update(JSON.stringify([...ids].sort())).digest("hex");
}
function countDistinct(digests, digits) {
  return new Set(digests.map((digest) => digest.slice(0, digits))).size;
}

// src/audit/hide-subjects.ts
function hideSubjects(dataset, accept, key = deriveKey(dataset)) {
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

export {
  countOnly,
  deriveSharedKey,
  hideSubjects
};
