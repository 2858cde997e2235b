import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  countFindings
} from "./chunk-XPBF2K5R.js";

// src/entry/exit-code.ts
var failOnLevels = ["error", "warning", "never"];
function countFailing(report, onlyNew) {
  const found = report.change?.findings;
  return onlyNew && found ? { ...found.new } : countFindings(report);
}
function exitCodeOf(report, failOn, onlyNew = false) {
  if (report.checks.some(({ status }) => status === "errored")) return 2;
  const { error, warning } = countFailing(report, onlyNew);
  const failing = { error, warning: error + warning, never: 0 }[failOn];
  return failing > 0 ? 1 : 0;
}

export {
  failOnLevels,
  countFailing,
  exitCodeOf
};
