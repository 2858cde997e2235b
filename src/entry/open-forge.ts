import { setTimeout } from 'node:timers/promises';
import { openGitHub } from '../adapters/github.ts';
import type { GitHubAccess } from '../adapters/github-request.ts';
import { openGitHubWorkflows } from '../adapters/github-workflows.ts';
import type { Forge } from '../model/forge.ts';
import type { WorkflowForge } from '../model/workflow-forge.ts';
import type { RunnerContext } from './runner-context.ts';
import { version } from './version.ts';

/** What of a run's surroundings says where its repository is. */
export type RepositoryPlace = Pick<RunnerContext, 'repository' | 'apiUrl'>;

/** The repository of a run, as the token may use it. */
export function openForge({ repository, apiUrl }: RepositoryPlace, token: string): Forge {
  return openGitHub(repository, describeAccess(apiUrl, token));
}

/** The workflows of that repository. */
export function openWorkflows({ repository, apiUrl }: RepositoryPlace, token: string): WorkflowForge {
  return openGitHubWorkflows(repository, describeAccess(apiUrl, token));
}

function describeAccess(apiUrl: string, token: string): GitHubAccess {
  const wait = async (ms: number): Promise<void> => setTimeout(ms);
  return { apiUrl, token, version, wait, now: () => Date.now() };
}
