import { HoldoutError } from '../model/errors.ts';
import { ForgeError, type CheckRun, type CommitStatus, type Forge } from '../model/forge.ts';
import type { Report } from '../model/report.ts';
import { toBrokenResult, toCheckRun, toStatus } from '../publish/commit-result.ts';
import { describeFailure } from '../publish/describe-outcome.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { formatFailure, formatStepError } from './action-log.ts';
import { writeComment, type OpenForge } from './comment-on-pull-request.ts';
import { readCommentInputs, type CommentInputs } from './comment-inputs.ts';
import { exitCodeOf } from './exit-code.ts';
import { fetchReport } from './fetch-report.ts';
import { readWorkflowRunEvent, type WorkflowRunEvent } from './github-event.ts';
import { formatNote, renderNote, type PublishingNote } from './publishing-note.ts';
import { runUrlOf, type RunnerContext } from './runner-context.ts';

/** All that the action that comments has to do with the world around it. */
export interface CommentOutside {
  readonly workspace: string;
  readonly getInput: (name: string) => string;
  readonly setOutput: (name: string, value: string | number) => void;
  /** Adds Markdown to the job summary. */
  readonly writeSummary: (markdown: string) => Promise<void>;
  /** Writes to the log, which the runner reads for workflow commands. */
  readonly log: (text: string) => void;
  /** Undefined outside of GitHub. */
  readonly context: RunnerContext | undefined;
  readonly openForge: OpenForge;
}

/** How a run ends that has made a report, as far as it got; a run that was cancelled or skipped has made none. */
const conclusionsWithReport = ['success', 'failure', 'timed_out'];

/**
 * Publishes the report of an audit that ran elsewhere without permissions; never throws.
 * @returns 0 published, or left to another run; 1 there is no report that can be used; 2 it could not be published
 */
export async function runComment(outside: CommentOutside): Promise<0 | 1 | 2> {
  const { context, getInput, log, workspace } = outside;
  try {
    const inputs = readCommentInputs(getInput);
    if (context?.eventName !== 'workflow_run')
      throw new HoldoutError('usage', `the event is ${context?.eventName ?? 'none'}, not workflow_run`, {
        hint: 'docs/pull-requests.md of holdout shows the two workflows',
      });
    const event = readWorkflowRunEvent(await context.readEvent());
    return await publish(inputs, event, context, outside);
  } catch (error) {
    log(formatFailure(error, workspace, workspace));
    return 2;
  }
}

async function publish(
  inputs: CommentInputs,
  event: WorkflowRunEvent,
  context: RunnerContext,
  outside: CommentOutside,
): Promise<0 | 1 | 2> {
  const { log, writeSummary } = outside;
  const { publishing, failOn, failOnNew, directory } = inputs;
  const say = async (note: PublishingNote): Promise<void> => {
    log(formatNote(note));
    await writeSummary(renderNote(note));
  };
  if (event.conclusion === undefined)
    throw new HoldoutError('usage', 'the run has not ended', {
      hint: 'on: workflow_run: types: [completed]',
    });
  if (event.trigger !== 'pull_request') {
    await say({ level: 'note', text: `There is nothing to do: the run was on ${event.trigger}.` });
    return 0;
  }
  const forge = outside.openForge(context, publishing.token);
  const fetched = await fetchReport(forge, event, inputs.artifact);
  if (fetched.kind === 'absent' && !conclusionsWithReport.includes(event.conclusion)) {
    await say({ level: 'note', text: `There is nothing to do: the run ended as ${event.conclusion}.` });
    return 0;
  }
  const place = { name: publishing.name, url: runUrlOf(context, event.runId) };
  if (fetched.kind !== 'report') {
    const reason =
      fetched.kind === 'refused' ? fetched.reason : `the run left no artifact ${inputs.artifact}`;
    const broken = toBrokenResult(reason, place);
    log(formatStepError(broken.status.description));
    await say({ level: 'warning', text: `${broken.checkRun.title}: ${reason}.` });
    const marked = await markCommit(forge, event.headSha, inputs, broken);
    if (marked) await say(marked);
    return 1;
  }
  const { report } = fetched;
  await writeSummary(renderMarkdown(report));
  // Green where both say so: the run may have failed for what the report does not know.
  const isPassed = exitCodeOf(report, failOn, failOnNew) === 0 && event.conclusion === 'success';
  const result = { ...place, isPassed };
  const notes = [
    await markCommit(forge, event.headSha, inputs, {
      status: toStatus(report, result),
      checkRun: toCheckRun(report, result, directory),
    }),
    await commentOn(forge, report, inputs, event, context, outside.setOutput),
  ].filter((note) => note !== undefined);
  for (const note of notes) await say(note);
  return notes.some(({ level }) => level === 'warning') ? 2 : 0;
}

/** @returns why it could not be done */
async function markCommit(
  forge: Forge,
  sha: string,
  { mark }: CommentInputs,
  { status, checkRun }: { readonly status: CommitStatus; readonly checkRun: CheckRun },
): Promise<PublishingNote | undefined> {
  try {
    if (mark === 'status') await forge.setStatus(sha, status);
    if (mark === 'check-run') await forge.createCheckRun(sha, checkRun);
    return undefined;
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    const scope = mark === 'status' ? 'statuses: write' : 'checks: write';
    return {
      level: 'warning',
      text:
        error.reason === 'forbidden'
          ? `The result of the commit was not published: ${error.message} (give the job \`${scope}\`)`
          : describeFailure('The result of the commit', error),
    };
  }
}

/** Comments on the pull request whose head the run was of; which one that is, GitHub says. */
async function commentOn(
  forge: Forge,
  report: Report,
  { publishing }: CommentInputs,
  { headSha, headRepository, headBranch, runId, attempt }: WorkflowRunEvent,
  context: RunnerContext,
  setOutput: CommentOutside['setOutput'],
): Promise<PublishingNote> {
  try {
    const found =
      headRepository === undefined
        ? []
        : await forge.findPullRequests({ sha: headSha, repository: headRepository, branch: headBranch });
    const [pull, ...others] = found;
    if (!pull)
      return {
        level: 'note',
        text: `No comment was written: ${headSha} is not the head of an open pull request any more.`,
      };
    // Each has a run of its own, and nothing tells which of them this is.
    if (others.length > 0)
      return {
        level: 'note',
        text: `No comment was written: ${headSha} is the head of ${found.length} pull requests.`,
      };
    setOutput('pull-request', pull.number);
    const run = { name: publishing.name, headSha, runId, attempt };
    const target = { pullRequest: pull.number, run, runUrl: runUrlOf(context, runId) };
    return await writeComment(forge, report, publishing, target, 'warning');
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    return { level: 'warning', text: describeFailure('The comment', error) };
  }
}
