import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { afterAll, expect, onTestFinished } from 'vitest';
import { startGitHub, type GitHubServer } from '../github/server.ts';
import { writeDataset } from './dataset.ts';
import { copyDist, makeFolder } from './programs.ts';
import { runStep, type ActionRun, type ActionStep } from './runner.ts';

/** GitHub with an open pull request, 7, ended when the test ends; nothing may be asked that GitHub does not know. */
export async function openPullRequest(
  headSha: string,
  headRepository = 'clinic/scans',
): Promise<GitHubServer> {
  const github = await startGitHub();
  onTestFinished(async () => {
    await github.close();
    expect(github.violations).toEqual([]);
  });
  github.state.pulls.push({
    number: 7,
    state: 'open',
    isLocked: false,
    headSha,
    headBranch: 'more',
    headRepository,
  });
  return github;
}

/** One copy of `dist/` for all runs of a file of tests, with no node_modules above it. */
let sharedFolder: Promise<string> | undefined;

afterAll(async () => {
  if (sharedFolder) await rm(await sharedFolder, { recursive: true, force: true });
});

async function shareDist(): Promise<string> {
  sharedFolder ??= mkdtemp(join(tmpdir(), 'holdout-e2e-dist-')).then(async (folder) => {
    await copyDist(folder);
    return folder;
  });
  return join(await sharedFolder, 'dist');
}

/** A place where a run checks out. */
export interface RunPlace {
  readonly dist: string;
  readonly workspace: string;
}

export async function makePlace(): Promise<RunPlace> {
  const folder = await makeFolder();
  const workspace = join(folder, 'workspace');
  await mkdir(workspace);
  return { dist: await shareDist(), workspace };
}

/** A place with a dataset; one subject leaks where `hasLeak` says so. */
export async function makeDatasetPlace(hasLeak = false): Promise<RunPlace> {
  const place = await makePlace();
  await writeDataset(place.workspace, hasLeak ? 'p1' : undefined);
  return place;
}

export interface GitHubRun extends Partial<Pick<ActionStep, 'node' | 'action' | 'inputs'>> {
  readonly event: { readonly name: string; readonly payload: unknown };
  readonly runId: number;
  readonly attempt?: number;
  /** `write` without it. */
  readonly token?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a built action as a runner of that GitHub does. */
export async function runOnGitHub(
  { url, state }: GitHubServer,
  { dist, workspace }: RunPlace,
  {
    event,
    runId,
    attempt = 1,
    token = 'write',
    node = process.execPath,
    inputs = {},
    env = {},
    ...rest
  }: GitHubRun,
): Promise<ActionRun> {
  const eventFile = join(workspace, '..', 'event.json');
  await writeFile(eventFile, JSON.stringify(event.payload));
  return runStep({
    ...rest,
    node,
    dist,
    workspace,
    inputs: { token, ...inputs },
    env: {
      GITHUB_API_URL: url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: state.repository,
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: eventFile,
      GITHUB_RUN_ID: String(runId),
      GITHUB_RUN_ATTEMPT: String(attempt),
      ...env,
    },
  });
}
