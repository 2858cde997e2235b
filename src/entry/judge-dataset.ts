import { neededFacts, selectChecks } from '../audit/select-checks.ts';
import type { BaselineResult } from '../model/baseline.ts';
import type { Fact } from '../model/check.ts';
import type { Config } from '../model/config.ts';
import type { Dataset } from '../model/dataset.ts';
import { baselineFacts, describeBaselineInput } from './baseline-input.ts';
import { catalogue } from './load-dataset.ts';

/** What the checks of a config need to know of a dataset, and what it takes to judge a baseline. */
export function chooseFacts(config: Config, baseline: BaselineResult | undefined): ReadonlySet<Fact> {
  const needed = neededFacts(selectChecks(catalogue, config));
  return baseline ? new Set([...needed, ...baselineFacts]) : needed;
}

/** The dataset with what a trainer answered, if anything. */
export function addBaseline(dataset: Dataset, config: Config, result: BaselineResult | undefined): Dataset {
  if (!result) return dataset;
  return { ...dataset, baseline: { result, expectedDigest: describeBaselineInput(dataset, config).digest } };
}
