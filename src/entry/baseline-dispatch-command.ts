import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { HoldoutError } from '../model/errors.ts';
import { shaPattern } from '../publish/comment-marker.ts';
import { escapeTerminal } from '../report/escape.ts';
import { readWorkflow } from './baseline-inputs.ts';
import type { CliOutside } from './cli-outside.ts';
import { openForge, openWorkflows } from './open-forge.ts';
import { sendBaseline, type RunnerAccess } from './send-baseline.ts';
import { watchRun } from './watch-run.ts';

export interface BaselineDispatchOptions {
  readonly pullRequest: number;
  readonly sha: string;
  readonly repository?: string;
  readonly config: string;
  readonly workflow: string;
  readonly wait?: boolean;
  readonly queueMinutes: number;
}

const repositoryPattern = /^[\w.-]+\/[\w.-]+$/u;
const msPerMinute = 60_000;

/** Sends a baseline from a terminal; the token's rights are the person's. */
export async function dispatchBaseline(
  options: BaselineDispatchOptions,
  { env, stdout }: CliOutside,
): Promise<0 | 1> {
  const { pullRequest, sha, config: configPath, queueMinutes } = options;
  const repository = options.repository ?? env['GITHUB_REPOSITORY'] ?? '';
  if (!repositoryPattern.test(repository))
    throw new HoldoutError('usage', 'the repository is not known', { hint: 'say --repository owner/name' });
  if (!shaPattern.test(sha))
    throw new HoldoutError('usage', 'the commit is not named by its whole id', {
      hint: 'say --sha with all 40 digits',
    });
  const token = env['GITHUB_TOKEN'];
  if (token === undefined || token === '')
    throw new HoldoutError('usage', 'there is no token', { hint: 'set GITHUB_TOKEN' });
  const apiUrl = (env['GITHUB_API_URL'] ?? 'https://api.github.com').replace(/\/+$/u, '');
  const place = { repository, apiUrl };
  const access: RunnerAccess = {
    forge: openForge(place, token),
    workflows: openWorkflows(place, token),
    wait: async (ms) => setTimeout(ms),
    now: () => Date.now(),
  };
  const say = (text: string): void => void stdout.write(`${escapeTerminal(text)}\n`);
  const sent = await sendBaseline(access, {
    repository,
    workflow: readWorkflow(options.workflow),
    configPath,
    ask: { pullRequest, asker: { kind: 'terminal', sha } },
    correlationId: randomUUID().replaceAll('-', ''),
  });
  if (sent.kind === 'refused') say(`not sent: ${sent.reason}`);
  if (sent.kind === 'under-way')
    say(
      `not sent: run ${sent.run.id} of ${sent.headSha} is ${sent.run.status} for this pull request already`,
    );
  if (sent.kind !== 'sent') return 1;
  say(`sent: run ${sent.runId}`);
  if (options.wait !== true) return 0;
  const { run, reason } = await watchRun(access, sent.runId, queueMinutes * msPerMinute);
  if (reason !== undefined) say(`not run: ${reason}`);
  else say(`the run ended as ${run.conclusion ?? run.status}`);
  return reason === undefined && run.conclusion === 'success' ? 0 : 1;
}
