import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

// src/model/baseline.ts
var baselineSchemaVersion = 1;
var baselineTasks = ["segmentation", "classification", "multi-label"];
var baselineSplits = ["train", "val", "test"];
var baselineStatuses = ["running", "finished", "interrupted", "failed"];

export {
  baselineSchemaVersion,
  baselineTasks,
  baselineSplits,
  baselineStatuses
};
