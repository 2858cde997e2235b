import { HoldoutError } from '../model/errors.ts';
import { ForgeError, type Forge } from '../model/forge.ts';
import type { WorkflowForge, WorkflowRun } from '../model/workflow-forge.ts';
import { digestConfig, readTitle, writeInputs, type BaselineRequest } from '../publish/baseline-request.ts';
import { judgeGate, type BaselineAsker } from '../publish/judge-gate.ts';
import { maxConfigBytes } from './load-dataset.ts';

/** The repository and the clock, as sending and watching a run need them. */
export interface RunnerAccess {
  readonly forge: Forge;
  readonly workflows: WorkflowForge;
  /** Ends after that many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Who asks for the newest commit of which pull request. */
export interface PullRequestAsk {
  readonly pullRequest: number;
  readonly asker: BaselineAsker;
}

export interface SendRequest {
  /** `owner/name`. */
  readonly repository: string;
  /** File name of the workflow that trains. */
  readonly workflow: string;
  /** The config, relative to the repository. */
  readonly configPath: string;
  /** Undefined for the newest commit of the default branch, which only members write. */
  readonly ask: PullRequestAsk | undefined;
  /** 32 hex digits that no other request has. */
  readonly correlationId: string;
}

export type SendOutcome =
  | { readonly kind: 'sent'; readonly runId: number; readonly request: BaselineRequest }
  | {
      readonly kind: 'refused';
      readonly reason: string;
      readonly isStranger: boolean;
      /** The newest commit of the pull request. */
      readonly headSha: string;
    }
  /** A run of the pull request, or of the default branch, is under way, so that none was added. */
  | { readonly kind: 'under-way'; readonly run: WorkflowRun; readonly headSha: string }
  /** The newest commit of the default branch has been trained on already, held to the same config. */
  | { readonly kind: 'finished'; readonly run: WorkflowRun; readonly headSha: string };

/** A run that was sent, and what for. */
interface SentRun {
  readonly run: WorkflowRun;
  readonly request: BaselineRequest;
}

/** A list may not have heard yet of a run that was started a moment ago. */
const maxLooks = 5;
const lookPauseMs = 2000;

/**
 * Starts the workflow that trains, as the default branch has it, where who asks may and no run of the same pull request,
 * or of the default branch, is under way. Nobody waits for the default branch, so that a commit of it is sent once. Two that ask at once both start one; each looks again, and the later run is cancelled by its own sender.
 * @throws HoldoutError where the default branch lacks what is needed; ForgeError
 */
export async function sendBaseline(
  { forge, workflows, wait }: RunnerAccess,
  { repository, workflow, configPath, ask, correlationId }: SendRequest,
): Promise<SendOutcome> {
  if (ask) {
    const pull = await forge.readPullRequest(ask.pullRequest);
    const gate = judgeGate(ask.asker, pull, repository);
    if (gate.kind === 'closed') return { ...gate, kind: 'refused', headSha: pull.headSha };
  }
  const branch = await workflows.readDefaultBranch();
  const config = await workflows.readTextFile(configPath, branch, maxConfigBytes);
  if (config === undefined)
    throw new HoldoutError('config', `the default branch ${branch} has no ${configPath}`, {
      hint: 'a baseline is held to the config of the default branch: merge one there first',
    });
  const pullRequest = ask?.pullRequest;
  const headSha = ask ? ask.asker.sha : await workflows.readBranchHead(branch);
  const request = { pullRequest, headSha, correlationId, configDigest: digestConfig(config) };
  const present = await listSent(workflows, workflow, branch);
  const standing = (ask ? undefined : findFinished(present, request)) ?? findUnderWay(present, pullRequest);
  if (standing) return standing;

  const dispatched = await workflows
    .dispatchWorkflow(workflow, branch, writeInputs(request))
    .catch((error: unknown) => explainDispatch(error, workflow, branch));
  const runId = dispatched ?? (await findRun({ workflows, wait }, workflow, branch, correlationId));
  const earlier = findUnderWay(await listSent(workflows, workflow, branch), pullRequest, runId);
  if (!earlier) return { kind: 'sent', runId, request };
  await workflows.cancelRun(runId);
  return earlier;
}

/** Those of the hundred newest runs that holdout sent. */
async function listSent(
  workflows: WorkflowForge,
  workflow: string,
  branch: string,
): Promise<readonly SentRun[]> {
  const runs = await workflows.listDispatchedRuns(workflow, branch).catch((error: unknown) => {
    // Dispatching tells the same with more to say about it.
    if (error instanceof ForgeError && error.reason === 'missing') return [];
    throw error;
  });
  return runs.flatMap((run) => {
    const request = readTitle(run.title);
    return request ? [{ run, request }] : [];
  });
}

/**
 * The oldest run of the pull request, or of the default branch, that has not ended.
 * @param before where given, runs that are not older than this one are passed over
 */
function findUnderWay(
  present: readonly SentRun[],
  pullRequest: number | undefined,
  before = Infinity,
): Extract<SendOutcome, { kind: 'under-way' }> | undefined {
  const [oldest] = present
    .filter(({ run, request }) => request.pullRequest === pullRequest && run.status !== 'completed')
    .filter(({ run }) => run.id < before)
    .sort((a, b) => a.run.id - b.run.id);
  return oldest && { kind: 'under-way', run: oldest.run, headSha: oldest.request.headSha };
}

/** The newest run that trained on the same commit to its end, held to the same config; whoever sent it. */
function findFinished(
  present: readonly SentRun[],
  { headSha, configDigest }: BaselineRequest,
): Extract<SendOutcome, { kind: 'finished' }> | undefined {
  const same = present.find(
    ({ run, request }) =>
      request.headSha === headSha && request.configDigest === configDigest && run.conclusion === 'success',
  );
  return same && { kind: 'finished', run: same.run, headSha };
}

/** The run of a request whose id was not told. */
async function findRun(
  { workflows, wait }: Pick<RunnerAccess, 'workflows' | 'wait'>,
  workflow: string,
  branch: string,
  correlationId: string,
): Promise<number> {
  for (let looks = 1; ; looks++) {
    const present = await listSent(workflows, workflow, branch);
    const sent = present.find(({ request }) => request.correlationId === correlationId);
    if (sent) return sent.run.id;
    if (looks === maxLooks)
      throw new ForgeError('interrupted', `no run of ${workflow} with the title of this request was found`, {
        hint: 'its `run-name` has to be that of examples/workflows/holdout-baseline.yml',
      });
    await wait(lookPauseMs);
  }
}

/** @returns undefined where nobody knows whether a run was started */
function explainDispatch(error: unknown, workflow: string, branch: string): undefined {
  if (!(error instanceof ForgeError)) throw error;
  if (error.reason === 'interrupted') return undefined;
  const hints: Partial<Record<ForgeError['reason'], string>> = {
    missing: `the branch ${branch} needs .github/workflows/${workflow}: copy examples/workflows/holdout-baseline.yml of holdout`,
    refused: 'its inputs have to be those of examples/workflows/holdout-baseline.yml of holdout',
    forbidden: 'give the job `actions: write`',
  };
  const hint = hints[error.reason];
  throw new ForgeError(error.reason, `${workflow} could not be started: ${error.message}`, {
    ...(hint !== undefined && { hint }),
    cause: error,
  });
}
