import {
  ForgeError,
  type CheckRun,
  type CommitStatus,
  type Forge,
  type PullRequest,
  type PullRequestComment,
} from '../src/model/forge.ts';
import type { ForgeContents } from './contract/forge.ts';

interface KeptComment extends PullRequestComment {
  readonly pullRequest: number;
}

export interface MemoryForge extends Forge {
  readonly comments: readonly KeptComment[];
  readonly statuses: readonly { readonly sha: string; readonly status: CommitStatus }[];
  readonly checkRuns: readonly { readonly sha: string; readonly run: CheckRun }[];
  /** What a push or a person does. */
  readonly changePull: (number: number, change: Partial<Omit<PullRequest, 'number'>>) => void;
}

/** A forge that lies in memory; every one who asks is `holdout[bot]`. */
export function openMemoryForge(contents: ForgeContents): MemoryForge {
  const pulls = contents.pulls.map((pull) => ({ ...pull }));
  const comments: KeptComment[] = [];
  const statuses: { sha: string; status: CommitStatus }[] = [];
  const checkRuns: { sha: string; run: CheckRun }[] = [];
  let nextId = 1;

  const take = <T>(found: T | undefined): T => {
    if (found === undefined) throw new ForgeError('missing', 'it is not there');
    return found;
  };
  const bound = (body: string) => {
    if (body.length > 65_536) throw new ForgeError('refused', 'the body is too long');
  };
  const findPull = (number: number) => take(pulls.find((pull) => pull.number === number));
  const indexOf = (id: number) =>
    take(comments.map((comment) => comment.id).indexOf(id) + 1 || undefined) - 1;
  const show = ({ id, author, body }: KeptComment): PullRequestComment => ({ id, author, body });
  const showPull = ({
    number,
    isOpen,
    headSha,
    repository,
  }: ForgeContents['pulls'][number]): PullRequest => ({
    number,
    isOpen,
    headSha,
    headRepository: repository,
  });
  /** What happens, happens at once, and is told later. */
  const tell = <T>(act: () => T): Promise<T> => new Promise((resolve) => resolve(act()));

  return {
    comments,
    statuses,
    checkRuns,
    changePull: (number, change) => void Object.assign(findPull(number), change),
    findPullRequests: ({ sha, repository, branch }) =>
      tell(() =>
        pulls
          .filter((pull) => pull.isOpen && pull.headSha === sha)
          .filter((pull) => pull.repository === repository && pull.branch === branch)
          .map(showPull),
      ),
    readPullRequest: (number) => tell(() => showPull(findPull(number))),
    listComments: (number) =>
      tell(() => comments.filter(({ pullRequest }) => pullRequest === findPull(number).number).map(show)),
    createComment: (number, body) =>
      tell(() => {
        bound(body);
        const created = { id: nextId++, author: 'holdout[bot]', body, pullRequest: findPull(number).number };
        comments.push(created);
        return show(created);
      }),
    updateComment: (id, body) =>
      tell(() => {
        const index = indexOf(id);
        bound(body);
        const updated = { ...take(comments[index]), body };
        comments[index] = updated;
        return show(updated);
      }),
    deleteComment: (id) => tell(() => void comments.splice(indexOf(id), 1)),
    setStatus: (sha, status) => tell(() => void statuses.push({ sha, status })),
    createCheckRun: (sha, run) => tell(() => void checkRuns.push({ sha, run })),
    readPermission: (user) => tell(() => take(contents.permissions[user])),
    listArtifacts: (runId, name) =>
      tell(() =>
        contents.artifacts
          .filter((artifact) => artifact.runId === runId && artifact.name === name)
          .map(({ id, bytes, headSha }) => ({ id, bytes: bytes.length, isExpired: false, runId, headSha }))
          .reverse(),
      ),
    readArtifact: (id, maxBytes) =>
      tell(() => {
        const { bytes } = take(contents.artifacts.find((artifact) => artifact.id === id));
        if (bytes.length > maxBytes) throw new ForgeError('too-large', 'it is too large');
        return bytes;
      }),
  };
}
