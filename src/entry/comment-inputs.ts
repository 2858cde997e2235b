import { posix } from 'node:path';
import { HoldoutError } from '../model/errors.ts';
import { readChoice, readPublishingInputs, type PublishingInputs } from './action-inputs.ts';
import { failOnLevels, type FailOn } from './exit-code.ts';

/** What a workflow asks of the action that comments. */
export interface CommentInputs {
  /** Name of the artifact. */
  readonly artifact: string;
  /** The dataset's folder, relative to the repository, with `/`. */
  readonly directory: string;
  readonly failOn: FailOn;
  /** Whether only what the base does not have fails the commit's result. */
  readonly failOnNew: boolean;
  readonly mark: CommitMark;
  readonly publishing: PublishingInputs;
}

/** How the commit itself shows the result. */
export type CommitMark = 'check-run' | 'status' | 'none';

/**
 * Reads the inputs that `comment/action.yml` describes; an empty one means its default.
 * @throws HoldoutError `usage` for a value that an input cannot have
 */
export function readCommentInputs(getInput: (name: string) => string): CommentInputs {
  const publishing = readPublishingInputs(getInput);
  if (publishing.token === '') throw new HoldoutError('usage', 'input token is empty');
  return {
    artifact: getInput('artifact') || 'holdout-report',
    directory: posix.normalize(getInput('directory') || '.'),
    failOn: readChoice(getInput, 'fail-on', failOnLevels),
    failOnNew: readChoice(getInput, 'fail-on-new', ['false', 'true']) === 'true',
    mark: readChoice(getInput, 'result', ['check-run', 'status', 'none']),
    publishing,
  };
}
