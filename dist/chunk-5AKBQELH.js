import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  maxConfigBytes
} from "./chunk-VPZ6XINK.js";
import {
  digestConfig,
  readTitle,
  writeInputs
} from "./chunk-G4KI4GDI.js";
import {
  readChoice,
  readPublishingInputs
} from "./chunk-43G5WMIL.js";
import {
  ForgeError
} from "./chunk-YEYMD5FC.js";
import {
  failOnLevels
} from "./chunk-NJ3O2SIO.js";
import {
  HoldoutError
} from "./chunk-4G4S7EEN.js";

// src/entry/baseline-inputs.ts
import { posix, resolve } from "node:path";
var baselineModes = ["dispatch", "train", "complete"];
var jobOutcomes = ["success", "failure", "cancelled", "skipped"];
var workflowPattern = /^[\w.-]+\.ya?ml$/u;
var maxQueueMinutes = 24 * 60;
var msPerMinute = 6e4;
function readBaselineInputs(getInput, { workspace, temporary }) {
  const directory = readInside(getInput, "directory", ".");
  const configPath = readInside(getInput, "config", posix.join(directory, "holdout.yml"));
  const dataFolder = resolve(workspace, getInput("data") || "data");
  const run = getInput("run");
  const outcome = getInput("outcome");
  const privacyKey = getInput("privacy-key");
  return {
    mode: readChoice(getInput, "mode", baselineModes),
    workflow: readWorkflow(getInput("workflow") || "holdout-baseline.yml"),
    configPath,
    artifact: getInput("artifact") || "holdout-baseline",
    waits: readChoice(getInput, "wait", ["false", "true"]) === "true",
    queueMs: readMinutes(getInput("queue-minutes") || "20") * msPerMinute,
    ...run === "" ? {} : { runId: readRunId(run) },
    ...outcome === "" ? {} : { outcome: readChoice(getInput, "outcome", jobOutcomes) },
    training: {
      configFile: resolve(workspace, getInput("base") || "base", configPath),
      dataFolder,
      directory: resolve(dataFolder, directory),
      output: resolve(temporary, "holdout-baseline"),
      device: readChoice(getInput, "device", ["auto", "cpu", "cuda"])
    },
    failOn: readChoice(getInput, "fail-on", failOnLevels),
    publishing: readPublishingInputs(getInput),
    ...privacyKey === "" ? {} : { privacyKey }
  };
}
function readInside(getInput, name, otherwise) {
  const path = posix.normalize(getInput(name) || otherwise);
  if (!posix.isAbsolute(path) && path !== ".." && !path.startsWith("../")) return path;
  throw new HoldoutError("usage", `input ${name} is ${JSON.stringify(path)}`, {
    hint: "it is relative to the repository and does not leave it"
  });
}
function readWorkflow(name) {
  if (workflowPattern.test(name)) return name;
  throw new HoldoutError("usage", `the workflow is ${JSON.stringify(name)}`, {
    hint: "it is the name of a file in .github/workflows, such as holdout-baseline.yml"
  });
}
function readMinutes(text) {
  const minutes = Number(text);
  if (/^\d+(?:\.\d+)?$/u.test(text) && minutes > 0 && minutes <= maxQueueMinutes) return minutes;
  throw new HoldoutError("usage", `input queue-minutes is ${JSON.stringify(text)}`, {
    hint: `it is a number of minutes, at most ${maxQueueMinutes}`
  });
}
function readRunId(text) {
  if (/^[1-9]\d{0,14}$/u.test(text)) return Number(text);
  throw new HoldoutError("usage", `input run is ${JSON.stringify(text)}`, { hint: "it is the id of a run" });
}

// src/publish/judge-gate.ts
var permissionsThatAsk = ["admin", "write"];
function judgeGate(asker, pull, repository) {
  if (asker.kind === "command" && !permissionsThatAsk.includes(asker.permission))
    return close("who asks may not write to the repository", true);
  if (!pull.isOpen) return close("the pull request is closed");
  if (asker.sha !== pull.headSha)
    return close(`${asker.sha} is not the newest commit of the pull request, which is ${pull.headSha}`);
  if (asker.kind === "event" && pull.headRepository !== repository)
    return close(
      `the head is in another repository: a member can send it with the comment \`/holdout baseline ${pull.headSha}\``
    );
  return { kind: "open" };
}
function close(reason, isStranger = false) {
  return { kind: "closed", reason, isStranger };
}

