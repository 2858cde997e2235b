import { parseConfig } from '../config/parse.ts';
import { waiverCheck } from '../audit/waivers.ts';
import { maxResultBytes, readBaselineResult } from '../baseline/read-result.ts';
import type { BaselineResult } from '../model/baseline.ts';
import { HoldoutError } from '../model/errors.ts';
import type { WorkflowRun } from '../model/workflow-forge.ts';
import { digestConfig, readInputs, readTitle, type BaselineRequest } from '../publish/baseline-request.ts';
import type { BaselineNews } from '../publish/baseline-words.ts';
import { openEntries } from '../publish/open-artifact.ts';
import { exitCodeOf, type FailOn } from './exit-code.ts';
import { fetchArtifact } from './fetch-artifact.ts';
import { judgeBaseline } from './judge-baseline.ts';
import { catalogue, maxConfigBytes } from './load-dataset.ts';
import type { RunnerAccess } from './send-baseline.ts';
import { describeLabels } from './watch-run.ts';

/** Files of the artifact, as the run wrote them. */
export const requestFile = 'request.json';
export const resultFile = 'result.json';

const maxRequestBytes = 4096;

export interface CompletionSettings {
  /** `owner/name`. */
  readonly repository: string;
  /** File name of the workflow that trains. */
  readonly workflow: string;
  /** The config, relative to the repository. */
  readonly configPath: string;
  /** Name of the artifact. */
  readonly artifact: string;
  readonly failOn: FailOn;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly version: string;
  readonly privacyKey?: string;
}

export type Completion =
  | { readonly kind: 'news'; readonly request: BaselineRequest; readonly news: BaselineNews }
  /** The run is none that holdout started, or started in another way. */
  | { readonly kind: 'foreign'; readonly reason: string };

/**
 * What a run has to say that has ended, or whose last job asks. Whom it is about, and by which thresholds it is judged,
 * is what GitHub and the default branch say: the run's title is made of its inputs by the workflow of the default branch,
 * before a runner takes a job. What the run left is held to that, and to its schema.
 * @param reason why the run was cancelled, where it was given up
 * @throws ForgeError; ConfigError for the config of the default branch
 */
export async function completeBaseline(
  access: Pick<RunnerAccess, 'forge' | 'workflows'>,
  run: WorkflowRun,
  settings: CompletionSettings,
  reason?: string,
): Promise<Completion> {
  const { workflows } = access;
  const foreign = findForeign(run, settings, await workflows.readDefaultBranch());
  if (foreign !== undefined) return { kind: 'foreign', reason: foreign };
  const request = readTitle(run.title);
  if (!request)
    return {
      kind: 'foreign',
      reason: `the title of run ${run.id} is not that of examples/workflows/holdout-baseline.yml`,
    };
  return { kind: 'news', request, news: await findNews(access, run, request, settings, reason) };
}

/** Anybody who writes to the repository can start another workflow, or this one as a branch of theirs has it. */
function findForeign(
  { id, event, path, headBranch, headRepository }: WorkflowRun,
  { repository, workflow }: CompletionSettings,
  defaultBranch: string,
): string | undefined {
  if (path !== `.github/workflows/${workflow}`) return `run ${id} is not of ${workflow}`;
  if (event !== 'workflow_dispatch') return `run ${id} was on ${event}, not sent`;
  if (headBranch !== defaultBranch || headRepository !== repository)
    return `run ${id} is not of the default branch`;
  return undefined;
}

async function findNews(
  { forge, workflows }: Pick<RunnerAccess, 'forge' | 'workflows'>,
  run: WorkflowRun,
  request: BaselineRequest,
  settings: CompletionSettings,
  reason: string | undefined,
): Promise<BaselineNews> {
  const zip = await fetchArtifact(forge, { runId: run.id, headSha: run.headSha }, settings.artifact);
  if (zip.kind === 'absent') {
    if (reason !== undefined) return { kind: 'not-run', reason };
    const end = `the run ended as ${run.conclusion ?? run.status}`;
    // A job of the run that tells, where there is one, is under way or had a runner: what had none is what trains.
    const jobs = await workflows.listJobs(run.id);
    const ended = jobs.filter(({ status, isSkipped }) => status === 'completed' && !isSkipped);
    const untaken = ended.filter(({ isTaken }) => !isTaken);
    return ended.length > 0 && untaken.length === 0
      ? { kind: 'not-run', reason: `${end} and left no result` }
      : { kind: 'not-run', reason: `${end} before a runner with ${describeLabels(untaken)} took the job` };
  }
  if (zip.kind === 'refused') return { kind: 'unusable', reason: zip.reason };
  const opened = await openEntries(zip.bytes, {
    [requestFile]: maxRequestBytes,
    [resultFile]: maxResultBytes,
  });
  if (opened.kind === 'refused') return { kind: 'unusable', reason: opened.reason };
  const [requestText, resultText] = [requestFile, resultFile].map((name) => opened.texts.get(name));
  const other = findOtherRequest(requestText, request);
  if (other !== undefined) return { kind: 'unusable', reason: other };
  if (resultText === undefined)
    return { kind: 'not-run', reason: `the run ended as ${run.conclusion ?? run.status} before it trained` };
  return judge(resultText, run, request, settings, workflows);
}

async function judge(
  text: string,
  run: WorkflowRun,
  { headSha, configDigest }: BaselineRequest,
  { configPath, failOn, today, version, privacyKey }: CompletionSettings,
  workflows: RunnerAccess['workflows'],
): Promise<BaselineNews> {
  const result = readResult(text);
  if (typeof result === 'string') return { kind: 'unusable', reason: result };
  const revision = result.input?.revision;
  if (revision !== undefined && revision !== headSha)
    return { kind: 'unusable', reason: 'the result is of another commit' };
  const configText = await workflows.readTextFile(configPath, run.headSha, maxConfigBytes);
  if (configText === undefined || digestConfig(configText) !== configDigest)
    return { kind: 'unusable', reason: `${configPath} of the default branch has changed: send it again` };
  const config = parseConfig(configText, configPath, [...catalogue, waiverCheck]);
  const report = judgeBaseline(result, {
    config,
    today,
    version,
    ...(privacyKey !== undefined && { privacyKey }),
  });
  const isJudged = report.checks.every(
    ({ id, status }) => id !== 'baseline/smoke' || ['passed', 'failed'].includes(status),
  );
  // Green where all say so: a run may have failed for what its result does not know.
  const isPassed =
    result.status === 'finished' &&
    run.conclusion === 'success' &&
    isJudged &&
    exitCodeOf(report, failOn) === 0;
  return { kind: 'judged', report, isPassed };
}

/** @returns why there is none, as a text */
function readResult(text: string): BaselineResult | string {
  try {
    return readBaselineResult(text, resultFile);
  } catch (error) {
    if (error instanceof HoldoutError) return error.message;
    throw error;
  }
}

/** What tells that the run trained for another request; undefined where it trained for this one. */
function findOtherRequest(text: string | undefined, request: BaselineRequest): string | undefined {
  const found = text === undefined ? undefined : readInputs(parseObject(text));
  if (!found) return `it holds no ${requestFile} that can be read`;
  if (found.headSha !== request.headSha || found.pullRequest !== request.pullRequest)
    return 'the result is of another commit';
  if (found.correlationId !== request.correlationId) return 'the result is of another request';
  if (found.configDigest !== request.configDigest) return 'the result is of another config';
  return undefined;
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
