import { ForgeError, type Artifact, type Forge } from '../model/forge.ts';
import { artifactBounds, openArtifact, refuse } from '../publish/open-artifact.ts';
import { parseReport, type ParsedReport } from '../publish/parse-report.ts';
import type { WorkflowRunEvent } from './github-event.ts';

/** A report that can be used, why there is none, or that the run left none at all. */
export type FetchedReport = ParsedReport | { readonly kind: 'absent' };

/**
 * The report that a run left as an artifact, which may be anybody's: its size is bounded before it is read, and
 * that it is of this run and of this commit is what GitHub says, not what it says itself.
 * @throws ForgeError where GitHub cannot be asked
 */
export async function fetchReport(
  forge: Forge,
  { runId, headSha }: WorkflowRunEvent,
  name: string,
): Promise<FetchedReport> {
  const [artifact] = await forge.listArtifacts(runId, name).catch(explainPermission);
  if (!artifact) return { kind: 'absent' };
  if (artifact.runId !== runId || artifact.headSha !== headSha)
    return refuse('the artifact is of another run or commit');
  if (artifact.isExpired) return refuse('the artifact has expired');
  if (artifact.bytes > artifactBounds.zipBytes) return refuse(describeTooLarge());
  const opened = await download(forge, artifact);
  return opened.kind === 'text' ? parseReport(opened.text) : opened;
}

async function download(forge: Forge, { id }: Artifact): ReturnType<typeof openArtifact> {
  try {
    return await openArtifact(await forge.readArtifact(id, artifactBounds.zipBytes));
  } catch (error) {
    if (error instanceof ForgeError && error.reason === 'too-large') return refuse(describeTooLarge());
    throw error;
  }
}

function explainPermission(error: unknown): never {
  if (!(error instanceof ForgeError) || error.reason !== 'forbidden') throw error;
  const hint = 'give the job `actions: read`';
  throw new ForgeError('forbidden', `the report was not found: ${error.message}`, { hint, cause: error });
}

function describeTooLarge(): string {
  return `the artifact has more than ${artifactBounds.zipBytes} bytes`;
}
