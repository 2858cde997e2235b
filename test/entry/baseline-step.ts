import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { openGitHub } from '../../src/adapters/github.ts';
import { openGitHubWorkflows } from '../../src/adapters/github-workflows.ts';
import type { GitHubAccess } from '../../src/adapters/github-request.ts';
import { runBaselineAction, type BaselineOutside } from '../../src/entry/baseline-action-run.ts';
import { trainBaseline } from '../../src/entry/train-baseline.ts';
import { buildCommentEvent, buildWorkflowRunEvent } from '../github/events.ts';
import { startGitHub, type GitHubServer } from '../github/server.ts';
import { readExampleWorkflow } from '../github/stand-in-runner.ts';
import type { StoredRun } from '../github/state.ts';

export const headSha = 'a'.repeat(40);
export const config = `dataset: { name: scans }
samples: { manifest: manifest.csv, columns: { image: file, label: mask } }
labels: { kind: mask, classes: [{ name: liver, index: 1 }] }
`;

/**
 * GitHub with pull request 7 and the workflows of the examples on its default branch; `ann` may write, `bob` may read.
 * Nothing may be asked that GitHub does not know.
 */
export async function openRepository(headRepository = 'clinic/scans'): Promise<GitHubServer> {
  const github = await startGitHub();
  onTestFinished(async () => {
    await github.close();
    expect(github.violations).toEqual([]);
  });
  const { state } = github;
  state.pulls.push({
    ...{ number: 7, state: 'open', isLocked: false, headSha, headBranch: 'more', headRepository },
  });
  state.files.set('holdout.yml', config);
  state.workflows.set('holdout-baseline.yml', await readExampleWorkflow());
  state.collaborators.set('ann', 'write').set('bob', 'read');
  return github;
}

export interface StepOutcome {
  readonly code: 0 | 1 | 2;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

export interface BaselineStep {
  readonly event: { readonly name: string; readonly payload: unknown };
  readonly inputs?: Readonly<Record<string, string>>;
  /** The run that the step is in; one that GitHub does not list without it. */
  readonly runId?: number;
  /** `dispatch` without it. */
  readonly token?: string;
  readonly workspace?: string;
  readonly temporary?: string;
  /** What happens while the step pauses, given the milliseconds since its beginning. */
  readonly meanwhile?: (passedMs: number) => void | Promise<void>;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

let correlations = 0;

/** Runs the action of the baseline in this process, on a clock that goes with its pauses. */
export async function runStep(github: GitHubServer, step: BaselineStep): Promise<StepOutcome> {
  const { event, inputs = {}, token = 'dispatch', meanwhile = () => undefined } = step;
  let [log, summary, passedMs] = ['', '', 0];
  const outputs: Record<string, string> = {};
  const wait = async (ms: number): Promise<void> => {
    passedMs += ms;
    await meanwhile(passedMs);
  };
  const access = (secret: string): GitHubAccess => ({
    ...{ apiUrl: github.url, token: secret, version: '0.0.0', wait, now: () => passedMs },
  });
  const { repository } = github.state;
  const workspace = step.workspace ?? '/nowhere';
  const outside: BaselineOutside = {
    folders: { workspace, temporary: step.temporary ?? '/nowhere' },
    getInput: (name) => ({ token, ...inputs })[name] ?? '',
    setOutput: (name, value) => (outputs[name] = String(value)),
    writeSummary: (markdown) => Promise.resolve(void (summary += markdown)),
    log: (text) => (log += text),
    context: {
      eventName: event.name,
      readEvent: () => Promise.resolve(event.payload),
      ...{
        repository,
        runId: step.runId ?? 500,
        attempt: 1,
        apiUrl: github.url,
        serverUrl: 'https://github.com',
      },
    },
    openForge: (_, secret) => openGitHub(repository, access(secret)),
    openWorkflows: (_, secret) => openGitHubWorkflows(repository, access(secret)),
    wait,
    now: () => passedMs,
    today: '2026-01-01',
    version: '0.0.0',
    makeCorrelationId: () => String(++correlations).padStart(32, '0'),
    train: (request, training) => {
      const stream = { write: (text: string) => ((log += text), true), isTTY: false };
      const cli = { cwd: workspace, today: '2026-01-01', stdout: stream, stderr: stream };
      return trainBaseline(request, training, { ...cli, env: step.env ?? process.env });
    },
  };
  const code = await runBaselineAction(outside);
  return { code, log, summary, outputs };
}

/** A comment at the pull request, and the run of the action that it starts. */
export function writeCommand(
  github: GitHubServer,
  body: string,
  {
    author = 'ann',
    ...more
  }: Partial<BaselineStep> & { readonly author?: string; readonly action?: string } = {},
): Promise<StepOutcome> {
  const { state } = github;
  const comment = state.nextId++;
  state.comments.push({ id: comment, pull: 7, login: author, type: 'User', body });
  const { action = 'created', ...rest } = more;
  const payload = buildCommentEvent({
    ...{ repository: state.repository, number: 7, comment, author, body, action },
  });
  return runStep(github, { ...rest, event: { name: 'issue_comment', payload } });
}

/** The run of the action that the end of another run starts. */
export function completeRun(
  github: GitHubServer,
  run: StoredRun,
  more: Partial<BaselineStep> = {},
): Promise<StepOutcome> {
  const payload = buildWorkflowRunEvent({
    repository: github.state.repository,
    number: 7,
    headSha: run.headSha,
    headBranch: run.headBranch,
    headRepository: github.state.repository,
    runId: run.id,
    attempt: run.attempt,
    conclusion: run.conclusion ?? 'success',
    trigger: run.event,
  });
  const { inputs = {}, ...rest } = more;
  const event = { name: 'workflow_run', payload };
  return runStep(github, { token: 'write', event, ...rest, inputs: { mode: 'complete', ...inputs } });
}

/** The step in the last job of the run itself, which goes on meanwhile; `outcome` is how the job that trained ended. */
export function completeOwnRun(
  github: GitHubServer,
  run: StoredRun,
  outcome: string,
  more: Partial<BaselineStep> = {},
): Promise<StepOutcome> {
  const { inputs = {}, ...rest } = more;
  const event = { name: 'workflow_dispatch', payload: { inputs: run.inputs } };
  return completeRun(github, run, { event, runId: run.id, ...rest, inputs: { outcome, ...inputs } });
}

/** A new folder, removed when the test ends. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'holdout-runner-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
