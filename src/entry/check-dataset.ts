import { countOnly } from '../audit/count-only.ts';
import { hideSubjects } from '../audit/hide-subjects.ts';
import { runAudit } from '../audit/run-audit.ts';
import { selectChecks } from '../audit/select-checks.ts';
import type { BaselineResult } from '../model/baseline.ts';
import type { Privacy } from '../model/config.ts';
import type { Report } from '../model/report.ts';
import { auditChange } from './audit-change.ts';
import { addBaseline, chooseFacts } from './judge-dataset.ts';
import { catalogue, loadDataset, type DatasetRequest, type LoadedDataset } from './load-dataset.ts';
import type { BaseChoice } from './open-base.ts';

export interface CheckRequest extends DatasetRequest {
  /** What a trainer answered, to be judged with the dataset. */
  readonly baseline?: BaselineResult;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What the report shows, whatever the config says. */
  readonly privacy?: Privacy;
  /** Secret from which pseudonyms are made. */
  readonly privacyKey?: string;
  /** Version of holdout. */
  readonly version: string;
  /** What the dataset is compared with, and whose config says what is asked of it. */
  readonly base?: BaseChoice;
}

/** A dataset, its subjects named as the report names them, with what was found out about it. */
export interface AuditedDataset extends LoadedDataset {
  readonly report: Report;
}

/**
 * Audits a dataset: config, inventory, fingerprints, checks, report.
 * @throws ConfigError, whose places are relative to the dataset's directory; DatasetError; EnvironmentError
 */
export async function auditDataset(request: CheckRequest): Promise<AuditedDataset> {
  const { baseline, base } = request;
  if (base) return auditChange(request, base);
  const loaded = await loadDataset(request, (config) => chooseFacts(config, baseline));
  const { config } = loaded;
  const judged = addBaseline(loaded.dataset, config, baseline);
  const { today, version, privacy = config.report.privacy, privacyKey } = request;
  const checks = selectChecks(catalogue, config);
  if (privacy === 'open') {
    const report = runAudit(judged, checks, { config, today, version });
    return { ...loaded, dataset: judged, report };
  }
  const { dataset, accept } = hideSubjects(judged, config.accept, privacyKey);
  const report = runAudit(dataset, checks, { config: { ...config, accept }, today, version });
  return { ...loaded, dataset, report: privacy === 'strict' ? countOnly(report, dataset) : report };
}

/** The report of `auditDataset` alone. */
export async function checkDataset(request: CheckRequest): Promise<Report> {
  return (await auditDataset(request)).report;
}
