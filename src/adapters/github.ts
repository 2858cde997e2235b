import { followPath } from '../model/follow-path.ts';
import {
  ForgeError,
  type Artifact,
  type CheckRunAnnotation,
  type Forge,
  type Permission,
  type PullRequest,
  type PullRequestComment,
} from '../model/forge.ts';
import { readArray, readNumber, readText } from './github-answer.ts';
import { createGitHubClient, type GitHubAccess, type GitHubClient } from './github-request.ts';

/** GitHub takes this many annotations in one request. */
const annotationsPerRequest = 50;
/** A conversation of more than ten thousand comments is not looked through. */
const maxPages = 100;
const perPage = 100;

/**
 * A repository on GitHub. Written on `fetch`: a dozen requests need no library, and patience stands in one place
 * (`github-request.ts`). Lists are never taken from an earlier answer by its tag: the tag of a full first page
 * stays when a second begins.
 * @param repository `owner/name`
 */
export function openGitHub(repository: string, access: GitHubAccess): Forge {
  const client = createGitHubClient(access);
  const root = `/repos/${repository.split('/').map(encodeURIComponent).join('/')}`;
  const get = async (path: string) => (await client.send({ method: 'GET', path, isRepeatable: true })).body;
  return {
    findPullRequests: async ({ sha, repository: headRepository, branch }) => {
      const [owner = ''] = headRepository.split('/');
      const query = new URLSearchParams({
        state: 'open',
        head: `${owner}:${branch}`,
        per_page: String(perPage),
      });
      // `/commits/{sha}/pulls` knows no commits of forks.
      const found = await listAll(client, `${root}/pulls?${query.toString()}`, readArray);
      return found
        .filter(
          (pull) =>
            readText(pull, 'head', 'sha') === sha &&
            readText(pull, 'head', 'repo', 'full_name') === headRepository,
        )
        .map(readPullRequest);
    },
    readPullRequest: async (number) => readPullRequest(await get(`${root}/pulls/${number}`)),
    listComments: async (number) => {
      const path = `${root}/issues/${number}/comments?per_page=${perPage}`;
      return (await listAll(client, path, readArray)).map(readComment);
    },
    createComment: async (number, body) => {
      const path = `${root}/issues/${number}/comments`;
      return readComment(
        (await client.send({ method: 'POST', path, body: { body }, isRepeatable: false })).body,
      );
    },
    updateComment: async (id, body) => {
      const path = `${root}/issues/comments/${id}`;
      return readComment(
        (await client.send({ method: 'PATCH', path, body: { body }, isRepeatable: false })).body,
      );
    },
    deleteComment: async (id) => {
      await client.send({ method: 'DELETE', path: `${root}/issues/comments/${id}`, isRepeatable: true });
    },
    setStatus: async (sha, { state, name, description, url }) => {
      const body = { state, context: name, description, target_url: url };
      await client.send({ method: 'POST', path: `${root}/statuses/${sha}`, body, isRepeatable: true });
    },
    createCheckRun: async (sha, { name, conclusion, url, title, summary, annotations }) => {
      const requests = chunk(annotations.map(writeAnnotation), annotationsPerRequest);
      const outputs = requests.map((part) => ({ title, summary, annotations: part }));
      const [output = { title, summary }, ...more] = outputs;
      const body = { name, head_sha: sha, details_url: url, status: 'completed', conclusion, output };
      const created = await client.send({
        method: 'POST',
        path: `${root}/check-runs`,
        body,
        isRepeatable: true,
      });
      const path = `${root}/check-runs/${readNumber(created.body, 'id')}`;
      for (const next of more)
        await client.send({ method: 'PATCH', path, body: { output: next }, isRepeatable: true });
    },
    readPermission: async (user) => {
      const path = `${root}/collaborators/${encodeURIComponent(user)}/permission`;
      return readPermission(readText(await get(path), 'permission'));
    },
    listArtifacts: async (runId, name) => {
      const query = new URLSearchParams({ name, per_page: String(perPage) });
      const path = `${root}/actions/runs/${runId}/artifacts?${query.toString()}`;
      const found = await listAll(client, path, (page) => readArray(followPath(page, ['artifacts'])));
      return found.map(readArtifact).sort((a, b) => b.id - a.id);
    },
    readArtifact: (id, maxBytes) => client.download(`${root}/actions/artifacts/${id}/zip`, maxBytes),
  };
}

/** The items of every page. */
async function listAll(
  client: GitHubClient,
  path: string,
  readItems: (body: unknown) => readonly unknown[],
): Promise<unknown[]> {
  const items: unknown[] = [];
  let next: string | undefined = path;
  for (let page = 0; next !== undefined; page++) {
    if (page === maxPages) throw new ForgeError('too-large', `${path} has more than ${maxPages} pages`);
    const { body, headers } = await client.send({ method: 'GET', path: next, isRepeatable: true });
    items.push(...readItems(body));
    next = /<([^<>]+)>; *rel="next"/u.exec(headers.get('link') ?? '')?.[1];
  }
  return items;
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function writeAnnotation({ level, path, line, title, message }: CheckRunAnnotation) {
  return { path, start_line: line, end_line: line, annotation_level: level, title, message };
}

function readPullRequest(pull: unknown): PullRequest {
  const headRepository = readText(pull, 'head', 'repo', 'full_name');
  return {
    number: readNumber(pull, 'number'),
    isOpen: readText(pull, 'state') === 'open',
    headSha: readText(pull, 'head', 'sha'),
    ...(headRepository !== '' && { headRepository }),
  };
}

function readComment(comment: unknown): PullRequestComment {
  return {
    id: readNumber(comment, 'id'),
    author: readText(comment, 'user', 'login'),
    body: readText(comment, 'body'),
  };
}

function readArtifact(artifact: unknown): Artifact {
  return {
    id: readNumber(artifact, 'id'),
    bytes: readNumber(artifact, 'size_in_bytes'),
    isExpired: followPath(artifact, ['expired']) === true,
    runId: readNumber(artifact, 'workflow_run', 'id'),
    headSha: readText(artifact, 'workflow_run', 'head_sha'),
  };
}

function readPermission(text: string): Permission {
  return text === 'admin' || text === 'write' || text === 'read' ? text : 'none';
}
