import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { digestConfig } from '../../src/publish/baseline-request.ts';
import { goodResult } from '../baseline/draw-result.ts';
import { buildCommentEvent, buildWorkflowRunEvent } from '../github/events.ts';
import type { GitHubServer } from '../github/server.ts';
import {
  beginTelling,
  endRun,
  readExampleWorkflow,
  takeJob,
  uploadFolder,
} from '../github/stand-in-runner.ts';
import { actionsBot, type StoredRun, type Token } from '../github/state.ts';
import { writeDataset } from './dataset.ts';
import { makePlace, openPullRequest, runOnGitHub, type RunPlace } from './github-run.ts';
import { findActionNode } from './programs.ts';
import type { ActionRun } from './runner.ts';

const headSha = 'a'.repeat(40);

/** A trainer that answers what all is well with, and tries to speak to the runner. */
const trainer = `
import { readFileSync, writeFileSync } from 'node:fs';
const [, input, , data, , output] = process.argv.slice(2);
const { digest, revision } = JSON.parse(readFileSync(input, 'utf8'));
const result = { ...${JSON.stringify(goodResult)}, input: { digest, revision } };
writeFileSync(output + '/result.json', JSON.stringify(result));
console.log('::error::from the trainer\\n##[error]from the trainer');`;

let actionNode = '';

beforeAll(async () => {
  actionNode = await findActionNode();
});

/** GitHub, whose default branch has a dataset's config and the workflow that trains, and a runner's checkout of both. */
async function openDataset() {
  const github = await openPullRequest(headSha);
  const { state } = github;
  const runner = await makePlace();
  await writeDataset(join(runner.workspace, 'data'));
  const config = `${await readFile(join(runner.workspace, 'data/holdout.yml'), 'utf8')}baseline: { command: [${process.execPath}, base/train.mjs] }\n`;
  await mkdir(join(runner.workspace, 'base'));
  await writeFile(join(runner.workspace, 'base/holdout.yml'), config);
  await writeFile(join(runner.workspace, 'base/train.mjs'), trainer);
  state.files.set('holdout.yml', config);
  state.workflows.set('holdout-baseline.yml', await readExampleWorkflow());
  return { github, runner, config };
}

/** The runner's part: takes the run that was sent, trains and leaves what came of it. */
async function train(github: GitHubServer, runner: RunPlace, node: string): Promise<StoredRun> {
  const { state } = github;
  const run = takeJob(state);
  const trained = await runOnGitHub(github, runner, {
    ...{ node, action: 'baseline', runId: run.id, token: '' },
    event: { name: 'workflow_dispatch', payload: { inputs: run.inputs } },
    inputs: { mode: 'train' },
  });
  expect(trained).toMatchObject({ code: 0, stderr: '', commands: [] });
  expect(trained.stdout).toContain('from the trainer');
  const folder = trained.outputs['folder'] ?? '';
  expect((await readdir(folder)).sort()).toEqual(['input.json', 'request.json', 'result.json']);
  await uploadFolder(state, run, folder);
  return run;
}

/** The last job of that run, which tells while the run goes on, and the run's end. */
async function tell(github: GitHubServer, run: StoredRun, node: string): Promise<ActionRun> {
  const { state } = github;
  state.tokens.set('tell', await readToken('holdout-baseline.yml', 'tell'));
  beginTelling(state, run, 'success');
  const told = await runOnGitHub(github, await makePlace(), {
    ...{ node, action: 'baseline', runId: run.id, token: 'tell' },
    event: { name: 'workflow_dispatch', payload: { inputs: run.inputs } },
    inputs: { mode: 'complete', outcome: 'success' },
  });
  expect(told).toMatchObject({ code: 0, stderr: '', commands: [], outputs: { result: 'judged' } });
  expect(run).toMatchObject({ status: 'in_progress', conclusion: null });
  endRun(run, 'success');
  return told;
}

