import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { writeZip } from '../publish/write-zip.ts';
import type { GitHubState, StoredRun, StoredWorkflow } from './state.ts';

/** The workflow that a user copies, as GitHub takes it from the default branch. */
export async function readExampleWorkflow(): Promise<StoredWorkflow> {
  const file = new URL('../../examples/workflows/holdout-baseline.yml', import.meta.url);
  const workflow = parse(await readFile(file, 'utf8')) as {
    'run-name': string;
    on: { workflow_dispatch: { inputs: Record<string, unknown> } };
    jobs: { train: { 'runs-on': string[] } };
  };
  return {
    runName: workflow['run-name'],
    inputs: Object.keys(workflow.on.workflow_dispatch.inputs),
    labels: workflow.jobs.train['runs-on'],
  };
}

/** Takes the oldest job that is queued, as a runner that is free does. */
export function takeJob({ runs }: GitHubState): StoredRun {
  const run = runs.find(({ status }) => status === 'queued');
  if (!run) throw new Error('no job is queued');
  run.status = 'in_progress';
  for (const job of run.jobs) Object.assign(job, { status: 'in_progress', runner: 'stand-in' });
  return run;
}

/** Ends a run, whether a runner has taken it or not. */
export function endRun(run: StoredRun, conclusion: string): void {
  Object.assign(run, { status: 'completed', conclusion });
  endJobs(run, conclusion);
}

/** Ends the job that trains; a runner of GitHub's takes the one that needs it, which tells what came of it. */
export function beginTelling(state: GitHubState, run: StoredRun, conclusion: string): void {
  endJobs(run, conclusion);
  run.status = 'in_progress';
  const labels = ['ubuntu-latest'];
  run.jobs.push({
    ...{ id: state.nextId++, labels, status: 'in_progress', conclusion: null, runner: 'GitHub Actions 1' },
  });
}

function endJobs({ jobs }: StoredRun, conclusion: string): void {
  for (const job of jobs)
    if (job.status !== 'completed') Object.assign(job, { status: 'completed', conclusion });
}

/** Leaves a folder as an artifact, as `actions/upload-artifact` does. */
export async function uploadFolder(state: GitHubState, run: StoredRun, folder: string): Promise<void> {
  const names = await readdir(folder);
  const entries = names.map(async (name) => ({ name, content: await readFile(join(folder, name)) }));
  uploadZip(state, run, writeZip(await Promise.all(entries)));
}

export function uploadZip(state: GitHubState, run: StoredRun, bytes: Uint8Array): void {
  const id = state.nextId++;
  state.artifacts.push({ id, name: 'holdout-baseline', runId: run.id, headSha: run.headSha, bytes });
}
