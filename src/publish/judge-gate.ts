import type { Permission, PullRequest } from '../model/forge.ts';

/** Who asks for a baseline of a commit, as the forge tells it. */
export type BaselineAsker =
  /** A comment that names the commit, by somebody with this permission. */
  | { readonly kind: 'command'; readonly sha: string; readonly permission: Permission }
  /** An event of the pull request itself, such as a label. */
  | { readonly kind: 'event'; readonly sha: string }
  /** A person at a terminal who names the commit and whose token may start workflows. */
  | { readonly kind: 'terminal'; readonly sha: string };

export type Gate =
  | { readonly kind: 'open' }
  /** `isStranger`: who asked may not, and is owed no explanation in the conversation. */
  | { readonly kind: 'closed'; readonly reason: string; readonly isStranger: boolean };

const permissionsThatAsk: readonly Permission[] = ['admin', 'write'];

/**
 * Whether a baseline may be sent: a runner of one's own decodes what the pull request holds. Either the head is in the
 * repository itself, whose branches only members write, or a member names the very commit, so that no approval reaches
 * what is pushed after it.
 * @param repository `owner/name`
 */
export function judgeGate(asker: BaselineAsker, pull: PullRequest, repository: string): Gate {
  if (asker.kind === 'command' && !permissionsThatAsk.includes(asker.permission))
    return close('who asks may not write to the repository', true);
  if (!pull.isOpen) return close('the pull request is closed');
  if (asker.sha !== pull.headSha)
    return close(`${asker.sha} is not the newest commit of the pull request, which is ${pull.headSha}`);
  if (asker.kind === 'event' && pull.headRepository !== repository)
    return close(
      `the head is in another repository: a member can send it with the comment \`/holdout baseline ${pull.headSha}\``,
    );
  return { kind: 'open' };
}

function close(reason: string, isStranger = false): Gate {
  return { kind: 'closed', reason, isStranger };
}
