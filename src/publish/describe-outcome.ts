import type { ForgeError, ForgeFailure } from '../model/forge.ts';
import { withHint } from '../model/errors.ts';
import type { CommentOutcome } from './settle-comment.ts';
import type { Precedence } from './decide-comment.ts';

const written = {
  created: 'The comment was written.',
  updated: 'The comment was brought up to date.',
  unchanged: 'The comment was up to date.',
} as const;

const precedences: Readonly<Record<Precedence, string>> = {
  closed: 'the pull request is closed',
  'newer-push': 'a newer commit was pushed, whose own run will comment',
  'newer-run': 'a later run has commented on this commit',
};

const hints: Readonly<Partial<Record<ForgeFailure, string>>> = {
  forbidden: 'give the job `pull-requests: write`; a fork’s run never has it, see docs/pull-requests.md',
  locked: 'unlock the conversation and run the job again',
  limited: 'run the job again later',
  unreachable: 'run the job again',
  interrupted: 'run the job again',
};

/** What became of a comment, in one sentence. */
export function describeOutcome(outcome: CommentOutcome): string {
  return outcome.kind === 'gave-way'
    ? `No comment was written: ${precedences[outcome.to]}.`
    : written[outcome.kind];
}

/**
 * Why something was not published, in one sentence with what to do.
 * @param what such as `the comment`
 */
export function describeFailure(what: string, { reason, message, hint }: ForgeError): string {
  return withHint(`${what} was not published: ${message}`, hint ?? hints[reason]);
}
