/** What a repository on the server holds. Tests change it as people and pushes would. */
export interface GitHubState {
  /** `owner/name`. */
  readonly repository: string;
  /** By the secret. */
  readonly tokens: Map<string, Token>;
  readonly pulls: StoredPull[];
  comments: StoredComment[];
  readonly statuses: StoredStatus[];
  readonly checkRuns: StoredCheckRun[];
  readonly artifacts: StoredArtifact[];
  readonly defaultBranch: string;
  /** Commit of the default branch. */
  readonly baseSha: string;
  /** Texts of the default branch by path. */
  readonly files: Map<string, string>;
  /** Workflows that can be dispatched, by file name: what the default branch has of them. */
  readonly workflows: Map<string, StoredWorkflow>;
  readonly runs: StoredRun[];
  /** Whether a dispatch is answered with the run; older servers do not. */
  tellsRuns: boolean;
  readonly reactions: StoredReaction[];
  /** Permission by user. */
  readonly collaborators: Map<string, 'admin' | 'write' | 'read' | 'none'>;
  /** Requests left in the window, and when the next begins (seconds since 1970). */
  rateLimit: { remaining: number; readonly limit: number; resetAtSeconds: number };
  nextId: number;
}

export type Scope = 'actions' | 'checks' | 'contents' | 'issues' | 'pull-requests' | 'statuses';

export interface Token {
  readonly login: string;
  readonly type: 'Bot' | 'User';
  readonly permissions: Readonly<Partial<Record<Scope, 'read' | 'write'>>>;
}

export interface StoredPull {
  readonly number: number;
  state: 'open' | 'closed';
  isLocked: boolean;
  headSha: string;
  readonly headBranch: string;
  /** `owner/name`; null where the fork was deleted. */
  headRepository: string | null;
}

export interface StoredComment {
  readonly id: number;
  readonly pull: number;
  readonly login: string;
  readonly type: 'Bot' | 'User';
  body: string;
}

export interface StoredStatus {
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly description: string;
  readonly targetUrl: string | null;
}

export interface StoredCheckRun {
  readonly id: number;
  readonly sha: string;
  readonly name: string;
  status: string;
  conclusion: string | null;
  title: string;
  summary: string;
  readonly annotations: unknown[];
}

export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  readonly runId: number;
  readonly headSha: string;
  readonly bytes: Uint8Array;
  /** What the listing claims, where that is not the length of `bytes`. */
  readonly claimedBytes?: number;
  readonly isExpired?: boolean;
}

export interface StoredWorkflow {
  /** `run-name` as written, with `${{ inputs.… }}`. */
  readonly runName: string;
  readonly inputs: readonly string[];
  readonly labels: readonly string[];
}

export interface StoredRun {
  readonly id: number;
  attempt: number;
  readonly path: string;
  readonly event: string;
  readonly headBranch: string;
  readonly headSha: string;
  readonly title: string;
  readonly inputs: Readonly<Record<string, string>>;
  status: string;
  conclusion: string | null;
  readonly jobs: StoredJob[];
}

export interface StoredJob {
  readonly id: number;
  readonly labels: readonly string[];
  status: string;
  /** Such as `success`; null while it runs. */
  conclusion: string | null;
  /** Null until a runner takes the job. */
  runner: string | null;
}

export interface StoredReaction {
  readonly comment: number;
  readonly content: string;
}

export const actionsBot: Token = {
  login: 'github-actions[bot]',
  type: 'Bot',
  permissions: {
    contents: 'read',
    'pull-requests': 'write',
    checks: 'write',
    statuses: 'write',
    actions: 'read',
  },
};

/** A repository with no pull requests, and the token `write` of its workflows. */
export function createState(repository: string): GitHubState {
  return {
    repository,
    tokens: new Map([
      ['write', actionsBot],
      [
        'read',
        { ...actionsBot, permissions: { contents: 'read', 'pull-requests': 'read', actions: 'read' } },
      ],
      [
        'dispatch',
        { ...actionsBot, permissions: { ...actionsBot.permissions, actions: 'write', statuses: 'read' } },
      ],
      ['bare', { ...actionsBot, permissions: { contents: 'read' } }],
    ]),
    pulls: [],
    comments: [],
    statuses: [],
    checkRuns: [],
    artifacts: [],
    defaultBranch: 'main',
    baseSha: 'd'.repeat(40),
    files: new Map(),
    workflows: new Map(),
    runs: [],
    tellsRuns: true,
    reactions: [],
    collaborators: new Map(),
    rateLimit: { limit: 1000, remaining: 1000, resetAtSeconds: 4_000_000_000 },
    nextId: 1001,
  };
}
