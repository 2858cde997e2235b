import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { artifactBounds, reportEntry } from '../../src/publish/open-artifact.ts';
import { readMarker } from '../../src/publish/comment-marker.ts';
import { serializeReport } from '../../src/report/json.ts';
import { buildPullRequestEvent, buildWorkflowRunEvent, type RunOfEvent } from '../github/events.ts';
import { troubles, type GitHubServer } from '../github/server.ts';
import type { StoredArtifact } from '../github/state.ts';
import { writeZip, type ZipEntry } from '../publish/write-zip.ts';
import { buildAbdomenReport } from '../report/fixtures/abdomen-report.ts';
import { makeDatasetPlace, makePlace, openPullRequest, runOnGitHub, type GitHubRun } from './github-run.ts';
import { findActionNode } from './programs.ts';
import type { ActionRun } from './runner.ts';

const first = 'a'.repeat(40);
const second = 'b'.repeat(40);
const fork = 'someone/scans';

let actionNode = '';

beforeAll(async () => {
  actionNode = await findActionNode();
});

/** The first stage: the built Action with a token that may only read. @returns the report and how the job ended */
async function auditFork(github: GitHubServer, headSha: string, hasLeak: boolean) {
  const place = await makeDatasetPlace(hasLeak);
  const { repository } = github.state;
  const head = { repository, number: 7, headSha, headBranch: 'more', headRepository: fork };
  const event = { name: 'pull_request', payload: buildPullRequestEvent(head) };
  const run = await runOnGitHub(github, place, { event, runId: 100, token: 'read' });
  const report = await readFile(run.outputs['report'] ?? '', 'utf8');
  return { report, conclusion: run.code === 0 ? 'success' : 'failure' };
}

/** Leaves a zip as the artifact of run 100. */
function leave(github: GitHubServer, zip: Uint8Array, more: Partial<StoredArtifact> = {}): void {
  const id = github.state.nextId++;
  github.state.artifacts.push({
    id,
    name: 'holdout-report',
    runId: 100,
    headSha: first,
    bytes: zip,
    ...more,
  });
}

/** The second stage, on the end of run 100. */
async function comment(
  github: GitHubServer,
  { run = {}, ...more }: Partial<GitHubRun> & { readonly run?: Partial<RunOfEvent> } = {},
): Promise<ActionRun> {
  const payload = buildWorkflowRunEvent({
    repository: github.state.repository,
    number: 7,
    headSha: first,
    headBranch: 'more',
    headRepository: fork,
    runId: 100,
    attempt: 1,
    conclusion: 'success',
    ...run,
  });
  const event = { name: 'workflow_run', payload };
  return runOnGitHub(github, await makePlace(), { action: 'comment', event, runId: 200, ...more });
}

/** A report without checks, and so without errors. */
const plainReport = serializeReport({
  ...buildAbdomenReport(),
  verdict: { level: 'supported', reasons: [] },
  checks: [],
  charts: [],
});
const plainEntry: ZipEntry = { name: reportEntry, content: plainReport };

const bodies = ({ state }: GitHubServer) => state.comments.map(({ body }) => body);

describe.each([
  ['the Node of these tests', () => process.execPath],
  ['the Node of actions', () => actionNode],
] as const)('the pull request of a fork, on %s', (_, node) => {
  it('is audited without permissions and commented on from elsewhere', async () => {
    const github = await openPullRequest(first, fork);
    const audit = await auditFork(github, first, true);
    expect(github.served).toEqual([]);
    leave(github, writeZip([{ name: reportEntry, content: audit.report }]));
    const inputs = { directory: 'data' };
    const run = await comment(github, { node: node(), inputs, run: { conclusion: audit.conclusion } });
    expect(run).toMatchObject({ code: 0, stderr: '', commands: [], outputs: { 'pull-request': '7' } });
    expect(run.summary).toMatch(/leakage\/subject[^]*The comment was written/u);
    expect(bodies(github)).toHaveLength(1);
    expect(bodies(github)[0]).toContain('leakage/subject');
    expect(readMarker(bodies(github)[0] ?? '')).toEqual({
      name: 'holdout',
      headSha: first,
      runId: 100,
      attempt: 1,
    });
    const [checkRun] = github.state.checkRuns;
    expect(checkRun).toMatchObject({ sha: first, name: 'holdout', conclusion: 'failure' });
    expect(checkRun?.annotations).toContainEqual(expect.objectContaining({ path: 'data/manifest.csv' }));

    for (const pull of github.state.pulls) pull.headSha = second;
    const mended = await auditFork(github, second, false);
    leave(github, writeZip([{ name: reportEntry, content: mended.report }]), { runId: 101, headSha: second });
    const next = await comment(github, { node: node(), run: { headSha: second, runId: 101 } });
    expect(next).toMatchObject({ code: 0, stderr: '', commands: [] });
    expect(bodies(github)).toHaveLength(1);
    expect(bodies(github)[0]).not.toContain('leakage/subject: ');
    expect(readMarker(bodies(github)[0] ?? '')).toMatchObject({ headSha: second, runId: 101 });
    expect(github.state.checkRuns[1]).toMatchObject({ sha: second, conclusion: 'success' });
  });
});

