import { ForgeError, type Forge, type Permission } from '../model/forge.ts';
import type { Reaction, WorkflowForge } from '../model/workflow-forge.ts';
import { parseCommand, type Command } from '../publish/command.ts';
import { findOwnComments, rankComments } from '../publish/decide-comment.ts';
import { putExplanation } from '../publish/explanation-part.ts';
import { readCommentEvent, type CommentEvent } from './baseline-events.ts';
import { explainCheck } from './explain-check.ts';
import type { PublishingNote } from './publishing-note.ts';
import { readPermission } from './read-permission.ts';

export interface Conversation {
  readonly forge: Forge;
  readonly workflows: WorkflowForge;
  /** Of the audit whose comment is spoken of. */
  readonly name: string;
  /** Login that the token writes as. */
  readonly author: string;
}

interface Answer extends PublishingNote {
  readonly reaction: Reaction;
}

/**
 * Does what a comment asks of an audit: `/holdout check` repeats the run that made the audit's comment, `/holdout explain`
 * adds to the comment what a check asks. The answer is a reaction; nothing is written into the conversation.
 * @throws ForgeError
 */
export async function answerCommand(conversation: Conversation, payload: unknown): Promise<PublishingNote> {
  const event = readCommentEvent(payload);
  if (!event) return nothing('the comment is on no pull request');
  if (event.action !== 'created') return nothing('the comment is not new');
  const parsed = parseCommand(event.body);
  if (parsed.kind === 'mistaken') return nothing(parsed.reason);
  if (parsed.kind === 'none' || parsed.command.kind === 'baseline')
    return nothing('the comment asks nothing of the audit');
  const { forge, workflows } = conversation;
  const permission = await readPermission(forge, event.author);
  const { reaction, ...note } = await act(conversation, event, parsed.command, permission);
  await workflows.addReaction(event.comment, reaction);
  return note;
}

async function act(
  conversation: Conversation,
  event: CommentEvent,
  command: Exclude<Command, { kind: 'baseline' }>,
  permission: Permission,
): Promise<Answer> {
  // What is explained is no secret; what is run costs minutes.
  const isAllowed =
    command.kind === 'explain' ? permission !== 'none' : ['admin', 'write'].includes(permission);
  if (!isAllowed)
    return { reaction: '-1', level: 'note', text: 'Nothing was done: who asks may not do that.' };
  const comment = await findComment(conversation, event.pullRequest);
  if (!comment) return refuse('no audit of the newest commit has commented yet');
  return command.kind === 'explain'
    ? explain(conversation, comment, command.check)
    : repeat(conversation, comment);
}

interface AuditComment {
  readonly id: number;
  readonly body: string;
  readonly runId: number;
  readonly headSha: string;
}

/** The audit's comment, where it speaks of the newest commit. */
async function findComment(
  { forge, name, author }: Conversation,
  pullRequest: number,
): Promise<AuditComment | undefined> {
  const comments = await forge.listComments(pullRequest);
  const { headSha, isOpen } = await forge.readPullRequest(pullRequest);
  const [first] = rankComments(findOwnComments(comments, author, name), headSha);
  const body = comments.find(({ id }) => id === first?.id)?.body;
  if (!isOpen || !first || body === undefined || first.marker.headSha !== headSha) return undefined;
  return { id: first.id, body, runId: first.marker.runId, headSha };
}

async function explain({ forge }: Conversation, { id, body }: AuditComment, check: string): Promise<Answer> {
  const explanation = explainCheck(check);
  if (explanation === undefined) return refuse('there is no check of that name');
  await forge.updateComment(id, putExplanation(body, explanation));
  return { reaction: '+1', level: 'note', text: `${check} was explained in the comment.` };
}

/** What the comment says of its run is held against what the forge says: whoever may write can have changed it. */
async function repeat({ workflows }: Conversation, { runId, headSha }: AuditComment): Promise<Answer> {
  const run = runId === 0 ? undefined : await findRun(workflows, runId);
  if (run?.event !== 'pull_request' || run.headSha !== headSha)
    return refuse('the run that made the comment is not one of the pull request’s newest commit');
  if (run.status !== 'completed') return refuse('the audit is under way already');
  await workflows.repeatRun(runId);
  return { reaction: 'rocket', level: 'note', text: 'The audit was started again.' };
}

async function findRun(
  workflows: WorkflowForge,
  id: number,
): Promise<Awaited<ReturnType<WorkflowForge['readRun']>> | undefined> {
  try {
    return await workflows.readRun(id);
  } catch (error) {
    if (error instanceof ForgeError && error.reason === 'missing') return undefined;
    throw error;
  }
}

function refuse(reason: string): Answer {
  return { reaction: 'confused', level: 'warning', text: `Nothing was done: ${reason}.` };
}

function nothing(reason: string): PublishingNote {
  return { level: 'note', text: `There is nothing to do: ${reason}.` };
}
