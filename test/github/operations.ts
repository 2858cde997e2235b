import {
  invalid,
  refuse,
  showArtifact,
  showCheckRun,
  showComment,
  showPermission,
  showPull,
  showStatus,
} from './answers.ts';
import type { ApiAnswer, ApiRequest, MatchedOperation } from './description.ts';
import { workflowOperations } from './workflow-operations.ts';
import type { GitHubState, Scope, StoredComment, StoredPull, Token } from './state.ts';

/** GitHub counts characters of a comment. */
export const maxCommentLength = 65_536;

export interface Call extends MatchedOperation {
  readonly request: ApiRequest;
  readonly token: Token;
  readonly state: GitHubState;
  /** Where the server is, for links. */
  readonly origin: string;
}

/** A list that the server cuts into pages. */
export interface ListAnswer {
  readonly items: readonly unknown[];
  /** Wraps the items of a page. */
  readonly wrap?: (items: readonly unknown[], total: number) => unknown;
}

export interface Operation {
  /** Any one of these gives access; empty where every token has it. */
  readonly scopes: readonly Scope[];
  readonly level: 'read' | 'write';
  readonly answer: (call: Call) => ApiAnswer | ListAnswer;
}

const comment = { scopes: ['pull-requests', 'issues'], level: 'write' } as const;

