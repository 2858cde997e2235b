import { HoldoutError } from './errors.ts';

/** Where pull requests live, such as GitHub: what publishing a report needs of it, for one repository. */
export interface Forge {
  /** Open pull requests whose head is this commit of this branch, forks included. */
  findPullRequests(head: PullRequestHead): Promise<readonly PullRequest[]>;
  readPullRequest(number: number): Promise<PullRequest>;
  /** All comments of the conversation, over all pages, oldest first. */
  listComments(pullRequest: number): Promise<readonly PullRequestComment[]>;
  /** Not repeated where the answer was lost: the reason is then `interrupted`. */
  createComment(pullRequest: number, body: string): Promise<PullRequestComment>;
  /** Not repeated where the answer was lost: the reason is then `interrupted`. */
  updateComment(id: number, body: string): Promise<PullRequestComment>;
  deleteComment(id: number): Promise<void>;
  setStatus(sha: string, status: CommitStatus): Promise<void>;
  createCheckRun(sha: string, run: CheckRun): Promise<void>;
  readPermission(user: string): Promise<Permission>;
  /** What a run of a workflow left under this name, newest first. */
  listArtifacts(runId: number, name: string): Promise<readonly Artifact[]>;
  /**
   * The zip of an artifact.
   * @throws ForgeError `too-large` once more than `maxBytes` have come
   */
  readArtifact(id: number, maxBytes: number): Promise<Uint8Array>;
}

export interface PullRequestHead {
  readonly sha: string;
  /** `owner/name` of the repository that the branch is in. */
  readonly repository: string;
  readonly branch: string;
}

export interface PullRequest {
  readonly number: number;
  readonly isOpen: boolean;
  /** Of the newest commit. */
  readonly headSha: string;
  /** `owner/name` of the repository that the branch is in; undefined where it is gone. */
  readonly headRepository?: string;
}

export interface PullRequestComment {
  readonly id: number;
  /** Login of who wrote it; empty where the account is gone. */
  readonly author: string;
  readonly body: string;
}

export interface CommitStatus {
  readonly state: 'success' | 'failure' | 'error';
  /** Tells statuses of one commit apart. */
  readonly name: string;
  /** At most `maxStatusLength` characters. */
  readonly description: string;
  readonly url: string;
}

export interface CheckRun {
  readonly name: string;
  /** `cancelled`: it was not carried out; where the check is required, that holds up a merge as a failure does. */
  readonly conclusion: 'success' | 'failure' | 'cancelled';
  readonly url: string;
  readonly title: string;
  /** Markdown, at most `maxCheckRunBytes` bytes. */
  readonly summary: string;
  readonly annotations: readonly CheckRunAnnotation[];
}

export interface CheckRunAnnotation {
  readonly level: 'notice' | 'warning' | 'failure';
  /** Relative to the repository, with `/`. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly title: string;
  readonly message: string;
}

/** What a person may do with the repository. */
export type Permission = 'admin' | 'write' | 'read' | 'none';

/** A zip that a run left behind. */
export interface Artifact {
  readonly id: number;
  readonly bytes: number;
  readonly isExpired: boolean;
  /** The run that left it, as the forge knows it. */
  readonly runId: number;
  readonly headSha: string;
}

/** GitHub refuses a comment of more than 65,536 characters, and no text has fewer bytes than characters. */
export const maxCommentBytes = 60_000;
/** GitHub refuses a check run whose summary holds more than 65,535 characters. */
export const maxCheckRunBytes = 60_000;
/** GitHub refuses a status whose description is longer. */
export const maxStatusLength = 140;

export type ForgeFailure =
  /** The token may not do it. */
  | 'forbidden'
  /** The conversation is locked. */
  | 'locked'
  /** It is not there, or is hidden from the token. */
  | 'missing'
  /** What was asked for is wrong, such as a text that is too long. */
  | 'refused'
  /** More is answered than was allowed for. */
  | 'too-large'
  /** Too many requests, for longer than one waits. */
  | 'limited'
  /** No answer, or one that tells of a fault over there, after the usual attempts. */
  | 'unreachable'
  /** The answer was lost or the request put off: look at what is there before it is repeated. */
  | 'interrupted';

/** A forge did not do what it was asked. */
export class ForgeError extends HoldoutError {
  readonly reason: ForgeFailure;

  constructor(reason: ForgeFailure, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super('environment', message, options);
    this.reason = reason;
  }
}
