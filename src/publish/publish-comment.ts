import type { Forge } from '../model/forge.ts';
import type { CommentMarker } from './comment-marker.ts';
import { decideComment } from './decide-comment.ts';
import { settleComment, type CommentOutcome } from './settle-comment.ts';

export interface CommentRequest {
  readonly pullRequest: number;
  /** Login that the token writes as. */
  readonly author: string;
  readonly run: CommentMarker;
  /**
   * The whole body, marker included, in at most `maxBytes` bytes of UTF-8.
   * @param present what the comment says now; undefined where there is none
   */
  readonly renderBody: (maxBytes: number, present: string | undefined) => string;
}

/**
 * Writes the comment of a run, or leaves it to a run that goes before.
 * @throws ForgeError
 */
export function publishComment(
  forge: Forge,
  { pullRequest, author, run, renderBody }: CommentRequest,
): Promise<CommentOutcome> {
  const decide: Parameters<typeof settleComment>[1]['decide'] = (pull, own) => decideComment(run, pull, own);
  return settleComment(forge, { pullRequest, author, name: run.name, decide, renderBody });
}
