import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { readMarker } from '../../src/publish/comment-marker.ts';
import { buildPullRequestEvent } from '../github/events.ts';
import { refuse } from '../github/answers.ts';
import { troubles, type Fault, type GitHubServer } from '../github/server.ts';
import { makeDatasetPlace, openPullRequest, runOnGitHub, type RunPlace } from './github-run.ts';
import { findActionNode } from './programs.ts';
import type { ActionRun } from './runner.ts';

const first = 'a'.repeat(40);
const second = 'b'.repeat(40);

let actionNode = '';

beforeAll(async () => {
  actionNode = await findActionNode();
});

/** Audits a push of that commit. */
function audit(
  github: GitHubServer,
  place: RunPlace,
  headSha: string,
  more: Partial<Parameters<typeof runOnGitHub>[2]> & { readonly headRepository?: string } = {},
): Promise<ActionRun> {
  const { repository } = github.state;
  const { headRepository = repository, ...rest } = more;
  const payload = buildPullRequestEvent({
    repository,
    number: 7,
    headSha,
    headBranch: 'more',
    headRepository,
  });
  return runOnGitHub(github, place, { event: { name: 'pull_request', payload }, runId: 100, ...rest });
}

const bodies = ({ state }: GitHubServer) => state.comments.map(({ body }) => body);

describe.each([
  ['the Node of these tests', () => process.execPath],
  ['the Node of actions', () => actionNode],
] as const)('a pull request of the same repository, on %s', (_, node) => {
  it('gets a comment, which the next push updates in place', async () => {
    const github = await openPullRequest(first);
    const clean = await audit(github, await makeDatasetPlace(), first, { node: node() });
    expect(clean).toMatchObject({ code: 0, stderr: '' });
    expect(clean.summary).toContain('The comment was written.');
    expect(bodies(github)).toHaveLength(1);
    expect(bodies(github)[0]).toContain('tiny');
    expect(bodies(github)[0]).toContain(`Audit of ${first}`);

    for (const pull of github.state.pulls) pull.headSha = second;
    const leaking = await audit(github, await makeDatasetPlace(true), second, { node: node(), runId: 101 });
    expect(leaking).toMatchObject({ code: 1, stderr: '' });
    expect(leaking.summary).toContain('The comment was brought up to date.');
    expect(bodies(github)).toHaveLength(1);
    expect(bodies(github)[0]).toContain('leakage/subject');
    expect(readMarker(bodies(github)[0] ?? '')).toEqual({
      name: 'holdout',
      headSha: second,
      runId: 101,
      attempt: 1,
    });
  });
});

describe('what an audit does where it may not comment', () => {
  it.each(['read', 'bare'])('says so in the summary and goes on with the token %s', async (token) => {
    const github = await openPullRequest(first);
    const run = await audit(github, await makeDatasetPlace(), first, { token });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.summary).toMatch(/tiny[^]*The comment was not published[^]*pull-requests/u);
    expect(run.commands).toEqual([]);
    expect(github.state.comments).toEqual([]);
  });

  it('does not try from a fork', async () => {
    const github = await openPullRequest(first, 'someone/scans');
    const run = await audit(github, await makeDatasetPlace(), first, {
      token: 'read',
      headRepository: 'someone/scans',
    });
    expect(run.code).toBe(0);
    expect(run.summary).toContain('A second workflow can');
    expect(github.served).toEqual([]);
  });

  it('asks nothing where comments are not wanted', async () => {
    const github = await openPullRequest(first);
    const run = await audit(github, await makeDatasetPlace(), first, { inputs: { comment: 'never' } });
    expect(run.code).toBe(0);
    expect(github.served).toEqual([]);
  });

  it('refuses pull_request_target, whose token a stranger’s files must not meet', async () => {
    const github = await openPullRequest(first);
    const run = await audit(github, await makeDatasetPlace(), first, {
      event: { name: 'pull_request_target', payload: {} },
    });
    expect(run.code).toBe(2);
    expect(run.commands[0]?.data).toContain('pull_request_target');
    expect(github.served).toEqual([]);
  });
});

