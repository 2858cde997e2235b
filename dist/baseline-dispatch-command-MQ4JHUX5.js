import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  readWorkflow,
  sendBaseline
} from "./chunk-5AKBQELH.js";
import {
  watchRun
} from "./chunk-OP3FMXII.js";
import "./chunk-VPZ6XINK.js";
import "./chunk-XHCPKLOD.js";
import "./chunk-FMPNRQ5R.js";
import "./chunk-G4KI4GDI.js";
import {
  openForge,
  openWorkflows
} from "./chunk-43G5WMIL.js";
import {
  shaPattern
} from "./chunk-YEYMD5FC.js";
import "./chunk-EBBUZ6PO.js";
import "./chunk-4OAUCKAS.js";
import "./chunk-YNVOFIVM.js";
import "./chunk-PSSVJEVV.js";
import "./chunk-NJ3O2SIO.js";
import "./chunk-XPBF2K5R.js";
import "./chunk-HLISDRAD.js";
import "./chunk-GBST2ZXL.js";
import {
  escapeTerminal
} from "./chunk-3ZFVE422.js";
import {
  HoldoutError
} from "./chunk-4G4S7EEN.js";
import "./chunk-H6ZNR5XL.js";

// src/entry/baseline-dispatch-command.ts
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
var repositoryPattern = /^[\w.-]+\/[\w.-]+$/u;
var msPerMinute = 6e4;
async function dispatchBaseline(options, { env, stdout }) {
  const { pullRequest, sha, config: configPath, queueMinutes } = options;
  const repository = options.repository ?? env["GITHUB_REPOSITORY"] ?? "";
  if (!repositoryPattern.test(repository))
    throw new HoldoutError("usage", "the repository is not known", { hint: "say --repository owner/name" });
  if (!shaPattern.test(sha))
    throw new HoldoutError("usage", "the commit is not named by its whole id", {
      hint: "say --sha with all 40 digits"
    });
  const token = env["GITHUB_TOKEN"];
  if (token === void 0 || token === "")
    throw new HoldoutError("usage", "there is no token", { hint: "set GITHUB_TOKEN" });
  const apiUrl = (env["GITHUB_API_URL"] ?? "https://api.github.com").replace(/\/+$/u, "");
  const place = { repository, apiUrl };
  const access = {
    forge: openForge(place, token),
    workflows: openWorkflows(place, token),
    wait: async (ms) => setTimeout(ms),
    now: () => Date.now()
  };
  const say = (text) => void stdout.write(`${escapeTerminal(text)}
`);
  const sent = await sendBaseline(access, {
    repository,
    workflow: readWorkflow(options.workflow),
    configPath,
    ask: { pullRequest, asker: { kind: "terminal", sha } },
    correlationId: randomUUID().replaceAll("-", "")
  });
  if (sent.kind === "refused") say(`not sent: ${sent.reason}`);
  if (sent.kind === "under-way")
    say(
      `not sent: run ${sent.run.id} of ${sent.headSha} is ${sent.run.status} for this pull request already`
    );
  if (sent.kind !== "sent") return 1;
  say(`sent: run ${sent.runId}`);
  if (options.wait !== true) return 0;
  const { run, reason } = await watchRun(access, sent.runId, queueMinutes * msPerMinute);
  if (reason !== void 0) say(`not run: ${reason}`);
  else say(`the run ended as ${run.conclusion ?? run.status}`);
  return reason === void 0 && run.conclusion === "success" ? 0 : 1;
}
export {
  dispatchBaseline
};