describe('a hostile artifact', () => {
  const zeros = new Uint8Array(artifactBounds.reportBytes + 1);

  it.each<[string, () => Uint8Array, Partial<StoredArtifact>, RegExp]>([
    ['a bomb', () => writeZip([{ name: reportEntry, content: zeros }]), {}, /more than 67108864 bytes/],
    [
      'a bomb that says it is small',
      () => writeZip([{ name: reportEntry, content: zeros, claimedBytes: 100 }]),
      {},
      /too many bytes/,
    ],
    [
      'a name that leaves the folder',
      () => writeZip([plainEntry, { name: '../../x', content: '' }]),
      {},
      /relative path/,
    ],
    ['a link', () => writeZip([{ ...plainEntry, mode: 0o120777 }]), {}, /no regular file/],
    [
      'too many entries',
      () =>
        writeZip([plainEntry, ...Array.from({ length: 100 }, (_, at) => ({ name: `x${at}`, content: '' }))]),
      {},
      /101 entries/,
    ],
    [
      'a zip that is too long',
      () => new Uint8Array(artifactBounds.zipBytes + 1),
      {},
      /more than 16777216 bytes/,
    ],
    [
      'a zip that is longer than GitHub was told',
      () => new Uint8Array(artifactBounds.zipBytes + 1),
      { claimedBytes: 100 },
      /more than 16777216 bytes/,
    ],
    ['no zip', () => Buffer.from('no zip'), {}, /[Ee]nd of central directory/],
    ['no JSON', () => writeZip([{ ...plainEntry, content: '{' }]), {}, /no JSON/],
    [
      'a report against its schema',
      () => writeZip([{ ...plainEntry, content: plainReport.replace('{', '{ "pullRequest": 8,') }]),
      {},
      /as its schema has it/,
    ],
    [
      'the report of another commit',
      () => writeZip([plainEntry]),
      { headSha: second },
      /another run or commit/,
    ],
    ['an artifact that has expired', () => writeZip([plainEntry]), { isExpired: true }, /expired/],
  ])('is refused, and the commit is red: %s', async (_, makeZip, more, reason) => {
    const github = await openPullRequest(first, fork);
    leave(github, makeZip(), more);
    const run = await comment(github);
    expect(run).toMatchObject({ code: 1, stderr: '' });
    expect(run.commands.map(({ name }) => name)).toContain('error');
    expect(run.commands.map(({ data }) => data).join()).toMatch(reason);
    expect(bodies(github)).toEqual([]);
    expect(github.state.checkRuns).toMatchObject([{ sha: first, conclusion: 'failure' }]);
  });

  it('chooses no pull request: that is the one with the head of the run', async () => {
    const github = await openPullRequest(first, fork);
    github.state.pulls.push({
      number: 8,
      state: 'open',
      isLocked: false,
      headSha: second,
      headBranch: 'other',
      headRepository: github.state.repository,
    });
    const forged = ['pr_number', 'NR', 'pull-request.json'].map((name) => ({ name, content: '8' }));
    leave(github, writeZip([...forged, plainEntry]));
    expect((await comment(github)).code).toBe(0);
    expect(github.state.comments.map(({ pull }) => pull)).toEqual([7]);
  });

  it('says nothing to the runner, whatever its names are', async () => {
    const github = await openPullRequest(first, fork);
    const name = '\n::error::gone\n##[error]gone/../x';
    leave(github, writeZip([plainEntry, { name, content: '' }]));
    const run = await comment(github);
    expect(run.code).toBe(1);
    for (const { properties } of run.commands) expect(properties['title']).toBe('holdout');
  });
});

