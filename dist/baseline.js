import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  completeBaseline
} from "./chunk-ZPQT4AKM.js";
import "./chunk-FENALNLU.js";
import {
  readBaselineInputs,
  sendBaseline
} from "./chunk-5AKBQELH.js";
import {
  watchRun
} from "./chunk-OP3FMXII.js";
import "./chunk-U6EQIBFF.js";
import "./chunk-UNNGGBM4.js";
import "./chunk-3QKDMRWW.js";
import "./chunk-2JL5VYFC.js";
import "./chunk-VPZ6XINK.js";
import "./chunk-XHCPKLOD.js";
import "./chunk-FMPNRQ5R.js";
import {
  parseCommand,
  readCommentEvent,
  readDispatchEvent,
  readPermission
} from "./chunk-Q5D3DX2E.js";
import "./chunk-OHKXDPJP.js";
import "./chunk-DW6ZHEJ2.js";
import "./chunk-G4KI4GDI.js";
import {
  compareParts,
  describeFailure,
  describeOutcome,
  findPart,
  formatFailure,
  formatNote,
  getInput,
  maxPartBytes,
  putPart,
  rankComments,
  readPullRequestEvent,
  readRunnerContext,
  readWorkflowRunEvent,
  renderNote,
  runUrlOf,
  setOutput,
  settleComment,
  summary,
  writePart
} from "./chunk-L5KJTVZ5.js";
import {
  icons,
  packSections,
  planBaselineFigures,
  priorities,
  renderAdvice
} from "./chunk-ZE4566AW.js";
import "./chunk-2AZO6JV5.js";
import "./chunk-6JSHQORE.js";
import {
  Markup,
  fillHtml,
  fillMarkdown,
  joinMarkup
} from "./chunk-25A5ZPMJ.js";
import "./chunk-3GYANS6R.js";
import {
  openForge,
  openWorkflows
} from "./chunk-43G5WMIL.js";
import {
  ForgeError,
  maxCheckRunBytes,
  writeMarker
} from "./chunk-YEYMD5FC.js";
import {
  followPath
} from "./chunk-EBBUZ6PO.js";
import "./chunk-4OAUCKAS.js";
import "./chunk-YNVOFIVM.js";
import "./chunk-PSSVJEVV.js";
import "./chunk-NJ3O2SIO.js";
import "./chunk-XPBF2K5R.js";
import {
  version
} from "./chunk-HLISDRAD.js";
import "./chunk-GBST2ZXL.js";
import "./chunk-3ZFVE422.js";
import {
  HoldoutError,
  shortenMiddle
} from "./chunk-4G4S7EEN.js";
import "./chunk-H6ZNR5XL.js";

// src/entry/baseline.ts
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { setTimeout } from "node:timers/promises";

