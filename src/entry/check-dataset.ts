import { countOnly } from '../audit/count-only.ts';
import { hideSubjects } from '../audit/hide-subjects.ts';
import { runAudit } from '../audit/run-audit.ts';
import { neededFacts, selectChecks } from '../audit/select-checks.ts';
import type { BaselineResult } from '../model/baseline.ts';
import type { Config, Privacy } from '../model/config.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Report } from '../model/report.ts';
import { baselineFacts, describeBaselineInput } from './baseline-input.ts';
import { catalogue, loadDataset, type DatasetRequest, type LoadedDataset } from './load-dataset.ts';

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
  /** Folder that the sheet of samples is drawn into; without it, none is drawn. */
  readonly picturesFolder?: string;
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
  const { baseline } = request;
  const loaded = await loadDataset(request, (one) => {
    const needed = neededFacts(selectChecks(catalogue, one));
    return baseline ? new Set([...needed, ...baselineFacts]) : needed;
  });
  const { config } = loaded;
  const judged = baseline ? addBaseline(loaded.dataset, config, baseline) : loaded.dataset;
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

/** The report of `auditDataset` alone; with pictures where they are asked for. */
export async function checkDataset(request: CheckRequest): Promise<Report> {
  const audited = await auditDataset(request);
  const { picturesFolder, workers } = request;
  // Loaded when needed, as it brings a rasteriser and fonts.
  if (picturesFolder !== undefined)
    await (await import('./draw-pictures.ts')).drawPictures(audited, picturesFolder, workers);
  return audited.report;
}

function addBaseline(dataset: Dataset, config: Config, result: BaselineResult): Dataset {
  return { ...dataset, baseline: { result, expectedDigest: describeBaselineInput(dataset, config).digest } };
}
