import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  formatQuantity
} from "./chunk-PSSVJEVV.js";

// src/entry/watch-run.ts
var queuedPauseMs = 15e3;
var takenPauseMs = 6e4;
var msPerMinute = 6e4;
async function watchRun({ workflows, wait, now }, runId, queueMs) {
  let queuedSinceMs;
  for (; ; ) {
    const run = await workflows.readRun(runId);
    if (run.status === "completed") return { run };
    const jobs = run.status === "queued" ? await workflows.listJobs(runId) : [];
    const isQueued = run.status === "queued" && !jobs.some(({ isTaken }) => isTaken);
    queuedSinceMs = isQueued ? queuedSinceMs ?? now() : void 0;
    if (queuedSinceMs !== void 0 && now() - queuedSinceMs >= queueMs) {
      await workflows.cancelRun(runId);
      const minutes = Number((queueMs / msPerMinute).toPrecision(3));
      return {
        run: await workflows.readRun(runId),
        reason: `no runner with ${describeLabels(jobs)} took the job in ${formatQuantity(minutes, "minute")}`
      };
    }
    await wait(isQueued ? Math.min(queuedPauseMs, queueMs) : takenPauseMs);
  }
}
function describeLabels(jobs) {
  const labels = [...new Set(jobs.flatMap((job) => job.labels))];
  return labels.length === 0 ? "the labels that it asks for" : `labels ${labels.join(", ")}`;
}

export {
  watchRun,
  describeLabels
};
