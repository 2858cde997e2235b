import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Payloads of events: GitHub's own examples, with what a test is about filled in. */

type Json = Record<string, unknown>;

/** Read as a file: a type inferred from its nine megabytes would hold up the compiler. */
const webhooks = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@octokit/webhooks-examples'), 'utf8'),
) as readonly { readonly name: string; readonly examples: readonly unknown[] }[];

export interface HeadOfEvent {
  readonly repository: string;
  readonly number: number;
  readonly headSha: string;
  readonly headBranch: string;
  readonly headRepository: string;
  /** That of the example without it. */
  readonly baseSha?: string;
}

/** The payload of a push to a pull request. */
export function buildPullRequestEvent({
  repository,
  number,
  headSha,
  headBranch,
  headRepository,
  baseSha,
}: HeadOfEvent): Json {
  const example = findExample('pull_request', ({ action }) => action === 'synchronize');
  const pull = asJson(example['pull_request']);
  const head = asJson(pull['head']);
  const base = asJson(pull['base']);
  return {
    ...example,
    number,
    repository: { ...asJson(example['repository']), full_name: repository },
    pull_request: {
      ...pull,
      number,
      base: baseSha === undefined ? base : { ...base, sha: baseSha },
      head: {
        ...head,
        sha: headSha,
        ref: headBranch,
        repo: { ...asJson(head['repo']), full_name: headRepository },
      },
    },
  };
}

export interface RunOfEvent extends HeadOfEvent {
  readonly runId: number;
  readonly attempt: number;
  /** Such as `success`. */
  readonly conclusion: string;
  /** `pull_request` without it. */
  readonly trigger?: string;
}

/** The payload of the end of a run; like that of a fork, it names no pull request. */
export function buildWorkflowRunEvent(run: RunOfEvent): Json {
  const {
    repository,
    headSha,
    headBranch,
    headRepository,
    runId,
    attempt,
    conclusion,
    trigger = 'pull_request',
  } = run;
  const example = findExample('workflow_run', ({ action }) => action === 'completed');
  const described = asJson(example['workflow_run']);
  return {
    ...example,
    repository: { ...asJson(example['repository']), full_name: repository },
    workflow_run: {
      ...described,
      id: runId,
      run_attempt: attempt,
      event: trigger,
      conclusion,
      head_sha: headSha,
      head_branch: headBranch,
      head_repository: { ...asJson(described['head_repository']), full_name: headRepository },
      pull_requests: [],
    },
  };
}

function findExample(name: string, matches: (example: Json) => boolean): Json {
  const examples = webhooks.find((one) => one.name === name)?.examples ?? [];
  const found = examples.map(asJson).find(matches);
  if (!found) throw new Error(`no example of ${name}`);
  return structuredClone(found);
}

function asJson(value: unknown): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw new Error('the example is not as expected');
}
