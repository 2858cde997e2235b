import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { digestConfig } from '../../src/publish/baseline-request.ts';
import { goodResult } from '../baseline/draw-result.ts';
import { buildCommentEvent, buildWorkflowRunEvent } from '../github/events.ts';
import { endRun, readExampleWorkflow, takeJob, uploadFolder } from '../github/stand-in-runner.ts';
import { writeDataset } from './dataset.ts';
import { makePlace, openPullRequest, runOnGitHub } from './github-run.ts';
import { findActionNode } from './programs.ts';

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

describe.each([
  ['the Node of these tests', () => process.execPath],
  ['the Node of actions', () => actionNode],
] as const)('a baseline, on %s', (_, node) => {
  it('goes from a comment over a runner into the comment of the pull request', async () => {
    const github = await openPullRequest(headSha);
    const { state } = github;
    const { repository } = state;
    const place = await makePlace();
    await writeDataset(join(place.workspace, 'data'));
    const config = `${await readFile(join(place.workspace, 'data/holdout.yml'), 'utf8')}baseline: { command: [${process.execPath}, base/train.mjs] }\n`;
    state.files.set('holdout.yml', config);
    state.workflows.set('holdout-baseline.yml', await readExampleWorkflow());
    state.collaborators.set('ann', 'write');

    const body = `/holdout baseline ${headSha}`;
    state.comments.push({ id: 1, pull: 7, login: 'ann', type: 'User', body });
    const comment = buildCommentEvent({ repository, number: 7, comment: 1, author: 'ann', body });
    const sent = await runOnGitHub(github, await makePlace(), {
      ...{ node: node(), action: 'baseline', runId: 200, token: 'dispatch' },
      event: { name: 'issue_comment', payload: comment },
    });
    expect(sent).toMatchObject({ code: 0, stderr: '', commands: [] });

    const run = takeJob(state);
    expect(run.inputs).toMatchObject({ head_sha: headSha, config_digest: digestConfig(config) });
    await mkdir(join(place.workspace, 'base'));
    await writeFile(join(place.workspace, 'base/holdout.yml'), config);
    await writeFile(join(place.workspace, 'base/train.mjs'), trainer);
    const trained = await runOnGitHub(github, place, {
      ...{ node: node(), action: 'baseline', runId: run.id, token: '' },
      event: { name: 'workflow_dispatch', payload: { inputs: run.inputs } },
      inputs: { mode: 'train' },
    });
    expect(trained).toMatchObject({ code: 0, stderr: '', commands: [] });
    expect(trained.stdout).toContain('from the trainer');
    const folder = trained.outputs['folder'] ?? '';
    expect((await readdir(folder)).sort()).toEqual(['input.json', 'request.json', 'result.json']);
    await uploadFolder(state, run, folder);
    endRun(run, 'success');

    const end = buildWorkflowRunEvent({
      ...{ repository, number: 7, headSha: run.headSha, headBranch: 'main', headRepository: repository },
      ...{ runId: run.id, attempt: 1, conclusion: 'success', trigger: 'workflow_dispatch' },
    });
    const told = await runOnGitHub(github, await makePlace(), {
      ...{ node: node(), action: 'baseline', runId: 300 },
      event: { name: 'workflow_run', payload: end },
      inputs: { mode: 'complete' },
    });
    expect(told).toMatchObject({ code: 0, stderr: '', commands: [], outputs: { result: 'judged' } });
    expect(state.checkRuns).toMatchObject([
      { sha: headSha, name: 'holdout/baseline', conclusion: 'success' },
    ]);
    const comments = state.comments.filter(({ type }) => type === 'Bot');
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain('Baseline: it learned');
  });
});
