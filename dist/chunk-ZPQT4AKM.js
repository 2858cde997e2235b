import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  maxResultBytes,
  readBaselineResult
} from "./chunk-FENALNLU.js";
import {
  describeLabels
} from "./chunk-OP3FMXII.js";
import {
  countOnly,
  hideSubjects
} from "./chunk-U6EQIBFF.js";
import {
  runAudit,
  selectChecks
} from "./chunk-UNNGGBM4.js";
import {
  catalogue,
  maxConfigBytes,
  parseConfig
} from "./chunk-VPZ6XINK.js";
import {
  fetchArtifact,
  openEntries
} from "./chunk-OHKXDPJP.js";
import {
  digestConfig,
  readInputs,
  readTitle
} from "./chunk-G4KI4GDI.js";
import {
  waiverCheck
} from "./chunk-4OAUCKAS.js";
import {
  exitCodeOf
} from "./chunk-NJ3O2SIO.js";
import {
  HoldoutError
} from "./chunk-4G4S7EEN.js";

// src/entry/judge-baseline.ts
var judgingChecks = ["baseline/smoke", "baseline/published"];
function judgeBaseline(result, { config: whole, today, version, privacyKey }) {
  const config = { ...whole, accept: whole.accept.filter(({ check }) => judgingChecks.includes(check)) };
  const checks = selectChecks(catalogue, config).filter(({ check }) => judgingChecks.includes(check.id));
  const known = describeKnown(result, config);
  const keep = (report2) => ({
    ...report2,
    checks: report2.checks.filter(({ id }) => judgingChecks.includes(id))
  });
  const { privacy } = config.report;
  if (privacy === "open") return keep(runAudit(known, checks, { config, today, version }));
  const { dataset, accept } = hideSubjects(known, config.accept, privacyKey);
  const report = keep(runAudit(dataset, checks, { config: { ...config, accept }, today, version }));
  return privacy === "strict" ? countOnly(report, dataset) : report;
}
function describeKnown(result, config) {
  const rows = [
    ...Object.keys(result.samples ?? {}).map((split) => ({ splits: [split] })),
    ...(result.stages.score?.subjects ?? []).map(({ name, split, domain }) => ({
      splits: [split],
      subject: name,
      ...domain !== void 0 && { domain }
    }))
  ];
  return {
    name: config.dataset.name,
    task: config.task,
    labels: config.labels,
    publishedScores: config.baseline.published,
    maskClasses: [],
    samples: rows.map((row, index) => ({ id: `held-out/${index}`, groups: {}, classes: [], ...row })),
    problems: [],
    rowsRead: 0,
    images: /* @__PURE__ */ new Map(),
    masks: /* @__PURE__ */ new Map(),
    baseline: { result, expectedDigest: result.input?.digest ?? "" }
  };
}

// src/entry/complete-baseline.ts
var requestFile = "request.json";
var resultFile = "result.json";
var maxRequestBytes = 4096;
async function completeBaseline(access, run, settings, reason) {
  const { workflows } = access;
  const foreign = findForeign(run, settings, await workflows.readDefaultBranch());
  if (foreign !== void 0) return { kind: "foreign", reason: foreign };
  const request = readTitle(run.title);
  if (!request)
    return {
      kind: "foreign",
      reason: `the title of run ${run.id} is not that of examples/workflows/holdout-baseline.yml`
    };
  return { kind: "news", request, news: await findNews(access, run, request, settings, reason) };
}
function findForeign({ id, event, path, headBranch, headRepository }, { repository, workflow }, defaultBranch) {
  if (path !== `.github/workflows/${workflow}`) return `run ${id} is not of ${workflow}`;
  if (event !== "workflow_dispatch") return `run ${id} was on ${event}, not sent`;
  if (headBranch !== defaultBranch || headRepository !== repository)
    return `run ${id} is not of the default branch`;
  return void 0;
}
async function findNews({ forge, workflows }, run, request, settings, reason) {
  const zip = await fetchArtifact(forge, { runId: run.id, headSha: run.headSha }, settings.artifact);
  if (zip.kind === "absent") {
    if (reason !== void 0) return { kind: "not-run", reason };
    const end = `the run ended as ${run.conclusion ?? run.status}`;
    const jobs = await workflows.listJobs(run.id);
    const ended = jobs.filter(({ status, isSkipped }) => status === "completed" && !isSkipped);
    const untaken = ended.filter(({ isTaken }) => !isTaken);
    return ended.length > 0 && untaken.length === 0 ? { kind: "not-run", reason: `${end} and left no result` } : { kind: "not-run", reason: `${end} before a runner with ${describeLabels(untaken)} took the job` };
  }
  if (zip.kind === "refused") return { kind: "unusable", reason: zip.reason };
  const opened = await openEntries(zip.bytes, {
    [requestFile]: maxRequestBytes,
    [resultFile]: maxResultBytes
  });
  if (opened.kind === "refused") return { kind: "unusable", reason: opened.reason };
  const [requestText, resultText] = [requestFile, resultFile].map((name) => opened.texts.get(name));
  const other = findOtherRequest(requestText, request);
  if (other !== void 0) return { kind: "unusable", reason: other };
  if (resultText === void 0)
    return { kind: "not-run", reason: `the run ended as ${run.conclusion ?? run.status} before it trained` };
  return judge(resultText, run, request, settings, workflows);
}
async function judge(text, run, { headSha, configDigest }, { configPath, failOn, today, version, privacyKey }, workflows) {
  const result = readResult(text);
  if (typeof result === "string") return { kind: "unusable", reason: result };
  const revision = result.input?.revision;
  if (revision !== void 0 && revision !== headSha)
    return { kind: "unusable", reason: "the result is of another commit" };
  const configText = await workflows.readTextFile(configPath, run.headSha, maxConfigBytes);
  if (configText === void 0 || digestConfig(configText) !== configDigest)
    return { kind: "unusable", reason: `${configPath} of the default branch has changed: send it again` };
  const config = parseConfig(configText, configPath, [...catalogue, waiverCheck]);
  const report = judgeBaseline(result, {
    config,
    today,
    version,
    ...privacyKey !== void 0 && { privacyKey }
  });
  const isJudged = report.checks.every(
    ({ id, status }) => id !== "baseline/smoke" || ["passed", "failed"].includes(status)
  );
  const isPassed = result.status === "finished" && run.conclusion === "success" && isJudged && exitCodeOf(report, failOn) === 0;
  return { kind: "judged", report, isPassed };
}
function readResult(text) {
  try {
    return readBaselineResult(text, resultFile);
  } catch (error) {
    if (error instanceof HoldoutError) return error.message;
    throw error;
  }
}
function findOtherRequest(text, request) {
  const found = text === void 0 ? void 0 : readInputs(parseObject(text));
  if (!found) return `it holds no ${requestFile} that can be read`;
  if (found.headSha !== request.headSha || found.pullRequest !== request.pullRequest)
    return "the result is of another commit";
  if (found.correlationId !== request.correlationId) return "the result is of another request";
  if (found.configDigest !== request.configDigest) return "the result is of another config";
  return void 0;
}
function parseObject(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

export {
  requestFile,
  completeBaseline
};
