import { runAudit } from '../audit/run-audit.ts';
import { neededFacts, selectChecks } from '../audit/select-checks.ts';
import type { Report } from '../model/report.ts';
import { catalogue, loadDataset, type DatasetRequest } from './load-dataset.ts';

export interface CheckRequest extends DatasetRequest {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Version of holdout. */
  readonly version: string;
}

/**
 * Audits a dataset: config, inventory, fingerprints, checks, report.
 * @throws ConfigError, whose places are relative to the dataset's directory; DatasetError; EnvironmentError
 */
export async function checkDataset(request: CheckRequest): Promise<Report> {
  const { config, dataset } = await loadDataset(request, (one) => neededFacts(selectChecks(catalogue, one)));
  const { today, version } = request;
  return runAudit(dataset, selectChecks(catalogue, config), { config, today, version });
}
