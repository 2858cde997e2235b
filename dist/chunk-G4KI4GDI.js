import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  shaPattern
} from "./chunk-YEYMD5FC.js";

// src/publish/baseline-request.ts
import { createHash } from "node:crypto";
var noPullRequest = "none";
var numberPattern = /^[1-9]\d{0,14}$/u;
var correlationPattern = /^[0-9a-f]{32}$/u;
var digestPattern = /^[0-9a-f]{64}$/u;
var titlePattern = /^holdout baseline of #(\S+) at (\S+) \[(\S+) (\S+)\]$/u;
function digestConfig(text) {
  return createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");
}
function writeInputs(request) {
  return {
    pr: request.pullRequest === void 0 ? noPullRequest : String(request.pullRequest),
    head_sha: request.headSha,
    correlation_id: request.correlationId,
    config_digest: request.configDigest
  };
}
function readInputs(inputs) {
  const { pr, head_sha: headSha, correlation_id: correlationId, config_digest: configDigest } = inputs;
  if (typeof pr !== "string" || !(pr === noPullRequest || numberPattern.test(pr))) return void 0;
  if (typeof headSha !== "string" || !shaPattern.test(headSha)) return void 0;
  if (typeof correlationId !== "string" || !correlationPattern.test(correlationId)) return void 0;
  if (typeof configDigest !== "string" || !digestPattern.test(configDigest)) return void 0;
  const pullRequest = pr === noPullRequest ? void 0 : Number(pr);
  return { pullRequest, headSha, correlationId, configDigest };
}
function readTitle(title) {
  const [, pr, headSha, correlationId, configDigest] = titlePattern.exec(title) ?? [];
  return readInputs({
    pr,
    head_sha: headSha,
    correlation_id: correlationId,
    config_digest: configDigest
  });
}

export {
  digestConfig,
  writeInputs,
  readInputs,
  readTitle
};
