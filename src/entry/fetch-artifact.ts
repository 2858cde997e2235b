import { ForgeError, type Artifact, type Forge } from '../model/forge.ts';
import { artifactBounds, refuse, type Refused } from '../publish/open-artifact.ts';

/** A zip, why there is none that can be used, or that the run left none at all. */
export type FetchedArtifact =
  { readonly kind: 'zip'; readonly bytes: Uint8Array } | Refused | { readonly kind: 'absent' };

/**
 * The newest artifact of this name that a run left, which may be anybody's: its size is bounded before it is read, and
 * that it is of this run and of this commit is what GitHub says, not what it says itself.
 * @throws ForgeError where GitHub cannot be asked
 */
export async function fetchArtifact(
  forge: Forge,
  { runId, headSha }: { readonly runId: number; readonly headSha: string },
  name: string,
): Promise<FetchedArtifact> {
  const [artifact] = await forge.listArtifacts(runId, name).catch(explainPermission);
  if (!artifact) return { kind: 'absent' };
  if (artifact.runId !== runId || artifact.headSha !== headSha)
    return refuse('the artifact is of another run or commit');
  if (artifact.isExpired) return refuse('the artifact has expired');
  if (artifact.bytes > artifactBounds.zipBytes) return refuse(describeTooLarge());
  return download(forge, artifact);
}

async function download(forge: Forge, { id }: Artifact): Promise<FetchedArtifact> {
  try {
    return { kind: 'zip', bytes: await forge.readArtifact(id, artifactBounds.zipBytes) };
  } catch (error) {
    if (error instanceof ForgeError && error.reason === 'too-large') return refuse(describeTooLarge());
    throw error;
  }
}

function explainPermission(error: unknown): never {
  if (!(error instanceof ForgeError) || error.reason !== 'forbidden') throw error;
  const hint = 'give the job `actions: read`';
  throw new ForgeError('forbidden', `the artifact was not found: ${error.message}`, { hint, cause: error });
}

function describeTooLarge(): string {
  return `the artifact has more than ${artifactBounds.zipBytes} bytes`;
}
