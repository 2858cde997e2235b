/** Where workflows run, such as GitHub: what sending a job to a runner needs of it, for one repository. */
export interface WorkflowForge {
  readDefaultBranch(): Promise<string>;
  /** Id of the newest commit of a branch. */
  readBranchHead(branch: string): Promise<string>;
  /**
   * The text of a file at a commit or branch; undefined where there is none.
   * @throws ForgeError `too-large` where it has more than `maxBytes`
   */
  readTextFile(path: string, ref: string, maxBytes: number): Promise<string | undefined>;
  /**
   * Asks for a run of a workflow, as the branch has it. Not repeated where the answer was lost: the reason is then
   * `interrupted`.
   * @param workflow the name of its file
   * @returns the run's id; undefined where the forge does not tell it
   */
  dispatchWorkflow(
    workflow: string,
    branch: string,
    inputs: Readonly<Record<string, string>>,
  ): Promise<number | undefined>;
  /** The hundred newest runs of a workflow that were dispatched on the branch, newest first. */
  listDispatchedRuns(workflow: string, branch: string): Promise<readonly WorkflowRun[]>;
  readRun(id: number): Promise<WorkflowRun>;
  listJobs(runId: number): Promise<readonly WorkflowJob[]>;
  /** Nothing happens where it has ended already. */
  cancelRun(id: number): Promise<void>;
  /** Repeats a run that has ended; another attempt of the same run. */
  repeatRun(id: number): Promise<void>;
  addReaction(comment: number, reaction: Reaction): Promise<void>;
}

/** What the forge says of a run; nothing of it is the run's own word. */
export interface WorkflowRun {
  readonly id: number;
  /** From 1; grows when the run is repeated. */
  readonly attempt: number;
  /** Such as `workflow_dispatch`. */
  readonly event: string;
  /** File of the workflow, relative to the repository. */
  readonly path: string;
  readonly headBranch: string;
  /** Commit of that branch, whose workflow it runs. */
  readonly headSha: string;
  /** `owner/name`. */
  readonly headRepository: string;
  /** The workflow's `run-name`, evaluated before a runner takes a job. */
  readonly title: string;
  /** `completed`, or how far it is, such as `queued`. */
  readonly status: string;
  /** Such as `success`; undefined while it runs. */
  readonly conclusion?: string;
}

export interface WorkflowJob {
  /** Such as `queued`. */
  readonly status: string;
  /** What it asks of a runner. */
  readonly labels: readonly string[];
  /** Whether a runner has taken it. */
  readonly isTaken: boolean;
  /** Whether its workflow ruled it out, so that it asked for no runner. */
  readonly isSkipped: boolean;
}

export type Reaction = '+1' | '-1' | 'confused' | 'eyes' | 'rocket';
