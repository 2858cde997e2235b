import type { Forge, PullRequest } from '../model/forge.ts';
import { compareParts, findPart, putPart, type BaselinePart, type PartMarker } from './baseline-part.ts';
import { writeMarker } from './comment-marker.ts';
import { rankComments, type CommentStep, type OwnComment } from './decide-comment.ts';
import { settleComment, type CommentOutcome } from './settle-comment.ts';

export interface PartRequest {
  readonly pullRequest: number;
  /** Login that the token writes as. */
  readonly author: string;
  /** The audit to whose comment the part belongs. */
  readonly name: string;
  readonly part: BaselinePart;
}

/**
 * Puts a baseline's part into the comment of an audit; where there is none yet, into a new one that any audit takes over.
 * @throws ForgeError
 */
export function publishPart(
  forge: Forge,
  { pullRequest, author, name, part }: PartRequest,
): Promise<CommentOutcome> {
  const { headSha } = part.marker;
  // The same run may be told again in other words, but a forge may keep other spaces than it was given.
  let isWritten = false;
  return settleComment(forge, {
    pullRequest,
    author,
    name,
    decide: (pull, own, bodyOf) => {
      const step = decidePart(part.marker, pull, own, bodyOf);
      return step.kind === 'update' && isWritten && step.isSame === true ? { kind: 'done' } : step;
    },
    renderBody: (_maxBytes, present) => {
      isWritten = true;
      return putPart(present ?? `${writeMarker({ name, headSha, runId: 0, attempt: 0 })}\n`, part);
    },
  });
}

/**
 * The same rules as for the comment itself: one comment stays; only the newest commit of an open pull request is spoken
 * of; a later run goes before, and of one run its end.
 */
function decidePart(
  marker: PartMarker,
  { isOpen, headSha }: PullRequest,
  own: readonly OwnComment[],
  bodyOf: (comment: OwnComment) => string,
): CommentStep & { readonly isSame?: boolean } {
  const [first, second] = rankComments(own, headSha);
  if (second) return { kind: 'remove', id: second.id };
  if (!isOpen) return { kind: 'give-way', to: 'closed' };
  if (headSha !== marker.headSha) return { kind: 'give-way', to: 'newer-push' };
  if (!first) return { kind: 'create' };
  const present = findPart(bodyOf(first))?.marker;
  if (present?.headSha !== headSha) return { kind: 'update', id: first.id };
  const order = compareParts(present, marker);
  return order > 0
    ? { kind: 'give-way', to: 'newer-run' }
    : { kind: 'update', id: first.id, isSame: order === 0 };
}
