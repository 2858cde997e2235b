import { readFile } from 'node:fs/promises';
import { EnvironmentError } from '../model/errors.ts';

/** What a run on GitHub knows of itself. */
export interface RunnerContext {
  /** Such as `pull_request`. */
  readonly eventName: string;
  /**
   * The event's payload as GitHub sent it.
   * @throws EnvironmentError where it cannot be read
   */
  readonly readEvent: () => Promise<unknown>;
  /** `owner/name`. */
  readonly repository: string;
  readonly runId: number;
  /** From 1. */
  readonly attempt: number;
  /** Without a `/` at their ends. */
  readonly apiUrl: string;
  readonly serverUrl: string;
}

/** What the runner tells its steps; undefined outside of GitHub. */
export function readRunnerContext(
  env: Readonly<Record<string, string | undefined>>,
): RunnerContext | undefined {
  const { GITHUB_EVENT_NAME: eventName, GITHUB_EVENT_PATH: eventFile, GITHUB_REPOSITORY: repository } = env;
  if (!eventName || !eventFile || !repository) return undefined;
  return {
    eventName,
    readEvent: () => readEvent(eventFile),
    repository,
    runId: Number(env['GITHUB_RUN_ID'] ?? 0),
    attempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? 1),
    apiUrl: trimSlash(env['GITHUB_API_URL'] ?? 'https://api.github.com'),
    serverUrl: trimSlash(env['GITHUB_SERVER_URL'] ?? 'https://github.com'),
  };
}

/** Page of a run. */
export function runUrlOf({ serverUrl, repository }: RunnerContext, runId: number): string {
  return `${serverUrl}/${repository}/actions/runs/${runId}`;
}

async function readEvent(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (cause) {
    throw new EnvironmentError('the event of this run cannot be read', { cause });
  }
}

function trimSlash(url: string): string {
  return url.replace(/\/+$/u, '');
}
