import { describe, expect, it, onTestFinished } from 'vitest';
import { openGitHub } from '../../src/adapters/github.ts';
import type { GitHubAccess } from '../../src/adapters/github-request.ts';
import { openGitHubWorkflows } from '../../src/adapters/github-workflows.ts';
import { checks } from '../../src/checks/index.ts';
import { answerCommand } from '../../src/entry/answer-command.ts';
import { explainCheck } from '../../src/entry/explain-check.ts';
import { maxCommentBytes } from '../../src/model/forge.ts';
import { findPart, putPart, writePart } from '../../src/publish/baseline-part.ts';
import { renderComment } from '../../src/publish/comment-body.ts';
import { putExplanation } from '../../src/publish/explanation-part.ts';
import { buildCommentEvent } from '../github/events.ts';
import { maxCommentLength } from '../github/operations.ts';
import { startGitHub, type GitHubServer } from '../github/server.ts';
import { buildAbdomenReport } from '../report/fixtures/abdomen-report.ts';

const headSha = 'a'.repeat(40);
const author = 'github-actions[bot]';

/** GitHub with pull request 7, whose newest commit run 100 has audited and commented on. */
async function openAudited(): Promise<GitHubServer> {
  const github = await startGitHub();
  onTestFinished(async () => {
    await github.close();
    expect(github.violations).toEqual([]);
  });
  const { state } = github;
  state.pulls.push({
    ...{ number: 7, state: 'open', isLocked: false, headSha, headBranch: 'more', headRepository: 'x/scans' },
  });
  state.collaborators.set('ann', 'write').set('bob', 'read').set('eve', 'none');
  state.runs.push({
    ...{ id: 100, attempt: 1, path: '.github/workflows/dataset.yml', event: 'pull_request', title: 'More' },
    ...{ headBranch: 'more', headSha, inputs: {}, status: 'completed', conclusion: 'failure', jobs: [] },
  });
  const run = { name: 'holdout', headSha, runId: 100, attempt: 1 };
  const body = renderComment(buildAbdomenReport(), { run, runUrl: 'https://example.org/' }, maxCommentBytes);
  state.comments.push({ id: 1, pull: 7, login: author, type: 'Bot', body });
  return github;
}

async function ask(
  github: GitHubServer,
  body: string,
  { by = 'ann', action = 'created', isIssue = false, token = 'dispatch' } = {},
): Promise<string> {
  const { state, url } = github;
  const comment = state.nextId++;
  state.comments.push({ id: comment, pull: 7, login: by, type: 'User', body });
  const { repository } = state;
  const payload = buildCommentEvent({ repository, number: 7, comment, author: by, body, action, isIssue });
  const wait = () => Promise.resolve();
  const access: GitHubAccess = { apiUrl: url, token, version: '0', wait, now: () => 0 };
  const forge = openGitHub(repository, access);
  const workflows = openGitHubWorkflows(repository, access);
  return (await answerCommand({ forge, workflows, name: 'holdout', author }, payload)).text;
}

const reactions = ({ state }: GitHubServer) => state.reactions.map(({ content }) => content);
const auditComment = ({ state }: GitHubServer) => state.comments.find(({ id }) => id === 1)?.body ?? '';

