import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  formatCount,
  formatQuantity
} from "./chunk-PSSVJEVV.js";

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

export {
  verdictTones,
  verdictWords,
  severityWords,
  toneOf,
  groupChecks,
  countSeverity,
  describeStatus,
  describeCoverage,
  countAccepted,
  describeChecks
};
