import { compareRuns, type AuditRun } from './comment-marker.ts';

/** What the baseline's part of a comment says of itself, hidden in its first line. */
export interface PartMarker extends AuditRun {
  /** The commit that it speaks of. */
  readonly headSha: string;
  /** Of one run, what is known at its end goes before what is known when it is sent. */
  readonly phase: 'sent' | 'ended';
}

/** A part of the comment about an audit; the last, so that it ends with the comment. */
export interface BaselinePart {
  readonly marker: PartMarker;
  /** The marker's line and all below it. */
  readonly text: string;
}

/** Bytes that the part may take of a comment; the report takes the rest. */
export const maxPartBytes = 12_000;

/** Stands at the beginning of a line, where no escaped text of a dataset can. */
const markerPattern =
  /^<!-- holdout-baseline head:(?<headSha>[0-9a-f]{40,64}) run:(?<runId>\d{1,15})\.(?<attempt>\d{1,6}) (?<phase>sent|ended) -->\r?$/mu;

/** @param markdown without hidden lines of its own */
export function writePart(marker: PartMarker, markdown: string): BaselinePart {
  const { headSha, runId, attempt, phase } = marker;
  const line = `<!-- holdout-baseline head:${headSha} run:${runId}.${attempt} ${phase} -->`;
  return { marker, text: `${line}\n\n${markdown.trim()}\n` };
}

/** The part that a comment has; undefined where it has none. */
export function findPart(body: string): BaselinePart | undefined {
  const match = markerPattern.exec(body);
  const { headSha, runId, attempt, phase } = match?.groups ?? {};
  if (!match || headSha === undefined || (phase !== 'sent' && phase !== 'ended')) return undefined;
  const marker: PartMarker = { headSha, runId: Number(runId), attempt: Number(attempt), phase };
  return { marker, text: body.slice(match.index) };
}

/** The comment with this part in place of the one that it has, or behind all else. */
export function putPart(body: string, { text }: BaselinePart): string {
  const present = findPart(body);
  const before = present ? body.slice(0, -present.text.length) : body;
  return `${before.trimEnd()}\n\n${text}`;
}

/** Negative where `a` is to give way to `b`: the later run, and of one run its end. */
export function compareParts(a: PartMarker, b: PartMarker): number {
  return compareRuns(a, b) || Number(a.phase === 'ended') - Number(b.phase === 'ended');
}