describe('/holdout check', () => {
  it('runs the audit of the newest commit again', async () => {
    const github = await openAudited();
    expect(await ask(github, '/holdout check')).toContain('started again');
    expect(github.state.runs).toMatchObject([{ id: 100, attempt: 2, status: 'queued' }]);
    expect(reactions(github)).toEqual(['rocket']);
    expect(await ask(github, '/holdout check')).toContain('under way already');
    expect(reactions(github)).toEqual(['rocket', 'confused']);
  });

  it.each(['bob', 'eve', 'mallory', ''])('does nothing for %j, who may not write', async (by) => {
    const github = await openAudited();
    expect(await ask(github, '/holdout check', { by })).toContain('may not');
    expect(reactions(github)).toEqual(['-1']);
    expect(github.state.runs[0]?.attempt).toBe(1);
  });

  it.each<[string, (github: GitHubServer) => void]>([
    [
      'another commit was pushed',
      ({ state }) => state.pulls.forEach((pull) => (pull.headSha = 'b'.repeat(40))),
    ],
    ['the pull request is closed', ({ state }) => state.pulls.forEach((pull) => (pull.state = 'closed'))],
    ['there is no comment of an audit', ({ state }) => state.comments.splice(0)],
    [
      'the comment is another’s',
      ({ state }) =>
        state.comments.splice(0, 1, {
          id: 1,
          pull: 7,
          login: 'eve',
          type: 'User',
          body: auditComment({ state } as GitHubServer),
        }),
    ],
    [
      'its run is of a push',
      ({ state }) => state.runs.splice(0, 1, ...state.runs.map((run) => ({ ...run, event: 'push' }))),
    ],
    [
      'its run is of another commit',
      ({ state }) =>
        state.runs.splice(0, 1, ...state.runs.map((run) => ({ ...run, headSha: 'b'.repeat(40) }))),
    ],
    ['its run is gone', ({ state }) => state.runs.splice(0)],
  ])('does nothing where %s', async (_, change) => {
    const github = await openAudited();
    change(github);
    expect(await ask(github, '/holdout check')).toContain('Nothing was done');
    expect(reactions(github)).toEqual(['confused']);
    expect(github.served.map(({ operation }) => operation)).not.toContain('actions/re-run-workflow');
  });
});

describe('/holdout explain', () => {
  it('adds what a check asks to the comment, in place of what was asked before', async () => {
    const github = await openAudited();
    const before = auditComment(github);
    expect(await ask(github, '/holdout explain leakage/subject', { by: 'bob' })).toContain('was explained');
    expect(auditComment(github)).toMatch(/^<!-- holdout:holdout [^]*<code>leakage\/subject<\/code> asks/u);
    await ask(github, '/holdout explain subjects/count');
    expect(auditComment(github).startsWith(before.trimEnd())).toBe(true);
    expect(auditComment(github)).toContain('<code>subjects/count</code> asks');
    expect(auditComment(github)).not.toContain('<code>leakage/subject</code> asks');
    expect(reactions(github)).toEqual(['+1', '+1']);
  });

  it('adds nothing to a comment that speaks of an older commit', async () => {
    const github = await openAudited();
    for (const pull of github.state.pulls) pull.headSha = 'b'.repeat(40);
    const before = auditComment(github);
    expect(await ask(github, '/holdout explain leakage/subject')).toContain('no audit of the newest commit');
    expect(auditComment(github)).toBe(before);
  });

  it('knows no check that is none', async () => {
    const github = await openAudited();
    const before = auditComment(github);
    expect(await ask(github, '/holdout explain leakage/nothing')).toContain('no check of that name');
    expect(await ask(github, '/holdout explain leakage/subject', { by: 'eve' })).toContain('may not');
    expect(auditComment(github)).toBe(before);
    expect(reactions(github)).toEqual(['confused', '-1']);
  });
});

it.each([
  ['an edited comment', '/holdout check', { action: 'edited' }],
  ['an issue', '/holdout check', { isIssue: true }],
  ['another command', `/holdout baseline ${headSha}`, {}],
  ['a mistaken command', '/holdout merge', {}],
  ['no command', 'Looks good', {}],
])('answers nothing to %s', async (_, body, more) => {
  const github = await openAudited();
  expect(await ask(github, body, more)).toContain('There is nothing to do');
  expect(github.served).toEqual([]);
});

describe('an explanation', () => {
  it.each(Object.values(checks).map(({ id, summary }) => [id, summary] as const))(
    'of %s fits behind the longest comment, leads nowhere and wraps as the reader’s window does',
    (id, summary) => {
      const text = explainCheck(id) ?? '';
      expect(text).toContain(summary);
      expect(putExplanation('x'.repeat(maxCommentBytes), text).length).toBeLessThan(maxCommentLength);
      expect(text).not.toMatch(/\]\((?!https?:)/u);
      expect(text).not.toMatch(/[a-z,]\n *[a-z]/u);
    },
  );

  it('stands before the baseline, which stays', () => {
    const part = writePart({ headSha, runId: 1, attempt: 1, phase: 'ended' }, 'the baseline');
    const once = putExplanation(putPart('the audit\n', part), 'one');
    const twice = putExplanation(once, 'two');
    expect(findPart(twice)).toEqual(part);
    expect(twice).toMatch(/^the audit\n\n<!--[^\n]*-->\n\ntwo\n\n<!-- holdout-baseline/u);
  });
});
