import { EnvironmentError } from '../model/errors.ts';
import { followPath } from '../model/follow-path.ts';
import { shaPattern } from '../publish/comment-marker.ts';

/** What the payload of `pull_request` tells. */
export interface PullRequestEvent {
  readonly number: number;
  readonly headSha: string;
  /** The newest commit of the base's branch when the event happened. */
  readonly baseSha: string;
  /** Whether the head is in another repository, or in one that is gone. */
  readonly isFork: boolean;
}

/** What the payload of `workflow_run` tells of the run that it is about. GitHub says all of it, not the run. */
export interface WorkflowRunEvent {
  /** Such as `pull_request`. */
  readonly trigger: string;
  readonly runId: number;
  readonly attempt: number;
  readonly headSha: string;
  readonly headBranch: string;
  /** `owner/name`; undefined where the fork is gone. */
  readonly headRepository: string | undefined;
  /** Such as `success`; undefined while it runs. */
  readonly conclusion: string | undefined;
}

/** @throws EnvironmentError for a payload of another kind */
export function readPullRequestEvent(payload: unknown): PullRequestEvent {
  const repository = readText(payload, 'repository', 'full_name');
  return {
    number: readNumber(payload, 'pull_request', 'number'),
    headSha: readSha(payload, 'pull_request', 'head', 'sha'),
    baseSha: readSha(payload, 'pull_request', 'base', 'sha'),
    isFork: followPath(payload, ['pull_request', 'head', 'repo', 'full_name']) !== repository,
  };
}

/** @throws EnvironmentError for a payload of another kind */
export function readWorkflowRunEvent(payload: unknown): WorkflowRunEvent {
  const headRepository = followPath(payload, ['workflow_run', 'head_repository', 'full_name']);
  const conclusion = followPath(payload, ['workflow_run', 'conclusion']);
  return {
    trigger: readText(payload, 'workflow_run', 'event'),
    runId: readNumber(payload, 'workflow_run', 'id'),
    attempt: readNumber(payload, 'workflow_run', 'run_attempt'),
    headSha: readSha(payload, 'workflow_run', 'head_sha'),
    headBranch: readText(payload, 'workflow_run', 'head_branch'),
    headRepository: typeof headRepository === 'string' ? headRepository : undefined,
    conclusion: typeof conclusion === 'string' ? conclusion : undefined,
  };
}

function readText(payload: unknown, ...path: readonly string[]): string {
  const value = followPath(payload, path);
  if (typeof value === 'string') return value;
  throw lacks(path);
}

function readNumber(payload: unknown, ...path: readonly string[]): number {
  const value = followPath(payload, path);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw lacks(path);
}

function readSha(payload: unknown, ...path: readonly string[]): string {
  const value = readText(payload, ...path);
  if (shaPattern.test(value)) return value;
  throw lacks(path);
}

function lacks(path: readonly string[]): EnvironmentError {
  return new EnvironmentError(`the event of this run has no ${path.join('.')}`);
}
