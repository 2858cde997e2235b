import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  checkDataset,
  reporters
} from "./chunk-Q3CKFX6M.js";
import "./chunk-NIS7GQYN.js";
import "./chunk-F6QLZGOA.js";
import "./chunk-TBXMUXOV.js";
import "./chunk-TNF5GPVZ.js";
import "./chunk-UZECOBQA.js";
import "./chunk-YNVOFIVM.js";
import "./chunk-ODHPVEOM.js";
import {
  commentOnPullRequest,
  formatAnnotation,
  formatFailure,
  formatNote,
  formatStepError,
  formatStepWarning,
  getInput,
  openForge,
  readActionInputs,
  readRunnerContext,
  renderNote,
  setOutput,
  silenceCommands,
  summary,
  toAnnotations
} from "./chunk-P2O47DSL.js";
import "./chunk-MCB7YYOD.js";
import "./chunk-IUUJTWCW.js";
import {
  exitCodeOf
} from "./chunk-ZZ3DVBEL.js";
import {
  countFindings
} from "./chunk-XPBF2K5R.js";
import {
  version
} from "./chunk-HLISDRAD.js";
import "./chunk-MWTHGIAA.js";
import "./chunk-LNLBBHNQ.js";
import {
  replaceFile
} from "./chunk-ZEQLAQ6Z.js";
import "./chunk-YQ3SQXUQ.js";
import "./chunk-TJ7LRL3D.js";
import "./chunk-LDMXMTXC.js";
import {
  HoldoutError
} from "./chunk-4G4S7EEN.js";
import "./chunk-H6ZNR5XL.js";

// src/entry/action.ts
import { tmpdir } from "node:os";

// src/entry/action-run.ts
var logWidth = 120;
var maxSummaryBytes = 9e5;
async function runAction(outside) {
  const { folders, context, getInput: getInput2, log } = outside;
  let directory = folders.workspace;
  try {
    const inputs = readActionInputs(getInput2, folders);
    directory = inputs.directory;
    if (context?.eventName === "pull_request_target") throw refuseTarget();
    const report = await audit(inputs, outside);
    if (context !== void 0 && inputs.comments) await comment(report, inputs, context, outside);
    return conclude(report, inputs, outside);
  } catch (error) {
    log(formatFailure(error, directory, folders.workspace));
    return 2;
  }
}
async function audit(inputs, outside) {
  const { folders, log, setOutput: setOutput2, useColor, version: version2, today } = outside;
  const { directory, configFile, workers, reportFile, htmlFile, privacyKey } = inputs;
  const report = await outside.checkDataset({
    directory,
    today,
    version: version2,
    ...configFile === void 0 ? {} : { configFile },
    ...workers === void 0 ? {} : { workers },
    ...privacyKey === void 0 ? {} : { privacyKey }
  });
  const options = { color: useColor, width: logWidth, maxBytes: maxSummaryBytes };
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
  return report;
}
async function comment(report, { publishing }, context, { openForge: openForge2, log, writeSummary }) {
  try {
    const note = await commentOnPullRequest(report, publishing, context, openForge2);
    if (note === void 0) return;
    log(formatNote(note));
    await writeSummary(renderNote(note));
  } catch (error) {
    log(formatStepWarning(`The comment was not published: ${String(error)}`));
  }
}
function conclude(report, { failOn }, { log }) {
  const exitCode = exitCodeOf(report, failOn);
  const { error, warning } = countFindings(report);
  if (exitCode !== 0) log(formatStepError(`errors: ${error}, warnings: ${warning} (fail-on: ${failOn})`));
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
