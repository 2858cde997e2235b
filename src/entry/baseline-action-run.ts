import { HoldoutError } from '../model/errors.ts';
import { ForgeError } from '../model/forge.ts';
import type { Reaction, WorkflowForge, WorkflowRun } from '../model/workflow-forge.ts';
import type { BaselineRequest } from '../publish/baseline-request.ts';
import {
  composeCheckRun,
  composePart,
  composeSummary,
  titleOf,
  type BaselineNews,
} from '../publish/baseline-words.ts';
import { parseCommand } from '../publish/command.ts';
import { describeFailure, describeOutcome } from '../publish/describe-outcome.ts';
import { publishPart } from '../publish/publish-part.ts';
import type { RunnerFolders } from './action-inputs.ts';
import { formatFailure } from './action-log.ts';
import { readCommentEvent, readDispatchEvent } from './baseline-events.ts';
import { readBaselineInputs, type BaselineInputs, type TrainingInputs } from './baseline-inputs.ts';
import type { OpenForge } from './comment-on-pull-request.ts';
import { completeBaseline, type CompletionSettings } from './complete-baseline.ts';
import { readPullRequestEvent, readWorkflowRunEvent } from './github-event.ts';
import { readPermission } from './read-permission.ts';
import { formatNote, renderNote, type PublishingNote } from './publishing-note.ts';
import { runUrlOf, type RunnerContext } from './runner-context.ts';
import { sendBaseline, type PullRequestAsk, type RunnerAccess } from './send-baseline.ts';
import { watchRun } from './watch-run.ts';

export type OpenWorkflows = (context: RunnerContext, token: string) => WorkflowForge;

/** All that the action of the baseline has to do with the world around it. */
export interface BaselineOutside {
  readonly folders: RunnerFolders;
  readonly getInput: (name: string) => string;
  readonly setOutput: (name: string, value: string | number) => void;
  /** Adds Markdown to the job summary. */
  readonly writeSummary: (markdown: string) => Promise<void>;
  /** Writes to the log, which the runner reads for workflow commands. */
  readonly log: (text: string) => void;
  /** Undefined outside of GitHub. */
  readonly context: RunnerContext | undefined;
  readonly openForge: OpenForge;
  readonly openWorkflows: OpenWorkflows;
  readonly wait: (ms: number) => Promise<void>;
  readonly now: () => number;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly version: string;
  /** 32 hex digits. */
  readonly makeCorrelationId: () => string;
  /** Trains; what it says goes to the log. */
  readonly train: (request: BaselineRequest, inputs: TrainingInputs) => Promise<0 | 1>;
}

/** One run of the action: what it was given and where it tells. */
interface Step extends BaselineOutside {
  readonly context: RunnerContext;
  readonly inputs: BaselineInputs;
  readonly access: RunnerAccess;
  readonly say: (note: PublishingNote) => Promise<void>;
}

/**
 * Sends a baseline, trains it on a runner, or tells what came of it; never throws.
 * @returns 0 done, or nothing to do; 1 not sent, not run, or without a result that passes where one was waited for; 2 it
 *   could not be done
 */
export async function runBaselineAction(outside: BaselineOutside): Promise<0 | 1 | 2> {
  const { context, folders, getInput, log, writeSummary, wait, now } = outside;
  const { workspace } = folders;
  try {
    const inputs = readBaselineInputs(getInput, folders);
    if (context === undefined) throw new HoldoutError('usage', 'this is no run on GitHub');
    if (context.eventName === 'pull_request_target') throw refuseTarget();
    const say = async (note: PublishingNote): Promise<void> => {
      log(formatNote(note));
      await writeSummary(renderNote(note));
    };
    if (inputs.mode === 'train') return await train(inputs, context, outside);
    const { token } = inputs.publishing;
    if (token === '') throw new HoldoutError('usage', 'input token is empty');
    const forge = outside.openForge(context, token);
    const workflows = outside.openWorkflows(context, token);
    const step: Step = { ...outside, context, inputs, say, access: { forge, workflows, wait, now } };
    return await (inputs.mode === 'dispatch' ? dispatch(step) : complete(step));
  } catch (error) {
    log(formatFailure(error, workspace, workspace));
    return 2;
  }
}

async function train(
  { training }: BaselineInputs,
  { eventName, readEvent }: RunnerContext,
  outside: BaselineOutside,
): Promise<0 | 1> {
  if (eventName !== 'workflow_dispatch') throw refuseEvent(eventName, 'workflow_dispatch');
  const request = readDispatchEvent(await readEvent());
  // First: what a run had when it was stopped is uploaded, too.
  outside.setOutput('folder', training.output);
  return outside.train(request, training);
}