// src/publish/baseline-words.ts
var maxReasonLength = 600;
var mostPublished = 20;
var findingSteps = [20, 5, 1];
var frameBytes = 600;
var maxTitleLength = 250;
function composeSummary(news, frame) {
  return `${renderNews(news, maxPartBytes - frameBytes)}
${closeNews(frame)}`;
}
function composePart(news, frame, run) {
  const phase = news.kind === "sent" || news.kind === "refused" ? "sent" : "ended";
  return writePart(
    { headSha: frame.headSha, runId: run.runId, attempt: run.attempt, phase },
    composeSummary(news, frame)
  );
}
function composeCheckRun(news, name, url) {
  if (news.kind === "sent" || news.kind === "refused") return void 0;
  const isPassed = news.kind === "judged" && news.isPassed;
  return {
    name,
    url,
    conclusion: news.kind === "not-run" ? "cancelled" : isPassed ? "success" : "failure",
    title: shortenMiddle(titleOf(news), maxTitleLength),
    summary: renderNews(news, maxCheckRunBytes),
    annotations: []
  };
}
function titleOf(news) {
  switch (news.kind) {
    case "sent":
      return "Sent to a runner";
    case "refused":
      return `Not sent: ${news.reason}`;
    case "not-run":
      return `Not run: ${news.reason}`;
    case "unusable":
      return `No result that can be used: ${news.reason}`;
    case "judged":
      return findCheck(news.report, "baseline/smoke")?.summary ?? "Nothing was judged";
  }
}
function renderNews(news, maxBytes) {
  const title = shortenMiddle(titleOf(news), maxReasonLength);
  const heading = fillMarkdown`### ${iconOf(news)} Baseline: ${lowerFirst(title)}`;
  const body = news.kind === "judged" ? planJudged(news.report) : news.kind === "not-run" ? [planOne("what that means", fillMarkdown`That is no pass: nothing is known about this commit.`)] : [];
  return packSections([planOne("the heading", heading), ...body], { characters: maxBytes, bytes: maxBytes });
}
function planJudged(report) {
  const smoke = findCheck(report, "baseline/smoke");
  const published = findCheck(report, "baseline/published");
  const accepted = smoke?.accepted.length ?? 0;
  return [
    ...smoke ? planFindings("what is wrong", smoke) : [],
    ...accepted === 0 ? [] : [planOne("what is accepted", fillMarkdown`${accepted} more accepted by the config.`)],
    ...planBaselineFigures(report, published ? planPublished(published) : [])
  ];
}
function planFindings(name, { findings }) {
  if (findings.length === 0) return [];
  const render = (count) => {
    const lines = findings.slice(0, count).map(
      ({ message, fix }) => fillMarkdown`- ${shortenMiddle(message, maxReasonLength)}<br><em>${renderAdvice(fix, maxReasonLength)}</em>`
    );
    const hidden = findings.length - lines.length;
    return joinMarkup(hidden > 0 ? [...lines, fillMarkdown`- … and ${hidden} more`] : lines, "\n");
  };
  const counts = [...new Set(findingSteps.map((step) => Math.min(step, findings.length)))];
  return [{ name, priority: priorities.errors, sizes: counts, render }];
}
function planPublished({ measurements, findings }) {
  const { published } = measurements;
  if (!Array.isArray(published) || published.length === 0) return [];
  const rows = published.slice(0, mostPublished).map((score) => {
    const [metric, value, on, split, citation] = ["metric", "value", "on", "split", "citation"].map(
      (name) => {
        const found = followPath(score, [name]);
        return typeof found === "string" || typeof found === "number" ? shortenMiddle(String(found), 100) : "";
      }
    );
    const reasons = findings.filter(({ evidence, messageId }) => messageId !== "low" && isSame(evidence, score)).map(({ message }) => fillMarkdown`${shortenMiddle(message, maxReasonLength)}`);
    const isComparable = followPath(score, ["isComparable"]) === true;
    const verdict = isComparable ? fillMarkdown`yes` : joinMarkup([fillMarkdown`no`, ...reasons], "<br>");
    return fillMarkdown`| ${metric ?? ""} ${value ?? ""} | ${on ?? ""} | ${split ?? ""} | ${citation ?? ""} | ${verdict} |`;
  });
  const table = fillMarkdown`| Published | Domain | Split | By | Can be compared |
| :-- | :-- | :-- | :-- | :-- |
${joinMarkup(rows, "\n")}`;
  return [planOne("published scores", table)];
}
function isSame(evidence, score) {
  return ["metric", "value", "on", "split", "citation"].every(
    (name) => followPath(evidence, [name]) === followPath(score, [name])
  );
}
function closeNews({ headSha, runUrl }) {
  const link = fillHtml`<a href="${runUrl}">run</a>`;
  return fillMarkdown`\n<sub>Baseline of ${headSha} · ${link}</sub>`.text;
}
var waitingIcon = new Markup("⏳");
function iconOf(news) {
  switch (news.kind) {
    case "sent":
      return waitingIcon;
    case "refused":
    case "not-run":
      return icons.skipped;
    case "unusable":
      return icons.error;
    case "judged": {
      if (!news.isPassed) return icons.error;
      const isClean = findCheck(news.report, "baseline/smoke")?.status === "passed";
      return isClean ? icons.passed : icons.warning;
    }
  }
}
function findCheck({ checks }, id) {
  return checks.find((check) => check.id === id);
}
function planOne(name, markup) {
  return { name, priority: priorities.head, render: () => markup };
}
function lowerFirst(text) {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

// src/publish/publish-part.ts
function publishPart(forge, { pullRequest, author, name, part }) {
  const { headSha } = part.marker;
  let isWritten = false;
  return settleComment(forge, {
    pullRequest,
    author,
    name,
    decide: (pull, own, bodyOf) => {
      const step = decidePart(part.marker, pull, own, bodyOf);
      return step.kind === "update" && isWritten && step.isSame === true ? { kind: "done" } : step;
    },
    renderBody: (_maxBytes, present) => {
      isWritten = true;
      return putPart(present ?? `${writeMarker({ name, headSha, runId: 0, attempt: 0 })}
`, part);
    }
  });
}
function decidePart(marker, { isOpen, headSha }, own, bodyOf) {
  const [first, second] = rankComments(own, headSha);
  if (second) return { kind: "remove", id: second.id };
  if (!isOpen) return { kind: "give-way", to: "closed" };
  if (headSha !== marker.headSha) return { kind: "give-way", to: "newer-push" };
  if (!first) return { kind: "create" };
  const present = findPart(bodyOf(first))?.marker;
  if (present?.headSha !== headSha) return { kind: "update", id: first.id };
  const order = compareParts(present, marker);
  return order > 0 ? { kind: "give-way", to: "newer-run" } : { kind: "update", id: first.id, isSame: order === 0 };
}

// src/entry/baseline-action-run.ts
async function runBaselineAction(outside) {
  const { context, folders, getInput: getInput2, log: log2, writeSummary, wait, now } = outside;
  const { workspace: workspace2 } = folders;
  try {
    const inputs = readBaselineInputs(getInput2, folders);
    if (context === void 0) throw new HoldoutError("usage", "this is no run on GitHub");
    if (context.eventName === "pull_request_target") throw refuseTarget();
    const say = async (note) => {
      log2(formatNote(note));
      await writeSummary(renderNote(note));
    };
    if (inputs.mode === "train") return await train(inputs, context, outside);
    const { token } = inputs.publishing;
    if (token === "") throw new HoldoutError("usage", "input token is empty");
    const forge = outside.openForge(context, token);
    const workflows = outside.openWorkflows(context, token);
    const step = { ...outside, context, inputs, say, access: { forge, workflows, wait, now } };
    return await (inputs.mode === "dispatch" ? dispatch(step) : complete(step));
  } catch (error) {
    log2(formatFailure(error, workspace2, workspace2));
    return 2;
  }
}
async function train({ training }, { eventName, readEvent }, outside) {
  if (eventName !== "workflow_dispatch") throw refuseEvent(eventName, "workflow_dispatch");
  const request = readDispatchEvent(await readEvent());
  outside.setOutput("folder", training.output);
  return outside.train(request, training);
}
async function dispatch(step) {
  const { inputs, access, context, say, setOutput: setOutput2 } = step;
  const found = await findAsk(step);
  if ("nothing" in found) {
    await say({ level: "note", text: found.nothing });
    return 0;
  }
  const { ask, comment } = found;
  const pullRequest = ask?.pullRequest;
  const sent = await sendBaseline(access, {
    repository: context.repository,
    workflow: inputs.workflow,
    configPath: inputs.configPath,
    ask,
    correlationId: step.makeCorrelationId()
  });
  switch (sent.kind) {
    case "refused": {
      await react(step, comment, sent.isStranger ? "-1" : "confused");
      await say({ level: sent.isStranger ? "note" : "warning", text: `Not sent: ${sent.reason}.` });
      if (sent.isStranger) return 0;
      const { headSha, reason } = sent;
      await publish(step, { pullRequest, headSha }, { id: 0, attempt: 0 }, { kind: "refused", reason });
      return 1;
    }
    case "under-way": {
      const { run, headSha } = sent;
      const url = runUrlOf(context, run.id);
      const whose = ask ? "this pull request" : "the default branch";
      await react(step, comment, "confused");
      await say({
        level: "warning",
        text: `Not sent: a baseline of ${headSha} is ${run.status.replaceAll("_", " ")} for ${whose} already (${url}).`
      });
      setOutput2("run", run.id);
      return 1;
    }
    case "finished": {
      const { run, headSha } = sent;
      const url = runUrlOf(context, run.id);
      await say({
        level: "note",
        text: `Not sent: ${headSha} has a finished baseline with the same config already (${url}).`
      });
      setOutput2("run", run.id);
      return 0;
    }
    case "sent": {
      const { request, runId } = sent;
      setOutput2("run", runId);
      await react(step, comment, "rocket");
      const run = { id: runId, attempt: 1 };
      await say({ level: "note", text: `The baseline was sent: ${runUrlOf(context, runId)}` });
      await publish(step, request, run, { kind: "sent" });
      return inputs.waits ? await waitFor(step, runId) : 0;
    }
  }
}
async function findAsk({ context, access }) {
  const { eventName } = context;
  if (eventName === "schedule" || eventName === "workflow_dispatch") return {};
  const payload = await context.readEvent();
  if (eventName === "pull_request") {
    const { number, headSha } = readPullRequestEvent(payload);
    return { ask: { pullRequest: number, asker: { kind: "event", sha: headSha } } };
  }
  if (eventName !== "issue_comment")
    throw refuseEvent(eventName, "issue_comment, pull_request, schedule or workflow_dispatch");
  const event = readCommentEvent(payload);
  if (!event) return { nothing: "There is nothing to do: the comment is on no pull request." };
  if (event.action !== "created") return { nothing: "There is nothing to do: the comment is not new." };
  const parsed = parseCommand(event.body);
  if (parsed.kind === "mistaken") return { nothing: `There is nothing to do: ${parsed.reason}.` };
  if (parsed.kind === "none" || parsed.command.kind !== "baseline")
    return { nothing: "There is nothing to do: the comment asks for no baseline." };
  const permission = await readPermission(access.forge, event.author);
  return {
    ask: {
      pullRequest: event.pullRequest,
      asker: { kind: "command", sha: parsed.command.sha, permission }
    },
    comment: event.comment
  };
}
async function react({ access, log: log2 }, comment, reaction) {
  if (comment === void 0) return;
  try {
    await access.workflows.addReaction(comment, reaction);
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    log2(formatNote({ level: "note", text: describeFailure("The reaction", error) }));
  }
}
async function waitFor(step, runId) {
  const { run, reason } = await watchRun(step.access, runId, step.inputs.queueMs);
  const { code, isPassed } = await tell(step, run, reason);
  return code === 0 && !isPassed ? 1 : code;
}
async function complete(step) {
  const { context, inputs, access, say } = step;
  const runId = inputs.runId ?? await findRunId(context);
  if (runId === context.runId) return completeOwn(step);
  if (inputs.outcome !== void 0)
    throw new HoldoutError("usage", `input outcome is of no use for run ${runId}, of which this is no job`, {
      hint: "how a run ended is asked of GitHub: leave it out"
    });
  const run = await access.workflows.readRun(runId);
  if (run.status !== "completed") {
    await say({ level: "note", text: `There is nothing to do: run ${runId} has not ended.` });
    return 0;
  }
  return (await tell(step, run)).code;
}
async function findRunId({ eventName, readEvent, runId }) {
  if (eventName === "workflow_dispatch") return runId;
  if (eventName !== "workflow_run") throw refuseEvent(eventName, "workflow_dispatch or workflow_run");
  return readWorkflowRunEvent(await readEvent()).runId;
}
async function completeOwn(step) {
  const { context, inputs, access } = step;
  const { outcome: conclusion } = inputs;
  if (conclusion === void 0)
    throw new HoldoutError("usage", "input outcome is empty", {
      hint: "it is how the job ended that trained, `${{ needs.train.result }}`"
    });
  const run = await access.workflows.readRun(context.runId);
  return (await tell(step, { ...run, conclusion })).code;
}
async function tell(step, run, reason) {
  const { access, inputs, context, today, version: version2, say, log: log2, writeSummary } = step;
  const { workflow, configPath, artifact, failOn, privacyKey } = inputs;
  const settings = {
    ...{ repository: context.repository, workflow, configPath, artifact, failOn, today, version: version2 },
    ...privacyKey !== void 0 && { privacyKey }
  };
  const completion = await completeBaseline(access, run, settings, reason);
  if (completion.kind === "foreign") {
    await say({ level: "note", text: `There is nothing to do: ${completion.reason}.` });
    return { code: 0, isPassed: false };
  }
  const { request, news } = completion;
  step.setOutput("result", news.kind);
  if (request.pullRequest !== void 0) step.setOutput("pull-request", request.pullRequest);
  log2(formatNote({ level: "note", text: `${titleOf(news)}.` }));
  await writeSummary(
    `
${composeSummary(news, { headSha: request.headSha, runUrl: runUrlOf(context, run.id) })}
`
  );
  const code = await publish(step, request, run, news);
  return { code, isPassed: news.kind === "judged" && news.isPassed };
}
async function publish({ access, context, inputs, say }, { headSha, pullRequest }, { id: runId, attempt }, news) {
  const { forge } = access;
  const { name, commentAuthor: author } = inputs.publishing;
  const url = runUrlOf(context, runId === 0 ? context.runId : runId);
  const checkRun = composeCheckRun(news, `${name}/baseline`, url);
  const part = composePart(news, { headSha, runUrl: url }, { runId, attempt });
  let code = 0;
  const attemptTo = async (what, act) => {
    try {
      const said = await act();
      if (said !== void 0) await say({ level: "note", text: said });
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      code = 2;
      await say({ level: "warning", text: describeFailure(what, error) });
    }
  };
  if (checkRun)
    await attemptTo("The result of the commit", async () => {
      await forge.createCheckRun(headSha, checkRun);
      return void 0;
    });
  if (pullRequest === void 0) return code;
  await attemptTo(
    "The comment",
    async () => describeOutcome(await publishPart(forge, { pullRequest, author, name, part }))
  );
  return code;
}
function refuseEvent(found, wanted) {
  return new HoldoutError("usage", `the event is ${found}, not ${wanted}`, {
    hint: "docs/baseline.md of holdout shows the workflows"
  });
}
function refuseTarget() {
  return new HoldoutError("usage", "holdout does not run on pull_request_target", {
    hint: "send a baseline on issue_comment or pull_request: docs/baseline.md"
  });
}

// src/entry/baseline.ts
var { GITHUB_WORKSPACE, GITHUB_STEP_SUMMARY, RUNNER_TEMP } = process.env;
var workspace = GITHUB_WORKSPACE ?? process.cwd();
var log = (text) => process.stdout.write(text);
process.exitCode = await runBaselineAction({
  folders: { workspace, temporary: RUNNER_TEMP ?? tmpdir() },
  getInput: (name) => getInput(name),
  setOutput,
  writeSummary: async (markdown) => {
    if (GITHUB_STEP_SUMMARY) await summary.addRaw(markdown).write();
  },
  log,
  context: readRunnerContext(process.env),
  openForge,
  openWorkflows,
  wait: async (ms) => setTimeout(ms),
  now: () => Date.now(),
  today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
  version,
  makeCorrelationId: () => randomUUID().replaceAll("-", ""),
  train: async (request, inputs) => {
    const { trainBaseline } = await import("./train-baseline-EUG7H7K2.js");
    const token = randomUUID();
    const today = (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
    const stream = { write: log, isTTY: false };
    log(`::stop-commands::${token}
`);
    try {
      const outside = { cwd: workspace, today, stdout: stream, stderr: stream, env: process.env };
      return await trainBaseline(request, inputs, outside);
    } finally {
      log(`
::${token}::
`);
    }
  }
});
