import { exampleOf, type ApiAnswer } from './description.ts';
import type {
  GitHubState,
  StoredArtifact,
  StoredCheckRun,
  StoredComment,
  StoredJob,
  StoredPull,
  StoredRun,
  StoredStatus,
} from './state.ts';

/** Answers: GitHub's own examples with the state filled in. */

type Json = Record<string, unknown>;

const documentationUrl = 'https://docs.github.com/rest';

export function refuse(status: number, message: string, more: Readonly<Json> = {}): ApiAnswer {
  return { status, body: { message, documentation_url: documentationUrl, ...more } };
}

export function invalid(message: string): ApiAnswer {
  return refuse(422, 'Validation Failed', {
    errors: [{ resource: 'x', field: 'y', code: 'custom', message }],
  });
}

export function showPull(
  pull: StoredPull,
  { repository }: GitHubState,
  operation: 'pulls/list' | 'pulls/get',
): unknown {
  const example = exampleOf(operation, 200);
  const shown = asJson(Array.isArray(example) ? (example as unknown[])[0] : example);
  const { headRepository, headBranch, headSha } = pull;
  const owner = headRepository?.split('/')[0] ?? 'ghost';
  const head = asJson(shown['head']);
  return {
    ...shown,
    number: pull.number,
    state: pull.state,
    locked: pull.isLocked,
    // The example's team lacks what its own schema requires.
    requested_teams: [],

    head: {
      ...head,
      label: `${owner}:${headBranch}`,
      ref: headBranch,
      sha: headSha,
      repo: headRepository === null ? null : { ...asJson(head['repo']), full_name: headRepository },
    },
    base: { ...asJson(shown['base']), repo: { ...asJson(head['repo']), full_name: repository } },
  };
}

export function showComment(comment: StoredComment, { repository }: GitHubState): unknown {
  const shown = asJson(exampleOf('issues/create-comment', 201));
  return {
    ...shown,
    id: comment.id,
    body: comment.body,
    html_url: `https://github.com/${repository}/pull/${comment.pull}#issuecomment-${comment.id}`,
    user: { ...asJson(shown['user']), login: comment.login, type: comment.type },
  };
}

export function showStatus({ state, context, description, targetUrl }: StoredStatus): unknown {
  const shown = asJson(exampleOf('repos/create-commit-status', 201));
  return { ...shown, state, context, description, target_url: targetUrl };
}

export function showCheckRun(run: StoredCheckRun): unknown {
  const shown = asJson(exampleOf('checks/update', 200));
  const { id, sha, name, status, conclusion, title, summary, annotations } = run;
  const output = { ...asJson(shown['output']), title, summary, annotations_count: annotations.length };
  return { ...shown, id, head_sha: sha, name, status, conclusion, output };
}

export function showArtifact({
  id,
  name,
  runId,
  headSha,
  bytes,
  claimedBytes,
  isExpired,
}: StoredArtifact): unknown {
  const { artifacts } = asJson(exampleOf('actions/list-workflow-run-artifacts', 200));
  const shown = asJson(Array.isArray(artifacts) ? (artifacts as unknown[])[0] : undefined);
  return {
    ...shown,
    id,
    name,
    size_in_bytes: claimedBytes ?? bytes.length,
    expired: isExpired ?? false,
    workflow_run: { ...asJson(shown['workflow_run']), id: runId, head_sha: headSha },
  };
}

export function showPermission(login: string, permission: string): unknown {
  const shown = asJson(exampleOf('repos/get-collaborator-permission-level', 200));
  return {
    ...shown,
    permission,
    role_name: permission,
    user: { ...asJson(shown['user']), login, role_name: permission },
  };
}

export function showRepository({ repository, defaultBranch }: GitHubState): unknown {
  const example = asJson(exampleOf('repos/get', 200));
  // The example's forks lack what their own schema requires.
  const forks = ['source', 'parent', 'template_repository'];
  const shown = Object.fromEntries(Object.entries(example).filter(([name]) => !forks.includes(name)));
  return { ...shown, language: null, full_name: repository, default_branch: defaultBranch };
}

export function showBranch({ defaultBranch, baseSha }: GitHubState): unknown {
  const example = asJson(exampleOf('repos/get-branch', 200));
  return { ...example, name: defaultBranch, commit: { ...asJson(example['commit']), sha: baseSha } };
}

export function showFile(path: string, text: string): unknown {
  const bytes = Buffer.from(text);
  return {
    ...asJson(exampleOf('repos/get-content', 200)),
    path,
    name: path.split('/').at(-1),
    size: bytes.length,
    encoding: 'base64',
    // GitHub breaks it into lines.
    content: bytes.toString('base64').replaceAll(/(.{60})/gu, '$1\n'),
  };
}

export function showRun(run: StoredRun, { repository }: GitHubState): unknown {
  const shown = asJson(exampleOf('actions/get-workflow-run', 200));
  return {
    ...shown,
    id: run.id,
    run_attempt: run.attempt,
    event: run.event,
    path: `${run.path}@${run.headBranch}`,
    head_branch: run.headBranch,
    head_sha: run.headSha,
    head_repository: { ...asJson(shown['head_repository']), full_name: repository },
    display_title: run.title,
    status: run.status,
    conclusion: run.conclusion,
    html_url: `https://github.com/${repository}/actions/runs/${run.id}`,
  };
}

export function showJob({ id, labels, status, conclusion, runner }: StoredJob, run: StoredRun): unknown {
  const { jobs } = asJson(exampleOf('actions/list-jobs-for-workflow-run', 200));
  const shown = asJson(Array.isArray(jobs) ? (jobs as unknown[])[0] : undefined);
  return {
    ...shown,
    id,
    // The example lacks what its own schema requires.
    created_at: shown['started_at'],
    run_id: run.id,
    status,
    conclusion,
    labels,
    runner_id: runner === null ? null : 1,
    runner_name: runner,
  };
}

export function showReaction(content: string): unknown {
  return { ...asJson(exampleOf('reactions/create-for-issue-comment', 201)), content };
}

function asJson(value: unknown): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw new Error('the example is not as expected');
}
