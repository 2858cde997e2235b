import { formatQuantity } from '../model/number-words.ts';
import type { WorkflowJob, WorkflowRun } from '../model/workflow-forge.ts';
import type { RunnerAccess } from './send-baseline.ts';

/** How a watched run ended. */
export interface WatchedRun {
  readonly run: WorkflowRun;
  /** Why it was cancelled; undefined where it ended by itself. */
  readonly reason?: string;
}

/** A token of a workflow may ask a thousand times an hour, all of the repository's runs together. */
const queuedPauseMs = 15_000;
const takenPauseMs = 60_000;
const msPerMinute = 60_000;

/**
 * Watches a run to its end. A job that stays queued for longer than `queueMs` is given up, and the run is cancelled: for
 * a runner that is switched off GitHub would let it wait for a day, and its own time limit does not run meanwhile.
 * Waiting for a person's approval is not counted.
 */
export async function watchRun(
  { workflows, wait, now }: RunnerAccess,
  runId: number,
  queueMs: number,
): Promise<WatchedRun> {
  let queuedSinceMs: number | undefined;
  for (;;) {
    const run = await workflows.readRun(runId);
    if (run.status === 'completed') return { run };
    const jobs = run.status === 'queued' ? await workflows.listJobs(runId) : [];
    const isQueued = run.status === 'queued' && !jobs.some(({ isTaken }) => isTaken);
    queuedSinceMs = isQueued ? (queuedSinceMs ?? now()) : undefined;
    if (queuedSinceMs !== undefined && now() - queuedSinceMs >= queueMs) {
      await workflows.cancelRun(runId);
      const minutes = Number((queueMs / msPerMinute).toPrecision(3));
      return {
        run: await workflows.readRun(runId),
        reason: `no runner with ${describeLabels(jobs)} took the job in ${formatQuantity(minutes, 'minute')}`,
      };
    }
    await wait(isQueued ? Math.min(queuedPauseMs, queueMs) : takenPauseMs);
  }
}

/** What jobs ask of a runner, in words. */
export function describeLabels(jobs: readonly WorkflowJob[]): string {
  const labels = [...new Set(jobs.flatMap((job) => job.labels))];
  return labels.length === 0 ? 'the labels that it asks for' : `labels ${labels.join(', ')}`;
}
