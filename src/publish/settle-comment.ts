import { ForgeError, maxCommentBytes, type Forge, type PullRequest } from '../model/forge.ts';
import { findOwnComments, type CommentStep, type OwnComment, type Precedence } from './decide-comment.ts';

/** How a comment is brought to what it is to say. */
export interface Settlement {
  readonly pullRequest: number;
  /** Login that the token writes as. */
  readonly author: string;
  /** The audit whose comment it is. */
  readonly name: string;
  /**
   * The next thing to do, given what is there.
   * @param bodyOf what an own comment says
   */
  readonly decide: (
    pull: PullRequest,
    own: readonly OwnComment[],
    bodyOf: (comment: OwnComment) => string,
  ) => CommentStep;
  /**
   * The whole body, marker included, in at most `maxBytes` bytes of UTF-8.
   * @param present what the comment says now; undefined where there is none
   */
  readonly renderBody: (maxBytes: number, present: string | undefined) => string;
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
 * Looks, decides, acts, and looks again until nothing is left to do. An act whose answer was lost is not repeated but looked for.
 * @throws ForgeError
 */
export async function settleComment(
  forge: Forge,
  { pullRequest, author: expected, name, decide, renderBody }: Settlement,
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
    const bodyOf = ({ id }: Pick<OwnComment, 'id'>) => comments.find((one) => one.id === id)?.body ?? '';
    const step = decide(pull, findOwnComments(comments, author, name), bodyOf);
    try {
      switch (step.kind) {
        case 'create':
          if (looksForOwn-- > 0) break;
          looksForOwn = maxLooksForOwn;
          ({ author } = await forge.createComment(pullRequest, renderBody(maxBytes, undefined)));
          kind = 'created';
          break;
        case 'update':
          await forge.updateComment(step.id, renderBody(maxBytes, bodyOf(step)));
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
