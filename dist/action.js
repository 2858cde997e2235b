import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  checkDataset,
  leadTo,
  reporters
} from "./chunk-IGFLSSYM.js";
import "./chunk-OIDDRJK4.js";
import "./chunk-4OV3EGW5.js";
import "./chunk-RGSHAZSH.js";
import "./chunk-2LTIAPVW.js";
import "./chunk-LYU7PUA6.js";
import "./chunk-62OKJPCI.js";
import {
  replaceFile
} from "./chunk-FQ2YVEUV.js";
import {
  commentOnPullRequest
} from "./chunk-SOJARRMF.js";
import "./chunk-U2674LC5.js";
import "./chunk-MJVZP4GS.js";
import "./chunk-U6EQIBFF.js";
import "./chunk-UNNGGBM4.js";
import "./chunk-3QKDMRWW.js";
import "./chunk-2JL5VYFC.js";
import "./chunk-VPZ6XINK.js";
import "./chunk-XHCPKLOD.js";
import "./chunk-FMPNRQ5R.js";
import {
  formatAnnotation,
  formatFailure,
  formatNote,
  formatStepError,
  formatStepWarning,
  getInput,
  readPullRequestEvent,
  readRunnerContext,
  renderNote,
  setOutput,
  silenceCommands,
  summary,
  toAnnotations
} from "./chunk-L5KJTVZ5.js";
import "./chunk-ZE4566AW.js";
import "./chunk-2AZO6JV5.js";
import "./chunk-6JSHQORE.js";
import "./chunk-25A5ZPMJ.js";
import "./chunk-3GYANS6R.js";
import {
  openForge,
  readActionInputs
} from "./chunk-43G5WMIL.js";
import "./chunk-YEYMD5FC.js";
import "./chunk-EBBUZ6PO.js";
import "./chunk-4OAUCKAS.js";
import "./chunk-YNVOFIVM.js";
import "./chunk-PSSVJEVV.js";
import {
  countFailing,
  exitCodeOf
} from "./chunk-NJ3O2SIO.js";
import {
  countFindings
} from "./chunk-XPBF2K5R.js";
import {
  version
} from "./chunk-HLISDRAD.js";
import "./chunk-GBST2ZXL.js";
import "./chunk-3ZFVE422.js";
import {
  HoldoutError
} from "./chunk-4G4S7EEN.js";
import "./chunk-H6ZNR5XL.js";

// src/entry/action.ts
import { tmpdir } from "node:os";

// src/entry/action-run.ts
var logWidth = 120;
async function runAction(outside) {
  const { folders, context, getInput: getInput2, log } = outside;
  let directory = folders.workspace;
  try {
    const inputs = readActionInputs(getInput2, folders);
    directory = inputs.directory;
    if (context?.eventName === "pull_request_target") throw refuseTarget();
    const base = await chooseBase(inputs, context);
    const report = await audit(inputs, base, outside);
    if (context !== void 0 && inputs.comments) await comment(report, inputs, context, outside);
    return conclude(report, inputs, outside);
  } catch (error) {
    log(formatFailure(error, directory, folders.workspace));
    return 2;
  }
}
async function chooseBase({ base, comparesBase }, context) {
  if (base !== void 0) return { ref: base };
  if (!comparesBase || context?.eventName !== "pull_request") return void 0;
  const { baseSha, headSha } = readPullRequestEvent(await context.readEvent());
  return { eventSha: baseSha, headSha };
}
async function audit(inputs, base, outside) {
  const { folders, log, setOutput: setOutput2, useColor, version: version2, today } = outside;
  const {
    directory,
    configFile,
    workers,
    cacheFolder,
    imagesFolder,
    reportFile,
    htmlFile,
    otherFiles,
    chartsFolder,
    privacyKey
  } = inputs;
  const report = await outside.checkDataset({
    directory,
    today,
    version: version2,
    ...configFile === void 0 ? {} : { configFile },
    ...workers === void 0 ? {} : { workers },
    ...privacyKey === void 0 ? {} : { privacyKey },
    ...base && { base },
    ...imagesFolder === void 0 ? {} : { picturesFolder: imagesFolder },
    ...cacheFolder === void 0 ? {} : {
      cache: {
        folder: cacheFolder,
        onUse: (text) => log(formatNote({ level: "note", text }))
      }
    }
  });
  const options = { color: useColor, width: logWidth };
  const counts = countFindings(report);
  log(silenceCommands(reporters.pretty(report, options)));
  for (const annotation of toAnnotations(report)) {
    log(formatAnnotation(annotation, directory, folders.workspace));
  }
  await replaceFile(reportFile, reporters.json(report, options));
  setOutput2("verdict", report.verdict.level);
  setOutput2("errors", counts.error);
  setOutput2("warnings", counts.warning);
  setOutput2("report", reportFile);
  await outside.writeSummary(reporters.markdown(report, options));
  await replaceFile(htmlFile, await reporters.html(report, options));
  setOutput2("html", htmlFile);
  const prefix = leadTo(folders.workspace, directory);
  for (const { format, file } of otherFiles)
    await replaceFile(file, reporters[format](report, { ...options, prefix }));
  for (const folder of [chartsFolder, imagesFolder])
    if (folder !== void 0) await (await import("./write-charts-QIP4ZWMS.js")).writeCharts(report, folder);
  return report;
}
async function comment(report, { publishing, imagesFolder }, context, { openForge: openForge2, log, writeSummary, today }) {
  try {
    const images = imagesFolder === void 0 ? void 0 : { folder: imagesFolder, today };
    const note = await commentOnPullRequest(report, publishing, context, openForge2, images);
    if (note === void 0) return;
    log(formatNote(note));
    await writeSummary(renderNote(note));
  } catch (error) {
    log(formatStepWarning(`The comment was not published: ${String(error)}`));
  }
}
function conclude(report, { failOn, failOnNew }, { log }) {
  const exitCode = exitCodeOf(report, failOn, failOnNew);
  const { error, warning } = countFailing(report, failOnNew);
  const asked = `fail-on: ${failOn}${failOnNew ? ", fail-on-new" : ""}`;
  if (exitCode !== 0) log(formatStepError(`errors: ${error}, warnings: ${warning} (${asked})`));
  return exitCode;
}
function refuseTarget() {
  return new HoldoutError("usage", "holdout does not run on pull_request_target", {
    hint: "run it on pull_request, and comment from a second workflow: docs/pull-requests.md"
  });
}

// src/entry/action.ts
var { GITHUB_WORKSPACE, RUNNER_TEMP, GITHUB_STEP_SUMMARY, FORCE_COLOR } = process.env;
process.exitCode = await runAction({
  folders: { workspace: GITHUB_WORKSPACE ?? process.cwd(), temporary: RUNNER_TEMP ?? tmpdir() },
  useColor: FORCE_COLOR !== void 0 && !["", "0", "false"].includes(FORCE_COLOR),
  today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
  version,
  getInput: (name) => getInput(name),
  setOutput,
  writeSummary: async (markdown) => {
    if (GITHUB_STEP_SUMMARY) await summary.addRaw(markdown).write();
  },
  log: (text) => process.stdout.write(text),
  checkDataset,
  context: readRunnerContext(process.env),
  openForge
});
