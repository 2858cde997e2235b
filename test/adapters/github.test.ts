import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openGitHub } from '../../src/adapters/github.ts';
import type { Forge, ForgeFailure } from '../../src/model/forge.ts';
import { describeForge } from '../contract/forge.ts';
import { refuse } from '../github/answers.ts';
import { startGitHub, troubles, type Fault, type GitHubServer } from '../github/server.ts';

const sha = 'a'.repeat(40);
let pausesMs: number[] = [];

function open(github: GitHubServer, token = 'write'): Forge {
  return openGitHub(github.state.repository, {
    apiUrl: github.url,
    token,
    version: '0.0.0',
    wait: (ms) => {
      pausesMs.push(ms);
      return Promise.resolve();
    },
    now: () => 1_000_000,
  });
}

describeForge('GitHub', async ({ pulls, permissions, artifacts }) => {
  const github = await startGitHub();
  onTestFinished(async () => {
    await github.close();
    expect(github.violations).toEqual([]);
  });
  for (const { number, isOpen, headSha, branch, repository } of pulls)
    github.state.pulls.push({
      number,
      state: isOpen ? 'open' : 'closed',
      isLocked: false,
      headSha,
      headBranch: branch,
      headRepository: repository,
    });
  for (const [user, permission] of Object.entries(permissions))
    github.state.collaborators.set(user, permission);
  github.state.artifacts.push(...artifacts);
  return open(github);
});

