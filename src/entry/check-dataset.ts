import { runAudit } from '../audit/run-audit.ts';
import { neededFacts, selectChecks } from '../audit/select-checks.ts';
import type { BaselineResult } from '../model/baseline.ts';
import type { Config } from '../model/config.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Report } from '../model/report.ts';
import { baselineFacts, describeBaselineInput } from './baseline-input.ts';
import { catalogue, loadDataset, type DatasetRequest } from './load-dataset.ts';

export interface CheckRequest extends DatasetRequest {
  /** What a trainer answered, to be judged with the dataset. */
  readonly baseline?: BaselineResult;
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
  const { today, version, baseline } = request;
  const { config, dataset } = await loadDataset(request, (one) => {
    const needed = neededFacts(selectChecks(catalogue, one));
    return baseline ? new Set([...needed, ...baselineFacts]) : needed;
  });
  const judged = baseline ? addBaseline(dataset, config, baseline) : dataset;
  return runAudit(judged, selectChecks(catalogue, config), { config, today, version });
}

function addBaseline(dataset: Dataset, config: Config, result: BaselineResult): Dataset {
  return { ...dataset, baseline: { result, expectedDigest: describeBaselineInput(dataset, config).digest } };
}
