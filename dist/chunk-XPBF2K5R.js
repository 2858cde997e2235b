import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

// src/model/report.ts
var reportSchemaVersion = 1;
var maxFindingsPerCheck = 1e3;
var maxSamplesPerFinding = 100;
var reportBounds = {
  /** Code points of a name: of a dataset, split, domain, check. */
  nameLength: 1e3,
  /** Code points of a path, or of the name of what is wrong, which may hold two paths. */
  pathLength: 1e4,
  /** Code points of a sentence or of a text in evidence. */
  textLength: 2e4,
  checks: 200,
  reasons: 200,
  charts: 200,
  /** Splits or domains. */
  names: 1e4,
  /** Items of a list, or entries of an object, in evidence, measurements and charts. */
  values: 1e5
};
function countFindings(report) {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const check of report.checks) {
    counts[check.severity] += check.findingsTotal;
    if (check.status === "errored") counts.error += 1;
  }
  return counts;
}

export {
  reportSchemaVersion,
  maxFindingsPerCheck,
  maxSamplesPerFinding,
  reportBounds,
  countFindings
};
