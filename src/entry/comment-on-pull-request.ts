import { ForgeError, type Forge } from '../model/forge.ts';
import type { Report } from '../model/report.ts';
import { renderComment } from '../publish/comment-body.ts';
import type { CommentMarker } from '../publish/comment-marker.ts';
import { describeFailure, describeOutcome } from '../publish/describe-outcome.ts';
import { publishComment } from '../publish/publish-comment.ts';
import type { PublishingInputs } from './action-inputs.ts';
import { readPullRequestEvent } from './github-event.ts';
import { publishImages } from './publish-images.ts';
import type { PublishingNote } from './publishing-note.ts';
import { runUrlOf, type RunnerContext } from './runner-context.ts';

export type OpenForge = (context: RunnerContext, token: string) => Forge;

/** Images that a comment is to show. */
export interface CommentImages {
  /** Holds them as PNG files. */
  readonly folder: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * Comments on the pull request that this run is of, where it is of one and may.
 * @returns what became of it; undefined where there is no pull request
 */
export async function commentOnPullRequest(
  report: Report,
  publishing: PublishingInputs,
  context: RunnerContext,
  openForge: OpenForge,
  images?: CommentImages,
): Promise<PublishingNote | undefined> {
  if (context.eventName !== 'pull_request') return undefined;
  const { number, headSha, isFork } = readPullRequestEvent(await context.readEvent());
  if (isFork)
    return {
      level: 'note',
      text: 'No comment was written: the run of a fork’s pull request may not. A second workflow can, see docs/pull-requests.md of holdout.',
    };
  if (publishing.token === '') return { level: 'note', text: 'No comment was written: there is no token.' };
  const { runId, attempt } = context;
  const run = { name: publishing.name, headSha, runId, attempt };
  const { name, token } = publishing;
  const { imageAddress, note } = images
    ? await publishImages(
        images.folder,
        { name, pullRequest: number, headSha, today: images.today },
        context,
        token,
      )
    : {};
  const target = {
    pullRequest: number,
    run,
    runUrl: runUrlOf(context, runId),
    ...(imageAddress && { imageAddress }),
  };
  // To audit without commenting, a job needs no more than to read; that is no fault.
  const written = await writeComment(openForge(context, token), report, publishing, target, 'note');
  return note ? { level: note.level, text: `${written.text} ${note.text}` } : written;
}

export interface CommentTarget {
  readonly pullRequest: number;
  readonly run: CommentMarker;
  readonly runUrl: string;
  readonly imageAddress?: (name: string) => string | undefined;
}

/**
 * Writes the comment about a report.
 * @param ifForbidden how grave it is that the token may not
 * @returns what became of it, failures included
 */
export async function writeComment(
  forge: Forge,
  report: Report,
  { commentAuthor }: PublishingInputs,
  { pullRequest, run, runUrl, imageAddress }: CommentTarget,
  ifForbidden: PublishingNote['level'],
): Promise<PublishingNote> {
  try {
    const outcome = await publishComment(forge, {
      pullRequest,
      author: commentAuthor,
      run,
      renderBody: (maxBytes, present) =>
        renderComment(report, { run, runUrl, ...(imageAddress && { imageAddress }) }, maxBytes, present),
    });
    if (outcome.kind === 'gave-way' || outcome.author === commentAuthor)
      return { level: 'note', text: describeOutcome(outcome) };
    return {
      level: 'warning',
      text: `The token writes as ${outcome.author}, not as ${commentAuthor}: say so with the input comment-author, so that the comment is found again.`,
    };
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    const level = error.reason === 'forbidden' ? ifForbidden : 'warning';
    return { level, text: describeFailure('The comment', error) };
  }
}
