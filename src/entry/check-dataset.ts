import { countOnly } from '../audit/count-only.ts';
import { hideSubjects } from '../audit/hide-subjects.ts';
import { runAudit } from '../audit/run-audit.ts';
import { neededFacts, selectChecks } from '../audit/select-checks.ts';
import type { Privacy } from '../model/config.ts';
import type { Report } from '../model/report.ts';
import { catalogue, loadDataset, type DatasetRequest } from './load-dataset.ts';

export interface CheckRequest extends DatasetRequest {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What the report shows, whatever the config says. */
  readonly privacy?: Privacy;
  /** Secret from which pseudonyms are made. */
  readonly privacyKey?: string;
  /** Version of holdout. */
  readonly version: string;
}

/**
 * Audits a dataset: config, inventory, fingerprints, checks, report.
 * @throws ConfigError, whose places are relative to the dataset's directory; DatasetError; EnvironmentError
 */
export async function checkDataset(request: CheckRequest): Promise<Report> {
  const { config, dataset } = await loadDataset(request, (one) => neededFacts(selectChecks(catalogue, one)));
  const { today, version, privacy = config.report.privacy, privacyKey } = request;
  const checks = selectChecks(catalogue, config);
  if (privacy === 'open') return runAudit(dataset, checks, { config, today, version });
  const hidden = hideSubjects(dataset, config.accept, privacyKey);
  const context = { config: { ...config, accept: hidden.accept }, today, version };
  const report = runAudit(hidden.dataset, checks, context);
  return privacy === 'strict' ? countOnly(report, hidden.dataset) : report;
}