describe('requests to GitHub', () => {
  let github: GitHubServer;
  let forge: Forge;

  beforeEach(async () => {
    pausesMs = [];
    github = await startGitHub();
    github.state.pulls.push({
      number: 7,
      state: 'open',
      isLocked: false,
      headSha: sha,
      headBranch: 'more',
      headRepository: github.state.repository,
    });
    forge = open(github);
  });

  afterEach(async () => {
    await github.close();
    expect(github.violations).toEqual([]);
  });

  const countServed = (name: string) => github.served.filter(({ operation }) => operation === name).length;

  it.each<[string, Fault, number[]]>([
    ['a fault over there', { kind: 'answer', answer: troubles.serverError }, [1000, 3000]],
    ['a lost connection', { kind: 'cut', when: 'before' }, [1000, 3000]],
    ['half an answer', { kind: 'half' }, [1000, 3000]],
    ['a secondary limit', { kind: 'answer', answer: troubles.secondaryLimit(7) }, [7000, 7000]],
    [
      'a secondary limit without a time',
      { kind: 'answer', answer: refuse(429, 'Too many requests') },
      [60_000, 60_000],
    ],
    [
      'the limit',
      {
        kind: 'answer',
        answer: {
          ...refuse(403, 'API rate limit exceeded'),
          headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1004' },
        },
      },
      [5000, 5000],
    ],
  ])('reads again after %s, twice', async (_, fault, pauses) => {
    github.fail('pulls/get', fault, 2);
    expect(await forge.readPullRequest(7)).toMatchObject({ number: 7 });
    expect(pausesMs).toEqual(pauses);
    github.fail('pulls/get', fault, 3);
    await expect(forge.readPullRequest(7)).rejects.toMatchObject({ name: 'ForgeError' });
  });

  it('waits two minutes at most, over all requests', async () => {
    const fault: Fault = { kind: 'answer', answer: troubles.secondaryLimit(50) };
    github.fail('pulls/get', fault);
    github.fail('issues/list-comments', fault, 2);
    await forge.readPullRequest(7);
    await expect(forge.listComments(7)).rejects.toMatchObject({ reason: 'limited' });
    expect(pausesMs).toEqual([50_000, 50_000]);
  });

  it('does not wait for an hour', async () => {
    github.fail('pulls/get', { kind: 'answer', answer: troubles.secondaryLimit(3600) });
    await expect(forge.readPullRequest(7)).rejects.toMatchObject({ reason: 'limited' });
    expect(pausesMs).toEqual([]);
  });

  it.each<[Fault, number]>([
    [{ kind: 'answer', answer: troubles.serverError }, 0],
    [{ kind: 'cut', when: 'after' }, 1],
    [{ kind: 'half' }, 1],
    [{ kind: 'answer', answer: troubles.secondaryLimit(1) }, 0],
  ])('never writes a comment twice: %j', async (fault, written) => {
    github.fail('issues/create-comment', fault);
    await expect(forge.createComment(7, 'once')).rejects.toMatchObject({ reason: 'interrupted' });
    expect(github.state.comments).toHaveLength(written);
  });

  it.each<[string, ForgeFailure, Fault]>([
    ['pulls/get', 'forbidden', { kind: 'answer', answer: troubles.forbidden }],
    ['pulls/get', 'forbidden', { kind: 'answer', answer: refuse(401, 'Bad credentials') }],
    ['pulls/get', 'missing', { kind: 'answer', answer: refuse(404, 'Not Found') }],
    ['pulls/get', 'missing', { kind: 'answer', answer: refuse(410, 'Gone') }],
    ['pulls/get', 'refused', { kind: 'answer', answer: refuse(422, 'Validation Failed') }],
  ])('%s fails as %s', async (operation, reason, fault) => {
    github.fail(operation, fault);
    await expect(forge.readPullRequest(7)).rejects.toMatchObject({ reason });
    expect([countServed(operation), pausesMs]).toEqual([1, []]);
  });

  it('tells a locked conversation from a token without permission', async () => {
    for (const pull of github.state.pulls) pull.isLocked = true;
    await expect(forge.createComment(7, 'x')).rejects.toMatchObject({ reason: 'locked' });
    await expect(open(github, 'read').createComment(7, 'x')).rejects.toMatchObject({ reason: 'forbidden' });
  });

  it('sends no token to another host, though a page links there', async () => {
    github.fail('issues/list-comments', {
      kind: 'answer',
      answer: { status: 200, body: [], headers: { link: '<https://elsewhere.example/x>; rel="next"' } },
    });
    await expect(forge.listComments(7)).rejects.toThrow('elsewhere.example');
  });

  it('sends annotations in parts that GitHub takes', async () => {
    const annotations = Array.from({ length: 120 }, (_, at) => ({
      level: 'failure' as const,
      path: 'manifest.csv',
      line: at + 1,
      title: 'title',
      message: `number ${at}`,
    }));
    const run = {
      name: 'holdout',
      url: 'https://example.org/',
      title: 'Limited',
      summary: 'Text.',
      annotations,
    };
    await forge.createCheckRun(sha, { ...run, conclusion: 'failure' });
    expect(github.state.checkRuns).toMatchObject([{ sha, conclusion: 'failure', status: 'completed' }]);
    const kept = github.state.checkRuns[0]?.annotations ?? [];
    expect(kept.map((one) => (one as { start_line: number }).start_line)).toEqual(
      Array.from({ length: 120 }, (_, at) => at + 1),
    );
    await forge.createCheckRun(sha, { ...run, conclusion: 'success', annotations: [] });
    expect(github.state.checkRuns).toHaveLength(2);
  });

  it('sets a status', async () => {
    const status = {
      state: 'error',
      name: 'holdout',
      description: 'x'.repeat(140),
      url: 'https://example.org/',
    } as const;
    await forge.setStatus(sha, status);
    expect(github.state.statuses).toMatchObject([{ sha, state: 'error', context: 'holdout' }]);
    await expect(forge.setStatus(sha, { ...status, description: 'x'.repeat(141) })).rejects.toMatchObject({
      reason: 'refused',
    });
  });

  it('shows the token in no error', async () => {
    github.state.tokens.clear();
    const error: unknown = await forge.readPullRequest(7).catch((caught: unknown) => caught);
    expect(String(error)).toContain('401 Bad credentials');
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('write');
  });
});
