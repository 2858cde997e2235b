import type { Coverage, EarlierFinding, RawFinding, Said } from '../model/check.ts';
import type { Dataset } from '../model/dataset.ts';
import type { JsonObject } from '../model/json.ts';
import type { SelectedCheck } from './select-checks.ts';

/** What became of a check, before waivers and words. */
export type Outcome =
  | {
      readonly status: 'judged';
      readonly coverage: Coverage;
      readonly measurements: JsonObject;
      readonly findings: readonly RawFinding[];
      readonly summary: Said;
    }
  | { readonly status: 'skipped'; readonly coverage: Coverage; readonly summary: Said }
  /** The check crashed: a fault of holdout, of which nothing follows for the dataset. */
  | { readonly status: 'errored'; readonly coverage: Coverage; readonly reason: string };

const nothing: Coverage = { evaluated: 0, unavailable: 0 };

/**
 * Runs a check. What it throws becomes an outcome, so that one faulty check does not hide what the others found;
 * a result without evidence is taken as skipped, never as passed.
 */
export function runCheck(
  { check, options }: SelectedCheck,
  dataset: Dataset,
  found: readonly EarlierFinding[] = [],
): Outcome {
  try {
    const result = check.run(dataset, options, found);
    if ('skipped' in result)
      return { status: 'skipped', coverage: result.coverage ?? nothing, summary: result.skipped };
    if (result.coverage.evaluated === 0 && result.findings.length === 0)
      return { status: 'skipped', coverage: result.coverage, summary: result.summary };
    return { status: 'judged', ...result };
  } catch (error) {
    return {
      status: 'errored',
      coverage: { evaluated: 0, unavailable: dataset.samples.length },
      reason: error instanceof Error ? error.message : String(error),
    };
  }
}
