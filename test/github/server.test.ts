import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startGitHub, troubles, type GitHubServer } from './server.ts';
import { maxCommentLength } from './operations.ts';

let github: GitHubServer;
const comments = '/repos/clinic/scans/issues/7/comments';

beforeEach(async () => {
  github = await startGitHub();
  github.state.pulls.push({
    number: 7,
    state: 'open',
    isLocked: false,
    headSha: 'a'.repeat(40),
    headBranch: 'more',
    headRepository: 'someone/scans',
  });
});

afterEach(() => github.close());

const headers = {
  accept: 'application/vnd.github+json',
  'user-agent': 'test',
  'x-github-api-version': '2022-11-28',
  authorization: 'Bearer write',
};

async function ask(
  method: string,
  path: string,
  body?: unknown,
  more: Readonly<Record<string, string>> = {},
): Promise<{ status: number; headers: Headers; body: unknown }> {
  const response = await fetch(github.url + path, {
    method,
    headers: { ...headers, ...more },
    redirect: 'manual',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

describe('what it takes and answers', () => {
  it('keeps comments, with answers as GitHub describes them', async () => {
    const created = await ask('POST', comments, { body: 'one' });
    expect(created).toMatchObject({
      status: 201,
      body: { body: 'one', user: { login: 'github-actions[bot]' } },
    });
    const { id } = created.body as { id: number };
    const path = `/repos/clinic/scans/issues/comments/${id}`;
    expect(await ask('PATCH', path, { body: 'two' })).toMatchObject({
      status: 200,
      body: { id, body: 'two' },
    });
    expect(await ask('GET', comments)).toMatchObject({ status: 200, body: [{ id, body: 'two' }] });
    expect(await ask('DELETE', path)).toMatchObject({ status: 204 });
    expect(await ask('DELETE', path)).toMatchObject({ status: 404 });
    expect(github.violations).toEqual([]);
  });

  it('keeps statuses, check runs, artifacts and permissions', async () => {
    const sha = 'a'.repeat(40);
    const output = { title: 't', summary: 's', annotations: [] };
    github.state.collaborators.set('ann', 'write');
    github.state.artifacts.push({ id: 5, name: 'r', runId: 9, headSha: sha, bytes: new Uint8Array(3) });
    const run = { name: 'n', head_sha: sha, status: 'completed', conclusion: 'success', output };
    const answers = [
      await ask('POST', `/repos/clinic/scans/statuses/${sha}`, { state: 'success', context: 'c' }),
      await ask('POST', '/repos/clinic/scans/check-runs', run),
      await ask('GET', '/repos/clinic/scans/actions/runs/9/artifacts?name=r'),
      await ask('GET', '/repos/clinic/scans/collaborators/ann/permission'),
      await ask('GET', '/repos/clinic/scans/pulls/7'),
      await ask('GET', '/repos/clinic/scans/pulls?head=someone:more'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 200, 200, 200, 200]);
    expect(answers[2]?.body).toMatchObject({
      total_count: 1,
      artifacts: [{ workflow_run: { head_sha: sha } }],
    });
    expect(answers[3]?.body).toMatchObject({ permission: 'write' });
    expect(answers[5]?.body).toMatchObject([
      { number: 7, head: { sha, repo: { full_name: 'someone/scans' } } },
    ]);
    expect(github.violations).toEqual([]);
  });

  it('sends a download to storage, which refuses the token', async () => {
    github.state.artifacts.push({ id: 5, name: 'r', runId: 9, headSha: 'a', bytes: new Uint8Array([1, 2]) });
    const answer = await ask('GET', '/repos/clinic/scans/actions/artifacts/5/zip');
    const location = answer.headers.get('location') ?? '';
    expect(answer.status).toBe(302);
    expect((await fetch(location, { headers: { authorization: 'Bearer write' } })).status).toBe(400);
    expect(new Uint8Array(await (await fetch(location)).arrayBuffer())).toEqual(new Uint8Array([1, 2]));
  });

  it('cuts lists into pages with links', async () => {
    for (let at = 0; at < 5; at++) await ask('POST', comments, { body: String(at) });
    const bodies: string[] = [];
    let next: string | undefined = `${comments}?per_page=2`;
    while (next !== undefined) {
      const page: Awaited<ReturnType<typeof ask>> = await ask('GET', next);
      bodies.push(...(page.body as { body: string }[]).map(({ body }) => body));
      next = /<([^>]+)>; rel="next"/u.exec(page.headers.get('link') ?? '')?.[1]?.replace(github.url, '');
    }
    expect(bodies).toEqual(['0', '1', '2', '3', '4']);
  });

  it('answers 304 to who has it already, at no cost', async () => {
    const { headers: first } = await ask('GET', comments);
    const left = github.state.rateLimit.remaining;
    const again = await ask('GET', comments, undefined, { 'if-none-match': first.get('etag') ?? '' });
    expect(again.status).toBe(304);
    expect(github.state.rateLimit.remaining).toBe(left);
    await ask('POST', comments, { body: 'new' });
    const changed = await ask('GET', comments, undefined, { 'if-none-match': first.get('etag') ?? '' });
    expect(changed.status).toBe(200);
  });
});

describe('what it refuses', () => {
  it.each<[string, string, unknown, number]>([
    ['POST', comments, { text: 'x' }, 422],
    ['POST', comments, { body: 5 }, 422],
    ['POST', comments, { body: 'x', pull_request: 7 }, 422],
    ['POST', comments, undefined, 422],
    ['GET', `${comments}?perpage=5`, undefined, 422],
    ['GET', '/repos/clinic/scans/issues/x/comments', undefined, 422],
    ['GET', '/repos/clinic/scans/actions/runs/9/logs', undefined, 404],
    ['GET', '/repos/other/scans/pulls/7', undefined, 404],
    ['POST', '/repos/clinic/scans/check-runs', { name: 'n', head_sha: 'a', conclusion: 'fine' }, 422],
    [
      'POST',
      '/repos/clinic/scans/check-runs',
      { name: 'n', head_sha: 'a', output: { title: 't', summary: 's', annotations: Array(51).fill(0) } },
      422,
    ],
    [
      'POST',
      '/repos/clinic/scans/check-runs',
      {
        name: 'n',
        head_sha: 'a',
        output: { title: 't', summary: 's', annotations: [{ path: 'a', line: 1 }] },
      },
      422,
    ],
  ])('%s %s with %j', async (method, path, body, status) => {
    expect((await ask(method, path, body)).status).toBe(status);
    if (!path.startsWith('/repos/other')) expect(github.violations).not.toEqual([]);
  });

  it.each([
    [{ 'user-agent': 'node' }, 403],
    [{ accept: '*/*' }, 400],
    [{ 'x-github-api-version': '1999-01-01' }, 400],
    [{ authorization: 'Bearer stolen' }, 401],
  ])('a request with %j', async (more, status) => {
    expect((await ask('GET', comments, undefined, more)).status).toBe(status);
  });

  it.each(['read', 'bare'])('what the token %s may not do', async (token) => {
    const answer = await ask('POST', comments, { body: 'x' }, { authorization: `Bearer ${token}` });
    expect(answer).toMatchObject({
      status: 403,
      body: { message: 'Resource not accessible by integration' },
    });
    expect((await ask('GET', comments, undefined, { authorization: `Bearer ${token}` })).status).toBe(
      token === 'read' ? 200 : 403,
    );
    expect(github.state.comments).toEqual([]);
  });

  it('a comment that is one character too long', async () => {
    expect((await ask('POST', comments, { body: 'ä'.repeat(maxCommentLength) })).status).toBe(201);
    expect((await ask('POST', comments, { body: 'ä'.repeat(maxCommentLength + 1) })).status).toBe(422);
  });

  it('a comment where the conversation is locked', async () => {
    for (const pull of github.state.pulls) pull.isLocked = true;
    expect(await ask('POST', comments, { body: 'x' })).toMatchObject({ status: 403 });
  });

  it('more than the limit allows, until the next window', async () => {
    github.state.rateLimit = { limit: 10, remaining: 1, resetAtSeconds: Date.now() / 1000 + 1 };
    expect((await ask('GET', comments)).headers.get('x-ratelimit-remaining')).toBe('0');
    expect((await ask('GET', comments)).status).toBe(403);
    github.state.rateLimit.resetAtSeconds = Date.now() / 1000;
    expect((await ask('GET', comments)).status).toBe(200);
  });
});

describe('what it can be told to get wrong', () => {
  it('answers otherwise, as often as told', async () => {
    github.fail('issues/list-comments', { kind: 'answer', answer: troubles.serverError });
    github.fail('issues/list-comments', { kind: 'answer', answer: troubles.secondaryLimit(3) });
    expect((await ask('GET', comments)).status).toBe(502);
    const limited = await ask('GET', comments);
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([403, '3']);
    expect((await ask('GET', comments)).status).toBe(200);
    expect(github.violations).toEqual([]);
  });

  it.each([
    [{ kind: 'cut', when: 'before' }, 0],
    [{ kind: 'cut', when: 'after' }, 1],
    [{ kind: 'half' }, 1],
  ] as const)('ends the connection: %j', async (fault, kept) => {
    github.fail('issues/create-comment', fault);
    await expect(ask('POST', comments, { body: 'x'.repeat(100) })).rejects.toThrow();
    expect(github.state.comments).toHaveLength(kept);
  });

  it('lets something happen before it answers', async () => {
    github.fail('issues/list-comments', {
      kind: 'meanwhile',
      happen: ({ comments: kept }) =>
        void kept.push({ id: 1, pull: 7, login: 'someone', type: 'User', body: 'meanwhile' }),
    });
    expect((await ask('GET', comments)).body).toMatchObject([{ body: 'meanwhile' }]);
  });
});