interface Ask {
  /** Absent where the default branch is asked about. */
  readonly ask?: PullRequestAsk;
  /** The comment that asks, where one does. */
  readonly comment?: number;
}

async function dispatch(step: Step): Promise<0 | 1 | 2> {
  const { inputs, access, context, say, setOutput } = step;
  const found = await findAsk(step);
  if ('nothing' in found) {
    await say({ level: 'note', text: found.nothing });
    return 0;
  }
  const { ask, comment } = found;
  const pullRequest = ask?.pullRequest;
  const sent = await sendBaseline(access, {
    repository: context.repository,
    workflow: inputs.workflow,
    configPath: inputs.configPath,
    ask,
    correlationId: step.makeCorrelationId(),
  });
  switch (sent.kind) {
    case 'refused': {
      await react(step, comment, sent.isStranger ? '-1' : 'confused');
      await say({ level: sent.isStranger ? 'note' : 'warning', text: `Not sent: ${sent.reason}.` });
      if (sent.isStranger) return 0;
      // Of no run, so that it gives way to what is told of any.
      const { headSha, reason } = sent;
      await publish(step, { pullRequest, headSha }, { id: 0, attempt: 0 }, { kind: 'refused', reason });
      return 1;
    }
    case 'under-way': {
      const { run, headSha } = sent;
      const url = runUrlOf(context, run.id);
      const whose = ask ? 'this pull request' : 'the default branch';
      await react(step, comment, 'confused');
      await say({
        level: 'warning',
        text: `Not sent: a baseline of ${headSha} is ${run.status.replaceAll('_', ' ')} for ${whose} already (${url}).`,
      });
      setOutput('run', run.id);
      return 1;
    }
    case 'finished': {
      const { run, headSha } = sent;
      const url = runUrlOf(context, run.id);
      await say({
        level: 'note',
        text: `Not sent: ${headSha} has a finished baseline with the same config already (${url}).`,
      });
      setOutput('run', run.id);
      return 0;
    }
    case 'sent': {
      const { request, runId } = sent;
      setOutput('run', runId);
      await react(step, comment, 'rocket');
      const run = { id: runId, attempt: 1 };
      await say({ level: 'note', text: `The baseline was sent: ${runUrlOf(context, runId)}` });
      await publish(step, request, run, { kind: 'sent' });
      return inputs.waits ? await waitFor(step, runId) : 0;
    }
  }
}

/** Who asks for what, by the event; or why nothing is to be done. */
async function findAsk({ context, access }: Step): Promise<Ask | { readonly nothing: string }> {
  const { eventName } = context;
  // What these events name is of no concern: the newest commit of the default branch is asked for.
  if (eventName === 'schedule' || eventName === 'workflow_dispatch') return {};
  const payload = await context.readEvent();
  if (eventName === 'pull_request') {
    const { number, headSha } = readPullRequestEvent(payload);
    return { ask: { pullRequest: number, asker: { kind: 'event', sha: headSha } } };
  }
  if (eventName !== 'issue_comment')
    throw refuseEvent(eventName, 'issue_comment, pull_request, schedule or workflow_dispatch');
  const event = readCommentEvent(payload);
  if (!event) return { nothing: 'There is nothing to do: the comment is on no pull request.' };
  // An edit may be by somebody else than the author, and of what others have agreed to.
  if (event.action !== 'created') return { nothing: 'There is nothing to do: the comment is not new.' };
  const parsed = parseCommand(event.body);
  if (parsed.kind === 'mistaken') return { nothing: `There is nothing to do: ${parsed.reason}.` };
  if (parsed.kind === 'none' || parsed.command.kind !== 'baseline')
    return { nothing: 'There is nothing to do: the comment asks for no baseline.' };
  const permission = await readPermission(access.forge, event.author);
  return {
    ask: {
      pullRequest: event.pullRequest,
      asker: { kind: 'command', sha: parsed.command.sha, permission },
    },
    comment: event.comment,
  };
}

/** An answer at the comment that asked; that it could not be given changes nothing. */
async function react({ access, log }: Step, comment: number | undefined, reaction: Reaction): Promise<void> {
  if (comment === undefined) return;
  try {
    await access.workflows.addReaction(comment, reaction);
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    log(formatNote({ level: 'note', text: describeFailure('The reaction', error) }));
  }
}

async function waitFor(step: Step, runId: number): Promise<0 | 1 | 2> {
  const { run, reason } = await watchRun(step.access, runId, step.inputs.queueMs);
  const { code, isPassed } = await tell(step, run, reason);
  return code === 0 && !isPassed ? 1 : code;
}