/** The run that the end of that run starts, where a person or an app had sent it. */
async function tellOnEnd(github: GitHubServer, run: StoredRun, node: string): Promise<ActionRun> {
  const { repository } = github.state;
  const payload = buildWorkflowRunEvent({
    ...{ repository, number: 7, headSha: run.headSha, headBranch: 'main', headRepository: repository },
    ...{ runId: run.id, attempt: 1, conclusion: 'success', trigger: 'workflow_dispatch' },
  });
  return runOnGitHub(github, await makePlace(), {
    ...{ node, action: 'baseline', runId: 300, token: 'write' },
    event: { name: 'workflow_run', payload },
    inputs: { mode: 'complete' },
  });
}

/** A token with the permissions that a workflow of the examples states for a job. */
async function readToken(file: string, job: string): Promise<Token> {
  const path = new URL(`../../examples/workflows/${file}`, import.meta.url);
  type Stated = Partial<Pick<Token, 'permissions'>>;
  const workflow = parse(await readFile(path, 'utf8')) as Stated & { jobs: Record<string, Stated> };
  return { ...actionsBot, permissions: workflow.jobs[job]?.permissions ?? workflow.permissions ?? {} };
}

describe.each([
  ['the Node of these tests', () => process.execPath],
  ['the Node of actions', () => actionNode],
] as const)('a baseline, on %s', (_, findNode) => {
  it('goes from a comment over a runner into the comment of the pull request', async () => {
    const node = findNode();
    const { github, runner, config } = await openDataset();
    const { state } = github;
    state.tokens.set('with', await readToken('with-baseline.yml', 'send'));
    state.collaborators.set('ann', 'write');
    const body = `/holdout baseline ${headSha}`;
    state.comments.push({ id: 1, pull: 7, login: 'ann', type: 'User', body });
    const payload = buildCommentEvent({
      ...{ repository: state.repository, number: 7, comment: 1, author: 'ann', body },
    });
    const sent = await runOnGitHub(github, await makePlace(), {
      ...{ node, action: 'baseline', runId: 200, token: 'with' },
      event: { name: 'issue_comment', payload },
    });
    expect(sent).toMatchObject({ code: 0, stderr: '', commands: [] });
    expect(state.comments.at(-1)?.body).toContain('Baseline: sent to a runner');

    const run = await train(github, runner, node);
    expect(run.inputs).toMatchObject({ pr: '7', head_sha: headSha, config_digest: digestConfig(config) });
    await tell(github, run, node);
    expect(state.checkRuns).toMatchObject([
      { sha: headSha, name: 'holdout/baseline', conclusion: 'success' },
    ]);
    const comments = state.comments.filter(({ type }) => type === 'Bot');
    expect(comments).toHaveLength(1);
    const told = comments[0]?.body;
    expect(told).toContain('Baseline: it learned');

    const again = await tellOnEnd(github, run, node);
    expect(again).toMatchObject({ code: 0, stderr: '', commands: [], outputs: { result: 'judged' } });
    expect(state.comments.filter(({ type }) => type === 'Bot').map(({ body }) => body)).toEqual([told]);
  });

  it('goes from a schedule over a runner to the default branch, and is not sent twice', async () => {
    const node = findNode();
    const { github, runner } = await openDataset();
    const { state } = github;
    state.tokens.set('scheduled', await readToken('scheduled-baseline.yml', 'send'));
    const send = async () =>
      runOnGitHub(github, await makePlace(), {
        ...{ node, action: 'baseline', runId: 200, token: 'scheduled' },
        event: { name: 'schedule', payload: { schedule: '17 3 * * 1' } },
      });
    expect(await send()).toMatchObject({ code: 0, stderr: '', commands: [] });

    const run = await train(github, runner, node);
    expect(run.inputs).toMatchObject({ pr: 'none', head_sha: state.baseSha });
    const told = await tell(github, run, node);
    expect(told.summary).toContain('### ✅ Baseline: it learned');
    expect(state.checkRuns).toMatchObject([
      { sha: state.baseSha, name: 'holdout/baseline', conclusion: 'success' },
    ]);
    expect(state.comments).toEqual([]);

    const again = await send();
    expect(again).toMatchObject({ code: 0, stderr: '', commands: [], outputs: { run: String(run.id) } });
    expect(again.stdout).toContain(`Not sent: ${state.baseSha} has a finished baseline`);
    expect(state.runs).toHaveLength(1);
  });
});
