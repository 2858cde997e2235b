import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  HoldoutError
} from "./chunk-4G4S7EEN.js";

// src/publish/comment-marker.ts
var auditNamePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/u;
var shaPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;
var markerPattern = /^<!-- holdout:(?<name>[\w.-]{1,60}) head:(?<headSha>[0-9a-f]{40,64}) run:(?<runId>\d{1,15})\.(?<attempt>\d{1,6}) -->\r?(?:\n|$)/u;
function writeMarker({ name, headSha, runId, attempt }) {
  return `<!-- holdout:${name} head:${headSha} run:${runId}.${attempt} -->`;
}
function readMarker(body) {
  const { name, headSha, runId, attempt } = markerPattern.exec(body)?.groups ?? {};
  if (name === void 0 || headSha === void 0) return void 0;
  return { name, headSha, runId: Number(runId), attempt: Number(attempt) };
}
function compareRuns(a, b) {
  return a.runId - b.runId || a.attempt - b.attempt;
}

// src/model/forge.ts
var maxCommentBytes = 6e4;
var maxCheckRunBytes = 6e4;
var maxStatusLength = 140;
var ForgeError = class extends HoldoutError {
  reason;
  constructor(reason, message, options = {}) {
    super("environment", message, options);
    this.reason = reason;
  }
};

export {
  auditNamePattern,
  shaPattern,
  writeMarker,
  readMarker,
  compareRuns,
  maxCommentBytes,
  maxCheckRunBytes,
  maxStatusLength,
  ForgeError
};
