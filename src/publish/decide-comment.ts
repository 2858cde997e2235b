import type { PullRequest, PullRequestComment } from '../model/forge.ts';
import { compareRuns, readMarker, type CommentMarker } from './comment-marker.ts';

/** A comment that an audit of this name wrote. */
export interface OwnComment {
  readonly id: number;
  readonly marker: CommentMarker;
}

/** Why a run leaves the word to others. */
export type Precedence = 'closed' | 'newer-push' | 'newer-run';

/** The next thing to do; after each but the last two one looks again. */
export type CommentStep =
  | { readonly kind: 'create' }
  | { readonly kind: 'update'; readonly id: number }
  | { readonly kind: 'remove'; readonly id: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'give-way'; readonly to: Precedence };

/** The comments that begin with a marker of this name and that this author wrote. */
export function findOwnComments(
  comments: readonly PullRequestComment[],
  author: string,
  name: string,
): OwnComment[] {
  return comments.flatMap(({ id, author: by, body }) => {
    const marker = by === author ? readMarker(body) : undefined;
    return marker?.name === name ? [{ id, marker }] : [];
  });
}

/**
 * What a run does about its comment, given what is there at this moment. Every run decides by the same rule, so
 * that runs at the same time come to rest with one comment:
 *
 * 1. Of several comments, the one that speaks of the pull request's newest commit goes before others, then the one
 *    of the later run (by run id, then attempt), then the one that stood there first. The others are removed.
 * 2. Only a run of the newest commit writes, and only while the pull request is open.
 * 3. It writes unless a later run has written about the same commit.
 */
export function decideComment(
  run: CommentMarker,
  { isOpen, headSha }: PullRequest,
  own: readonly OwnComment[],
): CommentStep {
  const [first, second] = rankComments(own, headSha);
  if (second) return { kind: 'remove', id: second.id };
  if (!isOpen) return { kind: 'give-way', to: 'closed' };
  if (headSha !== run.headSha) return { kind: 'give-way', to: 'newer-push' };
  if (!first) return { kind: 'create' };
  const { id, marker } = first;
  if (marker.headSha !== headSha || compareRuns(marker, run) < 0) return { kind: 'update', id };
  return compareRuns(marker, run) === 0 ? { kind: 'done' } : { kind: 'give-way', to: 'newer-run' };
}

/** By rule 1, the one that stays first. */
export function rankComments(own: readonly OwnComment[], headSha: string): OwnComment[] {
  const speaksOfHead = ({ marker }: OwnComment) => Number(marker.headSha === headSha);
  return [...own].sort(
    (a, b) => speaksOfHead(b) - speaksOfHead(a) || compareRuns(b.marker, a.marker) || a.id - b.id,
  );
}