// src/entry/send-baseline.ts
var maxLooks = 5;
var lookPauseMs = 2e3;
async function sendBaseline({ forge, workflows, wait }, { repository, workflow, configPath, ask, correlationId }) {
  if (ask) {
    const pull = await forge.readPullRequest(ask.pullRequest);
    const gate = judgeGate(ask.asker, pull, repository);
    if (gate.kind === "closed") return { ...gate, kind: "refused", headSha: pull.headSha };
  }
  const branch = await workflows.readDefaultBranch();
  const config = await workflows.readTextFile(configPath, branch, maxConfigBytes);
  if (config === void 0)
    throw new HoldoutError("config", `the default branch ${branch} has no ${configPath}`, {
      hint: "a baseline is held to the config of the default branch: merge one there first"
    });
  const pullRequest = ask?.pullRequest;
  const headSha = ask ? ask.asker.sha : await workflows.readBranchHead(branch);
  const request = { pullRequest, headSha, correlationId, configDigest: digestConfig(config) };
  const present = await listSent(workflows, workflow, branch);
  const standing = (ask ? void 0 : findFinished(present, request)) ?? findUnderWay(present, pullRequest);
  if (standing) return standing;
  const dispatched = await workflows.dispatchWorkflow(workflow, branch, writeInputs(request)).catch((error) => explainDispatch(error, workflow, branch));
  const runId = dispatched ?? await findRun({ workflows, wait }, workflow, branch, correlationId);
  const earlier = findUnderWay(await listSent(workflows, workflow, branch), pullRequest, runId);
  if (!earlier) return { kind: "sent", runId, request };
  await workflows.cancelRun(runId);
  return earlier;
}
async function listSent(workflows, workflow, branch) {
  const runs = await workflows.listDispatchedRuns(workflow, branch).catch((error) => {
    if (error instanceof ForgeError && error.reason === "missing") return [];
    throw error;
  });
  return runs.flatMap((run) => {
    const request = readTitle(run.title);
    return request ? [{ run, request }] : [];
  });
}
function findUnderWay(present, pullRequest, before = Infinity) {
  const [oldest] = present.filter(({ run, request }) => request.pullRequest === pullRequest && run.status !== "completed").filter(({ run }) => run.id < before).sort((a, b) => a.run.id - b.run.id);
  return oldest && { kind: "under-way", run: oldest.run, headSha: oldest.request.headSha };
}
function findFinished(present, { headSha, configDigest }) {
  const same = present.find(
    ({ run, request }) => request.headSha === headSha && request.configDigest === configDigest && run.conclusion === "success"
  );
  return same && { kind: "finished", run: same.run, headSha };
}
async function findRun({ workflows, wait }, workflow, branch, correlationId) {
  for (let looks = 1; ; looks++) {
    const present = await listSent(workflows, workflow, branch);
    const sent = present.find(({ request }) => request.correlationId === correlationId);
    if (sent) return sent.run.id;
    if (looks === maxLooks)
      throw new ForgeError("interrupted", `no run of ${workflow} with the title of this request was found`, {
        hint: "its `run-name` has to be that of examples/workflows/holdout-baseline.yml"
      });
    await wait(lookPauseMs);
  }
}
function explainDispatch(error, workflow, branch) {
  if (!(error instanceof ForgeError)) throw error;
  if (error.reason === "interrupted") return void 0;
  const hints = {
    missing: `the branch ${branch} needs .github/workflows/${workflow}: copy examples/workflows/holdout-baseline.yml of holdout`,
    refused: "its inputs have to be those of examples/workflows/holdout-baseline.yml of holdout",
    forbidden: "give the job `actions: write`"
  };
  const hint = hints[error.reason];
  throw new ForgeError(error.reason, `${workflow} could not be started: ${error.message}`, {
    ...hint !== void 0 && { hint },
    cause: error
  });
}

export {
  readBaselineInputs,
  readWorkflow,
  sendBaseline
};
