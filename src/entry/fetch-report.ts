import type { Forge } from '../model/forge.ts';
import { openArtifact } from '../publish/open-artifact.ts';
import { parseReport, type ParsedReport } from '../publish/parse-report.ts';
import { fetchArtifact } from './fetch-artifact.ts';
import type { WorkflowRunEvent } from './github-event.ts';

/** A report that can be used, why there is none, or that the run left none at all. */
export type FetchedReport = ParsedReport | { readonly kind: 'absent' };

/**
 * The report that a run left as an artifact, which may be anybody's.
 * @throws ForgeError where GitHub cannot be asked
 */
export async function fetchReport(forge: Forge, run: WorkflowRunEvent, name: string): Promise<FetchedReport> {
  const zip = await fetchArtifact(forge, run, name);
  if (zip.kind !== 'zip') return zip;
  const opened = await openArtifact(zip.bytes);
  return opened.kind === 'text' ? parseReport(opened.text) : opened;
}
