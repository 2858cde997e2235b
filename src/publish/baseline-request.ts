import { createHash } from 'node:crypto';
import { shaPattern } from './comment-marker.ts';

/** What a run on a runner is asked to train on. */
export interface BaselineRequest {
  /** Undefined where the default branch itself is asked about. */
  readonly pullRequest: number | undefined;
  /** Commit of the pull request, or of the default branch, whose dataset is trained on. */
  readonly headSha: string;
  /** Tells the run of this request apart from all others; 32 hex digits. */
  readonly correlationId: string;
  /** Of the config that the run is held to: that of the default branch. */
  readonly configDigest: string;
}

/** What stands in place of a pull request's number where there is none. */
const noPullRequest = 'none';
const numberPattern = /^[1-9]\d{0,14}$/u;
const correlationPattern = /^[0-9a-f]{32}$/u;
const digestPattern = /^[0-9a-f]{64}$/u;
const titlePattern = /^holdout baseline of #(\S+) at (\S+) \[(\S+) (\S+)\]$/u;

/** SHA-256, hex, of a config; a checkout on Windows may end its lines otherwise, which changes nothing. */
export function digestConfig(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}

/** The request as inputs of the workflow. */
export function writeInputs(request: BaselineRequest): Readonly<Record<string, string>> {
  return {
    pr: request.pullRequest === undefined ? noPullRequest : String(request.pullRequest),
    head_sha: request.headSha,
    correlation_id: request.correlationId,
    config_digest: request.configDigest,
  };
}

/** The request that inputs of a workflow make; undefined where one is missing or is not what it should be. */
export function readInputs(inputs: Readonly<Record<string, unknown>>): BaselineRequest | undefined {
  const { pr, head_sha: headSha, correlation_id: correlationId, config_digest: configDigest } = inputs;
  if (typeof pr !== 'string' || !(pr === noPullRequest || numberPattern.test(pr))) return undefined;
  if (typeof headSha !== 'string' || !shaPattern.test(headSha)) return undefined;
  if (typeof correlationId !== 'string' || !correlationPattern.test(correlationId)) return undefined;
  if (typeof configDigest !== 'string' || !digestPattern.test(configDigest)) return undefined;
  const pullRequest = pr === noPullRequest ? undefined : Number(pr);
  return { pullRequest, headSha, correlationId, configDigest };
}

/**
 * The request that a run is of, by its title: the workflow of the default branch makes that of the run's inputs, on the
 * forge and before a runner takes a job, so that no runner has a say in it. Undefined for any other title.
 */
export function readTitle(title: string): BaselineRequest | undefined {
  const [, pr, headSha, correlationId, configDigest] = titlePattern.exec(title) ?? [];
  return readInputs({
    pr,
    head_sha: headSha,
    correlation_id: correlationId,
    config_digest: configDigest,
  });
}