describe('runs that meet', () => {
  it('end with one comment, that of the later', async () => {
    const github = await openPullRequest(first);
    // Both have seen that there is no comment before either writes one.
    let arrived = 0;
    let release = (): void => undefined;
    const bothArrived = new Promise<void>((resolve) => (release = resolve));
    const wait = () => {
      if (++arrived === 2) release();
      return bothArrived;
    };
    github.fail('issues/create-comment', { kind: 'meanwhile', happen: wait }, 2);
    const places = [await makeDatasetPlace(), await makeDatasetPlace()] as const;
    const runs = await Promise.all([
      audit(github, places[0], first, { runId: 100 }),
      audit(github, places[1], first, { runId: 101 }),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(arrived).toBe(2);
    expect(bodies(github).map((body) => readMarker(body)?.runId)).toEqual([101]);
  });

  it('leave the word to the run of a newer push', async () => {
    const github = await openPullRequest(second);
    expect((await audit(github, await makeDatasetPlace(true), second, { runId: 101 })).code).toBe(1);
    const [body] = bodies(github);
    const late = await audit(github, await makeDatasetPlace(), first, { runId: 100 });
    expect(late.code).toBe(0);
    expect(late.summary).toContain('a newer commit was pushed');
    expect(bodies(github)).toEqual([body]);
  });

  it('write nothing where a push comes between looking and writing', async () => {
    const github = await openPullRequest(first);
    const push: Fault = {
      kind: 'meanwhile',
      happen: ({ pulls }) => {
        for (const pull of pulls) pull.headSha = second;
      },
    };
    github.fail('pulls/get', push);
    const run = await audit(github, await makeDatasetPlace(), first);
    expect(run.summary).toContain('a newer commit was pushed');
    expect(bodies(github)).toEqual([]);
  });

  it('write nothing where the pull request is closed', async () => {
    const github = await openPullRequest(first);
    for (const pull of github.state.pulls) pull.state = 'closed';
    const run = await audit(github, await makeDatasetPlace(), first);
    expect(run).toMatchObject({ code: 0 });
    expect(run.summary).toContain('the pull request is closed');
    expect(bodies(github)).toEqual([]);
  });
});

describe('a comment among others', () => {
  it('is found on a later page, and only by its author', async () => {
    const github = await openPullRequest(first);
    const add = (login: string, body: string) =>
      void github.state.comments.push({ id: github.state.nextId++, pull: 7, login, type: 'User', body });
    expect((await audit(github, await makeDatasetPlace(), first)).code).toBe(0);
    const [own] = github.state.comments.splice(0);
    const forged = own?.body ?? '';
    add('someone', forged);
    for (let at = 0; at < 150; at++) add('someone', String(at));
    add('github-actions[bot]', forged);
    const place = await makeDatasetPlace(true);
    expect((await audit(github, place, first, { runId: 101 })).code).toBe(1);
    expect(github.state.comments).toHaveLength(152);
    expect(github.state.comments[0]?.body).toBe(forged);
    expect(github.state.comments.at(-1)?.body).toContain('leakage/subject');
  });
});

describe('what goes wrong with publishing', () => {
  const always = 30;

  it.each<[string, string, Fault, number]>([
    [
      'a fault over there, soon over',
      'issues/list-comments',
      { kind: 'answer', answer: troubles.serverError },
      1,
    ],
    [
      'a secondary limit, soon over',
      'issues/create-comment',
      { kind: 'answer', answer: troubles.secondaryLimit(1) },
      1,
    ],
    [
      'a connection that is lost after the comment was written',
      'issues/create-comment',
      { kind: 'cut', when: 'after' },
      1,
    ],
    ['a connection that is lost before', 'issues/create-comment', { kind: 'cut', when: 'before' }, 1],
    ['half an answer', 'pulls/get', { kind: 'half' }, 1],
  ])('is overcome: %s', async (_, operation, fault, times) => {
    const github = await openPullRequest(first);
    github.fail(operation, fault, times);
    const run = await audit(github, await makeDatasetPlace(), first);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.commands).toEqual([]);
    expect(bodies(github)).toHaveLength(1);
  });

  it.each<[string, string, Fault, string]>([
    [
      'a long secondary limit',
      'issues/create-comment',
      { kind: 'answer', answer: troubles.secondaryLimit(3600) },
      'secondary rate limit',
    ],
    ['a fault that stays', 'pulls/get', { kind: 'answer', answer: troubles.serverError }, '502'],
    [
      'a comment that is never taken',
      'issues/create-comment',
      { kind: 'answer', answer: troubles.serverError },
      '502',
    ],
    [
      'a connection that is always lost',
      'issues/list-comments',
      { kind: 'cut', when: 'before' },
      'connection was lost',
    ],
    ['a pull request that is gone', 'pulls/get', { kind: 'answer', answer: refuse(404, 'Not Found') }, '404'],
    [
      'a body that is refused',
      'issues/create-comment',
      { kind: 'answer', answer: refuse(422, 'Validation Failed') },
      '422',
    ],
  ])('warns and changes nothing else: %s', async (_, operation, fault, words) => {
    const github = await openPullRequest(first);
    github.fail(operation, fault, always);
    const run = await audit(github, await makeDatasetPlace(), first);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.commands.map(({ name }) => name)).toEqual(['warning']);
    expect(run.commands[0]?.data).toContain(words);
    expect(bodies(github)).toEqual([]);
  });

  it('comes after the result is safe, and makes no failed audit green', async () => {
    const github = await openPullRequest(first);
    github.fail('issues/create-comment', { kind: 'answer', answer: troubles.secondaryLimit(3600) });
    const run = await audit(github, await makeDatasetPlace(true), first);
    expect(run).toMatchObject({ code: 1, stderr: '' });
    expect(run.summary).toMatch(/leakage\/subject[^]*The comment was not published/u);
    expect(JSON.parse(await readFile(run.outputs['report'] ?? '', 'utf8'))).toMatchObject({
      schemaVersion: 1,
    });
    expect(await readFile(run.outputs['html'] ?? '', 'utf8')).toContain('leakage/subject');
  });

  it('warns of a locked conversation', async () => {
    const github = await openPullRequest(first);
    for (const pull of github.state.pulls) pull.isLocked = true;
    const run = await audit(github, await makeDatasetPlace(), first);
    expect(run.code).toBe(0);
    expect(run.commands.map(({ data }) => data).join()).toContain('unlock the conversation');
  });

  it('writes again where somebody deletes the comment meanwhile', async () => {
    const github = await openPullRequest(first);
    await audit(github, await makeDatasetPlace(), first);
    github.fail('issues/update-comment', {
      kind: 'meanwhile',
      happen: (state) => void (state.comments = []),
    });
    const run = await audit(github, await makeDatasetPlace(), first, { runId: 101 });
    expect(run.summary).toContain('The comment was written.');
    expect(bodies(github).map((body) => readMarker(body)?.runId)).toEqual([101]);
  });

  it('shows the token nowhere', async () => {
    const github = await openPullRequest(first);
    github.state.tokens.clear();
    const run = await audit(github, await makeDatasetPlace(), first, { token: 'secret-of-this-test' });
    expect(run.code).toBe(0);
    expect(run.summary).toContain('401');
    expect(run.stdout + run.stderr + run.summary).not.toContain('secret-of-this-test');
  });
});