describe('the result of a commit', () => {
  it('is not green where the run failed, though its report is', async () => {
    const github = await openPullRequest(first, fork);
    leave(github, writeZip([plainEntry]));
    expect((await comment(github, { run: { conclusion: 'failure' } })).code).toBe(0);
    expect(github.state.checkRuns).toMatchObject([{ conclusion: 'failure' }]);
    expect(github.state.checkRuns[0]?.title).toContain('the run failed');
  });

  it('may be a status', async () => {
    const github = await openPullRequest(first, fork);
    leave(github, writeZip([plainEntry]));
    expect((await comment(github, { inputs: { result: 'status', name: 'liver' } })).code).toBe(0);
    expect(github.state.statuses).toMatchObject([{ sha: first, state: 'success', context: 'liver' }]);
    expect(github.state.checkRuns).toEqual([]);
  });

  it('is red where a run that ended left no report', async () => {
    const github = await openPullRequest(first, fork);
    const run = await comment(github, { run: { conclusion: 'failure' } });
    expect(run.code).toBe(1);
    expect(github.state.checkRuns).toMatchObject([{ conclusion: 'failure' }]);
    expect(run.summary).toContain('no artifact holdout-report');
  });

  it.each([
    ['was cancelled', { conclusion: 'cancelled' }],
    ['was on a push', { trigger: 'push' }],
  ])('stays open where the run %s', async (_, run) => {
    const github = await openPullRequest(first, fork);
    expect(await comment(github, { run })).toMatchObject({ code: 0, stderr: '' });
    expect([...github.state.checkRuns, ...bodies(github)]).toEqual([]);
  });
});

describe('a comment that cannot be written', () => {
  it('leaves the summary and a warning where the token only reads', async () => {
    const github = await openPullRequest(first, fork);
    leave(github, writeZip([plainEntry]));
    const run = await comment(github, { token: 'read' });
    expect(run).toMatchObject({ code: 2, stderr: '' });
    expect(run.summary).toMatch(/abdomen[^]*checks: write[^]*pull-requests: write/u);
    expect(run.commands.map(({ name }) => name)).toEqual(['warning', 'warning']);
  });

  it('names the permission without which no report is found', async () => {
    const github = await openPullRequest(first, fork);
    const run = await comment(github, { token: 'bare' });
    expect(run).toMatchObject({ code: 2, stderr: '' });
    expect(run.commands.map(({ data }) => data).join()).toContain('actions: read');
  });

  it('leaves the result of the commit, which was there first', async () => {
    const github = await openPullRequest(first, fork);
    leave(github, writeZip([plainEntry]));
    github.fail('issues/create-comment', { kind: 'answer', answer: troubles.secondaryLimit(3600) });
    expect((await comment(github)).code).toBe(2);
    expect(github.state.checkRuns).toHaveLength(1);
  });

  it('is not missed where another push has come', async () => {
    const github = await openPullRequest(second, fork);
    leave(github, writeZip([plainEntry]));
    const run = await comment(github);
    expect(run.code).toBe(0);
    expect(run.summary).toContain('not the head of an open pull request any more');
    expect(bodies(github)).toEqual([]);
  });

  it('is not put at one of two pull requests', async () => {
    const github = await openPullRequest(first, fork);
    github.state.pulls.push(...github.state.pulls.map((pull) => ({ ...pull, number: 8 })));
    leave(github, writeZip([plainEntry]));
    const run = await comment(github);
    expect(run.code).toBe(0);
    expect(run.summary).toContain('the head of 2 pull requests');
    expect(bodies(github)).toEqual([]);
  });

  it('is a mistake of the workflow on another event', async () => {
    const github = await openPullRequest(first, fork);
    const run = await comment(github, { event: { name: 'pull_request', payload: {} } });
    expect(run.code).toBe(2);
    expect(run.commands[0]?.data).toContain('not workflow_run');
    expect(github.served).toEqual([]);
  });
});
