/** A run of the audit; of two, the greater came later. */
export interface AuditRun {
  /** Grows with every run of the repository. */
  readonly runId: number;
  /** From 1; grows when the run is repeated. */
  readonly attempt: number;
}

/** What a comment says of itself, hidden in its first line. */
export interface CommentMarker extends AuditRun {
  /** Tells the comments of several audits in one pull request apart. */
  readonly name: string;
  /** The commit that the comment speaks of. */
  readonly headSha: string;
}

/** A name that can stand in a marker: letters, digits, `.`, `_` and `-`, at most 60 characters. */
export const auditNamePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/u;
export const shaPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;

const markerPattern =
  /^<!-- holdout:(?<name>[\w.-]{1,60}) head:(?<headSha>[0-9a-f]{40,64}) run:(?<runId>\d{1,15})\.(?<attempt>\d{1,6}) -->\r?(?:\n|$)/u;

/** The marker as a line of Markdown that is not shown, without its newline. */
export function writeMarker({ name, headSha, runId, attempt }: CommentMarker): string {
  return `<!-- holdout:${name} head:${headSha} run:${runId}.${attempt} -->`;
}

/** The marker that a comment begins with; undefined where it does not, wherever else one may stand. */
export function readMarker(body: string): CommentMarker | undefined {
  const { name, headSha, runId, attempt } = markerPattern.exec(body)?.groups ?? {};
  if (name === undefined || headSha === undefined) return undefined;
  return { name, headSha, runId: Number(runId), attempt: Number(attempt) };
}

/** Negative where `a` came before `b`, 0 where they are the same run. */
export function compareRuns(a: AuditRun, b: AuditRun): number {
  return a.runId - b.runId || a.attempt - b.attempt;
}
