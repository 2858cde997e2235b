import { ForgeError, maxCommentBytes, type Forge } from '../model/forge.ts';
import type { CommentMarker } from './comment-marker.ts';
import { decideComment, findOwnComments, type Precedence } from './decide-comment.ts';

export interface CommentRequest {
  readonly pullRequest: number;
  /** Login that the token writes as. */
  readonly author: string;
  readonly run: CommentMarker;
  /** The whole body, marker included, in at most `maxBytes` bytes of UTF-8. */
  readonly renderBody: (maxBytes: number) => string;
}

export type CommentOutcome =
  | {
      readonly kind: 'created' | 'updated' | 'unchanged';
      /** Who wrote it, which may be another than was asked for. */
      readonly author: string;
    }
  | { readonly kind: 'gave-way'; readonly to: Precedence };

/** For a forge that refuses the usual length after all. */
const shortCommentBytes = 20_000;
/** Looks at what is there; runs that get in each other's way come to rest in a few. */
const maxLooks = 20;
/** A forge may answer from a copy that has not heard yet of a comment that was written a moment ago. */
const maxLooksForOwn = 3;
/** Acts whose answer is lost, before there is no more use in trying. */
const maxInterruptions = 3;

/**
 * Writes the comment of a run, or leaves it to a run that goes before: looks, decides, acts, and looks again until
 * nothing is left to do. An act whose answer was lost is not repeated but looked for.
 * @throws ForgeError
 */
export async function publishComment(
  forge: Forge,
  { pullRequest, author: expected, run, renderBody }: CommentRequest,
): Promise<CommentOutcome> {
  let author = expected;
  let maxBytes = maxCommentBytes;
  let kind: 'created' | 'updated' | 'unchanged' = 'unchanged';
  let looksForOwn = 0;
  let interruptions = 0;
  for (let looks = 0; looks < maxLooks; looks++) {
    const comments = await forge.listComments(pullRequest);
    // Last, since what it says is what must not have changed when the comment is written.
    const pull = await forge.readPullRequest(pullRequest);
    const step = decideComment(run, pull, findOwnComments(comments, author, run.name));
    try {
      switch (step.kind) {
        case 'create':
          if (looksForOwn-- > 0) break;
          looksForOwn = maxLooksForOwn;
          ({ author } = await forge.createComment(pullRequest, renderBody(maxBytes)));
          kind = 'created';
          break;
        case 'update':
          await forge.updateComment(step.id, renderBody(maxBytes));
          kind = 'updated';
          break;
        case 'remove':
          await forge.deleteComment(step.id);
          break;
        case 'done':
          return { kind, author };
        case 'give-way':
          return { kind: 'gave-way', to: step.to };
      }
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      if (error.reason === 'refused' && maxBytes > shortCommentBytes) {
        maxBytes = shortCommentBytes;
        looksForOwn = 0;
      } else if (error.reason === 'interrupted') {
        // Nobody knows what became of it: the next look tells.
        if (++interruptions === maxInterruptions) throw error;
      } else if (error.reason !== 'missing') throw error;
      // Otherwise another run or a person was faster, as the next look tells.
    }
  }
  throw new ForgeError('interrupted', `the comment did not come to rest in ${maxLooks} attempts`);
}
