import { runAudit } from '../audit/run-audit.ts';
import { neededFacts, selectChecks } from '../audit/select-checks.ts';
import type { Report } from '../model/report.ts';
import { catalogue, loadDataset, type DatasetRequest, type LoadedDataset } from './load-dataset.ts';

export interface CheckRequest extends DatasetRequest {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Version of holdout. */
  readonly version: string;
}

/** A dataset with what was found out about it. */
export interface AuditedDataset extends LoadedDataset {
  readonly report: Report;
}

/**
 * Audits a dataset: config, inventory, fingerprints, checks, report.
 * @throws ConfigError, whose places are relative to the dataset's directory; DatasetError; EnvironmentError
 */
export async function auditDataset(request: CheckRequest): Promise<AuditedDataset> {
  const loaded = await loadDataset(request, (one) => neededFacts(selectChecks(catalogue, one)));
  const { config, dataset } = loaded;
  const { today, version } = request;
  const report = runAudit(dataset, selectChecks(catalogue, config), { config, today, version });
  return { ...loaded, report };
}

/** The report of `auditDataset` alone. */
export async function checkDataset(request: CheckRequest): Promise<Report> {
  return (await auditDataset(request)).report;
}