async function complete(step: Step): Promise<0 | 1 | 2> {
  const { context, inputs, access, say } = step;
  const runId = inputs.runId ?? (await findRunId(context));
  if (runId === context.runId) return completeOwn(step);
  if (inputs.outcome !== undefined)
    throw new HoldoutError('usage', `input outcome is of no use for run ${runId}, of which this is no job`, {
      hint: 'how a run ended is asked of GitHub: leave it out',
    });
  const run = await access.workflows.readRun(runId);
  if (run.status !== 'completed') {
    await say({ level: 'note', text: `There is nothing to do: run ${runId} has not ended.` });
    return 0;
  }
  return (await tell(step, run)).code;
}

/** The run that trained: this one, where it was sent, or the one whose end started this one. */
async function findRunId({ eventName, readEvent, runId }: RunnerContext): Promise<number> {
  if (eventName === 'workflow_dispatch') return runId;
  if (eventName !== 'workflow_run') throw refuseEvent(eventName, 'workflow_dispatch or workflow_run');
  return readWorkflowRunEvent(await readEvent()).runId;
}

/** A run cannot end before its own job does: how the job ended that trained stands in the place of its conclusion. */
async function completeOwn(step: Step): Promise<0 | 2> {
  const { context, inputs, access } = step;
  const { outcome: conclusion } = inputs;
  if (conclusion === undefined)
    throw new HoldoutError('usage', 'input outcome is empty', {
      hint: 'it is how the job ended that trained, `${{ needs.train.result }}`',
    });
  const run = await access.workflows.readRun(context.runId);
  return (await tell(step, { ...run, conclusion })).code;
}

/** Tells what came of a run that trained. */
async function tell(
  step: Step,
  run: WorkflowRun,
  reason?: string,
): Promise<{ readonly code: 0 | 2; readonly isPassed: boolean }> {
  const { access, inputs, context, today, version, say, log, writeSummary } = step;
  const { workflow, configPath, artifact, failOn, privacyKey } = inputs;
  const settings: CompletionSettings = {
    ...{ repository: context.repository, workflow, configPath, artifact, failOn, today, version },
    ...(privacyKey !== undefined && { privacyKey }),
  };
  const completion = await completeBaseline(access, run, settings, reason);
  if (completion.kind === 'foreign') {
    await say({ level: 'note', text: `There is nothing to do: ${completion.reason}.` });
    return { code: 0, isPassed: false };
  }
  const { request, news } = completion;
  step.setOutput('result', news.kind);
  if (request.pullRequest !== undefined) step.setOutput('pull-request', request.pullRequest);
  log(formatNote({ level: 'note', text: `${titleOf(news)}.` }));
  await writeSummary(
    `\n${composeSummary(news, { headSha: request.headSha, runUrl: runUrlOf(context, run.id) })}\n`,
  );
  const code = await publish(step, request, run, news);
  return { code, isPassed: news.kind === 'judged' && news.isPassed };
}

/** Puts news into the comment, where there is a pull request, and, at their end, at the commit. */
async function publish(
  { access, context, inputs, say }: Step,
  { headSha, pullRequest }: Pick<BaselineRequest, 'headSha' | 'pullRequest'>,
  { id: runId, attempt }: Pick<WorkflowRun, 'id' | 'attempt'>,
  news: BaselineNews,
): Promise<0 | 2> {
  const { forge } = access;
  const { name, commentAuthor: author } = inputs.publishing;
  const url = runUrlOf(context, runId === 0 ? context.runId : runId);
  const checkRun = composeCheckRun(news, `${name}/baseline`, url);
  const part = composePart(news, { headSha, runUrl: url }, { runId, attempt });
  let code: 0 | 2 = 0;
  const attemptTo = async (what: string, act: () => Promise<string | undefined>): Promise<void> => {
    try {
      const said = await act();
      if (said !== undefined) await say({ level: 'note', text: said });
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      code = 2;
      await say({ level: 'warning', text: describeFailure(what, error) });
    }
  };
  if (checkRun)
    await attemptTo('The result of the commit', async () => {
      await forge.createCheckRun(headSha, checkRun);
      return undefined;
    });
  if (pullRequest === undefined) return code;
  await attemptTo('The comment', async () =>
    describeOutcome(await publishPart(forge, { pullRequest, author, name, part })),
  );
  return code;
}

function refuseEvent(found: string, wanted: string): HoldoutError {
  return new HoldoutError('usage', `the event is ${found}, not ${wanted}`, {
    hint: 'docs/baseline.md of holdout shows the workflows',
  });
}

/** Such a run has a token that writes, and the pull request is a stranger's. */
function refuseTarget(): HoldoutError {
  return new HoldoutError('usage', 'holdout does not run on pull_request_target', {
    hint: 'send a baseline on issue_comment or pull_request: docs/baseline.md',
  });
}
