import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { reportEntry } from '../../src/publish/open-artifact.ts';
import { buildPullRequestEvent, buildWorkflowRunEvent } from '../github/events.ts';
import type { GitHubServer } from '../github/server.ts';
import { writeZip } from '../publish/write-zip.ts';
import { writeDataset } from './dataset.ts';
import { makePlace, openPullRequest, runOnGitHub, type RunPlace } from './github-run.ts';
import { makeFolder } from './programs.ts';
import { commitAll, edit, git, initialize } from './repository.ts';
import type { ActionRun } from './runner.ts';

/** A repository with a pull request, as far as git knows of it. */
interface Origin {
  readonly url: string;
  /** What the event names as the base. */
  readonly baseSha: string;
  /** What the base has become before the run. */
  readonly newBaseSha: string;
  readonly headSha: string;
}

/**
 * The pull request moves p2 to test; before the run, another change of the base moves p3 to val. What GitHub merges for
 * the run is the branch `merge`.
 */
async function makeOrigin(
  change: (folder: string) => Promise<void> = () => Promise.resolve(),
): Promise<Origin> {
  const folder = await makeFolder();
  await writeDataset(folder, 'p1');
  const baseSha = await initialize(folder);
  await git(folder, 'checkout', '--quiet', '-b', 'more');
  await edit(folder, 'manifest.csv', (text) => text.replaceAll('p2,train', 'p2,test'));
  await change(folder);
  const headSha = await commitAll(folder);
  await git(folder, 'checkout', '--quiet', 'main');
  await edit(folder, 'manifest.csv', (text) => text.replaceAll('p6,test', 'p6,val'));
  const newBaseSha = await commitAll(folder);
  await git(folder, 'checkout', '--quiet', '-b', 'merge');
  await git(folder, 'merge', '--quiet', '--no-ff', '-m', 'merge', 'more');
  return { url: pathToFileURL(folder).href, baseSha, newBaseSha, headSha };
}

/** A place with the merge checked out as `actions/checkout` does: without settings one commit, nothing behind it. */
async function checkOut({ url }: Origin, depth = 1): Promise<RunPlace> {
  const place = await makePlace();
  const clone = join(place.workspace, '..', 'clone');
  await git(place.workspace, 'clone', '--quiet', `--depth=${depth}`, '--branch=merge', url, clone);
  await rename(clone, place.workspace);
  return place;
}

function audit(
  github: GitHubServer,
  place: RunPlace,
  { headSha, baseSha }: Origin,
  inputs: Readonly<Record<string, string>> = {},
  headRepository = github.state.repository,
): Promise<ActionRun> {
  const { repository } = github.state;
  const payload = buildPullRequestEvent({
    repository,
    number: 7,
    headSha,
    baseSha,
    headBranch: 'more',
    headRepository,
  });
  const token = headRepository === repository ? 'write' : 'read';
  return runOnGitHub(github, place, { event: { name: 'pull_request', payload }, runId: 100, inputs, token });
}

async function readReport(run: ActionRun): Promise<Report> {
  return JSON.parse(await readFile(run.outputs['report'] ?? '', 'utf8')) as Report;
}

it('is told in the comment, against what the change is merged into', async () => {
  const origin = await makeOrigin();
  const github = await openPullRequest(origin.headSha);
  const run = await audit(github, await checkOut(origin), origin);
  expect(run).toMatchObject({ code: 1, stderr: '' });
  const { change } = await readReport(run);
  expect(change).toMatchObject({ baseSha: origin.newBaseSha, notes: [] });
  expect(change?.samples?.movedSubjects.items).toEqual([
    { subject: 'p2', before: ['train'], after: ['test'] },
  ]);
  const [comment] = github.state.comments;
  expect(comment?.body).toContain(`Since ${origin.newBaseSha.slice(0, 7)}`);
  expect(comment?.body).toContain('1 subject moved from train to test');
});

it('is known without another word with the server where the base is checked out as well', async () => {
  const origin = await makeOrigin();
  const github = await openPullRequest(origin.headSha);
  const place = await checkOut(origin, 2);
  await git(place.workspace, 'remote', 'remove', 'origin');
  const { change } = await readReport(await audit(github, place, origin));
  expect(change).toMatchObject({
    baseSha: origin.newBaseSha,
    notes: [],
    findings: { unchanged: { error: 1 } },
  });
});

it('leaves the audit as it is where the base is out of reach, and says what to do', async () => {
  const origin = await makeOrigin();
  const github = await openPullRequest(origin.headSha);
  const place = await checkOut(origin);
  await git(place.workspace, 'remote', 'remove', 'origin');
  const run = await audit(github, place, origin, { 'fail-on-new': 'true' });
  expect(run).toMatchObject({ code: 1, stderr: '' });
  expect(run.summary).toContain('fetch-depth<span>&#58;</span>');
  expect((await readReport(run)).change).not.toHaveProperty('baseSha');
});

it('alone fails the step where that is asked for', async () => {
  const origin = await makeOrigin();
  const github = await openPullRequest(origin.headSha);
  const place = await checkOut(origin);
  // p1 leaks in the base, and goes on doing so.
  const quiet = await audit(github, place, origin, { 'fail-on-new': 'true' });
  expect(quiet).toMatchObject({ code: 0, stderr: '' });
  expect(quiet.commands.filter(({ name, data }) => name === 'error' && data.includes('fail-on'))).toEqual([]);
  const all = await audit(github, place, origin, { 'fail-on-new': 'true', base: 'none' });
  expect(all.code).toBe(1);
  expect(await readReport(all)).not.toHaveProperty('change');
});

it('cannot loosen the policy it is judged by', async () => {
  const origin = await makeOrigin((folder) =>
    edit(folder, 'holdout.yml', (text) => `${text}checks: { leakage/subject: off }\n`),
  );
  const github = await openPullRequest(origin.headSha);
  const run = await audit(github, await checkOut(origin), origin);
  expect(run.code).toBe(1);
  expect(run.summary).toMatch(/### Policy[^]*1 finding would vanish/u);
});

it('is told of a fork through both stages, and fails its result alone where that is asked for', async () => {
  const origin = await makeOrigin();
  const fork = 'someone/scans';
  const github = await openPullRequest(origin.headSha, fork);
  const inputs = { 'fail-on-new': 'true' };
  const first = await audit(github, await checkOut(origin), origin, inputs, fork);
  expect(first.code).toBe(0);
  const content = await readFile(first.outputs['report'] ?? '', 'utf8');
  github.state.artifacts.push({
    id: github.state.nextId++,
    name: 'holdout-report',
    runId: 100,
    headSha: origin.headSha,
    bytes: writeZip([{ name: reportEntry, content }]),
  });
  const payload = buildWorkflowRunEvent({
    repository: github.state.repository,
    number: 7,
    headSha: origin.headSha,
    headBranch: 'more',
    headRepository: fork,
    runId: 100,
    attempt: 1,
    conclusion: 'success',
  });
  const second = await runOnGitHub(github, await makePlace(), {
    action: 'comment',
    event: { name: 'workflow_run', payload },
    runId: 200,
    inputs,
  });
  expect(second).toMatchObject({ code: 0, stderr: '' });
  expect(github.state.comments[0]?.body).toContain('1 subject moved from train to test');
  expect(github.state.checkRuns).toMatchObject([{ conclusion: 'success' }]);
});