/** What each operation does to the state. */
export const operations: Readonly<Record<string, Operation>> = {
  'pulls/list': {
    scopes: ['pull-requests'],
    level: 'read',
    answer: ({ request: { query }, state }) => {
      const wanted = query.get('state') ?? 'open';
      const head = query.get('head');
      const items = state.pulls.filter(
        ({ state: is, headRepository, headBranch }) =>
          (wanted === 'all' || is === wanted) &&
          (head === null || head === `${headRepository?.split('/')[0] ?? ''}:${headBranch}`),
      );
      return { items: items.map((pull) => showPull(pull, state, 'pulls/list')) };
    },
  },
  'pulls/get': {
    scopes: ['pull-requests'],
    level: 'read',
    answer: ({ path, state }) => {
      const pull = findPull(path['pull_number'], state);
      return pull ? { status: 200, body: showPull(pull, state, 'pulls/get') } : refuse(404, 'Not Found');
    },
  },
  'issues/list-comments': {
    ...comment,
    level: 'read',
    answer: ({ path, state }) => {
      const pull = findPull(path['issue_number'], state);
      if (!pull) return refuse(404, 'Not Found');
      const items = state.comments.filter((one) => one.pull === pull.number);
      return { items: items.map((one) => showComment(one, state)) };
    },
  },
  'issues/create-comment': {
    ...comment,
    answer: ({ path, state, token, request }) => {
      const pull = findPull(path['issue_number'], state);
      if (!pull) return refuse(404, 'Not Found');
      if (pull.isLocked) return refuse(403, 'Unable to create comment because issue is locked.');
      const body = readBody(request);
      if (Array.from(body).length > maxCommentLength) return tooLong();
      const { login, type } = token;
      const created = { id: state.nextId++, pull: pull.number, login, type, body };
      state.comments.push(created);
      return { status: 201, body: showComment(created, state) };
    },
  },
  'issues/update-comment': {
    ...comment,
    answer: ({ path, state, request }) => {
      const found = findComment(path, state);
      if (!found) return refuse(404, 'Not Found');
      if (state.pulls.some(({ number, isLocked }) => number === found.pull && isLocked))
        return refuse(403, 'Unable to update comment because issue is locked.');
      const body = readBody(request);
      if (Array.from(body).length > maxCommentLength) return tooLong();
      found.body = body;
      return { status: 200, body: showComment(found, state) };
    },
  },
  'issues/delete-comment': {
    ...comment,
    answer: ({ path, state }) => {
      const found = findComment(path, state);
      if (!found) return refuse(404, 'Not Found');
      state.comments = state.comments.filter((one) => one !== found);
      return { status: 204 };
    },
  },
  'repos/create-commit-status': {
    scopes: ['statuses'],
    level: 'write',
    answer: ({ path, state, request }) => {
      const { state: is, context, description, target_url: targetUrl } = readStatus(request.body);
      // GitHub's description does not tell this bound.
      if (Array.from(description).length > 140)
        return invalid('description is too long (maximum is 140 characters)');
      const status = { sha: path['sha'] ?? '', state: is, context, description, targetUrl };
      state.statuses.push(status);
      return { status: 201, body: showStatus(status) };
    },
  },
  'checks/create': {
    scopes: ['checks'],
    level: 'write',
    answer: ({ state, request, token }) => {
      if (token.type === 'User') return refuse(403, 'You must authenticate via a GitHub App.');
      const {
        name = '',
        head_sha: sha = '',
        status = 'queued',
        conclusion = null,
        output,
      } = readCheckRun(request.body);
      if (status === 'completed' && conclusion === null) return invalid('conclusion is missing');
      const { title = '', summary = '', annotations = [] } = output ?? {};
      const run = {
        id: state.nextId++,
        sha,
        name,
        status,
        conclusion,
        title,
        summary,
        annotations: [...annotations],
      };
      state.checkRuns.push(run);
      return { status: 201, body: showCheckRun(run) };
    },
  },
  'checks/update': {
    scopes: ['checks'],
    level: 'write',
    answer: ({ path, state, request, token }) => {
      if (token.type === 'User') return refuse(403, 'You must authenticate via a GitHub App.');
      const run = state.checkRuns.find(({ id }) => id === Number(path['check_run_id']));
      if (!run) return refuse(404, 'Not Found');
      const { status, conclusion, output } = readCheckRun(request.body);
      run.status = status ?? run.status;
      run.conclusion = conclusion ?? run.conclusion;
      run.title = output?.title ?? run.title;
      run.summary = output?.summary ?? run.summary;
      // GitHub adds annotations to those that are there.
      run.annotations.push(...(output?.annotations ?? []));
      return { status: 200, body: showCheckRun(run) };
    },
  },
  'actions/list-workflow-run-artifacts': {
    scopes: ['actions'],
    level: 'read',
    answer: ({ path, state, request: { query } }) => {
      const name = query.get('name');
      const found = state.artifacts.filter(
        (one) => one.runId === Number(path['run_id']) && (name === null || one.name === name),
      );
      return {
        items: found.map(showArtifact),
        wrap: (artifacts, total) => ({ total_count: total, artifacts }),
      };
    },
  },
  'actions/download-artifact': {
    scopes: ['actions'],
    level: 'read',
    answer: ({ path, state, origin }) => {
      const found = state.artifacts.find(({ id }) => id === Number(path['artifact_id']));
      if (!found || path['archive_format'] !== 'zip') return refuse(404, 'Not Found');
      if (found.isExpired === true) return refuse(410, 'Artifact has expired');
      return { status: 302, headers: { location: `${origin}/blobs/${found.id}` } };
    },
  },
  'repos/get-collaborator-permission-level': {
    scopes: [],
    level: 'read',
    answer: ({ path, state }) => {
      const { username: login = '' } = path;
      const permission = state.collaborators.get(login);
      return permission === undefined
        ? refuse(404, `${login} is not a user`)
        : { status: 200, body: showPermission(login, permission) };
    },
  },
  ...workflowOperations,
};

function findPull(number: string | undefined, { pulls }: GitHubState): StoredPull | undefined {
  return pulls.find((pull) => pull.number === Number(number));
}

function findComment(
  path: Readonly<Record<string, string>>,
  { comments }: GitHubState,
): StoredComment | undefined {
  return comments.find(({ id }) => id === Number(path['comment_id']));
}

/** The description has vouched for its shape. */
function readBody({ body }: ApiRequest): string {
  return (body as { body: string }).body;
}

function readStatus(body: unknown) {
  const {
    state,
    context = 'default',
    description = '',
    target_url = null,
  } = body as {
    state: string;
    context?: string;
    description?: string;
    target_url?: string | null;
  };
  return { state, context, description, target_url };
}

function readCheckRun(body: unknown) {
  return body as {
    name?: string;
    head_sha?: string;
    status?: string;
    conclusion?: string;
    output?: { title?: string; summary?: string; annotations?: unknown[] };
  };
}

function tooLong(): ApiAnswer {
  return invalid(`Body is too long (maximum is ${maxCommentLength} characters)`);
}
