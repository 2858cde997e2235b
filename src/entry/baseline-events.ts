import { EnvironmentError } from '../model/errors.ts';
import { followPath } from '../model/follow-path.ts';
import { readInputs, type BaselineRequest } from '../publish/baseline-request.ts';

/** What the payload of `issue_comment` tells of a comment in the conversation of a pull request. */
export interface CommentEvent {
  /** Such as `created`. */
  readonly action: string;
  readonly pullRequest: number;
  readonly comment: number;
  /** Login of who wrote it. */
  readonly author: string;
  readonly body: string;
}

/**
 * @returns undefined for the conversation of an issue that is no pull request
 * @throws EnvironmentError for a payload of another kind
 */
export function readCommentEvent(payload: unknown): CommentEvent | undefined {
  const [action, author, body] = [['action'], ['comment', 'user', 'login'], ['comment', 'body']].map((path) =>
    followPath(payload, path),
  );
  const [pullRequest, comment] = [
    ['issue', 'number'],
    ['comment', 'id'],
  ].map((path) => followPath(payload, path));
  if (typeof action !== 'string' || typeof pullRequest !== 'number' || typeof comment !== 'number')
    throw new EnvironmentError('the event of this run is of no comment');
  if (typeof followPath(payload, ['issue', 'pull_request']) !== 'object') return undefined;
  return {
    action,
    pullRequest,
    comment,
    // Empty where the account is gone, which may do nothing.
    author: typeof author === 'string' ? author : '',
    body: typeof body === 'string' ? body : '',
  };
}

/**
 * What a run was sent to train on.
 * @throws EnvironmentError where it was not sent by holdout
 */
export function readDispatchEvent(payload: unknown): BaselineRequest {
  const inputs = followPath(payload, ['inputs']);
  const request =
    typeof inputs === 'object' && inputs !== null
      ? readInputs(inputs as Readonly<Record<string, unknown>>)
      : undefined;
  if (request) return request;
  throw new EnvironmentError('the inputs of this run are not those of a baseline', {
    hint: 'send it with the action in mode dispatch, or with `holdout baseline dispatch`',
  });
}
